"""Runs of text become blocks of lines."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.drawing import ARTIFACT, Block, Colour, Placed, Role, Tag, Text
from jcssa_desktop.documents.line_breaking import LineBreaker, Run, TypedLine
from jcssa_desktop.documents.typography import MM, Faces, printable

_BASELINE_ABOVE_MIDDLE = 0.40
"""Where the baseline stands under the middle of a line, in em: the optical middle of kanji and figures."""


class Style(Struct, frozen=True):
    """How a text is set: size and leading in points; `role` is what a paragraph in it is."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = Colour.BLACK
    role: Role = Role.PARAGRAPH

    def heavy(self) -> "Style":
        """The same in bold."""
        return replace(self, bold=True)

    @property
    def line(self) -> float:
        """The height of one line in millimetres."""
        return self.leading / MM

    @property
    def baseline(self) -> float:
        """How far the baseline of a line is below its top, in millimetres."""
        return (self.leading / 2 + _BASELINE_ABOVE_MIDDLE * self.size) / MM


TITLE = Style(20, 24, bold=True, role=Role.H1)
RUNNING_TITLE = Style(13, 17, bold=True, role=Role.H1)
CUSTOMER = Style(12.5, 16, bold=True)
CUSTOMER_PERSON = Style(10.5, 16)
COPY_TAG = Style(9.5, 13, bold=True)
QUESTION = Style(10, 13, bold=True, colour=Colour.KEY, role=Role.H2)
REQUEST_DATE = Style(10, 12, bold=True)
BODY = Style(8.6, 12)
ITEM_TEXT = Style(8.8, 12.8)
CELL = Style(8.5, 11)
IDS = Style(8.5, 11.6)
HEAD = Style(8, 10.4, bold=True)
NOTE = Style(8, 10.4)
SMALL = Style(8, 10.6)
_RUNNING_TEXT = {(style.size, style.leading) for style in (BODY, ITEM_TEXT)}
_KANA_SIZE = 0.5
_KANA_RISE = 0.96
_KANA_ROOM = 0.12
"""Readings above hard words, in em of the word: their size, their baseline above its own, and added white."""


_MOST_KEPT = 8192
"""How many broken texts a typesetter keeps: those of a few sheets, so that a thousand take no more memory."""


class Align(StrEnum):
    """Where lines stand in their width."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Typesetter:
    """Sets paragraphs and single lines in the sheet's typefaces.

    Running text gets the `readings` of hard words in small kana above them, once in each paragraph.
    """

    def __init__(self, faces: Faces, readings: Mapping[str, str] | None = None) -> None:
        self.faces = faces
        self._readings = readings or {}
        self._broken: dict[tuple[object, ...], tuple[TypedLine, ...]] = {}

    def paragraph(
        self,
        text: str | Sequence[Run],
        style: Style,
        width: float,
        *,
        align: Align = Align.LEFT,
        phrases: bool = False,
        hanging: bool = False,
        most: int | None = None,
    ) -> Block:
        """Set a text in lines of `width` millimetres; bold runs stay bold in a regular style.

        `most` cuts a text that would take more lines, with … at its end.
        """
        lines = self.lines(text, style, width, phrases=phrases, hanging=hanging)
        if most is not None and len(lines) > most:
            lines = self._cut(lines[:most], style, width)
        return self.set_lines(lines, style, width, align=align, readings=not phrases)

    def lines(
        self,
        text: str | Sequence[Run],
        style: Style,
        width: float,
        *,
        phrases: bool = False,
        hanging: bool = False,
    ) -> tuple[TypedLine, ...]:
        """Break a text into lines; the same text in the same measure is broken once."""
        given = (Run(text),) if isinstance(text, str) else text
        runs = tuple(Run(run.text, run.bold or style.bold) for run in given)
        key = (runs, style.size, width, phrases, hanging)
        if key not in self._broken:
            if len(self._broken) >= _MOST_KEPT:
                self._broken.clear()
            breaker = LineBreaker(self.faces, style.size, width, phrases=phrases, hanging=hanging)
            self._broken[key] = breaker.lines(runs)
        return self._broken[key]

    def _cut(self, lines: Sequence[TypedLine], style: Style, width: float) -> tuple[TypedLine, ...]:
        runs = [Run(piece.text, piece.bold) for piece in lines[-1].pieces]
        dots = Run("…", style.bold)
        while len(self.lines([*runs, dots], style, width)) > 1:
            runs[-1] = Run(runs[-1].text[:-1], runs[-1].bold)
            if not runs[-1].text:
                runs.pop()
        return (*lines[:-1], *self.lines([*runs, dots], style, width))

    def set_lines(
        self,
        lines: Sequence[TypedLine],
        style: Style,
        width: float,
        *,
        align: Align = Align.LEFT,
        readings: bool = True,
    ) -> Block:
        """Put broken lines under each other, running text with `readings` of its hard words."""
        marks = []
        kana: list[Placed] = []
        tags = (Tag(style.role),)
        is_running = readings and (style.size, style.leading) in _RUNNING_TEXT
        unread = dict(self._readings) if is_running else {}
        top = 0.0
        for line in lines:
            left = _left(align, width, line.width)
            above = self._kana(line, style, unread)
            top += _KANA_ROOM * style.size / MM if above else 0.0
            baseline = top + style.baseline
            for piece in line.pieces:
                measured = self.faces.width(piece.text, style.size, bold=piece.bold)
                text = Text(piece.text, style.size, piece.bold, style.colour, measured)
                marks.append(Placed(left + piece.left, baseline, text, tags))
            kana += (Placed(left + one.x, baseline + one.y, one.mark, one.tags) for one in above)
            top += style.line
        return Block(top, (*marks, *kana))

    def _kana(self, line: TypedLine, style: Style, unread: dict[str, str]) -> tuple[Placed, ...]:
        """Set the readings of the hard words of a line, from the line's left; `unread` loses those words.

        They are no part of what is read aloud: a voice says the word itself.
        """
        placed = []
        size = style.size * _KANA_SIZE
        for piece in line.pieces:
            for word in [word for word in unread if word in piece.text]:
                reading = unread.pop(word)
                before = self.faces.width(piece.text.partition(word)[0], style.size, bold=piece.bold)
                under = self.faces.width(word, style.size, bold=piece.bold)
                over = self.faces.width(reading, size)
                left = max(0.0, piece.left + before + (under - over) / 2)
                mark = Text(reading, size, bold=False, colour=style.colour, width=over)
                placed.append(Placed(left, -_KANA_RISE * style.size / MM, mark, (ARTIFACT,)))
        return tuple(placed)

    def single(self, text: str | Sequence[Run], style: Style, *, tracking: float = 0.0) -> Block:
        """Set one line that is never broken."""
        runs = (Run(text),) if isinstance(text, str) else text
        marks = []
        tags = (Tag(style.role),)
        cursor = 0.0
        for run in runs:
            bold = run.bold or style.bold
            words = printable(run.text).replace("\n", " ").replace("\u200b", "")
            width = self.faces.width(words, style.size, bold=bold, tracking=tracking)
            mark = Text(words, style.size, bold, style.colour, width, tracking)
            marks.append(Placed(cursor, style.baseline, mark, tags))
            cursor += width
        return Block(style.line, tuple(marks))

    def width(self, text: str, style: Style) -> float:
        """Measure one line in millimetres."""
        return self.faces.width(printable(text), style.size, bold=style.bold)


def _left(align: Align, width: float, taken: float) -> float:
    match align:
        case Align.LEFT:
            return 0.0
        case Align.RIGHT:
            return width - taken
        case Align.CENTRE:
            return (width - taken) / 2
