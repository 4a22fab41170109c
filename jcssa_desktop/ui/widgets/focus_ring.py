"""The ring around the control that the keyboard is in: one a window, outside the control."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
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
    """Moves the ring to where the keyboard is.

    A click puts no ring around a button; the next key does. Fields always have it: typing goes there.
    Rows of lists draw their own, see `paint_row_ring`.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ring: FocusRing | None = None
        self._clicked: QWidget | None = None
        self._is_click = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._settle)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            self._let_go()
            self._put_ring(watched)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        # The widget that loses the focus may be in the middle of its destruction: nothing is touched now.
        self._is_click = self._app.mouseButtons() != Qt.MouseButton.NoButton
        self._timer.start()

    def _settle(self) -> None:
        self._let_go()
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
        now = self._app.focusWidget()
        if now is None or isinstance(now, QAbstractItemView):
            return
        if self._is_click and not isinstance(now, (QLineEdit, QPlainTextEdit, QTextEdit)):
            now.installEventFilter(self)
            self._clicked = now
        else:
            self._put_ring(now)

    def _let_go(self) -> None:
        if self._clicked is not None and shiboken6.isValid(self._clicked):
            self._clicked.removeEventFilter(self)
        self._clicked = None

    def _put_ring(self, widget: QWidget) -> None:
        if widget.isWindow() or widget.property("ring") == "none":
            return
        window = widget.window()
        self._ring = window.findChild(FocusRing) or FocusRing(window)
        self._ring.setWidget(widget)


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
