"""A big radio button: mark, word and the keys that choose it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.theme import border_width, colour, font, scaled
from jcssa_desktop.ui.widgets.mark import MARK_TONES
from jcssa_desktop.ui.widgets.window_style import draw_radio

_HEIGHT = 44
_HEIGHT_WITH_SUPPORT = 64
_RADIO = 18
_PADDING = 12


class Option(QRadioButton):
    """One of a few answers; put those that exclude each other into one parent or QButtonGroup.

    `mark` is a name of `mark.MARK_TONES` or ""; `support` a second line; `shortcut` e.g. "Alt+1".
    """

    def __init__(
        self,
        word: str,
        *,
        mark: str = "",
        support: str = "",
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(word, parent)
        self._mark = mark
        self._support = support
        self._shortcut = shortcut
        self.setAccessibleName(word)
        self.setAccessibleDescription(support)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(font(bold=True)).horizontalAdvance(self.text())
        width = 2 * _PADDING + _RADIO + measures.GAP + bold
        if self._mark:
            width += scaled(measures.MARK) + measures.GAP
        caption = QFontMetrics(font(measures.TEXT_CAPTION))
        if self._shortcut:
            width += 2 * measures.GAP + caption.horizontalAdvance(self._shortcut)
        return QSize(width, scaled(_HEIGHT_WITH_SUPPORT if self._support else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._paint_ground(painter)
        left = self._paint_marks(painter)
        self._paint_words(painter, left)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self.isChecked()
        width = 2 if is_chosen else border_width()
        ground = "accent-weak" if is_chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(colour("accent" if is_chosen else "line-control"), width))
        painter.setBrush(colour(ground))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)

    def _paint_marks(self, painter: QPainter) -> int:
        middle = self.height() / 2
        left = _PADDING
        radio = QRectF(left, middle - _RADIO / 2, _RADIO, _RADIO)
        draw_radio(painter, radio, is_on=self.isChecked(), is_enabled=self.isEnabled())
        left += _RADIO + measures.GAP
        if self._mark:
            side = scaled(measures.MARK)
            ground = "accent-weak" if self.isChecked() else "surface"
            place = QRectF(left, middle - side / 2, side, side)
            paint_icon(painter, place, f"mark-{self._mark}", MARK_TONES[self._mark], ground)
            left += side + measures.GAP
        return left

    def _paint_words(self, painter: QPainter, left: int) -> None:
        area = QRect(left, 0, self.width() - left - _PADDING, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(measures.TEXT_CAPTION))
        painter.setPen(colour("text3"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, self._shortcut)
        if self._support:
            line = QFontMetrics(font()).height()
            below = area.translated(0, line // 2)
            shown = painter.fontMetrics().elidedText(self._support, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(below, middle | Qt.AlignmentFlag.AlignLeft, shown)
            area.translate(0, -line // 2)
        painter.setFont(font(bold=self.isChecked()))
        painter.setPen(colour("text" if self.isEnabled() else "text3"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, self.text())
