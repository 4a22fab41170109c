"""The annex as one sheet of an Excel workbook, to be moved into that of the quotation; formulas stay text.

All tables stand on one grid of narrow columns, so that each is as wide as the page; heights are written
down, since no spreadsheet measures merged cells.
"""

import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jcssa_desktop.documents.annex import Annex, AnnexTable, Value
from jcssa_desktop.documents.annex_text import FORMULA_STARTS, written, xml_text
from jcssa_desktop.documents.annex_texts import AnnexTexts

_COLUMNS = 20
_COLUMN_MM = 8.7
_COLUMN_WIDTH = 4.71
"""The same in the digits of Excel's own measure."""
_SIDE_INCHES, _FOOT_INCHES, _FOOTER_INCHES = 0.59, 0.71, 0.35
_CELL, _SIZE, _HEADING, _TITLE = 8.5, 10.0, 12.0, 14.0
_LEADING = 1.4
_ABOVE_BELOW = 3.0
_TALLEST_ROW = 409.0
_PAGE = (297 / 25.4 - _SIDE_INCHES - _FOOT_INCHES) * 72 - 12.0
"""How many points of rows a page takes, with a little to spare."""
_INSET_MM = 1.6
_HALF_WIDTH = 0.52
"""How wide a letter or digit is on average, in em."""
_MM_OF_POINT = 0.3528
_LABEL_COLUMNS = 4
_WORD = re.compile(r"[!-\u2e7f]+ *|.", re.DOTALL)
_HAIR, _LINE, _HEAD_LINE = Side(style="hair"), Side(style="thin"), Side(style="medium")
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
    writer = _Writer(sheet, texts)
    writer.write(annex)
    _break_pages(sheet, writer.heights, writer.kept)
    _set_up(sheet, annex.title, len(writer.heights))
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


class _Writer:
    """Puts row under row; `kept` are rows that stay with the one beneath, such as headings."""

    def __init__(self, sheet: Worksheet, texts: AnnexTexts) -> None:
        self._sheet = sheet
        self._font = texts.font
        self.heights: list[float] = []
        self.kept: set[int] = set()

    def write(self, annex: Annex) -> None:
        """Write all of it."""
        self._line(annex.title, size=_TITLE, bold=True)
        self._line(annex.lead)
        for label, value in annex.facts:
            self._values((label, value), (_LABEL_COLUMNS, _COLUMNS - _LABEL_COLUMNS), size=_SIZE, bold=(0,))
        for part in annex.parts:
            self._line("")
            self._keep()
            self._line(part.heading, size=_HEADING, bold=True)
            self._keep()
            for name, words in part.paragraphs:
                if name:
                    self._line(name, bold=True)
                    self._keep()
                self._line(words)
            if part.table:
                self._table(part.table)
            if part.note:
                self._line(part.note)

    def _keep(self) -> None:
        self.kept.add(len(self.heights))

    def _line(self, words: str, *, size: float = _SIZE, bold: bool = False) -> None:
        self._values((words,), (_COLUMNS,), size=size, bold=(0,) if bold else ())

    def _table(self, table: AnnexTable) -> None:
        spans = _spans(table.widths)
        everything = range(len(table.heads))
        right = [index for index in everything if any(isinstance(row[index], int) for row in table.rows)]
        head = Border(top=_LINE, bottom=_HEAD_LINE)
        self._values(table.heads, spans, size=_CELL, bold=everything, border=head, right=right)
        self._keep()
        for index, row in enumerate(table.rows):
            self._values(row, spans, size=_CELL, border=Border(bottom=_HAIR), right=right)
            if index in (0, len(table.rows) - 2):
                self._keep()

    def _values(
        self,
        values: Sequence[Value],
        spans: Sequence[int],
        *,
        size: float,
        bold: Sequence[int] = (),
        border: Border | None = None,
        right: Sequence[int] = (),
    ) -> None:
        """Write a row of cells that take so many columns each, as high as the tallest of them needs."""
        number = len(self.heights) + 1
        column, lines = 1, 1
        for index, (value, span) in enumerate(zip(values, spans, strict=True)):
            cell = self._put(number, column, value)
            cell.font = Font(name=self._font, size=size, bold=index in bold)
            across = "right" if index in right else "left"
            cell.alignment = Alignment(
                horizontal=across, vertical="top", wrap_text=True, indent=1 if index in right else 0
            )
            if border:
                cell.border = border
            if span > 1:
                end = column + span - 1
                self._sheet.merge_cells(start_row=number, end_row=number, start_column=column, end_column=end)
            lines = max(lines, _lines(written(value), span * _COLUMN_MM, size))
            column += span
        height = min(lines * size * _LEADING + 2 * _ABOVE_BELOW, _TALLEST_ROW)
        self._sheet.row_dimensions[number].height = height
        self.heights.append(height)

    def _put(self, row: int, column: int, value: Value) -> Cell:
        cell = self._sheet.cell(row, column)
        assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged before it is written
        if isinstance(value, str):
            put_text(cell, value)
        else:
            cell.value = value
            cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "#,##0"
        return cell


def put_text(cell: Cell, words: str) -> None:
    """Write a text that stays a text, also where it looks like a formula."""
    clean = xml_text(words)[:_LONGEST_CELL]
    cell.value = clean
    cell.data_type = "s"
    cell.number_format = "@"
    if clean.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _spans(widths: Sequence[int]) -> tuple[int, ...]:
    """Share the columns of the grid out by the widths; each gets one at least, the rest the largest want."""
    wanted = [width * _COLUMNS / sum(widths) for width in widths]
    spans = [max(1, int(width)) for width in wanted]
    while sum(spans) != _COLUMNS:
        step = 1 if sum(spans) < _COLUMNS else -1
        able = [index for index, span in enumerate(spans) if span + step >= 1]
        chosen = max(able, key=lambda index: step * (wanted[index] - spans[index]))
        spans[chosen] += step
    return tuple(spans)


def _lines(words: str, width: float, size: float) -> int:
    """Count the lines that a text takes in `width` millimetres; words of Latin letters are not parted."""
    room = (width - _INSET_MM) / (size * _MM_OF_POINT)
    count = 0
    for line in words.splitlines() or [""]:
        count += 1
        taken = 0.0
        for word in _WORD.findall(line):
            long = sum(_em(character) for character in word)
            if taken + long > room and taken:
                count += 1
                taken = 0.0
            count += int(long // room) if long > room else 0
            taken += long % room if long > room else long
    return count


def _em(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _HALF_WIDTH


def _break_pages(sheet: Worksheet, heights: Sequence[float], kept: set[int]) -> None:
    """End a page where its rows are full, never between a heading and what stands beneath it."""
    first, taken = 1, 0.0
    for row, height in enumerate(heights, start=1):
        if taken + height > _PAGE and row > first:
            start = row
            while start - 1 in kept and start - 1 > first:
                start -= 1
            sheet.row_breaks.append(Break(id=start - 1))
            first, taken = start, sum(heights[start - 1 : row - 1])
        taken += height


def _set_up(sheet: Worksheet, title: str, rows: int) -> None:
    for column in range(1, _COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.print_area = f"A1:{get_column_letter(_COLUMNS)}{rows}"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _SIDE_INCHES
    margins.bottom, margins.footer = _FOOT_INCHES, _FOOTER_INCHES
    footer = sheet.oddFooter
    assert footer is not None  # noqa: S101 - a new sheet has one
    footer.left.text = xml_text(title).replace("&", "&&")
    footer.right.text = "&P / &N"
    footer.left.size = footer.right.size = 8
