"""A state as people see it: a shape and a word. Colour only repeats it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.theme import colour, font, scaled

MARK_TONES: Mapping[str, str] = MappingProxyType(
    {
        "done": "ok",
        "current": "accent",
        "open": "text3",
        "question": "warn",
        "none": "text3",
        "sealed": "accent",
        "unchanged": "ok",
        "alert": "alert",
        "caution": "warn",
        "unknown": "warn",
        "not-applicable": "text3",
        "unsigned": "warn",
        "refused": "warn",
        "paper": "text",
        "drawn": "text",
        "event": "accent",
        "latest": "accent",
    }
)
"""The state marks by name (`resources/icons/mark-<name>.svg`) and the colour token that goes with each."""

_WORD_GAP = 6


class Mark(Struct, frozen=True):
    """A state mark: which shape, which word. `tone` "" takes the shape's usual colour token."""

    name: str
    word: str
    tone: str = ""
    is_bold: bool = False

    @property
    def token(self) -> str:
        """The colour token in force."""
        return self.tone or MARK_TONES[self.name]


def mark_size(mark: Mark, pixels: int = measures.TEXT_BODY) -> QSize:
    """Return how much room a mark and its word take."""
    side = scaled(measures.MARK)
    metrics = QFontMetrics(font(pixels, bold=mark.is_bold))
    word = _WORD_GAP + metrics.horizontalAdvance(mark.word) if mark.word else 0
    return QSize(side + word, max(side, metrics.height()))


def paint_mark(
    painter: QPainter,
    area: QRect,
    mark: Mark,
    *,
    pixels: int = measures.TEXT_BODY,
    ground: str = "surface",
) -> None:
    """Paint a mark and its word into `area`, left aligned and centred from top to bottom."""
    side = scaled(measures.MARK)
    top = area.top() + (area.height() - side) / 2
    paint_icon(painter, QRectF(area.left(), top, side, side), f"mark-{mark.name}", mark.token, ground)
    if not mark.word:
        return
    painter.save()
    painter.setFont(font(pixels, bold=mark.is_bold))
    painter.setPen(colour(mark.token))
    words = area.adjusted(side + _WORD_GAP, 0, 0, 0)
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(mark.word, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class MarkLabel(QWidget):
    """Shows a mark beside its word; empty until `set_mark`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self._pixels = measures.TEXT_BODY
        self._ground = "surface"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def mark(self) -> Mark | None:
        """The mark that is shown."""
        return self._mark

    def set_mark(
        self, mark: Mark | None, *, pixels: int = measures.TEXT_BODY, ground: str = "surface"
    ) -> None:
        """Show a mark, or nothing; `pixels` is the size of its word, `ground` the token behind it."""
        self._mark = mark
        self._pixels = pixels
        self._ground = ground
        self.setAccessibleName(mark.word if mark else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return mark_size(self._mark, self._pixels) if self._mark else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._mark is not None:
            painter = QPainter(self)
            paint_mark(painter, self.rect(), self._mark, pixels=self._pixels, ground=self._ground)
            painter.end()
