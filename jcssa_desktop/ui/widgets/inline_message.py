"""A message beside its cause: mark, one bold sentence, one line of remedy, at most one button."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel

_MARKS: Mapping[str, str] = MappingProxyType(
    {"ok": "done", "warn": "caution", "alert": "alert", "accent": "event"}
)


class InlineMessage(QFrame):
    """Hidden until `show_message`; `tone` is ok, warn, alert or accent."""

    button_clicked = Signal()

    shown = Signal(bool)
    """The message appeared, or went away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        self._mark = MarkLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "heading")
        self._remedy = QLabel(self)
        for label in (self._sentence, self._remedy):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "compact")
        self._button.clicked.connect(self.button_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._remedy)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" while hidden."""
        return " ".join(filter(None, (self._sentence.text(), self._remedy.text())))

    @property
    def button(self) -> QPushButton:
        """The message's one button."""
        return self._button

    def show_message(
        self, tone: str, sentence: str, remedy: str = "", *, button: str = "", shortcut: str = ""
    ) -> None:
        """Say something; screen readers are told at once. `shortcut` presses the button."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._mark.set_mark(Mark(_MARKS[tone], "", tone), ground=f"{tone}-weak")
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._button.setText(button)
        self._button.setProperty("shortcut_text", shortcut)
        # Qt forgets a button's shortcut whenever its text is set.
        self._button.setShortcut(QKeySequence(shortcut))
        self._button.setVisible(bool(button))
        self._button.setAccessibleName(button)
        self.setAccessibleName(self.text)
        self.show()
        self.shown.emit(True)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_mark(self, name: str) -> None:
        """Show another mark than the tone's own."""
        tone = str(self.property("tone"))
        self._mark.set_mark(Mark(name, "", tone), ground=f"{tone}-weak")

    def clear(self) -> None:
        """Say nothing any more."""
        self._sentence.clear()
        self._remedy.clear()
        self.hide()
        self.shown.emit(False)
