"""Letters about sealed records: choose what they are about, look, print, save. They change no record."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.errors import JcssaError, NotFound
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.letters import News
from jcssa_desktop.ui.printing.letter_dialog import LetterDialog
from jcssa_desktop.ui.printing.preview import Preview
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.mark import Mark


class LetterDesk(QObject):
    """Opens the letters of a record over `window`."""

    failed = Signal(object)
    """The `JcssaError` that stopped it."""

    def __init__(self, services: Services, runner: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._runner = runner
        self._window = window

    def receipt(self, document_number: str) -> None:
        """Open the receipt that the customer signs for a sheet."""
        self._write(
            self.tr("受領書"), document_number, lambda: self._services.letters.receipt(document_number)
        )

    def advisory(self, document_number: str) -> None:
        """Let a person choose one of the findings of today, and open the letter on it."""
        self._runner.run(
            self,
            lambda _progress: self._services.letters.news(document_number),
            lambda news: self._choose_news(document_number, news),
            self.failed.emit,
            is_reading=True,
        )

    def correction(self, document_number: str) -> None:
        """Open the notice that a revision supersedes the sheet before it."""
        self._write(
            self.tr("訂正のお知らせ"),
            document_number,
            lambda: self._services.letters.correction(document_number),
        )

    def _choose_news(self, document_number: str, news: tuple[News, ...]) -> None:
        if not news:
            self.failed.emit(NotFound("letter_no_news", document_number=document_number))
            return
        lead = self.tr(
            "納品時の版に、今日のカタログで該当するものです。控えに載せていないものを先に並べました。"
        )
        dialog = LetterDialog(self.tr("新しい脆弱性のお知らせ"), lead, self._window)
        dialog.finished.connect(dialog.deleteLater)
        columns = (
            Column(self.tr("番号"), 168),
            Column(self.tr("内容")),
            Column(self.tr("控え"), 132),
        )
        dialog.show_rows(columns, [(one.finding.advisory_id, self._cells(one)) for one in news])
        dialog.chosen.connect(
            lambda advisory_id: self._write(
                self.tr("脆弱性のお知らせ"),
                document_number,
                lambda: self._services.letters.advisory(document_number, advisory_id),
            )
        )
        dialog.open()

    def _cells(self, news: News) -> tuple[Cell, ...]:
        finding = news.finding
        is_english = self._services.settings.current.language == "en"
        summary = finding.summary_en if is_english else finding.summary_ja
        told = (
            Mark("done", self.tr("記載済み"), "text2")
            if news.told
            else Mark("caution", self.tr("未記載"), "warn")
        )
        exploited = self.tr("悪用の確認あり") if finding.kev_added else ""
        return Cell(finding.advisory_id, exploited), Cell(summary or finding.stated), Cell(mark=told)

    def _write(self, title: str, document_number: str, write: Callable[[], bytes]) -> None:
        self._runner.run(
            self,
            lambda _progress: write(),
            lambda letter: self._show(title, document_number, letter),
            self.failed.emit,
            is_reading=True,
        )

    def _show(self, title: str, document_number: str, letter: bytes) -> None:
        preview = Preview(
            letter,
            title=f"{title} {document_number}",
            file_name=f"{title}_{document_number}.pdf",
            parent=self._window,
        )
        preview.save_wanted.connect(lambda path: self._save(letter, path, preview))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def _save(self, letter: bytes, path: Path, preview: Preview) -> None:
        self._runner.run(
            preview,
            lambda _progress: self._services.letters.save(letter, path),
            lambda _none: preview.message.show_message(
                "ok", self.tr("「{file}」に保存しました。").format(file=path.name)
            ),
            lambda error: self._say_error(error, preview),
        )

    def _say_error(self, error: JcssaError, preview: Preview) -> None:
        preview.message.show_message("alert", self._services.texts.error(error))
