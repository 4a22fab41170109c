"""How far the eight items are: filled 説明済, striped 質問あり, empty 未説明."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.ui.theme import colour, scaled

ITEMS = 8
_GAP = 2
_HEIGHT = 8
_STRIPE = 3


class Box(Enum):
    """One item of the eight; 対象外 counts as filled."""

    FILLED = "filled"
    STRIPED = "striped"
    EMPTY = "empty"


def counted(explained: int, questions: int) -> tuple[Box, ...]:
    """Make boxes from counts alone: filled ones first, then striped, then empty."""
    boxes = [Box.FILLED] * explained + [Box.STRIPED] * questions
    return tuple((boxes + [Box.EMPTY] * ITEMS)[:ITEMS])


def paint_boxes(painter: QPainter, area: QRectF, boxes: Sequence[Box]) -> None:
    """Paint the boxes side by side into `area`."""
    painter.save()
    width = (area.width() - _GAP * (len(boxes) - 1)) / len(boxes)
    for position, box in enumerate(boxes):
        left = round(area.left() + position * (width + _GAP))
        right = round(area.left() + position * (width + _GAP) + width)
        place = QRectF(left, area.top(), right - left, area.height())
        _paint_box(painter, place, box)
    painter.restore()


class ProgressBoxes(QWidget):
    """The eight boxes as a widget; `set_boxes` says what each is, in the order of explaining."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: tuple[Box, ...] = (Box.EMPTY,) * ITEMS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What is shown."""
        return self._boxes

    def set_boxes(self, boxes: Sequence[Box], words: str) -> None:
        """Show the boxes; `words` says the same to a screen reader."""
        self._boxes = tuple(boxes)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(96), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_boxes(painter, QRectF(self.rect()), self._boxes)
        painter.end()


def _paint_box(painter: QPainter, place: QRectF, box: Box) -> None:
    token = {Box.FILLED: "accent", Box.STRIPED: "warn", Box.EMPTY: "line-control"}[box]
    painter.fillRect(place, colour("accent" if box is Box.FILLED else "surface"))
    if box is Box.STRIPED:
        left = place.left()
        while left < place.right():
            stripe = QRectF(left, place.top(), _STRIPE, place.height()).intersected(place)
            painter.fillRect(stripe, colour("warn"))
            left += 2 * _STRIPE
    pen = QPen(colour(token), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
