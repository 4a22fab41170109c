"""The certificate, the timestamp service, the issuers and the logo are set on the screen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct, field
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secret_store import NoSecretStore
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.settings.seal_pane import SealPane
from jcssa_desktop.ui.settings.settings_page import SettingsPage
from jcssa_desktop.ui.tasks import InlineTaskRunner
from tests.documents.certificates import PASSPHRASE as KEY_PASSPHRASE
from tests.documents.certificates import office
from tests.ui.conftest import NOW, PASSPHRASE


class Drawer(Struct, dict=True):
    """A keyring that forgets at the end of the test; or, with `is_there` off, none."""

    is_there: bool = True
    kept: dict[str, str] = field(default_factory=dict)

    def get(self, entry: str) -> str | None:
        if not self.is_there:
            raise NoSecretStore
        return self.kept.get(entry)

    def set(self, entry: str, secret: str) -> None:
        if not self.is_there:
            raise NoSecretStore
        self.kept[entry] = secret

    def delete(self, entry: str) -> None:
        self.kept.pop(entry, None)

    def name(self) -> str:
        return "drawer"


Laptop = Callable[[Drawer], tuple[Services, SettingsPage]]


@pytest.fixture
def laptop(stocked_folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Laptop]:
    """Open the settings of a laptop with this keyring."""
    opened = []

    def at(keyring: Drawer) -> tuple[Services, SettingsPage]:
        shutil.copytree(stocked_folder, tmp_path / "laptop")
        manager = open_services(
            AppPaths(tmp_path / "laptop"),
            passphrases=PASSPHRASE,
            keyring=keyring,  # type: ignore[arg-type]
            now=lambda: NOW,
        )
        opened.append(manager)
        services = manager.__enter__()
        window = MainWindow(services, InlineTaskRunner())
        qtbot.addWidget(window)
        window.show()
        window.show_screen("settings")
        return services, window.settings

    yield at
    for manager in opened:
        manager.__exit__(None, None, None)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    office(folder)
    return folder


def pane_of(page: SettingsPage) -> SealPane:
    pane = page.findChild(SealPane)
    assert isinstance(pane, SealPane)
    return pane


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def use(qtbot: QtBot, pane: SealPane, file: Path, passphrase: str) -> None:
    pane.take_certificate(file)
    qtbot.waitUntil(pane._ui.passphrase_edit.isVisible)
    pane._ui.passphrase_edit.setText(passphrase)
    click(qtbot, pane._ui.use_button)


def test_a_certificate_is_registered_tested_used_and_removed(
    laptop: Laptop, keys: Path, qtbot: QtBot, samples: Path
) -> None:
    drawer = Drawer()
    services, page = laptop(drawer)
    pane = pane_of(page)
    use(qtbot, pane, keys / "signer.p12", KEY_PASSPHRASE)
    assert "見本 太郎 / 見本商事株式会社" in pane.message.text
    assert "まで有効" in pane.message.text
    assert KEY_PASSPHRASE in drawer.kept.values()
    assert KEY_PASSPHRASE not in repr(services.settings.current)
    assert pane._ui.certificate_label.text() == "登録しています：signer.p12"
    assert not page.is_changed()
    pane.message.clear()
    click(qtbot, pane._ui.test_button)
    assert pane.message.text.startswith("開けました：見本 太郎")
    sealed = services.sealing.seal(read_disclosure(samples / "disclosure_handa.json"))
    assert b"/ByteRange" in sealed.pdf
    click(qtbot, pane._ui.drop_button)
    assert services.settings.current.seal.certificate == ""
    assert KEY_PASSPHRASE not in drawer.kept.values()


def test_a_wrong_passphrase_is_said_and_nothing_is_registered(
    laptop: Laptop, keys: Path, qtbot: QtBot
) -> None:
    services, page = laptop(Drawer())
    pane = pane_of(page)
    use(qtbot, pane, keys / "signer.p12", "wrong")
    assert "「signer.p12」を開けません" in pane.message.text
    assert services.settings.current.seal.certificate == ""


def test_without_a_keyring_that_is_said_plainly(laptop: Laptop) -> None:
    _, page = laptop(Drawer(is_there=False))
    pane = pane_of(page)
    assert "パスワード保管庫" in pane.message.text
    assert not pane._ui.choose_button.isEnabled()


def test_service_and_issuers_are_saved_with_the_settings(laptop: Laptop, keys: Path, qtbot: QtBot) -> None:
    services, page = laptop(Drawer())
    pane = pane_of(page)
    edit = pane._ui.timestamps_edit
    edit.setFocus()
    qtbot.keyClicks(edit, "tsa.example.jp")
    assert "https://" in pane._ui.timestamps_error.text()
    page.save()
    assert services.settings.current.seal.timestamps == ""
    edit.selectAll()
    qtbot.keyClicks(edit, "https://tsa.example.jp/")
    pane.add_issuers([keys / "signer.p12"])
    assert "「signer.p12」を読めません" in pane.message.text
    pane.add_issuers([keys / "issuer.pem"])
    assert pane._ui.issuers_label.text() == "issuer.pem"
    assert services.settings.current.seal.issuers == ()
    page.save()
    seal = services.settings.current.seal
    assert (seal.timestamps, seal.issuers) == ("https://tsa.example.jp/", (str(keys / "issuer.pem"),))
    click(qtbot, pane._ui.clear_issuers_button)
    page.save()
    assert services.settings.current.seal.issuers == ()


def test_the_logo_is_seen_before_it_is_saved(laptop: Laptop, tmp_path: Path, qtbot: QtBot) -> None:
    services, page = laptop(Drawer())
    field = page._ui.logo_field
    assert not field._ui.picture_label.isVisible()
    Image.new("RGB", (330, 120), "navy").save(tmp_path / "logo.png")
    field.take_file(tmp_path / "logo.png")
    assert not field._ui.picture_label.pixmap().isNull()
    assert services.settings.current.company.logo == b""
    page.save()
    assert services.settings.current.company.logo.startswith(b"\x89PNG")
    (tmp_path / "text.png").write_text("no image", encoding="utf-8")
    field.take_file(tmp_path / "text.png")
    assert "text.png" in page.message.text
    click(qtbot, field._ui.remove_button)
    page.save()
    assert services.settings.current.company.logo == b""


def test_large_type_and_readings_begin_the_next_draft(laptop: Laptop, qtbot: QtBot) -> None:
    services, page = laptop(Drawer())
    for box in (page._ui.large_box, page._ui.readings_box):
        click(qtbot, box)
    page.save()
    draft = services.drafts.start_empty()
    assert (draft.edition, draft.readings) == ("large", True)
