"""Quotations as Japanese resellers write them in Excel and CSV."""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.quotation import Quotation, QuotationRow
from jcssa_desktop.feeds.figures import read_date, read_quantity, read_yen
from jcssa_desktop.feeds.headings import QUOTATION_HEADINGS, Column, Headings, Vocabulary
from jcssa_desktop.feeds.quotation_rows import (
    RowKind,
    excludes_tax,
    heads_options,
    is_end,
    is_marked_optional,
    is_optional,
    is_section,
    kind_of,
)
from jcssa_desktop.feeds.quotation_title import Title, read_title
from jcssa_desktop.feeds.quotation_total import Sum, total_with_tax
from jcssa_desktop.feeds.sheet import Row, Sheet, normalised, one_line
from jcssa_desktop.feeds.table import read_table

_NAMED = frozenset({Column.TEXT, Column.PART_NUMBER})
_COUNTED = frozenset({Column.QUANTITY, Column.UNIT_PRICE, Column.AMOUNT})
_LABELLED = (Column.PART_NUMBER, Column.QUANTITY, Column.UNIT, Column.UNIT_PRICE, Column.REMARK)
_DITTO = frozenset({"〃", "々", "同上", "同", "″", "”", '"', "ditto"})
_LARGEST_QUANTITY = 1_000_000
_SHOWN = 60
"""Characters of a cell that are quoted back."""


class _Reading(Struct):
    rows: list[QuotationRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    columns: list[Title] = field(default_factory=list)
    says_without_tax: bool = False

    def skip(self, place: Place, problem: str, **values: str) -> None:
        self.skipped.append(Skipped(place, problem, tuple(values.items())))


def read_quotation(path: Path) -> Quotation:
    """Read every line of a quotation; rows that are no lines are named with their place and reason.

    Raises:
        InvalidImport: The file cannot be read, has no heading row of a quotation, or has no line below one.
    """
    table = read_table(path)
    vocabulary = Vocabulary(QUOTATION_HEADINGS)
    reading = _Reading(skipped=list(table.skipped))
    with_headings = [_SheetReader(sheet, vocabulary, reading).read() for sheet in table.sheets]
    if not any(with_headings):
        raise InvalidImport("quotation_without_headings", file=table.file)
    if not reading.rows:
        raise InvalidImport("quotation_without_lines", file=table.file)
    return _quotation(reading)


def _quotation(reading: _Reading) -> Quotation:
    titles = reading.titles
    total = total_with_tax(reading.sums, titles, says_without_tax=reading.says_without_tax)
    if total.unclear_at:
        reading.skip(total.unclear_at, "quotation_amount_unclear")
    titles = [*titles, *reading.columns]
    addressed = next((title for title in titles if title.customer), Title())
    return Quotation(
        number=normalised(next((title.number for title in titles if title.number), "")),
        quoted_on=next((title.quoted_on for title in titles if title.quoted_on), None),
        customer=addressed.customer,
        department=addressed.department,
        amount=total.amount,
        rows=tuple(reading.rows),
        skipped=tuple(reading.skipped),
    )


class _SheetReader:
    """Reads one sheet from top to bottom: the title, then under each heading row the lines."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, reading: _Reading) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._reading = reading
        self._headings: Headings | None = None
        self._last_line: int | None = None
        self._after_total = False
        self._is_optional = False

    def read(self) -> bool:
        """Read the sheet; tell whether it has a heading row."""
        above: list[Row] = []
        for row in self._sheet.rows:
            if row.number in self._sheet.hidden_rows:
                self._reading.skip(self._sheet.place(row.number), "quotation_row_hidden")
                continue
            self._reading.says_without_tax |= any(excludes_tax(cell) for cell in row.cells if cell)
            if self._take_headings(row):
                continue
            if self._headings is None:
                above.append(row)
            else:
                self._read_row(row, self._headings)
        self._reading.titles.append(read_title(above))
        if self._headings is None and self._sheet.rows:
            self._reading.skip(self._sheet.place(), "quotation_sheet_without_lines")
        return self._headings is not None

    def _take_headings(self, row: Row) -> bool:
        found = self._vocabulary.read(row)
        known = found.columns.keys()
        if known & _NAMED and known & _COUNTED and not _has_number(row):
            self._headings, self._last_line, self._after_total = found, None, False
            self._is_optional = False
            return True
        above = self._headings
        if above and row.number == above.row.number + 1 and known and not found.unknown:
            # The second row of a heading: 単価 and 金額 below one merged cell.
            self._headings = Headings(row, {**above.columns, **found.columns}, ())
            return True
        return False

    def _read_row(self, row: Row, headings: Headings) -> None:
        place = self._sheet.place(row.number)
        sum_label = _sum_label(row, headings)
        if sum_label:
            self._take_sum(row, headings, sum_label, place)
        elif any(headings.value(row, column) for column in _COUNTED):
            self._take_line(row, headings, place)
        else:
            self._take_text(row, headings, place)

    def _take_sum(self, row: Row, headings: Headings, label: str, place: Place) -> None:
        kind = kind_of(label)
        if kind is None:
            return
        self._after_total |= kind in (RowKind.TOTAL, RowKind.TAX) and bool(self._reading.rows)
        self._is_optional = False
        self._last_line = None
        amount = read_yen(headings.value(row, Column.AMOUNT))
        if amount is None:
            amount = next((one for one in map(read_yen, reversed(row.cells)) if one is not None), None)
        if amount is not None:
            self._reading.sums.append(Sum(kind, label, amount, place))
        self._reading.skip(place, kind.value, text=label)

    def _take_line(self, row: Row, headings: Headings, place: Place) -> None:
        line = _line(row, headings, place)
        if not line.text:
            self._reading.skip(place, "quotation_row_without_name")
            return
        if self._after_total and line.amount is None and line.unit_price is None and not line.part_number:
            self._reading.skip(place, "quotation_row_note", text=line.text[:_SHOWN])
            return
        if line.text in _DITTO and self._last_line is not None:
            line = replace(line, text=self._reading.rows[self._last_line].text)
        quantity = _quantity(row, headings, line)
        if quantity.number == 0:
            self._reading.skip(place, "quotation_row_zero", text=line.text)
            return
        if quantity.number < 0 or (line.amount or 0) < 0:
            self._reading.skip(place, "quotation_row_negative", text=line.text)
            return
        if quantity.problem:
            self._reading.skip(place, quantity.problem, text=line.text, written=quantity.written)
        self._reading.columns.append(_title_in_columns(row, headings))
        self._add(replace(line, quantity=quantity.number))

    def _add(self, line: QuotationRow) -> None:
        self._last_line = len(self._reading.rows)
        self._reading.rows.append(replace(line, is_optional=line.is_optional or self._is_optional))

    def _take_text(self, row: Row, headings: Headings, place: Place) -> None:
        line = _line(row, headings, place)
        whole = one_line(" ".join(row.cells))
        if is_end(whole):
            self._after_total = True
        if self._after_total or (self._last_line is None and not line.part_number):
            self._is_optional = heads_options(whole)
            problem = "quotation_row_section" if is_section(whole) else "quotation_row_note"
            self._reading.skip(place, problem, text=whole[:_SHOWN])
        elif line.part_number:
            self._take_part_number(line, place)
        elif is_section(whole):
            self._last_line = None
            self._is_optional = heads_options(whole)
            self._reading.skip(place, "quotation_row_section", text=whole[:_SHOWN])
        else:
            self._remark(whole)

    def _take_part_number(self, line: QuotationRow, place: Place) -> None:
        above = None if self._last_line is None else self._reading.rows[self._last_line]
        if above and not above.part_number and line.text == line.part_number:
            self._reading.rows[self._last_line or 0] = replace(above, part_number=line.part_number)
            return
        self._reading.skip(place, "quotation_quantity_missing", text=line.text)
        self._add(line)

    def _remark(self, text: str) -> None:
        if self._last_line is not None:
            above = self._reading.rows[self._last_line]
            self._reading.rows[self._last_line] = replace(above, remark=f"{above.remark} {text}".strip())


def _has_number(row: Row) -> bool:
    return any(read_yen(cell) is not None for cell in row.cells)


def _sum_label(row: Row, headings: Headings) -> str:
    """Return the label of a sum, a discount or carriage; "" for any other row."""
    text = headings.value(row, Column.TEXT)
    part_number = headings.value(row, Column.PART_NUMBER)
    if text and part_number and text != part_number:
        return ""
    first = next(cell.strip() for cell in row.cells if cell.strip())
    others = () if text else (headings.value(row, column) for column in _LABELLED)
    return next((one_line(label) for label in (first, text, *others) if kind_of(label)), "")


def _line(row: Row, headings: Headings, place: Place) -> QuotationRow:
    def written(column: Column) -> str:
        return one_line(headings.value(row, column))

    part_number = written(Column.PART_NUMBER)
    text = " ".join(filter(None, (written(Column.TEXT), written(Column.DETAIL))))
    return QuotationRow(
        place=place,
        text=text or part_number,
        part_number=part_number,
        maker=written(Column.MAKER),
        unit_price=read_yen(headings.value(row, Column.UNIT_PRICE)),
        amount=read_yen(headings.value(row, Column.AMOUNT)),
        remark=written(Column.REMARK),
        is_optional=is_marked_optional(text)
        or is_optional(written(Column.KIND))
        or is_optional(written(Column.REMARK)),
    )


def _title_in_columns(row: Row, headings: Headings) -> Title:
    """Read what an export of a sales system repeats in each row, where others write it above the lines."""
    return Title(
        number=headings.value(row, Column.QUOTATION),
        quoted_on=read_date(headings.value(row, Column.QUOTED_ON)),
        customer=headings.value(row, Column.CUSTOMER),
    )


class _Quantity(Struct, frozen=True):
    """A quantity, and what to say of it where it is not what the cell shows."""

    number: int
    written: str = ""
    problem: str = ""


def _quantity(row: Row, headings: Headings, line: QuotationRow) -> _Quantity:
    written = headings.value(row, Column.QUANTITY)
    stated = read_quantity(written)
    if stated is not None and stated == int(stated) and abs(stated) <= _LARGEST_QUANTITY:
        return _Quantity(int(stated))
    if written:
        return _Quantity(1, written[:_SHOWN], "quotation_quantity_unclear")
    if read_quantity(headings.value(row, Column.UNIT)) == 1 or line.amount == line.unit_price:
        return _Quantity(1)
    if line.amount and line.unit_price and line.amount % line.unit_price == 0:
        return _Quantity(line.amount // line.unit_price)
    return _Quantity(1, "", "quotation_quantity_missing")
