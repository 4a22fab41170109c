"""The words of every page: how dates and amounts are written, header, running heads and footer."""

from collections.abc import Mapping

from msgspec import Struct

from jcssa_desktop.domain.disclosure import Work


class FormatTexts(Struct, frozen=True):
    """How dates, amounts and counts are written. `short_day` stands in narrow cells."""

    long_day: str
    day: str
    short_day: str
    short_day_and_year: str
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
    word_space: str
    page: str
    person: str
    person_with_position: str
    and_others: str


class PageTexts(Struct, frozen=True):
    """Header, running heads and footer."""

    title: str
    logo: str
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
    revision_tag: str
    supersedes: str
    footer: str
    footer_number: str
    footer_code: str
    page_of: str
    running: str
    running_brief: str
    devices_title: str
    items_title: str
    continued: str
    sample: str
    sample_tag: str
    works: Mapping[Work, str]
