"""Small pieces of a catalogue, each with what a test does not care about filled in."""

from datetime import date

from jcssa_desktop.domain.catalogue import (
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    InformationSource,
    Kev,
    Maker,
    Product,
)
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState, Statement
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement, ProductKnowledge

TODAY = date(2026, 11, 20)
SEEN = date(2026, 11, 2)

SAMPLE_MAKER = Maker(
    "sample",
    "見本電機",
    "Sample Electric",
    sources=(InformationSource(InformationKind.ADVISORIES, "https://example.com/psirt", SEEN),),
)
MODEL = "sample:x100"
FAMILY = "sample:os"


def observed(
    version: str,
    state: FirmwareState = FirmwareState.LATEST,
    on: date = SEEN,
    *,
    own: bool = False,
    planned: str = "",
) -> FirmwareObservation:
    """An observation of the family, or of the model itself with `own`."""
    return FirmwareObservation(
        FAMILY,
        version,
        state,
        on,
        "見本電機 ダウンロード",
        product_id=MODEL if own else "",
        released_on=PartialDate.parse(planned) if planned else None,
    )


def affects(
    *ranges: str,
    own: bool = False,
    unaffected: tuple[str, ...] = (),
    fixed_in: tuple[str, ...] = (),
    no_fix: bool = False,
    stated: str = "",
    cves: tuple[str, ...] = (),
    in_doubt: tuple[str, ...] = (),
) -> ConcerningStatement:
    """A statement on the family, or on the model itself with `own`."""
    about = NamedProduct("見本電機", "X100" if own else "見本OS", is_hardware=own)
    statement = Statement(
        about, stated or " または ".join(ranges), ranges, unaffected, fixed_in, no_fix, cves, in_doubt
    )
    return ConcerningStatement(statement, Confidence.EXACT if own else Confidence.FAMILY)


def advisory(
    advisory_id: str,
    *affected: ConcerningStatement,
    ids: tuple[str, ...] = (),
    published: date | None = None,
    source: str = "見本電機 PSIRT",
    state: RecordState = RecordState.PUBLISHED,
) -> ConcerningAdvisory:
    record = ListedAdvisory(source, advisory_id, SEEN, ids=ids, published_on=published, state=state)
    return ConcerningAdvisory(record, affected)


def exploited(cve: str, added: date = date(2024, 1, 15), *, ransomware: bool = False) -> Kev:
    return Kev(cve, "Sample", "X100", cve, added, ransomware=ransomware, catalogue_version="2026.08.07")


def ends(
    when: str,
    kind: LifecycleKind = LifecycleKind.END_OF_SUPPORT,
    *,
    own: bool = False,
    train: str = "",
    seen_on: date = SEEN,
    source: str = "見本電機",
) -> LifecycleDate:
    return LifecycleDate(
        kind,
        PartialDate.parse(when),
        source,
        seen_on,
        product_id=MODEL if own else "",
        family_id="" if own else FAMILY,
        train=train,
    )


def knowledge(
    *,
    scheme: str = "fortios",
    observations: tuple[FirmwareObservation, ...] = (),
    advisories: tuple[ConcerningAdvisory, ...] = (),
    kev: tuple[Kev, ...] = (),
    lifecycle: tuple[LifecycleDate, ...] = (),
) -> ProductKnowledge:
    """All that is known of one model of one family."""
    return ProductKnowledge(
        product=Product(MODEL, "sample", "X100", "X100-JP", FAMILY, "ルーター", use="社外との出入口"),
        maker=SAMPLE_MAKER,
        family=FirmwareFamily(FAMILY, "sample", "見本OS", scheme),
        observations=observations,
        lifecycle_dates=lifecycle,
        advisories=advisories,
        kev=kev,
    )
