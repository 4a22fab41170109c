"""The pages of a PDF on a printer, at the printer's own resolution."""

from PySide6.QtCore import QMarginsF, QPointF, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

_POINTS_PER_INCH = 72.0
_BAND_HEIGHT = 1024
"""Pages are drawn in bands: a whole A4 page at 1200 dpi would take half a gigabyte."""


def prepare(printer: QPrinter, document_name: str, copies: int) -> None:
    """Set a printer to upright A4 from edge to edge; the sheet has margins of its own."""
    printer.setDocName(document_name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Draw the pages that the printer is set to; tell whether it took them.

    Copies that the printer cannot make by itself are drawn again, sheet after sheet.
    """
    first, last = _page_range(document, printer)
    rounds = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    painter = QPainter()
    if not painter.begin(printer):
        return False
    is_first = True
    for _ in range(rounds):
        for page in range(first, last + 1):
            if not is_first and not printer.newPage():
                painter.end()
                return False
            is_first = False
            _draw_page(document, page, painter, printer.resolution())
    return painter.end()


def _page_range(document: QPdfDocument, printer: QPrinter) -> tuple[int, int]:
    last = document.pageCount() - 1
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return 0, last
    return max(0, printer.fromPage() - 1), min(last, printer.toPage() - 1)


def _draw_page(document: QPdfDocument, page: int, painter: QPainter, resolution: int) -> None:
    points = document.pagePointSize(page)
    width = round(points.width() * resolution / _POINTS_PER_INCH)
    height = round(points.height() * resolution / _POINTS_PER_INCH)
    for top in range(0, height, _BAND_HEIGHT):
        band = QRect(0, top, width, min(_BAND_HEIGHT, height - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(QSize(width, height))
        options.setScaledClipRect(band)
        image = document.render(page, band.size(), options)
        painter.drawImage(QPointF(0, top), image)
