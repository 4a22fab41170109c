"""The row of a draft: customer, contents, visit, the eight boxes and what comes next."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jcssa_desktop.domain.archive import DraftSummary
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.messages import draft_contents, draft_name, step_name, visit_words
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.mark import Mark, mark_size, paint_mark
from jcssa_desktop.ui.widgets.painting import (
    BODY_LINE,
    CAPTION_LINE,
    has_keyboard,
    is_chosen,
    paint_keyboard_ring,
    paint_row_ground,
    paint_text,
    two_line_areas,
)
from jcssa_desktop.ui.widgets.progress_boxes import ITEMS, counted, paint_boxes
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index

translate = QCoreApplication.translate

_VISIT_WIDTH = 140
_PROGRESS_WIDTH = 208
_END_WIDTH = 44
_BOXES_WIDTH = 96
_GAP = 12


class DraftRow(Struct, frozen=True):
    """A draft as a row shows it."""

    draft: DraftSummary
    name: str
    contents: str
    visit: str
    is_today: bool
    progress: str
    questions: str

    @property
    def spoken(self) -> str:
        """The row's words for a screen reader."""
        return "、".join(filter(None, (self.name, self.contents, self.visit, self.progress, self.questions)))


def draft_row(draft: DraftSummary, today: date) -> DraftRow:
    """Put a draft's row into words."""
    done = translate("DraftRow", "{explained}/{items} 説明済").format(explained=draft.explained, items=ITEMS)
    following = step_name(draft.next_step)
    upcoming = translate("DraftRow", "次は {step}").format(step=following) if following else ""
    asked = translate("DraftRow", "質問 {count}").format(count=draft.questions) if draft.questions else ""
    return DraftRow(
        draft=draft,
        name=draft_name(draft),
        contents=draft_contents(draft),
        visit=visit_words(draft.visit_on, today),
        is_today=draft.visit_on is not None and draft.visit_on.date() == today,
        progress="・".join(filter(None, (done, upcoming))),
        questions=asked,
    )


class DraftDelegate(QStyledItemDelegate):
    """Paints the rows of a `RowList` that holds `DraftRow`s; `shows_chosen` where a row can be chosen."""

    def __init__(self, parent: QWidget, *, shows_chosen: bool = False) -> None:
        super().__init__(parent)
        self._shows_chosen = shows_chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(measures.LIST_ROW_HIGH) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DraftRow = index.data(ROW_ROLE)
        chosen = self._shows_chosen and is_chosen(option)
        ground = paint_row_ground(painter, option, chosen=chosen)
        if index.row():
            painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), colour("line"))
        area = option.rect.adjusted(measures.CARD_PADDING, 1, -measures.CARD_PADDING, 0)
        end_width = scaled(_END_WIDTH)
        right = area.right() - end_width
        self._paint_end(painter, QRect(right, area.top(), end_width, area.height()), option)
        progress_width = scaled(_PROGRESS_WIDTH)
        progress = QRect(right - progress_width - _GAP, area.top(), progress_width, area.height())
        _paint_progress(painter, progress, row, ground)
        visit_width = scaled(_VISIT_WIDTH)
        visit = QRect(progress.left() - visit_width - _GAP, area.top(), visit_width, area.height())
        paint_text(
            painter,
            visit,
            row.visit,
            ink="accent" if row.is_today else "text2",
            pixels=measures.TEXT_CAPTION,
            is_bold=row.is_today,
        )
        name, contents = two_line_areas(
            QRect(area.left(), area.top(), visit.left() - area.left() - _GAP, area.height())
        )
        paint_text(painter, name, row.name, is_bold=True)
        paint_text(painter, contents, row.contents, ink="text3", pixels=measures.TEXT_CAPTION)
        paint_keyboard_ring(painter, option)

    def _paint_end(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        if has_keyboard(option):
            paint_text(
                painter,
                area,
                "Enter",
                ink="text2",
                pixels=measures.TEXT_CAPTION,
                is_right=True,
            )
            return
        side = scaled(16)
        place = QRectF(area.right() - side, area.center().y() - side / 2, side, side)
        paint_icon(painter, place, "chevron-right", "text3")


def _paint_progress(painter: QPainter, area: QRect, row: DraftRow, ground: str) -> None:
    line, caption = scaled(CAPTION_LINE), scaled(BODY_LINE)
    top = area.top() + (area.height() - line - caption) // 2
    boxes = QRectF(area.left(), top + (line - 8) / 2, scaled(_BOXES_WIDTH), 8)
    paint_boxes(painter, boxes, counted(row.draft.explained, row.draft.questions))
    if row.questions:
        mark = Mark("question", row.questions)
        left = int(boxes.right()) + 8
        width = mark_size(mark, measures.TEXT_CAPTION).width() + 2
        paint_mark(painter, QRect(left, top, width, line), mark, pixels=measures.TEXT_CAPTION, ground=ground)
    paint_text(
        painter,
        QRect(area.left(), top + line, area.width(), caption),
        row.progress,
        ink="text2",
        pixels=measures.TEXT_CAPTION,
    )
