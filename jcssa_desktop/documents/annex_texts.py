"""The words of the annex to a quotation in one language, read from `annex_ja.toml` or `annex_en.toml`."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.documents.text_resource import read_text_resource
from jcssa_desktop.domain.catalogue import InformationKind


class LabelTexts(Struct, frozen=True):
    """What stands before the facts at the top."""

    customer: str
    quotation: str
    document: str
    reseller: str
    desk: str
    facts_on: str


class AnnexDeviceTexts(Struct, frozen=True):
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


class AnnexFindingTexts(Struct, frozen=True):
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


class AnnexTaskTexts(Struct, frozen=True):
    """Who does what, with and without a contract."""

    heading: str
    task: str
    with_contract: str
    without_contract: str
    cost: str
    does: str
    helps: str
    note: str


class AnnexOfferTexts(Struct, frozen=True):
    """What was offered for each device, and the answer."""

    heading: str
    device: str
    contract: str
    spot: str
    answer: str
    remark: str
    note: str


class AnnexPlanTexts(Struct, frozen=True):
    """Our plans."""

    heading: str
    name: str
    kind: str
    price: str
    includes: str
    excludes: str
    contract: str
    spot: str


class HeadingTexts(Struct, frozen=True):
    """A part that has a heading alone."""

    heading: str


class PlaceTexts(Struct, frozen=True):
    """Where to look and ask."""

    heading: str
    name: str
    url: str
    telephone: str
    kind: str
    checked_on: str
    kinds: Mapping[InformationKind, str]


class AnnexTexts(Struct, frozen=True):
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
