"""Counts that filter a list: one of them is chosen."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from jcssa_desktop.ui.widgets.flow_layout import FlowLayout


class Chip(Struct, frozen=True):
    """One filter: its key, its word and how many rows it leaves."""

    key: str
    word: str
    count: int


class Chips(QWidget):
    """A row of chips, exclusive. The chosen one stays chosen when counts change."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> str:
        """The key of the chosen chip, "" for none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a chip, if it is there, without telling of it."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_chips(self, chips: Iterable[Chip]) -> None:
        """Show these filters; the first is chosen where the chosen one is gone."""
        wanted = tuple(chips)
        if [chip.key for chip in wanted] != list(self._buttons):
            self._rebuild(wanted)
        for chip in wanted:
            button = self._buttons[chip.key]
            button.setText(f"{chip.word} {chip.count}")
            button.setAccessibleName(f"{chip.word} {chip.count}")

    def button(self, key: str) -> QToolButton:
        """Return the button of one filter."""
        return self._buttons[key]

    def _rebuild(self, chips: tuple[Chip, ...]) -> None:
        kept = self.current
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for chip in chips:
            button = QToolButton(self)
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.clicked.connect(lambda _checked=False, key=chip.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[chip.key] = button
        if chips:
            key = kept if kept in self._buttons else chips[0].key
            self._buttons[key].setChecked(True)
