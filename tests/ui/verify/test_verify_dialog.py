"""A file from anywhere, or a sheet on paper, is told unchanged, altered or unknown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.verify.verify_dialog import VerifyDialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> VerifyDialog:
    window.show_screen("archive")
    qtbot.mouseClick(window.archive._ui.verify_file_button, Qt.MouseButton.LeftButton)
    opened = window.findChild(VerifyDialog)
    assert opened is not None
    return opened


@pytest.fixture
def sealed(services: Services) -> SealedRecord:
    return services.archive.record(services.archive.records()[0].document_number)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_what_was_sealed_is_told_with_who_and_when(
    dialog: VerifyDialog, sealed: SealedRecord, tmp_path: Path
) -> None:
    dialog.verify_file(written(tmp_path, "同じ.pdf", sealed.pdf))
    assert dialog.tone == "ok"
    assert "「同じ.pdf」：封緘のときから変わっていません" in dialog.text
    assert sealed.sealed_by in dialog.text
    assert sealed.document_number in dialog.text


def test_a_file_is_dropped_anywhere(dialog: VerifyDialog, sealed: SealedRecord, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, "足した.pdf", sealed.pdf + b"\n%")))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dialog.dropEvent(QDropEvent(QPointF(5, 5), *keys))
    assert dialog.tone == "alert"
    assert "書き足されています" in dialog.text


def test_what_is_no_sheet_or_not_there_is_one_sentence(dialog: VerifyDialog, tmp_path: Path) -> None:
    dialog.verify_file(written(tmp_path, "別物.pdf", b"%PDF-1.4\n%%EOF\n"))
    assert dialog.tone == "warn"
    assert "変わっていないとは言えません" in dialog.text
    dialog.verify_file(tmp_path / "ない.pdf")
    assert dialog.tone == "alert"
    assert "ない.pdf" in dialog.text


def test_paper_is_held_against_the_archive(dialog: VerifyDialog, sealed: SealedRecord, qtbot: QtBot) -> None:
    ui = dialog._ui
    qtbot.mouseClick(ui.paper_button, Qt.MouseButton.LeftButton)
    assert "入れます" in dialog.text
    qtbot.keyClicks(ui.number_edit, sealed.document_number)
    qtbot.keyClicks(ui.code_edit, check_code(sealed.sha256).lower())
    qtbot.keyClick(ui.code_edit, Qt.Key.Key_Return)
    assert dialog.tone == "ok"
    assert "台帳の記録のものです" in dialog.text
    ui.code_edit.setText("0000-0000-0000")
    qtbot.mouseClick(ui.paper_button, Qt.MouseButton.LeftButton)
    assert dialog.tone == "alert"


def test_the_fields_for_paper_are_named_while_they_are_filled(dialog: VerifyDialog) -> None:
    ui = dialog._ui
    for label, edit in ((ui.number_label, ui.number_edit), (ui.code_label, ui.code_edit)):
        edit.setText("x")
        assert label.isVisible()
        assert label.buddy() is edit
