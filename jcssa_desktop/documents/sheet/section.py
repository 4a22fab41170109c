"""A box of the front page: its letter and question to the left, its answer to the right."""

from dataclasses import dataclass

from jcssa_desktop.documents.drawing import WIDTH, Block, Colour, Placed, Role, Rule, beside, padded, stacked
from jcssa_desktop.documents.typesetting import NOTE, QUESTION, Typesetter

HEAD_WIDTH = 23.0
GUTTER = 4.0
BODY_LEFT = HEAD_WIDTH + GUTTER
BODY_WIDTH = WIDTH - BODY_LEFT
THIRD = 49.0
HALF = 75.5
LETTER_WIDTH = 4.0
RULE_WEIGHT = 0.9
KEY_RULE = Rule(WIDTH, 1.4, Colour.KEY)
_ABOVE = 1.4
_BELOW = 1.7


@dataclass(frozen=True, slots=True)
class Section:
    """One box; `letter` "" for the boxes that may be absent."""

    head: Block
    body: Block
    first: bool = False

    @property
    def height(self) -> float:
        """What the box takes with its rule and no extra white."""
        return _ABOVE + max(self.head.height, self.body.height) + _BELOW

    def block(self, extra: float = 0.0, *, ruled: bool = True) -> Block:
        """Set the box over the whole width, with `extra` white above and below."""
        row = beside([(0.0, self.head), (BODY_LEFT, self.body)])
        if not ruled:
            return padded(row, 0.0, _BELOW + extra)
        rule = KEY_RULE if self.first else Rule(WIDTH, RULE_WEIGHT)
        return stacked([Block(0.0, (Placed(0, 0, rule),)), padded(row, _ABOVE + extra, _BELOW + extra)])


def section_head(typesetter: Typesetter, letter: str, question: str, *notes: Block) -> Block:
    """Set the letter, the question in the key colour and the notes beneath it."""
    indent = LETTER_WIDTH if letter else 0.0
    lines = typesetter.paragraph(question, QUESTION, HEAD_WIDTH - indent, phrases=True)
    asked = beside([(0.0, typesetter.single(letter, QUESTION)), (indent, lines)]).as_one(Role.H2)
    shifted = [beside([(indent, note)]) for note in notes if note.height]
    return stacked([asked, *shifted], gap=1.0)


def section_note(typesetter: Typesetter, text: str) -> Block:
    """Set a note under a question; an empty text sets nothing."""
    return typesetter.paragraph(text, NOTE, HEAD_WIDTH - LETTER_WIDTH, phrases=True)
