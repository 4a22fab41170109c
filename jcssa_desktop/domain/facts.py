"""What the catalogue lets us say about a product at a version, and nothing beyond it.

Honesty rules: an advisory whose range cannot be read is unknown, never dropped; "latest" is the newest
observation that was not withdrawn, with its day; no finding is not "safe".
"""

from collections.abc import Iterable, Iterator
from datetime import date

from jcssa_desktop.domain.affected_range import contains
from jcssa_desktop.domain.catalogue import (
    Advisory,
    Affected,
    Entitlement,
    FirmwareObservation,
    FirmwareState,
    Kev,
    Maker,
    ProductKnowledge,
)
from jcssa_desktop.domain.finding import (
    Confidence,
    DeliveredState,
    Finding,
    LatestVersion,
    StatedLifecycle,
    Verdict,
    VersionState,
)
from jcssa_desktop.domain.firmware_version import Relation, compare, train
from jcssa_desktop.domain.record import LineFacts, MakerSources, UsedSource

OLD_AFTER_DAYS = 30
"""A latest version seen longer ago than this is shown as old."""

CONFIRM_AFTER_DAYS = 90
"""A latest version seen longer ago than this needs a person's confirmation before issuing."""

_VERDICT_ORDER = (Verdict.AFFECTED, Verdict.UNKNOWN, Verdict.NOT_AFFECTED)


def line_facts(
    line_id: str,
    knowledge: ProductKnowledge,
    version: str,
    today: date,
    *,
    maker_name_language: str = "ja",
) -> LineFacts:
    """Judge one product at the version as delivered; "" is a version not recorded."""
    product, family = knowledge.product, knowledge.family
    latest, others = latest_version(knowledge, version, today)
    found = findings(knowledge, version)
    delivered = delivered_state(knowledge, version)
    return LineFacts(
        line_id=line_id,
        maker_id=knowledge.maker.maker_id,
        maker_name=_maker_name(knowledge.maker, maker_name_language),
        model=product.model,
        part_number=product.part_number,
        category=product.category,
        use=product.use,
        family=family.name if family else "",
        entitlement=family.entitlement if family else Entitlement.UNKNOWN,
        version=version,
        state=version_state(knowledge, version, latest, found, delivered),
        latest=latest,
        other_trains=others,
        delivered=delivered,
        lifecycle=_lifecycle(knowledge, version or (latest.version if latest else "")),
        findings=found,
    )


def _maker_name(maker: Maker, language: str) -> str:
    return maker.name_en if language == "en" else maker.name_ja


def _scheme(knowledge: ProductKnowledge) -> str:
    return knowledge.family.scheme if knowledge.family else "raw"


def findings(knowledge: ProductKnowledge, version: str) -> tuple[Finding, ...]:
    """Hold every advisory of the product and its family against one version.

    Affected ones come first, those known to be exploited before the others, then unknown and not affected
    ones; within each the newest first.
    """
    kev = {entry.cve: entry for entry in knowledge.kev}
    found = [_finding(advisory, knowledge, version, kev) for advisory in knowledge.advisories]
    named = [one for one in found if one is not None]
    newest_first = sorted(named, key=lambda one: _newness(one.advisory_id, knowledge), reverse=True)
    return tuple(
        sorted(newest_first, key=lambda one: (_VERDICT_ORDER.index(one.verdict), one.kev_added is None))
    )


def _newness(advisory_id: str, knowledge: ProductKnowledge) -> tuple[date, str]:
    advisory = next(one for one in knowledge.advisories if one.advisory_id == advisory_id)
    return advisory.published_on or advisory.seen_on, advisory_id


def _finding(
    advisory: Advisory, knowledge: ProductKnowledge, version: str, kev: dict[str, Kev]
) -> Finding | None:
    spoken_of = list(_statements(advisory, knowledge))
    if not spoken_of:
        return None
    judged = [(_verdict(one, knowledge, version), one) for one in spoken_of]
    verdict, statement = min(judged, key=lambda pair: _VERDICT_ORDER.index(pair[0]))
    exploited = next((kev[one] for one in (advisory.advisory_id, *advisory.ids) if one in kev), None)
    return Finding(
        advisory_id=advisory.advisory_id,
        ids=advisory.ids,
        verdict=verdict,
        confidence=Confidence.EXACT if statement.product_id else Confidence.FAMILY,
        stated=statement.stated,
        source=advisory.source,
        seen_on=advisory.seen_on,
        fixed_in=_fixes(statement, knowledge, version),
        no_fix=statement.no_fix,
        summary_ja=advisory.summary_ja,
        summary_en=advisory.summary_en,
        advice_ja=advisory.advice_ja,
        advice_en=advisory.advice_en,
        source_url=advisory.source_url,
        kev_added=exploited.added if exploited else None,
        kev_ransomware=exploited.ransomware if exploited else False,
        cvss=advisory.cvss,
    )


def _statements(advisory: Advisory, knowledge: ProductKnowledge) -> Iterator[Affected]:
    """What an advisory says of this product; what it says of the product itself beats its family."""
    own = [one for one in advisory.affected if one.product_id == knowledge.product.product_id]
    if own:
        yield from own
        return
    family_id = knowledge.product.family_id
    for one in advisory.affected:
        if not one.product_id and family_id and one.family_id == family_id:
            yield one


def _verdict(statement: Affected, knowledge: ProductKnowledge, version: str) -> Verdict:
    inside = contains(_scheme(knowledge), statement.ranges, version)
    if inside is None:
        return Verdict.UNKNOWN
    return Verdict.AFFECTED if inside else Verdict.NOT_AFFECTED


def _fixes(statement: Affected, knowledge: ProductKnowledge, version: str) -> tuple[str, ...]:
    """Give the fixes of the delivered version's train; all of them where it has none of its own."""
    scheme = _scheme(knowledge)
    own_train = train(scheme, version)
    of_train = tuple(one for one in statement.fixed_in if own_train and train(scheme, one) == own_train)
    return of_train or statement.fixed_in


def latest_version(
    knowledge: ProductKnowledge, version: str, today: date
) -> tuple[LatestVersion | None, tuple[LatestVersion, ...]]:
    """Return the newest version as seen in the delivered version's train, and those of the other trains.

    Without a delivered version, or where its train was never observed, the newest observation of all is
    the first. What was seen of the product itself beats what was seen of its family.
    """
    scheme = _scheme(knowledge)
    by_train: dict[str, FirmwareObservation] = {}
    for observation in _usable_latest(knowledge, today):
        name = observation.train or train(scheme, observation.version)
        best = by_train.get(name)
        if best is None or _is_better(observation, best, scheme):
            by_train[name] = observation
    if not by_train:
        return None, ()
    own_train = train(scheme, version)
    if own_train not in by_train:
        own_train = max(by_train, key=lambda name: (by_train[name].observed_on, name))
    others = sorted((name for name in by_train if name != own_train), reverse=True)
    return _latest(by_train[own_train], own_train), tuple(_latest(by_train[one], one) for one in others)


def _usable_latest(knowledge: ProductKnowledge, today: date) -> Iterator[FirmwareObservation]:
    """Yield observations of a latest version that nothing withdrew on the same day or later."""
    seen = [one for one in knowledge.observations if one.observed_on <= today]
    withdrawn = [one for one in seen if one.state is FirmwareState.WITHDRAWN]
    latest = [one for one in seen if one.state is FirmwareState.LATEST]
    own = [one for one in latest if one.product_id]
    for observation in own or latest:
        if not any(_withdraws(one, observation, _scheme(knowledge)) for one in withdrawn):
            yield observation


def _withdraws(withdrawal: FirmwareObservation, observation: FirmwareObservation, scheme: str) -> bool:
    return (
        compare(scheme, withdrawal.version, observation.version) is Relation.SAME
        and withdrawal.observed_on >= observation.observed_on
    )


def _is_better(one: FirmwareObservation, other: FirmwareObservation, scheme: str) -> bool:
    if one.observed_on != other.observed_on:
        return one.observed_on > other.observed_on
    return compare(scheme, one.version, other.version) is Relation.NEWER


def _latest(observation: FirmwareObservation, train_name: str) -> LatestVersion:
    return LatestVersion(
        version=observation.version,
        observed_on=observation.observed_on,
        source=observation.source,
        source_url=observation.source_url,
        train=train_name,
        released_on=observation.released_on,
    )


def delivered_state(knowledge: ProductKnowledge, version: str) -> DeliveredState | None:
    """Return what a source says of the delivered version itself: withdrawn, no fix or a fix planned."""
    if not version:
        return None
    telling = {FirmwareState.WITHDRAWN, FirmwareState.NO_FIX_PLANNED, FirmwareState.FIX_PLANNED}
    scheme = _scheme(knowledge)
    spoken = [
        one
        for one in knowledge.observations
        if one.state in telling
        and (not one.version or compare(scheme, one.version, version) is Relation.SAME)
    ]
    if not spoken:
        return None
    newest = max(spoken, key=lambda one: one.observed_on)
    planned = newest.released_on if newest.state is FirmwareState.FIX_PLANNED else None
    return DeliveredState(newest.state, newest.observed_on, newest.source, planned, newest.note)


def version_state(
    knowledge: ProductKnowledge,
    version: str,
    latest: LatestVersion | None,
    found: tuple[Finding, ...],
    delivered: DeliveredState | None,
) -> VersionState:
    """Give the line's state mark; the most urgent one wins."""
    if not version:
        return _unrecorded_state(knowledge)
    affected = [one for one in found if one.verdict is Verdict.AFFECTED]
    if affected:
        hopeless = all(one.no_fix for one in affected)
        return VersionState.NO_FIX if hopeless else VersionState.UPDATE_NEEDED
    if delivered is not None and delivered.state is FirmwareState.NO_FIX_PLANNED:
        return VersionState.NO_FIX
    if delivered is not None and delivered.state is FirmwareState.WITHDRAWN:
        return VersionState.WITHDRAWN
    if any(one.verdict is Verdict.UNKNOWN for one in found) or latest is None:
        return VersionState.UNDECIDABLE
    match compare(_scheme(knowledge), version, latest.version):
        case Relation.SAME:
            return VersionState.SAME_AS_LATEST
        case Relation.OLDER:
            return VersionState.NEWER_EXISTS
    return VersionState.UNDECIDABLE


def _unrecorded_state(knowledge: ProductKnowledge) -> VersionState:
    """A product whose every version stays open needs no version to be told so."""
    statements = [one for advisory in knowledge.advisories for one in _statements(advisory, knowledge)]
    if any(one.no_fix and "*" in one.ranges for one in statements):
        return VersionState.NO_FIX
    return VersionState.NOT_RECORDED


def _lifecycle(knowledge: ProductKnowledge, version: str) -> tuple[StatedLifecycle, ...]:
    """Return the product's own dates, its family's and those of the version's train."""
    own_train = train(_scheme(knowledge), version)
    return tuple(
        StatedLifecycle(one.kind, one.ends, one.source, one.seen_on, one.train)
        for one in knowledge.lifecycle_dates
        if not one.train or one.train == own_train
    )


def latest_age_days(facts: LineFacts, today: date) -> int | None:
    """Tell how many days ago the latest version was seen; None where none ever was."""
    return (today - facts.latest.observed_on).days if facts.latest else None


def used_sources(facts: Iterable[LineFacts]) -> tuple[UsedSource, ...]:
    """List the sources of all that is stated, by name, each with what was taken and its last day."""
    used: dict[str, tuple[set[str], date]] = {}

    def note(source: str, extent: str, seen_on: date) -> None:
        extents, day = used.get(source, (set(), seen_on))
        used[source] = (extents | {extent}, max(day, seen_on))

    for one in facts:
        if one.latest:
            note(one.latest.source, "latest", one.latest.observed_on)
        for stated in one.lifecycle:
            note(stated.source, "lifecycle", stated.seen_on)
        for finding in one.findings:
            note(finding.source, "advisories", finding.seen_on)
    return tuple(
        UsedSource(name, " ".join(sorted(extents)), day) for name, (extents, day) in sorted(used.items())
    )


def maker_sources(knowledge: Iterable[ProductKnowledge], language: str = "ja") -> tuple[MakerSources, ...]:
    """List where to look and ask for each maker once, in the order of the lines."""
    makers = {one.maker.maker_id: one.maker for one in knowledge}
    return tuple(
        MakerSources(maker.maker_id, _maker_name(maker, language), maker.sources)
        for maker in makers.values()
        if maker.sources
    )
