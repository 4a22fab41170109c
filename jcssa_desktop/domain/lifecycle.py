"""Until when a product or a firmware train is looked after, with the precision that its source gives."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct


class Precision(StrEnum):
    """How exactly a maker states a date. `UNPUBLISHED` (未公表): asked, but no date is published."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNPUBLISHED = "unpublished"


class PartialDate(Struct, frozen=True):
    """A date known to the day, the month or the year; parts finer than `precision` are not known."""

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2027-05-11`, `2027-05`, `2027` or `unpublished`; raise ValueError for anything else."""
        if text == Precision.UNPUBLISHED.value:
            return cls(Precision.UNPUBLISHED)
        parts = [int(part) for part in text.split("-")]
        match parts:
            case [year, month, day]:
                date(year, month, day)
                return cls(Precision.DAY, year, month, day)
            case [year, month]:
                date(year, month, 1)
                return cls(Precision.MONTH, year, month)
            case [year]:
                date(year, 1, 1)
                return cls(Precision.YEAR, year)
        raise ValueError(text)

    def __str__(self) -> str:
        """Give back the form that `parse` reads."""
        if self.precision is Precision.UNPUBLISHED:
            return Precision.UNPUBLISHED.value
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def last_day(self) -> date | None:
        """The last day that the statement covers: 2027-05 lasts until 31 May; None if unpublished."""
        if self.year is None:
            return None
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return date(self.year, month, day)


class LifecycleKind(StrEnum):
    """What ends on a lifecycle date (期限)."""

    END_OF_SALE = "end_of_sale"
    END_OF_SUPPORT = "end_of_support"
    END_OF_FIRMWARE = "end_of_firmware"
    END_OF_SECURITY_FIXES = "end_of_security_fixes"


class LifecycleDate(Struct, frozen=True):
    """One date of one product, or of one train of its firmware family, as one source states it.

    Exactly one of `product_id` and `family_id` is set; `train` narrows a family ("" = the whole family).
    """

    kind: LifecycleKind
    ends: PartialDate
    source: str
    seen_on: date
    product_id: str = ""
    family_id: str = ""
    train: str = ""
    source_url: str = ""


class SupportState(StrEnum):
    """How a lifecycle date stands on a given day."""

    SUPPORTED = "supported"
    ENDING = "ending"
    ENDED = "ended"
    UNPUBLISHED = "unpublished"


ENDING_WITHIN = timedelta(days=183)


def support_state(end: PartialDate, today: date) -> SupportState:
    """Tell how `end` stands on `today`; `ENDING` begins half a year before."""
    last = end.last_day
    if last is None:
        return SupportState.UNPUBLISHED
    if last < today:
        return SupportState.ENDED
    return SupportState.ENDING if last - today <= ENDING_WITHIN else SupportState.SUPPORTED
