"""One range taken apart: its bounds, and whether a version keeps to them."""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct

from jcssa_desktop.domain.firmware_version import Relation, Version
from jcssa_desktop.domain.version_text import figures, padded

_OPERATOR = re.compile(r"(>=|<=|==|>|<|=)")
_SIGNS = str.maketrans({"≧": ">=", "≥": ">=", "≦": "<=", "≤": "<="})
_TRAIN = re.compile(r"(?:^|(.*\d))(?:\.(?:x+|\*))+|\*", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,9}(?:\.\d{1,9})*")

_FIRST_FIGURES = re.compile(r"v?(\d{1,9}\.\d{1,9})", re.IGNORECASE)
_TWO_FIGURES = re.compile(r"\d{1,9}\.\d{1,9}")

BEGINS = (">=", ">")
ENDS = ("<=", "<")


class Holds(Enum):
    """Whether a version keeps to a bound; `APART` is a bound of another line, `OPEN` cannot be told."""

    YES = "yes"
    NO = "no"
    APART = "apart"
    OPEN = "open"


_HOLDING: Mapping[str, frozenset[Relation]] = MappingProxyType(
    {
        ">=": frozenset({Relation.NEWER, Relation.SAME}),
        "<=": frozenset({Relation.OLDER, Relation.SAME}),
        ">": frozenset({Relation.NEWER}),
        "<": frozenset({Relation.OLDER}),
        "=": frozenset({Relation.SAME}),
    }
)


class Bound(Struct, frozen=True):
    """A comparator read by a scheme.

    Attributes:
        operator: One of `>=`, `<=`, `>`, `<`, `=`.
        version: What it names; for a train its lowest version.
        train_figures: The figures that all versions of the train `7.2.*` begin with; None for one version.
    """

    operator: str
    version: Version
    train_figures: tuple[int, ...] | None = None

    def holds(self, asked: Version) -> Holds:
        """Tell whether `asked operator version` holds."""
        relation = asked.relation(self.version)
        if relation is Relation.INCOMPARABLE:
            same_train = self.operator == "=" and asked.train == self.version.train != ""
            return Holds.NO if same_train else Holds.APART
        if self.train_figures is not None:
            return self._holds_of_train(asked, self.train_figures)
        if relation is Relation.UNKNOWN:
            return self._holds_in_part(asked)
        if relation is Relation.NEWER and self.operator in ("<=", ">") and self._is_shorter_than(asked):
            return Holds.OPEN
        return Holds.YES if relation in _HOLDING[self.operator] else Holds.NO

    def _holds_of_train(self, asked: Version, train: tuple[int, ...]) -> Holds:
        if asked.parsed is None and train:
            return Holds.OPEN
        own = leading_figures(asked, at_least=len(train))
        if own[: len(train)] == train:
            return Holds.YES if "=" in self.operator else Holds.NO
        if self.operator == "=":
            return Holds.NO if len(own) >= len(train) else Holds.OPEN
        if train[: len(own)] == own:
            return Holds.OPEN
        return Holds.YES if (own < train) == (self.operator in ENDS) else Holds.NO

    def _holds_in_part(self, asked: Version) -> Holds:
        """`>=7.0.1` and `<7.0.1` are decided for 7.0.1-5035, although the bound leaves the build out."""
        if self.operator in (">=", "<") and self.version.includes(asked):
            return Holds.YES if self.operator == ">=" else Holds.NO
        return Holds.NO if self.operator == "=" and self._begins_otherwise(asked) else Holds.OPEN

    def _begins_otherwise(self, asked: Version) -> bool:
        """Tell whether an unread version, as `10.5e`, begins with other figures than the one asked about."""
        own = _FIRST_FIGURES.match(self.version.text) if self.version.parsed is None else None
        others = _TWO_FIGURES.search(asked.parsed.canonical) if asked.parsed else None
        return own is not None and others is not None and figures(own[1]) != figures(others[0])

    def _is_shorter_than(self, asked: Version) -> bool:
        """`3.4 and earlier` does not say whether 3.4.0.10 is meant, although it comes after 3.4."""
        written = max((run.count(".") + 1 for run in _FIGURES.findall(self.version.text)), default=0)
        own, others = leading_figures(self.version, at_least=written), leading_figures(asked)
        return len(own) < len(others) and others[: len(own)] == own


class Range(Struct, frozen=True):
    """Bounds that all hold, and those of them that say where the range begins and ends (None = open)."""

    bounds: tuple[Bound, ...]
    begin: Bound | None
    end: Bound | None

    def holds(self, asked: Version) -> frozenset[Holds]:
        """Tell of each bound whether the version keeps to it."""
        return frozenset(bound.holds(asked) for bound in self.bounds)

    def ends_before(self, asked: Version) -> bool:
        """Tell whether the range ends in the version's train, and the version is past its end."""
        if not asked.train or self.end is None or self.end.version.train != asked.train:
            return False
        begun = self.begin is None or self.begin.holds(asked) is Holds.YES
        return begun and self.end.holds(asked) is Holds.NO


def comparators(text: str) -> tuple[tuple[str, str], ...] | None:
    """Take a range apart into (operator, version); None for what is no range."""
    before, *parts = _OPERATOR.split(unicodedata.normalize("NFKC", text.translate(_SIGNS)))
    versions = [version.strip(" \t,;|&") for version in parts[1::2]]
    if before.strip() or not parts or not all(versions):
        return None
    operators = ["=" if one == "==" else one for one in parts[::2]]
    return tuple(zip(operators, versions, strict=True))


def read_range(scheme: str, text: str) -> Range | None:
    """Read a range; None for what is no range, or one that ends before it begins."""
    stated = comparators(text)
    if stated is None:
        return None
    bounds = tuple(_bound(scheme, operator, version) for operator, version in stated)
    begin = next((bound for bound in bounds if bound.operator in BEGINS), None)
    end = next((bound for bound in bounds if bound.operator in ENDS), None)
    if begin and end and begin.version.relation(end.version) is Relation.NEWER:
        ends_within = end.train_figures is not None and end.holds(begin.version) is Holds.YES
        if not ends_within:
            return None
    return Range(bounds, begin, end)


def _bound(scheme: str, operator: str, version: str) -> Bound:
    train = _TRAIN.fullmatch(version)
    if not train:
        return Bound(operator, Version.read(scheme, version))
    stem = train[1] or ""
    # How many figures a version must have is the scheme's to say.
    lowest = (Version.read(scheme, stem + filling) for filling in (".0", ".0.0", ""))
    readable = next((one for one in lowest if one.parsed), Version.read(scheme, version))
    runs = _FIGURES.findall(stem)
    return Bound(operator, readable, figures(runs[-1]) if runs else ())


def leading_figures(version: Version, at_least: int = 0) -> tuple[int, ...]:
    """Give the figures that a version begins with; noughts at the end may have been left out."""
    found = _FIGURES.search(version.parsed.canonical if version.parsed else version.text)
    own = figures(found[0]) if found else ()
    complete = version.parsed is not None and version.parsed.tail is not None
    return padded(own, at_least) if complete else own
