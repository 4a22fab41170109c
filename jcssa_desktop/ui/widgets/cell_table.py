"""A table whose cells hold up to two lines and a mark; rows are chosen as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, font, scaled
from jcssa_desktop.ui.widgets.cell_model import CELL_ROLE, Cell, CellModel, Column, Index
from jcssa_desktop.ui.widgets.focus_ring import paint_ring
from jcssa_desktop.ui.widgets.mark import paint_mark
from jcssa_desktop.ui.widgets.painting import (
    has_keyboard,
    is_chosen,
    is_under_mouse,
    paint_text,
    two_line_areas,
)

_PADDING = 8
_FIRST_PADDING = 16
_NARROWEST = 180
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class CellTable(QTableView):
    """Shows a `CellModel`. Give it its columns with `set_columns` before its rows."""

    row_chosen = Signal(object)
    """Another row became the current one: its object."""

    row_opened = Signal(object)
    """Enter or a double click on a row: its object."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = CellModel(())
        self._grows = False
        self._details: Callable[[object], str] | None = None
        self._row_height = measures.TABLE_ROW
        self._delegate = _CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(self.cells.key(index.row())))

    def set_columns(self, columns: Sequence[Column], row_height: int = measures.TABLE_ROW) -> None:
        """Set the columns; exactly one has no width of its own."""
        self._row_height = row_height
        self.cells = CellModel(columns, self)
        self.setModel(self.cells)
        self.selectionModel().currentRowChanged.connect(lambda current, _previous: self._follow(current))
        self.apply_measures()

    @property
    def row_height(self) -> int:
        """The height of a row without details, at 100 % text size."""
        return self._row_height

    def set_details(self, details: Callable[[object], str]) -> None:
        """Let the chosen row say more below its cells: `details` gives the words for a row's object."""
        self._details = details
        self._fit_rows()

    def details_of(self, row: int) -> str:
        """Return what a row says below its cells."""
        is_current = self.currentIndex().isValid() and self.currentIndex().row() == row
        return self._details(self.cells.key(row)) if self._details and is_current else ""

    def details_area(self, row: QRect) -> QRect:
        """Return the room for details inside a row, in the view's coordinates."""
        left = self.columnViewportPosition(1) + _PADDING
        top = row.top() + scaled(self._row_height)
        width = max(1, self.viewport().width() - left - _FIRST_PADDING)
        return QRect(left, top, width, max(0, row.bottom() - top))

    def grow_with_rows(self) -> None:
        """Be as high as the rows, so that the page scrolls and not the table."""
        self._grows = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def apply_measures(self) -> None:
        """Take heights and widths for the text size in force."""
        header = self.horizontalHeader()
        header.setFixedHeight(scaled(measures.TABLE_HEADER))
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(scaled(self._row_height))
        for number, column in enumerate(self.cells.columns):
            if column.width is None:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(number, scaled(column.width))
        self._give_way()
        self.updateGeometry()

    def set_rows(self, rows: Sequence[tuple[object, tuple[Cell, ...]]]) -> None:
        """Replace all rows; the row of the same object stays chosen."""
        kept = self.current_key()
        self.cells.set_rows(rows)
        self._fit_rows()
        if kept is not None:
            self.choose(kept)

    def current_key(self) -> object | None:
        """Return the object of the chosen row, None for none."""
        index = self.currentIndex()
        return self.cells.key(index.row()) if index.isValid() else None

    def choose(self, key: object) -> bool:
        """Choose the row of an object; tell whether it is shown."""
        row = self.cells.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(self.cells.index(row, 0))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()
        self._fit_rows()

    def _give_way(self) -> None:
        columns = self.cells.columns
        room = self.viewport().width() - scaled(_NARROWEST) - sum(scaled(one.width or 0) for one in columns)
        hidden = set()
        for number in reversed(range(len(columns))):
            if room < 0 and columns[number].is_optional:
                hidden.add(number)
                room += scaled(columns[number].width or 0)
        for number in range(len(columns)):
            self.setColumnHidden(number, number in hidden)

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        rows = self.verticalHeader().length()
        return QSize(super().sizeHint().width(), scaled(measures.TABLE_HEADER) + rows)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._grows else super().minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def _follow(self, current: Index) -> None:
        self._fit_rows()
        if current.isValid():
            self.row_chosen.emit(self.cells.key(current.row()))

    def _fit_rows(self) -> None:
        base = scaled(self._row_height)
        for row in range(self.cells.rowCount()):
            words = self.details_of(row)
            height = base + (self._details_height(words) if words else 0)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.updateGeometry()

    def _details_height(self, words: str) -> int:
        width = self.details_area(QRect(0, 0, self.viewport().width(), 0)).width()
        lines = QFontMetrics(font()).boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, words)
        return lines.height() + 2 * _PADDING


class _CellDelegate(QStyledItemDelegate):
    """Paints cells, the line below a row and the ring around the row that the keyboard is in."""

    def __init__(self, table: CellTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        columns = self._table.cells.columns
        ground = "selected" if is_chosen(option) else "hover" if is_under_mouse(option) else "surface"
        painter.save()
        painter.fillRect(option.rect, colour(ground))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colour("line")
        )
        left = _FIRST_PADDING if index.column() == 0 else _PADDING
        right = _FIRST_PADDING if index.column() == len(columns) - 1 else _PADDING
        area = option.rect.adjusted(left, 0, -right, -1)
        words = self._table.details_of(index.row())
        if words:
            area.setHeight(scaled(self._table.row_height))
            self._paint_details(painter, option.rect, words)
        _paint_cell(painter, area, cell, ground, is_right=columns[index.column()].is_number)
        painter.restore()
        self._paint_ring(painter, option, index)

    def _paint_details(self, painter: QPainter, row: QRect, words: str) -> None:
        """Paint the details across all columns; each cell shows its own part of them."""
        painter.save()
        painter.setClipRect(row)
        painter.setFont(font())
        painter.setPen(colour("text"))
        painter.drawText(self._table.details_area(row), _WRAPPED, words)
        painter.restore()

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        current = self._table.currentIndex()
        is_here = current.isValid() and current.row() == index.row() and self._table.hasFocus()
        if not is_here and not has_keyboard(option):
            return
        row = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        painter.save()
        painter.setClipRect(option.rect)
        paint_ring(painter, row.adjusted(1, 1, -1, -2).toRectF(), measures.RADIUS_CONTROL)
        painter.restore()


def _paint_cell(painter: QPainter, area: QRect, cell: Cell, ground: str, *, is_right: bool) -> None:
    if cell.mark is not None:
        paint_mark(painter, area, cell.mark, ground=ground)
        return
    if not cell.second:
        paint_text(painter, area, cell.first, ink=cell.tone, is_bold=cell.is_bold, is_right=is_right)
        return
    first, second = two_line_areas(area)
    paint_text(painter, first, cell.first, ink=cell.tone, is_bold=cell.is_bold, is_right=is_right)
    paint_text(
        painter,
        second,
        cell.second,
        ink="text3",
        pixels=measures.TEXT_CAPTION,
        is_right=is_right,
    )
