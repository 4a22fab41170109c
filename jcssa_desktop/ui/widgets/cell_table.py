"""A table whose cells hold up to two lines and a mark; rows are chosen as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
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
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.focus_ring import paint_ring
from jcssa_desktop.ui.widgets.mark import Mark, paint_mark
from jcssa_desktop.ui.widgets.painting import (
    has_keyboard,
    is_chosen,
    is_under_mouse,
    paint_text,
    two_line_areas,
)

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_PADDING = 8
_FIRST_PADDING = 16


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: a line, a second line below it for the source, or a mark with its word."""

    first: str = ""
    second: str = ""
    mark: Mark | None = None
    is_bold: bool = False
    tone: str = "text"

    @property
    def words(self) -> str:
        """All that the cell says, for screen readers."""
        mark = self.mark.word if self.mark else ""
        return " ".join(filter(None, (mark, self.first, self.second)))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width at 100 % text size; `width` None takes what is left."""

    heading: str
    width: int | None = None
    is_number: bool = False


class CellModel(QAbstractTableModel):
    """Rows of cells; every row has an object that the screen works with."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._keys: tuple[object, ...] = ()

    def set_rows(self, rows: Sequence[tuple[object, tuple[Cell, ...]]]) -> None:
        """Replace all rows; each is its object and its cells."""
        self.beginResetModel()
        self._keys = tuple(key for key, _ in rows)
        self._rows = tuple(cells for _, cells in rows)
        self.endResetModel()

    def key(self, row: int) -> object:
        """Return the object of one row."""
        return self._keys[row]

    def row_of(self, key: object) -> int:
        """Return the row of an object, -1 where it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if self.columns[section].is_number else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


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
        self.selectionModel().currentRowChanged.connect(lambda current, _previous: self._tell(current))
        self.apply_measures()

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
        self.updateGeometry()

    def set_rows(self, rows: Sequence[tuple[object, tuple[Cell, ...]]]) -> None:
        """Replace all rows; the row of the same object stays chosen."""
        kept = self.current_key()
        self.cells.set_rows(rows)
        self.updateGeometry()
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

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        rows = self.cells.rowCount() * scaled(self._row_height)
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

    def _tell(self, current: Index) -> None:
        if current.isValid():
            self.row_chosen.emit(self.cells.key(current.row()))


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
        _paint_cell(painter, area, cell, ground, is_right=columns[index.column()].is_number)
        painter.restore()
        self._paint_ring(painter, option, index)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        current = self._table.currentIndex()
        is_here = current.isValid() and current.row() == index.row() and self._table.hasFocus()
        if not is_here and not has_keyboard(option):
            return
        last = len(self._table.cells.columns) - 1
        row = self._table.visualRect(self._table.cells.index(index.row(), 0)).united(
            self._table.visualRect(self._table.cells.index(index.row(), last))
        )
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
