from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.wizard.date_field import DateField


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField()
    qtbot.addWidget(field)
    field.set_today(date(2026, 8, 7))
    field.show()
    qtbot.waitExposed(field)
    return field


def test_a_typed_day_is_told_and_tidied(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClicks(field.edit, "8/21")
    assert field.day == date(2026, 8, 21)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "2026-08-21"


def test_a_day_committed_by_an_input_method_is_read(field: DateField) -> None:
    QApplication.sendEvent(field.edit, QInputMethodEvent("８がつ", []))
    assert field.day is None
    commit = QInputMethodEvent("", [])
    commit.setCommitString("８月２１日")
    QApplication.sendEvent(field.edit, commit)
    assert field.day == date(2026, 8, 21)


def test_half_a_day_is_told_as_invalid_and_changes_nothing(qtbot: QtBot, field: DateField) -> None:
    field.set_day(date(2026, 8, 1))
    with qtbot.assertNotEmitted(field.day_changed):
        field.edit.selectAll()
        qtbot.keyClick(field.edit, Qt.Key.Key_9)
    assert not field.is_valid
    assert field.day == date(2026, 8, 1)


def test_an_emptied_field_states_no_day(qtbot: QtBot, field: DateField) -> None:
    field.set_day(date(2026, 8, 1))
    with qtbot.waitSignal(field.day_changed):
        field.edit.clear()
    assert field.day is None
    assert field.is_valid


def test_what_already_says_the_day_is_left_as_typed(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClicks(field.edit, "8/21")
    field.set_day(date(2026, 8, 21))
    assert field.edit.text() == "8/21"


def test_down_opens_the_calendar_and_a_day_is_taken(qtbot: QtBot, field: DateField) -> None:
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.isVisible()
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    assert field.day == date(2026, 8, 10)


def test_the_name_is_on_what_has_the_keyboard(field: DateField) -> None:
    field.setAccessibleName("説明する日")
    assert field.edit.accessibleName() == "説明する日"
    assert field.focusProxy() is field.edit
