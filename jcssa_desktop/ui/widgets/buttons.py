"""How a push button is drawn.

A `QPushButton` tells by its property `kind` what it is (primary, secondary, text, danger; quiet and compact
are quieter and lower forms of secondary), by `shortcut_text` which keys do the same, by `icon_name` which
drawing stands before its word.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.theme import border_width, colour, font, scaled

_ICON_SIZE = 16
_ICON_GAP = 8
_SHORTCUT_GAP = 12


class _Look(Struct, frozen=True):
    """How a kind of button is drawn; colours are tokens, "" is nothing."""

    ground: str
    hover: str
    border: str
    ink: str
    shortcut: str
    height: int = measures.CONTROL_HEIGHT
    padding: int = 16
    is_bold: bool = False


_SECONDARY = _Look("surface", "hover", "line-control", "text", "text2")
_LOOKS: Mapping[str, _Look] = MappingProxyType(
    {
        "primary": _Look("accent", "accent-hover", "accent", "on-accent", "on-accent", is_bold=True),
        "secondary": _SECONDARY,
        "danger": _Look("surface", "alert-weak", "alert", "alert", "alert"),
        "text": _Look("", "hover", "", "accent", "text3", padding=8),
        "quiet": _Look("", "hover", "", "text2", "text3", padding=8),
        "compact": _Look(
            "surface", "hover", "line-control", "text", "text2", height=measures.COMPACT_HEIGHT, padding=12
        ),
        "field-button": _Look("", "hover", "", "text2", "text3", height=28, padding=4),
    }
)


def _look(widget: QWidget | None) -> _Look:
    kind = widget.property("kind") if widget is not None else None
    return _LOOKS.get(str(kind), _SECONDARY)


def _word(widget: QWidget | None, name: str) -> str:
    value = widget.property(name) if widget is not None else None
    return str(value) if value else ""


def _icon_name(widget: QWidget | None) -> str:
    return _word(widget, "icon_name")


def button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """Return how much room a button takes."""
    look = _look(widget)
    width = 2 * scaled(look.padding) + _content_width(option, widget, look)
    height = scaled(look.height)
    return QSize(max(width, height), height)


def _content_width(option: QStyleOptionButton, widget: QWidget | None, look: _Look) -> int:
    parts = []
    if _has_icon(option, widget):
        parts.append(scaled(_ICON_SIZE))
    if option.text:
        parts.append(_label_metrics(look).horizontalAdvance(_shown(option.text)))
    width = sum(parts) + _ICON_GAP * (len(parts) - 1 if parts else 0)
    shortcut = _word(widget, "shortcut_text")
    if shortcut:
        width += _SHORTCUT_GAP + _caption_metrics().horizontalAdvance(shortcut)
    return width


def _shown(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _has_icon(option: QStyleOptionButton, widget: QWidget | None) -> bool:
    return bool(_icon_name(widget)) or not option.icon.isNull()


def _label_metrics(look: _Look) -> QFontMetrics:
    return QFontMetrics(font(bold=look.is_bold))


def _caption_metrics() -> QFontMetrics:
    return QFontMetrics(font(measures.TEXT_CAPTION))


def draw_button(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    """Paint ground, drawing, word and shortcut of a button."""
    look = _look(widget)
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    is_lit = is_enabled and bool(
        option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_On:
        look = replace(look, ground="selected", border="accent")
    _draw_button_ground(option.rect, painter, look, is_enabled=is_enabled, is_lit=is_lit)
    ink = colour(look.ink if is_enabled else "text3")
    _draw_button_content(option, painter, widget, look, ink, is_enabled=is_enabled)
    painter.restore()


def _draw_button_ground(
    area: QRect, painter: QPainter, look: _Look, *, is_enabled: bool, is_lit: bool
) -> None:
    ground = look.hover if is_lit else look.ground
    border = look.border
    if not is_enabled and look.ground:
        ground, border = "window", "line"
    if not ground and not border:
        return
    width = border_width()
    inset = width / 2
    painter.setPen(QPen(colour(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
    frame = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)


def _draw_button_content(
    option: QStyleOptionButton,
    painter: QPainter,
    widget: QWidget | None,
    look: _Look,
    ink: QColor,
    *,
    is_enabled: bool,
) -> None:
    area = option.rect
    content = _content_width(option, widget, look)
    left = area.left() + max(scaled(look.padding) // 2, (area.width() - content) // 2)
    if isinstance(widget, QPushButton) and widget.property("align") == "left":
        left = area.left() + scaled(look.padding)
    if _has_icon(option, widget):
        side = scaled(_ICON_SIZE)
        place = QRectF(left, area.top() + (area.height() - side) / 2, side, side)
        if _icon_name(widget):
            paint_icon(painter, place, _icon_name(widget), ink)
        else:
            option.icon.paint(painter, place.toRect())
        left += side + _ICON_GAP
    metrics = _label_metrics(look)
    text = _shown(option.text)
    width = metrics.horizontalAdvance(text)
    painter.setFont(font(bold=look.is_bold))
    painter.setPen(ink)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRect(left, area.top(), width + 2, area.height()), flags, text)
    shortcut = _word(widget, "shortcut_text")
    if shortcut:
        painter.setFont(font(measures.TEXT_CAPTION))
        painter.setPen(colour(look.shortcut if is_enabled else "text3"))
        place_right = QRect(
            left + width + _SHORTCUT_GAP,
            area.top(),
            _caption_metrics().horizontalAdvance(shortcut) + 2,
            area.height(),
        )
        painter.drawText(place_right, flags, shortcut)
