"""Which printers this machine knows, asked of the system without a window."""

import shutil
import subprocess
import sys


def printer_names() -> tuple[str, ...]:
    """Name the printers that are set up; empty where there is none or no printing system."""
    if sys.platform == "win32":
        return _windows_printers()
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return ()
    try:
        answer = subprocess.run([lpstat, "-e"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - fixed command
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(answer.stdout.split()) if answer.returncode == 0 else ()


def _windows_printers() -> tuple[str, ...]:
    if sys.platform != "win32":
        return ()
    import winreg  # noqa: PLC0415 - exists on Windows only

    key = r"Software\Microsoft\Windows NT\CurrentVersion\Devices"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as devices:
            count = winreg.QueryInfoKey(devices)[1]
            return tuple(winreg.EnumValue(devices, position)[0] for position in range(count))
    except OSError:
        return ()
