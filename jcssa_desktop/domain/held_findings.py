"""What all sources together say of a product at a version: one finding for each vulnerability.

What is said of the very product beats what is said of its firmware family, and that beats what only shares a
name. Among equals "affected" beats "not affected", unless the maker itself takes this version of this product
out, or "affected" is only said of all that came before another train while its own train is known as mended;
what is decided beats what could not be read. Sources that differ stay side by side in the finding.
"""

from functools import lru_cache

from msgspec import Struct

from jcssa_desktop.domain.affected_range import mends_train, reaches_across
from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker
from jcssa_desktop.domain.finding import Finding, FindingSource, Verdict
from jcssa_desktop.domain.firmware_version import COMMON, RAW, Relation, Version, listing_key, train
from jcssa_desktop.domain.judging import Judgement, Why, candidates, fixes_for, judge
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.product_names import maker_keys
from jcssa_desktop.domain.vulnerability import Stated, Vulnerability, vulnerabilities

_VERDICTS = (Verdict.AFFECTED, Verdict.UNKNOWN, Verdict.NOT_AFFECTED)

_Held = tuple[Stated, Judgement]
"""One statement and what it means for the version."""


class _Known(Struct, frozen=True, eq=False):
    """Knowledge as a key that is compared by being the same thing: its content never changes."""

    knowledge: ProductKnowledge

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.knowledge is self.knowledge

    def __hash__(self) -> int:
        return id(self.knowledge)


def findings(knowledge: ProductKnowledge, version: str) -> tuple[Finding, ...]:
    """Hold every statement about the product against one version.

    Affected ones come first, those known to be exploited before the others, then unknown and not affected
    ones; within each the newest first.
    """
    return _findings(_Known(knowledge), version)


@lru_cache(maxsize=64)
def _findings(known: _Known, version: str) -> tuple[Finding, ...]:
    scheme = scheme_of(known.knowledge)
    maker = known.knowledge.maker
    found = (_finding(one, scheme, maker, version) for one in _vulnerabilities(known))
    return tuple(sorted(found, key=_urgency))


@lru_cache(maxsize=64)
def _vulnerabilities(known: _Known) -> tuple[Vulnerability, ...]:
    return vulnerabilities(known.knowledge)


def lowest_unaffected(knowledge: ProductKnowledge, version: str) -> str:
    """Give the lowest version of a version's train that no known advisory affects; "" where there is none.

    Only versions that an advisory or an observation names are looked at, and none older than the one asked
    about. It is no promise: what could not be read may affect it still.
    """
    scheme = scheme_of(knowledge)
    own_train = train(scheme, version)
    asked = Version.read(scheme, version)
    # What affects one version mostly affects the next: it is looked at first.
    suspects = list(_vulnerabilities(_Known(knowledge)))
    named = {
        one
        for suspect in suspects
        for stated in suspect.stated
        for one in candidates(scheme, stated.concerning.statement)
    }
    named |= {one.version for one in knowledge.observations}
    for one in sorted(named, key=lambda text: listing_key(scheme, text)):
        relation = Version.read(scheme, one).relation(asked)
        if train(scheme, one) != own_train or relation not in (Relation.SAME, Relation.NEWER):
            continue
        affecting = next(
            (
                place
                for place, suspect in enumerate(suspects)
                if _decided(_held(suspect, scheme, one), knowledge.maker, scheme, one)[1].verdict
                is Verdict.AFFECTED
            ),
            None,
        )
        if affecting is None:
            return one
        suspects.insert(0, suspects.pop(affecting))
    return ""


def scheme_of(knowledge: ProductKnowledge) -> str:
    """Give the version scheme of the product's firmware family, else that of its maker."""
    return scheme_for(knowledge.family, knowledge.maker)


def scheme_for(family: FirmwareFamily | None, maker: Maker) -> str:
    """Give the version scheme of a family, else that of the maker, else what all makers have in common."""
    if family:
        return family.scheme
    return COMMON if maker.scheme in ("", RAW) else maker.scheme


def _held(vulnerability: Vulnerability, scheme: str, version: str) -> list[_Held]:
    return [(one, judge(scheme, one.concerning.statement, version)) for one in vulnerability.stated]


def _urgency(finding: Finding) -> tuple[int, bool]:
    return _VERDICTS.index(finding.verdict), finding.kev_added is None


def _decided(held: list[_Held], maker: Maker, scheme: str, version: str) -> _Held:
    """Choose the statement that decides (see the head of this module); the surest come first in `held`."""
    decided = [
        pair for pair in held if pair[1].verdict is not Verdict.UNKNOWN and not _is_doubted(pair, held)
    ]
    if not decided:
        return next((pair for pair in held if pair[1].verdict is Verdict.UNKNOWN), held[0])
    equals = [pair for pair in decided if pair[0].tier == decided[0][0].tier]
    affected = next((pair for pair in equals if pair[1].verdict is Verdict.AFFECTED), None)
    if affected is None:
        return equals[0]
    exempting = next((pair for pair in equals if _exempts(pair, maker)), None)
    return exempting or _mending(equals, maker, scheme, version) or affected


def _mending(equals: list[_Held], maker: Maker, scheme: str, version: str) -> _Held | None:
    """Give the statement that knows the version's own train as mended, where none says more of that train."""
    affecting = [one.concerning.statement for one, judged in equals if judged.verdict is Verdict.AFFECTED]
    for pair in equals:
        stated = pair[0].concerning.statement
        if (
            pair[1].verdict is Verdict.NOT_AFFECTED
            and mends_train(scheme, stated.ranges, stated.fixed_in, version)
            and all(
                reaches_across(scheme, one.ranges, version, begun=_is_of_maker(pair[0], maker))
                for one in affecting
            )
        ):
            return pair
    return None


def _is_doubted(pair: _Held, held: list[_Held]) -> bool:
    """Tell whether the same record says something unread that is as much or more of the very product."""
    return pair[1].verdict is Verdict.NOT_AFFECTED and any(
        judgement.verdict is Verdict.UNKNOWN and one.record is pair[0].record and one.tier <= pair[0].tier
        for one, judgement in held
    )


def _exempts(pair: _Held, maker: Maker) -> bool:
    """Tell whether the maker itself takes the version of this very product out."""
    stated, judgement = pair
    return not stated.tier and judgement.why is Why.EXCLUDED and _is_of_maker(stated, maker)


def _is_of_maker(stated: Stated, maker: Maker) -> bool:
    """Tell whether a record is of the maker itself (source `Mihon` or `Mihon PSIRT`)."""
    spellings = (maker.name_ja, maker.name_en, *maker.aliases)
    names = frozenset(key for name in spellings for key in maker_keys(name))
    words = stated.record.source.split()
    return any(maker_keys(" ".join(words[: count + 1])) & names for count in range(len(words)))


def _finding(vulnerability: Vulnerability, scheme: str, maker: Maker, version: str) -> Finding:
    held = _held(vulnerability, scheme, version)
    first, judgement = _decided(held, maker, scheme, version)
    own = [
        one.concerning.statement
        for one, judged in held
        if one.tier == first.tier and judged.verdict is judgement.verdict
    ]
    fixes = tuple(dict.fromkeys(fix for one in own for fix in one.fixed_in))
    fixed_in, none_in_train = fixes_for(scheme, fixes, version) if fixes else (fixes, False)
    kev = vulnerability.kev
    return Finding(
        advisory_id=vulnerability.number,
        ids=vulnerability.ids,
        verdict=judgement.verdict,
        confidence=first.concerning.confidence,
        stated=first.concerning.statement.stated,
        source=first.record.source,
        seen_on=first.record.seen_on,
        fixed_in=fixed_in,
        no_fix=all(one.no_fix for one in own),
        summary_ja=vulnerability.summary_ja,
        summary_en=vulnerability.summary_en,
        advice_ja=vulnerability.advice_ja,
        advice_en=vulnerability.advice_en,
        source_url=first.record.source_url,
        kev_added=min((one.added for one in kev), default=None),
        kev_ransomware=any(one.ransomware for one in kev),
        kev_catalogue=max((one.catalogue_version for one in kev), default=""),
        cvss=vulnerability.cvss,
        why=judgement.why.value,
        no_fix_in_train=none_in_train,
        sources=_sources(held),
    )


def _sources(held: list[_Held]) -> tuple[FindingSource, ...]:
    """Say what each record states, the surest first; the same words of one record once."""
    told: dict[tuple[int, str, Verdict], FindingSource] = {}
    for one, judgement in held:
        stated, record = one.concerning.statement.stated, one.record
        key = (id(record), stated, judgement.verdict)
        if key not in told:
            told[key] = FindingSource(
                record.source,
                record.record_id,
                stated,
                judgement.verdict,
                one.concerning.confidence,
                record.seen_on,
                one.file,
                record.source_url,
                one.concerning.settled_by,
            )
    return tuple(told.values())
