"""Products that are offered for a line, one big radio button each: names, part number, why it is near."""

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.widgets.window_style import draw_radio
from jcssa_desktop.ui.wizard import arrange, painting

_PADDING = 12
_RADIO = 18
_BODY_LINE = 20
_CAPTION_LINE = 18


class Candidate(Struct, frozen=True):
    """One product on offer. `near` says how near it is, `likeness` why; both may be empty."""

    product_id: str
    model: str
    detail: str
    near: str = ""
    likeness: str = ""
    is_nearest: bool = False


class CandidateList(QWidget):
    """The candidates below each other; none is chosen until a person chooses."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: list[_CandidateButton] = []
        self._layout = QVBoxLayout(self)
        arrange.bare(self._layout, measures.GAP)
        self._group.buttonClicked.connect(self._tell)

    @property
    def product_id(self) -> str:
        """The chosen product, "" while none is."""
        return next((one.candidate.product_id for one in self._buttons if one.isChecked()), "")

    @property
    def buttons(self) -> tuple[QRadioButton, ...]:
        """The candidates as they are seen, from the top."""
        return tuple(self._buttons)

    def offer(self, candidates: tuple[Candidate, ...]) -> None:
        """Show other candidates; nothing is chosen then."""
        for button in self._buttons:
            self._group.removeButton(button)
        self._buttons = []
        arrange.empty(self._layout)
        for candidate in candidates:
            button = _CandidateButton(candidate, self)
            self._group.addButton(button)
            self._buttons.append(button)
            self._layout.addWidget(button)

    def _tell(self) -> None:
        self.chosen.emit()

    def take_focus(self) -> None:
        """Put the keyboard onto the chosen candidate, else onto the first."""
        if self._buttons:
            (next((one for one in self._buttons if one.isChecked()), self._buttons[0])).setFocus()


class _CandidateButton(QRadioButton):
    def __init__(self, candidate: Candidate, parent: QWidget) -> None:
        super().__init__(candidate.model, parent)
        self.candidate = candidate
        words = (candidate.model, candidate.detail, candidate.near, candidate.likeness)
        self.setAccessibleName("、".join(filter(None, words)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        lines = theme.scaled(_BODY_LINE) + theme.scaled(_CAPTION_LINE) * self._captions()
        return QSize(theme.scaled(200), lines + 2 * theme.scaled(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(120), self.sizeHint().height())

    def _captions(self) -> int:
        return sum(1 for words in (self.candidate.detail, self.candidate.likeness) if words)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        width = 2 if is_on else theme.border_width()
        painter.setPen(QPen(theme.colour("accent" if is_on else "line-control"), width))
        ground = "accent-weak" if is_on else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)
        top = theme.scaled(10)
        draw_radio(painter, QRectF(_PADDING, top + 1, _RADIO, _RADIO), is_on=is_on)
        self._paint_words(painter, top)
        painter.end()

    def _paint_words(self, painter: QPainter, top: int) -> None:
        one = self.candidate
        left = _PADDING + _RADIO + _PADDING
        room = QRect(left, top, self.width() - left - _PADDING, theme.scaled(_BODY_LINE))
        near = painting.width(one.near, caption=True) + measures.GAP if one.near else 0
        tint = "accent" if one.is_nearest else "text3"
        painting.text(painter, room, one.near, tint, caption=True, right=True)
        painting.text(painter, room.adjusted(0, 0, -near, 0), one.model, "text", bold=True)
        line = QRect(left, room.bottom() + 1, room.width(), theme.scaled(_CAPTION_LINE))
        for words, token in ((one.detail, "text2"), (one.likeness, "text3")):
            if words:
                painting.text(painter, line, words, token, caption=True)
                line.translate(0, line.height())
