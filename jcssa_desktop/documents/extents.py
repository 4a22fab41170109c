"""Which part of the page marks cover: a figure of an accessible PDF says so by its bounding box."""

from collections.abc import Iterable

from jcssa_desktop.documents.drawing import (
    PAGE_HEIGHT,
    Blank,
    Box,
    Circle,
    Modules,
    Outline,
    Picture,
    Placed,
    Rule,
    Text,
)
from jcssa_desktop.documents.typography import MM

_POINT = 25.4 / 72

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom in millimetres from the top left."""


def bounding_box(marks: Iterable[Placed]) -> Edges | None:
    """Return left, bottom, right and top in points from the bottom left, None for no marks."""
    edges = [edges_of(placed) for placed in marks]
    if not edges:
        return None
    left, top = min(one[0] for one in edges), min(one[1] for one in edges)
    right, bottom = max(one[2] for one in edges), max(one[3] for one in edges)
    return left * MM, (PAGE_HEIGHT - bottom) * MM, right * MM, (PAGE_HEIGHT - top) * MM


def edges_of(placed: Placed) -> Edges:
    """Return the edges of one mark; letters reach a fifth of their size below their baseline."""
    mark = placed.mark
    left = top = right = bottom = 0.0
    match mark:
        case Text():
            size = mark.size * _POINT
            top, right, bottom = -size, mark.width, size / 5
        case Rule():
            right = mark.length
        case Box() | Picture():
            right, bottom = mark.width, mark.height
        case Outline():
            across, down = zip(*mark.points, strict=True)
            left, top, right, bottom = min(across), min(down), max(across), max(down)
        case Circle():
            left, top, right, bottom = -mark.radius, -mark.radius, mark.radius, mark.radius
        case Modules():
            right = max((first + count for _, first, count in mark.runs), default=0) * mark.size
            bottom = max((row + 1 for row, _, _ in mark.runs), default=0) * mark.size
        case Blank():
            pass
    return placed.x + left, placed.y + top, placed.x + right, placed.y + bottom
