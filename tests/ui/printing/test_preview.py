"""The sheet is seen as it will be printed, printed as it was seen, and saved where a person says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.printing.pages import prepare, print_pages
from jcssa_desktop.ui.printing.preview import Preview


@pytest.fixture
def preview(pdf: bytes, qtbot: QtBot) -> Preview:
    preview = Preview(pdf, title="控え KS-2026-0001-1", file_name="控え.pdf", note="見本 様")
    qtbot.addWidget(preview)
    with qtbot.waitActive(preview):
        preview.open()
        preview.activateWindow()
    return preview


def loaded(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def to_file(path: Path, copies: int) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    prepare(printer, "控え", copies)
    return printer


def test_the_pages_are_counted_and_turned(preview: Preview, qtbot: QtBot) -> None:
    ui = preview._ui
    assert ui.page_label.text() == "1 / 3"
    assert not ui.previous_button.isEnabled()
    qtbot.mouseClick(ui.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ui.page_label.text() == "2 / 3")
    qtbot.keyClick(preview, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ui.page_label.text() == "1 / 3")


def test_the_pages_are_zoomed(preview: Preview, qtbot: QtBot) -> None:
    view = preview._ui.pdf_view
    assert view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomMode() is QPdfView.ZoomMode.Custom
    larger = view.zoomFactor()
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoomFactor() < larger
    assert preview._ui.zoom_label.text().endswith("%")
    qtbot.mouseClick(preview._ui.fit_page_button, Qt.MouseButton.LeftButton)
    assert view.zoomMode() is QPdfView.ZoomMode.FitInView


def test_two_pages_are_shown_side_by_side(preview: Preview, qtbot: QtBot) -> None:
    ui = preview._ui
    qtbot.mouseClick(ui.spread_button, Qt.MouseButton.LeftButton)
    assert ui.page_label.text() == "1–2 / 3"
    shown = ui.spread_view.grab().toImage()
    left = shown.pixelColor(shown.width() // 4, shown.height() // 4)
    right = shown.pixelColor(3 * shown.width() // 4, shown.height() // 4)
    assert left.lightness() < 64
    assert right.lightness() > 192
    qtbot.keyClick(ui.spread_view, Qt.Key.Key_PageDown)
    assert ui.page_label.text() == "3 / 3"
    assert not ui.next_button.isEnabled()
    qtbot.mouseClick(ui.spread_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ui.page_label.text() == "3 / 3")
    assert ui.pdf_view.isVisible()


def test_two_copies_are_printed_page_for_page(preview: Preview, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "printed.pdf"
    with qtbot.waitSignal(preview.printed) as printed:
        preview.print_on(to_file(target, 2))
    assert printed.args == [2]
    assert preview.message.text == "2部の印刷をプリンターに送りました。"
    document, _buffer = loaded(target.read_bytes())
    assert document.pageCount() in {3, 6}
    assert round(document.pagePointSize(0).width()) == 595
    assert round(document.pagePointSize(0).height()) == 842


def test_what_is_printed_is_what_was_seen(pdf: bytes, tmp_path: Path, qapp: object) -> None:
    del qapp
    target = tmp_path / "printed.pdf"
    source, _source_buffer = loaded(pdf)
    assert print_pages(source, to_file(target, 1))
    printed, _printed_buffer = loaded(target.read_bytes())
    size = QSize(210, 297)
    one, other = source.render(0, size), printed.render(0, size)
    differing = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 64
        for x in range(0, 210, 3)
        for y in range(0, 297, 3)
    )
    assert differing <= 2 * 70


def test_a_page_range_is_kept(pdf: bytes, tmp_path: Path, qapp: object) -> None:
    del qapp
    target = tmp_path / "printed.pdf"
    source, _buffer = loaded(pdf)
    printer = to_file(target, 1)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(source, printer)
    printed, _printed_buffer = loaded(target.read_bytes())
    assert printed.pageCount() == 2


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="a printer is set up here")
def test_without_a_printer_the_way_out_is_told(preview: Preview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.message.text.startswith("プリンターが設定されていません。"))
    assert "PDFで保存" in preview.message.text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(preview: Preview, tmp_path: Path) -> None:
    preview.print_on(to_file(tmp_path / "ない" / "printed.pdf", 1))
    assert "受け付けませんでした" in preview.message.text


def test_saving_asks_where_and_proposes_the_name(preview: Preview, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.findChild(QFileDialog) is not None)
    dialog = preview.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(file).name for file in dialog.selectedFiles()] == ["控え.pdf"]
    with qtbot.waitSignal(preview.save_wanted) as wanted:
        dialog.fileSelected.emit(str(tmp_path / "控え.pdf"))
    assert wanted.args == [tmp_path / "控え.pdf"]
    dialog.reject()


def test_printing_a_record_is_kept_in_the_archive(
    window: MainWindow, services: Services, tmp_path: Path
) -> None:
    window.show_screen("archive")
    number = window.archive.chosen
    window.archive._desk.open(number)
    preview = window.findChild(Preview)
    assert preview is not None
    preview.print_on(to_file(tmp_path / "printed.pdf", 2))
    events = services.archive.events(number)
    assert [(event.kind, event.detail) for event in events] == [("printed", "2")]
    preview.reject()


def test_the_preview_fits_on_the_screen_with_its_buttons(preview: Preview) -> None:
    screen = preview.screen().availableGeometry()
    assert preview.height() < max(screen.height(), 700)
