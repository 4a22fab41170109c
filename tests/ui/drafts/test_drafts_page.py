"""Drafts are opened, put aside, and brought back."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.main_window import MainWindow


@pytest.fixture
def two_drafts(window: MainWindow, services: Services) -> MainWindow:
    for name in ("見本精密工業株式会社", "株式会社サンプル運輸"):
        draft = services.drafts.start_empty()
        services.drafts.save(replace(draft, customer=replace(draft.customer, name=name)))
    window.show_screen("drafts")
    return window


def names(window: MainWindow) -> list[str]:
    rows = window.drafts._ui.drafts_list.rows
    return [rows.row(number).name for number in range(rows.rowCount())]


def test_all_drafts_are_listed_and_counted(two_drafts: MainWindow) -> None:
    assert set(names(two_drafts)) == {"見本精密工業株式会社", "株式会社サンプル運輸"}
    assert two_drafts.drafts._ui.count_label.text() == "下書き 2件"


def test_a_draft_is_put_aside_and_brought_back_by_keys(two_drafts: MainWindow, qtbot: QtBot) -> None:
    drafts = two_drafts.drafts._ui.drafts_list
    drafts.setFocus()
    gone = drafts.rows.row(0).name
    qtbot.keyClick(drafts, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: gone not in names(two_drafts))
    assert two_drafts.drafts.message.text == f"「{gone}」の下書きを捨てました。 30日は元に戻せます。"
    qtbot.keyClick(two_drafts, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: gone in names(two_drafts))
    assert two_drafts.drafts.message.isHidden()


def test_a_click_chooses_and_a_double_click_opens(two_drafts: MainWindow, qtbot: QtBot) -> None:
    drafts = two_drafts.drafts._ui.drafts_list
    place = drafts.visualRect(drafts.rows.index(1, 0)).center()
    qtbot.mouseClick(drafts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert two_drafts.wizard is None
    assert names(two_drafts)[1] in two_drafts.drafts._ui.saved_label.text()
    qtbot.mouseDClick(drafts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(drafts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert two_drafts.wizard is not None


def test_without_drafts_there_is_nothing_to_throw_away(window: MainWindow) -> None:
    window.show_screen("drafts")
    assert window.drafts._ui.empty_label.isVisible()
    assert not window.drafts._ui.footer.isVisible()


def test_the_keyboard_stays_on_the_page_when_the_last_draft_is_thrown_away(
    two_drafts: MainWindow, qtbot: QtBot
) -> None:
    drafts = two_drafts.drafts._ui.drafts_list
    qtbot.waitUntil(drafts.hasFocus)
    for left in (1, 0):
        qtbot.keyClick(drafts, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda left=left: len(names(two_drafts)) == left)
    assert two_drafts.drafts._ui.choose_button.hasFocus()


def test_the_count_stands_in_the_navigation(two_drafts: MainWindow) -> None:
    model = two_drafts._ui.navigation.entry_list.model()
    assert model.index(1, 0).data() == "告知 2"


def test_many_drafts_fill_the_page(window: MainWindow, services: Services, qtbot: QtBot) -> None:
    for _number in range(12):
        services.drafts.save(services.drafts.start_empty())
    window.show_screen("drafts")
    ui = window.drafts._ui
    qtbot.waitUntil(lambda: ui.drafts_list.height() >= ui.card.height() - 4)
