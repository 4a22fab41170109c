"""The first step: who the customer is, which quotation it is about, who explains and when."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Correction, Customer, Disclosure, Sale
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_step_customer import Ui_StepCustomer
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.date_field import DateField
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.sheet_choices import SheetChoices
from jcssa_desktop.ui.wizard.typed_date import parse_moment, parse_yen
from jcssa_desktop.ui.wizard.wizard_step import WizardStep


class CustomerStep(WizardStep):
    """Fields for customer, sale and explaining; every edit is a new disclosure."""

    def __init__(
        self, keeper: DraftKeeper, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._now = now
        self._ui = Ui_StepCustomer()
        self._ui.setupUi(self)
        self.sheet_choices = SheetChoices(keeper, self)
        self._arrange()
        for field in (self._ui.sold_on_edit, self._ui.explained_on_edit):
            field.set_today(now().date())
        self._connect()
        self.refresh()

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Put the keyboard into the first empty field."""
        self.refresh()
        edits = [self._ui.reason_edit] if self._keeper.disclosure.correction else []
        edits += [self._ui.name_edit, self._ui.person_edit, self._ui.quotation_edit]
        empty = next((edit for edit in edits if not edit.text()), edits[0])
        empty.setFocus()

    def refresh(self) -> None:
        """Show the disclosure."""
        disclosure = self._keeper.disclosure
        customer, sale = disclosure.customer, disclosure.sale
        self._show_correction(disclosure.correction)
        _show(self._ui.name_edit, customer.name)
        _show(self._ui.department_edit, customer.department)
        _show(self._ui.person_edit, customer.person)
        _show(self._ui.position_edit, customer.position)
        _show(self._ui.quotation_edit, sale.quotation_number)
        _show(self._ui.explainer_edit, disclosure.explainer)
        self._ui.sold_on_edit.set_day(sale.sold_on)
        self._ui.explained_on_edit.set_day(disclosure.explained_on)
        self.sheet_choices.refresh()
        if not self._ui.amount_edit.hasFocus() and self._read_amount() != (sale.amount, True):
            self._ui.amount_edit.setText("" if sale.amount is None else f"{sale.amount:,}")
        if not self._ui.visit_on_edit.hasFocus() and self._read_visit() != (sale.visit_on, True):
            self._ui.visit_on_edit.setText(_moment_text(sale.visit_on))

    def _show_correction(self, correction: Correction | None) -> None:
        self._ui.correction_field.setVisible(correction is not None)
        if correction is not None:
            heading = self.tr("{number} の訂正版").format(number=correction.supersedes)
            self._ui.correction_heading.setText(heading)
            _show(self._ui.reason_edit, correction.reason)

    def _arrange(self) -> None:
        ui = self._ui
        arrange.bare(ui.step_layout, 0)
        arrange.page(ui.content_layout)
        scroll_bare(ui.scroll_area)
        arrange.readable(ui.content)
        for heading in (ui.customer_heading, ui.sale_heading, ui.explaining_heading, ui.sheet_heading):
            arrange.gap_before(ui.content_layout, heading, measures.GAP * 2)
        for grid in (ui.customer_grid, ui.sale_grid, ui.explaining_grid):
            arrange.bare(grid, measures.FIELD_GAP)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
        for layout in (
            ui.name_layout,
            ui.department_layout,
            ui.position_layout,
            ui.person_layout,
            ui.quotation_layout,
            ui.sold_on_layout,
            ui.amount_layout,
            ui.visit_on_layout,
            ui.explainer_layout,
            ui.explained_on_layout,
        ):
            arrange.labelled(layout)
        arrange.labelled(ui.correction_layout)
        arrange.gap_before(ui.content_layout, ui.correction_field, measures.GAP * 2)
        arrange.bare(ui.sheet_layout)
        ui.sheet_layout.addWidget(self.sheet_choices)
        arrange.hide_errors(self)

    def _connect(self) -> None:
        ui = self._ui
        ui.name_edit.textChanged.connect(lambda text: self._change_customer(name=text))
        ui.department_edit.textChanged.connect(lambda text: self._change_customer(department=text))
        ui.person_edit.textChanged.connect(lambda text: self._change_customer(person=text))
        ui.position_edit.textChanged.connect(lambda text: self._change_customer(position=text))
        ui.quotation_edit.textChanged.connect(lambda text: self._change_sale(quotation_number=text))
        ui.reason_edit.textChanged.connect(self._change_reason)
        ui.explainer_edit.textChanged.connect(self._change_explainer)
        ui.amount_edit.textChanged.connect(self._change_amount)
        ui.amount_edit.editingFinished.connect(self._tidy_amount)
        ui.visit_on_edit.textChanged.connect(self._change_visit)
        ui.visit_on_edit.editingFinished.connect(self._tidy_visit)
        ui.sold_on_edit.day_changed.connect(lambda: self._change_sale(sold_on=ui.sold_on_edit.day))
        ui.explained_on_edit.day_changed.connect(self._change_explained_on)
        for field, label in (
            (ui.sold_on_edit, ui.sold_on_error),
            (ui.explained_on_edit, ui.explained_on_error),
        ):
            field.validity_changed.connect(lambda field=field, label=label: self._judge_day(field, label))
        for edit in self.findChildren(QLineEdit):
            edit.editingFinished.connect(self._keeper.save_now)

    def _change_customer(self, **changes: str) -> None:
        disclosure = self._keeper.disclosure
        customer: Customer = replace(disclosure.customer, **changes)
        self._keeper.change(replace(disclosure, customer=customer))

    def _change_sale(self, **changes: str | int | date | datetime | None) -> None:
        disclosure = self._keeper.disclosure
        sale: Sale = replace(disclosure.sale, **changes)
        self._keeper.change(replace(disclosure, sale=sale))

    def _change_reason(self, text: str) -> None:
        disclosure = self._keeper.disclosure
        if disclosure.correction is not None:
            correction = replace(disclosure.correction, reason=text)
            self._keeper.change(replace(disclosure, correction=correction))

    def _change_explainer(self, text: str) -> None:
        self._keeper.change(replace(self._keeper.disclosure, explainer=text))

    def _change_explained_on(self) -> None:
        disclosure: Disclosure = replace(self._keeper.disclosure, explained_on=self._ui.explained_on_edit.day)
        self._keeper.change(disclosure)

    def _read_amount(self) -> tuple[int | None, bool]:
        try:
            return parse_yen(self._ui.amount_edit.text()), True
        except ValueError:
            return None, False

    def _read_visit(self) -> tuple[datetime | None, bool]:
        try:
            return parse_moment(self._ui.visit_on_edit.text(), self._now()), True
        except ValueError:
            return None, False

    def _change_amount(self) -> None:
        amount, is_valid = self._read_amount()
        sentence = "" if is_valid else self.tr("金額は数字で書きます。例：1,848,000")
        arrange.show_error(self._ui.amount_edit, self._ui.amount_error, sentence)
        if is_valid:
            self._change_sale(amount=amount)

    def _tidy_amount(self) -> None:
        amount, is_valid = self._read_amount()
        if is_valid and amount is not None:
            self._ui.amount_edit.setText(f"{amount:,}")

    def _change_visit(self) -> None:
        visit, is_valid = self._read_visit()
        sentence = "" if is_valid else self.tr("日付と時刻で書きます。例：2026-08-07 14:00")
        arrange.show_error(self._ui.visit_on_edit, self._ui.visit_on_error, sentence)
        if is_valid:
            self._change_sale(visit_on=visit)

    def _tidy_visit(self) -> None:
        visit, is_valid = self._read_visit()
        if is_valid:
            self._ui.visit_on_edit.setText(_moment_text(visit))

    def _judge_day(self, field: DateField, label: QLabel) -> None:
        sentence = "" if field.is_valid else self.tr("この日付は読み取れません。例：2026-08-07")
        arrange.show_error(field.edit, label, sentence)


def _show(edit: QLineEdit, text: str) -> None:
    """Show a text without disturbing one that already stands, or is being composed, there."""
    if edit.text() != text:
        edit.blockSignals(True)
        edit.setText(text)
        edit.blockSignals(False)


def _moment_text(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return f"{moment:%Y-%m-%d}" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%Y-%m-%d %H:%M}"
