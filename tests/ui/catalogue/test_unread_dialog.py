"""A person settles what could not be read: sees what it hits, is named with it, and can take it back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.catalogue.unread_dialog import UnreadDialog
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.widgets.mark import MarkLabel

SEEN = date(2026, 11, 20)
NUMBER = "CVE-2026-90001"
WORDS = "一部のビルド（社内配布版を除く）"


def record(maker: str, name: str, number: str) -> ListedAdvisory:
    statement = Statement(NamedProduct(maker, name), WORDS)
    return ListedAdvisory("見本 台帳", number, SEEN, (statement,), ids=(NUMBER, number))


@pytest.fixture
def dialog(window: MainWindow, services: Services) -> UnreadDialog:
    """The queue with one statement about a product of the catalogue, and one about another."""
    records = (record("見本電機", "MH-OS", "MH-1"), record("フォーティネット", "FortiOS", "FG-1"))
    services.catalogue.load_starter(CatalogueBatch(listed_advisories=records))
    window.show_screen("catalogue")
    dialog = window.catalogue.open_unread()
    choose(dialog, "FG-1")
    return dialog


def rows(dialog: UnreadDialog) -> list[str]:
    cells = dialog._ui.statement_table.cells
    return [str(cells.index(row, 0).data()) for row in range(cells.rowCount())]


def choose(dialog: UnreadDialog, record_id: str) -> None:
    place = next(place for place, words in enumerate(rows(dialog)) if f"{record_id}・" in words)
    table = dialog._ui.statement_table
    table.choose(table.cells.key(place))


def preview(dialog: UnreadDialog) -> str:
    box = dialog._ui.settle_form._ui.preview
    words = [label.text() for label in box.findChildren(QLabel)]
    marks = [one.mark.word for one in box.findChildren(MarkLabel) if one.mark]
    return " ".join([*words, *marks])


def fill(dialog: UnreadDialog, qtbot: QtBot) -> None:
    form = dialog._ui.settle_form._ui
    qtbot.keyClicks(form.begin_edit, "7.4.0")
    qtbot.keyClicks(form.end_edit, "7.4.9")
    form.why_edit.setPlainText("見本の告知の表で確かめた")


def verdict(services: Services, version: str) -> Verdict:
    answer = services.catalogue.findings("FortiGate 60E", version)
    return next(one.verdict for one in answer.findings if one.advisory_id == NUMBER)


def test_the_page_counts_what_waits(window: MainWindow, dialog: UnreadDialog, services: Services) -> None:
    total = services.catalogue.unread_statements(0).total
    window.catalogue.refresh()
    assert window.catalogue._ui.unread_button.text() == f"読めなかった範囲 {total}"
    assert dialog._ui.chips.button("waiting").text() == f"読み方を待つもの {total}"


def test_what_concerns_the_catalogue_comes_first(dialog: UnreadDialog) -> None:
    found = rows(dialog)
    other = next(place for place, words in enumerate(found) if "MH-1・" in words)
    ours = next(place for place, words in enumerate(found) if "FG-1・" in words)
    assert ours < other


def test_the_words_of_the_source_stand_with_record_and_day(dialog: UnreadDialog) -> None:
    form = dialog._ui.settle_form._ui
    assert form.stated_label.text() == WORDS
    assert form.where_label.text().startswith("見本 台帳・FG-1・")
    assert "11月20日" in form.where_label.text()


def test_what_is_filled_in_is_tried_on_the_versions_of_the_catalogue(
    dialog: UnreadDialog, qtbot: QtBot
) -> None:
    assert "まだ決まっていません" in preview(dialog)
    fill(dialog, qtbot)
    words = preview(dialog)
    assert "読み方：7.4.0 以上、7.4.9 以下が影響を受ける" in words
    assert "FortiOS（カタログの " in words
    assert "7.4.8、7.4.9" in words
    dialog._ui.settle_form._ui.end_included_combo.setCurrentIndex(1)
    assert "7.4.9 より前が影響を受ける" in preview(dialog)


def test_a_version_that_the_family_does_not_write_is_told(dialog: UnreadDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog._ui.settle_form._ui.begin_edit, "abc")
    assert "「abc」は、この系列の版として読み取れません" in preview(dialog)


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_kept(
    dialog: UnreadDialog, services: Services, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog._ui.settle_button, Qt.MouseButton.LeftButton)
    form = dialog._ui.settle_form._ui
    assert form.range_error.text() == "版を入れるか、「すべての版」を選びます。"
    assert form.why_error.text().startswith("根拠を書きます。")
    assert services.catalogue.settlements() == ()


def test_a_settlement_decides_and_names_who_read_it(
    dialog: UnreadDialog, services: Services, qtbot: QtBot
) -> None:
    assert verdict(services, "7.4.9") is Verdict.UNKNOWN
    fill(dialog, qtbot)
    with qtbot.waitSignal(dialog.settled):
        qtbot.mouseClick(dialog._ui.settle_button, Qt.MouseButton.LeftButton)
    assert verdict(services, "7.4.9") is Verdict.AFFECTED
    (settled,) = services.catalogue.settlements()
    assert settled.by == services.settings.current.company.explainer
    assert (settled.on, settled.why) == (date(2026, 11, 24), "見本の告知の表で確かめた")
    assert not any("FG-1・" in words for words in rows(dialog))


def test_a_settlement_is_shown_with_its_reason_and_taken_back(
    dialog: UnreadDialog, services: Services, qtbot: QtBot
) -> None:
    fill(dialog, qtbot)
    qtbot.mouseClick(dialog._ui.settle_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog._ui.chips.button("settled"), Qt.MouseButton.LeftButton)
    (row,) = rows(dialog)
    assert row.endswith("FG-1・7.4.0 以上、7.4.9 以下")
    form = dialog._ui.settle_form._ui
    assert "さんが確定しました。 見本の告知の表で確かめた" in form.message.text
    assert (form.begin_edit.text(), form.end_edit.text()) == ("7.4.0", "7.4.9")
    qtbot.mouseClick(dialog._ui.take_back_button, Qt.MouseButton.LeftButton)
    assert services.catalogue.settlements() == ()
    assert verdict(services, "7.4.9") is Verdict.UNKNOWN
    assert rows(dialog) == []


def test_what_is_not_about_our_products_decides_nothing_any_more(
    dialog: UnreadDialog, services: Services, qtbot: QtBot
) -> None:
    form = dialog._ui.settle_form
    form._not_ours.click()
    form._ui.why_edit.setPlainText("クラウド版だけの話")
    assert "該当の判定に使いません" in preview(dialog)
    qtbot.mouseClick(dialog._ui.settle_button, Qt.MouseButton.LeftButton)
    found = services.catalogue.findings("FortiGate 60E", "7.4.9").findings
    assert NUMBER not in {one.advisory_id for one in found}


def test_the_queue_is_worked_through_by_keys_alone(
    dialog: UnreadDialog, services: Services, qtbot: QtBot
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    table, form = dialog._ui.statement_table, dialog._ui.settle_form._ui
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert form.begin_edit.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "すべての版が影響を受ける" in preview(dialog))
    form.why_edit.setFocus()
    qtbot.keyClicks(form.why_edit, "all")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(services.catalogue.settlements()) == 1)
    assert services.catalogue.settlements()[0].ranges == ("*",)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
