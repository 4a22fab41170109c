"""The order of firmware versions, scheme by scheme; what cannot be ordered is said to be so.

A scheme belongs to a firmware family and is never guessed. The raw string is what people are shown.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from jcssa_desktop.domain.parsed_version import Order, ParsedVersion
from jcssa_desktop.domain.version_schemes import READERS

RAW = "raw"
"""The scheme of a family whose versions are known to be the same or not, and nothing more."""

SCHEMES = frozenset({*READERS, RAW})

_LONGEST = 200
"""What is longer is no version; it is not read."""


class Relation(StrEnum):
    """How one version stands to another; `INCOMPARABLE` is another line of versions or another product.

    Versions of different trains are ordered where a maker numbers them in one row: FortiOS 7.2.11 is older
    than 7.4.1, although it may hold fixes that 7.4.1 lacks. What mends what is asked of the ranges.
    """

    OLDER = "older"
    SAME = "same"
    NEWER = "newer"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


_RELATIONS: Mapping[Order, Relation] = MappingProxyType(
    {
        Order.BEFORE: Relation.OLDER,
        Order.EQUAL: Relation.SAME,
        Order.AFTER: Relation.NEWER,
        Order.APART: Relation.INCOMPARABLE,
        Order.OPEN: Relation.UNKNOWN,
    }
)


def compare(scheme: str, a: str, b: str) -> Relation:
    """Tell how `a` stands to `b`; never raises, what is not understood is `UNKNOWN`."""
    first, second = _folded(a), _folded(b)
    if not first or not second:
        return Relation.UNKNOWN
    if first == second:
        return Relation.SAME
    one, other = _parsed(scheme, first), _parsed(scheme, second)
    if one is None or other is None:
        return Relation.UNKNOWN
    return _RELATIONS[one.order(other)]


def includes(scheme: str, release: str, version: str) -> bool:
    """Tell whether `release` leaves out what `version` states: `7.0.1` includes `7.0.1-5035`."""
    one, other = _parsed(scheme, _folded(release)), _parsed(scheme, _folded(version))
    return one is not None and other is not None and one.includes(other)


def train(scheme: str, version: str) -> str:
    """Name the branch that a version belongs to; "" where the scheme has none or the version is unread."""
    parsed = _parsed(scheme, _folded(version))
    return parsed.train if parsed else ""


def canonical(scheme: str, version: str) -> str:
    """Give one spelling for all spellings of a version; what is not read keeps its own."""
    folded = _folded(version)
    parsed = _parsed(scheme, folded)
    return parsed.canonical if parsed else folded


def is_readable(scheme: str, version: str) -> bool:
    """Tell whether a version is written as the scheme's makers write it."""
    return _parsed(scheme, _folded(version)) is not None


def listing_key(scheme: str, version: str) -> tuple[object, ...]:
    """Give a key that sorts versions of one scheme in lists, oldest first; those not read come before."""
    folded = _folded(version)
    parsed = _parsed(scheme, folded)
    return (1, *parsed.listing_key(), folded) if parsed else (0, folded)


def _folded(version: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", version).split())


def _parsed(scheme: str, folded: str) -> ParsedVersion | None:
    reader = READERS.get(scheme)
    return reader(folded) if reader and len(folded) <= _LONGEST else None
