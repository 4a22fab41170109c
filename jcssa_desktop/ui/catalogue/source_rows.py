"""The row of a maker's page or desk."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from jcssa_desktop.domain.catalogue import InformationSource
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.messages import day_in_prose, information_name
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.painting import (
    paint_keyboard_ring,
    paint_row_ground,
    paint_text,
    two_line_areas,
)
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index

translate = QCoreApplication.translate
_NAME_WIDTH = 180


class SourceRow(Struct, frozen=True):
    """A page as the list shows it."""

    source: InformationSource
    name: str
    checked: str
    address: str
    more: str

    @property
    def spoken(self) -> str:
        """The row's words for a screen reader."""
        return "、".join(filter(None, (self.name, self.address, self.more, self.checked)))


def source_row(source: InformationSource, today: date) -> SourceRow:
    """Put a page into words."""
    checked = translate("SourceRow", "{day} 確認").format(day=day_in_prose(source.checked_on, today))
    telephone = (
        translate("SourceRow", "電話 {number}").format(number=source.telephone) if source.telephone else ""
    )
    more = "・".join(filter(None, (telephone, source.note)))
    return SourceRow(source, information_name(source.kind), checked, source.url, more)


class SourceDelegate(QStyledItemDelegate):
    """Paints `SourceRow`s; opening one opens the page in the browser."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(measures.LIST_ROW) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SourceRow = index.data(ROW_ROLE)
        paint_row_ground(painter, option, chosen=False)
        if index.row():
            painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), colour("line"))
        area = option.rect.adjusted(measures.CARD_PADDING, 1, -measures.CARD_PADDING, 0)
        side = scaled(16)
        end = QRectF(area.right() - side, area.center().y() - side / 2, side, side)
        paint_icon(painter, end, "external", "text3")
        width = scaled(_NAME_WIDTH)
        name, checked = two_line_areas(QRect(area.left(), area.top(), width - 12, area.height()))
        paint_text(painter, name, row.name)
        paint_text(painter, checked, row.checked, ink="text3", pixels=measures.TEXT_CAPTION)
        rest = area.adjusted(width, 0, -side - 12, 0)
        if row.more:
            rest, more = two_line_areas(rest)
            paint_text(painter, more, row.more, ink="text3", pixels=measures.TEXT_CAPTION)
        paint_text(painter, rest, row.address, ink="accent")
        paint_keyboard_ring(painter, option)
