"""Draws buttons, boxes to tick, radio buttons and choice fields: what a style sheet cannot say.

A `QPushButton` tells by its property `kind` what it is (primary, secondary, text, danger; quiet and compact
are quieter and lower forms of secondary), by `shortcut_text` which keys do the same, by `icon_name` which
drawing stands before its word.
"""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.theme import border_width, colour, font, scaled

_INDICATOR = 18
_ICON_SIZE = 16
_ICON_GAP = 8
_SHORTCUT_GAP = 12


@dataclass(frozen=True, slots=True)
class _Look:
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
_LOOKS = {
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


class WindowStyle(QProxyStyle):
    """Fusion with the controls of the window system."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.ControlElement.CE_PushButton and isinstance(option, QStyleOptionButton):
            _draw_button(option, painter, widget)
            return
        super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        if element is QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            _draw_tick_box(option, painter)
            return
        if element is QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            is_on = bool(option.state & QStyle.StateFlag.State_On)
            is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
            draw_radio(painter, QRectF(option.rect), is_on=is_on, is_enabled=is_enabled)
            return
        super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _draw_choice_field(option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        sub_control: QStyle.SubControl,
        /,
        widget: QWidget | None = None,
    ) -> QRect:
        if (
            control is QStyle.ComplexControl.CC_ComboBox
            and sub_control is QStyle.SubControl.SC_ComboBoxEditField
        ):
            return option.rect.adjusted(10, 1, -_INDICATOR - 14, -1)
        return super().subControlRect(control, option, sub_control, cast("QWidget", widget))

    def sizeFromContents(
        self,
        contents: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        /,
        widget: QWidget | None = None,
    ) -> QSize:
        if contents is QStyle.ContentsType.CT_PushButton and isinstance(option, QStyleOptionButton):
            return _button_size(option, widget)
        if contents is QStyle.ContentsType.CT_ComboBox:
            is_compact = widget is not None and widget.property("kind") == "compact"
            height = measures.COMPACT_HEIGHT if is_compact else measures.CONTROL_HEIGHT
            return QSize(size.width() + _INDICATOR + 28, scaled(height))
        return super().sizeFromContents(contents, option, size, cast("QWidget", widget))

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in {
            QStyle.PixelMetric.PM_IndicatorWidth,
            QStyle.PixelMetric.PM_IndicatorHeight,
            QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
            QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
        }:
            return _INDICATOR
        if metric in {
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing,
            QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
        }:
            return measures.GAP
        if metric in {
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        }:
            return measures.FOCUS_MARGIN
        if metric in {
            QStyle.PixelMetric.PM_ButtonShiftHorizontal,
            QStyle.PixelMetric.PM_ButtonShiftVertical,
        }:
            return 0
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint in {
            QStyle.StyleHint.SH_FocusFrame_Mask,
            QStyle.StyleHint.SH_ComboBox_Popup,
            QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons,
        }:
            return 0
        return super().styleHint(hint, option, widget, return_data)


def draw_radio(painter: QPainter, area: QRectF, *, is_on: bool, is_enabled: bool = True) -> None:
    """Paint a radio button's ring, and its dot when it is chosen."""
    ring = QRectF(area.center() - QPointF(8.25, 8.25), area.center() + QPointF(8.25, 8.25))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    token = "accent" if is_on and is_enabled else "line-control"
    painter.setPen(QPen(colour(token), 1.5))
    painter.setBrush(colour(token) if is_on else colour("surface"))
    painter.drawEllipse(ring)
    if is_on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on-accent"))
        painter.drawEllipse(ring.center(), 3.5, 3.5)
    painter.restore()


def _look(widget: QWidget | None) -> _Look:
    kind = widget.property("kind") if widget is not None else None
    return _LOOKS.get(str(kind), _SECONDARY)


def _word(widget: QWidget | None, name: str) -> str:
    value = widget.property(name) if widget is not None else None
    return str(value) if value else ""


def _icon_name(widget: QWidget | None) -> str:
    return _word(widget, "icon_name")


def _button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
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


def _draw_button(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    look = _look(widget)
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    is_lit = is_enabled and bool(
        option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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


def _draw_tick_box(option: QStyleOption, painter: QPainter) -> None:
    is_on = bool(option.state & QStyle.StateFlag.State_On)
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    token = "accent" if is_on and is_enabled else "line-control"
    painter.setPen(QPen(colour(token), 1.5))
    painter.setBrush(colour(token if is_on else "surface"))
    box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(box, measures.RADIUS_TAG, measures.RADIUS_TAG)
    if is_on:
        paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", "on-accent")
    painter.restore()


def _draw_choice_field(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    is_invalid = widget is not None and bool(widget.property("invalid"))
    width = 2 if is_invalid else border_width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("alert" if is_invalid else "line-control"), width))
    painter.setBrush(colour("surface" if is_enabled else "window"))
    inset = width / 2
    frame = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)
    side = 16
    arrow = QRectF(option.rect.right() - side - 9, option.rect.center().y() - side / 2 + 0.5, side, side)
    paint_icon(painter, arrow, "chevron-down", "text2" if is_enabled else "text3")
    painter.restore()
