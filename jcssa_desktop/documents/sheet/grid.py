"""The grid of an edition: widths and edges in the millimetres of its layout.

The large-type edition is laid out on a smaller page and magnified as a whole, so that all type grows alike.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.drawing import (
    BOTTOM,
    FOOTER_RULE,
    LEFT,
    TOP,
    WIDTH,
    Blank,
    Box,
    Circle,
    Mark,
    Modules,
    Outline,
    Page,
    Picture,
    Rule,
    Text,
)
from jcssa_desktop.documents.tables import Column
from jcssa_desktop.domain.disclosure import SheetEdition

GUTTER = 4.0
_HEAD = 23.0


class Grid(Struct, frozen=True):
    """`scale` magnifies the layout; `head_above` puts a box's question over it instead of to its left."""

    scale: float
    head_above: bool

    @property
    def left(self) -> float:
        """The left margin."""
        return LEFT / self.scale

    @property
    def top(self) -> float:
        """Where content begins."""
        return TOP / self.scale

    @property
    def bottom(self) -> float:
        """Where content must end."""
        return BOTTOM / self.scale

    @property
    def footer_rule(self) -> float:
        """Where the rule above the footer stands."""
        return FOOTER_RULE / self.scale

    @property
    def width(self) -> float:
        """The width between the margins."""
        return WIDTH / self.scale

    @property
    def head(self) -> float:
        """The width of a box's question."""
        return self.width if self.head_above else _HEAD

    @property
    def body_left(self) -> float:
        """Where a box's answer begins, from the left margin."""
        return 0.0 if self.head_above else _HEAD + GUTTER

    @property
    def body(self) -> float:
        """The width of a box's answer."""
        return self.width - self.body_left

    @property
    def half(self) -> float:
        """Half of a box's answer, a gutter between the halves."""
        return (self.body - GUTTER) / 2

    def columns(self, *widths: float, keep: Collection[int] = ()) -> tuple[float, ...]:
        """Fit columns of the standard edition into this one; those at `keep` stay as wide as they are.

        The columns fill the whole page or the answer of a box, whichever of both they do in the standard.
        """
        given = sum(widths)
        room = self.width if given > STANDARD.body + 1 else self.body
        kept = sum(widths[index] for index in keep)
        share = (room - kept) / (given - kept)
        return tuple(width if index in keep else width * share for index, width in enumerate(widths))

    def fitted(self, columns: Sequence[Column], large: Sequence[float]) -> list[Column]:
        """Return the columns of a table, in a smaller layout as wide as `large` says."""
        if not self.head_above:
            return list(columns)
        return [replace(column, width=width) for column, width in zip(columns, large, strict=True)]


STANDARD = Grid(1.0, head_above=False)
LARGE = Grid(1.3, head_above=True)


def grid_of(edition: SheetEdition) -> Grid:
    """Return the grid of an edition."""
    return LARGE if edition is SheetEdition.LARGE else STANDARD


def magnified(page: Page, scale: float) -> Page:
    """Magnify all that stands on a page; rules keep their weight."""
    return Page(
        [
            replace(one, x=one.x * scale, y=one.y * scale, mark=_magnified_mark(one.mark, scale))
            for one in page.placed
        ]
    )


def _magnified_mark(mark: Mark, scale: float) -> Mark:
    larger: Mark = mark
    match mark:
        case Text():
            larger = replace(mark, size=mark.size * scale, width=mark.width * scale)
        case Rule():
            larger = replace(mark, length=mark.length * scale)
        case Box() | Picture():
            larger = replace(mark, width=mark.width * scale, height=mark.height * scale)
        case Outline():
            larger = replace(mark, points=tuple((x * scale, y * scale) for x, y in mark.points))
        case Circle():
            larger = replace(mark, radius=mark.radius * scale)
        case Modules():
            larger = replace(mark, size=mark.size * scale)
        case Blank():
            pass
    return larger
