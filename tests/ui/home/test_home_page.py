"""Today: what to begin, what to finish, what waits for a signature."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import Explained
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import InlineTaskRunner, TaskRunner


def keep_draft(services: Services, customer: str) -> None:
    draft = services.drafts.start_empty()
    items = tuple(
        replace(item, state=Explained.EXPLAINED, confirmed_at=services.now())
        if item.number in {ItemNumber.NO_CONTRACT, ItemNumber.RISK}
        else item
        for item in draft.items
    )
    services.drafts.save(replace(draft, customer=replace(draft.customer, name=customer), items=items))


def test_the_day_stands_at_the_head(window: MainWindow) -> None:
    assert window.home._ui.date_label.text() == "2026年（令和8年）11月24日 火曜日"


def test_without_drafts_the_page_says_how_to_begin(window: MainWindow) -> None:
    ui = window.home._ui
    assert ui.drafts_empty_label.isVisible()
    assert ui.drafts_empty_label.text() == "下書きはありません。見積書を置くと、ここに並びます。"
    assert not ui.drafts_list.isVisible()


def test_a_draft_shows_how_far_it_is(window: MainWindow, services: Services) -> None:
    keep_draft(services, "見本精密工業株式会社")
    window.refresh()
    ui = window.home._ui
    assert ui.drafts_count_label.text() == "1件"
    words = ui.drafts_list.rows.index(0, 0).data()
    assert words.startswith("見本精密工業株式会社、明細なし、訪問日 未定、2/8 説明済・次は")


def test_enter_on_a_draft_opens_it(window: MainWindow, services: Services, qtbot: QtBot) -> None:
    keep_draft(services, "見本精密工業株式会社")
    window.refresh()
    window.home._ui.drafts_list.setFocus()
    qtbot.keyClick(window.home._ui.drafts_list, Qt.Key.Key_Return)
    assert window.wizard is not None
    assert window.wizard.disclosure.customer.name == "見本精密工業株式会社"


def test_the_keyboard_begins_on_the_filled_button(window: MainWindow) -> None:
    window.show_screen("archive")
    window.show_screen("home")
    assert window.home._ui.drop_area._ui.choose_button.hasFocus()


def test_at_the_start_the_keyboard_is_where_the_work_begins(services: Services, qtbot: QtBot) -> None:
    for has_drafts in (False, True):
        if has_drafts:
            keep_draft(services, "見本精密工業株式会社")
        runner = TaskRunner()
        window = MainWindow(services, runner)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        ui = window.home._ui
        qtbot.waitUntil(lambda ui=ui: bool(ui.date_label.text()))
        first = ui.drafts_list if has_drafts else ui.drop_area._ui.choose_button
        qtbot.waitUntil(first.hasFocus)
        runner.wait()
        window.close()


def test_title_and_words_of_the_drop_area_stand_together(empty_services: Services, qtbot: QtBot) -> None:
    window = MainWindow(empty_services, InlineTaskRunner())
    qtbot.addWidget(window)
    window.show()
    ui = window.home.drop_area._ui
    assert ui.sample_button.isVisible()
    assert ui.support_label.y() - ui.title_label.geometry().bottom() <= 8


def test_records_that_wait_for_a_signature_are_listed_with_their_age(window: MainWindow) -> None:
    ui = window.home._ui
    assert ui.unsigned_section.isVisible()
    assert ui.unsigned_list.rows.rowCount() == 1
    assert "「あとで署名」" in ui.unsigned_list.rows.index(0, 0).data()


def test_a_record_opens_in_the_archive(window: MainWindow, qtbot: QtBot) -> None:
    records = window.home._ui.recent_list
    records.setFocus()
    qtbot.keyClick(records, Qt.Key.Key_Return)
    assert window.screen_key == "archive"
    assert window.archive.chosen == records.rows.row(0).document_number


def test_a_new_laptop_shows_no_empty_boxes_and_offers_the_sample(
    empty_services: Services, runner: TaskRunner, qtbot: QtBot
) -> None:
    window = MainWindow(empty_services, runner)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    ui = window.home._ui
    assert not ui.unsigned_section.isVisible()
    assert not ui.recent_section.isVisible()
    assert ui.drop_area._ui.sample_button.isVisible()
    qtbot.mouseClick(ui.drop_area._ui.sample_button, Qt.MouseButton.LeftButton)
    if window.wizard is None:
        window.message.button.click()
    assert window.wizard is not None
    assert window.wizard.disclosure.lines


def test_the_sample_company_is_flagged_and_leads_to_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    message = window.home.message
    assert "見本のまま" in message.text
    qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    assert window.screen_key == "settings"


def test_the_search_leads_to_where_the_text_is(window: MainWindow, qtbot: QtBot) -> None:
    jump = window.home._ui.search_jump
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert jump.edit.hasFocus()
    qtbot.keyClicks(jump.edit, "rtx")
    qtbot.waitUntil(lambda: jump.is_open)
    assert jump.places.rows.row(0).key == "catalogue"
    qtbot.keyClick(jump.edit, Qt.Key.Key_Return)
    assert window.screen_key == "catalogue"
    assert window.catalogue._ui.search_edit.text() == "rtx"


def test_the_search_finds_customers_in_the_archive(window: MainWindow, qtbot: QtBot) -> None:
    jump = window.home._ui.search_jump
    window.home.focus_search()
    jump.edit.setText("見本デザイン")
    qtbot.waitUntil(lambda: jump.is_open)
    assert jump.places.rows.row(0).key == "archive"
    qtbot.keyClick(jump.edit, Qt.Key.Key_Return)
    assert window.screen_key == "archive"
    assert window.archive._ui.record_table.cells.rowCount() == 1


def test_large_text_puts_the_columns_one_above_the_other(window: MainWindow, qtbot: QtBot) -> None:
    ui = window.home._ui
    assert ui.right_column.x() > ui.left_column.x()
    window.settings._ui.text_size_combo.setCurrentIndex(window.settings._ui.text_size_combo.findData(150))
    window.settings.save()
    qtbot.waitUntil(lambda: ui.right_column.x() == ui.left_column.x())
    assert window._ui.navigation.is_folded
    window.settings._ui.text_size_combo.setCurrentIndex(window.settings._ui.text_size_combo.findData(100))
    window.settings.save()
    qtbot.waitUntil(lambda: ui.right_column.x() > ui.left_column.x())


def test_the_drop_area_is_no_higher_than_its_words_and_buttons(window: MainWindow, qtbot: QtBot) -> None:
    area = window.home.drop_area
    qtbot.waitUntil(lambda: area.height() <= max(area.sizeHint().height(), area.minimumHeight()))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", [100, 125, 150])
def test_the_page_never_scrolls_to_the_side(
    window: MainWindow, qapp: Application, qtbot: QtBot, language: str, text_size: int
) -> None:
    qapp.use(language=language, theme="light", text_size=text_size)
    fresh = MainWindow(window._services, window._runner)
    qtbot.addWidget(fresh)
    for width in (1180, 1366, 1920):
        fresh.resize(width, 768)
        fresh.show()
        qtbot.waitUntil(lambda: fresh.home._ui.scroll_area.horizontalScrollBar().maximum() == 0)
