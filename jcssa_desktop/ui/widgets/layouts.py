"""Puts the measures of the window system onto layouts: forms hold structure alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.widgets.inline_message import InlineMessage

_WINDOW_FRAME = (16, 48)
"""What the desktop draws around a window: px at both sides, and above and below."""


def arrange(
    layout: QLayout | None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 0,
) -> None:
    """Set a layout's margins (left, top, right, bottom) and the gap between its parts."""
    assert layout is not None  # noqa: S101 - every form gives its containers a layout
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)


def arrange_field(layout: QLayout | None) -> None:
    """Bind a label, its field and its error line."""
    arrange(layout, spacing=measures.INNER_GAP)
    if isinstance(layout, QVBoxLayout):
        layout.addStretch()


def gap_before(layout: QLayout | None, widget: QWidget, gap: int) -> None:
    """Leave more room before one of the parts of a row or column."""
    if isinstance(layout, QBoxLayout):
        layout.insertSpacing(layout.indexOf(widget), gap)


def show_with(box: QWidget, message: InlineMessage) -> None:
    """Show a box only while the message in it is shown, so that its margins take no room."""
    box.hide()
    message.shown.connect(box.setVisible)


def scroll_bare(area: QScrollArea) -> None:
    """Let a scroll area look like the page that it scrolls."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content = area.widget()
    if content is not None:
        content.setAutoFillBackground(False)


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Open a window at a size, or as large as the screen has room for with its frame.

    A screen below the smallest that the program is made for does not count.
    """
    screen, (side, title) = window.screen().availableGeometry(), _WINDOW_FRAME
    least_width, least_height = measures.SMALLEST_WINDOW
    room = max(screen.width() - side, least_width), max(screen.height() - title, least_height)
    window.resize(min(width, room[0]), min(height, room[1]))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by, and restyle the widget."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
