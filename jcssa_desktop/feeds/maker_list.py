"""Lists of makers' products as resellers have them, from any table file."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct, field

from jcssa_desktop.domain.catalogue_batch import ListedProduct
from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.headings import (
    MAKER_LIST_HEADINGS,
    QUOTATION_HEADINGS,
    Column,
    Headings,
    Vocabulary,
    first_headings,
)
from jcssa_desktop.feeds.sheet import Row, Sheet, Table, normalised

Progress = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""

_HEADING_ROWS = 100
_TOTALS = re.compile(r"(?:総|小|中)?合?計:?(?:\d+(?:件|台|機種|製品)?)?|(?:sub|grand)?totals?:?\d*")
_PROGRESS_STEP = 500

_MODEL_WITH_MAKER = frozenset({Column.MODEL, Column.MAKER})
_MODEL_WITH_ENGLISH_MAKER = frozenset({Column.MODEL, Column.MAKER_EN})
_STORED = (
    Column.MAKER,
    Column.MAKER_EN,
    Column.MODEL,
    Column.PART_NUMBER,
    Column.FAMILY,
    Column.CATEGORY,
    Column.JAN,
    Column.SOURCE,
    Column.DATASHEET,
)
_NOT_A_DIGIT = re.compile(r"\D")
_PRICED = frozenset({Column.QUANTITY, Column.AMOUNT})


_Places = tuple[int | None, ...]
"""Which column holds each of `_STORED`."""


class MakerList(Struct, frozen=True):
    """The products of a list, how many rows were read, and what was not understood."""

    products: tuple[ListedProduct, ...]
    read: int
    skipped: tuple[Skipped, ...]


class _Reading(Struct):
    products: list[ListedProduct] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    read: int = 0

    def key(self, name: str) -> str:
        """Fold a maker's name once, however many products it has."""
        if name not in self.keys:
            self.keys[name] = search_key(name)
        return self.keys[name]


def read_maker_list(table: Table, progress: Progress | None = None) -> MakerList:
    """Read the products of every sheet that has a model and a maker column.

    Raises:
        InvalidImport: No sheet has such a table, or the table is a quotation.
    """
    vocabulary = Vocabulary(MAKER_LIST_HEADINGS)
    found = [(sheet, _headings(sheet, vocabulary)) for sheet in table.sheets]
    if not any(headings for _, headings in found):
        raise _not_a_maker_list(table, vocabulary)
    reading = _Reading(skipped=list(table.skipped))
    total = sum(len(sheet.rows) for sheet in table.sheets)
    for sheet, headings in found:
        if headings is None:
            if sheet.rows:
                reading.skipped.append(Skipped(sheet.place(), "maker_list_sheet_without_table"))
            continue
        _refuse_quotation(headings, sheet, table.file)
        _report_unknown_columns(headings, sheet, reading)
        places = tuple(headings.columns.get(column) for column in _STORED)
        for row in _below(sheet, headings):
            _read_row(row, places, sheet, reading, vocabulary)
            if progress and reading.read % _PROGRESS_STEP == 0:
                progress(reading.read, total)
    if progress:
        progress(total, total)
    return MakerList(tuple(reading.products), reading.read, tuple(reading.skipped))


def _headings(sheet: Sheet, vocabulary: Vocabulary) -> Headings | None:
    wanted = (_MODEL_WITH_MAKER, _MODEL_WITH_ENGLISH_MAKER)
    return first_headings(sheet.rows[:_HEADING_ROWS], vocabulary, wanted)


def _not_a_maker_list(table: Table, vocabulary: Vocabulary) -> InvalidImport:
    """Name the row that is most like a heading row, and the column that it lacks."""
    rows = [(sheet, vocabulary.read(row)) for sheet in table.sheets for row in sheet.rows[:_HEADING_ROWS]]
    best = max(rows, key=lambda one: len(one[1].columns), default=None)
    if best is None or not best[1].columns:
        return InvalidImport("table_without_model_column", file=table.file)
    sheet, headings = best
    lacks_model = Column.MODEL not in headings.columns
    problem = "table_without_model_column" if lacks_model else "table_without_maker_column"
    return InvalidImport(problem, file=table.file, place=sheet.place(headings.row.number))


def _refuse_quotation(headings: Headings, sheet: Sheet, file: str) -> None:
    if Vocabulary(QUOTATION_HEADINGS).read(headings.row).columns.keys() >= _PRICED:
        place = sheet.place(headings.row.number)
        raise InvalidImport("maker_list_is_quotation", file=file, place=place)


def _report_unknown_columns(headings: Headings, sheet: Sheet, reading: _Reading) -> None:
    number = headings.row.number
    reading.skipped += [
        Skipped(sheet.place(number, name), "maker_list_column_unknown", (("column", name),))
        for name in headings.unknown
    ]


def _below(sheet: Sheet, headings: Headings) -> Iterator[Row]:
    return (row for row in sheet.filled_down() if row.number > headings.row.number)


def _read_row(row: Row, places: _Places, sheet: Sheet, reading: _Reading, vocabulary: Vocabulary) -> None:
    product = _product(row, places)
    if vocabulary.column_of(product.model) is Column.MODEL:
        return  # the headings again, as on every printed page
    reading.read += 1
    key = (reading.key(product.maker), search_key(product.model), search_key(product.part_number))
    first = next(filter(str.strip, row.cells))
    if problem := _problem(reading.key(first), key[0], key[1]):
        reading.skipped.append(Skipped(sheet.place(row.number), problem))
        return
    if key in reading.seen:
        values = (("model", product.model), ("row", str(reading.seen[key])))
        reading.skipped.append(Skipped(sheet.place(row.number), "maker_list_row_repeated", values))
        return
    reading.seen[key] = row.number
    reading.products.append(product)


def _problem(first: str, maker: str, model: str) -> str:
    if _TOTALS.fullmatch(first):
        return "maker_list_row_total"
    if not model:
        return "maker_list_row_without_model"
    return "" if maker else "maker_list_row_without_maker"


def _product(row: Row, places: _Places) -> ListedProduct:
    *texts, datasheet_url = ("" if at is None else row.cell(at) for at in places)
    maker, maker_en, model, part_number, family, category, jan, source = map(normalised, texts)
    return ListedProduct(
        maker=maker or maker_en,
        model=model,
        maker_en=maker_en,
        part_number=part_number,
        family=family,
        category=category,
        jan=_NOT_A_DIGIT.sub("", jan),
        datasheet_url=datasheet_url,
        source=source,
    )
