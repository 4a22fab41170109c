"""The annex as one sheet of an Excel workbook, to be moved into that of the quotation; formulas stay text."""

import io
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jcssa_desktop.documents.annex import Annex, AnnexTable, Value
from jcssa_desktop.documents.annex_text import FORMULA_STARTS, xml_text
from jcssa_desktop.documents.annex_texts import AnnexTexts

_COLUMNS = 10
_COLUMN_WIDTH = 16.0
_WIDE = 28.0
_SIZE, _HEADING, _TITLE = 10, 12, 14
_LINE = Side(style="thin")
_LONGEST_CELL = 32_767
"""What Excel takes in one cell."""


def annex_workbook(annex: Annex, texts: AnnexTexts, made_at: datetime) -> bytes:
    """Write the annex as an .xlsx of one sheet."""
    book = Workbook()
    book.properties.title = xml_text(annex.title)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    sheet.title = texts.sheet_name
    _Writer(sheet, texts).write(annex)
    _set_up(sheet)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


class _Writer:
    """Puts row under row."""

    def __init__(self, sheet: Worksheet, texts: AnnexTexts) -> None:
        self._sheet = sheet
        self._font = texts.font
        self._row = 0

    def write(self, annex: Annex) -> None:
        """Write all of it."""
        self._line(annex.title, size=_TITLE, bold=True)
        self._line(annex.lead)
        for label, value in annex.facts:
            self._row += 1
            self._put(1, label, bold=True)
            self._put(2, value)
        for part in annex.parts:
            self._row += 1
            self._line(part.heading, size=_HEADING, bold=True)
            for name, words in part.paragraphs:
                if name:
                    self._line(name, bold=True)
                self._line(words)
            if part.table:
                self._table(part.table)
            if part.note:
                self._line(part.note)

    def _line(self, words: str, *, size: int = _SIZE, bold: bool = False) -> None:
        """Write a text over all columns, in a row that is as high as it needs."""
        self._row += 1
        cell = self._put(1, words, size=size, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        self._sheet.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=_COLUMNS)
        characters = _COLUMN_WIDTH * _COLUMNS / 2
        lines = max(1, -(-len(words) // int(characters)))
        self._sheet.row_dimensions[self._row].height = lines * size * 1.6

    def _table(self, table: AnnexTable) -> None:
        for values, bold in ((table.heads, True), *((row, False) for row in table.rows)):
            self._row += 1
            for column, value in enumerate(values, start=1):
                cell = self._put(column, value, bold=bold)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.border = Border(top=_LINE, bottom=_LINE, left=_LINE, right=_LINE)

    def _put(self, column: int, value: Value, *, size: int = _SIZE, bold: bool = False) -> Cell:
        cell = self._sheet.cell(self._row, column)
        assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged before it is written
        if isinstance(value, str):
            put_text(cell, value)
        else:
            cell.value = value
            cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "#,##0"
        cell.font = Font(name=self._font, size=size, bold=bold)
        return cell


def put_text(cell: Cell, words: str) -> None:
    """Write a text that stays a text, also where it looks like a formula."""
    clean = xml_text(words)[:_LONGEST_CELL]
    cell.value = clean
    cell.data_type = "s"
    cell.number_format = "@"
    if clean.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _set_up(sheet: Worksheet) -> None:
    for column in range(1, _COLUMNS + 1):
        wide = column in {2, 4}
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if wide else _COLUMN_WIDTH
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
