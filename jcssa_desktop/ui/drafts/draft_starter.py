"""Begins disclosures: from a quotation that is chosen or dropped, or from nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError, Skipped
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.started import Started
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui.tasks import TaskRunner

translate = QCoreApplication.translate

_DOUBTS_SHOWN = 3

QUOTATION_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
"""Files that may be quotations; whether one is, its content tells."""


def may_be_quotation(path: Path) -> bool:
    """Tell whether a file's name says Excel or CSV."""
    return path.suffix.lower() in QUOTATION_SUFFIXES


class DraftStarter(QObject):
    """Makes and saves a new draft; `started` carries it with the rows that did not become lines."""

    started = Signal(object)
    failed = Signal(object)
    reading = Signal(str)
    """A quotation is being read: its file name. `started` or `failed` follows."""

    def __init__(self, services: Services, runner: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._runner = runner
        self._window = window

    def choose(self) -> None:
        """Let a person choose a quotation."""
        dialog = QFileDialog(self._window, self.tr("見積書を選ぶ"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in QUOTATION_SUFFIXES)
        dialog.setNameFilters(
            [self.tr("見積書（Excel・CSV）") + f" ({patterns})", self.tr("すべて") + " (*)"]
        )
        dialog.fileSelected.connect(lambda file: self.start_from(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start_from(self, path: Path) -> None:
        """Begin with a quotation."""
        self.reading.emit(path.name)
        self._run(lambda: self._services.drafts.start_from_quotation(path))

    def start_from_sample(self) -> None:
        """Begin with the first of the sample quotations that come with the program."""
        samples = sorted((resource_folder() / "samples").glob("quotation_*.xlsx"))
        if samples:
            self.start_from(samples[0])

    def start_empty(self) -> None:
        """Begin without a quotation."""
        self._run(lambda: Started(self._services.drafts.start_empty()))

    def start_with(self, product_id: str) -> None:
        """Begin with one product of the catalogue."""

        def begin() -> Started:
            empty = self._services.drafts.start_empty()
            return Started(self._services.drafts.add_line(empty, product_id))

        self._run(begin)

    def start_correction(self, document_number: str) -> None:
        """Begin the revision of a sealed disclosure, or go on with it."""
        services = self._services
        self._run(
            lambda: Started(services.drafts.start_correction(services.archive.decoded(document_number)))
        )

    def open(self, disclosure_id: str) -> None:
        """Go on with a draft."""
        self._runner.run(
            self,
            lambda _progress: Started(self._services.drafts.open(disclosure_id)),
            self.started.emit,
            self._fail,
        )

    def _run(self, begin: Callable[[], Started]) -> None:
        def work(_progress: object) -> Started:
            started = begin()
            self._services.drafts.save(started.disclosure)
            return started

        self._runner.run(self, work, self.started.emit, self._fail)

    def _fail(self, error: JcssaError) -> None:
        self.failed.emit(error)


def _dropped_files(content: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]


def dropped_quotation(content: QMimeData) -> Path | None:
    """Return the one file that is dropped, if its name says Excel or CSV."""
    files = _dropped_files(content)
    return files[0] if len(files) == 1 and may_be_quotation(files[0]) else None


def refusal_words(content: QMimeData) -> tuple[str, str]:
    """Say why nothing that is dropped can be a quotation, and what to do instead."""
    files = _dropped_files(content)
    if len(files) > 1:
        return (
            translate(
                "DraftStarter", "{count}個のファイルが置かれました。見積書は1つずつ読み取ります。"
            ).format(count=len(files)),
            translate("DraftStarter", "1つだけ置いてください。読み取ると、告知が1件始まります。"),
        )
    name = files[0].name if files else ""
    if files and files[0].is_dir():
        return (
            translate("DraftStarter", "「{file}」はフォルダーです。").format(file=name),
            translate("DraftStarter", "中の見積書（Excel か CSV）を1つ置いてください。"),
        )
    remedy = translate("DraftStarter", "Excel か CSV で書き出した見積書を置いてください。")
    if files and files[0].suffix.lower() == ".pdf":
        remedy += translate("DraftStarter", "封緘した控えは、台帳の「ファイルを確かめる」で確かめます。")
    sentence = translate("DraftStarter", "「{file}」は見積書として読み取れません。").format(file=name)
    return sentence, remedy


def doubt_words(started: Started, texts: Texts) -> tuple[str, str]:
    """Say how many rows of a quotation a person has to look at, and show the first of them."""
    doubts = started.doubtful
    sentence = translate("DraftStarter", "「{file}」に、見直す行が {count}行あります。").format(
        file=started.disclosure.sale.quotation_file, count=len(doubts)
    )
    shown = [_row_words(one, texts) for one in doubts[:_DOUBTS_SHOWN]]
    if len(doubts) > len(shown):
        shown.append(translate("DraftStarter", "ほか {count}行").format(count=len(doubts) - len(shown)))
    return sentence, "\n".join(shown)


def _row_words(one: Skipped, texts: Texts) -> str:
    place, reason = texts.place(one.place), texts.skipped(one)
    if not place:
        return reason
    return translate("DraftStarter", "{place}：{reason}").format(place=place, reason=reason)
