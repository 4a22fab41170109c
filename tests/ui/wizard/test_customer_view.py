from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import Disclosure, Explained
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.customer_page import _row_html
from jcssa_desktop.ui.wizard.customer_view import CustomerView
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.item_facts import SaleFacts, fact_rows

Shown = tuple[DraftKeeper, CustomerView]
Show = Callable[[Disclosure, ItemNumber], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, keeper_of: Callable[[Disclosure], DraftKeeper]) -> Show:
    def shown(disclosure: Disclosure, number: ItemNumber) -> Shown:
        keeper = keeper_of(disclosure)
        view = CustomerView(keeper, services.today, services.now)
        qtbot.addWidget(view)
        view.resize(1280, 720)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.show_item(number)
        return keeper, view

    return shown


def test_having_been_told_is_recorded_and_the_next_item_follows(
    services: Services, show: Show, quoted: Disclosure
) -> None:
    keeper, view = show(quoted, ItemNumber.NO_CONTRACT)
    view.buttons[1].click()
    item = keeper.disclosure.item(ItemNumber.NO_CONTRACT)
    assert (item.state, item.confirmed_at) == (Explained.EXPLAINED, services.now())
    assert view.number is ItemNumber.RISK


def test_a_question_is_recorded_and_left_to_the_salesperson(show: Show, quoted: Disclosure) -> None:
    keeper, view = show(quoted, ItemNumber.RISK)
    view.buttons[0].click()
    item = keeper.disclosure.item(ItemNumber.RISK)
    assert (item.state, item.note) == (Explained.QUESTION, "")


def test_one_press_confirms_one_item(show: Show, quoted: Disclosure) -> None:
    keeper, view = show(quoted, ItemNumber.NO_CONTRACT)
    view.buttons[1].click()
    states = [one.state for one in keeper.disclosure.items]
    assert states.count(Explained.EXPLAINED) == 1


def test_after_the_last_item_the_page_closes(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, view = show(quoted, EXPLAINING_ORDER[-1])
    with qtbot.waitSignal(view.finished):
        view.buttons[1].click()
    assert not view.isVisible()


def test_escape_returns_and_records_nothing(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, view = show(quoted, ItemNumber.RISK)
    with qtbot.waitSignal(view.finished) as told:
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert told.args == [ItemNumber.RISK]
    assert keeper.disclosure == quoted


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1366, 768), (1024, 768)])
def test_the_sheet_is_scaled_as_a_whole(show: Show, filled: Disclosure, size: tuple[int, int]) -> None:
    _, view = show(filled, ItemNumber.RISK)
    view.resize(*size)
    for button in view.buttons:
        assert view.rect().contains(button.geometry())
    ask, heard = view.buttons
    assert ask.geometry().right() < heard.geometry().left()


def test_every_item_has_a_page(show: Show, filled: Disclosure) -> None:
    _, view = show(filled, ItemNumber.NO_CONTRACT)
    pictures = []
    for number in ItemNumber:
        view.show_item(number)
        pictures.append(bytes(view.grab().toImage().constBits()))
    assert len(set(pictures)) == len(ItemNumber)


def test_no_price_is_shown_to_the_customer(services: Services, filled: Disclosure) -> None:
    sale = SaleFacts(filled, services.drafts.view(filled), services.today())
    for number in (ItemNumber.SERVICE_PLANS, ItemNumber.PAID_SERVICES):
        for row in fact_rows(number, sale):
            assert "円" in row.support
            assert "円" not in _row_html(row)


def test_links_and_memos_are_not_for_the_customer(services: Services, quoted: Disclosure) -> None:
    sale = SaleFacts(quoted, services.drafts.view(quoted), services.today())
    for row in fact_rows(ItemNumber.RISK, sale):
        assert row.link == "版を記録する"
        assert row.link not in _row_html(row)
