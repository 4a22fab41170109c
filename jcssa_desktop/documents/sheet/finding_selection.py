"""Which findings the sheet tells one by one, and which it only counts and names.

A sheet that nobody reads to its end informs nobody. Where a device has hundreds of advisories, those that
are exploited and the gravest that apply are told in full; the record inside the PDF holds all of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from jcssa_desktop.domain.finding import Finding, Verdict

VERDICT_ORDER = (Verdict.AFFECTED, Verdict.UNKNOWN, Verdict.NOT_AFFECTED)

_ALL_UP_TO = 20
_MOST = {Verdict.AFFECTED: 12, Verdict.UNKNOWN: 4, Verdict.NOT_AFFECTED: 0}
_OF_EACH = 2
"""So many that apply are told of every product, however grave those of the others are."""
_MOST_EXPLOITED = 30


class Compared(Struct, frozen=True):
    """One advisory held against products at a version, with the same outcome for all of them."""

    number: int
    finding: Finding
    models: tuple[str, ...]


class Counted(Struct, frozen=True):
    """What is not told one by one: how many advisories of one outcome the same products have."""

    models: tuple[str, ...]
    verdict: Verdict
    advisory_ids: tuple[str, ...]


def score(finding: Finding) -> float | None:
    """Return the score of the newest CVSS version that a source gave."""
    rated = sorted(finding.cvss, key=lambda one: one.version, reverse=True)
    return rated[0].score if rated else None


def ranked(compared: Iterable[Compared]) -> list[Compared]:
    """Put the affected first, exploited ones before the others, then by product and severity."""
    return sorted(compared, key=_rank)


def _rank(compared: Compared) -> tuple[int, bool, int, float]:
    finding = compared.finding
    order = VERDICT_ORDER.index(finding.verdict)
    return order, finding.kev_added is None, compared.number, -(score(finding) or 0.0)


def parted(compared: Sequence[Compared]) -> tuple[list[Compared], list[Counted]]:
    """Part ranked findings into those that are told in full and those that are counted."""
    if len(compared) <= _ALL_UP_TO:
        return list(compared), []
    told = _told(compared)
    counted: dict[tuple[tuple[str, ...], Verdict], list[str]] = {}
    for index, one in enumerate(compared):
        if index not in told:
            counted.setdefault((one.models, one.finding.verdict), []).append(one.finding.advisory_id)
    return (
        [compared[index] for index in sorted(told)],
        [Counted(models, verdict, tuple(ids)) for (models, verdict), ids in counted.items()],
    )


def _told(compared: Sequence[Compared]) -> set[int]:
    """Choose by index: the exploited, the gravest of each product, then the gravest of all."""
    told: set[int] = set()
    exploited = 0
    of_each: Counter[tuple[str, ...]] = Counter()
    for index, one in enumerate(compared):
        verdict = one.finding.verdict
        is_exploited = one.finding.kev_added is not None and verdict is not Verdict.NOT_AFFECTED
        is_first = verdict is Verdict.AFFECTED and of_each[one.models] < _OF_EACH
        if (is_exploited and exploited < _MOST_EXPLOITED) or is_first:
            told.add(index)
            exploited += is_exploited
            of_each[one.models] += 1
    for verdict, most in _MOST.items():
        room = most - sum(compared[index].finding.verdict is verdict for index in told)
        rest = (index for index, one in enumerate(compared) if one.finding.verdict is verdict)
        told |= set(islice((index for index in rest if index not in told), max(room, 0)))
    return told
