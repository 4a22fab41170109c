"""A list of rows in a card: the whole row is the target, Enter or a click opens it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Holds row objects; `ROW_ROLE` gives one, the display role what a screen reader says of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[object, str], ...] = ()

    def set_rows(self, rows: Sequence[tuple[object, str]]) -> None:
        """Replace all rows; each is an object and its words for a screen reader."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Any:  # noqa: ANN401 - each list knows its own rows
        """Return the object of one row."""
        return self._rows[number][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, words = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        return None


class RowList(QListView):
    """A list as high as its rows, so that the page scrolls and not the list.

    `set_scrolling` makes one that scrolls by itself, `open_on_double_click` one where a click chooses.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = True
        self._opens_on_click = True
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    def set_scrolling(self) -> None:
        """Let the list scroll by itself instead of growing."""
        self._grows = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def open_on_double_click(self) -> None:
        """Let a click choose a row and a double click open it."""
        self._opens_on_click = False

    def set_rows(self, rows: Sequence[tuple[object, str]]) -> None:
        """Replace all rows and keep the keyboard's place."""
        current = self.currentIndex().row()
        self.rows.set_rows(rows)
        if current >= 0 and rows:
            self.setCurrentIndex(self.rows.index(min(current, len(rows) - 1), 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        count = self.rows.rowCount()
        height = sum(self.sizeHintForRow(row) for row in range(count))
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() if self._grows else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._opens_on_click:
            self._open_at(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if not self._opens_on_click:
            self._open_at(event)

    def _open_at(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row())
