from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step, states
from jcssa_desktop.domain.disclosure import Disclosure, Explained, ItemConfirmation
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.ui.wizard.task_list import TaskList

EMPTY = Disclosure("draft-1", datetime(2026, 8, 7, 9, 0, tzinfo=UTC))
ROWS = [
    "準備",
    "お客様と商談",
    "明細",
    "先にお伝えすること",
    "① 保守契約がない場合",
    "④ 放置のリスク",
    "⑥ 免責事項",
    "⑦ 情報の提供元",
    "製品の状態",
    "② 販売時点の最新版",
    "ご提案",
    "③ サービスプラン",
    "⑤ 有償サービスの内容",
    "⑧ 保守のご提案",
    "仕上げ",
    "ご意向",
    "全文の確認と署名",
    "控えのお渡し",
]


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskList:
    tasks = TaskList()
    qtbot.addWidget(tasks)
    tasks.resize(240, 640)
    tasks.show()
    qtbot.waitExposed(tasks)
    return tasks


def spoken(tasks: TaskList) -> list[str]:
    model = tasks.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click(qtbot: QtBot, tasks: TaskList, title: str) -> None:
    row = next(at for at, words in enumerate(spoken(tasks)) if words.startswith(title))
    place = tasks.visualRect(tasks.model().index(row, 0)).center()
    qtbot.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_unfavourable_things_stand_first_with_the_guidelines_numbers(tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.CUSTOMER, is_sealed=False)
    for words, title in zip(spoken(tasks), ROWS, strict=True):
        assert words.startswith(title)


def test_each_step_says_its_state_in_words(tasks: TaskList) -> None:
    items = list(EMPTY.items)
    items[3] = ItemConfirmation(ItemNumber.RISK, Explained.EXPLAINED)
    items[5] = ItemConfirmation(ItemNumber.EXCLUSIONS, Explained.QUESTION)
    disclosure = Disclosure("draft-1", EMPTY.created_at, items=tuple(items))
    tasks.show_states(states(disclosure), Step.ITEM_7, is_sealed=False)
    words = spoken(tasks)
    assert "④ 放置のリスク 説明済" in words
    assert "⑥ 免責事項 質問あり" in words
    assert "⑦ 情報の提供元 説明中" in words
    assert "② 販売時点の最新版 未説明" in words
    assert "控えのお渡し このあと" in words


def test_a_click_opens_any_step(qtbot: QtBot, tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.CUSTOMER, is_sealed=False)
    with qtbot.waitSignal(tasks.step_chosen) as told:
        click(qtbot, tasks, "⑧")
    assert told.args == [Step.ITEM_8]


def test_a_group_title_leads_nowhere(qtbot: QtBot, tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.CUSTOMER, is_sealed=False)
    with qtbot.assertNotEmitted(tasks.step_chosen):
        click(qtbot, tasks, "ご提案")


def test_the_handover_opens_only_by_sealing(qtbot: QtBot, tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.CUSTOMER, is_sealed=False)
    with qtbot.assertNotEmitted(tasks.step_chosen):
        click(qtbot, tasks, "控えのお渡し")


def test_after_sealing_no_other_step_opens(qtbot: QtBot, tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.HANDOVER, is_sealed=True)
    with qtbot.assertNotEmitted(tasks.step_chosen):
        click(qtbot, tasks, "明細")


def test_the_arrow_keys_pass_over_group_titles(qtbot: QtBot, tasks: TaskList) -> None:
    tasks.show_states(states(EMPTY), Step.LINES, is_sealed=False)
    tasks.setFocus()
    with qtbot.waitSignal(tasks.step_chosen) as told:
        qtbot.keyClick(tasks, Qt.Key.Key_Down)
    assert told.args == [Step.ITEM_1]
