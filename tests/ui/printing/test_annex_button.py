"""The annex of a draft and of a sealed record goes to the clipboard and into files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.printing.annex_button import AnnexButton


@pytest.fixture
def draft_button(window: MainWindow, samples: Path) -> AnnexButton:
    """The button of a draft's review step."""
    window.open_wizard(read_disclosure(samples / "disclosure_sample.json"))
    assert window.wizard is not None
    window.wizard.open_step(Step.REVIEW)
    button = window.wizard.page(Step.REVIEW).findChild(AnnexButton)
    assert isinstance(button, AnnexButton)
    assert button.isVisible()
    return button


def test_the_text_of_a_draft_is_copied_before_it_is_sealed(draft_button: AnnexButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft_button.copied):
        draft_button.copy_action.trigger()
    assert "FortiGate 60F" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_word_and_excel_of_a_draft_are_saved(
    draft_button: AnnexButton, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    action = {"docx": draft_button.word_action, "xlsx": draft_button.workbook_action}[ending]
    action.trigger()
    dialog = draft_button.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == ending
    target = tmp_path / f"別紙.{ending}"
    with qtbot.waitSignal(draft_button.saved):
        dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.read_bytes().startswith(b"PK")


def test_the_annex_of_a_record_is_copied_from_the_archive(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    window.show_screen("archive")
    button = window.archive._detail.annex_button
    with qtbot.waitSignal(button.copied):
        button.copy_action.trigger()
    assert (
        services.archive.decoded(window.archive.chosen).facts[0].model in QGuiApplication.clipboard().text()
    )
    assert window.archive.message.text.startswith("別紙の文章をコピーしました。")
    qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_a_place_that_cannot_be_written_is_said(draft_button: AnnexButton, tmp_path: Path) -> None:
    draft_button.save_to(tmp_path / "nowhere" / "annex.docx")
    step = draft_button.window()
    assert isinstance(step, MainWindow)
    assert step.wizard is not None
    assert "annex.docx" in step.wizard.page(Step.REVIEW)._problem.text
