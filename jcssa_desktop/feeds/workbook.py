"""Excel workbooks through calamine, behind a guard that refuses what would exhaust the memory.

calamine lays a sheet out from its first used cell to its last one, so a small file with one far cell
asks for hundreds of gigabytes and ends the process. The extent is therefore measured before it is opened.
"""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.feeds.compound_file import worksheet_extent
from jcssa_desktop.feeds.hidden_rows import hidden_rows
from jcssa_desktop.feeds.package import package_extent
from jcssa_desktop.feeds.sheet import MergedCells, Row, Sheet, Table
from jcssa_desktop.feeds.table_limits import CELL_LIMIT, CellCount, table_too_large

CellValue = int | float | str | bool | time | date | datetime | timedelta

_EXACT_FLOATS = 2**53
_PANIC = "PanicException"
_STDERR = 2


def read_workbook(data: bytes, file: str) -> Table:
    """Read every visible worksheet of an .xlsx, .xlsm or .xls workbook.

    Raises:
        InvalidImport: The workbook is damaged, encrypted or too large.
    """
    extent = package_extent if data.startswith(b"PK") else worksheet_extent
    rows, columns = extent(data, file)
    if rows * columns > CELL_LIMIT:
        raise table_too_large(file)
    try:
        with _silent_panics(), CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return _table(workbook, file, hidden_rows(data, file) if data.startswith(b"PK") else {})
    except PasswordError as error:
        raise InvalidImport("import_workbook_encrypted", file=file) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise InvalidImport("import_workbook_damaged", file=file) from error
    except BaseException as error:
        # calamine panics on some damaged workbooks; PyO3 raises that as a BaseException of its own.
        if type(error).__name__ != _PANIC:
            raise
        raise InvalidImport("import_workbook_damaged", file=file) from error


@contextmanager
def _silent_panics() -> Iterator[None]:
    """Keep Rust's report of a panic off the terminal: it is written to the descriptor, past Python."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a windowed program has no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        with suppress(OSError):
            os.dup2(kept, _STDERR)
        os.close(nowhere)
        os.close(kept)


def _table(workbook: CalamineWorkbook, file: str, hidden: Mapping[str, frozenset[int]]) -> Table:
    count = CellCount(file)
    sheets, skipped = [], []
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        if metadata.visible != SheetVisibleEnum.Visible:
            skipped.append(Skipped(Place(sheet=metadata.name), "table_sheet_hidden"))
            continue
        sheet = workbook.get_sheet_by_index(index)
        rows = tuple(_rows(sheet, count))
        sheets.append(Sheet(metadata.name, rows, _merged(sheet), hidden.get(metadata.name, frozenset())))
    return Table(file, tuple(sheets), tuple(skipped))


def _rows(sheet: CalamineSheet, count: CellCount) -> Iterator[Row]:
    if sheet.start is None or sheet.end is None:
        return
    # iter_rows begins at row 1 whatever the first used row is, but at the first used column.
    left = ("",) * sheet.start[1]
    for number, values in enumerate(sheet.iter_rows(), 1):
        count.add(len(left) + len(values))
        row = Row(number, left + tuple(map(shown, values)))
        if not row.is_blank:
            yield row


def _merged(sheet: CalamineSheet) -> tuple[MergedCells, ...]:
    blocks = sheet.merged_cell_ranges or []
    return tuple(MergedCells(top + 1, bottom + 1, left, right) for (top, left), (bottom, right) in blocks)


def shown(value: CellValue) -> str:
    """Give a cell's value as text: whole numbers without decimals, days as 2026-08-22."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < _EXACT_FLOATS else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
