"""The sheet as it will be printed: look, print, save."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_preview import Ui_Preview
from jcssa_desktop.ui.printing.pages import prepare, print_pages
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen, show_with

COPIES = 2
"""One for the customer, one for us."""

_ZOOM_STEP = 1.25
_ZOOM_LEAST = 0.25
_ZOOM_MOST = 5.0
_SIZE = (1000, 900)


class Preview(QDialog):
    """Shows the pages of a PDF. It writes nothing itself: `save_wanted` and `printed` tell who can."""

    printed = Signal(int)
    """The printer took that many copies."""

    save_wanted = Signal(Path)
    """A person chose where the PDF is to be saved."""

    def __init__(
        self, pdf: bytes, *, title: str, file_name: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._file_name = file_name
        self._ui = Ui_Preview()
        self._ui.setupUi(self)
        self.setWindowTitle(title)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        view = self._ui.pdf_view
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._ui.spread_view.show_document(self.document)
        self._ui.title_label.setText(title)
        self._ui.note_label.setText(note)
        self._arrange()
        self._connect()
        self._show_place()
        view.setFocus()

    @property
    def message(self) -> InlineMessage:
        """Says what became of printing and saving."""
        return self._ui.message

    def print_sheet(self) -> None:
        """Open the system's print dialog, or say that there is no printer."""
        if not QPrinterInfo.availablePrinterNames():
            self._ui.message.show_message(
                "warn",
                self.tr("プリンターが設定されていません。"),
                self.tr("パソコンの設定でプリンターを加えるか、PDFで保存して別の機械で印刷します。"),
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, self._title, COPIES)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("印刷"))
        dialog.setMinMax(1, self.document.pageCount())
        dialog.finished.connect(lambda result: self._print_if(result, printer))
        dialog.finished.connect(dialog.deleteLater)
        # QPrintDialog hides the plain `open` behind one for string-based slots.
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that is set up, and say what became of it."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        is_taken = print_pages(self.document, printer)
        self.unsetCursor()
        if not is_taken:
            self._ui.message.show_message(
                "alert",
                self.tr("「{printer}」が印刷を受け付けませんでした。").format(
                    printer=printer.printerName() or self.tr("プリンター")
                ),
                self.tr("電源、用紙、つながりを確かめて、もう一度印刷します。"),
            )
            return
        copies = printer.copyCount()
        self._ui.message.show_message(
            "ok", self.tr("{copies}部の印刷をプリンターに送りました。").format(copies=copies)
        )
        self.printed.emit(copies)

    def _print_if(self, result: int, printer: QPrinter) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def choose_file(self) -> None:
        """Let a person choose where to save the PDF."""
        dialog = QFileDialog(self, self.tr("PDFで保存"), self._file_name, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_wanted.emit(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _arrange(self) -> None:
        ui = self._ui
        resize_on_screen(self, *_SIZE)
        arrange(self.layout())
        ui.header.setFixedHeight(scaled(measures.HEADER_HEIGHT))
        ui.footer.setFixedHeight(scaled(measures.FOOTER_HEIGHT))
        arrange(ui.header.layout(), margins=(16, 0, 16, 0), spacing=measures.GAP)
        arrange(ui.footer.layout(), margins=(24, 0, 24, 0), spacing=12)
        arrange(ui.message_box.layout(), margins=(16, measures.GAP, 16, measures.GAP))
        ui.header_rule.setFixedSize(1, 24)
        show_with(ui.message_box, ui.message)
        palette = ui.pdf_view.palette()
        palette.setColor(QPalette.ColorRole.Dark, colour("sunken"))
        ui.pdf_view.setPalette(palette)
        ui.pdf_view.setProperty("ring", "none")
        ui.spread_view.setProperty("ring", "none")
        ui.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ui.zoom_label.setMinimumWidth(scaled(52))

    def _connect(self) -> None:
        ui = self._ui
        ui.close_button.clicked.connect(self.reject)
        ui.print_button.clicked.connect(self.print_sheet)
        ui.save_button.clicked.connect(self.choose_file)
        ui.print_button.setShortcut(QKeySequence("Ctrl+P"))
        ui.save_button.setShortcut(QKeySequence("Ctrl+S"))
        ui.previous_button.clicked.connect(lambda: self._go(-1))
        ui.next_button.clicked.connect(lambda: self._go(1))
        ui.zoom_out_button.clicked.connect(lambda: self._zoom(1 / _ZOOM_STEP))
        ui.zoom_in_button.clicked.connect(lambda: self._zoom(_ZOOM_STEP))
        ui.fit_width_button.clicked.connect(lambda: self._fit(QPdfView.ZoomMode.FitToWidth))
        ui.fit_page_button.clicked.connect(lambda: self._fit(QPdfView.ZoomMode.FitInView))
        ui.spread_button.toggled.connect(self._show_spread)
        ui.spread_button.setShortcut(QKeySequence("Ctrl+2"))
        ui.spread_view.page_changed.connect(self._show_place)
        for keys, call in (
            ("Ctrl++", lambda: self._zoom(_ZOOM_STEP)),
            ("Ctrl+=", lambda: self._zoom(_ZOOM_STEP)),
            ("Ctrl+-", lambda: self._zoom(1 / _ZOOM_STEP)),
            ("Ctrl+PgUp", lambda: self._go(-1)),
            ("Ctrl+PgDown", lambda: self._go(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)
        ui.pdf_view.pageNavigator().currentPageChanged.connect(self._show_place)
        ui.pdf_view.zoomModeChanged.connect(self._show_place)
        ui.pdf_view.zoomFactorChanged.connect(self._show_place)

    @property
    def _is_spread(self) -> bool:
        return bool(self._ui.spread_button.isChecked())

    def _show_spread(self, is_spread: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        ui = self._ui
        shown = ui.spread_view if is_spread else ui.pdf_view
        ui.pages_stack.setCurrentWidget(shown)
        if is_spread:
            ui.spread_view.show_page(ui.pdf_view.pageNavigator().currentPage())
        else:
            self._jump(ui.spread_view.page)
        shown.setFocus()
        self._show_place()

    def _go(self, pages: int) -> None:
        if self._is_spread:
            self._ui.spread_view.show_page(self._ui.spread_view.page + 2 * pages)
            return
        page = self._ui.pdf_view.pageNavigator().currentPage() + pages
        self._jump(min(max(page, 0), self.document.pageCount() - 1))

    def _jump(self, page: int) -> None:
        navigator = self._ui.pdf_view.pageNavigator()
        navigator.jump(page, self._ui.pdf_view.rect().topLeft().toPointF(), navigator.currentZoom())

    def _fit(self, mode: QPdfView.ZoomMode) -> None:
        self._ui.spread_button.setChecked(False)
        self._ui.pdf_view.setZoomMode(mode)

    def _zoom(self, factor: float) -> None:
        self._ui.spread_button.setChecked(False)
        view = self._ui.pdf_view
        zoom = min(max(self._zoom_now() * factor, _ZOOM_LEAST), _ZOOM_MOST)
        view.setZoomMode(QPdfView.ZoomMode.Custom)
        view.setZoomFactor(zoom)

    def _zoom_now(self) -> float:
        view = self._ui.pdf_view
        if view.zoomMode() is QPdfView.ZoomMode.Custom:
            return view.zoomFactor()
        points = self.document.pagePointSize(0)
        screen = self.screen().logicalDotsPerInch() / 72
        margins = view.documentMargins()
        across = (view.viewport().width() - margins.left() - margins.right()) / (points.width() * screen)
        down = (view.viewport().height() - margins.top() - margins.bottom()) / (points.height() * screen)
        return across if view.zoomMode() is QPdfView.ZoomMode.FitToWidth else min(across, down)

    def _show_place(self) -> None:
        ui, count = self._ui, self.document.pageCount()
        first = (ui.spread_view.page if self._is_spread else ui.pdf_view.pageNavigator().currentPage()) + 1
        last = min(first + 1, count) if self._is_spread else first
        ui.page_label.setText(f"{first}–{last} / {count}" if last > first else f"{first} / {count}")
        ui.previous_button.setEnabled(first > 1)
        ui.next_button.setEnabled(last < count)
        is_chosen = ui.pdf_view.zoomMode() is QPdfView.ZoomMode.Custom and not self._is_spread
        ui.zoom_label.setText(f"{round(ui.pdf_view.zoomFactor() * 100)}%" if is_chosen else self.tr("自動"))
