"""One statement of a source held against one version, and why it is judged so.

What cannot be read or compared is unknown. Statements are read again and again while versions are looked
through, so what was worked out is kept.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators, contains, spares
from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.firmware_version import Relation, Version, canonical, compare, is_readable, train
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


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a statement means for a version."""

    verdict: Verdict
    why: Why


_UNKNOWN = Verdict.UNKNOWN


def judge(scheme: str, statement: Statement, version: str) -> Judgement:
    """Tell whether a statement says that a version is affected; "" is a version not recorded."""
    return _judged(scheme, statement.ranges, statement.unaffected, statement.fixed_in, version.strip())


@lru_cache(maxsize=65_536)
def _judged(
    scheme: str, ranges: tuple[str, ...], unaffected: tuple[str, ...], fixed_in: tuple[str, ...], version: str
) -> Judgement:
    if not ranges and not unaffected:
        return Judgement(Verdict.UNKNOWN, Why.RANGE_UNREAD)
    inside = _holds(scheme, ranges, version, fixed_in) if ranges else None
    every = EVERY_VERSION in (text.strip() for text in ranges)
    if every and inside and not unaffected:
        return Judgement(Verdict.AFFECTED, Why.EVERY_VERSION)
    if not version:
        return Judgement(Verdict.UNKNOWN, Why.VERSION_MISSING)
    excluded = spares(scheme, unaffected, version) if unaffected else False
    if excluded and inside and not every:
        # A single version that is taken out of a wider range is no contradiction.
        inside = contains(scheme, ranges, version, fixed_in, unaffected) is not False
    verdict, why = _weighed(inside=inside, every=every, excluded=excluded)
    if why is Why.NOT_COMPARABLE and not is_readable(scheme, version):
        why = Why.VERSION_UNREAD
    return Judgement(verdict, why)


def _weighed(*, inside: bool | None, every: bool, excluded: bool | None) -> tuple[Verdict, Why]:
    """Weigh what is stated as affected against what is not; exceptions go before "every version"."""
    if excluded:
        contradicts = inside and not every
        return (_UNKNOWN, Why.CONTRADICTS_ITSELF) if contradicts else (Verdict.NOT_AFFECTED, Why.EXCLUDED)
    if inside and not (every and excluded is None):
        return Verdict.AFFECTED, Why.EVERY_VERSION if every else Why.INSIDE
    return (Verdict.NOT_AFFECTED, Why.OUTSIDE) if inside is False else (_UNKNOWN, Why.NOT_COMPARABLE)


def _holds(scheme: str, ranges: tuple[str, ...], version: str, fixed_in: tuple[str, ...] = ()) -> bool | None:
    """Tell whether ranges hold a version; a list of single versions names all that it means."""
    single = _listed_versions(scheme, ranges)
    if single is None:
        return contains(scheme, ranges, version, fixed_in)
    if canonical(scheme, version) in single:
        fixed = any(compare(scheme, fix, version) is Relation.SAME for fix in fixed_in)
        return None if fixed else True
    if not version or not is_readable(scheme, version):
        return None
    # `7.0.1` in a list may mean each of its builds: that is for the ranges to say.
    asked = Version.read(scheme, version)
    if any(Version.read(scheme, one).includes(asked) for one in single):
        return contains(scheme, ranges, version, fixed_in)
    return False if any(is_readable(scheme, one) for one in single) else None


@lru_cache(maxsize=4096)
def _listed_versions(scheme: str, ranges: tuple[str, ...]) -> frozenset[str] | None:
    """Give the versions of a list such as Cisco's, one spelling each; None where a range is among them."""
    listed = [comparators(text) for text in ranges]
    if any(one is None or len(one) != 1 or one[0][0] != "=" for one in listed):
        return None
    return frozenset(canonical(scheme, one[0][1]) for one in listed if one)


def candidates(scheme: str, statement: Statement) -> frozenset[str]:
    """Give the versions that a statement names as mended, or from which on it no longer speaks."""
    stated = (one for text in statement.ranges for one in comparators(text) or ())
    ends = (version for operator, version in stated if operator == "<")
    spared = (one for text in statement.unaffected for one in comparators(text) or ())
    begins = (version for operator, version in spared if operator in (">=", "="))
    named = (*statement.fixed_in, *ends, *begins)
    return frozenset(one for one in named if is_readable(scheme, one))


def fixes_for(scheme: str, fixed_in: tuple[str, ...], version: str) -> tuple[tuple[str, ...], bool]:
    """Give the fixes of a version's train, else all; and whether fixes exist, but none in that train."""
    own_train = train(scheme, version)
    of_train = tuple(one for one in fixed_in if own_train and train(scheme, one) == own_train)
    return of_train or fixed_in, bool(own_train and fixed_in and not of_train)
