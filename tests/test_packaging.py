"""The wheel carries what a checkout makes: compiled forms, fonts and resources."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_forms_fonts_texts_and_samples(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for form in (ROOT / "forms").glob("*.ui"):
        assert f"jcssa_desktop/ui/generated/ui_{form.stem}.py" in names
    for resource in (
        "fonts/NotoSansJP-Regular.ttf",
        "fonts/OFL.txt",
        "i18n/jcssa_desktop_en.qm",
        "guideline/standard.ja.toml",
        "samples/disclosure_sample.json",
    ):
        assert f"jcssa_desktop/_resources/{resource}" in names


def test_the_program_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    command = [
        sys.executable,
        "-m",
        "jcssa_desktop",
        "--data-dir",
        str(tmp_path / "data"),
        "search",
        "RTX830",
    ]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "RTX830" in done.stdout.decode()
