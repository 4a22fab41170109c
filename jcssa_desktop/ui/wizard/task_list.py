"""The steps at the side of the wizard, in groups, each with its state; free in their order."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jcssa_desktop.domain.checklist import GROUPS, Step, StepState
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.messages import step_name
from jcssa_desktop.ui.widgets.focus_ring import paint_row_ring
from jcssa_desktop.ui.widgets.mark import Mark, paint_mark
from jcssa_desktop.ui.wizard import painting

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_GROUP_ROW = 34
_EDGE = 3


class TaskEntry(Struct, frozen=True):
    """A step with its mark, or (`step` None) the title of a group."""

    title: str
    step: Step | None = None
    mark: Mark | None = None
    is_locked: bool = False


class TaskModel(QAbstractListModel):
    """Group titles and steps as one list; titles cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TaskEntry, ...] = ()

    def set_entries(self, entries: tuple[TaskEntry, ...]) -> None:
        """Show other states; the rows themselves never move."""
        if len(entries) != len(self._entries):
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        self._entries = entries
        self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def row_of(self, step: Step) -> int:
        """Return where a step stands."""
        return next(at for at, entry in enumerate(self._entries) if entry.step is step)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title} {entry.mark.word}" if entry.mark else entry.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self._entries[index.row()] if index.isValid() else None
        if entry is None or entry.step is None or entry.is_locked:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TaskList(QListView):
    """Free order: a click, the arrows or Ctrl+Up and Ctrl+Down open a step."""

    step_chosen = Signal(object)
    """A person wants a step: `Step`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TaskModel(self)
        self._current: Step | None = None
        self.setModel(self._model)
        self.setItemDelegate(_TaskDelegate(self))
        self.setProperty("ground", "sunken")
        self.setAccessibleName(self.tr("手順"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> Step | None:
        """The step that is shown as open."""
        return self._current

    def mark_of(self, step: Step) -> Mark | None:
        """Return the mark that a step shows."""
        entry = self._model.data(self._model.index(self._model.row_of(step)), ENTRY_ROLE)
        return entry.mark if isinstance(entry, TaskEntry) else None

    def show_states(self, states: Mapping[Step, StepState], current: Step, *, is_sealed: bool) -> None:
        """Show how every step stands and which one is open. Sealed, only the handover is left."""
        entries: list[TaskEntry] = []
        for group, steps in GROUPS.items():
            entries.append(TaskEntry(self._group(group)))
            for step in steps:
                mark = self._mark(step, states[step], is_current=step is current)
                locked = is_sealed != (step is Step.HANDOVER)
                entries.append(TaskEntry(step_name(step), step, mark, is_locked=locked))
        self._current = current
        self._model.set_entries(tuple(entries))
        index = self._model.index(self._model.row_of(current))
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if isinstance(entry, TaskEntry) and entry.step not in (None, self._current) and not entry.is_locked:
            self.step_chosen.emit(entry.step)

    def _group(self, group: str) -> str:
        return {
            "preparation": self.tr("準備"),
            "first": self.tr("先にお伝えすること"),
            "products": self.tr("製品の状態"),
            "proposals": self.tr("ご提案"),
            "finish": self.tr("仕上げ"),
        }[group]

    def _mark(self, step: Step, state: StepState, *, is_current: bool) -> Mark:
        if step.value.startswith("item_"):
            return self._item_mark(state, is_current=is_current)
        if step in (Step.REVIEW, Step.HANDOVER):
            return self._last_mark(step, state, is_current=is_current)
        if state is StepState.DONE:
            return Mark("done", self.tr("入力済"))
        if is_current or state is StepState.PARTIAL:
            return Mark("current", self.tr("入力中"))
        return Mark("open", self.tr("未入力"))

    def _item_mark(self, state: StepState, *, is_current: bool) -> Mark:
        match state:
            case StepState.DONE:
                return Mark("done", self.tr("説明済"))
            case StepState.QUESTION:
                return Mark("question", self.tr("質問あり"))
            case StepState.NOT_APPLICABLE:
                return Mark("not-applicable", self.tr("対象外"))
            case _ if is_current:
                return Mark("current", self.tr("説明中"))
            case _:
                return Mark("open", self.tr("未説明"))

    def _last_mark(self, step: Step, state: StepState, *, is_current: bool) -> Mark:
        if state is StepState.DONE:
            return Mark("done", self.tr("封緘済") if step is Step.HANDOVER else self.tr("署名済"))
        if is_current:
            return Mark("current", self.tr("お渡し中") if step is Step.HANDOVER else self.tr("署名前"))
        return Mark("open", self.tr("このあと"))


class _TaskDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        entry = index.data(ENTRY_ROLE)
        is_group = isinstance(entry, TaskEntry) and entry.step is None
        return QSize(0, theme.scaled(_GROUP_ROW if is_group else measures.TASK_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.mark is None:
            room = area.adjusted(measures.GAP, theme.scaled(12), 0, -theme.scaled(measures.INNER_GAP))
            painting.text(painter, room, entry.title, "text2", caption=True)
        else:
            self._paint_step(painter, option, area, entry)
        painter.restore()

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, entry: TaskEntry
    ) -> None:
        table = self.parent()
        assert isinstance(table, TaskList)  # noqa: S101 - made by the list
        is_current = entry.step is table.current
        state: QStyle.StateFlag = option.state
        ground = "surface" if is_current else "sunken"
        if is_current or (state & QStyle.StateFlag.State_MouseOver and not entry.is_locked):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface" if is_current else "hover"))
            painter.drawRoundedRect(QRectF(area), measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)
        if is_current:
            painter.setClipRect(QRect(area.left(), area.top(), _EDGE, area.height()))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(area), measures.RADIUS_CONTROL, measures.RADIUS_CONTROL)
            painter.setClipping(False)
        inner = area.adjusted(measures.GAP, 0, -measures.GAP, 0)
        shape = Mark(entry.mark.name, "", entry.mark.tone) if entry.mark else None
        word = entry.mark.word if entry.mark else ""
        token = entry.mark.token if entry.mark else "text3"
        if shape is not None:
            paint_mark(painter, inner, shape, ground=ground)
        painting.text(painter, inner, word, token, caption=True, right=True)
        left = theme.scaled(measures.MARK) + measures.GAP
        title = inner.adjusted(left, 0, -painting.width(word, caption=True) - measures.GAP, 0)
        painting.text(painter, title, entry.title, "text3" if entry.is_locked else "text", bold=is_current)
        if table.hasFocus() and state & QStyle.StateFlag.State_HasFocus:
            paint_row_ring(painter, QRectF(area))
