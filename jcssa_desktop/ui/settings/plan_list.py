"""The service plans that the company sells: add, edit, take out."""

import uuid
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.plan import PlanKind, ServicePlan
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_plan_list import Ui_PlanList
from jcssa_desktop.ui.settings.plan_dialog import PlanDialog
from jcssa_desktop.ui.settings.registration_choice import Register
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.cell_table import CellTable
from jcssa_desktop.ui.widgets.layouts import arrange

_ROW = 56


class PlanList(QWidget):
    """A table of plans and what can be done with them; the settings page saves them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: tuple[ServicePlan, ...] = ()
        self._register: Callable[[], Register] = lambda: Register((), date.min)
        self._ui = Ui_PlanList()
        self._ui.setupUi(self)
        self._arrange()
        ui = self._ui
        ui.add_button.clicked.connect(self._add_plan)
        ui.edit_button.clicked.connect(self._edit_plan)
        ui.remove_button.clicked.connect(self._remove_plan)
        ui.plan_table.row_opened.connect(lambda _key: self._edit_plan())
        ui.plan_table.row_chosen.connect(lambda _key: self._show_buttons())

    @property
    def plans(self) -> tuple[ServicePlan, ...]:
        """The plans as they are on the screen."""
        return self._plans

    @property
    def table(self) -> CellTable:
        """The table of plans."""
        return self._ui.plan_table

    def use(self, register: Callable[[], Register]) -> None:
        """Take where the registered services are to be looked up when a plan is opened."""
        self._register = register

    def set_plans(self, plans: tuple[ServicePlan, ...]) -> None:
        """Show these plans."""
        self._plans = plans
        self._show()

    def _show(self) -> None:
        ui = self._ui
        ui.plan_table.set_rows([(plan.plan_id, self._cells(plan)) for plan in self._plans])
        ui.plan_table.setVisible(bool(self._plans))
        ui.empty_label.setVisible(not self._plans)
        ui.count_label.setText(self.tr("{count}件").format(count=len(self._plans)) if self._plans else "")
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_chosen = self._ui.plan_table.current_key() is not None
        self._ui.edit_button.setEnabled(is_chosen)
        self._ui.remove_button.setEnabled(is_chosen)

    def _cells(self, plan: ServicePlan) -> tuple[Cell, ...]:
        is_contract = plan.kind is PlanKind.CONTRACT
        kind = self.tr("継続") if is_contract else self.tr("スポット")
        unit = self.tr("月額") if is_contract else self.tr("1回")
        price = Cell(self.tr("別途お見積もり"), tone="text2")
        if plan.price is not None:
            price = Cell(self.tr("{price}円").format(price=f"{plan.price:,}"), unit)
        return (
            Cell(plan.name, self._about(plan), is_bold=True),
            Cell(kind),
            price,
            Cell(plan.includes.replace("\n", " "), self.tr("含まない：") + plan.excludes.replace("\n", " ")),
        )

    def _about(self, plan: ServicePlan) -> str:
        category = plan.category or self.tr("すべての種類")
        registration = plan.registration
        number = self.tr("登録 {number}").format(number=registration.number) if registration else ""
        return "・".join(filter(None, (category, number)))

    def _add_plan(self) -> None:
        plan = ServicePlan(uuid.uuid4().hex, PlanKind.CONTRACT, "", None, "", "")
        self._open_plan(plan, is_new=True)

    def _edit_plan(self) -> None:
        key = self._ui.plan_table.current_key()
        plan = next((one for one in self._plans if one.plan_id == key), None)
        if plan is not None:
            self._open_plan(plan, is_new=False)

    def _open_plan(self, plan: ServicePlan, *, is_new: bool) -> None:
        dialog = PlanDialog(plan, self._register(), is_new=is_new, parent=self)
        dialog.plan_accepted.connect(self._take_plan)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_plan(self, plan: ServicePlan) -> None:
        is_known = any(one.plan_id == plan.plan_id for one in self._plans)
        if is_known:
            self._plans = tuple(plan if one.plan_id == plan.plan_id else one for one in self._plans)
        else:
            self._plans = (*self._plans, plan)
        self._show()
        self._ui.plan_table.choose(plan.plan_id)
        self._show_buttons()
        self.changed.emit()

    def _remove_plan(self) -> None:
        key = self._ui.plan_table.current_key()
        self._plans = tuple(one for one in self._plans if one.plan_id != key)
        self._show()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._ui.plan_table.hasFocus():
            self._remove_plan()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        ui = self._ui
        arrange(self.layout(), spacing=measures.GAP)
        arrange(ui.header.layout(), spacing=12)
        arrange(ui.footer.layout(), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        ui.empty_label.setMargin(measures.CARD_PADDING)
        ui.plan_table.set_columns(
            (
                Column(self.tr("名前"), 200),
                Column(self.tr("種類"), 84, is_optional=True),
                Column(self.tr("金額（税抜）"), 116, is_number=True),
                Column(self.tr("含むもの・含まないもの")),
            ),
            row_height=_ROW,
        )
        ui.plan_table.grow_with_rows()
