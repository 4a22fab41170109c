"""The words of the back pages: H to M."""

from collections.abc import Mapping

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Entitlement
from jcssa_desktop.domain.label import ServiceCategory
from jcssa_desktop.domain.lifecycle import LifecycleKind


class DeviceTableTexts(Struct, frozen=True):
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


class FindingTableTexts(Struct, frozen=True):
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
    more_affected: str
    more_unknown: str
    more_outside: str
    outside: str
    ranges: Mapping[str, str]
    """How ranges are written: a form for each kind, `more` for the parts left out."""


class BackTexts(Struct, frozen=True):
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


class LabelTexts(Struct, frozen=True):
    """JC-STAR labels and registered services: who says it and until when, never a promise."""

    label: str
    declared: str
    evaluated: str
    until: str
    ended: str
    undated: str
    about: str
    registered_title: str
    registered: str
    registered_about: str
    categories: Mapping[ServiceCategory, str]
