"""A few answers of which one is chosen, or none yet."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from jcssa_desktop.domain.disclosure import SignatureMethod
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.widgets.option import Option
from jcssa_desktop.ui.wizard import arrange

translate = QCoreApplication.translate


class Choice(Struct, frozen=True):
    """One answer: its value, its word, a mark's name and the keys that choose it."""

    value: object
    word: str
    mark: str = ""
    shortcut: str = ""


def signature_ways() -> tuple[Choice, ...]:
    """The ways to sign, of equal size; paper, the usual one, comes first."""
    return (
        Choice(SignatureMethod.PAPER, translate("ReviewStep", "紙に署名・押印"), "paper", "Alt+1"),
        Choice(SignatureMethod.DRAWN, translate("ReviewStep", "画面に署名"), "drawn", "Alt+2"),
        Choice(SignatureMethod.LATER, translate("ReviewStep", "あとで署名"), "unsigned", "Alt+3"),
        Choice(SignatureMethod.REFUSED, translate("ReviewStep", "署名を断られた"), "refused", "Alt+4"),
    )


class Choices(QWidget):
    """Options side by side in `columns`; nothing is chosen until a person or `set_value` chooses."""

    chosen = Signal()
    """A person chose; `value` says what."""

    def __init__(self, choices: tuple[Choice, ...], *, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._group = QButtonGroup(self)
        self._most_columns = columns
        self._columns = 0
        self._grid = QGridLayout(self)
        arrange.bare(self._grid, measures.GAP)
        for position, choice in enumerate(choices):
            option = Option(choice.word, mark=choice.mark, shortcut=choice.shortcut, parent=self)
            self._group.addButton(option, position)
        self._place(columns)
        # `toggled` would also tell of `set_value`; arrow keys click, too.
        self._group.buttonClicked.connect(self._tell)

    @property
    def value(self) -> object | None:
        """The value of the chosen answer; None while nothing is chosen."""
        position = self._group.checkedId()
        return self._choices[position].value if position >= 0 else None

    def set_value(self, value: object | None) -> None:
        """Show an answer as chosen, or none."""
        if value == self.value:
            return
        self._group.setExclusive(False)
        for choice in self._choices:
            self.option(choice.value).setChecked(value is not None and choice.value == value)
        self._group.setExclusive(True)

    def option(self, value: object) -> QAbstractButton:
        """Return the button of an answer."""
        position = next(at for at, choice in enumerate(self._choices) if choice.value == value)
        return self._group.button(position)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options below each other where their words would be cut side by side."""
        super().resizeEvent(event)
        fitting = (self.width() + measures.GAP) // (self._widest() + measures.GAP)
        self._place(max(1, min(self._most_columns, fitting)))

    def _widest(self) -> int:
        return max(option.minimumSizeHint().width() for option in self._group.buttons())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for position, option in enumerate(self._group.buttons()):
            self._grid.addWidget(option, position // columns, position % columns)
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, int(column < columns))

    def take_focus(self) -> None:
        """Put the keyboard onto the chosen answer, else onto the first."""
        chosen = self._group.checkedButton() or self._group.button(0)
        chosen.setFocus()

    def _tell(self) -> None:
        self.chosen.emit()
