from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import ITEM_STEPS, Step
from jcssa_desktop.domain.disclosure import Disclosure, Explained, ItemConfirmation
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.item_step import ItemStep

Shown = tuple[DraftKeeper, ItemStep]
Show = Callable[[Disclosure, ItemNumber], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, keeper_of: Callable[[Disclosure], DraftKeeper]) -> Show:
    def shown(disclosure: Disclosure, number: ItemNumber) -> Shown:
        keeper = keeper_of(disclosure)
        step = ItemStep(keeper, services.today, services.now)
        keeper.changed.connect(step.refresh)
        qtbot.addWidget(step)
        step.resize(1110, 648)
        step.show()
        qtbot.waitExposed(step)
        step.activateWindow()
        qtbot.waitUntil(step.isActiveWindow)
        step.enter(ITEM_STEPS[number])
        QApplication.processEvents()
        return keeper, step

    return shown


def texts(step: ItemStep) -> str:
    """Everything that the card of facts says."""
    return "\n".join(label.text() for label in step._facts.findChildren(QLabel) if label.isVisibleTo(step))


def alt(qtbot: QtBot, step: ItemStep, key: Qt.Key) -> None:
    """Press Alt and a key; the button that it belongs to is down for a moment before it counts."""
    with qtbot.waitSignal(step._results.chosen):
        qtbot.keyClick(step, key, Qt.KeyboardModifier.AltModifier)


def test_nothing_is_chosen_beforehand(show: Show, quoted: Disclosure) -> None:
    for number in ItemNumber:
        _, step = show(quoted, number)
        assert step._results.value is None
        assert step._ui.confirmed_label.text() == ""


def test_an_item_is_confirmed_by_keys_with_time_and_name(
    qtbot: QtBot, services: Services, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    alt(qtbot, step, Qt.Key.Key_1)
    item = keeper.disclosure.item(ItemNumber.RISK)
    assert (item.state, item.confirmed_at) == (Explained.EXPLAINED, services.now())
    assert step._ui.confirmed_label.text() == "14:05・見本 太郎が記録"
    assert services.drafts.open(quoted.disclosure_id).item(ItemNumber.RISK) == item


def test_confirming_one_item_confirms_no_other(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    alt(qtbot, step, Qt.Key.Key_1)
    others = [one.state for one in keeper.disclosure.items if one.number is not ItemNumber.RISK]
    assert set(others) == {Explained.OPEN}


def test_a_question_needs_its_words_and_a_day(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.LATEST_VERSION)
    alt(qtbot, step, Qt.Key.Key_2)
    ui = step._ui
    assert ui.note_error.text() == "お客様の質問を書きます。"
    assert ui.answer_by_error.text() == "いつまでに答えるかを決めます。"
    qtbot.waitUntil(ui.note_edit.hasFocus)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("更新は誰がしますか")
    QApplication.sendEvent(ui.note_edit, commit)
    qtbot.keyClicks(ui.answer_by_edit.edit, "12/4")
    item = keeper.disclosure.item(ItemNumber.LATEST_VERSION)
    assert (item.note, item.answer_by) == ("更新は誰がしますか", date(2026, 12, 4))
    assert not ui.note_error.isVisible()
    assert not ui.answer_by_error.isVisible()


def test_an_item_is_put_aside_with_a_reason(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.SERVICE_PLANS)
    alt(qtbot, step, Qt.Key.Key_3)
    assert step._ui.note_error.text() == "理由を書きます。控えに印刷します。"
    assert not step._ui.answer_by_edit.isVisible()
    qtbot.keyClicks(step._ui.note_edit, "Already covered")
    item = keeper.disclosure.item(ItemNumber.SERVICE_PLANS)
    assert (item.state, item.note) == (Explained.NOT_APPLICABLE, "Already covered")


@pytest.mark.parametrize(
    "number", [ItemNumber.NO_CONTRACT, ItemNumber.RISK, ItemNumber.EXCLUSIONS, ItemNumber.LATEST_VERSION]
)
def test_what_is_told_at_every_sale_cannot_be_put_aside(
    qtbot: QtBot, show: Show, quoted: Disclosure, number: ItemNumber
) -> None:
    keeper, step = show(quoted, number)
    with qtbot.assertNotEmitted(step._results.chosen, wait=200):
        qtbot.keyClick(step, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert keeper.disclosure.item(number).state is Explained.OPEN


def test_the_memo_is_kept_and_not_printed(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    qtbot.keyClicks(step._ui.memo_edit, "call back")
    assert keeper.disclosure.item(ItemNumber.RISK).memo == "call back"
    assert "call back" not in step._ui.wording_text.text()


def test_the_wording_is_mended_for_this_sale_and_restored(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    ui = step._ui
    before = ui.wording_text.text()
    qtbot.keyClick(step, Qt.Key.Key_F2)
    assert ui.wording_edit.isVisible()
    assert ui.wording_edit.toPlainText() == before
    ui.wording_edit.setPlainText("この商談だけの文です。")
    qtbot.keyClick(ui.wording_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ui.wording_text.text() == "この商談だけの文です。"
    assert ui.pack_label.text() == "この商談のために直した文"
    assert keeper.disclosure.item(ItemNumber.RISK).wording == "この商談だけの文です。"
    qtbot.mouseClick(ui.restore_button, Qt.MouseButton.LeftButton)
    assert ui.wording_text.text() == before
    assert keeper.disclosure.item(ItemNumber.RISK).wording == ""


def test_escape_leaves_the_wording_as_it_was(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    qtbot.keyClick(step, Qt.Key.Key_F2)
    step._ui.wording_edit.setPlainText("まちがい")
    qtbot.keyClick(step._ui.wording_edit, Qt.Key.Key_Escape)
    assert keeper.disclosure.item(ItemNumber.RISK).wording == ""
    assert not step._ui.wording_edit.isVisible()


def test_opening_the_editor_alone_changes_nothing(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    qtbot.keyClick(step, Qt.Key.Key_F2)
    qtbot.keyClick(step, Qt.Key.Key_F2)
    assert keeper.disclosure == quoted


def test_the_first_item_shows_who_does_what(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted, ItemNumber.NO_CONTRACT)
    assert step._matrix.isVisible()
    assert "契約がないとき" in step._matrix.accessibleDescription()
    assert not step._facts.isVisible()


def test_a_known_and_exploited_weakness_is_told_with_source_and_day(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.RISK)
    told = texts(step)
    assert "FortiGate 60F" in told
    assert "実際の攻撃に使われています。" in told
    assert "CVE-2026-24858" in told
    assert "確認）" in told


def test_no_hit_is_never_shown_as_safe(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.RISK)
    assert "安全です" not in texts(step)
    for row in step._facts._rows:
        if row.text.startswith("この版に当たる登録は見つかりません。"):
            assert row.strong == "安全を意味しません。"


def test_an_unrecorded_version_leads_to_its_line(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted, ItemNumber.RISK)
    with qtbot.waitSignal(step.jump_requested) as told:
        step._facts.link_followed.emit(quoted.devices[0].line_id)
    assert told.args == [Step.LINES, quoted.devices[0].line_id]
    assert "版を記録する" in texts(step)


def test_the_newest_version_is_told_with_its_day_and_source(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.LATEST_VERSION)
    told = texts(step)
    assert "に確認した最新版は" in told
    assert "7.4.11" in told
    assert "11月20日に当社が再確認" in told
    assert "最新版の確認記録がありません。" in told


def test_plans_are_told_with_what_they_exclude(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.PAID_SERVICES)
    told = texts(step)
    assert "円（税別）" in told
    assert "含まないもの：" in told


def test_makers_are_told_with_their_pages(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.INFORMATION_DUTY)
    assert "https://" in texts(step)
    assert "フォーティネット" in texts(step)


def test_proposals_are_told_with_the_customers_answers(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.MAINTENANCE_PROPOSAL)
    marks = [row.state for row in step._facts._rows]
    words = [mark if isinstance(mark, str) else mark.word for mark in marks]
    assert "契約する" in words
    assert "検討する" in words


def test_the_exclusions_are_told_with_our_own_work(show: Show, filled: Disclosure) -> None:
    _, step = show(filled, ItemNumber.EXCLUSIONS)
    assert "当社の作業：設置、初期設定" in texts(step)
    assert "A-2" in step._ui.pack_label.text()


def test_the_script_is_hidden_and_brought_back(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted, ItemNumber.RISK)
    assert step._script.isVisible()
    qtbot.mouseClick(step._script._ui.hide_button, Qt.MouseButton.LeftButton)
    assert not step._script.isVisible()
    step.toggle_script()
    assert step._script.isVisible()


def test_an_answer_of_the_script_opens_below_its_question(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted, ItemNumber.RISK)
    question = keeper.view().pack.item(ItemNumber.RISK).questions[0]
    link = next(
        label for label in step._script.findChildren(QLabel) if question.question in label.accessibleName()
    )
    answer = next(label for label in step._script.findChildren(QLabel) if label.text() == question.answer)
    assert not answer.isVisible()
    link.linkActivated.emit("#")
    assert answer.isVisible()


def test_a_result_may_be_changed_and_drops_what_belonged_to_the_old_one(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    asked = ItemConfirmation(ItemNumber.RISK, Explained.QUESTION, note="いつ？", answer_by=date(2026, 12, 1))
    items = tuple(asked if one.number is ItemNumber.RISK else one for one in quoted.items)
    keeper, step = show(replace(quoted, items=items), ItemNumber.RISK)
    assert step._results.value is Explained.QUESTION
    alt(qtbot, step, Qt.Key.Key_1)
    item = keeper.disclosure.item(ItemNumber.RISK)
    assert (item.state, item.answer_by) == (Explained.EXPLAINED, None)
