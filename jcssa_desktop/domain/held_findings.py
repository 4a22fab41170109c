"""What all sources together say of a product at a version: one finding for each vulnerability.

Sources are joined by CVE number. What is said of the very product beats what is said of its firmware family,
and that beats what only shares a name. Among equals "affected" beats "not affected", unless the maker itself
takes this version of this product out; what is decided beats what could not be read. Sources that differ
stay side by side in the finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jcssa_desktop.domain.catalogue import Cvss, Kev, Maker
from jcssa_desktop.domain.finding import Confidence, Finding, FindingSource, Verdict
from jcssa_desktop.domain.firmware_version import RAW, Relation, Version, listing_key, train
from jcssa_desktop.domain.judging import Judgement, Why, candidates, fixes_for, judge
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement, ProductKnowledge
from jcssa_desktop.domain.product_names import maker_keys

_Stated = list[tuple[ConcerningAdvisory, ConcerningStatement]]

_VERDICTS = (Verdict.AFFECTED, Verdict.UNKNOWN, Verdict.NOT_AFFECTED)
_CONFIDENCES = (Confidence.EXACT, Confidence.FAMILY, Confidence.NAME)


@dataclass(frozen=True, slots=True)
class _Held:
    """One statement held against the version."""

    record: ListedAdvisory
    file: str
    concerning: ConcerningStatement
    judgement: Judgement

    @property
    def tier(self) -> int:
        return _CONFIDENCES.index(self.concerning.confidence)

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict


def findings(knowledge: ProductKnowledge, version: str) -> tuple[Finding, ...]:
    """Hold every statement about the product against one version.

    Affected ones come first, those known to be exploited before the others, then unknown and not affected
    ones; within each the newest first.
    """
    kev = {entry.cve.strip().upper(): entry for entry in knowledge.kev}
    scheme = scheme_of(knowledge)
    found = []
    for number, stated in _stated_by_number(knowledge).items():
        held = _held(scheme, stated, version)
        found.append((_published(held), _finding(number, held, knowledge, version, kev)))
    found.sort(key=lambda pair: (pair[0], pair[1].advisory_id), reverse=True)
    return tuple(sorted((finding for _, finding in found), key=_urgency))


def lowest_unaffected(knowledge: ProductKnowledge, version: str) -> str:
    """Give the lowest version of a version's train that no known advisory affects; "" where there is none.

    Only versions that an advisory or an observation names are looked at, and none older than the one asked
    about. It is no promise: what could not be read may affect it still.
    """
    scheme = scheme_of(knowledge)
    own_train = train(scheme, version)
    asked = Version.read(scheme, version)
    stated = _stated_by_number(knowledge)
    named = {
        one
        for advisory in knowledge.advisories
        for concerning in advisory.statements
        for one in candidates(scheme, concerning.statement)
    }
    named |= {one.version for one in knowledge.observations}
    # What affects one version mostly affects the next: it is looked at first.
    suspects = list(stated.values())
    for one in sorted(named, key=lambda text: listing_key(scheme, text)):
        relation = Version.read(scheme, one).relation(asked)
        if train(scheme, one) != own_train or relation not in (Relation.SAME, Relation.NEWER):
            continue
        found = next(
            (
                place
                for place, suspect in enumerate(suspects)
                if _decide(_held(scheme, suspect, one), knowledge.maker)[0] is Verdict.AFFECTED
            ),
            None,
        )
        if found is None:
            return one
        suspects.insert(0, suspects.pop(found))
    return ""


def scheme_of(knowledge: ProductKnowledge) -> str:
    """Give the version scheme of the product's firmware family."""
    if knowledge.family:
        return knowledge.family.scheme
    return knowledge.maker.scheme or RAW


def _stated_by_number(knowledge: ProductKnowledge) -> dict[str, _Stated]:
    """Gather the statements by CVE, or by a record's own number where it has none."""
    gathered: dict[str, _Stated] = {}
    for advisory in knowledge.advisories:
        if advisory.record.state is RecordState.WITHDRAWN:
            continue
        for concerning in advisory.statements:
            for number in _numbers(advisory, concerning):
                gathered.setdefault(number, []).append((advisory, concerning))
    return gathered


def _held(scheme: str, stated: _Stated, version: str) -> list[_Held]:
    return [
        _Held(advisory.record, advisory.file, one, judge(scheme, one.statement, version))
        for advisory, one in stated
    ]


def _numbers(advisory: ConcerningAdvisory, concerning: ConcerningStatement) -> tuple[str, ...]:
    cves = concerning.statement.cves or _cves(advisory.record)
    return tuple(dict.fromkeys(one.strip().upper() for one in cves)) or (advisory.record.record_id,)


def _cves(record: ListedAdvisory) -> tuple[str, ...]:
    return tuple(one for one in (record.record_id, *record.ids) if _is_cve(one))


def _is_cve(number: str) -> bool:
    return number.strip().upper().startswith("CVE-")


def _published(held: list[_Held]) -> date:
    return max(one.record.published_on or one.record.seen_on for one in held)


def _urgency(finding: Finding) -> tuple[int, bool]:
    return _VERDICTS.index(finding.verdict), finding.kev_added is None


def _decide(held: list[_Held], maker: Maker) -> tuple[Verdict, _Held]:
    """Choose the statement that decides (see the head of this module)."""
    decided = [one for one in held if one.verdict is not Verdict.UNKNOWN and not _is_doubted(one, held)]
    if not decided:
        return Verdict.UNKNOWN, min(held, key=lambda one: (one.tier, -one.record.seen_on.toordinal()))
    best = min(one.tier for one in decided)
    equals = [one for one in decided if one.tier == best]
    exempt = [one for one in equals if _exempts(one, maker)]
    affected = [one for one in equals if one.verdict is Verdict.AFFECTED]
    first = (exempt or affected or equals)[0]
    return first.verdict, first


def _is_doubted(one: _Held, held: list[_Held]) -> bool:
    """Tell whether the same record says something unread of the very product, where this is of less."""
    return one.verdict is Verdict.NOT_AFFECTED and any(
        other.verdict is Verdict.UNKNOWN and other.record is one.record and other.tier <= one.tier
        for other in held
    )


def _exempts(one: _Held, maker: Maker) -> bool:
    """Tell whether the maker itself takes this version of this product out."""
    names = frozenset(
        key for name in (maker.name_ja, maker.name_en, *maker.aliases) for key in maker_keys(name)
    )
    own_word = bool(maker_keys(one.record.source) & names)
    return own_word and one.tier == 0 and one.judgement.why is Why.EXCLUDED


def _finding(
    number: str, held: list[_Held], knowledge: ProductKnowledge, version: str, kev: dict[str, Kev]
) -> Finding:
    verdict, first = _decide(held, knowledge.maker)
    records = list({id(one.record): one.record for one in (first, *held)}.values())
    own = [one for one in held if one.tier == first.tier and one.verdict is verdict]
    fixes, none_in_train = fixes_for(
        scheme_of(knowledge),
        tuple(dict.fromkeys(fix for one in (first, *own) for fix in one.concerning.statement.fixed_in)),
        version,
    )
    exploited = [kev[one] for one in _ids(number, records) if one.upper() in kev]
    return Finding(
        advisory_id=number,
        ids=_ids(number, records),
        verdict=verdict,
        confidence=first.concerning.confidence,
        stated=first.concerning.statement.stated,
        source=first.record.source,
        seen_on=first.record.seen_on,
        fixed_in=fixes,
        no_fix=all(one.concerning.statement.no_fix for one in own),
        summary_ja=_first(one.summary_ja for one in records),
        summary_en=_first(one.summary_en for one in records),
        advice_ja=_first(one.advice_ja for one in records),
        advice_en=_first(one.advice_en for one in records),
        source_url=first.record.source_url,
        kev_added=min((one.added for one in exploited), default=None),
        kev_ransomware=any(one.ransomware for one in exploited),
        kev_catalogue=max((one.catalogue_version for one in exploited), default=""),
        cvss=tuple(dict.fromkeys(_scores(records))),
        why=first.judgement.why.value,
        no_fix_in_train=none_in_train,
        sources=_sources(held),
    )


def _ids(number: str, records: Iterable[ListedAdvisory]) -> tuple[str, ...]:
    """Give all numbers of a vulnerability; a record of several CVEs lends its own number, not the others."""
    numbers = (one for record in records for one in (record.record_id, *record.ids))
    return tuple(dict.fromkeys((number, *(one for one in numbers if not _is_cve(one)))))


def _scores(records: Iterable[ListedAdvisory]) -> Iterator[Cvss]:
    for record in records:
        yield from record.cvss


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _sources(held: list[_Held]) -> tuple[FindingSource, ...]:
    """Say what each record states, the surest first."""
    stated = {
        (one.record.source, one.record.record_id, one.concerning.statement.stated, one.verdict): one
        for one in sorted(held, key=lambda one: one.tier, reverse=True)
    }
    return tuple(
        FindingSource(
            source=one.record.source,
            record_id=one.record.record_id,
            stated=one.concerning.statement.stated,
            verdict=one.verdict,
            confidence=one.concerning.confidence,
            seen_on=one.record.seen_on,
            file=one.file,
            source_url=one.record.source_url,
            settled_by=one.concerning.settled_by,
        )
        for one in sorted(stated.values(), key=lambda one: one.tier)
    )
