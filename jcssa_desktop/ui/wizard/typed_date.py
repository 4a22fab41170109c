"""Read a day as people type it: 2026-08-07, 2026/8/7, 8/7, 8月7日, 20260807, R8.8.7, 令和8年8月7日."""

import re
import unicodedata
from datetime import date, datetime, time

_REIWA_BEGINS = 2018
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ERA = re.compile(r"(?:令和|R)(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_CLOCK = re.compile(r"(\d{1,2})[:時](\d{2})?分?")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def parse_day(text: str, today: date) -> date | None:
    """Read a day; None for an empty text; ValueError for what is no day.

    A day without a year is the one nearest to `today`: in December, 1/8 is next January.
    """
    folded = _folded(text).replace(" ", "")
    if not folded:
        return None
    if found := _YEAR_FIRST.fullmatch(folded) or _COMPACT.fullmatch(folded):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ERA.fullmatch(folded):
        year = 1 if found[1] == "元" else int(found[1])
        return date(_REIWA_BEGINS + year, int(found[2]), int(found[3]))
    if found := _MONTH_FIRST.fullmatch(folded):
        return _nearest(int(found[1]), int(found[2]), today)
    raise ValueError(text)


def _nearest(month: int, day: int, today: date) -> date:
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:  # 29 February exists in one of the years only
            continue
    if not candidates:
        raise ValueError(f"{month}/{day}")
    return min(candidates, key=lambda one: abs(one - today))


def parse_moment(text: str, now: datetime) -> datetime | None:
    """Read a day with an optional time of day (`8/7 14:00`) on the clock of `now`; else midnight."""
    folded = _folded(text)
    if not folded:
        return None
    day_text, _, clock_text = folded.partition(" ")
    day = parse_day(day_text, now.date())
    if day is None:
        raise ValueError(text)
    if not clock_text.strip():
        return datetime.combine(day, time(), now.tzinfo)
    found = _CLOCK.fullmatch(clock_text.strip())
    if found is None:
        raise ValueError(text)
    return datetime.combine(day, time(int(found[1]), int(found[2] or 0)), now.tzinfo)


def parse_yen(text: str) -> int | None:
    """Read an amount such as `1,848,000`, `￥1848000`; None for an empty text; ValueError for other words."""
    folded = re.sub(r"[,\s¥円]", "", _folded(text))
    if not folded:
        return None
    if not folded.isdecimal():
        raise ValueError(text)
    return int(folded)
