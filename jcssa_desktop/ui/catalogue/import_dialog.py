"""Bring files into the catalogue: first what would change, then the import itself."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QDialog, QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.catalogue import FileReport
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.import_rows import (
    file_cells,
    file_columns,
    skipped_cells,
    skipped_columns,
)
from jcssa_desktop.ui.generated.ui_import_dialog import Ui_ImportDialog
from jcssa_desktop.ui.tasks import Task, TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen

_SUFFIXES = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".csv",
    ".tsv",
    ".txt",
    ".json",
    ".xml",
    ".rdf",
    ".gz",
    ".zip",
)
_SIZE = (960, 760)
_SKIPPED_SHOWN = 500
_FILES_SHOWN = 2
"""So many files are shown in the lowest window; the table scrolls to the others."""

_SKIPPED_ROW = 36
_IMPORT_KEYS = QKeySequence("Ctrl+Return")


class ImportDialog(QDialog):
    """Choosing files shows a preview at once; nothing is written before 「取り込む」."""

    imported = Signal()
    """The catalogue changed."""

    _begun = Signal(int)
    """The file of this place is being read; sent from the working thread."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._paths: tuple[Path, ...] = ()
        self._task: Task | None = None
        self._is_trial = True
        self._doing = ""
        self._ui = Ui_ImportDialog()
        self._ui.setupUi(self)
        self.setWindowTitle(self.tr("カタログに取り込む"))
        self._arrange()
        self._connect()
        self._show_reports(())

    @property
    def message(self) -> InlineMessage:
        """Says what was brought in, or what is wrong."""
        return self._ui.message

    def preview(self, paths: Sequence[Path]) -> None:
        """Read files and show what they would change; a folder stands for all files in it."""
        self._paths = tuple(file for path in paths for file in _files_of(path))
        self._ui.message.clear()
        self._run(is_trial=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        if self._task is not None:
            self._cancel()
            return
        super().reject()

    def _run(self, *, is_trial: bool) -> None:
        paths, reports = self._paths, list[FileReport]()
        self._is_trial = is_trial
        self._show_busy(is_busy=True)

        def import_all(progress: Progress) -> tuple[FileReport, ...]:
            for number, path in enumerate(paths):
                self._begun.emit(number)
                progress(0, 0)
                reports.extend(
                    self._services.catalogue.import_files([path], dry_run=is_trial, progress=progress)
                )
            return tuple(reports)

        task = self._runner.run(
            self,
            import_all,
            self._take_preview if is_trial else self._take_import,
            self._say_error,
            on_progress=self._show_progress,
            # What was done before the person stopped stays done; the file under way is undone.
            on_cancelled=lambda: self._say_cancelled(reports),
        )
        self._task = None if task.is_done else task

    def _take_preview(self, reports: tuple[FileReport, ...]) -> None:
        self._stop_waiting()
        self._show_reports(reports)
        usable = [report for report in reports if report.error is None]
        changes = sum(report.new + report.changed for report in usable)
        broken = [report.error for report in reports if report.error is not None]
        if broken:
            self._ui.message.show_message("alert", self._services.texts.error(broken[0]))
        elif reports and not changes:
            self._ui.message.show_message(
                "accent", self.tr("すべて取り込み済みです。変わるものはありません。")
            )
        self._ui.import_button.setEnabled(bool(changes))
        if changes:
            self._ui.import_button.setText(self.tr("{count}件を取り込む").format(count=f"{changes:,}"))
            self._ui.import_button.setShortcut(_IMPORT_KEYS)  # setting the text forgets it
            self._ui.import_button.setFocus()

    def _take_import(self, reports: tuple[FileReport, ...]) -> None:
        self._stop_waiting()
        self._show_reports(reports)
        new = sum(report.new for report in reports)
        changed = sum(report.changed for report in reports)
        self._ui.message.show_message(
            "ok",
            self.tr("取り込みました。新しい {new}件・変わった {changed}件です。").format(
                new=f"{new:,}", changed=f"{changed:,}"
            ),
        )
        self._ui.import_button.setEnabled(False)
        self._ui.import_button.setText(self.tr("取り込む"))
        self._ui.cancel_button.setText(self.tr("閉じる"))
        self._ui.cancel_button.setFocus()
        self.imported.emit()

    def _say_error(self, error: JcssaError) -> None:
        self._stop_waiting()
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _say_cancelled(self, reports: Sequence[FileReport]) -> None:
        self._stop_waiting()
        taken = [] if self._is_trial else [report for report in reports if report.error is None]
        if not taken:
            self._ui.message.show_message("accent", self.tr("取りやめました。カタログは変わっていません。"))
            return
        self._show_reports(reports)
        self._ui.message.show_message(
            "accent",
            self.tr("取りやめました。{count}件のファイルは取り込み済みで、残りは取り込んでいません。").format(
                count=len(taken)
            ),
        )
        self.imported.emit()

    def _say_refused(self) -> None:
        self._ui.message.show_message("alert", self.tr("このパソコンにあるファイルを置きます。"))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stop_waiting(self) -> None:
        self._task = None
        self._show_busy(is_busy=False)

    def _show_busy(self, *, is_busy: bool) -> None:
        ui = self._ui
        ui.progress_box.setVisible(is_busy)
        ui.progress_bar.setRange(0, 0)
        ui.choose_button.setEnabled(not is_busy)
        ui.drop_frame.setAcceptDrops(not is_busy)
        if is_busy:
            ui.import_button.setEnabled(False)

    def _show_file(self, number: int) -> None:
        words = (
            self.tr("{name} を読み取っています") if self._is_trial else self.tr("{name} を取り込んでいます")
        )
        place = self.tr("（{number} / {count}）") if len(self._paths) > 1 else ""
        self._doing = (words + place).format(
            name=self._paths[number].name, number=number + 1, count=len(self._paths)
        )
        self._ui.progress_label.setText(self._doing)
        self._ui.progress_bar.setRange(0, 0)

    def _show_progress(self, done: int, total: int) -> None:
        self._ui.progress_bar.setRange(0, total)
        self._ui.progress_bar.setValue(done)
        if not done:
            return
        words = self.tr("{done} / {total}") if total else self.tr("{done}件")
        counted = words.format(done=f"{done:,}", total=f"{total:,}")
        self._ui.progress_label.setText(f"{self._doing}　{counted}")

    def _show_reports(self, reports: Sequence[FileReport]) -> None:
        ui, texts = self._ui, self._services.texts
        ui.card.setVisible(bool(reports))
        ui.file_table.set_rows(
            [(report.file, file_cells(report, texts, is_trial=self._is_trial)) for report in reports]
        )
        header, row = scaled(measures.TABLE_HEADER), scaled(measures.TABLE_ROW)
        ui.file_table.setMinimumHeight(header + min(len(reports), _FILES_SHOWN) * row)
        ui.file_table.setMaximumHeight(header + len(reports) * row)
        count = sum(len(report.skipped) for report in reports)
        first = islice(((report, one) for report in reports for one in report.skipped), _SKIPPED_SHOWN)
        ui.skipped_table.set_rows([(one, skipped_cells(report, one, texts)) for report, one in first])
        ui.skipped_label.setVisible(bool(count))
        ui.skipped_card.setVisible(bool(count))
        words = (
            self.tr("取り込まない行 {count}件のうち {shown}件")
            if count > _SKIPPED_SHOWN
            else self.tr("取り込まない行 {count}件")
        )
        ui.skipped_label.setText(words.format(count=f"{count:,}", shown=_SKIPPED_SHOWN))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("取り込むファイルを選ぶ"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in _SUFFIXES)
        dialog.setNameFilters(
            [
                self.tr("一覧・フィード（Excel・CSV・JSON・XML）") + f" ({patterns})",
                self.tr("すべて") + " (*)",
            ]
        )
        dialog.filesSelected.connect(lambda files: self.preview([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _arrange(self) -> None:
        ui = self._ui
        resize_on_screen(self, *_SIZE)
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        arrange(ui.drop_frame.layout(), margins=(16, 12, 16, 12), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.skipped_card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.progress_box.layout(), spacing=measures.INNER_GAP)
        arrange(ui.footer.layout(), spacing=12)
        ui.progress_box.hide()
        ui.import_button.setEnabled(False)
        ui.drop_frame.accepts = Path.exists
        ui.file_table.set_columns(file_columns())
        ui.skipped_table.set_columns(skipped_columns(), row_height=_SKIPPED_ROW)
        ui.skipped_table.setMinimumHeight(scaled(measures.TABLE_HEADER) + 2 * scaled(_SKIPPED_ROW))
        root = self.layout()
        if isinstance(root, QBoxLayout):
            root.setStretchFactor(ui.card, 3)
            root.setStretchFactor(ui.skipped_card, 2)

    def _connect(self) -> None:
        ui = self._ui
        ui.choose_button.clicked.connect(self._choose)
        ui.choose_button.setShortcut(QKeySequence("Ctrl+O"))
        ui.import_button.clicked.connect(lambda: self._run(is_trial=False))
        ui.import_button.setShortcut(_IMPORT_KEYS)
        ui.cancel_button.clicked.connect(self.reject)
        ui.drop_frame.dropped.connect(self.preview)
        self._begun.connect(self._show_file)
        ui.drop_frame.refused.connect(self._say_refused)


def _files_of(path: Path) -> Iterable[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)
