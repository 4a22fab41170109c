"""The whole text of the sheet, then the signature: it opens when the text has been seen to its end."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain import checklist
from jcssa_desktop.domain.checklist import Missing, Step
from jcssa_desktop.domain.disclosure import Disclosure, Signature, SignatureMethod
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_step_review import Ui_StepReview
from jcssa_desktop.ui.messages import clock, day_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import scroll_bare, set_property
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.choices import Choices, signature_ways
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.link_label import LinkLabel
from jcssa_desktop.ui.wizard.missing_list import MissingList
from jcssa_desktop.ui.wizard.sheet_choices import sheet_words
from jcssa_desktop.ui.wizard.sheet_view import SheetView
from jcssa_desktop.ui.wizard.wizard_step import FooterNote, WizardStep

_PANE_WIDTH = 480
_PAD_HEIGHT = 248
_WITH_REASON = (SignatureMethod.LATER, SignatureMethod.REFUSED)


class ReviewStep(WizardStep):
    """Text at the left, signature at the right, and above it what still has to be decided."""

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        keeper: DraftKeeper,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._keeper = keeper
        self._now = now
        self._shown: Disclosure | None = None
        self._shown_at: datetime | None = None
        self._request = 0
        self._ui = Ui_StepReview()
        self._ui.setupUi(self)
        self._sheet = SheetView(self)
        self._problem = InlineMessage(self)
        self._shown_mark = MarkLabel(self)
        self._methods = Choices(signature_ways(), columns=2, parent=self)
        self._list = MissingList(services.texts, self)
        self._arrange()
        self._connect()

    @property
    def sheet(self) -> SheetView:
        """The text that is read to its end."""
        return self._sheet

    @property
    def missing_links(self) -> tuple[LinkLabel, ...]:
        """What is still to be decided, one link each."""
        return self._list.links

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Draw the text anew where it has changed, and let it be read."""
        self._keeper.save_now()
        self._render()
        self.refresh()
        self._sheet.setFocus()

    def refresh(self) -> None:
        """Show how far the signature is."""
        ui = self._ui
        ui.edition_label.setText(sheet_words(self._keeper.disclosure))
        signature = self._keeper.disclosure.signature
        method = signature.method if signature else None
        is_open = self._shown_at is not None
        self._methods.set_value(method)
        self._methods.setEnabled(is_open)
        ui.gate_label.setVisible(not is_open)
        ui.signer_box.setVisible(is_open and method is not None)
        ui.reason_box.setVisible(is_open and method in _WITH_REASON)
        ui.pad_box.setVisible(is_open and method is SignatureMethod.DRAWN)
        ui.paper_label.setVisible(is_open and method is SignatureMethod.PAPER)
        ui.identity_box.setVisible(is_open and method is not None and method not in _WITH_REASON)
        if signature is not None:
            self._show_signature(signature)
        self._list.show_missing(self._missing())
        ui.missing_box.setVisible(bool(self._missing()))
        self._show_gate()
        self.footer_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text the larger half where the pane would take it."""
        super().resizeEvent(event)
        self._ui.pane.setFixedWidth(min(theme.scaled(_PANE_WIDTH), self.width() // 2))

    def footer_note(self) -> FooterNote | None:
        """Say whether everything is decided."""
        count = len(self._missing())
        if not count and self._shown_at is None:
            return FooterNote("caution", "warn", self.tr("全文を最後まで表示すると封緘できます"))
        if count:
            words = self.tr("あと {count}件 決めると封緘できます")
            return FooterNote("caution", "warn", words.format(count=count))
        return FooterNote("done", "ok", self.tr("8項目すべて 確認しました"))

    def is_ready(self) -> bool:
        """Tell whether nothing keeps the disclosure from being sealed; else show what does."""
        missing = self._missing()
        if not missing and self._shown_at is not None:
            return True
        if not missing:
            self._sheet.setFocus()
            return False
        self._ui.pane_area.ensureWidgetVisible(self._ui.missing_box)
        if self._list.links:
            self._list.links[0].setFocus()
        return False

    def show_problem(self, error: JcssaError) -> None:
        """Say why the text could not be drawn, or the disclosure not be sealed."""
        self._problem.show_message("alert", self._services.texts.error(error))

    def _say_done(self, sentence: str) -> None:
        self._problem.show_message("ok", sentence)

    def _missing(self) -> tuple[Missing, ...]:
        view = self._keeper.view()
        return checklist.missing(self._keeper.disclosure, ages=view.ages, remarks=view.remarks)

    def _render(self) -> None:
        content = replace(self._keeper.disclosure, signature=None)
        if content == self._shown:
            return
        self._shown = content
        self._shown_at = None
        self._request += 1
        request = self._request
        self._ui.text_stack.setCurrentWidget(self._ui.waiting_page)
        self._problem.clear()
        self._runner.run(
            self,
            lambda _progress: self._services.sealing.preview(content),
            lambda pdf: self._show_text(request, pdf),
            lambda error: self._tell_failure(request, error),
            is_reading=True,
        )

    def _show_text(self, request: int, pdf: bytes) -> None:
        if request == self._request:
            self._ui.text_stack.setCurrentWidget(self._ui.text_page)
            self._sheet.show_pdf(pdf)

    def _tell_failure(self, request: int, error: JcssaError) -> None:
        if request == self._request:
            self._shown = None
            self._ui.waiting_label.setText(self.tr("全文を表示できません。"))
            self.show_problem(error)

    def _take_end(self) -> None:
        self._shown_at = self._now()
        signature = self._keeper.disclosure.signature
        if signature is not None and signature.text_shown_at is None:
            self._sign(text_shown_at=self._shown_at)
        self.refresh()

    def _show_gate(self) -> None:
        ui = self._ui
        set_property(ui.shown_tag, "tone", "ok" if self._shown_at else "")
        mark, ground, words = "open", "sunken", self.tr("最後まで表示していません")
        if self._shown_at is not None:
            mark, ground = "done", "ok-weak"
            words = self.tr("最後まで表示しました {time}").format(time=clock(self._shown_at))
        self._shown_mark.set_mark(Mark(mark, ""), ground=ground)
        ui.shown_label.setText(words)

    def _show_signature(self, signature: Signature) -> None:
        ui = self._ui
        for edit, text in (
            (ui.signer_edit, signature.signer),
            (ui.position_edit, signature.position),
            (ui.reason_edit, signature.reason),
        ):
            if edit.text() != text:
                edit.setText(text)
        is_refused = signature.method is SignatureMethod.REFUSED
        ui.reason_label.setText(self.tr("断られた理由") if is_refused else self.tr("あとにする理由"))
        ui.identity_box.setChecked(signature.identity_checked)
        ui.signature_pad.set_strokes(signature.strokes)
        when = signature.signed_at or self._now()
        name = self.tr("{name} 様").format(name=signature.signer) if signature.signer else ""
        words = filter(None, (name, day_in_prose(when.date()), clock(when)))
        ui.signature_pad.set_caption("・".join(words))

    def _follow(self, missing: Missing) -> None:
        if missing.step is not Step.REVIEW:
            self.jump_requested.emit(missing.step, missing.line_id)
        elif self._shown_at is None:
            self._sheet.setFocus()
        elif self._keeper.disclosure.signature is None:
            self._methods.take_focus()
        else:
            fields = (self._ui.signer_edit, self._ui.reason_edit, self._ui.signature_pad)
            wanted = next((one for one in fields if one.isVisible() and _is_blank(one)), fields[0])
            wanted.setFocus()

    def _arrange(self) -> None:
        ui = self._ui
        arrange.bare(ui.step_layout, 0)
        arrange.bare(ui.centre_layout, theme.scaled(12))
        padding = measures.FIELD_GAP
        ui.centre_layout.setContentsMargins(measures.PAGE_LEFT, measures.PAGE_TOP, padding, 0)
        arrange.bare(ui.title_layout)
        arrange.bare(ui.edition_layout)
        ui.shown_layout.setContentsMargins(measures.GAP, measures.INNER_GAP, measures.GAP, measures.INNER_GAP)
        ui.shown_layout.setSpacing(6)
        ui.shown_layout.insertWidget(0, self._shown_mark)
        arrange.bare(ui.problem_layout, 0)
        ui.problem_layout.addWidget(self._problem)
        arrange.bare(ui.text_layout, 0)
        ui.text_layout.addWidget(self._sheet)
        arrange.bare(ui.pane_layout, 0)
        scroll_bare(ui.pane_area)
        ui.pane_content_layout.setContentsMargins(padding, measures.PAGE_TOP, padding, padding)
        ui.pane_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ui.pane_content_layout.setSpacing(theme.scaled(12))
        for layout in (ui.missing_layout, ui.reason_layout, ui.pad_layout):
            arrange.labelled(layout)
        ui.missing_layout.addWidget(self._list)
        arrange.bare(ui.method_layout)
        ui.method_layout.addWidget(self._methods)
        arrange.bare(ui.signer_layout, measures.INNER_GAP)
        ui.signer_layout.setHorizontalSpacing(theme.scaled(12))
        ui.signer_layout.setColumnStretch(0, 3)
        ui.signer_layout.setColumnStretch(1, 2)
        arrange.bare(ui.pad_head)
        ui.signature_pad.setFixedHeight(theme.scaled(_PAD_HEIGHT))
        arrange.bare(ui.seal_layout, 10)
        seal = MarkLabel(self)
        seal.set_mark(Mark("sealed", ""))
        ui.seal_layout.insertWidget(0, seal)
        self._methods.setAccessibleName(self.tr("署名の方法"))

    def _connect(self) -> None:
        ui = self._ui
        ui.annex_button.use(
            self._runner,
            lambda kind: self._services.annexes.of_draft(self._keeper.disclosure, kind),
            lambda path: self._services.annexes.save_draft(self._keeper.disclosure, path),
            lambda: self._keeper.disclosure.customer.name,
        )
        ui.annex_button.failed.connect(self.show_problem)
        ui.annex_button.saved.connect(
            lambda path: self._say_done(self.tr("「{file}」に保存しました。").format(file=path.name))
        )
        ui.annex_button.copied.connect(
            lambda: self._say_done(self.tr("別紙の文章をコピーしました。見積書に貼り付けます。"))
        )
        self._list.followed.connect(self._follow)
        self._sheet.end_shown.connect(self._take_end)
        self._methods.chosen.connect(self._take_method)
        ui.signer_edit.textChanged.connect(lambda text: self._sign(signer=text))
        ui.position_edit.textChanged.connect(lambda text: self._sign(position=text))
        ui.reason_edit.textChanged.connect(lambda text: self._sign(reason=text))
        ui.identity_box.clicked.connect(lambda checked: self._sign(identity_checked=checked))
        ui.signature_pad.strokes_changed.connect(self._take_strokes)
        ui.undo_button.clicked.connect(ui.signature_pad.undo)
        ui.clear_button.clicked.connect(ui.signature_pad.clear)
        for edit in (ui.signer_edit, ui.position_edit, ui.reason_edit):
            edit.editingFinished.connect(self._keeper.save_now)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), ui.pad_box)
        undo.activated.connect(ui.signature_pad.undo)

    def _take_method(self) -> None:
        method = self._methods.value
        if not isinstance(method, SignatureMethod):
            return
        disclosure = self._keeper.disclosure
        before = disclosure.signature
        if before is not None and before.method is method:
            return
        customer = disclosure.customer
        signature = before or Signature(method, signer=customer.person, position=_desk(disclosure))
        # Strokes belong to the drawn way alone: another way starts without them.
        signature = replace(
            signature, method=method, strokes=(), signed_at=None, text_shown_at=self._shown_at
        )
        self._keeper.change(replace(disclosure, signature=signature))
        self._keeper.save_now()
        if method is SignatureMethod.DRAWN:
            self._ui.signature_pad.setFocus()
        elif method in _WITH_REASON:
            self._ui.reason_edit.setFocus()

    def _take_strokes(self) -> None:
        strokes = self._ui.signature_pad.strokes
        self._sign(strokes=strokes, signed_at=self._now() if strokes else None)
        self._keeper.save_now()

    def _sign(self, **changes: object) -> None:
        disclosure = self._keeper.disclosure
        if disclosure.signature is not None:
            signature = replace(disclosure.signature, **changes)
            self._keeper.change(replace(disclosure, signature=signature))


def _desk(disclosure: Disclosure) -> str:
    customer = disclosure.customer
    return " ".join(filter(None, (customer.department, customer.position)))


def _is_blank(field: QWidget) -> bool:
    text = getattr(field, "text", None)
    return not text() if callable(text) else not getattr(field, "strokes", ())
