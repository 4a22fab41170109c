"""The annex for the quotation behind one button: its text for the clipboard, a Word file, an Excel file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from jcssa_desktop.services.annexes import AnnexKind
from jcssa_desktop.ui.tasks import TaskRunner

Write = Callable[[AnnexKind], bytes]
Save = Callable[[Path], None]


class AnnexButton(QPushButton):
    """Offers the annex in its kinds. It writes what `use` was given, of a draft or of a sealed record."""

    saved = Signal(Path)

    copied = Signal()
    """The text is on the clipboard."""

    failed = Signal(object)
    """The `JcssaError` that stopped it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner: TaskRunner | None = None
        self._write: Write | None = None
        self._save: Save | None = None
        self._name: Callable[[], str] = str
        menu = QMenu(self)
        self.copy_action = menu.addAction(self.tr("文章をコピー"))
        self.word_action = menu.addAction(self.tr("Word で保存"))
        self.workbook_action = menu.addAction(self.tr("Excel で保存"))
        self.setMenu(menu)
        self.copy_action.triggered.connect(self._copy)
        self.word_action.triggered.connect(lambda: self._choose(AnnexKind.WORD, "Word (*.docx)"))
        self.workbook_action.triggered.connect(lambda: self._choose(AnnexKind.WORKBOOK, "Excel (*.xlsx)"))

    def use(self, runner: TaskRunner, write: Write, save: Save, name: Callable[[], str]) -> None:
        """Take who works, what writes the annex of a kind or into a file, and how a file of it is named."""
        self._runner = runner
        self._write = write
        self._save = save
        self._name = name

    def save_to(self, path: Path) -> None:
        """Write the annex to a file; its ending names the kind."""
        save, runner = self._save, self._runner
        if save is not None and runner is not None:
            runner.run(
                self, lambda _progress: save(path), lambda _none: self.saved.emit(path), self.failed.emit
            )

    def _choose(self, kind: AnnexKind, filters: str) -> None:
        title = self.tr("見積の別紙を保存")
        dialog = QFileDialog(self, title, self.tr("見積の別紙_{name}").format(name=self._name()), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.value)
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy(self) -> None:
        write, runner = self._write, self._runner
        if write is not None and runner is not None:
            runner.run(
                self,
                lambda _progress: write(AnnexKind.TEXT),
                self._take_text,
                self.failed.emit,
                is_reading=True,
            )

    def _take_text(self, content: bytes) -> None:
        QGuiApplication.clipboard().setText(content.decode())
        self.copied.emit()
