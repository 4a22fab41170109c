"""One sealed record: what it states, whether it is unchanged, and what happened to it."""

from collections import Counter
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from jcssa_desktop.domain.archive import RecordEvent, SealedRecord
from jcssa_desktop.domain.disclosure import Answer, SignatureMethod
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.record import Record, check_code
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.services.verifying import Verification
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.archive.event_rows import EventDelegate, EventRow
from jcssa_desktop.ui.archive.verdicts import stage_mark, verdict
from jcssa_desktop.ui.generated.ui_record_detail import Ui_RecordDetail
from jcssa_desktop.ui.messages import clock, day_in_prose, moment_in_prose, signature_mark, yen
from jcssa_desktop.ui.printing.annex_button import AnnexButton
from jcssa_desktop.ui.printing.letter_desk import LetterDesk
from jcssa_desktop.ui.printing.sheet_desk import SheetDesk
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange, gap_before, scroll_bare
from jcssa_desktop.ui.widgets.mark import Mark

_NAME_COLUMN = 96


class _Reading(Struct, frozen=True):
    """All that the pane shows of one record, read together."""

    sealed: SealedRecord
    record: Record
    events: tuple[RecordEvent, ...]
    verification: Verification
    verified_at: datetime


class RecordDetail(QFrame):
    """The pane at the right of the archive."""

    failed = Signal(object)
    changed = Signal()
    """Something was noted of the record."""
    correction_wanted = Signal(str)
    """The document number of the record that a revision is to supersede."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._is_signed_later = False
        self._runner: TaskRunner | None = None
        self.document_number = ""
        self._ui = Ui_RecordDetail()
        self._ui.setupUi(self)
        self._ui.event_list.setItemDelegate(EventDelegate(self))
        self._arrange()

    @property
    def annex_button(self) -> AnnexButton:
        """Writes the annex of the shown record."""
        return self._ui.annex_button

    def use(self, services: Services, runner: TaskRunner, desk: SheetDesk, letters: LetterDesk) -> None:
        """Take what to read with, and who opens, prints, saves and writes letters."""
        self._services = services
        self._runner = runner
        ui = self._ui
        ui.open_button.clicked.connect(lambda: desk.open(self.document_number))
        ui.print_button.clicked.connect(lambda: desk.open(self.document_number, is_printing=True))
        ui.save_button.clicked.connect(lambda: desk.save(self.document_number))
        ui.annex_button.use(
            runner,
            lambda kind: services.annexes.of_record(self.document_number, kind),
            lambda path: services.annexes.save(self.document_number, path),
            lambda: self.document_number,
        )
        ui.correct_button.clicked.connect(lambda: self.correction_wanted.emit(self.document_number))
        ui.signed_button.clicked.connect(self._note_signed)
        ui.letter_button.setMenu(self._letter_menu(letters))
        ui.verify_button.clicked.connect(lambda: self.show_record(self.document_number))
        ui.verify_button.setShortcut(QKeySequence("F7"))
        ui.print_button.setShortcut(QKeySequence("Ctrl+P"))
        ui.save_button.setShortcut(QKeySequence("Ctrl+S"))
        desk.changed.connect(self.show_record)

    def _letter_menu(self, letters: LetterDesk) -> QMenu:
        menu = QMenu(self)
        for words, write in (
            (self.tr("新しい脆弱性のお知らせ"), letters.advisory),
            (self.tr("訂正のお知らせ"), letters.correction),
            (self.tr("控えの受領書"), letters.receipt),
        ):
            menu.addAction(words).triggered.connect(lambda _checked, write=write: write(self.document_number))
        return menu

    def clear(self) -> None:
        """Show nothing."""
        self.document_number = ""
        self.hide()

    def show_record(self, document_number: str) -> None:
        """Read a record, verify it and show it."""
        services, runner = self._services, self._runner
        if services is None or runner is None:
            return
        self.document_number = document_number

        def read(_progress: Progress) -> _Reading:
            sealed = services.archive.record(document_number)
            return _Reading(
                sealed,
                services.archive.decoded(document_number),
                services.archive.events(document_number),
                services.archive.verify_record(document_number),
                services.now(),
            )

        runner.run(self, read, self._show, self._fail, is_reading=True)

    def _fail(self, error: JcssaError) -> None:
        self.failed.emit(error)

    def _show(self, reading: _Reading) -> None:
        if reading.sealed.document_number != self.document_number:
            return
        self._show_head(reading)
        self._show_verification(reading)
        self._show_facts(reading)
        rows = self._events(reading)
        self._ui.event_list.set_rows([(row, f"{row.words} {row.when}") for row in rows])
        self.show()

    def _show_head(self, reading: _Reading) -> None:
        sealed, sale = reading.sealed, reading.record.disclosure.sale
        self._ui.number_label.setText(sealed.document_number)
        self._ui.customer_label.setText(self.tr("{customer} 様").format(customer=sealed.customer))
        quotation = (
            self.tr("見積 {number}").format(number=sale.quotation_number) if sale.quotation_number else ""
        )
        day = day_in_prose(sealed.sold_on or sealed.sealed_at.date())
        self._ui.sale_label.setText("・".join(filter(None, (day, yen(sealed.amount), quotation))))

    def _show_verification(self, reading: _Reading) -> None:
        if self._services is None:
            return
        found = verdict(reading.verification, self._services.texts)
        when = self.tr("{clock} に確かめました").format(clock=clock(reading.verified_at))
        lines = [when]
        lines.append(
            self.tr("照合コード {code}").format(code=check_code(reading.sealed.sha256))
            if found.tone == "ok"
            else found.support
        )
        self._ui.verification.show_message(found.tone, found.sentence, "\n".join(lines))
        self._ui.verification.set_mark("unchanged" if found.tone == "ok" else "alert")

    def _show_facts(self, reading: _Reading) -> None:
        disclosure = reading.record.disclosure
        ui = self._ui
        if self._services is not None:
            ui.stage_mark.set_mark(stage_mark(reading.sealed.stage, self._services.texts))
        revision = self._revision_words(reading)
        ui.revision_label.setText(revision)
        ui.revision_row.setVisible(bool(revision))
        ui.correct_button.setEnabled(not reading.sealed.superseded_by)
        self._is_signed_later = reading.sealed.signed_later
        ui.signed_button.setText(
            self.tr("未署名に戻す") if self._is_signed_later else self.tr("署名済みにする")
        )
        ui.signed_button.setVisible(reading.sealed.signature is SignatureMethod.LATER)
        ui.explainer_label.setText(disclosure.explainer or reading.record.company.explainer)
        ui.signer_label.setText(self._signer(reading))
        counts = Counter(disclosure.intent(line.line_id).answer for line in disclosure.devices)
        ui.intent_label.setText(
            "・".join(f"{self._answer_name(answer)} {counts[answer]}" for answer in Answer if counts[answer])
        )
        basis = day_in_prose(reading.record.facts_as_of)
        ui.basis_label.setText(self.tr("{day}までのカタログ").format(day=basis))
        ui.device_label.setText("、".join(dict.fromkeys(reading.sealed.devices)))

    def _revision_words(self, reading: _Reading) -> str:
        """Say what the record supersedes and why, and what superseded it."""
        words = []
        correction = reading.record.disclosure.correction
        if correction is not None:
            words.append(
                self.tr("{number} の訂正版（{reason}）").format(
                    number=correction.supersedes, reason=correction.reason
                )
            )
        if reading.sealed.superseded_by:
            words.append(self.tr("訂正版 {number} があります").format(number=reading.sealed.superseded_by))
        return "\n".join(words)

    def _note_signed(self) -> None:
        services, runner = self._services, self._runner
        if services is None or runner is None:
            return
        number, is_signed = self.document_number, not self._is_signed_later
        runner.run(
            self,
            lambda _progress: services.archive.note_signed(number, is_signed=is_signed),
            lambda _none: self.changed.emit(),
            self._fail,
        )

    def _signer(self, reading: _Reading) -> str:
        signature = reading.record.disclosure.signature
        if signature is None:
            return self.tr("なし")
        who = " ".join(filter(None, (signature.position, signature.signer)))
        named = self.tr("{who} 様").format(who=who) if who else ""
        word = signature_mark(signature.method, signed_later=reading.sealed.signed_later).word
        return "・".join(filter(None, (word, named, signature.reason)))

    def _answer_name(self, answer: Answer) -> str:
        return {
            Answer.OPEN: self.tr("未回答"),
            Answer.CONTRACT: self.tr("契約"),
            Answer.SPOT: self.tr("スポット"),
            Answer.CONSIDERING: self.tr("検討"),
            Answer.DECLINED: self.tr("辞退"),
        }[answer]

    def _events(self, reading: _Reading) -> list[EventRow]:
        disclosure, sealed = reading.record.disclosure, reading.sealed
        happened: list[tuple[datetime, Mark, str]] = [
            (disclosure.created_at, Mark("open", ""), self.tr("下書きを開始")),
        ]
        confirmed = [item.confirmed_at for item in disclosure.items if item.confirmed_at]
        if confirmed:
            happened.append((max(confirmed), Mark("done", ""), self.tr("8項目の説明を終了")))
        signature = disclosure.signature
        if signature is not None and signature.signed_at and signature.method is SignatureMethod.DRAWN:
            happened.append((signature.signed_at, Mark("done", ""), self.tr("画面に署名")))
        happened.append((sealed.sealed_at, Mark("sealed", ""), self.tr("封緘")))
        happened += [(event.at, Mark("event", ""), self._event_words(event)) for event in reading.events]
        # The latest first, and of what happened at the same second what was noted last.
        happened.reverse()
        happened.sort(key=lambda one: one[0], reverse=True)
        today = reading.verified_at.date()
        return [EventRow(mark, words, moment_in_prose(at, today)) for at, mark, words in happened]

    def _event_words(self, event: RecordEvent) -> str:
        match event.kind:
            case "printed":
                return self.tr("控えを {copies}部 印刷").format(copies=event.detail)
            case "signed":
                return self.tr("署名を受け取り")
            case "unsigned":
                return self.tr("未署名に戻す")
            case "saved":
                return self.tr("「{file}」に保存").format(file=event.detail)
            case _:
                return " ".join(filter(None, (event.kind, event.detail)))

    def _arrange(self) -> None:
        ui = self._ui
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(0, 0, 0, measures.FIELD_GAP), spacing=measures.FIELD_GAP)
        scroll_bare(ui.scroll_area)
        arrange(ui.scrolled.layout(), margins=(padding, padding, padding, 0))
        gap_before(ui.scrolled.layout(), ui.verification, 12)
        arrange(ui.facts.layout(), margins=(0, 12, 0, 0))
        for row in ui.facts.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            arrange(row.layout(), margins=(0, 5, 0, 5), spacing=measures.GAP)
        for name in (
            ui.stage_name,
            ui.revision_name,
            ui.explainer_name,
            ui.signer_name,
            ui.intent_name,
            ui.basis_name,
            ui.device_name,
        ):
            name.setFixedWidth(scaled(_NAME_COLUMN))
        gap_before(ui.scrolled.layout(), ui.events_label, measures.FIELD_GAP)
        gap_before(ui.scrolled.layout(), ui.event_list, measures.GAP)
        ui.event_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        arrange(ui.buttons.layout(), margins=(padding, 0, padding, 0), spacing=measures.GAP)
        for row in (ui.first_buttons, ui.second_buttons, ui.third_buttons, ui.fourth_buttons):
            arrange(row.layout(), spacing=measures.GAP)
