"""The order of firmware versions, scheme by scheme; what cannot be ordered is said to be so.

A scheme belongs to a firmware family and is never guessed. The raw string is what people are shown.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from jcssa_desktop.domain.parsed_version import Order, ParsedVersion
from jcssa_desktop.domain.version_schemes import READERS
from jcssa_desktop.domain.version_text import bare

RAW = "raw"
"""The scheme of a family whose versions are known to be the same or not, and nothing more."""

COMMON = "common"
"""The scheme where nothing is known of the maker's way: the little that all of them have in common."""

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


class Version(Struct, frozen=True):
    """A version read by its scheme, to be held against many; `parsed` is None for what is not understood."""

    text: str
    parsed: ParsedVersion | None

    @classmethod
    def read(cls, scheme: str, text: str) -> "Version":
        """Read any text; never raises."""
        # CPE names put a backslash before brackets.
        folded = " ".join(unicodedata.normalize("NFKC", text.replace("\\", "")).split())
        reader = READERS.get(scheme)
        return cls(folded, reader(folded) if reader and len(folded) <= _LONGEST else None)

    @property
    def train(self) -> str:
        """The branch that the version belongs to; "" where there is none or the version is unread."""
        return self.parsed.train if self.parsed else ""

    def relation(self, other: "Version") -> Relation:
        """Tell how this version stands to another of the same scheme."""
        if not self.text or not other.text:
            return Relation.UNKNOWN
        if self.text == other.text:
            return Relation.SAME
        if self.parsed is None or other.parsed is None:
            is_same = self.parsed is other.parsed and _told_alike(self.text, other.text)
            return Relation.SAME if is_same else Relation.UNKNOWN
        return _RELATIONS[self.parsed.order(other.parsed)]

    def includes(self, other: "Version") -> bool:
        """Tell whether this version leaves out what `other` states: `7.0.1` includes `7.0.1-5035`."""
        return self.parsed is not None and other.parsed is not None and self.parsed.includes(other.parsed)


@lru_cache(maxsize=4096)
def _told_alike(a: str, b: str) -> bool:
    """Tell whether two texts differ only in what stands before a version, `Ver.`, and in capitals."""
    return bare(a).casefold() == bare(b).casefold()


def compare(scheme: str, a: str, b: str) -> Relation:
    """Tell how `a` stands to `b`; never raises, what is not understood is `UNKNOWN`."""
    return Version.read(scheme, a).relation(Version.read(scheme, b))


def train(scheme: str, version: str) -> str:
    """Name the branch that a version belongs to; "" where the scheme has none or the version is unread."""
    return Version.read(scheme, version).train


def canonical(scheme: str, version: str) -> str:
    """Give one spelling for all spellings of a version; what is not read keeps its own."""
    read = Version.read(scheme, version)
    return read.parsed.canonical if read.parsed else read.text


def is_readable(scheme: str, version: str) -> bool:
    """Tell whether a version is written as the scheme's makers write it."""
    return Version.read(scheme, version).parsed is not None


def listing_key(scheme: str, version: str) -> tuple[object, ...]:
    """Give a key that sorts versions of one scheme in lists, oldest first; those not read come before."""
    read = Version.read(scheme, version)
    return (1, *read.parsed.listing_key(), read.text) if read.parsed else (0, read.text)
