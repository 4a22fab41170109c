"""Guards for every test: nothing stale, nothing of this person's own data, no keyring of theirs."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.verapdf import VeraPdf

ROOT = Path(__file__).parents[1]


def pytest_configure() -> None:
    """Compile forms and translations that are newer than their products."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    hatch_build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hatch_build)
    hatch_build.compile_stale()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The keyring library keeps the first backend that it finds, which may be in a fixture of the session.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(autouse=True)
def _nobodys_data(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep a test that forgets its own folder away from the data of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("JCSSA_DESKTOP_PASSPHRASE", raising=False)


@pytest.fixture
def shared_data() -> Path:
    """Return the folder of real public data, which is not part of the project."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("../shared/data is not here")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the texts that are compared anew")


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    judge = VeraPdf()
    try:
        if not judge.is_ready():
            pytest.skip("veraPDF does not start: Java cannot run here")
        yield judge
    finally:
        judge.close()
