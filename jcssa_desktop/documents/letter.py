"""A letter on A4: who writes to whom, a title, paragraphs, facts, a table, and lines to be signed."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jcssa_desktop.documents.drawing import (
    ARTIFACT,
    BOTTOM,
    FOOTER_RULE,
    PAGE_WIDTH,
    Block,
    Colour,
    Page,
    Placed,
    Role,
    Rule,
    beside,
    padded,
    stacked,
)
from jcssa_desktop.documents.letter_texts import LetterTexts
from jcssa_desktop.documents.rendering import render
from jcssa_desktop.documents.sheet.draw import DrawnSheet, language_tag
from jcssa_desktop.documents.tables import HAIR, Column, Table
from jcssa_desktop.documents.typesetting import SMALL, Align, Style, Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.errors import MissingGlyphs

_LEFT, _RIGHT, _TOP = 25.0, 20.0, 18.0
_WIDTH = PAGE_WIDTH - _LEFT - _RIGHT
_TITLE = Style(14, 20, bold=True, colour=Colour.KEY, role=Role.H1)
_BODY = Style(10.5, 17)
_TABLE = Style(9.5, 14)
_LABEL = 34.0
_SENDER = 78.0
_PART = 5.0
_SIGNED = 13.0
_LABEL_TO_SIGN = 46.0


class Letter(Struct, frozen=True):
    """What a letter says. `changes` are rows under `change_heads`; `to_sign` are labels of lines."""

    title: str
    number: str
    day: str
    to: tuple[str, ...]
    sender: tuple[str, ...]
    lead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    change_heads: tuple[str, str, str] = ("", "", "")
    changes: tuple[tuple[str, str, str], ...] = ()
    to_sign: tuple[tuple[str, str], ...] = ()


def draw_letter(letter: Letter, texts: LetterTexts, fonts: FontPair, author: str) -> DrawnSheet:
    """Draw a letter; raise MissingGlyphs for characters that the fonts cannot print."""
    faces = Faces(fonts)
    pages = letter_pages(letter, texts, Typesetter(faces))
    drawn = "".join(text for page in pages for text in page.texts)
    missing = faces.missing(drawn)
    if missing:
        raise MissingGlyphs(
            "characters_without_glyph",
            characters=" ".join(missing),
            codes=" ".join(f"U+{ord(character):04X}" for character in missing),
            text=letter.title,
        )
    language = language_tag(texts.language)
    title = f"{letter.title} {letter.number}".strip()
    pdf = render(pages, faces, title=title, author=author, language=language)
    return DrawnSheet(pdf, pages, title, language)


def letter_pages(letter: Letter, texts: LetterTexts, typesetter: Typesetter) -> tuple[Page, ...]:
    """Lay a letter out; it goes on on further pages between two lines or rows."""
    pages = [Page()]
    y = _TOP
    for block in _blocks(letter, texts, typesetter):
        if y + block.height > BOTTOM and pages[-1].placed:
            pages.append(Page())
            y = _TOP
        y = pages[-1].add(block, _LEFT, y)
    for number, page in enumerate(pages, start=1):
        words = texts.page.format(page=number, pages=len(pages))
        foot = typesetter.paragraph(words, SMALL, _WIDTH, align=Align.RIGHT).within(ARTIFACT)
        page.add(foot, _LEFT, FOOTER_RULE + 1.0)
    return tuple(pages)


def _blocks(letter: Letter, texts: LetterTexts, typesetter: Typesetter) -> Iterator[Block]:
    head = "\n".join(
        line for line in (letter.number and texts.number.format(number=letter.number), letter.day) if line
    )
    yield typesetter.paragraph(head, _TABLE, _WIDTH, align=Align.RIGHT)
    yield padded(_lines(typesetter, letter.to, _WIDTH - 30.0, first=_BODY.heavy()), 2.0, 0)
    sender = _lines(typesetter, letter.sender, _SENDER, first=_TABLE.heavy(), rest=_TABLE)
    yield padded(beside([(_WIDTH - _SENDER, sender)]), 2.0, _PART)
    yield padded(
        typesetter.paragraph(letter.title, _TITLE, _WIDTH, align=Align.CENTRE, phrases=True), 0, _PART
    )
    for words in letter.lead:
        yield from _paragraph(typesetter, words)
    yield Block(_PART / 2)
    for label, value in letter.facts:
        yield _fact(typesetter, label, value)
    if letter.changes:
        yield from _table(letter, typesetter)
    yield Block(_PART)
    for words in letter.notes:
        yield from _paragraph(typesetter, words)
    if texts.closing and not letter.to_sign:
        yield typesetter.paragraph(texts.closing, _BODY, _WIDTH, align=Align.RIGHT)
    for label, line in letter.to_sign:
        yield _to_sign(typesetter, label, line)


def _lines(
    typesetter: Typesetter, lines: Sequence[str], width: float, *, first: Style, rest: Style = _BODY
) -> Block:
    return stacked(
        [
            typesetter.paragraph(words, rest if index else first, width, phrases=True)
            for index, words in enumerate(line for line in lines if line)
        ]
    )


def _paragraph(typesetter: Typesetter, words: str) -> Iterator[Block]:
    """Give the lines of a paragraph, which a page end may part after the second and before the last two."""
    lines = typesetter.lines(words, _BODY, _WIDTH, hanging=True)
    if len(lines) <= 3:  # noqa: PLR2004 (two and two cannot be kept together)
        yield typesetter.set_lines(lines, _BODY, _WIDTH)
        return
    yield typesetter.set_lines(lines[:2], _BODY, _WIDTH)
    yield from (typesetter.set_lines((line,), _BODY, _WIDTH) for line in lines[2:-2])
    yield typesetter.set_lines(lines[-2:], _BODY, _WIDTH)


def _fact(typesetter: Typesetter, label: str, value: str) -> Block:
    named = typesetter.paragraph(label, _BODY.heavy(), _LABEL - 2.0, phrases=True)
    lines = [typesetter.paragraph(line, _BODY, _WIDTH - _LABEL) for line in value.split("\n")]
    words = stacked(lines)
    row = padded(beside([(0.0, named), (_LABEL, words)]), 0.8, 0.8)
    return Block(row.height, (*row.marks, Placed(0, row.height, Rule(_WIDTH, HAIR))))


def _table(letter: Letter, typesetter: Typesetter) -> Iterator[Block]:
    what, before, after = letter.change_heads
    table = Table(typesetter, [Column(55, what), Column(55, before), Column(55, after)], names=0)
    yield padded(table.head(), _PART, 0)
    for row in letter.changes:
        cells = [
            typesetter.paragraph(words, _TABLE, table.inner(index), phrases=True)
            for index, words in enumerate(row)
        ]
        yield stacked([table.row(cells), table.hair()])


def _to_sign(typesetter: Typesetter, label: str, line: str) -> Block:
    """Set a label with room above a rule to write on."""
    above = _SIGNED - _BODY.line
    row = beside([(0.0, typesetter.single(label, _BODY)), (_LABEL_TO_SIGN, typesetter.single(line, _BODY))])
    return Block(_SIGNED + 1.0, (*row.moved(0, above), Placed(0, _SIGNED + 0.6, Rule(_WIDTH, HAIR))))
