"""The table of lines: 52 px a row, 44 for lines out of scope, 32 more for each warning inside the row."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.widgets.focus_ring import paint_row_ring
from jcssa_desktop.ui.widgets.mark import mark_size, paint_mark
from jcssa_desktop.ui.wizard import painting
from jcssa_desktop.ui.wizard.line_rows import LineRow
from jcssa_desktop.ui.wizard.line_warnings import Remedy, RowWarning
from jcssa_desktop.ui.wizard.lines_model import ROW_ROLE, LineColumn, LinesModel

_WIDTHS = {
    LineColumn.NUMBER: 36,
    LineColumn.NAME: 196,
    LineColumn.QUANTITY: 46,
    LineColumn.SCOPE: 86,
    LineColumn.VERSION: 116,
    LineColumn.LATEST: 150,
    LineColumn.CONTRACT: 78,
}
_SPARED_FIRST = (LineColumn.LATEST, LineColumn.CONTRACT, LineColumn.VERSION)
"""Columns that a narrow table leaves out, one after another: the pane beside it says the same."""

_NARROWEST_NAME = 120
_NARROWEST_LATEST = 100
_WARNING = 32
_PADDING = 8
Index = QModelIndex | QPersistentModelIndex


def _row_height() -> int:
    return theme.scaled(measures.TABLE_ROW)


class LinesTable(QTableView):
    """Rows are chosen as a whole; a warning's link is clicked in its row or used in the pane beside."""

    remedy_wanted = Signal(str, object)
    """A link inside a row was clicked: line id and `Remedy`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LineDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.scaled(measures.TABLE_ROW_SINGLE))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(False)
        header.setFixedHeight(theme.scaled(measures.TABLE_HEADER))
        header.setMinimumSectionSize(1)  # Qt's own least is wider than the row numbers

    def show_model(self, model: LinesModel) -> None:
        """Show a model's rows and follow their heights."""
        self.setModel(model)
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, theme.scaled(width))
        model.modelReset.connect(self._set_heights)
        model.dataChanged.connect(self._set_heights)
        self._set_heights()

    def row_at(self, position: int) -> LineRow:
        """Return what is shown in a row."""
        row: LineRow = self.model().index(position, 0).data(ROW_ROLE)
        return row

    def warning_rect(self, position: int, number: int) -> QRect:
        """Return where a warning of a row is painted, in the viewport."""
        top = self.rowViewportPosition(position) + _row_height() + number * theme.scaled(_WARNING)
        left = self.columnViewportPosition(LineColumn.NAME)
        return QRect(
            left + _PADDING, top - 6, self.viewport().width() - left - 2 * _PADDING, theme.scaled(_WARNING)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name column take the room that is left."""
        super().resizeEvent(event)
        if self.model() is None:
            return
        header = self.horizontalHeader()
        wanted = {column: theme.scaled(width) for column, width in _WIDTHS.items()}
        room = self.viewport().width()
        least = sum(wanted.values()) - wanted[LineColumn.NAME] + theme.scaled(_NARROWEST_NAME)
        least -= theme.scaled(_WIDTHS[LineColumn.LATEST] - _NARROWEST_LATEST)
        for column in _SPARED_FIRST:
            is_spared = least > room
            header.setSectionHidden(column, is_spared)
            if is_spared:
                least -= _NARROWEST_LATEST if column is LineColumn.LATEST else wanted[column]
                wanted[column] = 0
        spare = room - sum(wanted.values())
        # The newest version's source needs some room first; the rest is for the names. Where there is too
        # little room both give way, the names first.
        latest = min(max(spare // 3, 0), theme.scaled(90)) if wanted[LineColumn.LATEST] else 0
        name = max(wanted[LineColumn.NAME] + spare - latest, theme.scaled(_NARROWEST_NAME))
        header.resizeSection(LineColumn.NAME, name)
        if wanted[LineColumn.LATEST]:
            others = sum(wanted.values()) - wanted[LineColumn.NAME] - wanted[LineColumn.LATEST]
            header.resizeSection(LineColumn.LATEST, room - others - name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then what runs across them: warnings, reasons, separators, the focus."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for position in range(self.model().rowCount()):
            top, height = self.rowViewportPosition(position), self.rowHeight(position)
            if top + height < 0 or top > self.viewport().height():
                continue
            self._paint_across(painter, position, QRect(0, top, self.viewport().width(), height))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a warning's link."""
        super().mouseReleaseEvent(event)
        hit = self._link_at(event.position().toPoint())
        if hit is not None:
            row, warning = hit
            self.remedy_wanted.emit(row.line.line_id, warning.remedy)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand above a link."""
        super().mouseMoveEvent(event)
        over = self._link_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._set_heights()

    def link_rect(self, position: int, number: int) -> QRect:
        """Return where the link of a warning is painted; empty where it has none."""
        warning = self.row_at(position).warnings[number]
        if warning.remedy is Remedy.NONE:
            return QRect()
        return self._warning_parts(self.warning_rect(position, number), warning)[2]

    def _set_heights(self) -> None:
        for position in range(self.model().rowCount()):
            row = self.row_at(position)
            height = (
                theme.scaled(measures.TABLE_ROW_SINGLE)
                if row.is_muted
                else _row_height() + theme.scaled(_WARNING) * len(row.warnings)
            )
            self.setRowHeight(position, height)
        self.viewport().update()

    def _link_at(self, point: QPoint) -> tuple[LineRow, RowWarning] | None:
        position = self.rowAt(point.y())
        if position < 0:
            return None
        row = self.row_at(position)
        for number, warning in enumerate(row.warnings):
            if self.link_rect(position, number).contains(point):
                return row, warning
        return None

    def _paint_across(self, painter: QPainter, position: int, area: QRect) -> None:
        row = self.row_at(position)
        for number, warning in enumerate(row.warnings):
            self._paint_warning(painter, self.warning_rect(position, number), warning)
        if row.is_muted:
            left = self.columnViewportPosition(LineColumn.VERSION) + _PADDING
            room = QRect(left, area.top(), area.right() - left - _PADDING, area.height())
            painting.text(painter, room, row.reason, "text3", caption=True)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line"))
        if self.hasFocus() and position == self.currentIndex().row():
            paint_row_ring(painter, QRectF(area))

    def _warning_parts(self, room: QRect, warning: RowWarning) -> tuple[QRect, QRect, QRect]:
        said = QRect(room.left(), room.top(), mark_size(warning.mark).width() + 1, room.height())
        text = QRect(
            said.right() + 12, room.top(), painting.width(warning.text) if warning.text else 0, room.height()
        )
        start = text.right() + 10 if warning.text else said.right() + 12
        link = QRect(start, room.top(), painting.width(warning.link), room.height())
        if warning.link and link.right() > room.right():  # the link is the way on: the words give way to it
            link.moveRight(room.right())
        end = link.left() - 10 if warning.link else room.right()
        text.setRight(max(min(text.right(), end), text.left() - 1))
        said.setRight(min(said.right(), end))
        return said, text, link

    def _paint_warning(self, painter: QPainter, room: QRect, warning: RowWarning) -> None:
        said, text, link = self._warning_parts(room, warning)
        paint_mark(painter, said, warning.mark)
        painting.text(painter, text, warning.text, "text2")
        if warning.link:
            painting.link(painter, link, warning.link)


class _LineDelegate(QStyledItemDelegate):
    """Paints the cells of the first 52 px of a row; the table paints what runs across them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(theme.scaled(_WIDTHS[LineColumn(index.column())]), _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LineRow = index.data(ROW_ROLE)
        table = self.parent()
        assert isinstance(table, LinesTable)  # noqa: S101 - made by the table
        selected = table.selectionModel().isRowSelected(index.row(), QModelIndex())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        if selected:
            painter.fillRect(area, theme.colour("selected"))
        cell = QRect(area.left() + _PADDING, area.top(), area.width() - 2 * _PADDING, area.height())
        if not row.is_muted and index.column() != LineColumn.NUMBER:
            cell.setHeight(_row_height())
        self._paint_cell(painter, cell, row, LineColumn(index.column()))
        painter.restore()

    def _paint_cell(self, painter: QPainter, cell: QRect, row: LineRow, column: LineColumn) -> None:
        main = "text3" if row.is_muted else "text"
        match column:
            case LineColumn.NUMBER:
                painting.text(painter, cell, str(row.number), "text3", right=True)
            case LineColumn.NAME:
                painting.two_lines(painter, cell, (row.name, main), (row.detail, "text3"))
            case LineColumn.QUANTITY:
                painting.text(painter, cell, str(row.line.quantity), main, right=True)
            case LineColumn.SCOPE:
                paint_mark(painter, cell, row.scope)
            case _ if not row.is_muted:
                self._paint_state(painter, cell, row, column)
            case _:
                pass

    def _paint_state(self, painter: QPainter, cell: QRect, row: LineRow, column: LineColumn) -> None:
        if column is LineColumn.VERSION:
            self._paint_version(painter, cell, row)
        elif column is LineColumn.LATEST:
            painting.two_lines(painter, cell, (row.latest, "text"), (row.latest_detail, "text3"))
        elif row.contract is None:
            painting.text(painter, cell, "―", "text3")
        else:
            paint_mark(painter, cell, row.contract)

    def _paint_version(self, painter: QPainter, cell: QRect, row: LineRow) -> None:
        state = row.version_state
        if state is None:
            painting.text(painter, cell, "―", "text3")
        elif not row.version:
            paint_mark(painter, cell, state)
        else:
            is_urgent = state.token == "alert"  # noqa: S105 - a colour
            second = (state.word, state.token)
            painting.two_lines(painter, cell, (row.version, "text"), second, bold=is_urgent)
