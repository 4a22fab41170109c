"""A sentence that leads somewhere: it wraps, and the keyboard reaches it."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from jcssa_desktop.ui.theme import colour


class LinkLabel(QLabel):
    """A text button that may take more than one line. Return follows it."""

    followed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.linkActivated.connect(lambda _goal: self.followed.emit())
        self._show()

    @property
    def words(self) -> str:
        """The sentence."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take the accent of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        tint = colour("accent").name()
        text = f'<a href="#" style="color:{tint};text-decoration:none">{escape(self._words)}</a>'
        if text != self.text():
            self.setText(text)
