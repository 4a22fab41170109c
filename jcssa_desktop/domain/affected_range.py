"""Whether a version lies in the ranges that an advisory states.

A range is a list of comparators that all hold, `>=6.0.0 <=6.0.4`; `*` is every version. Several ranges are
alternatives. Where a maker mends several trains side by side, three rules of reading keep a statement on one
train from being taken for a statement on another:

1. A range of another line of versions (another generation, another product) says nothing of this version.
2. Where a range ends in the version's own train, or a fix is named in it, the train is mended from there on:
   a wider range that ends in another train does not reach past it. `<=7.0.1-5151` beside `<=7.1.1-7051`
   leaves 7.0.1-5161 out.
3. A range without a beginning means its own train and all before it. That is taken by its word only where
   no other range ends further down; else what lies between is unknown, not affected.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from jcssa_desktop.domain.firmware_version import Relation, Version

EVERY_VERSION = "*"

_OPERATOR = re.compile(r"(>=|<=|==|>|<|=)")
_SIGNS = str.maketrans({"≧": ">=", "≥": ">=", "≦": "<=", "≤": "<="})
_BEGINS = (">=", ">")
_ENDS = ("<=", "<")
_HOLDING: Mapping[str, frozenset[Relation]] = MappingProxyType(
    {
        ">=": frozenset({Relation.NEWER, Relation.SAME}),
        "<=": frozenset({Relation.OLDER, Relation.SAME}),
        ">": frozenset({Relation.NEWER}),
        "<": frozenset({Relation.OLDER}),
        "=": frozenset({Relation.SAME}),
    }
)


class _Answer(Enum):
    INSIDE = "inside"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class _Holds(Enum):
    YES = "yes"
    NO = "no"
    APART = "apart"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class _Range:
    """The comparators of one range, and those of them that say where it begins and ends (None = open)."""

    bounds: tuple[tuple[str, Version], ...]
    begin: Version | None
    end: Version | None


@dataclass(frozen=True, slots=True)
class _Case:
    """The version asked about; whether its train is mended by a named fix, or a range ended in it before."""

    version: Version
    named_as_mended: bool
    ended: bool


def contains(
    scheme: str, ranges: tuple[str, ...], version: str, fixed_in: tuple[str, ...] = ()
) -> bool | None:
    """Tell whether any range holds the version; None where that cannot be told.

    False only where a range speaks of the version's line and none leaves it open. `fixed_in` are the
    versions that the source names as mended; a version that it states as affected and as mended gives None.
    """
    asked = Version.read(scheme, version)
    fixes = [Version.read(scheme, fix) for fix in fixed_in]
    named_as_mended = any(_is_mended_by(fix, asked) for fix in fixes)
    if EVERY_VERSION in (text.strip() for text in ranges):
        return None if named_as_mended else True
    if not asked.text:
        return None
    parsed = [_parsed(scheme, text) for text in ranges]
    read = [one for one in parsed if one is not None]
    case = _Case(asked, named_as_mended, any(_ends_before(one, asked) for one in read))
    answers = {_read_among(case, one, read) for one in read}
    if _Answer.INSIDE in answers:
        return None if any(fix.relation(asked) is Relation.SAME for fix in fixes) else True
    if len(read) < len(parsed) or _Answer.UNKNOWN in answers or _Answer.OUTSIDE not in answers:
        return None
    return False


def comparators(text: str) -> tuple[tuple[str, str], ...] | None:
    """Take a range apart into (operator, version); None for what is no range."""
    before, *parts = _OPERATOR.split(unicodedata.normalize("NFKC", text.translate(_SIGNS)))
    versions = [version.strip(" \t,;|&") for version in parts[1::2]]
    if before.strip() or not parts or not all(versions):
        return None
    operators = ["=" if one == "==" else one for one in parts[::2]]
    return tuple(zip(operators, versions, strict=True))


def _parsed(scheme: str, text: str) -> _Range | None:
    """Read a range; None for what is no range, or one that ends before it begins."""
    stated = comparators(text)
    if stated is None:
        return None
    bounds = tuple((operator, Version.read(scheme, version)) for operator, version in stated)
    begin = next((version for operator, version in bounds if operator in _BEGINS), None)
    end = next((version for operator, version in bounds if operator in _ENDS), None)
    if begin and end and begin.relation(end) is Relation.NEWER:
        return None
    return _Range(bounds, begin, end)


def _ends_before(one: _Range, asked: Version) -> bool:
    """Tell whether a range ends in the version's train, and the version is past its end."""
    if not asked.train or one.end is None or one.end.train != asked.train:
        return False
    begun = one.begin is None or _holds(">=", asked, one.begin) is _Holds.YES
    return begun and any(
        _holds(operator, asked, bound) is _Holds.NO for operator, bound in one.bounds if operator in _ENDS
    )


def _is_mended_by(fix: Version, asked: Version) -> bool:
    return fix.train == asked.train and _holds(">=", asked, fix) is _Holds.YES


def _read_among(case: _Case, one: _Range, all_ranges: list[_Range]) -> _Answer:
    """Answer for one range in the light of the others (rules 2 and 3)."""
    answer = _answer(one, case.version)
    own_train = case.version.train
    if answer is not _Answer.INSIDE or not own_train or one.end is None or one.end.train == own_train:
        return answer
    if case.named_as_mended:
        return _Answer.OUTSIDE
    if case.ended:
        contradicts = one.begin is not None and one.begin.train == own_train
        return _Answer.UNKNOWN if contradicts else _Answer.OUTSIDE
    if one.begin is None and any(_ends_further_down(other, one.end) for other in all_ranges):
        return _Answer.UNKNOWN
    return answer


def _ends_further_down(other: _Range, end: Version) -> bool:
    return (
        other.end is not None and other.end.train != end.train and other.end.relation(end) is Relation.OLDER
    )


def _answer(one: _Range, asked: Version) -> _Answer:
    found = {_holds(operator, asked, bound) for operator, bound in one.bounds}
    if _Holds.NO in found:
        return _Answer.OUTSIDE
    if _Holds.APART in found:
        return _Answer.ELSEWHERE
    return _Answer.UNKNOWN if _Holds.OPEN in found else _Answer.INSIDE


def _holds(operator: str, asked: Version, bound: Version) -> _Holds:
    """Tell whether `asked operator bound` holds (rule 1 for what cannot be compared)."""
    relation = asked.relation(bound)
    if relation is Relation.INCOMPARABLE:
        same_train = operator == "=" and asked.train == bound.train != ""
        return _Holds.NO if same_train else _Holds.APART
    if relation is Relation.UNKNOWN:
        return _holds_in_part(operator, asked, bound)
    return _Holds.YES if relation in _HOLDING[operator] else _Holds.NO


def _holds_in_part(operator: str, asked: Version, bound: Version) -> _Holds:
    """`>=7.0.1` and `<7.0.1` are decided for 7.0.1-5035, although the bound leaves the build out."""
    if operator in (">=", "<") and bound.includes(asked):
        return _Holds.YES if operator == ">=" else _Holds.NO
    return _Holds.OPEN
