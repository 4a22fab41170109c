"""One statement of a source held against one version, and why it is judged so.

What cannot be read or compared is unknown. Statements are read again and again while versions are looked
through, so what was worked out is kept.
"""

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators, contains
from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.firmware_version import Relation, Version, is_readable, train
from jcssa_desktop.domain.listed_advisory import Statement


class Why(StrEnum):
    """Why a statement is judged as it is; names a sentence `finding_...` for people."""

    EVERY_VERSION = "every_version"
    INSIDE = "inside"
    OUTSIDE = "outside"
    EXCLUDED = "excluded"
    RANGE_UNREAD = "range_unread"
    VERSION_MISSING = "version_missing"
    VERSION_UNREAD = "version_unread"
    NOT_COMPARABLE = "not_comparable"
    CONTRADICTS_ITSELF = "contradicts_itself"
    NOT_KNOWN = "not_known"


class Judgement(Struct, frozen=True):
    """What a statement means for a version."""

    verdict: Verdict
    why: Why


_ANOTHER = (Relation.OLDER, Relation.NEWER, Relation.INCOMPARABLE)


def judge(scheme: str, statement: Statement, version: str) -> Judgement:
    """Tell whether a statement says that a version is affected; "" is a version not recorded."""
    asked = version.strip()
    judged = _judged(scheme, statement.ranges, statement.unaffected, statement.fixed_in, asked)
    if statement.in_doubt and judged.why not in (Why.INSIDE, Why.VERSION_MISSING):
        is_outside = contains(scheme, statement.in_doubt, asked) is False
        return judged if is_outside else Judgement(Verdict.UNKNOWN, Why.NOT_KNOWN)
    return judged


@lru_cache(maxsize=65_536)
def _judged(
    scheme: str, ranges: tuple[str, ...], unaffected: tuple[str, ...], fixed_in: tuple[str, ...], version: str
) -> Judgement:
    if not ranges and not unaffected:
        return Judgement(Verdict.UNKNOWN, Why.RANGE_UNREAD)
    match contains(scheme, ranges, version, fixed_in, unaffected):
        case True:
            every = EVERY_VERSION in (text.strip() for text in ranges)
            return Judgement(Verdict.AFFECTED, Why.EVERY_VERSION if every else Why.INSIDE)
        case False:
            outside = ranges and contains(scheme, ranges, version, fixed_in) is False
            return Judgement(Verdict.NOT_AFFECTED, Why.OUTSIDE if outside else Why.EXCLUDED)
    if not unaffected and _names_others_alone(scheme, ranges, version):
        return Judgement(Verdict.NOT_AFFECTED, Why.OUTSIDE)
    return Judgement(Verdict.UNKNOWN, _why_unknown(scheme, ranges, unaffected, version))


def _names_others_alone(scheme: str, ranges: tuple[str, ...], version: str) -> bool:
    """Tell whether a list of single versions leaves this one out, be it of a train that it does not name."""
    asked = Version.read(scheme, version)
    listed = _single_versions(scheme, ranges)
    return bool(listed) and all(one.relation(asked) in _ANOTHER for one in listed)


@lru_cache(maxsize=512)
def _single_versions(scheme: str, ranges: tuple[str, ...]) -> tuple[Version, ...]:
    """Give the versions of a list such as Cisco's; () where a range or a whole train is among them."""
    stated = [comparators(text) for text in ranges]
    if any(one is None or len(one) != 1 or one[0][0] != "=" or "*" in one[0][1] for one in stated):
        return ()
    return tuple(Version.read(scheme, one[0][1]) for one in stated if one)


def _why_unknown(scheme: str, ranges: tuple[str, ...], unaffected: tuple[str, ...], version: str) -> Why:
    if not version:
        return Why.VERSION_MISSING
    if not is_readable(scheme, version):
        return Why.VERSION_UNREAD
    both = (
        ranges and unaffected and contains(scheme, ranges, version) and contains(scheme, unaffected, version)
    )
    return Why.CONTRADICTS_ITSELF if both else Why.NOT_COMPARABLE


def candidates(scheme: str, statement: Statement) -> frozenset[str]:
    """Give the versions that a statement names as mended, or from which on it no longer speaks."""
    stated = (one for text in statement.ranges for one in comparators(text) or ())
    ends = (version for operator, version in stated if operator == "<")
    spared = (one for text in statement.unaffected for one in comparators(text) or ())
    begins = (version for operator, version in spared if operator in (">=", "="))
    named = (*statement.fixed_in, *ends, *begins)
    return frozenset(one for one in named if is_readable(scheme, one))


@lru_cache(maxsize=4096)
def fixes_for(scheme: str, fixed_in: tuple[str, ...], version: str) -> tuple[tuple[str, ...], bool]:
    """Give the fixes of a version's train, else all; and whether fixes exist, but none in that train."""
    own_train = train(scheme, version)
    of_train = tuple(one for one in fixed_in if own_train and train(scheme, one) == own_train)
    return of_train or fixed_in, bool(own_train and fixed_in and not of_train)
