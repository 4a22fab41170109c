"""The whole text of the sheet as pages to scroll through, and whether its end has been on screen."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from jcssa_desktop.ui.theme import colour

_NEAR_THE_END = 8


class SheetView(QPdfView):
    """Pages fitted to the width. `end_shown` comes once for every text that is shown."""

    end_shown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buffer: QBuffer | None = None
        self._is_end_shown = False
        # Not a child of the view: Qt would delete it while the view, half gone, still listens to it.
        self._pages = QPdfDocument(parent)
        self.setDocument(self._pages)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("告知シートの全文"))
        self._tint()
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.verticalScrollBar().rangeChanged.connect(self._look)

    @property
    def is_end_shown(self) -> bool:
        """Tell whether the end of the text has been on screen."""
        return self._is_end_shown

    @property
    def page_count(self) -> int:
        """How many pages the text has."""
        return self._pages.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a text from its beginning."""
        self._is_end_shown = False
        self._pages.close()
        buffer = QBuffer(self._pages)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pages.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self.verticalScrollBar().setValue(0)
        text = "\n".join(self._pages.getAllText(page).text() for page in range(self.page_count))
        self.setAccessibleDescription(text)
        QTimer.singleShot(0, self, self._look)

    def text(self) -> str:
        """Return the whole text, for screen readers."""
        return self.accessibleDescription()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll a page with Space, to either end with Home and End."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_PageDown:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again: a taller window may show the end."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._look)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; the pages stay white."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._tint()

    def _tint(self) -> None:
        """Let the ground around the pages be sunken: the view takes it from the palette's dark."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, colour("sunken"))
        self.setPalette(palette)

    def _look(self) -> None:
        bar = self.verticalScrollBar()
        if self._is_end_shown or self.page_count == 0 or not self.isVisible():
            return
        if bar.value() >= bar.maximum() - _NEAR_THE_END:
            self._is_end_shown = True
            self.end_shown.emit()
