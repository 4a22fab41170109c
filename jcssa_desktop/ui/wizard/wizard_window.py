"""The frame of the wizard: header, steps at the side, one step in the middle, the way on in the footer."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain import checklist
from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.checklist import Step, StepState
from jcssa_desktop.domain.disclosure import Disclosure, Explained
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_window import Ui_WizardWindow
from jcssa_desktop.ui.messages import step_name
from jcssa_desktop.ui.printing.letter_desk import LetterDesk
from jcssa_desktop.ui.printing.sheet_desk import SheetDesk
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.customer_step import CustomerStep
from jcssa_desktop.ui.wizard.customer_view import CustomerView
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.handover_step import HandoverStep
from jcssa_desktop.ui.wizard.intents_step import IntentsStep
from jcssa_desktop.ui.wizard.item_step import ItemStep
from jcssa_desktop.ui.wizard.lines_step import LinesStep
from jcssa_desktop.ui.wizard.review_step import ReviewStep
from jcssa_desktop.ui.wizard.task_list import TaskList
from jcssa_desktop.ui.wizard.wizard_step import WizardStep


class WizardFrame(QWidget):
    """Fills in one disclosure until it is sealed. Steps are free; what is missing is said at the end."""

    closed = Signal()
    """The wizard is finished with: everything is saved, the window may go elsewhere."""

    sealed = Signal(str)
    """The disclosure became a record: its document number."""

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        disclosure: Disclosure,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._record: SealedRecord | None = None
        self._is_sealing = False
        self._step = Step.CUSTOMER
        self._keeper = DraftKeeper(services, _continued(disclosure, services), self)
        self._ui = Ui_WizardWindow()
        self._ui.setupUi(self)
        self._tasks = TaskList(self)
        self._message = InlineMessage(self)
        self._item = ItemStep(self._keeper, services.today, services.now, self)
        self._review = ReviewStep(services, runner, self._keeper, services.now, self)
        self._handover = HandoverStep(self)
        self._desk = SheetDesk(services, runner, self)
        self._letters = LetterDesk(services, runner, self)
        self._pages: dict[Step, WizardStep] = {
            Step.CUSTOMER: CustomerStep(self._keeper, services.now, self),
            Step.LINES: LinesStep(services, self._keeper, services.today, self),
            **dict.fromkeys((step for step in Step if step.value.startswith("item_")), self._item),
            Step.INTENTS: IntentsStep(self._keeper, services.today, self),
            Step.REVIEW: self._review,
            Step.HANDOVER: self._handover,
        }
        self._arrange()
        self._connect(services)
        ages = self._keeper.view().ages
        self.open_step(checklist.first_open_step(self._keeper.disclosure, ages=ages))

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self._step

    @property
    def disclosure(self) -> Disclosure:
        """The disclosure as it is now."""
        return self._keeper.disclosure

    def page(self, step: Step) -> WizardStep:
        """Return the page of a step; the eight items share one."""
        return self._pages[step]

    def open_step(self, step: Step, line_id: str = "") -> None:
        """Open a step; after sealing only the handover is left."""
        if self._record is not None and step is not Step.HANDOVER:
            return
        self._pages[self._step].leave()
        self._keeper.save_now()
        self._step = step
        page = self._pages[step]
        self._ui.step_stack.setCurrentWidget(page)
        self._refresh_frame()
        page.enter(step, line_id)
        self._refresh_frame()

    def close_wizard(self) -> bool:
        """Save and go; False when something could not be saved and a person has to decide."""
        self._pages[self._step].leave()
        self._keeper.save_now()
        if self._keeper.failure is not None:
            self._tell_failure(self._keeper.failure, button=self.tr("保存せずに閉じる"))
            return False
        self.closed.emit()
        return True

    def _arrange(self) -> None:
        ui = self._ui
        for layout in (
            ui.frame_layout,
            ui.body_layout,
            ui.task_layout,
            ui.message_layout,
        ):
            arrange.bare(layout, 0)
        gap = measures.GAP
        ui.task_layout.setContentsMargins(gap, gap, gap, gap)
        ui.task_layout.addWidget(self._tasks)
        ui.task_box.setFixedWidth(theme.scaled(measures.TASK_LIST_WIDTH))
        ui.message_layout.addWidget(self._message)
        for page in dict.fromkeys(self._pages.values()):
            ui.step_stack.addWidget(page)

    def _connect(self, services: Services) -> None:
        ui = self._ui
        self._keeper.changed.connect(self._follow_change)
        self._keeper.save_state_changed.connect(self._show_save_state)
        self._tasks.step_chosen.connect(self.open_step)
        self._message.button_clicked.connect(self._give_up_saving)
        self._handover.print_wanted.connect(lambda number: self._desk.open(number, is_printing=True))
        self._handover.open_wanted.connect(self._desk.open)
        self._handover.save_wanted.connect(self._desk.save)
        self._handover.receipt_wanted.connect(self._letters.receipt)
        self._handover.use_annexes(services, self._runner)
        self._desk.saved.connect(self._handover.tell_saved)
        for source in (self._desk, self._letters, self._handover.annex_button):
            source.failed.connect(lambda error: self._handover.tell_failure(services.texts.error(error)))
        for page in dict.fromkeys(self._pages.values()):
            page.jump_requested.connect(self.open_step)
            page.footer_changed.connect(self._show_footer)
        ui.header.close_wanted.connect(self.close_wizard)
        ui.header.customer_view_wanted.connect(self._show_customer)
        ui.footer.later_wanted.connect(self.close_wizard)
        ui.footer.back_wanted.connect(self._back)
        ui.footer.next_wanted.connect(self._next)
        for keys, call in (
            ("Esc", self.close_wizard),
            ("Alt+Left", self._back),
            ("Ctrl+Return", self._next),
            ("Ctrl+Enter", self._next),
            ("Ctrl+Up", lambda: self._neighbour(-1)),
            ("Ctrl+Down", lambda: self._neighbour(1)),
            ("F8", self._show_customer),
            ("F9", self._toggle_script),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    def _give_up_saving(self) -> None:
        """Close although the last changes could not be saved: a person has read so and decided."""
        self._keeper.stop()
        self.closed.emit()

    def _follow_change(self) -> None:
        self._pages[self._step].refresh()
        self._refresh_frame()

    def _refresh_frame(self) -> None:
        self._ui.header.show_disclosure(self._keeper.disclosure)
        self._show_tasks()
        self._show_footer()

    def _show_tasks(self) -> None:
        disclosure = self._keeper.disclosure
        states = checklist.states(disclosure, ages=self._keeper.view().ages)
        if self._record is not None:
            states[Step.REVIEW] = states[Step.HANDOVER] = StepState.DONE
        self._tasks.show_states(states, self._step, is_sealed=self._record is not None)

    def _show_footer(self) -> None:
        footer = self._ui.footer
        if self._record is not None:
            footer.show_sealed(self.tr("台帳へ"))
            return
        page = self._pages[self._step]
        note = page.footer_note()
        if note is None:
            footer.show_progress(self._keeper.disclosure)
        else:
            footer.show_note(note)
        footer.show_way(
            self._next_words(),
            is_primary=page.is_next_primary(),
            has_back=checklist.previous_step(self._step) is not None,
            is_enabled=not self._is_sealing,
        )

    def _next_words(self) -> str:
        if self._is_sealing:
            return self.tr("封緘しています")
        if self._step is Step.REVIEW:
            return self.tr("署名して封緘する")
        following = checklist.next_step(self._step)
        return self.tr("{step}へ").format(step=step_name(following)) if following else ""

    def _show_save_state(self) -> None:
        self._ui.header.show_saving(self._keeper)
        if self._keeper.failure is not None:
            self._tell_failure(self._keeper.failure)
        else:
            self._message.clear()

    def _tell_failure(self, error: JcssaError, *, button: str = "") -> None:
        remedy = self.tr("直ると、自動で保存し直します。入力は続けられます。")
        self._message.show_message("alert", self._services.texts.error(error), remedy, button=button)

    def _toggle_script(self) -> None:
        if self._pages[self._step] is self._item:
            self._item.toggle_script()

    def _show_customer(self) -> None:
        """Show the customer the item that is open, else the first that has not been told."""
        if self._record is not None:
            return
        number = checklist.ITEM_OF_STEP.get(self._step)
        if number is None:
            items = map(self._keeper.disclosure.item, EXPLAINING_ORDER)
            number = next((one.number for one in items if one.state is Explained.OPEN), EXPLAINING_ORDER[0])
        view = CustomerView(self._keeper, self._services.today, self._services.now, self)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.finished.connect(lambda last: self.open_step(checklist.ITEM_STEPS[last]))
        screens = [one for one in QGuiApplication.screens() if one is not self.screen()]
        view.setGeometry((screens[0] if screens else self.screen()).geometry())
        view.showFullScreen()
        view.show_item(number)

    def _back(self) -> None:
        before = checklist.previous_step(self._step)
        if before is not None and self._record is None:
            self.open_step(before)

    def _next(self) -> None:
        if self._record is not None:
            self.closed.emit()
        elif self._step is Step.REVIEW:
            self._seal()
        else:
            following = checklist.next_step(self._step)
            if following is not None:
                self.open_step(following)

    def _neighbour(self, direction: int) -> None:
        step = checklist.next_step(self._step) if direction > 0 else checklist.previous_step(self._step)
        if step is not None and step is not Step.HANDOVER:
            self.open_step(step)

    def _seal(self) -> None:
        self._keeper.save_now()
        if self._is_sealing or not self._review.is_ready():
            return
        self._is_sealing = True
        self._show_footer()
        disclosure = self._keeper.disclosure
        self._runner.run(
            self,
            lambda _progress: self._services.sealing.seal(disclosure),
            self._finish,
            self._tell_not_sealed,
        )

    def _finish(self, record: SealedRecord) -> None:
        self._is_sealing = False
        self._keeper.stop()
        self._record = record
        self._handover.show_record(record)
        self._ui.header.show_sealed()
        self.open_step(Step.HANDOVER)
        self.sealed.emit(record.document_number)

    def _tell_not_sealed(self, error: JcssaError) -> None:
        self._is_sealing = False
        self._review.show_problem(error)
        self._refresh_frame()


def _continued(disclosure: Disclosure, services: Services) -> Disclosure:
    """Take a draft up again: its text is shown anew, and a signature of another day is made anew."""
    signature = disclosure.signature
    if signature is None:
        return disclosure
    signature = replace(signature, text_shown_at=None)
    if signature.signed_at is not None and signature.signed_at.date() != services.today():
        signature = replace(signature, strokes=(), signed_at=None)
    return replace(disclosure, signature=signature)
