"""A white field to sign on, with a pen, a finger or the mouse; keeps strokes, not a picture."""

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.domain.disclosure import Stroke

# Paper is white and ink is dark whatever the theme: what is signed looks as it will be printed.
_PAPER = QColor("#FFFFFF")
_INK = QColor("#17191E")
_EDGE = QColor("#7B8391")
_CAPTION = QColor("#5A616E")
_INK_WIDTH = 5.0
_EDGE_RADIUS = 6.0
_BASE_LINE = 44
_SIDE = 24
_HEIGHT = 248
_SMALLEST_HEIGHT = 160


class SignaturePad(QWidget):
    """Collects pen strokes in shares of its width and height, so that they survive any size of print.

    Space or a key draws nothing: a signature is made by hand only. Ctrl+Z takes back one stroke, Del all.
    """

    strokes_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._current: list[tuple[float, float, int]] = []
        self._clock = QElapsedTimer()
        self._offset_ms = 0
        self._caption = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_SMALLEST_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The finished strokes, oldest first."""
        return tuple(self._strokes)

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show strokes that were kept; tells nobody."""
        if strokes == self.strokes:
            return
        self._strokes = list(strokes)
        self._restart_clock()
        self.update()

    def set_caption(self, caption: str) -> None:
        """Show who signs and when below the base line."""
        self._caption = caption
        self.update()

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._strokes:
            self._strokes.pop()
            self._restart_clock()
            self.update()
            self.strokes_changed.emit()

    def clear(self) -> None:
        """Take back every stroke."""
        if self._strokes:
            self._strokes.clear()
            self._restart_clock()
            self.update()
            self.strokes_changed.emit()

    def _restart_clock(self) -> None:
        self._clock.invalidate()
        last = self._strokes[-1].points[-1][2] if self._strokes else 0
        self._offset_ms = last

    def _now_ms(self) -> int:
        if not self._clock.isValid():
            self._clock.start()
            return self._offset_ms
        return self._offset_ms + self._clock.elapsed()

    def _point(self, at: QPointF) -> tuple[float, float, int]:
        x = min(max(at.x() / max(self.width(), 1), 0.0), 1.0)
        y = min(max(at.y() / max(self.height(), 1), 0.0), 1.0)
        return (round(x, 4), round(y, 4), self._now_ms())

    def _begin(self, at: QPointF) -> None:
        self._current = [self._point(at)]
        self.update()

    def _extend(self, at: QPointF) -> None:
        if self._current:
            self._current.append(self._point(at))
            self.update()

    def _finish(self) -> None:
        if self._current:
            self._strokes.append(Stroke(tuple(self._current)))
            self._current = []
            self.update()
            self.strokes_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepting keeps Qt from sending the same movement again as a mouse event.
        event.accept()
        if event.pointerType() == QPointingDevice.PointerType.Eraser:
            return
        match event.type():
            case QTabletEvent.Type.TabletPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._begin(event.position())
            case QTabletEvent.Type.TabletMove:
                self._extend(event.position())
            case QTabletEvent.Type.TabletRelease:
                self._finish()
            case _:
                pass

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(432, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_EDGE, 1))
        painter.setBrush(_PAPER if self.isEnabled() else QColor("#F4F5F7"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _EDGE_RADIUS, _EDGE_RADIUS
        )
        base = self.height() - _BASE_LINE
        painter.drawLine(_SIDE, base, self.width() - _SIDE, base)
        painter.setPen(_CAPTION)
        below = QRectF(_SIDE, base, self.width() - 2 * _SIDE, _BASE_LINE)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._caption)
        pen = QPen(
            _INK, _INK_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (*(one.points for one in self._strokes), tuple(self._current)):
            self._draw(painter, stroke)

    def _draw(self, painter: QPainter, points: tuple[tuple[float, float, int], ...]) -> None:
        """Draw one stroke smoothly: each point is the control of a curve between the middles beside it."""
        if not points:
            return
        places = [QPointF(x * self.width(), y * self.height()) for x, y, _ in points]
        if len(places) == 1:
            painter.drawPoint(places[0])
            return
        path = QPainterPath(places[0])
        for here, there in pairwise(places[1:]):
            path.quadTo(here, (here + there) / 2)
        path.lineTo(places[-1])
        painter.drawPath(path)
