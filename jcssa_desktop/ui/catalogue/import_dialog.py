"""Bring files into the catalogue: first what would change, then the import itself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.catalogue import FileReport
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_import_dialog import Ui_ImportDialog
from jcssa_desktop.ui.tasks import Task, TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.mark import Mark

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
    ".gz",
    ".zip",
)
_SIZE = (960, 640)
_SKIPPED_SHOWN = 500
_IMPORT_KEYS = QKeySequence("Ctrl+Return")


class ImportDialog(QDialog):
    """Choosing files shows a preview at once; nothing is written before 「取り込む」."""

    imported = Signal()
    """The catalogue changed."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._paths: tuple[Path, ...] = ()
        self._task: Task | None = None
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
        """Read files and show what they would change."""
        self._paths = tuple(paths)
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
        paths = self._paths
        self._show_busy(
            self.tr("読み取っています") if is_trial else self.tr("取り込んでいます"), is_busy=True
        )
        done = self._take_preview if is_trial else self._take_import
        task = self._runner.run(
            self,
            lambda progress: self._services.catalogue.import_files(
                paths, dry_run=is_trial, progress=progress
            ),
            done,
            self._say_error,
            on_progress=self._show_progress,
            on_cancelled=self._say_cancelled,
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
        self._ui.cancel_button.setText(self.tr("閉じる"))
        self._ui.cancel_button.setFocus()
        self.imported.emit()

    def _say_error(self, error: JcssaError) -> None:
        self._stop_waiting()
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _say_cancelled(self) -> None:
        self._stop_waiting()
        self._ui.message.show_message("accent", self.tr("取りやめました。カタログは変わっていません。"))

    def _say_refused(self) -> None:
        self._ui.message.show_message("alert", self.tr("Excel、CSV、JSON のどれかを置きます。"))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stop_waiting(self) -> None:
        self._task = None
        self._show_busy("", is_busy=False)

    def _show_busy(self, words: str, *, is_busy: bool) -> None:
        ui = self._ui
        ui.progress_box.setVisible(is_busy)
        ui.progress_label.setText(words)
        ui.progress_bar.setRange(0, 0)
        ui.choose_button.setEnabled(not is_busy)
        ui.drop_frame.setAcceptDrops(not is_busy)
        if is_busy:
            ui.import_button.setEnabled(False)

    def _show_progress(self, done: int, total: int) -> None:
        self._ui.progress_bar.setRange(0, max(total, 1))
        self._ui.progress_bar.setValue(done)
        words = self.tr("{done} / {total}").format(done=f"{done:,}", total=f"{total:,}")
        self._ui.progress_label.setText(words)

    def _show_reports(self, reports: Sequence[FileReport]) -> None:
        ui = self._ui
        ui.card.setVisible(bool(reports))
        ui.file_table.set_rows([(report.file, self._file_cells(report)) for report in reports])
        skipped = [
            (number, self._skipped_cells(report, number))
            for report in reports
            for number in range(len(report.skipped))
        ]
        ui.skipped_table.set_rows(skipped[:_SKIPPED_SHOWN])
        ui.skipped_label.setVisible(bool(skipped))
        ui.skipped_card.setVisible(bool(skipped))
        ui.skipped_label.setText(self.tr("取り込まない行 {count}件").format(count=f"{len(skipped):,}"))

    def _file_cells(self, report: FileReport) -> tuple[Cell, ...]:
        if report.error is not None:
            dash = Cell("―", tone="text3")
            reason = self._services.texts.error(report.error)
            mark = Cell(mark=Mark("alert", self.tr("取り込めません")))
            return (Cell(report.file.name, reason), mark, dash, dash, dash, dash)
        return (
            Cell(report.file.name, self._kind_name(report)),
            Cell(mark=Mark("done", self.tr("読めました"))),
            Cell(f"{report.new:,}", is_bold=bool(report.new)),
            Cell(f"{report.changed:,}", is_bold=bool(report.changed)),
            Cell(f"{report.unchanged:,}"),
            Cell(f"{len(report.skipped):,}", tone="warn" if report.skipped else "text"),
        )

    def _kind_name(self, report: FileReport) -> str:
        name = {
            "maker_list": self.tr("メーカーの一覧"),
            "kev": self.tr("悪用が確認された脆弱性（KEV）"),
            "endoflife": self.tr("期限の一覧（endoflife.date）"),
            "nvd": self.tr("脆弱性の記録（NVD）"),
            "cve_list": self.tr("脆弱性の記録（CVE List）"),
        }.get(report.kind.value if report.kind else "", "")
        rows = self.tr("{count}件").format(count=f"{report.read:,}")
        return "・".join(filter(None, (name, rows)))

    def _skipped_cells(self, report: FileReport, number: int) -> tuple[Cell, ...]:
        skipped, texts = report.skipped[number], self._services.texts
        return (Cell(report.file.name), Cell(texts.place(skipped.place)), Cell(texts.skipped(skipped)))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("取り込むファイルを選ぶ"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in _SUFFIXES)
        dialog.setNameFilters(
            [self.tr("一覧（Excel・CSV・JSON）") + f" ({patterns})", self.tr("すべて") + " (*)"]
        )
        dialog.filesSelected.connect(lambda files: self.preview([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _arrange(self) -> None:
        ui = self._ui
        self.resize(*_SIZE)
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        arrange(ui.drop_frame.layout(), margins=(16, 12, 16, 12), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.skipped_card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.progress_box.layout(), spacing=measures.INNER_GAP)
        arrange(ui.footer.layout(), spacing=12)
        ui.progress_box.hide()
        ui.import_button.setEnabled(False)
        ui.drop_frame.accepts = lambda path: path.suffix.lower() in _SUFFIXES
        numbers = (self.tr("新しい"), self.tr("変わった"), self.tr("同じ"), self.tr("取らない"))
        ui.file_table.set_columns(
            (
                Column(self.tr("ファイル")),
                Column(self.tr("結果"), 140),
                *(Column(name, 84, is_number=True) for name in numbers),
            )
        )
        ui.file_table.grow_with_rows()
        ui.skipped_table.set_columns(
            (
                Column(self.tr("ファイル"), 200),
                Column(self.tr("場所"), 220),
                Column(self.tr("取り込まない理由")),
            ),
            row_height=36,
        )
        ui.skipped_table.setMinimumHeight(scaled(140))

    def _connect(self) -> None:
        ui = self._ui
        ui.choose_button.clicked.connect(self._choose)
        ui.choose_button.setShortcut(QKeySequence("Ctrl+O"))
        ui.import_button.clicked.connect(lambda: self._run(is_trial=False))
        ui.import_button.setShortcut(_IMPORT_KEYS)
        ui.cancel_button.clicked.connect(self.reject)
        ui.drop_frame.dropped.connect(self.preview)
        ui.drop_frame.refused.connect(self._say_refused)
