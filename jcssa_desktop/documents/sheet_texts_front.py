"""The words of the front page, box by box: お願い and A to G."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from jcssa_desktop.domain.disclosure import Answer
from jcssa_desktop.domain.finding import Verdict, VersionState
from jcssa_desktop.domain.guideline import Party


class RequestTexts(Struct, frozen=True):
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


class StateTexts(Struct, frozen=True):
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


class DeviceTexts(Struct, frozen=True):
    """A: what was bought and its state."""

    question: str
    note: str
    note_source: str
    head_device: str
    head_device_brief: str
    head_version: str
    head_latest: str
    head_latest_mixed: str
    head_state: str
    head_support: str
    version_on_delivery: str
    version_unknown: str
    latest_unknown: str
    latest_seen: str
    seen_on: str
    support_unknown: str
    support_checked: str
    other_end: str
    ended: str
    ended_on: str
    location: str
    latest_released: str
    latest_source: str
    more: str
    nothing: str


class ResponsibilityTexts(Struct, frozen=True):
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


class RiskTexts(Struct, frozen=True):
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
    sources: str
    source: str
    more: str
    nothing_found: str
    nothing_checked: str
    undecided: str
    not_compared: str
    later: str
    meaning: str
    figures_title: str
    figures: tuple["Figure", ...]
    figures_unit: str
    figures_source: str


class Figure(Struct, frozen=True):
    """One bar: what, and how many of a hundred."""

    name: str
    count: int


class IntentTexts(Struct, frozen=True):
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
    others: str
    more: str
    chosen: str
    unchosen: str
    nothing: str


class PublicSource(Struct, frozen=True):
    """A public place to look or ask. `checked_on` is the day on which somebody held it against the page."""

    name: str
    url: str
    note: str
    telephone: str = ""
    checked_on: date | None = None


class ContactTexts(Struct, frozen=True):
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


class ItemsTexts(Struct, frozen=True):
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


class SignatureTexts(Struct, frozen=True):
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
