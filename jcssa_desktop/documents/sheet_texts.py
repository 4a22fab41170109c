"""The words of the sheet in one language, read from `sheet_ja.toml` or `sheet_en.toml`.

Every field is a sentence or label that is printed; `<b>` and `</b>` set bold, U+200B or a line end marks a
wished break, `{names}` are filled in by the box that prints it. No sentence of the sheet stands in code.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from jcssa_desktop.documents.validation_places import place_of
from jcssa_desktop.domain.catalogue import Entitlement
from jcssa_desktop.domain.disclosure import Answer, Work
from jcssa_desktop.domain.errors import InvalidPack, Place
from jcssa_desktop.domain.finding import Verdict, VersionState
from jcssa_desktop.domain.guideline import Party
from jcssa_desktop.domain.lifecycle import LifecycleKind

_Kind = TypeVar("_Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class FormatTexts:
    """How dates, amounts and counts are written. `short_day` stands in narrow cells."""

    long_day: str
    day: str
    short_day: str
    month: str
    year: str
    day_time: str
    months: tuple[str, ...]
    unpublished: str
    money: str
    quoted_separately: str
    none: str
    quantity: str
    one_unit: str
    units: str
    one_kind: str
    kinds: str
    kinds_units: str
    separator: str
    space: str
    page: str
    person: str
    person_with_position: str
    and_others: str


@dataclass(frozen=True, slots=True)
class PageTexts:
    """Header, running heads and footer."""

    title: str
    copy_tag: str
    lead: str
    number: str
    code: str
    explained_on: str
    facts_on: str
    not_stated: str
    explainer: str
    quotation: str
    work: str
    sale_and_works: str
    works_separator: str
    supersedes: str
    footer: str
    footer_number: str
    footer_code: str
    page_of: str
    running: str
    devices_title: str
    items_title: str
    continued: str
    sample: str
    sample_tag: str
    works: Mapping[Work, str]


@dataclass(frozen=True, slots=True)
class RequestTexts:
    """お願い: days on which the customer must act."""

    question: str
    update_by: str
    update: str
    updates: str
    attend: str
    attends: str
    answer: str
    answers: str
    monthly_when: str
    monthly: str
    monthly_all: str
    incident_when: str
    incident: str
    sign_when: str
    sign: str
    reply: str


@dataclass(frozen=True, slots=True)
class StateTexts:
    """The words beside the state marks, and the second line that says why or what next."""

    words: Mapping[VersionState, str]
    verdicts: Mapping[Verdict, str]
    not_compared: str
    we_update: str
    customer_updates_by: str
    fixed_in: str
    affected: str
    affected_exploited: str
    no_fix: str
    withdrawn: str
    fix_planned: str
    undecidable: str
    undecidable_version: str
    recorded_on: str
    recorded_later: str
    customer_updates: str
    as_of: str
    not_found: str


@dataclass(frozen=True, slots=True)
class DeviceTexts:
    """A: what was bought and its state."""

    question: str
    note: str
    note_source: str
    head_device: str
    head_version: str
    head_latest: str
    head_latest_mixed: str
    head_state: str
    head_support: str
    version_on_delivery: str
    version_unknown: str
    latest_unknown: str
    seen_on: str
    support_unknown: str
    support_checked: str
    ended: str
    location: str
    latest_released: str
    latest_source: str
    more: str
    nothing: str


@dataclass(frozen=True, slots=True)
class ResponsibilityTexts:
    """B: who does what."""

    question: str
    does: str
    helps: str
    note: str
    task: str
    cost: str
    parties: Mapping[Party, str]
    covered: str
    uncovered: str
    others: str
    today: str
    today_covered: str
    today_uncovered: str
    other_covered: str
    other_uncovered: str


@dataclass(frozen=True, slots=True)
class RiskTexts:
    """C: what can happen without updates, and the published figures beside it."""

    question: str
    title: str
    title_all: str
    no_summary: str
    exploited: str
    ransomware: str
    fixed: str
    fixed_each: str
    no_fix: str
    planned: str
    stop: str
    source: str
    more: str
    nothing_found: str
    undecided: str
    not_compared: str
    later: str
    meaning: str
    figures_title: str
    figures: tuple["Figure", ...]
    figures_unit: str
    figures_source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One bar: what, and how many of a hundred."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class IntentTexts:
    """D: what was offered and what the customer answered."""

    question: str
    plan_note: str
    tax_note: str
    head_device: str
    head_contract: str
    head_spot: str
    head_answer: str
    head_answer_undated: str
    head_remark: str
    answers: Mapping[Answer, str]
    due: str
    unanswered: str
    see_devices: str
    more: str
    chosen: str
    unchosen: str
    nothing: str


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A public place to look or ask. `checked_on` is the day on which somebody held it against the page."""

    name: str
    url: str
    note: str
    telephone: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactTexts:
    """E: whom to call and where to look."""

    question: str
    help_title: str
    incident_title: str
    incident_first: str
    incident_calls: tuple[tuple[str, str], ...]
    news_title: str
    news: tuple[tuple[str, str], ...]
    makers: str
    desk: str


@dataclass(frozen=True, slots=True)
class ItemsTexts:
    """F: the eight items, on the front and in full."""

    question: str
    question_full: str
    note: str
    numbers: tuple[str, ...]
    asked: str
    asked_undated: str
    not_applicable: str
    not_applicable_full: str
    open: str
    author: str
    confirmed: str
    confirmed_untimed: str
    clause: str
    asked_text: str
    reason_text: str
    clauses: str
    clauses_author: str
    ticked: str
    unticked: str


@dataclass(frozen=True, slots=True)
class SignatureTexts:
    """G, and the box for questions that fills a short front page."""

    question: str
    confirms: str
    confirms_partly: str
    refused: str
    later: str
    rights: str
    customer: str
    explainer: str
    date_line: str
    sign_here: str
    drawn: str
    refused_mark: str
    later_mark: str
    reason: str
    questions_title: str
    questions_note: str


@dataclass(frozen=True, slots=True)
class DeviceTableTexts:
    """H: every device in full."""

    question: str
    note: str
    head_number: str
    head_device: str
    head_version: str
    head_latest: str
    head_latest_mixed: str
    head_state: str
    head_ends: str
    family: str
    entitlement: str
    entitlements: Mapping[Entitlement, str]
    serial: str
    serials_listed: str
    serials_title: str
    location: str
    released: str
    source: str
    other_train: str
    planned: str
    contract: str
    uncovered: str
    undecided: str
    contract_number: str
    answer: str
    work: str
    kinds: Mapping[LifecycleKind, str]
    nothing: str


@dataclass(frozen=True, slots=True)
class FindingTableTexts:
    """I: the findings of every device."""

    question: str
    note: str
    head_verdict: str
    head_number: str
    head_device: str
    head_content: str
    head_range: str
    head_fixed: str
    head_exploited: str
    cvss: str
    exploited: str
    ransomware: str
    not_listed: str
    no_fix: str
    not_stated: str
    unreadable: str
    pending: str
    pending_undated: str
    nothing: str
    without_findings: str
    about: str
    about_confidence: str


@dataclass(frozen=True, slots=True)
class BackTexts:
    """J to M: sources, words, makers, about."""

    sources: str
    sources_note: str
    source: str
    extent: str
    seen_on: str
    no_sources: str
    words: str
    makers: str
    makers_note: str
    makers_more: str
    checked: str
    about: str
    about_parts: tuple[tuple[str, str], ...]
    about_pack: tuple[str, str]
    about_variants: tuple[str, str]


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """All words of the sheet in one language."""

    language: str
    formats: FormatTexts
    page: PageTexts
    requests: RequestTexts
    states: StateTexts
    devices: DeviceTexts
    responsibility: ResponsibilityTexts
    risks: RiskTexts
    intents: IntentTexts
    contacts: ContactTexts
    items: ItemsTexts
    signature: SignatureTexts
    device_table: DeviceTableTexts
    finding_table: FindingTableTexts
    back: BackTexts
    public_sources: tuple[PublicSource, ...]

    def document_title(self, number: str) -> str:
        """Name a sheet for the title bar of a PDF viewer."""
        return f"{self.page.title} {number}"


def sheet_texts(folder: Path, language: str) -> SheetTexts:
    """Read the words of the sheet.

    Raises:
        InvalidPack: the file is missing, is no TOML, or lacks a word.
    """
    file = folder / f"sheet_{language}.toml"
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidPack("sheet_texts_unreadable", file=file.name) from error
    try:
        texts = msgspec.convert(read, SheetTexts)
    except msgspec.ValidationError as error:
        raise InvalidPack("sheet_texts_malformed", file=file.name, place=place_of(error)) from error
    _expect_every_word(texts, file)
    return texts


def _expect_every_word(texts: SheetTexts, file: Path) -> None:
    """A state, answer or party without its word would fail only when such a sale is printed."""
    missing = [
        *_missing("page.works", texts.page.works, Work),
        *_missing("states.words", texts.states.words, VersionState),
        *_missing("states.verdicts", texts.states.verdicts, Verdict),
        *_missing("responsibility.parties", texts.responsibility.parties, Party),
        *_missing("intents.answers", texts.intents.answers, Answer),
        *_missing("device_table.entitlements", texts.device_table.entitlements, Entitlement),
        *_missing("device_table.kinds", texts.device_table.kinds, LifecycleKind),
    ]
    if missing:
        raise InvalidPack("sheet_text_missing", file=file.name, place=Place(path=missing[0]))


def _missing(path: str, words: Mapping[_Kind, str], members: type[_Kind]) -> list[str]:
    return [f"{path}.{member.value}" for member in members if member not in words]
