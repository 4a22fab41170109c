"""Small pieces of a catalogue, each with what a test does not care about filled in."""

from datetime import date

from jcssa_desktop.domain.catalogue import (
    Advisory,
    Affected,
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    InformationSource,
    Kev,
    Maker,
    Product,
    ProductKnowledge,
)
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate

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
    fixed_in: tuple[str, ...] = (),
    no_fix: bool = False,
    stated: str = "",
) -> Affected:
    """A statement on the family, or on the model itself with `own`."""
    return Affected(
        FAMILY,
        stated or " または ".join(ranges),
        ranges,
        product_id=MODEL if own else "",
        fixed_in=fixed_in,
        no_fix=no_fix,
    )


def advisory(
    advisory_id: str, *affected: Affected, ids: tuple[str, ...] = (), published: date | None = None
) -> Advisory:
    return Advisory(advisory_id, "見本電機 PSIRT", SEEN, affected, ids=ids, published_on=published)


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
    advisories: tuple[Advisory, ...] = (),
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
