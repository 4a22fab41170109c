"""The lines of a sale as a table model."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jcssa_desktop.ui.wizard.line_rows import Concern, LineRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class LineColumn(IntEnum):
    """The columns from left to right."""

    NUMBER = 0
    NAME = 1
    QUANTITY = 2
    SCOPE = 3
    VERSION = 4
    LATEST = 5
    CONTRACT = 6


class LinesModel(QAbstractTableModel):
    """Rows of one concern; keeps rows in place when only their content changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[LineRow, ...] = ()
        self._rows: tuple[LineRow, ...] = ()
        self._concern = Concern.ALL

    @property
    def concern(self) -> Concern:
        """Which rows are shown."""
        return self._concern

    @property
    def rows(self) -> tuple[LineRow, ...]:
        """The rows that are shown."""
        return self._rows

    def count(self, concern: Concern) -> int:
        """Count the lines of a concern, shown or not."""
        return sum(1 for row in self._all if concern in row.concerns)

    def set_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show new content; the selection survives where the lines are the same."""
        self._all = rows
        self._show(tuple(row for row in rows if self._concern in row.concerns))

    def set_concern(self, concern: Concern) -> None:
        """Show only the lines of a concern."""
        self._concern = concern
        self.set_rows(self._all)

    def row_of(self, line_id: str) -> int:
        """Return where a line stands, -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.line.line_id == line_id), -1)

    def _show(self, rows: tuple[LineRow, ...]) -> None:
        before = [row.line.line_id for row in self._rows]
        if [row.line.line_id for row in rows] == before:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(LineColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(LineColumn(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (LineColumn.NUMBER, LineColumn.QUANTITY)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, LineColumn(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _title(self, column: LineColumn) -> str:
        return (
            self.tr("行"),
            self.tr("品名・型番"),
            self.tr("数量"),
            self.tr("対象"),
            self.tr("納品時の版"),
            self.tr("最新版（確認日）"),
            self.tr("保守"),
        )[column]

    def _text(self, row: LineRow, column: LineColumn) -> str:
        return (
            str(row.number),
            row.name,
            str(row.line.quantity),
            row.scope.word,
            row.version or (row.version_state.word if row.version_state else "―"),
            row.latest,
            row.contract.word if row.contract else "―",
        )[column]

    def _spoken(self, row: LineRow) -> str:
        """Say the whole row: what a person sees at a glance, a screen reader tells in one sentence."""
        parts = [
            self.tr("{number}行目").format(number=row.number),
            row.name,
            row.detail,
            self.tr("数量 {count}").format(count=row.line.quantity),
            row.scope.word,
        ]
        if row.is_muted:
            parts.append(row.reason)
        elif row.version_state is not None:
            parts += [self.tr("納品時の版 {version}").format(version=row.version), row.version_state.word]
            parts.append(self.tr("最新版 {version}").format(version=f"{row.latest} {row.latest_detail}"))
        if row.contract is not None:
            parts.append(self.tr("保守 {state}").format(state=row.contract.word))
        parts += [f"{warning.mark.word} {warning.text}" for warning in row.warnings]
        return "、".join(filter(None, parts))
