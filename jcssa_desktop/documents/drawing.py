"""What stands on a page before it becomes a PDF: texts, rules and shapes with their places.

Lengths are millimetres from the top left, type is in points. A `Block` is a piece of layout with a height;
a `Page` is what a sheet of paper holds, in reading order. Tests read pages, `rendering` draws them.
Each mark carries the elements of the document's structure in which it stands, from the outermost inwards.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct, field

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
LEFT = 18.0
RIGHT = PAGE_WIDTH - 10.0
TOP = 8.5
WIDTH = RIGHT - LEFT
FOOTER_RULE = PAGE_HEIGHT - 14.0
BOTTOM = FOOTER_RULE - 2.0
"""Where content must end."""


class Colour(StrEnum):
    """The only two colours of the sheet; neither carries meaning."""

    BLACK = "#000000"
    KEY = "#0B3B82"


class Role(StrEnum):
    """What an element is to those who listen to the page: the structure types of PDF 1.7."""

    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LIST_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    SYMBOL = "Span"
    """A shape that stands for a word, such as a ticked box; it is also copied out as that word."""
    FIGURE = "Figure"
    ARTIFACT = "Artifact"


class HeadOf(StrEnum):
    """For which cells a head cell speaks."""

    COLUMN = "Column"
    ROW = "Row"


class Tag(Struct, frozen=True, eq=False):
    """One element of the structure: marks that carry the same object stand in the same element.

    `means` is read aloud for a symbol or figure; a head cell has a `scope` and spans `columns`.
    """

    role: Role
    means: str = ""
    scope: HeadOf | None = None
    columns: int = 1


ARTIFACT = Tag(Role.ARTIFACT)
"""Around what is not read aloud: footers, heads that are repeated, legends of shapes."""


class Text(Struct, frozen=True):
    """A string on its baseline. `width` is what it takes, for those who check the page."""

    text: str
    size: float
    bold: bool
    colour: Colour
    width: float
    tracking: float = 0.0


class Rule(Struct, frozen=True):
    """A horizontal line, `weight` in points."""

    length: float
    weight: float
    colour: Colour = Colour.BLACK


class Box(Struct, frozen=True):
    """A rectangle from its top left; `weight` None fills it."""

    width: float
    height: float
    weight: float | None


class Outline(Struct, frozen=True):
    """A path through `points`, closed or open; `weight` None fills it."""

    points: tuple[tuple[float, float], ...]
    weight: float | None
    closed: bool = True


class Circle(Struct, frozen=True):
    """A circle around its place; `weight` None fills it."""

    radius: float
    weight: float | None


class Modules(Struct, frozen=True):
    """The dark modules of a QR code, as (row, first column, count) of square modules of `size`."""

    runs: tuple[tuple[int, int, int], ...]
    size: float
    content: str


class Picture(Struct, frozen=True):
    """An opaque PNG, from its top left."""

    width: float
    height: float
    png: bytes


class Blank(Struct, frozen=True):
    """No ink: keeps the place of an element that is empty, such as a cell without words."""


Mark = Text | Rule | Box | Outline | Circle | Modules | Picture | Blank


class Placed(Struct, frozen=True):
    """A mark at its place; for a text the left end of its baseline."""

    x: float
    y: float
    mark: Mark
    tags: tuple[Tag, ...] = ()


class Block(Struct, frozen=True):
    """A piece of layout: marks relative to its top left, and the height that it takes."""

    height: float
    marks: tuple[Placed, ...] = ()

    def moved(self, x: float, y: float) -> Iterable[Placed]:
        """Give the marks with the block's top left at `x`, `y`."""
        return (Placed(x + placed.x, y + placed.y, placed.mark, placed.tags) for placed in self.marks)

    def within(self, tag: Tag) -> "Block":
        """Put all marks into one element around those in which they stand."""
        marks = tuple(Placed(one.x, one.y, one.mark, (tag, *one.tags)) for one in self.marks)
        return Block(self.height, marks)

    def as_one(self, role: Role, means: str = "") -> "Block":
        """Make one element of all marks, whatever elements they stood in."""
        tags = (Tag(role, means),)
        return Block(self.height, tuple(Placed(one.x, one.y, one.mark, tags) for one in self.marks))


EMPTY = Block(0.0)


def stacked(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Put blocks under each other."""
    marks: list[Placed] = []
    height = 0.0
    for index, block in enumerate(blocks):
        height += gap if index else 0.0
        marks += block.moved(0, height)
        height += block.height
    return Block(height, tuple(marks))


def beside(blocks: Sequence[tuple[float, Block]]) -> Block:
    """Put blocks beside each other, each at its x."""
    marks = tuple(placed for x, block in blocks for placed in block.moved(x, 0))
    return Block(max((block.height for _, block in blocks), default=0.0), marks)


def listed(blocks: Iterable[Block]) -> list[Block]:
    """Make the blocks the items of one list, in their order."""
    whole = Tag(Role.LIST)
    return [block.within(Tag(Role.LIST_BODY)).within(Tag(Role.LIST_ITEM)).within(whole) for block in blocks]


def padded(block: Block, above: float, below: float) -> Block:
    """Add white above and below."""
    return Block(above + block.height + below, tuple(block.moved(0, above)))


class Page(Struct):
    """The marks of one page, in reading order."""

    placed: list[Placed] = field(default_factory=list)

    def add(self, block: Block, x: float, y: float) -> float:
        """Put a block with its top left at `x`, `y`; return where it ends."""
        self.placed += block.moved(x, y)
        return y + block.height

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, in reading order."""
        return tuple(placed.mark.text for placed in self.placed if isinstance(placed.mark, Text))
