from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.customer_step import CustomerStep
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper

Shown = tuple[DraftKeeper, CustomerStep]


@pytest.fixture
def shown(
    qtbot: QtBot, services: Services, quoted: Disclosure, keeper_of: Callable[[Disclosure], DraftKeeper]
) -> Shown:
    keeper = keeper_of(quoted)
    step = CustomerStep(keeper, services.now)
    keeper.changed.connect(step.refresh)
    qtbot.addWidget(step)
    step.resize(1000, 700)
    step.show()
    qtbot.waitExposed(step)
    return keeper, step


def retype(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def test_what_the_quotation_said_is_there(shown: Shown, quoted: Disclosure) -> None:
    _, step = shown
    assert step._ui.name_edit.text() == quoted.customer.name
    assert step._ui.quotation_edit.text() == "Q-2026-1118"
    assert step._ui.amount_edit.text() == "5,424,760"
    assert step._ui.sold_on_edit.day == quoted.sale.sold_on


def test_a_typed_name_is_saved_when_the_field_is_left(qtbot: QtBot, services: Services, shown: Shown) -> None:
    keeper, step = shown
    retype(qtbot, step._ui.person_edit, "Mihon Ichiro")
    qtbot.keyClick(step._ui.person_edit, Qt.Key.Key_Tab)
    assert services.drafts.open(keeper.disclosure.disclosure_id).customer.person == "Mihon Ichiro"


def test_an_input_method_writes_only_what_it_commits(shown: Shown) -> None:
    keeper, step = shown
    edit = step._ui.position_edit
    edit.setFocus()
    QApplication.sendEvent(edit, QInputMethodEvent("そうむぶちょう", []))
    assert keeper.disclosure.customer.position == ""
    step.refresh()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("総務部長")
    QApplication.sendEvent(edit, commit)
    assert keeper.disclosure.customer.position == "総務部長"


def test_an_emptied_amount_is_none_and_not_zero(qtbot: QtBot, shown: Shown) -> None:
    keeper, step = shown
    retype(qtbot, step._ui.amount_edit, "")
    assert keeper.disclosure.sale.amount is None


def test_an_amount_may_be_typed_as_people_write_it_and_is_tidied(qtbot: QtBot, shown: Shown) -> None:
    keeper, step = shown
    edit = step._ui.amount_edit
    retype(qtbot, edit, "¥98000")
    assert keeper.disclosure.sale.amount == 98_000
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "98,000"


def test_words_in_the_amount_are_told_and_not_taken(qtbot: QtBot, shown: Shown) -> None:
    keeper, step = shown
    retype(qtbot, step._ui.amount_edit, "about 9")
    assert keeper.disclosure.sale.amount is None
    assert step._ui.amount_error.isVisible()
    assert "数字" in step._ui.amount_error.text()
    assert step._ui.amount_edit.property("invalid") is True
    retype(qtbot, step._ui.amount_edit, "9")
    assert not step._ui.amount_error.isVisible()


def test_the_day_of_explaining_is_typed_briefly(qtbot: QtBot, shown: Shown) -> None:
    keeper, step = shown
    retype(qtbot, step._ui.explained_on_edit.edit, "11/30")
    assert keeper.disclosure.explained_on == date(2026, 11, 30)


def test_a_day_that_is_none_is_told_below_its_field(qtbot: QtBot, shown: Shown) -> None:
    _, step = shown
    retype(qtbot, step._ui.sold_on_edit.edit, "11/31")
    assert step._ui.sold_on_error.isVisible()


def test_a_visit_has_its_time(qtbot: QtBot, services: Services, shown: Shown) -> None:
    keeper, step = shown
    retype(qtbot, step._ui.visit_on_edit, "11/27 10:30")
    expected = datetime(2026, 11, 27, 10, 30, tzinfo=services.now().tzinfo)
    assert keeper.disclosure.sale.visit_on == expected
    qtbot.keyClick(step._ui.visit_on_edit, Qt.Key.Key_Return)
    assert step._ui.visit_on_edit.text() == "2026-11-27 10:30"


def test_the_keyboard_begins_in_the_first_empty_field(qtbot: QtBot, shown: Shown) -> None:
    _, step = shown
    step.enter(Step.CUSTOMER)
    qtbot.waitUntil(step._ui.person_edit.hasFocus)


def test_every_field_has_a_name_for_screen_readers(shown: Shown) -> None:
    _, step = shown
    for edit in step.findChildren(QLineEdit):
        assert edit.accessibleName(), edit.objectName()
