"""The rows of what happened to a sealed record."""

from msgspec import Struct
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.mark import Mark, paint_mark
from jcssa_desktop.ui.widgets.painting import paint_text, text_width
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index

_EVENT_ROW = 32


class EventRow(Struct, frozen=True):
    """A thing that happened, and when."""

    mark: Mark
    words: str
    when: str


class EventDelegate(QStyledItemDelegate):
    """Paints what happened: mark, words, when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(_EVENT_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EventRow = index.data(ROW_ROLE)
        area = option.rect
        side = scaled(measures.MARK)
        middle = area.left() + side // 2
        if index.row() + 1 < index.model().rowCount():
            below = area.center().y() + side // 2 + 3
            painter.fillRect(QRect(middle, below, 1, area.bottom() - below - 2), colour("line-control"))
        paint_mark(painter, QRect(area.left(), area.top(), side, area.height()), row.mark)
        width = text_width(row.when, pixels=measures.TEXT_CAPTION)
        paint_text(
            painter,
            area,
            row.when,
            ink="text3",
            pixels=measures.TEXT_CAPTION,
            is_right=True,
        )
        paint_text(painter, area.adjusted(side + 12, 0, -width - 8, 0), row.words)
