"""Draws buttons, boxes to tick, radio buttons and choice fields: what a style sheet cannot say."""

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
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
from jcssa_desktop.ui.theme import border_width, colour, scaled
from jcssa_desktop.ui.widgets.buttons import button_size, draw_button

_INDICATOR = 18


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
            draw_button(option, painter, widget)
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
            return button_size(option, widget)
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
        if metric is QStyle.PixelMetric.PM_LineEditIconSize:
            return scaled(measures.ICON)
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
