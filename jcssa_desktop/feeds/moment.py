"""Points in time as feeds write them: with and without a zone, with three to nine digits of a second."""

from datetime import UTC, date, datetime


def utc_moment(text: str) -> str:
    """Bring a point in time to one spelling that sorts, `2026-02-24T15:21:36.980Z`; "" for what is none.

    A time without a zone is taken as UTC.
    """
    moment = _moment(text)
    if moment is None:
        return ""
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def utc_day(text: str) -> date | None:
    """Give the day of a point in time in UTC; None for what is none."""
    moment = _moment(text)
    return moment.date() if moment else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
