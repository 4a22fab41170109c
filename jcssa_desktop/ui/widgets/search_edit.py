"""A field to search with: the drawing of a glass at its left, a shortcut at its right."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import icon
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.painting import paint_text, text_width

SEARCH_AFTER_MS = 150


class SearchEdit(QLineEdit):
    """`search_wanted` follows typing 150 ms after the last key, and Enter or Esc at once."""

    search_wanted = Signal(str)
    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcut = ""
        self._told = ""
        self.setProperty("kind", "search")
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._tell)
        self._tint()

    def set_shortcut_text(self, shortcut: str) -> None:
        """Show which keys lead here."""
        self._shortcut = shortcut
        self.setTextMargins(0, 0, text_width(shortcut, pixels=measures.TEXT_CAPTION) + 8, 0)

    def search_now(self) -> None:
        """Tell of the text even where it was told before."""
        self._timer.stop()
        self._told = self.text()
        self.search_wanted.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = "Esc" if self.text() and self.hasFocus() else self._shortcut
        if words:
            painter = QPainter(self)
            area = QRect(0, 0, self.width() - 12, self.height())
            paint_text(
                painter,
                area,
                words,
                ink="text3",
                pixels=measures.TEXT_CAPTION,
                is_right=True,
            )
            painter.end()

    def _tell(self) -> None:
        if self.text() != self._told:
            self.search_now()

    def _tint(self) -> None:
        self._glass.setIcon(icon("search", "text2", size=scaled(measures.ICON)))
