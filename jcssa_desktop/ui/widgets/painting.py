"""The few strokes that lists and tables share."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, font, scaled
from jcssa_desktop.ui.widgets.focus_ring import paint_row_ring

BODY_LINE = 20
CAPTION_LINE = 18


def paint_text(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    ink: str = "text",
    pixels: int = measures.TEXT_BODY,
    is_bold: bool = False,
    is_right: bool = False,
) -> int:
    """Paint one line, centred from top to bottom and shortened with … ; return its width."""
    used = font(pixels, bold=is_bold)
    painter.setFont(used)
    painter.setPen(colour(ink))
    metrics = QFontMetrics(used)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def text_width(text: str, *, pixels: int = measures.TEXT_BODY, is_bold: bool = False) -> int:
    """Return how wide a line is."""
    return QFontMetrics(font(pixels, bold=is_bold)).horizontalAdvance(text)


def two_line_areas(area: QRect) -> tuple[QRect, QRect]:
    """Split off room for a body line and a caption line, centred together in `area`."""
    body, caption = scaled(BODY_LINE), scaled(CAPTION_LINE)
    top = area.top() + (area.height() - body - caption) // 2
    return (
        QRect(area.left(), top, area.width(), body),
        QRect(area.left(), top + body, area.width(), caption),
    )


def is_under_mouse(option: QStyleOptionViewItem) -> bool:
    """Tell whether the mouse is over a row."""
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Tell whether a row is the selected one."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def has_keyboard(option: QStyleOptionViewItem) -> bool:
    """Tell whether the keyboard is in a row."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def paint_row_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    *,
    ground: str = "surface",
    inset: int = 0,
    chosen: bool | None = None,
) -> str:
    """Paint the ground of a list's row and return the token it has now."""
    is_selected = is_chosen(option) if chosen is None else chosen
    token = "selected" if is_selected else "hover" if is_under_mouse(option) else ground
    if token != ground:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(token))
        radius = measures.RADIUS_CONTROL if inset else 0
        painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, 0, -inset, 0), radius, radius)
        painter.restore()
    return token


def paint_keyboard_ring(painter: QPainter, option: QStyleOptionViewItem, *, inset: int = 0) -> None:
    """Paint the focus ring inside a row where the keyboard is."""
    if has_keyboard(option):
        paint_row_ring(painter, QRectF(option.rect).adjusted(inset, 0, -inset, 0))
