"""The archive: every sealed record, found by customer, device, serial or number."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.archive import RecordSummary, SealStage
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.signatures import Fetched
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.archive.record_detail import RecordDetail
from jcssa_desktop.ui.archive.verdicts import stage_mark
from jcssa_desktop.ui.generated.ui_archive_page import Ui_ArchivePage
from jcssa_desktop.ui.messages import signature_mark, yen
from jcssa_desktop.ui.printing.letter_desk import LetterDesk
from jcssa_desktop.ui.printing.sheet_desk import SheetDesk
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.verify.verify_dialog import VerifyDialog
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.chips import Chip
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange


class ArchivePage(QWidget):
    """A list of records, one of them in detail. Nothing here changes a record."""

    correction_wanted = Signal(str)
    """The document number of the record that a revision is to supersede."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._records: tuple[RecordSummary, ...] = ()
        self._request = 0
        self._wanted = ""
        self._ui = Ui_ArchivePage()
        self._ui.setupUi(self)
        self._desk = SheetDesk(services, runner, self)
        self._letters = LetterDesk(services, runner, self)
        self._detail.use(services, runner, self._desk, self._letters)
        self._ui.record_table.set_columns(
            (
                Column(self.tr("文書番号"), 172),
                Column(self.tr("年月日"), 100),
                Column(self.tr("取引先・主な機器")),
                Column(self.tr("金額（円）"), 104, is_number=True),
                Column(self.tr("署名"), 92, is_optional=True),
                Column(self.tr("状態"), 124),
            )
        )
        self._arrange()
        self._connect()

    @property
    def _detail(self) -> RecordDetail:
        return self._ui.record_detail

    @property
    def message(self) -> InlineMessage:
        """Says what was saved, or what could not be done."""
        return self._ui.message

    @property
    def chosen(self) -> str:
        """The document number that is shown in detail, "" for none."""
        return self._detail.document_number

    def refresh(self) -> None:
        """Read the records again."""
        self._read(self._ui.search_edit.text())

    def search(self, text: str) -> None:
        """Search for a text, as if it was typed."""
        self._ui.search_edit.setText(text)
        self._ui.search_edit.search_now()
        self.focus_search()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._ui.search_edit.setFocus()
        self._ui.search_edit.selectAll()

    def show_record(self, document_number: str) -> None:
        """Show one record in detail, whatever was searched for."""
        self._wanted = document_number
        self._ui.search_edit.clear()
        self.refresh()

    def verify_file(self, path: Path) -> None:
        """Verify a PDF or record from anywhere and say what was found."""
        self._open_check().verify_file(path)

    def fetch_at_start(self) -> None:
        """Ask for waiting timestamps where a service is set; a silent one is no news, the button remains."""
        if self._services.signatures.wants_timestamps:
            self._runner.run(
                self,
                lambda _progress: self._services.timestamps.fetch(),
                self._take_stamped,
                lambda _error: None,
            )

    def _take_stamped(self, fetched: Fetched) -> None:
        if fetched.stamped:
            said = self.tr("時刻証明を{count}件付けました。").format(count=len(fetched.stamped))
            self._ui.message.show_message("ok", said)
            if self.isVisible():
                self.refresh()

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        quarter = self.width() // 4
        width = max(scaled(measures.DETAIL_WIDTH), min(quarter, scaled(measures.DETAIL_WIDTH_LARGEST)))
        self._detail.setFixedWidth(min(width, max(self.width() * 2 // 5, measures.PANE_WIDTH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.apply_measures()

    def _arrange(self) -> None:
        ui = self._ui
        arrange(self.layout())
        left, top = measures.PAGE_LEFT, measures.PAGE_TOP
        arrange(ui.main.layout(), margins=(left, top, 24, 0), spacing=measures.FIELD_GAP)
        arrange(ui.header.layout(), spacing=12)
        arrange(ui.filters.layout(), spacing=measures.FIELD_GAP)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        padding = measures.CARD_PADDING
        ui.empty_label.setMargin(padding)
        ui.search_edit.set_shortcut_text("Ctrl+K")
        self.setFocusProxy(ui.record_table)
        self.apply_measures()
        self._detail.clear()

    def _connect(self) -> None:
        ui = self._ui
        ui.search_edit.search_wanted.connect(self._read)
        ui.search_edit.down_pressed.connect(ui.record_table.setFocus)
        ui.chips.chosen.connect(lambda _key: self._show())
        ui.record_table.row_chosen.connect(self._detail.show_record)
        ui.record_table.row_opened.connect(self._desk.open)
        ui.verify_file_button.clicked.connect(self._open_check)
        ui.verify_file_button.setShortcut(QKeySequence("Ctrl+Shift+O"))
        ui.message.button_clicked.connect(self._fetch_timestamps)
        self._detail.changed.connect(self.refresh)
        self._detail.correction_wanted.connect(self.correction_wanted)
        annex = self._detail.annex_button
        for source in (self._desk, self._letters, self._detail, annex):
            source.failed.connect(self._say_error)
        for source in (self._desk, annex):
            source.saved.connect(self._tell_saved)
        annex.copied.connect(self._tell_copied)

    def _read(self, text: str) -> None:
        self._request += 1
        number = self._request
        self._runner.run(
            self,
            lambda _progress: self._services.archive.records(text.strip()),
            lambda records: self._take(number, records),
            self._say_error,
            is_reading=True,
        )

    def _take(self, number: int, records: tuple[RecordSummary, ...]) -> None:
        if number != self._request:
            return
        self._records = records
        unsigned = [one for one in records if one.awaits_signature]
        self._ui.chips.set_chips(
            (
                Chip("all", self.tr("すべて"), len(records)),
                Chip("unsigned", self.tr("未署名"), len(unsigned)),
            )
        )
        self._offer_timestamps()
        self._show()

    def _show(self) -> None:
        records = [one for one in self._records if self._is_wanted(one)]
        table = self._ui.record_table
        table.set_rows([(one.document_number, self._cells(one)) for one in records])
        table.setVisible(bool(records))
        self._ui.empty_label.setVisible(not records)
        self._ui.empty_label.setText(self._empty_words())
        # A sale counts once: what a revision superseded is no sale of its own.
        total = sum(one.amount or 0 for one in records if not one.superseded_by)
        self._ui.count_label.setText(
            self.tr("{count}件・合計 {total}").format(count=len(records), total=yen(total)) if records else ""
        )
        self._choose(records)

    def _offer_timestamps(self) -> None:
        waiting = sum(one.stage is SealStage.TIMESTAMP_PENDING for one in self._records)
        if waiting and self._ui.message.isHidden():
            said = self.tr("{count}件が時刻証明を待っています。").format(count=waiting)
            self._ui.message.show_message("accent", said, button=self.tr("時刻証明を受け取る"))

    def _fetch_timestamps(self) -> None:
        self._ui.message.clear()
        self._runner.run(
            self, lambda _progress: self._services.timestamps.fetch(), self._tell_fetched, self._say_error
        )

    def _tell_fetched(self, fetched: Fetched) -> None:
        self._take_stamped(fetched)
        if fetched.error is not None:
            self._say_error(fetched.error)

    def _is_wanted(self, record: RecordSummary) -> bool:
        return self._ui.chips.current != "unsigned" or record.awaits_signature

    def _empty_words(self) -> str:
        if self._ui.search_edit.text() or self._ui.chips.current == "unsigned":
            return self.tr("この条件の記録はありません。条件を消すか、言葉を短くします。")
        return self.tr("封緘した記録はまだありません。告知を封緘すると、ここに残ります。")

    def _choose(self, records: Sequence[RecordSummary]) -> None:
        table = self._ui.record_table
        wanted, self._wanted = self._wanted, ""
        if wanted and table.choose(wanted):
            table.setFocus()
        elif table.current_key() is None and records:
            table.choose(records[0].document_number)
        current = table.current_key()
        if current is None:
            self._detail.clear()
        else:
            self._detail.show_record(str(current))

    def _cells(self, record: RecordSummary) -> tuple[Cell, ...]:
        stage = stage_mark(record.stage, self._services.texts)
        amount = (
            Cell(f"{record.amount:,}")
            if record.amount is not None
            else Cell(self.tr("記載なし"), tone="text3")
        )
        return (
            Cell(record.document_number, self._revision_words(record)),
            Cell((record.sold_on or record.sealed_at.date()).isoformat()),
            Cell(record.customer, "、".join(record.devices)),
            amount,
            Cell(mark=signature_mark(record.signature, signed_later=record.signed_later)),
            Cell(mark=stage),
        )

    def _revision_words(self, record: RecordSummary) -> str:
        if record.superseded_by:
            return self.tr("訂正済み")
        return self.tr("訂正版 {number}").format(number=record.revision) if record.revision > 1 else ""

    def _open_check(self) -> VerifyDialog:
        dialog = VerifyDialog(self._services, self._runner, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _tell_saved(self, path: Path) -> None:
        self._ui.message.show_message("ok", self.tr("「{file}」に保存しました。").format(file=path.name))

    def _tell_copied(self) -> None:
        self._ui.message.show_message("ok", self.tr("別紙の文章をコピーしました。見積書に貼り付けます。"))

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))
