"""The words of the annex to a quotation in one language, read from `annex_ja.toml` or `annex_en.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jcssa_desktop.documents.text_resource import read_text_resource
from jcssa_desktop.domain.catalogue import InformationKind


@dataclass(frozen=True, slots=True)
class LabelTexts:
    """What stands before the facts at the top."""

    customer: str
    quotation: str
    document: str
    reseller: str
    desk: str
    facts_on: str


@dataclass(frozen=True, slots=True)
class AnnexDeviceTexts:
    """The devices; `named` joins model and part number."""

    heading: str
    number: str
    device: str
    quantity: str
    version: str
    latest: str
    seen_on: str
    source: str
    state: str
    support: str
    contract: str
    covered: str
    uncovered: str
    named: str
    none: str


@dataclass(frozen=True, slots=True)
class AnnexFindingTexts:
    """The advisories; `meaning` says what finding nothing does not mean."""

    heading: str
    verdict: str
    number: str
    device: str
    content: str
    fixed: str
    exploited: str
    source: str
    sourced: str
    none: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AnnexTaskTexts:
    """Who does what, with and without a contract."""

    heading: str
    task: str
    with_contract: str
    without_contract: str
    cost: str
    does: str
    helps: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnexOfferTexts:
    """What was offered for each device, and the answer."""

    heading: str
    device: str
    contract: str
    spot: str
    answer: str
    remark: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnexPlanTexts:
    """Our plans."""

    heading: str
    name: str
    kind: str
    price: str
    includes: str
    excludes: str
    contract: str
    spot: str


@dataclass(frozen=True, slots=True)
class HeadingTexts:
    """A part that has a heading alone."""

    heading: str


@dataclass(frozen=True, slots=True)
class PlaceTexts:
    """Where to look and ask."""

    heading: str
    name: str
    url: str
    telephone: str
    kind: str
    checked_on: str
    kinds: Mapping[InformationKind, str]


@dataclass(frozen=True, slots=True)
class AnnexTexts:
    """All words of the annex. `font` is the typeface that office programs are asked for."""

    language: str
    title: str
    lead: str
    font: str
    sheet_name: str
    box: str
    label_value: str
    numbered: str
    plain_space: str
    unsealed: str
    labels: LabelTexts
    devices: AnnexDeviceTexts
    findings: AnnexFindingTexts
    tasks: AnnexTaskTexts
    offers: AnnexOfferTexts
    plans: AnnexPlanTexts
    items: HeadingTexts
    clauses: HeadingTexts
    places: PlaceTexts


def annex_texts(folder: Path, language: str) -> AnnexTexts:
    """Read the words of the annex; raise InvalidPack as `read_text_resource`."""
    return read_text_resource(folder / f"annex_{language}.toml", AnnexTexts)
