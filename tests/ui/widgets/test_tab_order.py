"""Tab goes through a window as it is read: from the top, and where parts come and go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.widgets.tab_order import TabByLayout, tab_stops

SAMPLE = resource_folder() / "samples" / "disclosure_sample.json"


class _Window(TabByLayout, QWidget):
    pass


def test_parts_are_reached_as_they_are_laid_out_not_as_they_were_made(qtbot: QtBot) -> None:
    window = _Window()
    qtbot.addWidget(window)
    last, first = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for part in (first, last):
        column.addWidget(part)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    between = QPushButton("x")
    column.insertWidget(1, between)
    between.show()
    for expected in (between, last, first):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    assert last.hasFocus()
    between.setEnabled(False)
    qtbot.keyClick(last, Qt.Key.Key_Backtab)
    assert first.hasFocus()


def test_every_step_is_read_from_its_top(window: MainWindow, services: Services) -> None:
    window.open_wizard(services.drafts.start_empty())
    assert window.wizard is not None
    window.wizard.close_wizard()
    window.open_wizard(read_disclosure(SAMPLE))
    assert window.wizard is not None
    for step in (Step.CUSTOMER, Step.ITEM_1, Step.INTENTS):
        window.wizard.open_step(step)
        page = window.wizard.page(step)
        column = [stop for stop in tab_stops(page) if stop.mapTo(page, QPoint()).x() < page.width() // 3]
        tops = [stop.mapTo(page, QPoint()).y() for stop in column]
        assert len(tops) > 1
        assert tops == sorted(tops), step
