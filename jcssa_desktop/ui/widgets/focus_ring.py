"""The ring around the control that the keyboard is in: one a window, outside the control."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour


class FocusRing(QFocusFrame):
    """Paints both strokes of the ring around its widget: ink inside, focus colour outside."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), measures.RADIUS_CONTROL + measures.FOCUS_MARGIN)
        painter.end()


class FocusFollower(QObject):
    """Moves each window's ring to where the keyboard is.

    A click puts no ring around a button; the next key does. Fields always have it: typing goes there.
    Rows of lists draw their own, see `paint_row_ring`.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._focused: QWidget | None = None
        self._app = app
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            self._show_ring(watched)
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
            _hide_ring(old)
        if now is None or isinstance(now, QAbstractItemView):
            return
        by_mouse = self._app.mouseButtons() != Qt.MouseButton.NoButton
        if by_mouse and not isinstance(now, (QLineEdit, QPlainTextEdit, QTextEdit)):
            now.installEventFilter(self)
        else:
            self._show_ring(now)

    def _show_ring(self, widget: QWidget) -> None:
        widget.removeEventFilter(self)
        if widget.isWindow() or widget.property("ring") == "none":
            return
        window = widget.window()
        ring = window.findChild(FocusRing) or FocusRing(window)
        ring.setWidget(widget)


def paint_ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Paint both strokes just inside `area`."""
    stroke = measures.FOCUS_STROKE
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, inset in (("focus", stroke / 2), ("focus-ink", stroke * 1.5)):
        painter.setPen(QPen(colour(token), stroke))
        edge = area.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, radius - inset, radius - inset)
    painter.restore()


def paint_row_ring(painter: QPainter, row: QRectF) -> None:
    """Paint the ring inside a row of a list."""
    paint_ring(painter, row.adjusted(2, 2, -2, -2), measures.RADIUS_CONTROL + 2)


def _hide_ring(widget: QWidget) -> None:
    ring = widget.window().findChild(FocusRing)
    if ring is not None:
        ring.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
