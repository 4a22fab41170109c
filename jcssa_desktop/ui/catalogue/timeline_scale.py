"""Days as places on a line, and the days worth naming on it."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

_STEPS = (1, 2, 3, 6, 12)
_TICKS_AT_MOST = 8
_SHORTEST = timedelta(days=180)


class Scale(Struct, frozen=True):
    """A straight scale from `first` at `left` to `last` at `right`, in pixels."""

    first: date
    last: date
    left: int
    right: int

    @classmethod
    def fitting(cls, first: date, last: date, left: int, right: int) -> "Scale":
        """Begin on the first of a month, half a year long at least."""
        first = min(first, last - _SHORTEST)
        return cls(first.replace(day=1), last, left, right)

    def x(self, day: date) -> float:
        """Return the place of a day."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Yield the firsts of months that are named, with their names; a year where it begins."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((one for one in _STEPS if months / one <= _TICKS_AT_MOST), _STEPS[-1])
        named_year = 0
        day = self.first
        while day <= self.last:
            if (day.month - 1) % step == 0:
                yield day, _month(day, with_year=day.year != named_year)
                named_year = day.year
            day = (day + timedelta(days=32)).replace(day=1)


def _month(day: date, *, with_year: bool) -> str:
    template = translate("Timeline", "{year}年{month}月") if with_year else translate("Timeline", "{month}月")
    name = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return template.format(year=day.year, month=day.month, month_name=name)
