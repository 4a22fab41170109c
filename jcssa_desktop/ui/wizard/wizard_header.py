"""The head of the wizard: whose sale it is, and whether everything is saved."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QWidget

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_header import Ui_WizardHeader
from jcssa_desktop.ui.messages import clock
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper, SaveState


class WizardHeader(QFrame):
    """Closing at the left, the customer's page at the right."""

    close_wanted = Signal()
    customer_view_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_WizardHeader()
        self._ui.setupUi(self)
        self.setProperty("surface", "header")
        self._save_mark = MarkLabel(self)
        ui = self._ui
        ui.header_layout.setContentsMargins(measures.FIELD_GAP, 0, measures.FIELD_GAP, 0)
        ui.header_layout.setSpacing(12)
        ui.header_layout.insertWidget(ui.header_layout.indexOf(ui.save_label), self._save_mark)
        ui.rule.setFixedSize(1, measures.SECTION_GAP)
        ui.close_button.setProperty("icon_name", "close")
        ui.customer_view_button.setProperty("icon_name", "screen")
        ui.close_button.clicked.connect(self.close_wanted)
        ui.customer_view_button.clicked.connect(self.customer_view_wanted)
        self.setFixedHeight(theme.scaled(measures.HEADER_HEIGHT))

    def show_disclosure(self, disclosure: Disclosure) -> None:
        """Show customer, quotation and the first device."""
        ui = self._ui
        name = disclosure.customer.name
        title = self.tr("{name} 様").format(name=name) if name else self.tr("お客様名は未入力")
        ui.customer_label.setText(title)
        number = disclosure.sale.quotation_number
        ui.quotation_label.setText(self.tr("見積 {number}").format(number=number) if number else "")
        devices = disclosure.devices
        first = devices[0].product.model if devices and devices[0].product else ""
        more = len(devices) > 1
        ui.device_label.setText(self.tr("{device} ほか").format(device=first) if more else first)

    def show_saving(self, keeper: DraftKeeper) -> None:
        """Show whether the newest change is saved."""
        mark, words = None, ""
        if keeper.state is SaveState.FAILED:
            mark, words = Mark("alert", ""), self.tr("保存できていません")
        elif keeper.state is SaveState.SAVING:
            words = self.tr("保存しています")
        elif keeper.saved_at is not None:
            mark = Mark("done", "")
            words = self.tr("自動で保存しました {time}").format(time=clock(keeper.saved_at))
        self._save_mark.set_mark(mark)
        if words != self._ui.save_label.text():
            self._ui.save_label.setText(words)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._ui.save_label, QAccessible.Event.NameChanged)
            )

    def show_sealed(self) -> None:
        """Say that nothing changes any more."""
        self._save_mark.set_mark(Mark("sealed", ""))
        self._ui.save_label.setText(self.tr("封緘しました"))
        self._ui.customer_view_button.hide()
