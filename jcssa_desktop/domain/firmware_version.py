"""The order of firmware versions, scheme by scheme; what cannot be ordered is said to be so.

A scheme belongs to a firmware family and is never guessed. The raw string is what people are shown.
"""

import unicodedata
from enum import StrEnum

from jcssa_desktop.domain.version_schemes import READERS, ParsedVersion

RAW = "raw"
"""The scheme of a family whose versions are known to be the same or not, and nothing more."""

SCHEMES = frozenset({*READERS, RAW})


class Relation(StrEnum):
    """How one version stands to another; `INCOMPARABLE` is another train or another product."""

    OLDER = "older"
    SAME = "same"
    NEWER = "newer"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


def compare(scheme: str, a: str, b: str) -> Relation:
    """Tell how `a` stands to `b`; never raises, what is not understood is `UNKNOWN`."""
    first, second = _folded(a), _folded(b)
    if not first or not second:
        return Relation.UNKNOWN
    if first == second:
        return Relation.SAME
    parsed = _parsed(scheme, first), _parsed(scheme, second)
    if parsed[0] is None or parsed[1] is None:
        return Relation.UNKNOWN
    return _ordered(parsed[0], parsed[1])


def train(scheme: str, version: str) -> str:
    """Name the branch that a version belongs to; "" where the scheme has none or the version is unread."""
    parsed = _parsed(scheme, _folded(version))
    return parsed.train if parsed else ""


def is_readable(scheme: str, version: str) -> bool:
    """Tell whether a version is written as the scheme's makers write it."""
    return _parsed(scheme, _folded(version)) is not None


def _folded(version: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", version).split())


def _parsed(scheme: str, folded: str) -> ParsedVersion | None:
    reader = READERS.get(scheme)
    return reader(folded) if reader else None


def _ordered(a: ParsedVersion, b: ParsedVersion) -> Relation:
    if a.line != b.line:
        return Relation.INCOMPARABLE
    if a.width != b.width:
        return Relation.UNKNOWN
    if a.key == b.key:
        if a.tail is None or b.tail is None:
            return Relation.SAME if a.tail == b.tail else Relation.UNKNOWN
        return _relation((a.tail > b.tail) - (a.tail < b.tail))
    return _relation(1 if a.key > b.key else -1)


def _relation(sign: int) -> Relation:
    return (Relation.OLDER, Relation.SAME, Relation.NEWER)[sign + 1]
