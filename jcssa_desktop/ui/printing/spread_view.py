"""Two pages of a PDF side by side, as they lie in a folder; each pair fills the widget."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from jcssa_desktop.ui.theme import colour, scaled

_GAP = 12
_FORWARD = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up)


class SpreadView(QWidget):
    """Shows the pages 1 and 2, then 3 and 4, and so on."""

    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document: QPdfDocument | None = None
        self._images: dict[tuple[int, int], QImage] = {}
        self._left = 0

    def show_document(self, document: QPdfDocument) -> None:
        """Show a document that is loaded; the caller keeps it."""
        self._document = document
        self._images.clear()
        self.show_page(0)

    @property
    def page(self) -> int:
        """The left page, counted from 0; always even."""
        return self._left

    def show_page(self, page: int) -> None:
        """Show the pair that has a page, counted from 0; beyond the ends nothing changes."""
        count = self._document.pageCount() if self._document else 0
        if 0 <= page < count:
            self._left = page - page % 2
            self.update()
            self.page_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FORWARD:
            self.show_page(self._left + 2)
        elif event.key() in _BACK:
            self.show_page(self._left - 2)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        if self._document is None:
            return
        gap = scaled(_GAP)
        room = QSize((self.width() - 3 * gap) // 2, self.height() - 2 * gap)
        for side, page in enumerate((self._left, self._left + 1)):
            if page < self._document.pageCount():
                size = self._document.pagePointSize(page)
                shown = size.toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
                x = self.width() // 2 + (gap // 2 if side else -gap // 2 - shown.width())
                target = QRectF(x, (self.height() - shown.height()) / 2, shown.width(), shown.height())
                painter.fillRect(target, Qt.GlobalColor.white)
                painter.drawImage(target, self._image(self._document, page, shown))

    def _image(self, document: QPdfDocument, page: int, size: QSize) -> QImage:
        pixels = size * self.devicePixelRatioF()
        key = (page, pixels.width())
        if key not in self._images:
            if len(self._images) > len((self._left, self._left + 1)):
                self._images.clear()
            self._images[key] = document.render(page, pixels)
        return self._images[key]
