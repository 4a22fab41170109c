"""The catalogue is searched as one types; a product tells each fact with its day and source."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.ui.catalogue.product_detail import ProductDetail
from jcssa_desktop.ui.catalogue.product_rows import matching_part
from jcssa_desktop.ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.show_screen("catalogue")
    return window


def models(window: MainWindow) -> list[str]:
    rows = window.catalogue._ui.product_list.rows
    return [rows.row(number).model for number in range(rows.rowCount())]


def detail(window: MainWindow) -> ProductDetail:
    return window.catalogue._ui.product_detail


def cell_words(table: object, row: int) -> str:
    cells = table.cells  # type: ignore[attr-defined]
    return " ".join(str(cells.index(row, column).data()) for column in range(cells.columnCount()))


def test_typing_searches_by_itself(page: MainWindow, qtbot: QtBot) -> None:
    edit = page.catalogue._ui.search_edit
    assert edit.hasFocus()
    qtbot.keyClicks(edit, "60f")
    qtbot.waitUntil(lambda: models(page) == ["FortiGate 60F"])
    assert page.catalogue._ui.found_label.text() == "1件・全角や小文字でも見つかります"


@pytest.mark.parametrize("text", ["６０Ｆ", "60-f", "fg 60f", "ＦＧー６０Ｆ"])
def test_width_case_and_hyphens_do_not_matter(page: MainWindow, text: str) -> None:
    page.catalogue.search(text)
    assert "FortiGate 60F" in models(page)


def test_escape_empties_the_search(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("60f")
    qtbot.keyClick(page.catalogue._ui.search_edit, Qt.Key.Key_Escape)
    assert len(models(page)) > 1


def test_what_is_not_there_is_said_with_the_way_out(page: MainWindow) -> None:
    page.catalogue.search("そんな製品はない")
    label = page.catalogue._ui.empty_label
    assert label.isVisible()
    assert "「そんな製品はない」に当たる製品はありません" in label.text()
    assert not detail(page).isVisible()


def test_arrows_walk_through_the_results(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("rtx")
    qtbot.keyClick(page.catalogue._ui.search_edit, Qt.Key.Key_Down)
    products = page.catalogue._ui.product_list
    assert products.hasFocus()
    qtbot.keyClick(products, Qt.Key.Key_Down)
    assert detail(page)._ui.model_label.text() == models(page)[1]


def test_the_latest_version_is_told_with_its_day_and_source(page: MainWindow) -> None:
    page.catalogue.search("fg-60f")
    reading = detail(page)._reading
    assert reading is not None
    latest = reading.facts.latest
    assert latest is not None
    fact = detail(page)._ui.facts.layout().itemAt(0).widget().accessibleName()
    assert fact.startswith(f"最新として確認した版 {latest.version}")
    assert latest.source in fact


def test_findings_follow_the_version_that_is_chosen(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("fg-60e")
    ui = detail(page)._ui
    line = ui.version_combo.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "6.0.4")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert ui.findings_count_label.text().startswith("該当 ")
    assert "該当 0" not in ui.findings_count_label.text()
    assert cell_words(ui.finding_table, 0).startswith("悪用あり CVE-")
    assert "6.0.4 は、影響を受ける範囲" in ui.finding_table.details_of(0)
    assert not ui.no_finding_label.isVisible()


def test_no_finding_is_never_called_safe(page: MainWindow) -> None:
    page.catalogue.search("fg-60f")
    product = detail(page)
    reading = product._reading
    assert reading is not None
    assert all(one.verdict is Verdict.NOT_AFFECTED for one in reading.facts.findings)
    words = product._ui.no_finding_label.text()
    assert words.startswith("この版に当たる登録は見つかりません。安全を意味しません（")


def test_what_does_not_concern_the_version_is_shown_on_demand(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("fg-60f")
    ui = detail(page)._ui
    assert not ui.finding_table.isVisible()
    qtbot.mouseClick(ui.others_button, Qt.MouseButton.LeftButton)
    assert ui.finding_table.isVisible()
    assert cell_words(ui.finding_table, 0).startswith("該当しない ")


def test_observations_and_sources_stand_with_their_days(page: MainWindow) -> None:
    page.catalogue.search("fg-60f")
    ui = detail(page)._ui
    assert ui.observation_table.cells.rowCount() > 3
    assert "2026-" in cell_words(ui.observation_table, 0)
    assert "https://" in ui.source_list.rows.index(0, 0).data()
    assert "確認" in ui.source_list.rows.index(0, 0).data()


def test_a_product_begins_a_disclosure(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("fg-60f")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.wizard is not None)
    assert page.wizard is not None
    product = page.wizard.disclosure.lines[0].product
    assert product is not None
    assert product.model == "FortiGate 60F"


@pytest.mark.parametrize(
    ("text", "searched", "found"),
    [
        ("FortiGate 60F", "60f", "60F"),
        ("FG-60F-POE", "fg60f", "FG-60F"),
        ("ルーター", "るーたー", "ルーター"),
        ("TS5420DN", "ＴＳ５４", "TS54"),
        ("RTX830", "60f", None),
        ("RTX830", "", None),
    ],
)
def test_the_found_part_is_marked_as_it_is_written(text: str, searched: str, found: str | None) -> None:
    part = matching_part(text, searched)
    assert (text[part[0] : part[1]] if part else None) == found
