"""Tables of ruled rows: columns, head, rows. Splitting over pages is `flow`'s."""

from collections.abc import Sequence

from msgspec import Struct

from jcssa_desktop.documents.drawing import (
    Blank,
    Block,
    HeadOf,
    Placed,
    Role,
    Rule,
    Tag,
    beside,
    padded,
    stacked,
)
from jcssa_desktop.documents.typesetting import HEAD, Align, Typesetter

GUTTER = 1.6
HAIR = 0.25
UNDER_HEAD = 0.6


class Column(Struct, frozen=True):
    """A column of `width` millimetres, the gutter to its right included."""

    width: float
    head: str = ""
    align: Align = Align.LEFT


_BLANK = Block(0.0, (Placed(0, 0, Blank()),))


def cell(block: Block) -> Block:
    """Make a block the cell of a row; an empty one keeps its place."""
    return stacked([_BLANK, block]).within(Tag(Role.CELL))


def head_cell(block: Block, scope: HeadOf, columns: int = 1) -> Block:
    """Make a block the head of its column or row, or of so many columns."""
    return stacked([_BLANK, block]).within(Tag(Role.HEAD_CELL, scope=scope, columns=columns))


class Table:
    """Sets heads and rows of blocks on columns; `above` and `below` are the white in a row.

    All rows of one object are one table to those who listen, on however many pages they stand. The cell in
    the column `names` is the head of its row.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        columns: Sequence[Column],
        *,
        above: float = 0.65,
        below: float = 0.65,
        names: int | None = None,
    ) -> None:
        self._typesetter = typesetter
        self._columns = tuple(columns)
        self._above = above
        self._below = below
        self._names = names
        self._tag = Tag(Role.TABLE)
        self.width = sum(column.width for column in columns)

    def inner(self, index: int) -> float:
        """The width that a cell's text may take."""
        last = index == len(self._columns) - 1
        return self._columns[index].width - (0.0 if last else GUTTER)

    def head(self) -> Block:
        """Set the heads, standing on their rule."""
        cells = [
            self._typesetter.paragraph(column.head, HEAD, self.inner(index), align=column.align, phrases=True)
            for index, column in enumerate(self._columns)
        ]
        height = max(one.height for one in cells)
        standing = [head_cell(padded(one, height - one.height, 0.65), HeadOf.COLUMN) for one in cells]
        row = self._beside(standing)
        return Block(row.height, (*row.marks, Placed(0, row.height, Rule(self.width, UNDER_HEAD))))

    def row(self, cells: Sequence[Block]) -> Block:
        """Set one row."""
        set_cells = [
            head_cell(one, HeadOf.ROW) if index == self._names else cell(one)
            for index, one in enumerate(cells)
        ]
        return padded(self._beside(set_cells), self._above, self._below)

    def hair(self) -> Block:
        """Draw the line between two rows; it takes no height."""
        return Block(0.0, (Placed(0, 0, Rule(self.width, HAIR)),))

    def body(self, rows: Sequence[Block]) -> Block:
        """Put rows under each other with a line between them."""
        return stacked([part for index, row in enumerate(rows) for part in self._with_hair(index, row)])

    def _with_hair(self, index: int, row: Block) -> tuple[Block, ...]:
        return (self.hair(), row) if index else (row,)

    def _beside(self, cells: Sequence[Block]) -> Block:
        left = 0.0
        placed = []
        for column, one in zip(self._columns, cells, strict=True):
            placed.append((left, one))
            left += column.width
        return beside(placed).within(Tag(Role.ROW)).within(self._tag)
