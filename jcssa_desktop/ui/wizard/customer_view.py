"""What the customer sees: one item a page in large type, without prices and internal notes."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from jcssa_desktop.domain.disclosure import Explained
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber
from jcssa_desktop.ui import theme
from jcssa_desktop.ui.wizard.customer_button import CustomerButton
from jcssa_desktop.ui.wizard.customer_page import SHEET, paint_page
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper

_BUTTONS_RIGHT = 64
_BUTTON_TOP = 980
_BUTTON_HEIGHT = 80


class CustomerView(QWidget):
    """A sheet of 16:9, scaled as a whole. What the customer answers is recorded; Esc returns."""

    finished = Signal(object)
    """The view was left at this item: `ItemNumber`."""

    def __init__(
        self,
        keeper: DraftKeeper,
        today: Callable[[], date],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._keeper = keeper
        self._today = today
        self._now = now
        self._number = EXPLAINING_ORDER[0]
        self.setWindowTitle(self.tr("お客様へのご説明"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ask = CustomerButton(self.tr("質問があります"), "mark-question", is_primary=False, parent=self)
        self._heard = CustomerButton(self.tr("説明を受けました"), "mark-done", is_primary=True, parent=self)
        self._ask.clicked.connect(lambda: self._record(Explained.QUESTION))
        self._heard.clicked.connect(lambda: self._record(Explained.EXPLAINED))
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.close)

    @property
    def number(self) -> ItemNumber:
        """The item that is shown."""
        return self._number

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """The two answers: a question, and having been told."""
        return self._ask, self._heard

    def show_item(self, number: ItemNumber) -> None:
        """Show one item."""
        self._number = number
        text = self._keeper.view().pack.item(number)
        self.setAccessibleName(text.title.replace("\u200b", ""))
        self._place_buttons()
        self._heard.setFocus()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("window"))
        factor, left, top = self._fit()
        painter.translate(left, top)
        painter.scale(factor, factor)
        paint_page(painter, self._number, self._keeper.disclosure, self._keeper.view(), self._today())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the buttons with the sheet."""
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell where the view was left."""
        super().closeEvent(event)
        self.finished.emit(self._number)

    def _fit(self) -> tuple[float, float, float]:
        factor = min(self.width() / SHEET[0], self.height() / SHEET[1])
        return factor, (self.width() - factor * SHEET[0]) / 2, (self.height() - factor * SHEET[1]) / 2

    def _place_buttons(self) -> None:
        factor, left, top = self._fit()
        right = float(SHEET[0] - _BUTTONS_RIGHT)
        for button in (self._heard, self._ask):
            width = button.wanted_width()
            right -= width
            button.place(left + right * factor, top + _BUTTON_TOP * factor, width, _BUTTON_HEIGHT, factor)
            right -= 24

    def _record(self, state: Explained) -> None:
        item = self._keeper.disclosure.item(self._number)
        if item.state is not state:
            self._keeper.change_item(replace(item, state=state, confirmed_at=self._now()))
            self._keeper.save_now()
        position = EXPLAINING_ORDER.index(self._number) + 1
        if position == len(EXPLAINING_ORDER):
            self.close()
        else:
            self.show_item(EXPLAINING_ORDER[position])
