"""A table as read from any file: sheets of rows of text, numbered as a person sees them."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jcssa_desktop.domain.errors import Place, Skipped


class Row(Struct, frozen=True):
    """One row; `number` counts from 1 as Excel shows it, blank rows included."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return the trimmed text of a column counted from 0; "" where the row is shorter."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell shows anything."""
        return not any(map(str.strip, self.cells))


class MergedCells(Struct, frozen=True):
    """A merged block: rows from 1, columns from 0, both ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class Sheet(Struct, frozen=True):
    """One visible sheet; a text file is one sheet without a name. Blank rows are left out of `rows`.

    `hidden_rows` names those of `rows` that Excel does not show: a list's are filtered away, a quotation's
    are not for the customer.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[MergedCells, ...] = ()
    hidden_rows: frozenset[int] = frozenset()

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Name a place of this sheet."""
        return Place(sheet=self.name, row=row, column=column)

    def filled_down(self) -> Iterator[Row]:
        """Yield the rows with the first value of every vertically merged block repeated downwards."""
        if not self.merged:
            yield from self.rows
            return
        starting: dict[int, list[MergedCells]] = {}
        for block in self.merged:
            starting.setdefault(block.first_row, []).append(block)
        open_blocks: dict[int, tuple[int, str]] = {}
        for row in self.rows:
            for block in starting.get(row.number, ()):
                open_blocks[block.first_column] = (block.last_row, row.cell(block.first_column))
            cells = list(row.cells)
            for column, (last_row, value) in open_blocks.items():
                if row.number <= last_row and column < len(cells) and not cells[column].strip():
                    cells[column] = value
            yield Row(row.number, tuple(cells))


class Table(Struct, frozen=True):
    """Everything that a table file shows; `skipped` names its hidden sheets."""

    file: str
    sheets: tuple[Sheet, ...]
    skipped: tuple[Skipped, ...] = ()


def one_line(text: str) -> str:
    """Collapse line breaks and runs of spaces to one space, characters as written; controls are dropped."""
    return " ".join(text.translate(_CONTROLS).split())


_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00ad": ""})


@lru_cache(maxsize=8192)
def normalised(text: str) -> str:
    """Give the form that is stored: NFKC, plain hyphens, single spaces; most cells of a column are alike."""
    if text.isascii():
        return one_line(text)
    return one_line(unicodedata.normalize("NFKC", text).translate(_DASHES))
