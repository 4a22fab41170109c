"""The catalogue is searched as one types; a product tells each fact with its day and source."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.catalogue import Cvss, Kev
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedLabel
from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState, Statement
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PassphraseSources
from jcssa_desktop.ui.catalogue.catalogue_page import CataloguePage
from jcssa_desktop.ui.catalogue.product_detail import ProductDetail
from jcssa_desktop.ui.catalogue.product_rows import matching_part
from jcssa_desktop.ui.generated.ui_findings_box import Ui_FindingsBox
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import InlineTaskRunner
from jcssa_desktop.ui.widgets.mark import MarkLabel


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


def ask(page: MainWindow, qtbot: QtBot, version: str) -> Ui_FindingsBox:
    """Type a version into the field beside the findings, as a person does."""
    ui = detail(page)._ui.findings_box._ui
    line = ui.version_combo.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, version)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return ui


def said(widget: QWidget | None) -> str:
    """Everything that a widget says in words."""
    assert widget is not None
    labels = [label.text() for label in widget.findChildren(QLabel)]
    marks = [mark.mark.word for mark in widget.findChildren(MarkLabel) if mark.mark]
    return "\n".join([*labels, *marks])


def test_findings_follow_the_version_that_is_chosen(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("fg-60e")
    ui = ask(page, qtbot, "6.0.4")
    assert not ui.chips.button("affected").text().endswith(" 0")
    assert cell_words(ui.finding_table, 0).startswith("悪用あり CVE-")
    assert "6.0.4は、" in said(ui.finding_table.panel)
    assert not ui.no_finding_label.isVisible()


def test_no_finding_is_never_called_safe(page: MainWindow) -> None:
    page.catalogue.search("fg-60f")
    product = detail(page)
    reading = product._reading
    assert reading is not None
    assert all(one.verdict is Verdict.NOT_AFFECTED for one in reading.facts.findings)
    words = product._ui.findings_box._ui.no_finding_label.text()
    assert words.startswith("この版に当たる登録は見つかりません。安全を意味しません（")


def test_what_does_not_concern_the_version_is_shown_on_demand(page: MainWindow, qtbot: QtBot) -> None:
    page.catalogue.search("fg-60f")
    ui = detail(page)._ui.findings_box._ui
    assert not ui.finding_table.isVisible()
    qtbot.mouseClick(ui.chips.button("not_affected"), Qt.MouseButton.LeftButton)
    assert ui.finding_table.isVisible()
    assert cell_words(ui.finding_table, 0).startswith("該当しない ")


SEEN = date(2026, 11, 20)
NUMBER = "CVE-2026-90001"


def record(source: str, number: str, *ranges: str, words: str = "", **more: Any) -> ListedAdvisory:
    fixed = more.pop("fixed_in", ())
    statement = Statement(NamedProduct("Fortinet", "FortiOS"), words, ranges=ranges, fixed_in=fixed)
    return ListedAdvisory(source, number, SEEN, (statement,), ids=(NUMBER, number), **more)


@pytest.fixture
def contradicted(page: MainWindow, services: Services) -> MainWindow:
    """A catalogue in which two sources say different things of one CVE, and one took its record back."""
    records = (
        record("見本 CERT", "VU-1", ">=7.4.0 <=7.4.10", words="7.4.10 まで", cvss=(Cvss("3.1", 9.8, "NVD"),)),
        record("見本 PSIRT", "PS-1", ">=7.4.0 <=7.4.8", words="7.4.8 まで", fixed_in=("7.6.3",)),
        replace(record("見本 台帳", "WD-1", "*"), ids=("CVE-2026-90002",), state=RecordState.WITHDRAWN),
    )
    kev = Kev(NUMBER, "Fortinet", "FortiOS", "見本", date(2026, 10, 27), ransomware=True)
    services.catalogue.load_starter(CatalogueBatch(listed_advisories=records, kev=(kev,)))
    page.catalogue.search("fg-60e")
    return page


def test_sources_that_contradict_each_other_stand_side_by_side(
    contradicted: MainWindow, qtbot: QtBot
) -> None:
    ui = ask(contradicted, qtbot, "7.4.9")
    words = said(ui.finding_table.panel)
    assert "情報源どうしの記載が食い違っています" in words
    assert "「7.4.10 まで」" in words
    assert "「7.4.8 まで」" in words
    assert "ランサムウェアにも使われています" in words
    assert "NVD 9.8（CVSS 3.1）" in words
    assert "系列一致（情報源がこの機種のファームウェアやシリーズを挙げています）" in words


def test_no_fix_in_the_train_is_said(contradicted: MainWindow, qtbot: QtBot) -> None:
    ui = ask(contradicted, qtbot, "7.4.7")
    assert "この系列に修正はありません。ほかの系列で直った版：7.6.3" in said(ui.finding_table.panel)


def test_a_record_that_was_taken_back_is_marked_and_decides_nothing(
    contradicted: MainWindow, qtbot: QtBot
) -> None:
    ui = ask(contradicted, qtbot, "7.4.9")
    qtbot.mouseClick(ui.chips.button("withdrawn"), Qt.MouseButton.LeftButton)
    assert cell_words(ui.finding_table, 0).startswith("取り下げ WD-1")
    ui.finding_table.choose(ui.finding_table.cells.key(0))
    assert "見本 台帳がこの記録を取り下げました" in said(ui.finding_table.panel)
    reading = detail(contradicted)._reading
    assert reading is not None
    assert "CVE-2026-90002" not in {one.advisory_id for one in reading.facts.findings}


def test_the_lowest_version_that_nothing_affects_is_no_promise(
    contradicted: MainWindow, qtbot: QtBot
) -> None:
    ui = ask(contradicted, qtbot, "7.4.8")
    assert ui.lowest_label.text() == "この系列で、該当する情報が見つからない最も古い版：7.4.11"
    assert ui.lowest_note.text().startswith("安全を意味しません。")


def test_five_hundred_findings_are_filtered_and_searched(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    records = tuple(
        replace(record("見本", f"M-{number}", "*"), ids=(f"CVE-2026-8{number:04}",)) for number in range(500)
    )
    services.catalogue.load_starter(CatalogueBatch(listed_advisories=records))
    page.catalogue.search("fg-60e")
    ui = ask(page, qtbot, "7.4.8")
    assert ui.finding_table.cells.rowCount() >= 500
    qtbot.keyClicks(ui.search_edit, "cve-2026-80123")
    qtbot.waitUntil(lambda: ui.finding_table.cells.rowCount() == 1)
    assert "CVE-2026-80123" in cell_words(ui.finding_table, 0)
    qtbot.keyClick(ui.search_edit, Qt.Key.Key_Down)
    assert ui.finding_table.hasFocus()


def test_a_label_is_a_declaration_and_no_guarantee(page: MainWindow, services: Services) -> None:
    label = ProductLabel(
        1, "JC-1", "見本 一覧", SEEN, date(2025, 1, 6), date(2027, 1, 5), "https://example.com/"
    )
    listed = ListedLabel("フォーティネット", "FortiGate 60E", label)
    services.catalogue.load_starter(CatalogueBatch(listed_labels=(listed,)))
    page.catalogue.search("fg-60e")
    ui = detail(page)._ui
    assert cell_words(ui.label_table, 0).split() == [
        "★1", "JC-1", "見本", "一覧・11月20日", "2025-01-06", "2027-01-05", "期限間近",
    ]  # fmt: skip
    assert ui.label_note.text() == (
        "★1・★2 は、要件に合うことをメーカー自身が宣言したものです。安全を保証するものではありません。"
    )
    assert ui.label_button.isVisible()


def test_a_latest_version_that_was_seen_long_ago_needs_confirmation(page: MainWindow) -> None:
    page.catalogue.search("fg-60f")
    cell = detail(page)._ui.facts.layout().itemAt(0).widget()
    assert cell.accessibleName().endswith("日前・要確認")


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


def test_without_a_hit_the_doors_stay_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen("catalogue")
    ui = window.catalogue._ui
    places = [part.geometry() for part in (ui.import_box, ui.foot_rule, ui.foot)]
    window.catalogue.search("zzzz")
    qtbot.waitUntil(ui.empty_label.isVisible)
    QCoreApplication.processEvents()
    assert [part.geometry() for part in (ui.import_box, ui.foot_rule, ui.foot)] == places


def test_makers_are_named_in_the_language_of_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    passphrases = PassphraseSources(environment={"JCSSA_DESKTOP_PASSPHRASE": "correct horse battery staple"})
    with open_services(AppPaths(tmp_path), language="en", passphrases=passphrases) as services:
        page = CataloguePage(services, InlineTaskRunner())
        qtbot.addWidget(page)
        page.search("fg-60f")
        assert page._ui.product_list.rows.row(0).support == "Fortinet・FG-60F"
