"""F behind the front: the eight items in full, each with its clause and confirmation; then our clauses."""

import math

from msgspec import Struct

from jcssa_desktop.documents.drawing import Block, Placed, Role, Rule, beside, padded, stacked
from jcssa_desktop.documents.shapes import check_box
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.sheet.items_short import outcome
from jcssa_desktop.documents.tables import HAIR
from jcssa_desktop.documents.typesetting import BODY, ITEM_TEXT, SMALL, Style
from jcssa_desktop.domain.disclosure import Explained, ItemConfirmation
from jcssa_desktop.domain.guideline import Clause
from jcssa_desktop.domain.record import PrintedItem

BOX = "F"
_COLUMNS = (35.0, 4.0, 107.0, 4.0, 32.0)
_NUMBER = 5.2
_NAME_STYLE = Style(8.6, 12, bold=True, role=Role.H3)
_BOX_WIDTH = 5.0
_LINES_IN_PART = 9
_MOST_NOTE_LINES = 12
_WHITE, _WHITE_SNUG = (1.7, 1.9), (0.9, 1.1)
"""The white above and below each item."""


def add_items(edition: Edition, flow: Flow) -> None:
    """Set the eight items with a line between them."""
    texts = edition.texts.items
    record = edition.record
    note = texts.author.format(
        company=record.company.name, version=record.pack.version, review=record.pack.review
    )
    blocks = [
        block
        for index, item in enumerate(record.items)
        for block in _ruled(edition, _item(edition, item), first=index == 0, snug=flow.snug)
    ]
    flow.box(BOX, box_title(edition, BOX, texts.question_full, note), blocks)


def add_clauses(edition: Edition, flow: Flow) -> None:
    """Set the clauses of the reseller; the box has no letter because it may be absent."""
    clauses = edition.record.clauses
    if not clauses:
        return
    texts = edition.texts.items
    note = texts.clauses_author.format(company=edition.record.company.name)
    blocks = [
        block
        for index, clause in enumerate(clauses)
        for block in _ruled(edition, _clause(edition, clause), first=index == 0, snug=flow.snug)
    ]
    flow.box("clauses", box_title(edition, "", texts.clauses, note), blocks)


class _Widths(Struct, frozen=True):
    """Where the three columns stand and how wide they are."""

    name: float
    text_left: float
    text: float
    confirmation_left: float
    confirmation: float


def _widths(edition: Edition) -> _Widths:
    name, gap, text, second_gap, confirmation = edition.grid.columns(*_COLUMNS, keep=(1, 3))
    return _Widths(name, name + gap, text, name + gap + text + second_gap, confirmation)


def _item(edition: Edition, item: PrintedItem) -> list[Block]:
    """Set an item; a long text is parted, so that it may run over a page end."""
    typesetter = edition.typesetter
    widths = _widths(edition)
    number = typesetter.single(edition.texts.items.numbers[item.number - 1], _NAME_STYLE)
    name = typesetter.paragraph(item.title, _NAME_STYLE, widths.name - _NUMBER, phrases=True)
    confirmation = edition.record.disclosure.item(item.number)
    first, *rest = _text_parts(edition, item.text, _noted(edition, confirmation))
    row = beside(
        [
            (0.0, number),
            (_NUMBER, name),
            (widths.text_left, first),
            (widths.confirmation_left, _confirmation(edition, item, confirmation)),
        ]
    )
    return [row, *(beside([(widths.text_left, part)]) for part in rest)]


def _text_parts(edition: Edition, text: str, noted: str) -> list[Block]:
    """Set the text in parts of about the same number of lines, and what was noted after it."""
    typesetter = edition.typesetter
    width = _widths(edition).text
    parts = _parted(edition, text, ITEM_TEXT, width, hanging=True)
    if noted:
        heavy = typesetter.paragraph(noted, ITEM_TEXT.heavy(), width, hanging=True, most=_MOST_NOTE_LINES)
        parts.append(padded(heavy, 0.6, 0))
    return parts


def _parted(edition: Edition, text: str, style: Style, width: float, *, hanging: bool) -> list[Block]:
    typesetter = edition.typesetter
    lines = typesetter.lines(text, style, width, hanging=hanging)
    count = max(1, math.ceil(len(lines) / _LINES_IN_PART))
    size = math.ceil(len(lines) / count)
    return [
        typesetter.set_lines(lines[start : start + size], style, width)
        for start in range(0, max(1, len(lines)), max(1, size))
    ]


def _noted(edition: Edition, confirmation: ItemConfirmation) -> str:
    """Print the customer's question, or why an item does not apply; the memo stays inside the company."""
    if not confirmation.note:
        return ""
    texts = edition.texts.items
    if confirmation.state is Explained.QUESTION:
        return texts.asked_text.format(note=confirmation.note)
    if confirmation.state is Explained.NOT_APPLICABLE:
        return texts.reason_text.format(note=confirmation.note)
    return ""


def _confirmation(edition: Edition, item: PrintedItem, confirmation: ItemConfirmation) -> Block:
    typesetter = edition.typesetter
    texts = edition.texts.items
    ticked = confirmation.state is Explained.EXPLAINED
    words = outcome(edition, confirmation, brief=False)
    style = SMALL.heavy()
    if ticked:
        style = SMALL
        moment = confirmation.confirmed_at
        words = texts.confirmed.format(moment=edition.day_time(moment)) if moment else texts.confirmed_untimed
    width = _widths(edition).confirmation
    said = typesetter.paragraph(words, style, width - _BOX_WIDTH, phrases=True)
    box = check_box(ticked=ticked, style=SMALL, means=texts.ticked if ticked else texts.unticked)
    line = beside([(0.0, box), (_BOX_WIDTH, said)])
    clause = texts.clause.format(clause=item.clause) if item.clause else ""
    return padded(stacked([line, typesetter.paragraph(clause, SMALL, width, phrases=True)]), 0.2, 0)


def _clause(edition: Edition, clause: Clause) -> list[Block]:
    widths = _widths(edition)
    name = edition.typesetter.paragraph(clause.title, _NAME_STYLE, widths.name, phrases=True)
    room = edition.grid.width - widths.text_left
    first, *rest = _parted(edition, clause.text, BODY, room, hanging=False)
    row = beside([(0.0, name), (widths.text_left, first)])
    return [row, *(beside([(widths.text_left, part)]) for part in rest)]


def _ruled(edition: Edition, parts: list[Block], *, first: bool, snug: bool) -> list[Block]:
    """Give the first part white and a rule above, the last one white below."""
    rule = () if first else (Placed(0, 0, Rule(edition.grid.width, HAIR)),)
    above, below = _WHITE_SNUG if snug else _WHITE
    top = padded(parts[0], above, 0)
    blocks = [Block(top.height, (*rule, *top.marks)), *parts[1:]]
    blocks[-1] = padded(blocks[-1], 0, below)
    return blocks
