"""Makers, products, firmware families and what was observed of their versions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.lifecycle import LifecycleDate, PartialDate


class InformationKind(StrEnum):
    """What a maker's page is for."""

    ADVISORIES = "advisories"
    SUPPORT = "support"
    FIRMWARE = "firmware"
    LIFECYCLE = "lifecycle"


@dataclass(frozen=True, slots=True)
class InformationSource:
    """A page or a desk of a maker where a customer looks or asks (item 7 of the guideline)."""

    kind: InformationKind
    url: str
    checked_on: date
    telephone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes a product. `aliases` are the spellings found in lists and feeds."""

    maker_id: str
    name_ja: str
    name_en: str
    aliases: tuple[str, ...] = ()
    sources: tuple[InformationSource, ...] = ()


class Entitlement(StrEnum):
    """What a customer needs to be given a firmware update."""

    FREE = "free"
    REGISTRATION = "registration"
    CONTRACT = "contract"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FirmwareFamily:
    """One stream of versions under one version scheme; `scheme` is a name of `firmware_version.SCHEMES`."""

    family_id: str
    maker_id: str
    name: str
    scheme: str = "raw"
    aliases: tuple[str, ...] = ()
    entitlement: Entitlement = Entitlement.UNKNOWN


class Scope(StrEnum):
    """Whether the guideline covers a product: it can be networked and its firmware can be updated."""

    IN = "in"
    OUT = "out"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Product:
    """One model that can be sold. `product_id` is stable: `maker_id` and the folded model."""

    product_id: str
    maker_id: str
    model: str
    part_number: str = ""
    family_id: str = ""
    category: str = ""
    jan: str = ""
    datasheet_url: str = ""
    aliases: tuple[str, ...] = ()
    use: str = ""
    scope: Scope = Scope.IN


class FirmwareState(StrEnum):
    """What a source says of a version on the day of the observation."""

    LATEST = "latest"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    FIX_PLANNED = "fix_planned"
    NO_FIX_PLANNED = "no_fix_planned"


@dataclass(frozen=True, slots=True)
class FirmwareObservation:
    """On this day, from this source, this version had this state. Never overwritten, only added to.

    `product_id` narrows the observation to one product of the family ("" = all of it). With
    `NO_FIX_PLANNED` and `FIX_PLANNED` the version is the one that stays open; `released_on` is then
    the planned day, if any.
    """

    family_id: str
    version: str
    state: FirmwareState
    observed_on: date
    source: str
    source_url: str = ""
    product_id: str = ""
    train: str = ""
    released_on: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kev:
    """An entry of CISA's Known Exploited Vulnerabilities catalogue, joined by CVE number."""

    cve: str
    vendor: str
    product: str
    name: str
    added: date
    due: date | None = None
    ransomware: bool = False
    description: str = ""
    catalogue_version: str = ""


@dataclass(frozen=True, slots=True)
class Affected:
    """What an advisory says of one family or one product: the range in the source's words.

    `ranges` are comparator lists such as `>=6.0.0 <=6.0.4`, one per train; empty means that the
    statement could not be read and every version is unknown. `no_fix`: the source says that no fix will come.
    """

    family_id: str
    stated: str
    ranges: tuple[str, ...] = ()
    product_id: str = ""
    fixed_in: tuple[str, ...] = ()
    no_fix: bool = False


@dataclass(frozen=True, slots=True)
class Cvss:
    """A severity score as one source gives it; `score` runs from 0.0 to 10.0."""

    version: str
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class Advisory:
    """One vulnerability record. `summary_ja/en` are our own plain words for a layman."""

    advisory_id: str
    source: str
    seen_on: date
    affected: tuple[Affected, ...]
    ids: tuple[str, ...] = ()
    source_url: str = ""
    published_on: date | None = None
    summary_ja: str = ""
    summary_en: str = ""
    advice_ja: str = ""
    advice_en: str = ""
    cvss: tuple[Cvss, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductKnowledge:
    """Everything that the catalogue knows about one product, for the screen, the wizard and the sheet."""

    product: Product
    maker: Maker
    family: FirmwareFamily | None = None
    observations: tuple[FirmwareObservation, ...] = ()
    lifecycle_dates: tuple[LifecycleDate, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    kev: tuple[Kev, ...] = ()
    labels: tuple[ProductLabel, ...] = ()
