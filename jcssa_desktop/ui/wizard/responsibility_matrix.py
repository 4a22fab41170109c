"""The line of responsibility as a picture: who does what, without and with a maintenance contract."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.domain.guideline import Party, ResponsibilityTask, TaskSide
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.wizard import painting

translate = QCoreApplication.translate

_GROUP_ROW = 36
_HEAD_ROW = 28
_TASK_ROW = 34
_SUM_ROW = 40
_LEGEND_ROW = 36
_PILL = (50, 24)
_CELL = 58
_PADDING = 16


class Part(StrEnum):
    """What a party has to do with a task."""

    DOES = "does"
    HELPS = "helps"
    PAID = "paid"


def part_of(side: TaskSide, party: Party) -> Part | None:
    """Tell a party's part in a task; the reseller's help that costs money is `PAID`."""
    if party in side.does:
        return Part.DOES
    if party not in side.helps:
        return None
    return Part.PAID if party is Party.RESELLER and side.cost else Part.HELPS


def party_name(party: Party) -> str:
    """Name a column."""
    return {
        Party.CUSTOMER: translate("ResponsibilityMatrix", "お客様"),
        Party.RESELLER: translate("ResponsibilityMatrix", "当社"),
        Party.MAKER: translate("ResponsibilityMatrix", "メーカー"),
        Party.CARRIER: translate("ResponsibilityMatrix", "回線"),
    }[party]


def part_word(part: Part) -> str:
    """Name what a party has to do."""
    return {
        Part.DOES: translate("ResponsibilityMatrix", "行う"),
        Part.HELPS: translate("ResponsibilityMatrix", "手伝う"),
        Part.PAID: translate("ResponsibilityMatrix", "有償"),
    }[part]


def part_meaning(part: Part) -> str:
    """Explain a word of the table."""
    return {
        Part.DOES: translate("ResponsibilityMatrix", "中心になって行う"),
        Part.HELPS: translate("ResponsibilityMatrix", "求めに応じて手伝う"),
        Part.PAID: translate("ResponsibilityMatrix", "ご依頼があれば、有償で行う"),
    }[part]


def parties_of(tasks: tuple[ResponsibilityTask, ...]) -> tuple[Party, ...]:
    """Return the columns: a party that has no part in any task gets none."""
    return tuple(
        party
        for party in Party
        if any(part_of(side, party) for task in tasks for side in (task.without_contract, task.with_contract))
    )


def customers_share(tasks: tuple[ResponsibilityTask, ...], *, with_contract: bool) -> int:
    """Count the tasks that the customer does."""
    sides = (task.with_contract if with_contract else task.without_contract for task in tasks)
    return sum(1 for side in sides if Party.CUSTOMER in side.does)


def paint_part(painter: QPainter, pill: QRectF, part: Part, stroke: float) -> None:
    """Paint a pill with its word in the painter's font: filled, outlined or dashed."""
    ink = {Part.DOES: "on-accent", Part.HELPS: "accent", Part.PAID: "warn"}[part]
    if part is Part.DOES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
    else:
        pen = QPen(theme.colour(ink), stroke)
        if part is Part.PAID:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(theme.colour(ink))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, part_word(part))


class ResponsibilityMatrix(QWidget):
    """A painted table; its whole content is also its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[ResponsibilityTask, ...] = ()
        self._parties: tuple[Party, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("責任分担表"))

    def show_tasks(self, tasks: tuple[ResponsibilityTask, ...]) -> None:
        """Show the tasks; a party that has no part in any of them gets no column."""
        self._tasks = tasks
        self._parties = parties_of(tasks)
        self.setAccessibleDescription("\n".join(self._spoken(task) for task in tasks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = _GROUP_ROW + _HEAD_ROW + _TASK_ROW * len(self._tasks) + _SUM_ROW + _LEGEND_ROW
        return QSize(theme.scaled(680), theme.scaled(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(520), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        table = self.rect().adjusted(0, 0, 0, -theme.scaled(_LEGEND_ROW))
        self._paint_card(painter, table)
        group = self._group_width()
        names = table.width() - 2 * group
        without = QRect(table.left() + names, table.top(), group, table.height())
        covered = QRect(without.right() + 1, table.top(), group, table.height())
        self._paint_group(painter, without, self.tr("保守契約がないとき"), lambda task: task.without_contract)
        self._paint_group(painter, covered, self.tr("保守契約があるとき"), lambda task: task.with_contract)
        self._paint_rows(painter, table, names)
        self._paint_sums(painter, table, names, group)
        self._paint_legend(painter)
        painter.end()

    def _group_width(self) -> int:
        return theme.scaled(_CELL) * len(self._parties) + theme.scaled(measures.GAP)

    def _paint_card(self, painter: QPainter, table: QRect) -> None:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        frame = QRectF(table).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, measures.RADIUS_CARD, measures.RADIUS_CARD)

    def _row_top(self, position: int) -> int:
        return theme.scaled(_GROUP_ROW + _HEAD_ROW + _TASK_ROW * position)

    def _paint_group(
        self, painter: QPainter, area: QRect, title: str, side: Callable[[ResponsibilityTask], TaskSide]
    ) -> None:
        painter.fillRect(area.left(), area.top() + 1, 1, area.height() - 2, theme.colour("line"))
        head = QRect(
            area.left() + theme.scaled(measures.GAP), area.top(), area.width(), theme.scaled(_GROUP_ROW)
        )
        painting.text(painter, head, title, "text", bold=True)
        cell = theme.scaled(_CELL)
        left = area.left() + theme.scaled(measures.GAP) // 2
        for column, party in enumerate(self._parties):
            place = QRect(left + column * cell, 0, cell, 0)
            if party is Party.CUSTOMER:
                tint = QRect(place.left(), theme.scaled(_GROUP_ROW), cell, self._row_top(len(self._tasks)))
                tint.setBottom(self._row_top(len(self._tasks)) - 1)
                painter.fillRect(tint, theme.colour("accent-weak"))
            name = QRect(place.left(), theme.scaled(_GROUP_ROW), cell, theme.scaled(_HEAD_ROW))
            self._paint_name(painter, name, party)
            for position, task in enumerate(self._tasks):
                part = part_of(side(task), party)
                if part is not None:
                    row = QRect(place.left(), self._row_top(position), cell, theme.scaled(_TASK_ROW))
                    self._paint_pill(painter, row, part)

    def _paint_name(self, painter: QPainter, area: QRect, party: Party) -> None:
        is_customer = party is Party.CUSTOMER
        painter.setFont(theme.font(measures.TEXT_CAPTION, bold=is_customer))
        painter.setPen(theme.colour("text" if is_customer else "text2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, party_name(party))

    def _paint_pill(self, painter: QPainter, area: QRect, part: Part) -> None:
        pill = QRectF(0, 0, theme.scaled(_PILL[0]), theme.scaled(_PILL[1]))
        pill.moveCenter(QRectF(area).center())
        painter.setFont(theme.font(measures.TEXT_CAPTION, bold=part is Part.DOES))
        paint_part(painter, pill, part, 1.5)

    def _paint_rows(self, painter: QPainter, table: QRect, names: int) -> None:
        padding = theme.scaled(_PADDING)
        for position, task in enumerate(self._tasks):
            top = self._row_top(position)
            painter.fillRect(table.left() + 1, top, table.width() - 2, 1, theme.colour("line"))
            room = QRect(table.left() + padding, top, names - padding - measures.GAP, theme.scaled(_TASK_ROW))
            painting.text(painter, room, _plain(task.name), "text")

    def _paint_sums(self, painter: QPainter, table: QRect, names: int, group: int) -> None:
        top = self._row_top(len(self._tasks))
        painter.fillRect(table.left() + 1, top, table.width() - 2, 1, theme.colour("line-control"))
        height = theme.scaled(_SUM_ROW)
        caption = QRect(theme.scaled(_PADDING), top, names - theme.scaled(_PADDING), height)
        painting.text(painter, caption, self.tr("お客様が行うこと"), "text2")
        for number, with_contract in enumerate((False, True)):
            share = customers_share(self._tasks, with_contract=with_contract)
            words = self.tr("{total}つのうち {share}つ").format(total=len(self._tasks), share=share)
            left = table.left() + names + number * group + theme.scaled(measures.GAP)
            painting.text(painter, QRect(left, top, group - measures.GAP, height), words, "text", bold=True)

    def _paint_legend(self, painter: QPainter) -> None:
        top = self.height() - theme.scaled(_LEGEND_ROW)
        height = theme.scaled(_LEGEND_ROW)
        left = 0
        for part in Part:
            words = part_meaning(part)
            self._paint_pill(painter, QRect(left, top, theme.scaled(_PILL[0]), height), part)
            left += theme.scaled(_PILL[0]) + measures.GAP
            wide = painting.width(words, caption=True)
            painting.text(painter, QRect(left, top, wide, height), words, "text2", caption=True)
            left += wide + theme.scaled(measures.SECTION_GAP)

    def _spoken(self, task: ResponsibilityTask) -> str:
        def said(side: TaskSide) -> str:
            parts = ((party, part_of(side, party)) for party in self._parties)
            return "、".join(f"{party_name(party)} {part_word(part)}" for party, part in parts if part)

        return self.tr("{task}：契約がないとき {without}。契約があるとき {covered}。").format(
            task=_plain(task.name), without=said(task.without_contract), covered=said(task.with_contract)
        )


def _plain(words: str) -> str:
    """Take the sheet's break hints out."""
    return words.replace("\u200b", "")
