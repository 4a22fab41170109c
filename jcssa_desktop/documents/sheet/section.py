"""A box of the front page: its letter and question to the left, its answer to the right."""

import re

from msgspec import Struct

from jcssa_desktop.documents.drawing import Block, Colour, Placed, Role, Rule, beside, padded, stacked
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.grid import Grid
from jcssa_desktop.documents.typesetting import NOTE, QUESTION

LETTER_WIDTH = 4.0
RULE_WEIGHT = 0.9
KEY_RULE_WEIGHT = 1.4
_ABOVE = 1.4
_BELOW = 1.7
_UNDER_HEAD = 1.0
_BROKEN = re.compile(r"\n+\u3000*")


class Section(Struct, frozen=True):
    """One box; `letter` "" for the boxes that may be absent."""

    head: Block
    body: Block
    first: bool = False

    def height(self, grid: Grid) -> float:
        """What the box takes with its rule and no extra white."""
        if grid.head_above:
            return _ABOVE + self.head.height + _UNDER_HEAD + self.body.height + _BELOW
        return _ABOVE + max(self.head.height, self.body.height) + _BELOW

    def block(self, grid: Grid, extra: float = 0.0, *, ruled: bool = True) -> Block:
        """Set the box over the whole width, with `extra` white above and below."""
        if grid.head_above:
            row = stacked([self.head, self.body], _UNDER_HEAD)
        else:
            row = beside([(0.0, self.head), (grid.body_left, self.body)])
        if not ruled:
            return padded(row, 0.0, _BELOW + extra)
        rule = key_rule(grid) if self.first else Rule(grid.width, RULE_WEIGHT)
        return stacked([Block(0.0, (Placed(0, 0, rule),)), padded(row, _ABOVE + extra, _BELOW + extra)])


def key_rule(grid: Grid) -> Rule:
    """Draw the rule in the key colour that parts the head of a page from its content."""
    return Rule(grid.width, KEY_RULE_WEIGHT, Colour.KEY)


def section_head(edition: Edition, letter: str, question: str, *notes: Block) -> Block:
    """Set the letter, the question in the key colour and the notes beneath it."""
    indent = LETTER_WIDTH if letter else 0.0
    typesetter = edition.typesetter
    words = _unbroken(edition, question)
    lines = typesetter.paragraph(words, QUESTION, edition.grid.head - indent, phrases=True)
    asked = beside([(0.0, typesetter.single(letter, QUESTION)), (indent, lines)]).as_one(Role.H2)
    shifted = [beside([(indent, note)]) for note in notes if note.height]
    return stacked([asked, *shifted], gap=1.0)


def section_note(edition: Edition, text: str) -> Block:
    """Set a note under a question; an empty text sets nothing."""
    width = edition.grid.head - LETTER_WIDTH
    return edition.typesetter.paragraph(_unbroken(edition, text), NOTE, width, phrases=True)


def _unbroken(edition: Edition, words: str) -> str:
    """Take out the line ends that the narrow column of the standard edition wishes for."""
    if not edition.grid.head_above:
        return words
    parts = [_BROKEN.sub("" if edition.texts.language == "ja" else " ", one) for one in words.split("\n\n")]
    return edition.texts.formats.space.join(parts)
