"""A card: surface, thin line, rounded corners."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jcssa_desktop.ui import measures


class Card(QFrame):
    """Holds what belongs together; `content` is its layout."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = measures.CARD_PADDING) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(padding, padding, padding, padding)
        self.content.setSpacing(measures.GAP)
