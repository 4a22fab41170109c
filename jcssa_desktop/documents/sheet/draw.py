"""A record becomes the customer's sheet (告知シート): the front that matters, the details behind."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct

from jcssa_desktop.documents.drawing import Page, Text
from jcssa_desktop.documents.rendering import render
from jcssa_desktop.documents.sheet import about, device_table, finding_table, items_full, makers, sources
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow
from jcssa_desktop.documents.sheet.front import BackPages, front_pages
from jcssa_desktop.documents.sheet.grid import magnified
from jcssa_desktop.documents.sheet.running import add_footer
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.errors import MissingGlyphs, Place
from jcssa_desktop.domain.record import Record

_LONGEST_QUOTE = 40
_HARDLY_FILLED = 0.4
_LANGUAGE_TAGS = {"ja": "ja-JP", "en": "en-US"}


class DrawnSheet(Struct, frozen=True):
    """A sheet's PDF, and the pages that it was drawn from, which hold its structure."""

    pdf: bytes
    pages: tuple[Page, ...]
    title: str
    language: str


def draw_sheet(
    record: Record, sha256: str, texts: SheetTexts, fonts: FontPair, *, preview: bool = False
) -> bytes:
    """Draw the sheet as a PDF for looking at and printing; see `drawn_sheet`."""
    return drawn_sheet(record, sha256, texts, fonts, preview=preview).pdf


def drawn_sheet(
    record: Record, sha256: str, texts: SheetTexts, fonts: FontPair, *, preview: bool = False
) -> DrawnSheet:
    """Draw the sheet as a PDF of A4 pages; the same record always gives the same bytes.

    `sha256` is that of the record's canonical JSON, as hexadecimal digits. A `preview` bears the mark of a
    sample on every page, and neither number, code nor QR code.

    Raises:
        MissingGlyphs: a text of the sheet has characters that the fonts cannot print.
    """
    typesetter = _typesetter(fonts)
    faces = typesetter.faces
    if record.disclosure.readings:
        typesetter = Typesetter(faces, texts.readings)
    edition = Edition(record, sha256, texts, typesetter, preview=preview)
    pages = sheet_pages(edition)
    _expect_every_glyph(edition, pages, faces)
    title = texts.document_title(edition.number)
    language = language_tag(texts.language)
    pdf = render(pages, faces, title=title, author=record.company.name, language=language)
    return DrawnSheet(pdf, pages, title, language)


@lru_cache(maxsize=1)
def _typesetter(fonts: FontPair) -> Typesetter:
    """Keep the typesetter: most texts are the same on every sheet and are broken into lines once."""
    return Typesetter(Faces(fonts))


def language_tag(language: str) -> str:
    """Name a language for programs that read pages aloud."""
    return _LANGUAGE_TAGS.get(language, language)


def sheet_pages(edition: Edition) -> tuple[Page, ...]:
    """Lay out all pages. The back is laid out first, since the front says on which page things are."""
    front_count = 1
    while True:
        flow, back = _back_pages(edition, front_count + 1)
        front = front_pages(edition, back)
        if len(front) <= front_count:
            break
        front_count = len(front)
    pages = (*front, *flow.pages)
    for number, page in enumerate(pages, start=1):
        add_footer(edition, page, number, len(pages))
    scale = edition.grid.scale
    return pages if scale == 1 else tuple(magnified(page, scale) for page in pages)


def _back_pages(edition: Edition, first_page: int) -> tuple[Flow, BackPages]:
    """Lay out the back; with less white where that saves a last page on which hardly anything stands."""
    flow, back = _laid_out(edition, first_page, snug=False)
    if len(flow.pages) > 1 and flow.filled < _HARDLY_FILLED:
        snug, snug_back = _laid_out(edition, first_page, snug=True)
        if len(snug.pages) < len(flow.pages):
            return snug, snug_back
    return flow, back


def _laid_out(edition: Edition, first_page: int, *, snug: bool) -> tuple[Flow, BackPages]:
    flow = Flow(edition, first_page, snug=snug)
    flow.part(edition.texts.page.devices_title)
    device_table.add(edition, flow)
    finding_table.add(edition, flow)
    sources.add_sources(edition, flow)
    flow.part(edition.texts.page.items_title)
    sources.add_words(edition, flow)
    items_full.add_items(edition, flow)
    items_full.add_clauses(edition, flow)
    makers.add(edition, flow)
    about.add(edition, flow)
    back = BackPages(
        devices=flow.page_of(device_table.BOX),
        findings=flow.page_of(finding_table.BOX),
        items=flow.page_of(items_full.BOX),
        makers=flow.page_of(makers.BOX),
    )
    return flow, back


def _expect_every_glyph(edition: Edition, pages: Sequence[Page], faces: Faces) -> None:
    """A missing glyph would print as an empty box in a customer's name, silently."""
    drawn = (placed.mark.text for page in pages for placed in page.placed if isinstance(placed.mark, Text))
    missing = tuple(dict.fromkeys(character for text in drawn for character in faces.missing(text)))
    if not missing:
        return
    fields = _fields_with(missing, msgspec.to_builtins(edition.record))
    path, text = next(fields, ("", ""))
    raise MissingGlyphs(
        "characters_without_glyph",
        place=Place(path=path),
        characters=edition.texts.formats.separator.join(missing),
        codes=" ".join(f"U+{ord(character):04X}" for character in missing),
        text=text[:_LONGEST_QUOTE],
    )


def _fields_with(characters: Collection[str], value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give path and text of the fields of a record in which one of the characters stands."""
    if isinstance(value, str):
        if any(character in value for character in characters):
            yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _fields_with(characters, inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _fields_with(characters, inner, f"{path}[{index}]")
