"""What a quotation carries says the same as the sheet, and no cell of it reckons."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from jcssa_desktop.documents.annex import Annex, AnnexPart, AnnexTable, annex_of
from jcssa_desktop.documents.annex_text import annex_text
from jcssa_desktop.documents.annex_texts import AnnexTexts, annex_texts
from jcssa_desktop.documents.annex_word import annex_word
from jcssa_desktop.documents.annex_workbook import annex_workbook, put_text
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.domain.disclosure import Customer
from jcssa_desktop.domain.lifecycle import LifecycleKind
from jcssa_desktop.domain.record import Record
from tests.documents.builders import SHA256, ends, four_devices, one_device

FOLDER = Path(__file__).parents[2] / "resources" / "sheet"
JA = annex_texts(FOLDER, "ja")
MADE = datetime(2026, 8, 25, 12, tzinfo=UTC)
Make = Callable[[Record], Annex]


@pytest.fixture
def annex(typesetter: Typesetter, ja: SheetTexts) -> Make:
    return lambda sale: annex_of(Edition(sale, SHA256, ja, typesetter, preview=False), JA)


def cells_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_text_names_devices_versions_plans_prices_and_all_eight_items(annex: Make) -> None:
    text = annex_text(annex(four_devices()), JA)
    for words in (
        "A・H欄　機器と状態",
        "FortiGate 60F（FG-60F）",
        "納品時の版：7.4.8",
        "最新版：7.4.11",
        "状態：更新が必要",
        "番号：CVE-2026-24858",
        "6,800",
        "継続保守（1台の月額）",
        "保守契約がない機器：お客様",
        "意味しません",
        "①",
        "⑧",
    ):
        assert words in text
    assert "\u200b" not in text
    assert "社内メモ" not in text


def test_nothing_found_is_said_with_what_it_does_not_mean(annex: Make) -> None:
    text = annex_text(annex(one_device()), JA)
    assert "見つかっていません" in text
    assert "問題がないことを意味しません" in text


def test_what_was_not_compared_is_said_so(annex: Make) -> None:
    assert "版が未確認の1機種12台は、まだ照合していません。" in annex_text(annex(four_devices()), JA)
    unchecked = annex_text(annex(replace(one_device(), used_sources=())), JA)
    assert "有無は確認していません" in unchecked
    assert "見つかっていません" not in unchecked


def test_an_end_that_is_not_that_of_support_is_called_by_its_name(annex: Make) -> None:
    sale = one_device()
    fixes = ends(LifecycleKind.END_OF_SECURITY_FIXES, "2027-03")
    changed = replace(sale, facts=(replace(sale.facts[0], lifecycle=(fixes,)),))
    assert "サポート期限：脆弱性修正 2027-03" in annex_text(annex(changed), JA)


def test_no_line_of_the_text_begins_as_a_formula(annex: Make) -> None:
    sale = four_devices(customer=Customer(name='見本\n=HYPERLINK("http://example.invalid")\n@SUM(1)'))
    lines = annex_text(annex(sale), JA).splitlines()
    assert not [line for line in lines if line.startswith(("=", "+", "-", "@", "\t"))]


def test_the_grid_of_a_word_table_is_that_of_its_cells(annex: Make) -> None:
    document = Document(io.BytesIO(annex_word(annex(four_devices()), JA, MADE)))
    for table in document.tables:
        assert [one.width for one in table.columns] == [cell.width for cell in table.rows[0].cells]


def test_the_word_file_has_headings_and_tables_with_repeated_heads(annex: Make) -> None:
    document = Document(io.BytesIO(annex_word(annex(four_devices()), JA, MADE)))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings[0] == "A・H欄　機器と状態"
    assert "F欄　ご説明する八つの事項" in headings
    items = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 2"]
    assert [text[0] for text in items[:8]] == list("①②③④⑤⑥⑦⑧")
    devices = document.tables[0]
    assert cells_of(devices)[0][:3] == ["No.", "機器（型番）", "台数"]
    assert cells_of(devices)[1][:5] == ["1", "FortiGate 60F（FG-60F）", "1", "7.4.8", "7.4.11"]
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.trPr is not None
        assert first.trPr.find(qn("w:tblHeader")) is not None
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "游ゴシック"
    assert document.core_properties.title == JA.title


def test_the_workbook_has_one_sheet_with_numbers_as_numbers_and_days_as_days(annex: Make) -> None:
    book = load_workbook(io.BytesIO(annex_workbook(annex(four_devices()), JA, MADE)))
    assert book.sheetnames == ["告知（別紙）"]
    rows = [[value for value in row if value is not None] for row in book.active.iter_rows(values_only=True)]
    device = next(row for row in rows if "FortiGate 60F（FG-60F）" in row)
    assert device[2] == 1
    assert device[3] == "7.4.8"
    assert device[5].date() == date(2026, 8, 20)
    assert any(6800 in row for row in rows)


def test_every_table_of_the_workbook_is_as_wide_as_its_page(annex: Make) -> None:
    sheet = load_workbook(io.BytesIO(annex_workbook(annex(four_devices()), JA, MADE))).active
    ends = {merged.max_col for merged in sheet.merged_cells.ranges}
    assert max(ends) == sheet.max_column == 20
    assert sheet.print_area == f"'{sheet.title}'!$A$1:$T${sheet.max_row}"
    assert sheet.page_setup.orientation == "portrait"


def test_a_row_of_the_workbook_is_as_high_as_its_longest_cell(annex: Make) -> None:
    sheet = load_workbook(io.BytesIO(annex_workbook(annex(four_devices()), JA, MADE))).active
    heights = {row[0].row: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    item = next(
        cell.row for (cell, *_) in sheet.iter_rows() if str(cell.value).startswith("保守契約のある機器")
    )
    assert heights[1] < 30
    assert heights[item] > 40


def test_no_page_of_the_workbook_ends_with_a_heading(annex: Make) -> None:
    sale = four_devices()
    for count in range(1, 12):
        book = load_workbook(
            io.BytesIO(annex_workbook(annex(replace(sale, clauses=sale.clauses * count)), JA, MADE))
        )
        sheet = book.active
        assert sheet.row_breaks.brk
        for end in sheet.row_breaks.brk:
            last = sheet.cell(end.id, 1)
            assert not (last.font.bold and last.font.size >= 10), last.value
            assert last.value, "white goes with the heading beneath it"


@pytest.mark.parametrize("words", ["=1+1", "+81-3", "-1", "@SUM(A1)", "\t=1", '=cmd|" /C calc"!A0'])
def test_what_looks_like_a_formula_stays_text_in_the_workbook(annex: Make, words: str) -> None:
    sale = four_devices(customer=Customer(name=words))
    book = load_workbook(io.BytesIO(annex_workbook(annex(sale), JA, MADE)))
    cell = next(
        cell
        for row in book.active.iter_rows()
        for cell in row
        if cell.data_type == "s" and words.strip() in str(cell.value)
    )
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert not [one for row in book.active.iter_rows() for one in row if one.data_type == "f"]


@given(st.text(max_size=80))
def test_any_text_can_be_written(words: str) -> None:
    part = AnnexPart(words, ((words, words),), AnnexTable((words,), (1,), ((words,), (None,), (3,))), words)
    annex = Annex(words, words, ((words, words),), (part,))
    annex_text(annex, JA)
    assert load_workbook(io.BytesIO(annex_workbook(annex, JA, MADE))).sheetnames
    assert Document(io.BytesIO(annex_word(annex, JA, MADE))).tables


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    cell = Workbook().active["A1"]
    put_text(cell, "見" * 40_000)
    assert len(cell.value) == 32_767


def test_before_the_sealing_it_has_no_document_number(annex: Make) -> None:
    facts = dict(annex(replace(four_devices(), document_number="")).facts)
    assert JA.labels.document not in facts


def test_both_languages_have_all_words() -> None:
    english: AnnexTexts = annex_texts(FOLDER, "en")
    assert english.language == "en"
    assert english.places.kinds.keys() == JA.places.kinds.keys()
