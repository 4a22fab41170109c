"""State marks, circles of the matrix and check boxes, as vectors: no font has them all."""

from enum import StrEnum

from jcssa_desktop.documents.drawing import Block, Box, Circle, Mark, Outline, Placed, Role
from jcssa_desktop.documents.typesetting import Style
from jcssa_desktop.documents.typography import MM

_HALF = 1.3
_STROKE = 0.75
_MIDDLE_ABOVE_BASELINE = 0.38
"""The optical middle of kanji and figures above the baseline, in em."""
_DOT_RADIUS = 1.45
_CHECK_BOX = 3.1
_CHECK_BOX_STROKE = 0.95
_TICK_STROKE = 1.3
_TICK = ((0.55, 1.45), (1.3, 2.35), (2.95, -0.35))


class Shape(StrEnum):
    """A mark that says a state together with its word."""

    TRIANGLE_FILLED = "triangle_filled"
    TRIANGLE = "triangle"
    DISC = "disc"
    RING = "ring"
    SQUARE = "square"
    SQUARE_FILLED = "square_filled"
    DIAMOND = "diamond"
    DIAMOND_FILLED = "diamond_filled"


_FILLED = {Shape.TRIANGLE_FILLED, Shape.DISC, Shape.SQUARE_FILLED, Shape.DIAMOND_FILLED}
_TRIANGLE = ((0, -1.25), (1.35, 1.15), (-1.35, 1.15))
_SQUARE = ((-1.15, -1.15), (1.15, -1.15), (1.15, 1.15), (-1.15, 1.15))
_DIAMOND = ((0, -1.5), (1.5, 0), (0, 1.5), (-1.5, 0))
_POINTS = {
    Shape.TRIANGLE_FILLED: _TRIANGLE,
    Shape.TRIANGLE: _TRIANGLE,
    Shape.SQUARE: _SQUARE,
    Shape.SQUARE_FILLED: _SQUARE,
    Shape.DIAMOND: _DIAMOND,
    Shape.DIAMOND_FILLED: _DIAMOND,
}


def middle(style: Style) -> float:
    """How far the optical middle of a line's characters is below its top, in millimetres."""
    return style.baseline - _MIDDLE_ABOVE_BASELINE * style.size / MM


def state_shape(shape: Shape, style: Style) -> Block:
    """Draw a state mark at the beginning of a line of `style`."""
    weight = None if shape in _FILLED else _STROKE
    mark: Mark
    if shape in {Shape.DISC, Shape.RING}:
        mark = Circle(_HALF - 0.05, weight)
    else:
        mark = Outline(_POINTS[shape], weight)
    return Block(style.line, (Placed(_HALF + 0.1, middle(style), mark),))


def dot(*, filled: bool, means: str, width: float, style: Style) -> Block:
    """Draw a circle of the matrix in the middle of a column: filled = does, open = helps."""
    stroke = None if filled else _STROKE
    radius = _DOT_RADIUS if filled else _DOT_RADIUS - _STROKE / MM / 2
    circle = Block(style.line, (Placed(width / 2, middle(style), Circle(radius, stroke)),))
    return circle.as_one(Role.SYMBOL, means) if means else circle


def check_box(*, ticked: bool, style: Style, means: str) -> Block:
    """Draw a check box of 3.1 mm at the beginning of a line; `means` says in words whether it is ticked."""
    inset = _CHECK_BOX_STROKE / MM / 2
    top = middle(style) - _CHECK_BOX / 2
    side = _CHECK_BOX - 2 * inset
    marks = [Placed(inset, top + inset, Box(side, side, _CHECK_BOX_STROKE))]
    if ticked:
        marks.append(Placed(0, top, Outline(_TICK, _TICK_STROKE, closed=False)))
    return Block(style.line, tuple(marks)).as_one(Role.SYMBOL, means)
