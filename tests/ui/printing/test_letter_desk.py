"""Letters are opened from the archive, looked at and saved; they change no record."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import Correction
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.printing.letter_dialog import LetterDialog
from jcssa_desktop.ui.printing.preview import Preview


@pytest.fixture
def page(window: MainWindow, services: Services, samples: Path) -> MainWindow:
    """The archive, showing a sale whose devices concern advisories, and that was corrected."""
    sold = read_disclosure(samples / "disclosure_handa.json")
    sealed = services.sealing.seal(sold)
    corrected = tuple(replace(line, version="6.0.5") for line in sold.lines)
    correction = Correction(sealed.document_number, "版の誤り")
    services.sealing.seal(replace(sold, lines=corrected, correction=correction))
    window.show_screen("archive")
    return window


def write(page: MainWindow, words: str) -> None:
    menu = page.archive._detail._ui.letter_button.menu()
    assert menu is not None
    next(one for one in menu.actions() if words in one.text()).trigger()


def preview_of(page: MainWindow, qtbot: QtBot) -> Preview:
    qtbot.waitUntil(lambda: page.archive.findChild(Preview) is not None)
    preview = page.archive.findChild(Preview)
    assert isinstance(preview, Preview)
    return preview


def text_of(document: QPdfDocument) -> str:
    return "".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_the_receipt_is_opened_and_saved(page: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    write(page, "受領書")
    preview = preview_of(page, qtbot)
    assert page.archive.chosen in text_of(preview.document)
    target = tmp_path / "受領書.pdf"
    preview.save_wanted.emit(target)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    assert preview.message.text == "「受領書.pdf」に保存しました。"
    preview.reject()


def test_an_advisory_is_chosen_among_those_of_today(page: MainWindow, qtbot: QtBot) -> None:
    write(page, "新しい脆弱性")
    dialog = page.archive.findChild(LetterDialog)
    assert isinstance(dialog, LetterDialog)
    table = dialog._ui.choice_table
    chosen = table.current_key()
    assert str(chosen).startswith("CVE-")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    preview = preview_of(page, qtbot)
    assert str(chosen) in text_of(preview.document)
    preview.reject()


def test_a_correction_names_the_sheet_that_it_replaces_and_why(page: MainWindow, qtbot: QtBot) -> None:
    write(page, "訂正")
    preview = preview_of(page, qtbot)
    said = text_of(preview.document)
    assert page.archive.chosen.endswith("-2")
    assert page.archive.chosen in said
    assert page.archive.chosen.removesuffix("2") + "1" in said
    assert "版の誤り" in said
    preview.reject()


def test_where_there_is_nothing_to_write_about_one_sentence_says_so(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    window.show_screen("archive")
    write(window, "訂正")
    qtbot.waitUntil(lambda: "訂正版がありません" in window.archive.message.text)
    assert window.archive.findChild(LetterDialog) is None
    assert len(services.archive.records()) == 2
