"""Drafts to fill in, and the wizard over real services whose archive is empty."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.secrets import PassphraseSources
from jcssa_desktop.ui.tasks import InlineTaskRunner
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.wizard_window import WizardFrame

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=timezone(timedelta(hours=9)))
PASSPHRASE = PassphraseSources(environment={"JCSSA_DESKTOP_PASSPHRASE": "correct horse battery staple"})
SAMPLES = resource_folder() / "samples"


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the starter catalogue, filled once."""
    folder = tmp_path_factory.mktemp("stocked")
    with open_services(AppPaths(folder), passphrases=PASSPHRASE, now=lambda: NOW):
        pass
    return folder


@pytest.fixture
def services(stocked: Path, tmp_path: Path) -> Iterator[Services]:
    folder = tmp_path / "data"
    shutil.copytree(stocked, folder)
    with open_services(AppPaths(folder), passphrases=PASSPHRASE, now=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def quoted(services: Services) -> Disclosure:
    """A new draft from a quotation: ten lines, one of them undecided."""
    return services.drafts.start_from_quotation(SAMPLES / "quotation_manufacturer.xlsx").disclosure


@pytest.fixture
def filled() -> Disclosure:
    """A draft in which everything but the signature is decided."""
    disclosure = read_disclosure(SAMPLES / "disclosure_sample.json")
    return replace(disclosure, signature=None)


@pytest.fixture
def keeper_of(services: Services) -> Callable[[Disclosure], DraftKeeper]:
    return lambda disclosure: DraftKeeper(services, disclosure)


@pytest.fixture
def wizard_of(qtbot: QtBot, services: Services) -> Callable[[Disclosure], WizardFrame]:
    """Open the wizard on a draft, at the size of a small laptop."""

    def open_wizard(disclosure: Disclosure) -> WizardFrame:
        frame = WizardFrame(services, InlineTaskRunner(), disclosure)
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        qtbot.waitExposed(frame)
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        return frame

    return open_wizard
