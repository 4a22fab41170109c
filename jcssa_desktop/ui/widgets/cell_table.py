"""A table whose cells hold up to two lines and a mark; rows are chosen as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour, scaled
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
        self._panel_of: Callable[[object], QWidget] | None = None
        self._panel: QWidget | None = None
        self._row_height = measures.TABLE_ROW
        self.setItemDelegate(_CellDelegate(self))
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
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
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

    def set_panels(self, panel_of: Callable[[object], QWidget]) -> None:
        """Let the chosen row open below its cells: `panel_of` makes what it shows of a row's object."""
        self._panel_of = panel_of
        self._open_panel()

    @property
    def panel(self) -> QWidget | None:
        """What the chosen row shows below its cells."""
        return self._panel

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
        self._drop_panel()
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

    def clear_choice(self) -> None:
        """Choose no row, so that other rows do not keep the old one's place."""
        self.setCurrentIndex(self.cells.index(-1, -1))

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

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_panel()

    def _follow(self, current: Index) -> None:
        self._open_panel()
        if current.isValid():
            self.row_chosen.emit(self.cells.key(current.row()))
            # The page has made room for the panel once the events that wait now are done.
            QTimer.singleShot(0, self, self._show_on_page)

    def _open_panel(self) -> None:
        self._drop_panel()
        current = self.current_key()
        if current is not None and self._panel_of is not None:
            self._panel = self._panel_of(current)
            self._panel.setParent(self.viewport())
        self._fit_rows()

    def _drop_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _fit_rows(self) -> None:
        base, current = scaled(self._row_height), self.currentIndex()
        for row in range(self.cells.rowCount()):
            is_open = current.isValid() and current.row() == row
            height = base + (self._panel_height() if is_open else 0)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self._place_panel()
        self.updateGeometry()

    def _panel_left(self) -> int:
        return self.columnViewportPosition(1) if len(self.cells.columns) > 1 else 0

    def _panel_height(self) -> int:
        if self._panel is None:
            return 0
        width = self.viewport().width() - self._panel_left()
        layout = self._panel.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else -1
        return wanted if wanted > 0 else self._panel.sizeHint().height()

    def _place_panel(self) -> None:
        if self._panel is None or not self.currentIndex().isValid():
            return
        row, left, base = self.currentIndex().row(), self._panel_left(), scaled(self._row_height)
        top = self.rowViewportPosition(row) + base
        self._panel.setGeometry(
            left, top, self.viewport().width() - left, max(0, self.rowHeight(row) - base - 1)
        )
        self._panel.show()

    def _show_on_page(self) -> None:
        """Scroll the page to the row that the keyboard is in: the table itself does not scroll."""
        if not self._grows or not self.hasFocus() or not self.currentIndex().isValid():
            return
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is None or page is None:
            return
        row = self.currentIndex().row()
        top = self.viewport().mapTo(page, QPoint(0, self.rowViewportPosition(row))).y()
        height = min(self.rowHeight(row), area.viewport().height())
        area.ensureVisible(0, top + height, 0, measures.GAP)
        area.ensureVisible(0, top, 0, measures.GAP)


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
        area.setHeight(scaled(self._table.row_height) - 1)
        _paint_cell(painter, area, cell, ground, is_right=columns[index.column()].is_number)
        painter.restore()
        self._paint_ring(painter, option, index)

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
