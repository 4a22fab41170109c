"""Whether a version lies in the ranges that an advisory states.

A range is a list of comparators that all hold, `>=6.0.0 <=6.0.4`; `*` is every version. Several ranges are
alternatives, as one for each train.
"""

import re
from enum import Enum

from jcssa_desktop.domain.firmware_version import Relation, compare

EVERY_VERSION = "*"

_COMPARATOR = re.compile(r"(>=|<=|>|<|=)\s*(.*?)\s*(?=>=|<=|>|<|=|$)")
_HOLDS = {
    ">=": {Relation.NEWER, Relation.SAME},
    "<=": {Relation.OLDER, Relation.SAME},
    ">": {Relation.NEWER},
    "<": {Relation.OLDER},
    "=": {Relation.SAME},
}


class _Answer(Enum):
    INSIDE = "inside"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


def contains(scheme: str, ranges: tuple[str, ...], version: str) -> bool | None:
    """Tell whether any range holds the version; None where that cannot be told.

    A range of another train or product does not speak of this version: beside one that does, it is passed
    over, and alone it leaves the question open.
    """
    if not version.strip():
        return True if EVERY_VERSION in ranges else None
    answers = [_answer(scheme, one, version) for one in ranges]
    if _Answer.INSIDE in answers:
        return True
    if _Answer.UNKNOWN in answers or _Answer.OUTSIDE not in answers:
        return None
    return False


def comparators(text: str) -> tuple[tuple[str, str], ...] | None:
    """Take a range apart into (operator, version); None for what is no range."""
    found = _COMPARATOR.findall(text)
    rest = _COMPARATOR.sub("", text).strip()
    if not found or rest or not all(version for _, version in found):
        return None
    return tuple(found)


def _answer(scheme: str, text: str, version: str) -> _Answer:
    if text.strip() == EVERY_VERSION:
        return _Answer.INSIDE
    parts = comparators(text.strip())
    if parts is None:
        return _Answer.UNKNOWN
    relations = [(operator, compare(scheme, version, bound)) for operator, bound in parts]
    found = {relation for _, relation in relations}
    if Relation.INCOMPARABLE in found:
        return _Answer.ELSEWHERE
    if any(
        relation is not Relation.UNKNOWN and relation not in _HOLDS[operator]
        for operator, relation in relations
    ):
        return _Answer.OUTSIDE
    return _Answer.UNKNOWN if Relation.UNKNOWN in found else _Answer.INSIDE
