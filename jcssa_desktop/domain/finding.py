"""Which advisories concern a product at a version, and what is its newest version as seen."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Cvss, FirmwareState
from jcssa_desktop.domain.lifecycle import LifecycleKind, PartialDate


class Verdict(StrEnum):
    """Whether an advisory concerns a version; what cannot be read or compared is unknown."""

    AFFECTED = "affected"
    NOT_AFFECTED = "not_affected"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How surely the advisory speaks of this product."""

    EXACT = "exact"
    FAMILY = "family"
    NAME = "name"


class FindingSource(Struct, frozen=True):
    """What one record says of the version, in the source's words; `settled_by` names who read it for us."""

    source: str
    record_id: str
    stated: str
    verdict: Verdict
    confidence: Confidence
    seen_on: date
    file: str = ""
    source_url: str = ""
    settled_by: str = ""


class Finding(Struct, frozen=True):
    """One vulnerability held against one product at one version (該当).

    `advisory_id` is its CVE number, or a record's own number where it has none. `stated`, `source` and
    `why` (a value of `judging.Why`) are of the statement that decided; `sources` are all that spoke.
    `no_fix_in_train`: fixes are named, but none in the train of the version. `kev_catalogue` is the version
    of CISA's catalogue that lists it, `2026.08.07`.
    """

    advisory_id: str
    ids: tuple[str, ...]
    verdict: Verdict
    confidence: Confidence
    stated: str
    source: str
    seen_on: date
    fixed_in: tuple[str, ...] = ()
    no_fix: bool = False
    summary_ja: str = ""
    summary_en: str = ""
    advice_ja: str = ""
    advice_en: str = ""
    source_url: str = ""
    kev_added: date | None = None
    kev_ransomware: bool = False
    kev_catalogue: str = ""
    cvss: tuple[Cvss, ...] = ()
    why: str = ""
    no_fix_in_train: bool = False
    sources: tuple[FindingSource, ...] = ()


class LatestVersion(Struct, frozen=True):
    """The newest observation that is not withdrawn: always "as seen on `observed_on` at `source`"."""

    version: str
    observed_on: date
    source: str
    source_url: str = ""
    train: str = ""
    released_on: PartialDate | None = None


class StatedLifecycle(Struct, frozen=True):
    """A lifecycle date as copied onto a line's facts."""

    kind: LifecycleKind
    ends: PartialDate
    source: str
    seen_on: date
    train: str = ""


class VersionState(StrEnum):
    """The state mark of a line; there is none for "safe". Declared from the most urgent to the least."""

    UPDATE_NEEDED = "update_needed"
    NO_FIX = "no_fix"
    WITHDRAWN = "withdrawn"
    UNDECIDABLE = "undecidable"
    NOT_RECORDED = "not_recorded"
    NEWER_EXISTS = "newer_exists"
    SAME_AS_LATEST = "same_as_latest"


class DeliveredState(Struct, frozen=True):
    """What a source says of the very version that is delivered (withdrawn, no fix planned, fix planned)."""

    state: FirmwareState
    observed_on: date
    source: str
    planned_on: PartialDate | None = None
    note: str = ""
