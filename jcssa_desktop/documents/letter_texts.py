"""The words of letters in one language, read from `letter_ja.toml` or `letter_en.toml`."""

from pathlib import Path

from msgspec import Struct

from jcssa_desktop.documents.text_resource import read_text_resource


class AdvisoryLetterTexts(Struct, frozen=True):
    """On an advisory that concerns delivered devices."""

    title: str
    greeting: str
    lead: str
    lead_known: str
    id: str
    devices: str
    version: str
    version_unknown: str
    content: str
    no_content: str
    exploited: str
    exploited_on: str
    ransomware: str
    not_listed: str
    fixed: str
    fixed_in: str
    no_fix: str
    not_stated: str
    others: str
    of_models: str
    ask_of_us: str
    ask_of_you: str
    covered: str
    uncovered: str
    uncovered_no_price: str
    replace: str
    source: str
    sourced: str
    notes: tuple[str, ...]


class CorrectionLetterTexts(Struct, frozen=True):
    """On a corrected sheet (訂正版)."""

    title: str
    lead: str
    use_new: str
    old: str
    new: str
    code: str
    reason: str
    field: str
    before: str
    after: str
    unchanged: str
    empty: str
    version_of: str
    latest_of: str
    state_of: str
    quantity_of: str
    serials_of: str
    answer_of: str
    removed: str
    added: str
    item: str
    item_changed: str
    customer: str
    notes: tuple[str, ...]


class ReceiptTexts(Struct, frozen=True):
    """The customer's receipt for a sheet (受領書)."""

    title: str
    to: str
    lead: str
    number: str
    code: str
    explained_on: str
    explainer: str
    devices: str
    copies: str
    one_copy: str
    day: str
    day_line: str
    company: str
    person: str
    notes: tuple[str, ...]


class LetterTexts(Struct, frozen=True):
    """All words of letters."""

    language: str
    company_to: str
    person_to: str
    number: str
    page: str
    ask: str
    closing: str
    listed_device: str
    listed_device_plain: str
    serials: str
    location: str
    advisory: AdvisoryLetterTexts
    correction: CorrectionLetterTexts
    receipt: ReceiptTexts


def letter_texts(folder: Path, language: str) -> LetterTexts:
    """Read the words of letters; raise InvalidPack as `read_text_resource`."""
    return read_text_resource(folder / f"letter_{language}.toml", LetterTexts)
