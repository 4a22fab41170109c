"""Makers, products, firmware families and what was observed of their versions."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.lifecycle import PartialDate


class InformationKind(StrEnum):
    """What a maker's page is for."""

    ADVISORIES = "advisories"
    SUPPORT = "support"
    FIRMWARE = "firmware"
    LIFECYCLE = "lifecycle"


class InformationSource(Struct, frozen=True):
    """A page or a desk of a maker where a customer looks or asks (item 7 of the guideline)."""

    kind: InformationKind
    url: str
    checked_on: date
    telephone: str = ""
    note: str = ""


class Maker(Struct, frozen=True):
    """Who makes a product. `aliases` are the spellings found in lists and feeds.

    `brands` are words that may stand before a model or be left out, as `TeraStation` before `TS3420DN`.
    `scheme` is that of the firmware families which only a list names.
    """

    maker_id: str
    name_ja: str
    name_en: str
    aliases: tuple[str, ...] = ()
    sources: tuple[InformationSource, ...] = ()
    brands: tuple[str, ...] = ()
    scheme: str = "raw"


class Entitlement(StrEnum):
    """What a customer needs to be given a firmware update."""

    FREE = "free"
    REGISTRATION = "registration"
    CONTRACT = "contract"
    UNKNOWN = "unknown"


class FirmwareFamily(Struct, frozen=True):
    """One stream of versions under one version scheme; `scheme` is a name of `firmware_version.SCHEMES`."""

    family_id: str
    maker_id: str
    name: str
    scheme: str = "raw"
    aliases: tuple[str, ...] = ()
    entitlement: Entitlement = Entitlement.UNKNOWN


class Series(Struct, frozen=True):
    """Models of a maker that are spoken of together.

    `names` are what sources call them; `models` are patterns of model names, in which `#` is a digit and
    `*` is anything. With a `family_id`, models that a list brings belong to that family.
    """

    series_id: str
    maker_id: str
    models: tuple[str, ...]
    names: tuple[str, ...] = ()
    family_id: str = ""


class Scope(StrEnum):
    """Whether the guideline covers a product: it can be networked and its firmware can be updated."""

    IN = "in"
    OUT = "out"
    CHECK = "check"


class Product(Struct, frozen=True):
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


class FirmwareObservation(Struct, frozen=True):
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


class Kev(Struct, frozen=True):
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


class Cvss(Struct, frozen=True):
    """A severity score as one source gives it; `score` runs from 0.0 to 10.0."""

    version: str
    score: float
    source: str
