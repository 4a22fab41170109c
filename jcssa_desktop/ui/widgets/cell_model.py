"""Rows of cells for a `CellTable`."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from jcssa_desktop.ui.widgets.mark import Mark

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole


class Cell(Struct, frozen=True):
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


class Column(Struct, frozen=True):
    """A column: its heading and its width at 100 % text size; `width` None takes what is left.

    An optional column gives way, the last one first, where the one without a width would get too narrow.
    """

    heading: str
    width: int | None = None
    is_number: bool = False
    is_optional: bool = False


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
