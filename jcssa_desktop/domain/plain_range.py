"""A range of versions as a person fills it in: from, to, and whether each of them is taken in."""

from msgspec import Struct

from jcssa_desktop.domain.affected_range import EVERY_VERSION
from jcssa_desktop.domain.range_bounds import comparators


class PlainRange(Struct, frozen=True):
    """From `begin` to `end`; "" leaves a side open, and both open is every version."""

    begin: str = ""
    begin_included: bool = True
    end: str = ""
    end_included: bool = True

    @property
    def text(self) -> str:
        """Write the range as `affected_range` reads it; "" where a side is no version, or there are none."""
        begin, end = self.begin.strip(), self.end.strip()
        if not begin and not end:
            return ""
        bounds = []
        if begin:
            bounds.append((">=" if self.begin_included else ">", begin))
        if end:
            bounds.append(("<=" if self.end_included else "<", end))
        written = " ".join(f"{operator}{version}" for operator, version in bounds)
        return written if comparators(written) == tuple(bounds) else ""


def read_plain(text: str) -> PlainRange | None:
    """Take a written range apart again; None for what a person cannot have filled in so."""
    if text == EVERY_VERSION:
        return PlainRange()
    stated = dict(comparators(text) or ())
    begin, end = stated.get(">=", stated.get(">", "")), stated.get("<=", stated.get("<", ""))
    plain = PlainRange(begin, ">=" in stated, end, "<=" in stated)
    return plain if len(stated) == bool(begin) + bool(end) and stated else None
