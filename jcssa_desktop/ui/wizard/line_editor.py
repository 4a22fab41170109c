"""The pane beside the lines that fills in one line: version, serials, place, work, contract."""

import unicodedata
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from jcssa_desktop.domain.alike import undecided_lines, with_lines_alike
from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import ContractState, Line, Work
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_line_editor import Ui_WizardLineEditor
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.choices import Choice, Choices
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.line_warnings import Remedy, is_stale

_SERIALS_HEIGHT = 76
_DIGITS = 5


class LineEditor(QWidget):
    """Fields of one line; what is out of scope shows its reason and the way back."""

    product_wanted = Signal(str)
    """Another product is to be chosen for the line of this id."""

    def __init__(self, keeper: DraftKeeper, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._today = today
        self._line_id = ""
        self._is_showing = False
        self._ui = Ui_WizardLineEditor()
        self._ui.setupUi(self)
        answers = (
            Choice(ContractState.CONTRACT, self.tr("あり"), "paper"),
            Choice(ContractState.NONE, self.tr("なし"), "none"),
        )
        self._contract = Choices(answers, columns=2, parent=self)
        self._contract.setAccessibleName(self.tr("保守契約"))
        self._works = {
            Work.SALE_ONLY: self._ui.sale_only_box,
            Work.INSTALLATION: self._ui.installation_box,
            Work.INITIAL_SETUP: self._ui.initial_setup_box,
            Work.CONSTRUCTION: self._ui.construction_box,
        }
        self._arrange()
        self._connect()

    @property
    def line_id(self) -> str:
        """The line that is shown."""
        return self._line_id

    def show_line(self, line: Line, number: int) -> None:
        """Show a line."""
        is_other = line.line_id != self._line_id
        self._line_id = line.line_id
        self._is_showing = True
        ui = self._ui
        product = line.product
        ui.row_label.setText(self.tr("{number}行目").format(number=number))
        ui.product_label.setText(product.model if product else line.text)
        maker = "・".join(filter(None, (product.maker, product.part_number))) if product else line.part_number
        ui.maker_label.setText(maker)
        is_outside = line.scope is Scope.OUT
        ui.device_box.setVisible(line.is_device)
        ui.scope_box.setVisible(is_outside)
        ui.rechoose_button.setVisible(not is_outside)
        ui.outside_button.setVisible(not is_outside)
        ui.inside_button.setVisible(not line.is_device)
        self._show_quantity(line)
        self._show_text(ui.scope_reason_edit, line.scope_reason)
        self._judge_reason(line)
        ui.alike_box.hide()
        if line.is_device:
            self._show_device(line)
        self._is_showing = False
        if is_other:
            ui.scroll_area.verticalScrollBar().setValue(0)

    def take_focus(self, remedy: Remedy = Remedy.NONE) -> None:
        """Put the keyboard into the field that a remedy is about."""
        if remedy is Remedy.PLAN_UPDATE:
            self._ui.update_edit.setFocus()
            self._ui.scroll_area.ensureWidgetVisible(self._ui.update_edit)
        elif remedy is Remedy.RECORD_LATER:
            self._open_due()
        elif remedy is Remedy.CONFIRM_LATEST:
            self._ui.confirm_box.setFocus()
        elif self._ui.device_box.isVisibleTo(self):
            self._ui.version_edit.setFocus()
        else:
            self._ui.scope_reason_edit.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put works and side doors below each other where their words would be cut side by side."""
        super().resizeEvent(event)
        ui = self._ui
        room = self.width() - 2 * measures.PANE_PADDING - measures.GAP * 2
        doors = [door.sizeHint().width() for door in (ui.rechoose_button, ui.outside_button)]
        ways = QBoxLayout.Direction
        ui.side_layout.setDirection(ways.LeftToRight if sum(doors) <= room else ways.TopToBottom)
        widest = max(box.sizeHint().width() for box in self._works.values())
        columns = 2 if 2 * widest + measures.GAP <= room else 1
        for position, box in enumerate(self._works.values()):
            ui.work_layout.addWidget(box, position // columns, position % columns)

    def _show_device(self, line: Line) -> None:
        ui = self._ui
        self._show_text(ui.version_edit, line.version)
        view = self._keeper.view()
        ui.version_hint.setText(self._version_hint(view.facts_of(line.line_id)))
        ui.version_later_box.setVisible(not line.version)
        ui.due_box.setVisible(line.version_due is not None or ui.due_edit.hasFocus())
        ui.later_button.setVisible(line.version_due is None)
        ui.due_edit.set_day(line.version_due)
        confirmed = line.latest_confirmed_on is not None
        ui.confirm_box.setVisible(confirmed or is_stale(line, view.ages.get(line.line_id)))
        ui.confirm_box.setChecked(confirmed)
        if not ui.serials_edit.hasFocus():
            ui.serials_edit.setPlainText("\n".join(line.serials))
        ui.serials_hint.setText(
            self.tr("{written}台分／{quantity}台").format(written=len(line.serials), quantity=line.quantity)
        )
        self._show_text(ui.location_edit, line.location)
        for work, box in self._works.items():
            box.setChecked(work in line.work)
        state = None if line.contract is ContractState.UNDECIDED else line.contract
        self._contract.set_value(state)
        ui.number_box.setVisible(line.contract is ContractState.CONTRACT)
        self._show_text(ui.number_edit, line.contract_number)
        ui.update_edit.set_day(line.update_planned_on)
        followers = undecided_lines(self._keeper.disclosure, line.line_id)
        ui.alike_box.setVisible(bool(followers))
        ui.alike_button.setText(self.tr("未定の {count}行も同じにする").format(count=len(followers)))

    def _version_hint(self, facts: LineFacts | None) -> str:
        if facts is None or facts.latest is None:
            return self.tr("最新版の確認記録がありません。")
        return self.tr("{day}に確認した最新版は {version}。出典：{source}").format(
            day=day_in_prose(facts.latest.observed_on, self._today()),
            version=facts.latest.version,
            source=facts.latest.source,
        )

    def _show_text(self, edit: "QWidget", text: str) -> None:
        if edit.text() != text:  # type: ignore[attr-defined]
            edit.setText(text)  # type: ignore[attr-defined]

    def _arrange(self) -> None:
        ui = self._ui
        arrange.bare(ui.pane_layout, 0)
        scroll_bare(ui.scroll_area)
        arrange.pane(ui.content_layout)
        for layout in (
            ui.device_layout,
            ui.version_later_layout,
            ui.due_layout,
            ui.number_layout,
            ui.scope_layout,
            ui.alike_layout,
        ):
            arrange.labelled(layout)
        for bare in (ui.fact_layout, ui.work_layout, ui.contract_layout, ui.side_layout):
            arrange.bare(bare)
        ui.contract_layout.addWidget(self._contract)
        for label in (
            ui.serials_label,
            ui.location_label,
            ui.work_label,
            ui.contract_label,
            ui.update_label,
        ):
            arrange.gap_before(ui.device_layout, label, measures.GAP)
        ui.serials_edit.setFixedHeight(theme.scaled(_SERIALS_HEIGHT))
        for field in (ui.due_edit, ui.update_edit):
            field.set_today(self._today())
        arrange.hide_errors(self)

    def _connect(self) -> None:
        ui = self._ui
        ui.version_edit.textChanged.connect(lambda text: self._change(version=text.strip()))
        ui.location_edit.textChanged.connect(lambda text: self._change(location=text))
        ui.number_edit.textChanged.connect(lambda text: self._change(contract_number=text))
        ui.scope_reason_edit.textChanged.connect(lambda text: self._change(scope_reason=text))
        ui.serials_edit.textChanged.connect(self._change_serials)
        ui.quantity_edit.textChanged.connect(self._change_quantity)
        ui.due_edit.day_changed.connect(lambda: self._change(version_due=ui.due_edit.day))
        ui.update_edit.day_changed.connect(lambda: self._change(update_planned_on=ui.update_edit.day))
        ui.later_button.clicked.connect(self._open_due)
        ui.confirm_box.clicked.connect(self._confirm_latest)
        self._contract.chosen.connect(self._change_contract)
        for work, box in self._works.items():
            box.clicked.connect(lambda _checked, work=work, box=box: self._change_work(work, box))
        ui.alike_button.clicked.connect(self._make_alike)
        ui.rechoose_button.clicked.connect(lambda: self.product_wanted.emit(self._line_id))
        ui.outside_button.clicked.connect(self._put_outside)
        ui.inside_button.clicked.connect(self._put_inside)

    def _line(self) -> Line | None:
        lines = self._keeper.disclosure.lines
        return next((line for line in lines if line.line_id == self._line_id), None)

    def _change(self, **changes: object) -> None:
        line = self._line()
        if line is not None and not self._is_showing:
            self._keeper.change_line(replace(line, **changes))

    def _show_quantity(self, line: Line) -> None:
        ui = self._ui
        if _whole_number(ui.quantity_edit.text()) != line.quantity and not ui.quantity_edit.hasFocus():
            ui.quantity_edit.setText(str(line.quantity))

    def _change_quantity(self, text: str) -> None:
        quantity = _whole_number(text)
        sentence = "" if quantity else self.tr("数量は1以上の数字で書きます。")
        arrange.show_error(self._ui.quantity_edit, self._ui.quantity_error, sentence)
        if quantity:
            self._change(quantity=quantity)

    def _change_serials(self) -> None:
        text = self._ui.serials_edit.toPlainText()
        self._change(serials=tuple(part.strip() for part in text.splitlines() if part.strip()))

    def _change_contract(self) -> None:
        state = self._contract.value
        if isinstance(state, ContractState):
            self._change(contract=state)

    def _change_work(self, work: Work, box: QCheckBox) -> None:
        """Keep "sale only" and real work apart: one excludes the other."""
        line = self._line()
        if line is None:
            return
        chosen = set(line.work) - {Work.SALE_ONLY} if work is not Work.SALE_ONLY else set()
        if work is not Work.SALE_ONLY:
            chosen = chosen | {work} if box.isChecked() else chosen - {work}
        order = [one for one in Work if one in chosen] or [Work.SALE_ONLY]
        if tuple(order) == line.work:
            box.setChecked(True)
        self._change(work=tuple(order))

    def _open_due(self) -> None:
        self._ui.due_box.show()
        self._ui.later_button.hide()
        self._ui.due_edit.setFocus()
        self._ui.scroll_area.ensureWidgetVisible(self._ui.due_edit)

    def _confirm_latest(self) -> None:
        self._change(latest_confirmed_on=self._today() if self._ui.confirm_box.isChecked() else None)

    def _put_outside(self) -> None:
        self._change(scope=Scope.OUT, scope_reason="")
        self._ui.scope_reason_edit.setFocus()

    def _put_inside(self) -> None:
        line = self._line()
        if line is not None:
            self._change(scope=Scope.IN if line.product else Scope.CHECK, scope_reason="")

    def _make_alike(self) -> None:
        self._keeper.change(with_lines_alike(self._keeper.disclosure, self._line_id))
        self._keeper.save_now()

    def _judge_reason(self, line: Line) -> None:
        sentence = ""
        if line.scope is Scope.OUT and not line.scope_reason.strip():
            sentence = self.tr("理由を書きます。控えの明細に印刷します。")
        arrange.show_error(self._ui.scope_reason_edit, self._ui.scope_reason_error, sentence)


def _whole_number(text: str) -> int:
    """Read a count from 1 to 99999 in any width of digits; 0 for what is none."""
    folded = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    return int(folded) if folded.isascii() and folded.isdigit() and len(folded) <= _DIGITS else 0
