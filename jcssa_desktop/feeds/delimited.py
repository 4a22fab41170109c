"""Tables as text: commas, tabs or semicolons between the cells, with quotation marks as Excel writes them."""

import csv
import io
from collections import Counter
from itertools import islice

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.content import decoded
from jcssa_desktop.feeds.sheet import Row, Sheet, Table
from jcssa_desktop.feeds.table_limits import CellCount

_DELIMITERS = (",", "\t", ";")
_SAMPLE_ROWS = 60
_EXCEL_HINT = "sep="
_END_OF_OLD_FILE = "\x1a"


def read_delimited(data: bytes, file: str) -> Table:
    """Read a text table whole; it is one sheet without a name.

    Raises:
        InvalidImport: The bytes are no text, a quotation mark is never closed, or the table is too large.
    """
    text = decoded(data, file).rstrip(_END_OF_OLD_FILE)
    return Table(file, (Sheet("", tuple(_rows(text, file))),))


def _rows(text: str, file: str) -> list[Row]:
    count = CellCount(file)
    rows: list[Row] = []
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    number, lines_before = 0, 0
    try:
        for number, cells in enumerate(reader, 1):
            count.add(len(cells) or 1)
            if reader.line_num == len(lines):
                _refuse_open_quotation(lines[lines_before:], number, file)
            lines_before = reader.line_num
            row = Row(number, tuple(cells))
            if not row.is_blank and not (number == 1 and _hinted(lines[0])):
                rows.append(row)
    except csv.Error as error:
        raise InvalidImport("table_cell_too_long", file=file, place=Place(row=number + 1)) from error
    return rows


def _refuse_open_quotation(last_record: list[str], number: int, file: str) -> None:
    # An open quotation mark swallows every row below it: the last record then spans them all.
    if len(last_record) > 1 and sum(line.count('"') for line in last_record) % 2:
        raise InvalidImport("table_quotation_open", file=file, place=Place(row=number))


def _hinted(first_line: str) -> str:
    hint = first_line.strip().strip('"').lower()
    found = hint.removeprefix(_EXCEL_HINT) if hint.startswith(_EXCEL_HINT) else ""
    return found if found in _DELIMITERS else ""


def _delimiter(lines: list[str]) -> str:
    if lines and (hinted := _hinted(lines[0])):
        return hinted
    # max keeps the first of equals: a file of one column is read as comma-separated.
    return max(_DELIMITERS, key=lambda one: _agreement(lines, one))


def _agreement(lines: list[str], delimiter: str) -> int:
    """Count the cells of the sampled rows that share the most common width."""
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(reader, _SAMPLE_ROWS))
    except csv.Error:
        return 0
    return max(((width - 1) * rows for width, rows in widths.items()), default=0)
