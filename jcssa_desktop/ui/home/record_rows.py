"""The short row of a sealed record: customer and devices, a mark or a day at the right."""

from msgspec import Struct
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.painting import (
    paint_keyboard_ring,
    paint_row_ground,
    paint_text,
    text_width,
    two_line_areas,
)
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index

_HEIGHT = 60


class RecordRow(Struct, frozen=True):
    """A record as a row shows it."""

    document_number: str
    name: str
    support: str
    right: str

    @property
    def spoken(self) -> str:
        """The row's words for a screen reader."""
        return "、".join(filter(None, (self.name, self.support, self.right)))


class RecordDelegate(QStyledItemDelegate):
    """Paints the rows of a `RowList` that holds `RecordRow`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(_HEIGHT) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RecordRow = index.data(ROW_ROLE)
        paint_row_ground(painter, option, chosen=False)
        if index.row():
            painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), colour("line"))
        area = option.rect.adjusted(measures.CARD_PADDING, 1, -measures.CARD_PADDING, 0)
        width = text_width(row.right, pixels=measures.TEXT_CAPTION)
        paint_text(
            painter,
            area,
            row.right,
            ink="text2",
            pixels=measures.TEXT_CAPTION,
            is_right=True,
        )
        name, support = two_line_areas(area.adjusted(0, 0, -width - 12, 0))
        paint_text(painter, name, row.name)
        paint_text(painter, support, row.support, ink="text3", pixels=measures.TEXT_CAPTION)
        paint_keyboard_ring(painter, option)
