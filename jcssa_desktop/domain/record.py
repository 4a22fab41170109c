"""What is sealed: the disclosure with a copy of every fact and word that the sheet states.

A later catalogue or pack never changes what was told, so nothing here refers to them.
"""

from datetime import date, datetime

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Entitlement, InformationSource
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.finding import (
    DeliveredState,
    Finding,
    LatestVersion,
    StatedLifecycle,
    VersionState,
)
from jcssa_desktop.domain.guideline import Clause, ItemNumber, ResponsibilityTask, Term
from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.plan import CompanyProfile, ServicePlan


class LineFacts(Struct, frozen=True):
    """What the catalogue stated about a line's product on the day of sealing."""

    line_id: str
    maker_id: str
    maker_name: str
    model: str
    part_number: str
    category: str
    use: str
    family: str
    entitlement: Entitlement
    version: str
    state: VersionState
    latest: LatestVersion | None = None
    other_trains: tuple[LatestVersion, ...] = ()
    delivered: DeliveredState | None = None
    lifecycle: tuple[StatedLifecycle, ...] = ()
    findings: tuple[Finding, ...] = ()
    labels: tuple[ProductLabel, ...] = ()


class MakerSources(Struct, frozen=True):
    """Where to look and ask for one maker's products."""

    maker_id: str
    maker_name: str
    sources: tuple[InformationSource, ...]


class PrintedItem(Struct, frozen=True):
    """An item exactly as the sheet prints it."""

    number: ItemNumber
    title: str
    short: str
    text: str
    clause: str


class UsedSource(Struct, frozen=True):
    """A source that the facts were taken from, how much of it, and when it was last seen."""

    name: str
    extent: str
    seen_on: date


class PackReference(Struct, frozen=True):
    """Which wording was used."""

    pack_id: str
    version: str
    review: str
    effective_on: date


RECORD_FORMAT = 1


class Record(Struct, frozen=True):
    """A sealed disclosure. Its SHA-256 is taken over its canonical JSON (RFC 8785).

    `previous_sha256` is the hash of the record sealed before it in the same archive, "" for the first.
    """

    document_number: str
    revision: int
    sealed_at: datetime
    sealed_by: str
    program_version: str
    previous_sha256: str
    facts_as_of: date
    disclosure: Disclosure
    company: CompanyProfile
    pack: PackReference
    facts: tuple[LineFacts, ...]
    items: tuple[PrintedItem, ...]
    tasks: tuple[ResponsibilityTask, ...]
    clauses: tuple[Clause, ...]
    terms: tuple[Term, ...]
    plans: tuple[ServicePlan, ...]
    maker_sources: tuple[MakerSources, ...]
    used_sources: tuple[UsedSource, ...]
    supersedes: str = ""
    format: int = RECORD_FORMAT

    def facts_of(self, line_id: str) -> LineFacts:
        """Return the facts of one device line."""
        return next(facts for facts in self.facts if facts.line_id == line_id)


def check_code(sha256: str) -> str:
    """Give the short code that people compare: the first 48 bits of the hash, as `7F3A-91C2-0D4E`."""
    head = sha256[:12].upper()
    return "-".join(head[start : start + 4] for start in (0, 4, 8))
