"""One device's plans and the customer's answer to them."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from jcssa_desktop.domain.disclosure import Answer, ContractState, Intent, Line
from jcssa_desktop.domain.plan import PlanKind, ServicePlan
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_intent_card import Ui_WizardIntentCard
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.choices import Choice, Choices
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.words import plan_price

_PLAN_LETTERS = 8


class IntentCard(QFrame):
    """Four answers of equal size; "to be considered" asks for a day."""

    alike_wanted = Signal(str)
    """The other devices without an answer are to get that of this line id."""

    def __init__(self, keeper: DraftKeeper, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._line_id = ""
        self._is_showing = False
        self._plans: tuple[ServicePlan, ...] | None = None
        self._ui = Ui_WizardIntentCard()
        self._ui.setupUi(self)
        self.setProperty("surface", "card")
        answers = (
            Choice(Answer.CONTRACT, self.tr("契約する")),
            Choice(Answer.SPOT, self.tr("スポットで頼む")),
            Choice(Answer.CONSIDERING, self.tr("検討する")),
            Choice(Answer.DECLINED, self.tr("契約しない")),
        )
        self._answers = Choices(answers, columns=4, parent=self)
        self._arrange(today())
        self._connect()

    @property
    def is_open(self) -> bool:
        """Tell whether the customer has not answered."""
        return self._answers.value is None

    def take_focus(self) -> None:
        """Put the keyboard onto the answers."""
        self._answers.take_focus()

    def show_alike(self, count: int) -> None:
        """Offer to give as many other devices the same answer; 0 offers nothing."""
        has_gap = bool(self._gap(self._keeper.disclosure.intent(self._line_id))[0])
        button = self._ui.alike_button
        button.setVisible(count > 0 and not has_gap)
        button.setText(self.tr("未回答の {count}機種も同じ答えにする").format(count=count))

    def show_line(self, line: Line, plans: tuple[ServicePlan, ...], intent: Intent) -> None:
        """Show a device, the plans that can be offered for it, and the answer."""
        self._line_id = line.line_id
        self._is_showing = True
        ui = self._ui
        product = line.product
        ui.device_label.setText(product.model if product else line.text)
        detail = (
            product.maker if product else "",
            self.tr("{count}台").format(count=line.quantity),
            line.location,
        )
        ui.detail_label.setText("・".join(filter(None, detail)))
        if plans != self._plans:
            self._plans = plans
            _fill(ui.contract_combo, plans, PlanKind.CONTRACT, self.tr("ご提案なし"))
            _fill(ui.spot_combo, plans, PlanKind.SPOT, self.tr("ご提案なし"))
        _select(ui.contract_combo, intent.contract_plan_id)
        _select(ui.spot_combo, intent.spot_plan_id)
        self._answers.set_value(None if intent.answer is Answer.OPEN else intent.answer)
        ui.due_box.setVisible(intent.answer is Answer.CONSIDERING)
        ui.due_edit.set_day(intent.due)
        if ui.note_edit.text() != intent.note:
            ui.note_edit.setText(intent.note)
        self._answers.setAccessibleName(
            self.tr("{device}へのお客様の答え").format(device=ui.device_label.text())
        )
        self._judge(line, intent)
        self._is_showing = False

    def _judge(self, line: Line, intent: Intent) -> None:
        """Say what an answer still needs, or where it contradicts the lines."""
        ui = self._ui
        sentence, field = self._gap(intent)
        contradicts = not sentence and _contradicts(line, intent)
        if contradicts and intent.answer is Answer.CONTRACT:
            sentence = self.tr("明細の保守契約は「なし」です。")
        elif contradicts:
            sentence = self.tr("明細の保守契約は「あり」です。")
        for one in (self._answers, ui.contract_combo, ui.spot_combo, ui.due_edit.edit):
            arrange.show_error(one, ui.error_label, "")
        arrange.show_error(field, ui.error_label, sentence)
        ui.mend_button.setVisible(contradicts)
        mended = self.tr("明細も「あり」にする"), self.tr("明細も「なし」にする")
        ui.mend_button.setText(mended[0] if intent.answer is Answer.CONTRACT else mended[1])

    def _gap(self, intent: Intent) -> tuple[str, QWidget]:
        ui = self._ui
        match intent.answer:
            case Answer.CONTRACT if not intent.contract_plan_id:
                return self.tr("契約するプランを選びます。"), ui.contract_combo
            case Answer.SPOT if not intent.spot_plan_id:
                return self.tr("頼まれた作業のプランを選びます。"), ui.spot_combo
            case Answer.CONSIDERING if intent.due is None:
                return self.tr("いつまでにお返事をいただくかを決めます。"), ui.due_edit.edit
            case _:
                return "", self._answers

    def _mend_line(self) -> None:
        """Let the line say of the contract what the customer answered."""
        disclosure = self._keeper.disclosure
        line = next(one for one in disclosure.lines if one.line_id == self._line_id)
        answer = disclosure.intent(self._line_id).answer
        state = ContractState.CONTRACT if answer is Answer.CONTRACT else ContractState.NONE
        self._keeper.change_line(replace(line, contract=state))
        self._keeper.save_now()

    def _arrange(self, today: date) -> None:
        ui = self._ui
        padding = theme.scaled(measures.CARD_PADDING)
        ui.card_layout.setContentsMargins(padding, padding, padding, padding)
        ui.card_layout.setSpacing(theme.scaled(12))
        arrange.bare(ui.head_layout)
        arrange.bare(ui.plan_layout, measures.INNER_GAP)
        ui.plan_layout.setHorizontalSpacing(measures.FIELD_GAP)
        ui.plan_layout.setColumnStretch(0, 1)
        ui.plan_layout.setColumnStretch(1, 1)
        arrange.bare(ui.answer_layout)
        ui.answer_layout.addWidget(self._answers)
        arrange.bare(ui.note_layout, measures.FIELD_GAP)
        arrange.labelled(ui.due_layout)
        arrange.labelled(ui.remark_layout)
        ui.note_layout.setStretch(0, 1)
        ui.note_layout.setStretch(1, 2)
        arrange.bare(ui.error_layout)
        ui.due_edit.set_today(today)
        for combo in (ui.contract_combo, ui.spot_combo):  # a long plan name makes the list wide, not the page
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_PLAN_LETTERS)
        ui.due_box.hide()
        arrange.hide_errors(self)

    def _connect(self) -> None:
        ui = self._ui
        self._answers.chosen.connect(self._take_answer)
        ui.mend_button.clicked.connect(self._mend_line)
        ui.alike_button.clicked.connect(lambda: self.alike_wanted.emit(self._line_id))
        ui.contract_combo.activated.connect(
            lambda: self._change(contract_plan_id=ui.contract_combo.currentData())
        )
        ui.spot_combo.activated.connect(lambda: self._change(spot_plan_id=ui.spot_combo.currentData()))
        ui.due_edit.day_changed.connect(lambda: self._change(due=ui.due_edit.day))
        ui.note_edit.textChanged.connect(lambda text: self._change(note=text))
        ui.note_edit.editingFinished.connect(self._keeper.save_now)

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            intent = self._keeper.disclosure.intent(self._line_id)
            self._keeper.change_intent(replace(intent, **changes))

    def _take_answer(self) -> None:
        answer = self._answers.value
        if not isinstance(answer, Answer):
            return
        changes: dict[str, object] = {"answer": answer}
        if answer is not Answer.CONSIDERING:
            changes["due"] = None
        self._change(**changes)
        self._keeper.save_now()
        if answer is Answer.CONSIDERING:
            self._ui.due_edit.setFocus()


def _contradicts(line: Line, intent: Intent) -> bool:
    if intent.answer is Answer.OPEN:
        return False
    wants_contract = intent.answer is Answer.CONTRACT
    unlike = ContractState.NONE if wants_contract else ContractState.CONTRACT
    return line.contract is unlike


def _fill(combo: QComboBox, plans: tuple[ServicePlan, ...], kind: PlanKind, nothing: str) -> None:
    combo.clear()
    combo.addItem(nothing, "")
    for plan in plans:
        if plan.kind is kind:
            combo.addItem(f"{plan.name}　{plan_price(plan)}", plan.plan_id)


def _select(combo: QComboBox, plan_id: str) -> None:
    position = combo.findData(plan_id)
    combo.setCurrentIndex(max(position, 0))
