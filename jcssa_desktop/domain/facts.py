"""What the catalogue lets us say about a product at a version, and nothing beyond it.

Honesty rules: an advisory whose range cannot be read is unknown, never dropped; "latest" is the newest
observation that was not withdrawn, with its day; no finding is not "safe".
"""

from collections.abc import Iterable, Iterator
from datetime import date

from jcssa_desktop.domain.catalogue import (
    Entitlement,
    FirmwareObservation,
    FirmwareState,
    Maker,
)
from jcssa_desktop.domain.deciding_dates import deciding_dates
from jcssa_desktop.domain.finding import (
    DeliveredState,
    Finding,
    LatestVersion,
    Verdict,
    VersionState,
)
from jcssa_desktop.domain.firmware_version import Relation, compare, train
from jcssa_desktop.domain.held_findings import findings, scheme_of
from jcssa_desktop.domain.observed_versions import is_superseded, newest_by_train, said_of
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.record import LineFacts, MakerSources, UsedSource

OLD_AFTER_DAYS = 30
"""A latest version seen longer ago than this is shown as old."""

CONFIRM_AFTER_DAYS = 90
"""A latest version seen longer ago than this needs a person's confirmation before issuing."""

KEV_SOURCE = "CISA KEV"

_NAMED_IN_EXTENT = 4


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
        state=_state(knowledge, version, today, found),
        latest=latest,
        other_trains=others,
        delivered=delivered_state(knowledge, version, today),
        lifecycle=deciding_dates(
            knowledge.lifecycle_dates,
            train(scheme_of(knowledge), version or (latest.version if latest else "")),
            today,
        ),
        findings=found,
        labels=knowledge.labels,
    )


def _maker_name(maker: Maker, language: str) -> str:
    return maker.name_en if language == "en" else maker.name_ja


def latest_version(
    knowledge: ProductKnowledge, version: str, today: date
) -> tuple[LatestVersion | None, tuple[LatestVersion, ...]]:
    """Return the newest version as seen in the delivered version's train, and those of the other trains.

    Without a delivered version, or where its train was never seen, the first is the one seen last of all.
    """
    scheme = scheme_of(knowledge)
    seen = newest_by_train(scheme, _observations(knowledge, today))
    if not seen:
        return None, ()
    own_train = train(scheme, version)
    first = own_train if own_train in seen else next(iter(seen))
    others = tuple(_latest(name, one) for name, one in seen.items() if name != first)
    return _latest(first, seen[first]), others


def _latest(train_name: str, observation: FirmwareObservation) -> LatestVersion:
    return LatestVersion(
        version=observation.version,
        observed_on=observation.observed_on,
        source=observation.source,
        source_url=observation.source_url,
        train=train_name,
        released_on=observation.released_on,
    )


def delivered_state(knowledge: ProductKnowledge, version: str, today: date) -> DeliveredState | None:
    """Return what a source says of the delivered version itself: withdrawn, no fix or a fix planned."""
    if not version:
        return None
    said = said_of(scheme_of(knowledge), _observations(knowledge, today), version)
    if said is None:
        return None
    planned = said.released_on if said.state is FirmwareState.FIX_PLANNED else None
    return DeliveredState(said.state, said.observed_on, said.source, planned, said.note)


def version_state(knowledge: ProductKnowledge, version: str, today: date) -> VersionState:
    """Give the line's state mark; the most urgent one wins.

    `NO_FIX` is said only where a source says that none will come: a flaw whose fix is planned or not yet
    known still needs an update. Where every version is affected, the version need not be recorded.
    """
    return _state(knowledge, version, today, findings(knowledge, version))


def _state(
    knowledge: ProductKnowledge, version: str, today: date, found: tuple[Finding, ...]
) -> VersionState:
    affected = [one for one in found if one.verdict is Verdict.AFFECTED]
    said = said_of(scheme_of(knowledge), _observations(knowledge, today), version)
    given_up = said is not None and said.state is FirmwareState.NO_FIX_PLANNED
    if affected:
        hopeless = all(one.no_fix or (given_up and not one.fixed_in) for one in affected)
        return VersionState.NO_FIX if hopeless else VersionState.UPDATE_NEEDED
    if given_up:
        return VersionState.NO_FIX
    if not version:
        return VersionState.NOT_RECORDED
    if said is not None:
        withdrawn = said.state is FirmwareState.WITHDRAWN
        return VersionState.WITHDRAWN if withdrawn else VersionState.UPDATE_NEEDED
    if any(one.verdict is Verdict.UNKNOWN for one in found):
        return VersionState.UNDECIDABLE
    return _state_beside_latest(knowledge, version, today)


def _state_beside_latest(knowledge: ProductKnowledge, version: str, today: date) -> VersionState:
    scheme = scheme_of(knowledge)
    if is_superseded(scheme, _observations(knowledge, today), version):
        return VersionState.NEWER_EXISTS
    latest, _ = latest_version(knowledge, version, today)
    match compare(scheme, version, latest.version if latest else ""):
        case Relation.SAME:
            return VersionState.SAME_AS_LATEST
        case Relation.OLDER:
            return VersionState.NEWER_EXISTS
    return VersionState.UNDECIDABLE


def latest_age_days(facts: LineFacts, today: date) -> int | None:
    """Tell how many days ago the latest version was seen; None where none ever was."""
    return (today - facts.latest.observed_on).days if facts.latest else None


def used_sources(facts: Iterable[LineFacts]) -> tuple[UsedSource, ...]:
    """List the sources of all that is stated, by name, each with what was taken from it and its last day.

    What was taken is told by versions, trains and the numbers of advisories, the first few of them.
    """
    used: dict[str, tuple[dict[str, None], date]] = {}
    for source, taken, seen_on in (stated for one in facts for stated in _stated(one)):
        extent, day = used.get(source, ({}, seen_on))
        used[source] = ({**extent, taken: None}, max(day, seen_on))
    return tuple(UsedSource(name, _extent(list(taken)), day) for name, (taken, day) in sorted(used.items()))


def _stated(facts: LineFacts) -> Iterator[tuple[str, str, date]]:
    """Yield each source, what it stated and when."""
    family = facts.family or facts.model
    for latest in (facts.latest, *facts.other_trains):
        if latest:
            yield latest.source, f"{family} {latest.version}", latest.observed_on
    if facts.delivered:
        yield facts.delivered.source, f"{family} {facts.version}", facts.delivered.observed_on
    for stated in facts.lifecycle:
        yield stated.source, f"{family} {stated.train}" if stated.train else facts.model, stated.seen_on
    for label in facts.labels:
        yield label.source, f"JC-STAR {label.registration_number}", label.seen_on
    for finding in facts.findings:
        yield finding.source, finding.advisory_id, finding.seen_on
        if finding.kev_added:
            yield KEV_SOURCE, finding.advisory_id, _kev_day(finding.kev_catalogue) or finding.kev_added


def _kev_day(catalogue_version: str) -> date | None:
    """Read the day in `2026.08.07`."""
    try:
        return date.fromisoformat(catalogue_version.strip().replace(".", "-"))
    except ValueError:
        return None


def _extent(taken: list[str]) -> str:
    more = len(taken) - _NAMED_IN_EXTENT
    return " / ".join(taken[:_NAMED_IN_EXTENT]) + (f" +{more}" if more > 0 else "")


def maker_sources(knowledge: Iterable[ProductKnowledge], language: str = "ja") -> tuple[MakerSources, ...]:
    """List where to look and ask for each maker once, in the order of the lines."""
    makers = {one.maker.maker_id: one.maker for one in knowledge}
    return tuple(
        MakerSources(maker.maker_id, _maker_name(maker, language), maker.sources)
        for maker in makers.values()
        if maker.sources
    )


def _observations(knowledge: ProductKnowledge, today: date) -> tuple[FirmwareObservation, ...]:
    """Give what was seen up to `today` of the product or of its whole family."""
    own = ("", knowledge.product.product_id)
    return tuple(one for one in knowledge.observations if one.observed_on <= today and one.product_id in own)
