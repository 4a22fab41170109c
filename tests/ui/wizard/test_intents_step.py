from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Answer, ContractState, Disclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.intent_card import IntentCard
from jcssa_desktop.ui.wizard.intents_step import IntentsStep

Shown = tuple[DraftKeeper, IntentsStep]
Show = Callable[[Disclosure], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, keeper_of: Callable[[Disclosure], DraftKeeper]) -> Show:
    def shown(disclosure: Disclosure) -> Shown:
        keeper = keeper_of(disclosure)
        step = IntentsStep(keeper, services.today)
        keeper.changed.connect(step.refresh)
        qtbot.addWidget(step)
        step.resize(1110, 648)
        step.show()
        qtbot.waitExposed(step)
        step.enter(Step.INTENTS)
        return keeper, step

    return shown


def answer(card: IntentCard, choice: Answer) -> None:
    card._answers.option(choice).click()


def first(keeper: DraftKeeper, step: IntentsStep) -> IntentCard:
    return step.card(keeper.disclosure.devices[0].line_id)


def test_each_device_has_a_card_and_no_answer_is_chosen(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    cards = [step.card(line.line_id) for line in keeper.disclosure.devices]
    assert len(cards) == 5
    assert all(card.is_open for card in cards)


def test_plans_are_offered_with_their_prices(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    combo = first(keeper, step)._ui.contract_combo
    assert combo.itemText(0) == "ご提案なし"
    assert "円（税別）" in combo.itemText(1)


def test_an_answer_is_saved_at_once(services: Services, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    answer(first(keeper, step), Answer.DECLINED)
    line_id = quoted.devices[0].line_id
    assert services.drafts.open(quoted.disclosure_id).intent(line_id).answer is Answer.DECLINED


def test_a_contract_needs_its_plan(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    card = first(keeper, step)
    answer(card, Answer.CONTRACT)
    assert card._ui.error_label.text() == "契約するプランを選びます。"
    card._ui.contract_combo.setFocus()
    qtbot.keyClick(card._ui.contract_combo, Qt.Key.Key_Down)
    intent = keeper.disclosure.intent(quoted.devices[0].line_id)
    assert intent.contract_plan_id
    assert not card._ui.error_label.isVisible()


def test_considering_needs_a_day(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    card = first(keeper, step)
    assert not card._ui.due_edit.isVisible()
    answer(card, Answer.CONSIDERING)
    assert card._ui.error_label.text() == "いつまでにお返事をいただくかを決めます。"
    qtbot.keyClicks(card._ui.due_edit.edit, "12/11")
    assert keeper.disclosure.intent(quoted.devices[0].line_id).due == date(2026, 12, 11)
    assert not card._ui.error_label.isVisible()


def test_another_answer_drops_the_day(show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    considering = next(one for one in filled.intents if one.answer is Answer.CONSIDERING)
    answer(step.card(considering.line_id), Answer.DECLINED)
    assert keeper.disclosure.intent(considering.line_id).due is None


def test_an_answer_against_the_lines_is_told_and_mended_by_a_person(
    qtbot: QtBot, show: Show, filled: Disclosure
) -> None:
    keeper, step = show(filled)
    line = next(line for line in filled.devices if line.contract is ContractState.NONE)
    card = step.card(line.line_id)
    answer(card, Answer.CONTRACT)
    card._ui.contract_combo.setCurrentIndex(1)
    card._ui.contract_combo.activated.emit(1)
    assert card._ui.error_label.text() == "明細の保守契約は「なし」です。"
    assert keeper.disclosure.lines == filled.lines, "nothing is mended by itself"
    card._ui.mend_button.setFocus()
    qtbot.keyClick(card._ui.mend_button, Qt.Key.Key_Space)
    mended = next(one for one in keeper.disclosure.lines if one.line_id == line.line_id)
    assert mended.contract is ContractState.CONTRACT
    assert not card._ui.mend_button.isVisible()


def test_a_note_is_kept(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    qtbot.keyClicks(first(keeper, step)._ui.note_edit, "board decides")
    assert keeper.disclosure.intent(quoted.devices[0].line_id).note == "board decides"


def test_the_keyboard_begins_at_the_first_open_answer(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    open_line = filled.devices[2].line_id
    intents = tuple(one for one in filled.intents if one.line_id != open_line)
    _, step = show(replace(filled, intents=intents))
    card = step.card(open_line)
    qtbot.waitUntil(lambda: card._answers.option(Answer.CONTRACT).hasFocus())


def test_without_devices_the_page_says_what_to_do(show: Show, services: Services) -> None:
    _, step = show(services.drafts.start_empty())
    assert step._ui.empty_label.isVisible()


def test_one_answer_is_given_to_the_others_by_one_click(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    card = first(keeper, step)
    assert card._ui.alike_button.isHidden()
    answer(card, Answer.DECLINED)
    assert card._ui.alike_button.text() == "未回答の 4機種も同じ答えにする"
    card._ui.alike_button.click()
    answers = {keeper.disclosure.intent(line.line_id).answer for line in keeper.disclosure.devices}
    assert answers == {Answer.DECLINED}
    assert card._ui.alike_button.isHidden()


def test_an_answer_that_lacks_its_plan_is_not_given_on(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    card = first(keeper, step)
    answer(card, Answer.CONTRACT)
    assert card._ui.alike_button.isHidden()
