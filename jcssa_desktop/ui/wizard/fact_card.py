"""A card of facts: mark and word at the left, the statement with its source and day at the right."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.item_facts import FactRow

_STATE_WIDTH = 140


class FactCard(QFrame):
    """Rows separated by a line; texts can be selected and copied, links can be reached by keyboard."""

    link_followed = Signal(str)
    """A row's link was used: the line id that it leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._rows: tuple[FactRow, ...] = ()
        self._layout = QVBoxLayout(self)
        arrange.bare(self._layout, 0)

    def show_rows(self, rows: tuple[FactRow, ...]) -> None:
        """Show the facts; the same ones again change nothing."""
        if rows == self._rows:
            return
        self._rows = rows
        arrange.empty(self._layout)
        for position, row in enumerate(rows):
            if position:
                self._layout.addWidget(_separator(self))
            widget = self._row(row)
            self._layout.addWidget(widget)
            widget.show()  # at once: a layout shows its parts only later, and the page would open collapsed

    def _row(self, row: FactRow) -> QWidget:
        widget = QWidget(self)
        grid = QGridLayout(widget)
        padding = theme.scaled(measures.CARD_PADDING)
        grid.setContentsMargins(padding, theme.scaled(12), padding, theme.scaled(12))
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, theme.scaled(_STATE_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.addWidget(_state(row.state, widget), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_head(row, widget), 0, 1)
        statement = self._statement(row, widget)
        if statement is not None:
            grid.addWidget(statement, 1, 1)
        if row.source:
            source = QLabel(row.source, widget)
            source.setProperty("role", "caption")
            source.setWordWrap(True)
            grid.addWidget(source, 2, 1)
        return widget

    def _statement(self, row: FactRow, parent: QWidget) -> QLabel | None:
        text = escape(row.text).replace("\n", "<br>")
        if row.strong:
            text += f"<b>{escape(row.strong)}</b>"
        if row.after:
            text += ("" if row.after.startswith(" ") else "<br>") + escape(row.after)
        if row.link:
            tint = theme.colour("accent").name()
            text += f' <a href="{escape(row.line_id)}" style="color:{tint}">{escape(row.link)}</a>'
        if not text:
            return None
        label = QLabel(text, parent)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if row.link:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        label.setTextInteractionFlags(flags)
        label.linkActivated.connect(self.link_followed)
        return label


def _head(row: FactRow, parent: QWidget) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(theme.scaled(measures.GAP))
    title = QLabel(row.title, parent)
    title.setProperty("role", "heading")
    head.addWidget(title)
    if row.support:
        support = QLabel(row.support, parent)
        support.setProperty("role", "support")
        head.addWidget(support)
    head.addStretch(1)
    return head


def _separator(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def _state(state: Mark | str, parent: QWidget) -> QWidget:
    if isinstance(state, Mark):
        mark = MarkLabel(parent)
        mark.set_mark(state)
        return mark
    label = QLabel(state, parent)
    label.setProperty("role", "support")
    return label
