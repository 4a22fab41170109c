"""What is done with the sheet of a sealed record: open, print, save. Used by the archive and the wizard."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.archive import sheet_file_name
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.printing.preview import Preview
from jcssa_desktop.ui.tasks import TaskRunner


class SheetDesk(QObject):
    """Opens previews of sealed sheets over `window` and keeps in the archive what was printed and saved."""

    changed = Signal(str)
    """Something was added to a record's events: its document number."""

    saved = Signal(Path)
    failed = Signal(object)
    """The `JcssaError` that stopped it."""

    def __init__(self, services: Services, runner: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._runner = runner
        self._window = window

    def open(self, document_number: str, *, is_printing: bool = False) -> None:
        """Show a sheet; with `is_printing` the print dialog comes at once."""
        self._runner.run(
            self,
            lambda _progress: self._services.archive.record(document_number),
            lambda record: self._show(record, is_printing=is_printing),
            self.failed.emit,
            is_reading=True,
        )

    def save(self, document_number: str) -> None:
        """Let a person choose where to save a sheet, and save it there."""
        self._runner.run(
            self,
            lambda _progress: self._services.archive.record(document_number),
            self._choose_file,
            self.failed.emit,
            is_reading=True,
        )

    def save_to(self, document_number: str, path: Path, preview: Preview | None = None) -> None:
        """Save a sheet under a path; `preview` says so where it is open."""
        self._runner.run(
            self,
            lambda _progress: self._services.archive.save_pdf(document_number, path),
            lambda _none: self._tell_saved(document_number, path, preview),
            lambda error: self._tell_error(error, preview),
        )

    def _show(self, record: SealedRecord, *, is_printing: bool) -> None:
        number = record.document_number
        preview = Preview(
            record.whole_pdf,
            title=self.tr("控え {number}").format(number=number),
            file_name=_file_name(record),
            note=self.tr("{customer} 様").format(customer=record.customer),
            parent=self._window,
        )
        preview.printed.connect(lambda copies: self._note_printed(number, copies, preview))
        preview.save_wanted.connect(lambda path: self.save_to(number, path, preview))
        preview.finished.connect(preview.deleteLater)
        preview.open()
        if is_printing:
            preview.print_sheet()

    def _note_printed(self, document_number: str, copies: int, preview: Preview) -> None:
        self._runner.run(
            self,
            lambda _progress: self._services.archive.note_printed(document_number, copies),
            lambda _none: self.changed.emit(document_number),
            lambda error: self._tell_error(error, preview),
        )

    def _choose_file(self, record: SealedRecord) -> None:
        dialog = QFileDialog(self._window, self.tr("PDFで保存"), _file_name(record), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_to(record.document_number, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_saved(self, document_number: str, path: Path, preview: Preview | None) -> None:
        if preview is not None:
            preview.message.show_message("ok", self.tr("「{file}」に保存しました。").format(file=path.name))
        self.saved.emit(path)
        self.changed.emit(document_number)

    def _tell_error(self, error: JcssaError, preview: Preview | None) -> None:
        if preview is None:
            self.failed.emit(error)
        else:
            preview.message.show_message("alert", self._services.texts.error(error))


def _file_name(record: SealedRecord) -> str:
    return sheet_file_name(record.customer, record.sold_on, record.amount, record.document_number)
