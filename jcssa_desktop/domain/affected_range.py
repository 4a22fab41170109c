"""Whether a version lies in the ranges that an advisory states.

A range is a list of comparators that all hold, `>=6.0.0 <=6.0.4`; `*` is every version, `=7.2.*` every one
of a train. Several ranges are alternatives. Where a maker mends several trains side by side, three rules of
reading keep a statement on one train from being taken for a statement on another:

1. A range of another line of versions (another generation, another product) says nothing of this version.
2. Where a range ends in the version's own train, or a fix is named in it, the train is mended from there on:
   a wider range that ends in another train does not reach past it. `<=7.0.1-5151` beside `<=7.1.1-7051`
   leaves 7.0.1-5161 out.
3. A range without a beginning means its own train and all before it. That is taken by its word only where
   no other range ends further down; else what lies between is unknown, not affected. Where versions have
   no trains, those that differ in their last figure alone are taken for one.

What a source states as not affected is an exception from `*`, and from a range where it names one version, or
a part of one train that ends before the range does; elsewhere the source contradicts itself.
"""

from enum import Enum
from functools import lru_cache

from msgspec import Struct

from jcssa_desktop.domain.firmware_version import Relation, Version
from jcssa_desktop.domain.listed_versions import ListedVersions
from jcssa_desktop.domain.range_bounds import Holds, Range, comparators, leading_figures, read_range

__all__ = ["EVERY_VERSION", "comparators", "contains", "mends_train", "reaches_across"]

EVERY_VERSION = "*"

_KEPT = 512
"""Statements kept in their read form: a catalogue asks about the same ones at many versions."""


class _Answer(Enum):
    INSIDE = "inside"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class _Case(Struct, frozen=True):
    """The version asked about; whether its train is mended by a named fix, and what ended in it before."""

    version: Version
    named_as_mended: bool
    ended: tuple[Range, ...]


class _Ranges(Struct, frozen=True):
    """Ranges of one statement: the ones read, those that only name a version, and whether any is unread."""

    spans: tuple[Range, ...]
    listed: ListedVersions
    every: bool
    unread: bool


def contains(
    scheme: str,
    ranges: tuple[str, ...],
    version: str,
    fixed_in: tuple[str, ...] = (),
    unaffected: tuple[str, ...] = (),
) -> bool | None:
    """Tell whether any range holds the version; None where that cannot be told.

    False only where a range speaks of the version's line and none leaves it open, or where `unaffected`
    does. `fixed_in` are the versions that the source names as mended; a version that it states as affected
    and as mended gives None.
    """
    asked = Version.read(scheme, version)
    affected = _read(scheme, ranges)
    spared = _spared(_read(scheme, unaffected), asked) if unaffected else _Answer.OUTSIDE
    fixes = [Version.read(scheme, fix) for fix in fixed_in]
    named_as_mended = any(_is_mended_by(fix, asked) for fix in fixes)
    if affected.every:
        return _of_every(spared, named_as_mended=named_as_mended)
    if not asked.text:
        return None
    case = _Case(asked, named_as_mended, tuple(one for one in affected.spans if one.ends_before(asked)))
    answers = {_read_among(case, one, affected.spans) for one in affected.spans}
    answers.add(_listed(affected.listed, asked))
    if _Answer.INSIDE in answers:
        is_fix = any(fix.relation(asked) is Relation.SAME for fix in fixes)
        return _of_inside(affected, _read(scheme, unaffected), spared, asked, is_fix=is_fix)
    if spared is _Answer.INSIDE or (not affected.unread and _is_past(fixes, asked)):
        return False
    undecided = affected.unread or _Answer.UNKNOWN in answers or _Answer.OUTSIDE not in answers
    return None if undecided else False


def _is_excepted(spared: tuple[Range, ...], affected: _Ranges, asked: Version) -> bool:
    """Tell whether a part of the version's train is taken out of wider ranges: `>=10.2.9-h16 <10.2.10`."""
    if affected.listed.names(asked) is Holds.YES:
        return False
    ends = [one.end for one in affected.spans if _answer(one, asked) is _Answer.INSIDE]
    for one in spared:
        if one.begin is None or one.end is None or not one.begin.version.train == one.end.version.train != "":
            continue
        last = one.end.version
        if _answer(one, asked) is _Answer.INSIDE and all(
            end is None or end.version.relation(last) is Relation.NEWER for end in ends
        ):
            return True
    return False


def mends_train(scheme: str, ranges: tuple[str, ...], fixed_in: tuple[str, ...], version: str) -> bool:
    """Tell whether a range that ends in the version's own train, or a fix of that train, lies behind it."""
    asked = Version.read(scheme, version)
    ended = any(one.ends_before(asked) for one in _read(scheme, ranges).spans)
    return ended or any(asked.train and _is_mended_by(Version.read(scheme, fix), asked) for fix in fixed_in)


def reaches_across(scheme: str, ranges: tuple[str, ...], version: str, *, begun: bool) -> bool:
    """Tell whether ranges hold the version only as one of a train in which they do not end.

    `begun`: they may begin in it, as `>=6.4.0 <7.0.3` does for 6.4.16.
    """
    asked = Version.read(scheme, version)
    read = _read(scheme, ranges)
    if read.every or read.listed.names(asked) is Holds.YES or not asked.train:
        return False
    holding = [one for one in read.spans if _answer(one, asked) is _Answer.INSIDE]
    return bool(holding) and all(
        one.end is not None
        and one.end.version.train != asked.train
        and (begun or one.begin is None or one.begin.version.train != asked.train)
        for one in holding
    )


def _of_every(spared: _Answer, *, named_as_mended: bool) -> bool | None:
    if spared is _Answer.INSIDE:
        return False
    return None if named_as_mended or spared is _Answer.UNKNOWN else True


def _of_inside(
    affected: _Ranges, unaffected: _Ranges, spared: _Answer, asked: Version, *, is_fix: bool
) -> bool | None:
    """What is taken out of a wider range is an exception; anything else contradicts the range."""
    if _is_excepted(unaffected.spans, affected, asked):
        return False
    if is_fix:
        return None
    if spared is not _Answer.INSIDE:
        return True
    listed = affected.listed.names(asked) is Holds.YES
    excepted = unaffected.listed.names(asked) is Holds.YES and not listed
    return False if excepted else None


@lru_cache(maxsize=_KEPT)
def _read(scheme: str, ranges: tuple[str, ...]) -> _Ranges:
    texts = tuple(dict.fromkeys(text.strip() for text in ranges))
    read = [read_range(scheme, text) for text in texts if text != EVERY_VERSION]
    spans = tuple(one for one in read if one is not None)
    single = tuple(one for one in spans if _names_one_version(one))
    return _Ranges(
        spans=tuple(one for one in spans if not _names_one_version(one)),
        listed=ListedVersions.of(one.bounds[0].version for one in single),
        every=EVERY_VERSION in texts,
        unread=None in read,
    )


def _names_one_version(one: Range) -> bool:
    first, *others = one.bounds
    return not others and first.operator == "=" and first.train_figures is None


def _listed(listed: ListedVersions, asked: Version) -> _Answer:
    match listed.names(asked):
        case Holds.YES:
            return _Answer.INSIDE
        case Holds.NO:
            return _Answer.OUTSIDE
        case Holds.OPEN:
            return _Answer.UNKNOWN
    return _Answer.ELSEWHERE


def _spared(unaffected: _Ranges, asked: Version) -> _Answer:
    """Tell whether the version is stated as not affected."""
    if unaffected.every or unaffected.listed.names(asked) is Holds.YES:
        return _Answer.INSIDE
    if not asked.text:
        return _Answer.UNKNOWN
    answer = _spared_by_spans(unaffected.spans, asked)
    return _Answer.UNKNOWN if unaffected.unread and answer is not _Answer.INSIDE else answer


def _spared_by_spans(spans: tuple[Range, ...], asked: Version) -> _Answer:
    """Answer by the ranges of the version's own train, and by the others where there are none.

    A range with no end that begins in another train is left open where others begin after it: `>=10.1.14`
    beside `>=11.0.2` says nothing of 10.2.3.
    """
    of_others = [one for one in spans if _begins_elsewhere(one, asked)]
    own = {_answer(one, asked) for one in spans if one not in of_others}
    for answer in (_Answer.INSIDE, _Answer.UNKNOWN, _Answer.OUTSIDE):
        if answer in own:
            return answer
    answers = {_answer(one, asked) for one in of_others}
    return (answers or {_Answer.ELSEWHERE}).pop() if len(answers) <= 1 else _Answer.UNKNOWN


def _begins_elsewhere(one: Range, asked: Version) -> bool:
    return one.end is None and one.begin is not None and one.begin.version.train != asked.train


def _is_mended_by(fix: Version, asked: Version) -> bool:
    return fix.train == asked.train and asked.relation(fix) in (Relation.NEWER, Relation.SAME)


def _is_past(fixes: list[Version], asked: Version) -> bool:
    """Tell whether the version is mended by a fix of its own train, whatever a range leaves open."""
    of_train = [fix.relation(asked) for fix in fixes if fix.train == asked.train]
    return Relation.SAME in of_train or (bool(of_train) and set(of_train) == {Relation.OLDER})


def _read_among(case: _Case, one: Range, all_ranges: tuple[Range, ...]) -> _Answer:
    """Answer for one range in the light of the others (rules 2 and 3)."""
    answer = _answer(one, case.version)
    own_train = case.version.train
    if answer is _Answer.INSIDE and not own_train:
        return _read_without_trains(case.version, one, all_ranges)
    if answer is not _Answer.INSIDE or not own_train or one.end is None or one.end.version.train == own_train:
        return answer
    if case.named_as_mended:
        return _Answer.OUTSIDE
    if any(not _begins_after(one, other) for other in case.ended):
        contradicts = one.begin is not None and one.begin.version.train == own_train
        return _Answer.UNKNOWN if contradicts else _Answer.OUTSIDE
    if one.begin is None and any(_ends_further_down(other, one.end.version) for other in all_ranges):
        return _Answer.UNKNOWN
    return answer


def _read_without_trains(asked: Version, one: Range, all_ranges: tuple[Range, ...]) -> _Answer:
    """Answer for a range that holds a version of no train: `<1.6.2` beside `<1.7.4` means what 1.6.2 mends.

    Versions that differ in their last figure alone stand in for a train.
    """
    if one.begin is not None or one.end is None or _is_beside(asked, one.end.version):
        return _Answer.INSIDE
    ends = [other.end for other in all_ranges if other.begin is None and Holds.NO in other.holds(asked)]
    if not ends:
        return _Answer.INSIDE
    is_mended = any(end and _is_beside(asked, end.version, least=2) for end in ends)
    return _Answer.OUTSIDE if is_mended else _Answer.UNKNOWN


def _is_beside(asked: Version, end: Version, least: int = 1) -> bool:
    length = max(len(leading_figures(asked)), len(leading_figures(end)))
    first, second = (leading_figures(one, at_least=length)[:-1] for one in (asked, end))
    return len(first) >= least and first == second


def _begins_after(one: Range, other: Range) -> bool:
    """Tell whether a range begins where another has ended: it is open again from there on."""
    if one.begin is None or other.end is None:
        return False
    relation = one.begin.version.relation(other.end.version)
    return relation is Relation.NEWER or (relation is Relation.SAME and other.end.operator == "<")


def _ends_further_down(other: Range, end: Version) -> bool:
    if other.end is None or other.end.version.train == end.train:
        return False
    return other.end.version.relation(end) is Relation.OLDER


def _answer(one: Range, asked: Version) -> _Answer:
    found = one.holds(asked)
    if Holds.NO in found:
        return _Answer.OUTSIDE
    if Holds.APART in found:
        return _Answer.ELSEWHERE
    return _Answer.UNKNOWN if Holds.OPEN in found else _Answer.INSIDE
