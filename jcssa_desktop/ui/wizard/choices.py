"""A few answers of which one is chosen, or none yet."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.widgets.option import Option
from jcssa_desktop.ui.wizard import arrange


class Choice(Struct, frozen=True):
    """One answer: its value, its word, a mark's name and the keys that choose it."""

    value: object
    word: str
    mark: str = ""
    shortcut: str = ""


class Choices(QWidget):
    """Options side by side in `columns`; nothing is chosen until a person or `set_value` chooses."""

    chosen = Signal()
    """A person chose; `value` says what."""

    def __init__(self, choices: tuple[Choice, ...], *, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._group = QButtonGroup(self)
        layout = QGridLayout(self)
        arrange.bare(layout, measures.GAP)
        for position, choice in enumerate(choices):
            option = Option(choice.word, mark=choice.mark, shortcut=choice.shortcut, parent=self)
            self._group.addButton(option, position)
            layout.addWidget(option, position // columns, position % columns)
        for column in range(columns):
            layout.setColumnStretch(column, 1)
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

    def take_focus(self) -> None:
        """Put the keyboard onto the chosen answer, else onto the first."""
        chosen = self._group.checkedButton() or self._group.button(0)
        chosen.setFocus()

    def _tell(self) -> None:
        self.chosen.emit()
