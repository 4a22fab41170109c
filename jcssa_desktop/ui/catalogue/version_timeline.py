"""The observations of a product as a picture: a row a train, time from left to right.

What is too old or too crowded for the picture is in the table of observations, which says everything.
"""

from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.domain.catalogue import FirmwareObservation, FirmwareState
from jcssa_desktop.domain.firmware_version import train
from jcssa_desktop.domain.lifecycle import LifecycleKind, Precision
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.timeline_scale import Scale
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.painting import paint_text, text_width

translate = QCoreApplication.translate

_LONGEST = timedelta(days=900)
_LOOK_AHEAD = timedelta(days=300)
_ROWS_SHOWN = 5
_ROW = 44
_TOP = 30
_BOTTOM = 26
_LABEL_COLUMN = 96
_RIGHT = 108
_ENDS = {
    LifecycleKind.END_OF_SECURITY_FIXES,
    LifecycleKind.END_OF_SUPPORT,
    LifecycleKind.END_OF_FIRMWARE,
}


class Point(Struct, frozen=True):
    """One version on the line of its train; `day` is its release, or when it was first seen."""

    version: str
    day: date
    state: FirmwareState


class TrainRow(Struct, frozen=True):
    """One train: its points from old to new, and the day its fixes end, if that is near."""

    name: str
    points: tuple[Point, ...]
    ends: date | None = None


class Timeline(Struct, frozen=True):
    """What the picture shows; `exploited` are days on which KEV took up a weakness of the product."""

    rows: tuple[TrainRow, ...]
    exploited: tuple[date, ...]
    today: date


def timeline_of(known: ProductKnowledge, today: date) -> Timeline:
    """Choose what fits into the picture: the newest trains, some two years back."""
    scheme = known.family.scheme if known.family else "raw"
    trains: dict[str, list[Point]] = {}
    for observation in known.observations:
        day = _day(observation)
        if observation.version and today - _LONGEST <= day <= today:
            name = observation.train or train(scheme, observation.version)
            trains.setdefault(name, []).append(Point(observation.version, day, observation.state))
    newest = sorted(trains, key=lambda name: max(_order(point) for point in trains[name]), reverse=True)
    rows = tuple(
        TrainRow(name, _newest_of_each(trains[name]), _end(known, name, today))
        for name in newest[:_ROWS_SHOWN]
    )
    exploited = tuple(sorted({one.added for one in known.kev if today - _LONGEST <= one.added <= today}))
    return Timeline(rows, exploited, today)


def _day(observation: FirmwareObservation) -> date:
    released = observation.released_on
    if released is not None and released.precision is Precision.DAY and released.last_day:
        return released.last_day
    return observation.observed_on


def _order(point: Point) -> tuple[date, str]:
    return point.day, point.version


def _newest_of_each(points: list[Point]) -> tuple[Point, ...]:
    """Keep of a version that was seen more than once its last state at its first day."""
    kept: dict[str, Point] = {}
    for point in sorted(points, key=_order):
        first = kept.get(point.version, point)
        kept[point.version] = Point(point.version, first.day, point.state)
    return tuple(sorted(kept.values(), key=_order))


def _end(known: ProductKnowledge, name: str, today: date) -> date | None:
    ends = [
        one.ends.last_day
        for one in known.lifecycle_dates
        if one.kind in _ENDS and one.train in {name, ""} and one.ends.last_day is not None
    ]
    near = [day for day in ends if today <= day <= today + _LOOK_AHEAD]
    return min(near, default=None)


class VersionTimeline(QWidget):
    """Paints a `Timeline`; hidden where there is nothing to paint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another picture."""
        self._timeline = timeline
        self.setVisible(bool(timeline.rows))
        self.setAccessibleName(_spoken(timeline))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._timeline.rows) if self._timeline else 0
        return QSize(480, scaled(_TOP) + rows * scaled(_ROW) + scaled(_BOTTOM))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._timeline is None or not self._timeline.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale(self._timeline)
        self._paint_grid(painter, scale)
        self._paint_days(painter, scale, self._timeline)
        for number, row in enumerate(self._timeline.rows):
            self._paint_row(painter, scale, number, row)
        painter.end()

    def _scale(self, timeline: Timeline) -> Scale:
        days = [point.day for row in timeline.rows for point in row.points]
        last = max([timeline.today, *(row.ends for row in timeline.rows if row.ends)])
        left, right = scaled(_LABEL_COLUMN), self.width() - scaled(_RIGHT)
        return Scale.fitting(min(days), last, left, right)

    def _middle(self, number: int) -> int:
        return scaled(_TOP) + number * scaled(_ROW) + scaled(_ROW) // 2

    def _foot(self) -> int:
        return self.height() - scaled(_BOTTOM)

    def _paint_grid(self, painter: QPainter, scale: Scale) -> None:
        free_from = 0
        for day, words in scale.ticks():
            x = scale.x(day)
            painter.fillRect(QRectF(x, scaled(8), 1, self._foot() - scaled(8)), colour("line"))
            width = text_width(words, pixels=measures.TEXT_CAPTION)
            if x < free_from:  # a month whose name would run into the one before stays a line
                continue
            free_from = round(x) + width + 8
            area = QRect(round(x) - 1, self._foot() + 4, width + 4, scaled(18))
            paint_text(painter, area, words, ink="text2", pixels=measures.TEXT_CAPTION)

    def _paint_row(self, painter: QPainter, scale: Scale, number: int, row: TrainRow) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        y = self._middle(number)
        name = translate("Timeline", "{train} 系").format(train=row.name) if row.name else ""
        label = QRect(0, y - scaled(10), scaled(_LABEL_COLUMN) - 8, scaled(20))
        paint_text(painter, label, name or translate("Timeline", "版"), is_bold=True)
        today = scale.x(timeline.today)
        painter.setPen(QPen(colour("line-control"), 2))
        painter.drawLine(QPointF(scale.left, y), QPointF(today, y))
        if row.ends is not None:
            self._paint_end(painter, scale, y, row.ends)
        for point in row.points:
            self._paint_point(painter, scale, y, point)
        self._paint_versions(painter, scale, y, row)

    def _paint_point(self, painter: QPainter, scale: Scale, y: int, point: Point) -> None:
        x = scale.x(point.day)
        match point.state:
            case FirmwareState.LATEST:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("accent"))
                painter.drawEllipse(QPointF(x, y), 7, 7)
            case FirmwareState.SUPERSEDED:
                painter.setPen(QPen(colour("text2"), 2))
                painter.setBrush(colour("surface"))
                painter.drawEllipse(QPointF(x, y), 5, 5)
            case FirmwareState.WITHDRAWN:
                painter.fillRect(QRectF(x - 8, y - 8, 16, 16), colour("surface"))
                paint_icon(painter, QRectF(x - 8, y - 8, 16, 16), "mark-refused", "alert")
            case FirmwareState.FIX_PLANNED:
                painter.fillRect(QRectF(x - 8, y - 8, 16, 16), colour("surface"))
                paint_icon(painter, QRectF(x - 8, y - 8, 16, 16), "mark-caution", "warn")
            case FirmwareState.NO_FIX_PLANNED:
                paint_icon(painter, QRectF(x - 8, y - 8, 16, 16), "mark-alert", "alert")

    def _paint_versions(self, painter: QPainter, scale: Scale, y: int, row: TrainRow) -> None:
        """Name the versions above their points; an older one gives way where two would touch."""
        taken: list[tuple[float, float]] = []
        for point in sorted(row.points, key=_order, reverse=True):
            is_latest = point.state is FirmwareState.LATEST
            width = text_width(point.version, pixels=measures.TEXT_CAPTION, is_bold=is_latest)
            left = max(float(scale.left) - 8, scale.x(point.day) - width / 2)
            left = min(left, self.width() - width - 2.0)
            if any(left < end + 6 and begin < left + width + 6 for begin, end in taken):
                continue
            taken.append((left, left + width))
            area = QRect(round(left), y - scaled(26), width + 4, scaled(18))
            painter.fillRect(area.adjusted(-2, 2, 0, -2), colour("surface"))
            paint_text(
                painter,
                area,
                point.version,
                ink="accent" if is_latest else "text2",
                pixels=measures.TEXT_CAPTION,
                is_bold=is_latest,
            )

    def _paint_end(self, painter: QPainter, scale: Scale, y: int, ends: date) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        x = scale.x(ends)
        pen = QPen(colour("warn"), 2)
        pen.setDashPattern([1.5, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(scale.x(timeline.today), y), QPointF(x, y))
        painter.fillRect(QRectF(x - 1.5, y - 9, 3, 18), colour("warn"))
        words = (day_in_prose(ends, timeline.today), translate("Timeline", "提供の終了"))
        for number, line in enumerate(words):
            area = QRect(round(x) + 6, y - scaled(18) + number * scaled(18), scaled(_RIGHT), scaled(18))
            paint_text(painter, area, line, ink="warn", pixels=measures.TEXT_CAPTION, is_bold=True)

    def _paint_days(self, painter: QPainter, scale: Scale, timeline: Timeline) -> None:
        for day in timeline.exploited:
            x = scale.x(day)
            if x < scale.left:
                continue
            pen = QPen(colour("alert"), 1.5)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, scaled(12)), QPointF(x, self._foot()))
            paint_icon(painter, QRectF(x - 6, 1, 12, 12), "mark-alert", "alert")
        x = scale.x(timeline.today)
        painter.fillRect(QRectF(x - 1, scaled(6), 2, self._foot() - scaled(2)), colour("accent"))
        area = QRect(round(x) + 6, 0, scaled(_RIGHT), scaled(18))
        words = translate("Timeline", "きょう")
        paint_text(painter, area, words, ink="accent", pixels=measures.TEXT_CAPTION, is_bold=True)


def _spoken(timeline: Timeline) -> str:
    parts = [
        f"{row.name} " + "、".join(f"{point.version} {point.day.isoformat()}" for point in row.points)
        for row in timeline.rows
    ]
    return "。".join(parts)
