#!/usr/bin/env python3
"""Set up, run, check and test from a bare checkout; needs nothing but Python 3.11 or newer.

python3 dev.py run     set up what is missing, then open the window
python3 dev.py setup   the set-up alone
python3 dev.py check   format, lint, types and import contracts
python3 dev.py test    check, then all tests
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = BIN / f"python{SUFFIX}"
PROGRAM = BIN / f"jcssa-desktop{SUFFIX}"
SAMPLE = ROOT / "resources" / "samples" / "disclosure_sample.json"

# Shared library that Qt loads -> Debian/Ubuntu package that has it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Program or file that some tests use as a judge, a display or a printer -> package; they skip without it.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus-daemon",
    "gdbus": "libglib2.0-bin",
    "/usr/sbin/cupsd": "cups",
    "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd": "printer-driver-cups-pdf",
}


def main() -> int:
    """Carry out one command and return its exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["run", "setup", "check", "test"])
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the program or to pytest")
    options = parser.parse_args()
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 以降が要ります。 Python 3.11 or newer is needed.")
    _install_system_packages(_missing_for_running(), optional=False)
    if options.command == "test":
        _install_system_packages(_missing_for_testing(), optional=True)
    _become_the_calling_user()
    _set_up()
    if options.command == "run":
        return _run(options.arguments)
    if options.command == "setup":
        print(f"準備ができました。 Ready: {PROGRAM.relative_to(ROOT)}")
        return 0
    return _check() or (_test(options.arguments) if options.command == "test" else 0)


def _missing_for_running() -> list[str]:
    packages = []
    if not VENV.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if sys.platform == "linux":
        packages += [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    return packages


def _missing_for_testing() -> list[str]:
    if sys.platform != "linux":
        return []
    return [
        package for name, package in TEST_PROGRAMS.items() if not (shutil.which(name) or Path(name).exists())
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_system_packages(packages: list[str], *, optional: bool) -> None:
    """Install with apt as root; otherwise print the one command to type.

    A missing package stops the set-up unless it is `optional`.
    """
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        print(f"次のものが見つかりません。 Not found on this system: {' '.join(packages)}", file=sys.stderr)
        return
    if os.geteuid() == 0:
        wait = ["-o", "DPkg::Lock::Timeout=300"]
        subprocess.run([install[0], *wait, "update", "-q"], check=not optional)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([install[0], *wait, *install[1:]], check=not optional, env=environment)
        return
    command = f"sudo apt-get update && sudo {' '.join(install)}"
    if optional:
        print(
            f"一部の試験は飛ばします。 Some tests will be skipped; to have them: {command}", file=sys.stderr
        )
    else:
        sys.exit(f"次のコマンドを実行してから、もう一度始めます。 Run this, then start again:\n{command}")


def _become_the_calling_user() -> None:
    """Under sudo only the system packages need root; nothing in the checkout shall belong to it."""
    user, group = os.environ.get("SUDO_UID"), os.environ.get("SUDO_GID")
    if os.name == "nt" or os.geteuid() != 0 or not user or not group or user == "0":
        return
    import pwd  # noqa: PLC0415 - not on Windows

    entry = pwd.getpwuid(int(user))
    os.initgroups(entry.pw_name, int(group))
    os.setgid(int(group))
    os.setuid(int(user))
    os.environ.update(HOME=entry.pw_dir, USER=entry.pw_name, LOGNAME=entry.pw_name)


def _set_up() -> None:
    """Make the environment and compile; each step only when what it is made from has changed."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    lock = [ROOT / "requirements.txt", ROOT / "pyproject.toml"]
    _once("packages", _digest(lock, str(ROOT), version), _install_packages)
    sources = sorted([*ROOT.glob("forms/*.ui"), *ROOT.glob("resources/i18n/*.ts"), ROOT / "hatch_build.py"])
    _once("compiled", _digest(sources), _compile)


def _digest(files: list[Path], *more: str) -> str:
    digest = hashlib.sha256("\0".join(more).encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _once(name: str, state: str, step: Callable[[], None]) -> None:
    """Run `step` unless the stamp `name` says that it ran for this `state`."""
    stamp = VENV / f"stamp-{name}"
    if stamp.exists() and stamp.read_text() == state:
        return
    step()
    stamp.write_text(state)


def _install_packages() -> None:
    if not PYTHON.exists():
        print("仮想環境を作ります。 Making the virtual environment …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print("部品を入れます。 Installing the locked packages …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.txt")], check=True)
    print("画面と書体を作ります。 Compiling forms and fonts …", flush=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)


def _compile() -> None:
    subprocess.run([str(PYTHON), str(ROOT / "hatch_build.py")], check=True, stdout=subprocess.DEVNULL)


def _run(arguments: list[str]) -> int:
    if arguments or _has_display():
        return subprocess.run([str(PROGRAM), *arguments], check=False).returncode
    print(
        "画面がないため、窓を開かずに見本の告知シートを発行します。\n"
        "There is no display: issuing the sample disclosure without a window.",
        flush=True,
    )
    folder = Path(tempfile.mkdtemp(prefix="jcssa-desktop-"))
    # The throwaway archive has a passphrase of its own and leaves nothing in a keyring.
    environment = os.environ | {
        "JCSSA_DESKTOP_PASSPHRASE": os.urandom(16).hex(),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [str(PROGRAM), "--data-dir", str(folder / "data"), "issue", str(SAMPLE)]
    return subprocess.run([*command, "--out", str(folder)], check=False, env=environment).returncode


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _check() -> int:
    commands = [
        ["ruff", "format", "--check", "."],
        ["ruff", "check", "."],
        ["mypy"],
        ["lint-imports"],
    ]
    failed = 0
    for name, *arguments in commands:
        print(f"$ {' '.join([name, *arguments])}", flush=True)
        failed |= subprocess.run([str(BIN / f"{name}{SUFFIX}"), *arguments], check=False, cwd=ROOT).returncode
    return failed


def _test(arguments: list[str]) -> int:
    return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
