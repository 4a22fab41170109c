"""Real services over a data folder of the test's own, and the application that every screen is shown in."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.disclosure import SignatureMethod
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.secrets import PassphraseSources
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import InlineTaskRunner, TaskRunner
from jcssa_desktop.ui.theme import apply_theme

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=timezone(timedelta(hours=9)))
PASSPHRASE = PassphraseSources(environment={"JCSSA_DESKTOP_PASSPHRASE": "correct horse battery staple"})
SAMPLES = resource_folder() / "samples"


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return Application


@pytest.fixture(autouse=True)
def _fresh_look_and_no_window_left(qapp: Application, tmp_path: Path) -> Iterator[None]:
    qapp.use(language="ja", theme="light", text_size=100)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A button left down would look like a click to every test after this one.
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def in_look(qapp: QApplication) -> Callable[[str, int], None]:
    """Put another theme and text size in force for one test."""
    return lambda theme, text_size=100: apply_theme(qapp, theme, text_size)


@pytest.fixture(scope="session")
def stocked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the starter catalogue and two sealed records, filled once."""
    folder = tmp_path_factory.mktemp("stocked")
    with open_services(AppPaths(folder), passphrases=PASSPHRASE, now=lambda: NOW) as services:
        services.sealing.seal(read_disclosure(SAMPLES / "disclosure_sample.json"))
        unsigned = read_disclosure(SAMPLES / "disclosure_single.json")
        assert unsigned.signature is not None
        later = replace(unsigned.signature, method=SignatureMethod.LATER, reason="担当の方が不在のため")
        services.sealing.seal(replace(unsigned, signature=later))
    return folder


@pytest.fixture
def services(stocked_folder: Path, tmp_path: Path) -> Iterator[Services]:
    folder = tmp_path / "data"
    shutil.copytree(stocked_folder, folder)
    with open_services(AppPaths(folder), passphrases=PASSPHRASE, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def empty_services(tmp_path: Path) -> Iterator[Services]:
    """Services as on a new laptop: the starter catalogue and nothing else."""
    with open_services(AppPaths(tmp_path / "new"), passphrases=PASSPHRASE, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def runner() -> TaskRunner:
    return InlineTaskRunner()


@pytest.fixture
def window(services: Services, runner: TaskRunner, qtbot: QtBot) -> MainWindow:
    """The window, shown at its first size."""
    window = MainWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def samples() -> Path:
    return SAMPLES
