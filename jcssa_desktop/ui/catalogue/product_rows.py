"""The row of a found product, with what was searched for marked in it."""

from msgspec import Struct
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jcssa_desktop.domain.catalogue_answers import FoundProduct
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, font, scaled
from jcssa_desktop.ui.widgets.painting import (
    paint_keyboard_ring,
    paint_row_ground,
    paint_text,
    text_width,
    two_line_areas,
)
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index

_HEIGHT = 52


class ProductRow(Struct, frozen=True):
    """A product as the list shows it."""

    product_id: str
    model: str
    support: str
    latest: str

    @classmethod
    def of(cls, product: FoundProduct, language: str) -> "ProductRow":
        """Make the row of a product; `language` is that of the maker's name."""
        part = product.part_number if product.part_number != product.model else ""
        support = "・".join(filter(None, (product.maker_in(language), part)))
        return cls(product.product_id, product.model, support, product.latest)

    @property
    def spoken(self) -> str:
        """The row's words for a screen reader."""
        return "、".join(filter(None, (self.model, self.support, self.latest)))


class ProductDelegate(QStyledItemDelegate):
    """Paints `ProductRow`s; `searched` is what was typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.searched = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ProductRow = index.data(ROW_ROLE)
        paint_row_ground(painter, option, ground="raised", inset=8)
        area = option.rect.adjusted(16, 0, -16, 0)
        width = min(text_width(row.latest, pixels=measures.TEXT_CAPTION), area.width() // 3)
        paint_text(
            painter,
            area.adjusted(area.width() - width, 0, 0, 0),
            row.latest,
            ink="text2",
            pixels=measures.TEXT_CAPTION,
            is_right=True,
        )
        first, second = two_line_areas(area.adjusted(0, 0, -width - 12, 0))
        _paint_marked(painter, first, row.model, self.searched, ink="text", pixels=measures.TEXT_BODY)
        _paint_marked(painter, second, row.support, self.searched, ink="text3", pixels=measures.TEXT_CAPTION)
        paint_keyboard_ring(painter, option, inset=8)


def matching_part(text: str, searched: str) -> tuple[int, int] | None:
    """Find what was searched for in a text, whatever its width, case and hyphens: start and end."""
    wanted = search_key(searched)
    if not wanted:
        return None
    for start in range(len(text)):
        if not search_key(text[start]):
            continue
        for end in range(start + 1, len(text) + 1):
            key = search_key(text[start:end])
            if key == wanted:
                return start, end
            if not wanted.startswith(key):
                break
    return None


def _paint_marked(painter: QPainter, area: QRect, text: str, searched: str, *, ink: str, pixels: int) -> None:
    part = matching_part(text, searched)
    width = text_width(text, pixels=pixels)
    if part is None or width > area.width():
        paint_text(painter, area, text, ink=ink, pixels=pixels)
        return
    left = area.left()
    pieces = ((text[: part[0]], False), (text[part[0] : part[1]], True), (text[part[1] :], False))
    for piece, is_found in pieces:
        used = font(pixels, bold=is_found)
        metrics = QFontMetrics(used)
        advance = metrics.horizontalAdvance(piece)
        painter.setFont(used)
        painter.setPen(colour("text2" if is_found and ink == "text3" else ink))
        place = QRect(left, area.top(), area.right() - left + 1, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, piece)
        if is_found:
            base = area.center().y() + metrics.ascent() // 2 + 3
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawLine(left, base, left + advance - 1, base)
        left += advance
