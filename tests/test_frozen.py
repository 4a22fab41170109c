"""The one-folder program of `build.spec` does its work without the checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "samples" / "disclosure_single.json"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux":
        pytest.skip("the one-folder program is built on Linux")
    folder = tmp_path_factory.mktemp("frozen")
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder), "--workpath", str(folder / "work")]
    subprocess.run([*build, *places, str(ROOT / "build.spec")], check=True, cwd=folder)
    return folder / "jcssa-desktop" / "jcssa-desktop"


@pytest.mark.timeout(600)
def test_doctor_and_issue_run_frozen(frozen: Path, tmp_path: Path) -> None:
    environment = {"JCSSA_DESKTOP_PASSPHRASE": "only-for-tests", "HOME": str(tmp_path)}
    program = [str(frozen), "--data-dir", str(tmp_path / "data")]

    def run(*arguments: str) -> object:
        done = subprocess.run(
            [*program, *arguments, "--json"], env=environment, cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    assert run("doctor")
    issued = run("issue", str(SAMPLE), "--out", str(tmp_path / "out"))
    assert isinstance(issued, dict)
    verified = run("verify", issued["pdf"])
    assert isinstance(verified, dict)
    assert verified["files"][0]["state"] == "unchanged"
