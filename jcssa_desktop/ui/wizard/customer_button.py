"""A large button on the customer's page, drawn at the page's scale."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from jcssa_desktop.ui import theme
from jcssa_desktop.ui.icons import paint_icon

_TEXT = 30
_ICON = 32
_GAP = 16
_PADDING = 40
_RADIUS = 12


class CustomerButton(QPushButton):
    """Its size is given in the page's measure; `place` scales it to the screen."""

    def __init__(self, words: str, icon: str, *, is_primary: bool, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._is_primary = is_primary
        self._factor = 1.0
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def wanted_width(self) -> float:
        """Return the width on the page."""
        return QFontMetricsF(self._page_font()).horizontalAdvance(self.text()) + _ICON + _GAP + 2 * _PADDING

    def place(self, left: float, top: float, width: float, height: float, factor: float) -> None:
        """Stand at a place of the screen, with width and height in the page's measure."""
        self._factor = factor
        self.setGeometry(round(left), round(top), round(width * factor), round(height * factor))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor, self._factor)
        area = QRectF(0, 0, self.width() / self._factor, self.height() / self._factor).adjusted(1, 1, -1, -1)
        ground = "accent" if self._is_primary else "surface"
        if self.underMouse():
            ground = "accent-hover" if self._is_primary else "hover"
        ink = "on-accent" if self._is_primary else "text"
        painter.setPen(QPen(theme.colour("accent" if self._is_primary else "line-control"), 2))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        icon = QRectF(_PADDING, (area.height() - _ICON) / 2 + 1, _ICON, _ICON)
        paint_icon(painter, icon, self._icon, ink, ground)
        painter.setFont(self._page_font())
        painter.setPen(theme.colour(ink))
        words = area.adjusted(_PADDING + _ICON + _GAP - 1, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def _page_font(self) -> QFont:
        font = QFont(theme.FONT_FAMILY)
        font.setPixelSize(_TEXT)
        font.setBold(self._is_primary)
        return font
