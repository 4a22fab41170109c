"""A defect gives a report that can be handed on and tells nothing of a customer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.crash_dialog import CrashDialog, report_of


def crash() -> BaseException:
    try:
        try:
            int("見本精密工業株式会社")
        except ValueError as error:
            raise RuntimeError("見本精密工業株式会社") from error
    except RuntimeError as error:
        return error


def test_the_report_names_places_and_types_but_quotes_nothing() -> None:
    report = report_of(crash())
    assert "builtins.ValueError" in report
    assert "builtins.RuntimeError" in report
    assert "test_crash_dialog.py:" in report
    assert "見本精密" not in report


def test_the_report_names_no_folder_of_this_person() -> None:
    assert str(Path(__file__).parent) not in report_of(crash())


def test_the_report_is_copied_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog(None, crash())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.mouseClick(dialog._ui.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.save_to(tmp_path / "報告.txt")
    assert (tmp_path / "報告.txt").read_text(encoding="utf-8") == dialog.report
    assert dialog._ui.done_label.text() == "「報告.txt」に保存しました。"
    dialog.save_to(tmp_path / "ない" / "報告.txt")
    assert "保存できません" in dialog._ui.done_label.text()
