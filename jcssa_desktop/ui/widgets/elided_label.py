"""A label of one line that ends in … where it has no room; the tool tip then says all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from jcssa_desktop.ui.theme import scaled

_LEAST = 64


class ElidedLabel(QLabel):
    """Gives way to its neighbours without being cut in the middle of a letter."""

    @property
    def shown(self) -> str:
        """What is painted."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), scaled(_LEAST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), side | Qt.TextFlag.TextSingleLine, self.shown)

    def _explain(self) -> None:
        self.setToolTip("" if self.shown == self.text() else self.text())
