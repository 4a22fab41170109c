"""Tables of ruled rows: columns, head, rows. Splitting over pages is `flow`'s."""

from collections.abc import Sequence
from dataclasses import dataclass

from jcssa_desktop.documents.drawing import Block, Placed, Rule, beside, padded, stacked
from jcssa_desktop.documents.typesetting import HEAD, Align, Typesetter

GUTTER = 1.6
HAIR = 0.25
UNDER_HEAD = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of `width` millimetres, the gutter to its right included."""

    width: float
    head: str = ""
    align: Align = Align.LEFT


class Table:
    """Sets heads and rows of blocks on columns; `above` and `below` are the white in a row."""

    def __init__(
        self, typesetter: Typesetter, columns: Sequence[Column], *, above: float = 0.65, below: float = 0.65
    ) -> None:
        self._typesetter = typesetter
        self._columns = tuple(columns)
        self._above = above
        self._below = below
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
        height = max(cell.height for cell in cells)
        standing = [padded(cell, height - cell.height, 0.65) for cell in cells]
        row = self._beside(standing)
        return Block(row.height, (*row.marks, Placed(0, row.height, Rule(self.width, UNDER_HEAD))))

    def row(self, cells: Sequence[Block]) -> Block:
        """Set one row."""
        return padded(self._beside(cells), self._above, self._below)

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
        for column, cell in zip(self._columns, cells, strict=True):
            placed.append((left, cell))
            left += column.width
        return beside(placed)
