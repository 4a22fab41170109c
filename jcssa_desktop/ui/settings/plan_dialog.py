"""One service plan: what it contains, what not, and what it costs."""

import unicodedata

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from jcssa_desktop.domain.plan import PlanKind, PlanWords, ServicePlan
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_plan_dialog import Ui_PlanDialog
from jcssa_desktop.ui.settings.registration_choice import Register, RegistrationChoice
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import (
    arrange,
    arrange_field,
    resize_on_screen,
    scroll_bare,
    set_property,
)

_WIDTH = 760
_TEXT_HEIGHT = 72


class PlanDialog(QDialog):
    """Edits a plan; `plan_accepted` carries the new one."""

    plan_accepted = Signal(object)

    def __init__(
        self,
        plan: ServicePlan,
        register: Register,
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._ui = Ui_PlanDialog()
        self._ui.setupUi(self)
        self._registration = RegistrationChoice(
            self._ui.registration_combo,
            self._ui.registration_mark,
            self._ui.registration_note,
            register.today,
        )
        # The note below the choice grows and shrinks; its height is known once it was laid out.
        self._ui.registration_combo.currentIndexChanged.connect(
            lambda _index: QTimer.singleShot(0, self, self._fit)
        )
        self._registration.offer(register.services, plan.registration)
        title = self.tr("プランを加える") if is_new else self.tr("プランを直す")
        self.setWindowTitle(title)
        self._ui.title_label.setText(title)
        self._ui.kind_combo.addItem(self.tr("継続の保守契約（月額）"), PlanKind.CONTRACT)
        self._ui.kind_combo.addItem(self.tr("スポット保守（1回）"), PlanKind.SPOT)
        self._arrange()
        self._show()
        self._ui.cancel_button.clicked.connect(self.reject)
        self._ui.accept_button.clicked.connect(self._accept)
        self._ui.accept_button.setShortcut(QKeySequence("Ctrl+Return"))
        self._ui.name_edit.setFocus()

    def _fit(self) -> None:
        """Be as high as the fields ask for; on a low screen they scroll."""
        scroll_area, scrolled = self._ui.scroll_area, self._ui.scrolled
        rest = self.height() - scroll_area.viewport().height()
        wanted = rest + scrolled.heightForWidth(scroll_area.viewport().width())
        resize_on_screen(self, self.width(), wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _show(self) -> None:
        ui, plan = self._ui, self._plan
        ui.kind_combo.setCurrentIndex(ui.kind_combo.findData(plan.kind))
        ui.name_edit.setText(plan.name)
        ui.price_edit.setText("" if plan.price is None else f"{plan.price:,}")
        ui.includes_edit.setPlainText(plan.includes)
        ui.excludes_edit.setPlainText(plan.excludes)
        ui.category_edit.setText(plan.category)
        ui.english_name_edit.setText(plan.english.name)
        ui.english_includes_edit.setPlainText(plan.english.includes)
        ui.english_excludes_edit.setPlainText(plan.english.excludes)

    def _accept(self) -> None:
        ui = self._ui
        checks = (
            (ui.name_edit, ui.name_error, ui.name_edit.text(), self.tr("名前を入れます。")),
            (
                ui.price_edit,
                ui.price_error,
                is_price(ui.price_edit.text()),
                self.tr("円の数字だけを入れます。例：5,500"),
            ),
            (
                ui.includes_edit,
                ui.includes_error,
                ui.includes_edit.toPlainText(),
                self.tr("何をするプランかを書きます。⑤ の説明に使います。"),
            ),
            (
                ui.excludes_edit,
                ui.excludes_error,
                ui.excludes_edit.toPlainText(),
                self.tr("含まないものを書きます。あとの食い違いを防ぎます。"),
            ),
        )
        wrong = [
            field for field, label, is_right, words in checks if not _check(field, label, is_right, words)
        ]
        if wrong:
            wrong[0].setFocus()
            return
        self.plan_accepted.emit(
            replace(
                self._plan,
                kind=PlanKind(ui.kind_combo.currentData()),
                name=ui.name_edit.text().strip(),
                price=parse_price(ui.price_edit.text()),
                includes=ui.includes_edit.toPlainText().strip(),
                excludes=ui.excludes_edit.toPlainText().strip(),
                category=ui.category_edit.text().strip(),
                registration=self._registration.chosen,
                english=PlanWords(
                    ui.english_name_edit.text().strip(),
                    ui.english_includes_edit.toPlainText().strip(),
                    ui.english_excludes_edit.toPlainText().strip(),
                ),
            )
        )
        self.accept()

    def _arrange(self) -> None:
        ui = self._ui
        self.setMinimumWidth(scaled(_WIDTH))
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        scroll_bare(ui.scroll_area)
        # The scroll area begins a ring's breadth outside the fields, so that no focus ring is cut off.
        ring = measures.FOCUS_MARGIN
        arrange(ui.scrolled.layout(), margins=(ring, ring, ring, ring), spacing=measures.FIELD_GAP)
        ui.scroll_area.setViewportMargins(-ring, 0, -ring, 0)
        for row in (ui.row_1, ui.row_2, ui.row_3, ui.row_4):
            arrange(row.layout(), spacing=measures.FIELD_GAP)
        arrange(ui.footer.layout(), spacing=12)
        for field in (
            ui.kind_field,
            ui.price_field,
            ui.name_field,
            ui.includes_field,
            ui.excludes_field,
            ui.english_name_field,
            ui.english_includes_field,
            ui.english_excludes_field,
            ui.category_field,
            ui.registration_field,
        ):
            arrange_field(field.layout())
        for edit in (
            ui.includes_edit,
            ui.excludes_edit,
            ui.english_includes_edit,
            ui.english_excludes_edit,
        ):
            edit.setFixedHeight(scaled(_TEXT_HEIGHT))
        for label in (ui.price_error, ui.name_error, ui.includes_error, ui.excludes_error):
            label.hide()


def parse_price(text: str) -> int | None:
    """Read yen in any width, with or without commas and 円; None for nothing, ValueError for no amount."""
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("¥").removesuffix("円")
    plain = plain.replace(",", "").replace("、", "").strip()
    if not plain:
        return None
    if not plain.isdecimal():
        raise ValueError(text)
    return int(plain)


def is_price(text: str) -> bool:
    """Tell whether `parse_price` can read a text."""
    try:
        parse_price(text)
    except ValueError:
        return False
    return True


def _check(field: QWidget, label: QLabel, is_right: object, words: str) -> bool:
    """Show below a field what is wrong with it, or that nothing is."""
    label.setText("" if is_right else words)
    label.setVisible(not is_right)
    set_property(field, "invalid", not is_right)
    field.setAccessibleDescription(label.text())
    return bool(is_right)
