"""Lines of Japanese and Latin text with strict kinsoku (JIS X 4051).

A break never leaves a closing mark, small kana, 々 or ー at the beginning of a line, nor an opening bracket
at its end, and never parts a number from its counter. U+200B marks a wished break.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from jcssa_desktop.documents.kinsoku import (
    CLOSING,
    HANGING,
    NOT_AT_END,
    NOT_AT_START,
    PHRASE_ENDS,
    after_particle,
    before_bracket,
    before_katakana,
    glued,
    may_part,
    shares_space,
    surely_parted,
)
from jcssa_desktop.documents.typography import MM, Faces, printable

_AFTER_IN_ADDRESS = re.compile(r"(?<=[/.\-_?&=#:@,])(?=[^/.\-_?&=#:@,])(?!(?<=\d\.)\d)")
"""Where an address that is too long may be parted; not within a number such as 6.4.11."""
_SHORTEST_LAST = 5
_SHORTEST_LAST_PHRASE = 3
_LONGEST_MOVED = 10
"""A last line of fewer characters gets more of the line before, if possible from a phrase's beginning on."""
_SHORTEST_PHRASE_LINE = 0.4
"""How much of a line must be filled when it ends at a guessed end of a phrase."""

_SPACES = " \u3000"

ZERO_WIDTH = "\u200b"

_Position = tuple[float, str]
"""Where a line has come to, in em, and its last character."""
_LINE_START: _Position = (0.0, "")


class Run(Struct, frozen=True):
    """A piece of text in one weight."""

    text: str
    bold: bool = False


class Atom(Struct, frozen=True):
    """What is never parted, as (character, bold) pairs without trailing spaces, and the spaces behind it."""

    characters: tuple[tuple[str, bool], ...]
    spaces: tuple[tuple[str, bool], ...] = ()
    ends_line: bool = False


class Piece(Struct, frozen=True):
    """Text to draw at `left` millimetres from the beginning of its line."""

    left: float
    text: str
    bold: bool


class TypedLine(Struct, frozen=True):
    """A broken line; `width` in millimetres, without the white of a closing mark at its end."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        """The line as it reads."""
        return "".join(piece.text for piece in self.pieces)


def _atoms(runs: Sequence[Run], *, phrases: bool) -> Iterator[Atom]:
    """Part the text at its legal breaks; with `phrases`, only at spaces and U+200B."""
    characters = [(character, run.bold) for run in runs for character in printable(run.text)]
    inside = glued("".join(character for character, _ in characters))
    word: list[tuple[str, bool]] = []
    spaces: list[tuple[str, bool]] = []
    wished = False
    for index, (character, bold) in enumerate(characters):
        if character == ZERO_WIDTH:
            wished = True
        elif character == "\n":
            yield Atom(tuple(word), tuple(spaces), ends_line=True)
            word, spaces, wished = [], [], False
        elif character in _SPACES:
            spaces.append((character, bold))
        else:
            free = wished or bool(spaces)
            if word and index not in inside and _is_break(word[-1][0], character, free=free, phrases=phrases):
                yield Atom(tuple(word), tuple(spaces))
                word, spaces = [], []
            word += [*spaces, (character, bold)]
            spaces, wished = [], False
    if word:
        yield Atom(tuple(word), tuple(spaces))


def _is_break(before: str, after: str, *, free: bool, phrases: bool) -> bool:
    if free:
        return after not in NOT_AT_START and before not in NOT_AT_END
    if phrases:
        return before in PHRASE_ENDS and after not in NOT_AT_START
    return may_part(before, after)


class LineBreaker:
    """Breaks runs of one size into lines of a width. `hanging` lets 、 and 。 stand beyond the right edge."""

    def __init__(
        self, faces: Faces, size: float, width: float, *, phrases: bool = False, hanging: bool = False
    ) -> None:
        self._faces = faces
        self._em = size / MM
        self._ems = width / self._em
        self._phrases = phrases
        self._hanging = hanging

    def lines(self, runs: Sequence[Run]) -> tuple[TypedLine, ...]:
        """Break the text; an empty text gives no line."""
        broken: list[list[Atom]] = []
        paragraph: list[Atom] = []
        for atom in _atoms(runs, phrases=self._phrases):
            paragraph.append(atom)
            if atom.ends_line:
                broken += self._fill(paragraph)
                paragraph = []
        if paragraph:
            broken += self._fill(paragraph)
        return tuple(self._typed(line) for line in broken)

    def _fill(self, atoms: Sequence[Atom]) -> list[list[Atom]]:
        lines: list[list[Atom]] = [[]]
        position = _LINE_START
        for whole in atoms:
            for atom in self._fitting(whole):
                ahead = self._advance(position, atom.characters)
                if lines[-1] and self._overflows(ahead):
                    lines.append([])
                    ahead = self._advance(_LINE_START, atom.characters)
                lines[-1].append(atom)
                position = self._advance(ahead, atom.spaces)
        return self._without_stub(lines)

    def _advance(self, position: _Position, characters: Sequence[tuple[str, bool]]) -> _Position:
        """Set `characters` behind `position`; both ends in em."""
        cursor, before = position
        for character, bold in characters:
            if shares_space(before, character):
                cursor -= 0.5
            cursor += self._faces.em_width(character, bold=bold)
            before = character
        return cursor, before

    def _overflows(self, position: _Position) -> bool:
        return self._taken(position) > self._ems + 0.0001

    def _taken(self, position: _Position) -> float:
        """What a line takes: a closing mark at its end gives up its white, a hanging one all of it."""
        cursor, last = position
        if self._hanging and last in HANGING:
            return cursor - 1
        return cursor - 0.5 if last in CLOSING else cursor

    def _without_stub(self, lines: list[list[Atom]]) -> list[list[Atom]]:
        """Move atoms down where the last line would hold only a few characters."""
        shortest = _SHORTEST_LAST_PHRASE if self._phrases else _SHORTEST_LAST
        if len(lines) < 2 or _length(lines[-1]) >= shortest:  # noqa: PLR2004 (there is no line before)
            return lines
        before, last = lines[-2:]
        chosen = 0
        for count in range(1, len(before)):
            moved = [*before[-count:], *last]
            length = _length(moved)
            if (
                not self._fits(moved)
                or _length(before[:-count]) <= length
                or (chosen and length > _LONGEST_MOVED)
            ):
                break
            if length < shortest:
                continue
            chosen = chosen or count
            if _begins_phrase(before[-count - 1], before[-count]):
                chosen = count
                break
        return [*lines[:-2], before[:-chosen], [*before[-chosen:], *last]] if chosen else lines

    def _fits(self, atoms: Sequence[Atom]) -> bool:
        position = _LINE_START
        for atom in atoms[:-1]:
            position = self._advance(self._advance(position, atom.characters), atom.spaces)
        return not self._overflows(self._advance(position, atoms[-1].characters))

    def _fitting(self, atom: Atom) -> Iterator[Atom]:
        """Give the atom, or where it is wider than a line its parts, at the least bad places."""
        if self._fits([atom]):
            yield atom
            return
        text = "".join(character for character, _ in atom.characters)
        start = 0
        while start < len(text):
            end = self._longest(atom, start)
            if 0 < len(text) - end < _SHORTEST_LAST_PHRASE < end - start:
                end = len(text) - _SHORTEST_LAST_PHRASE
            end = self._better(text, start, end)
            last = end == len(text)
            yield Atom(atom.characters[start:end], atom.spaces if last else (), ends_line=False)
            start = end

    def _longest(self, atom: Atom, start: int) -> int:
        end = start
        position = _LINE_START
        while end < len(atom.characters):
            position = self._advance(position, atom.characters[end : end + 1])
            if self._overflows(position):
                break
            end += 1
        return max(end, start + 1)

    def _better(self, text: str, start: int, end: int) -> int:
        """Step back from `end` to the best place that is not too far back; `end` itself if none is legal."""
        if end == len(text):
            return end
        addresses = {found.start() for found in _AFTER_IN_ADDRESS.finditer(text)}
        legal = [
            place
            for place in range(end, start, -1)
            if place in addresses or may_part(text[place - 1], text[place])
        ]
        guessed = self._phrase_end(text, legal, start + (end - start) * _SHORTEST_PHRASE_LINE)
        if guessed is not None:
            return guessed
        if legal:
            return legal[0]
        for place in range(end, start, -1):
            if text[place] not in NOT_AT_START and text[place - 1] not in NOT_AT_END:
                return place
        return end

    def _phrase_end(self, text: str, legal: Sequence[int], nearest: float) -> int | None:
        """Guess where a phrase ends that the text does not mark; None in running text, or if none does."""
        if not self._phrases:
            return None
        for is_phrase_end in (before_bracket, after_particle, before_katakana):
            for place in legal:
                if place >= nearest and is_phrase_end(text[place - 1], text[place]):
                    return place
        return None

    def _typed(self, atoms: Sequence[Atom]) -> TypedLine:
        """Set a line: brackets and points that meet share a space, an opening bracket begins flush."""
        characters = [pair for atom in atoms for pair in (*atom.characters, *atom.spaces)]
        while characters and characters[-1][0] in _SPACES:
            characters.pop()
        pieces: list[Piece] = []
        position = _LINE_START
        text, weight, left = "", False, 0.0
        for character, bold in characters:
            shares = shares_space(position[1], character)
            if text and (shares or bold != weight):
                pieces.append(Piece(left * self._em, text, weight))
                text = ""
            if not text:
                left, weight = position[0] - shares / 2, bold
            text += character
            position = self._advance(position, ((character, bold),))
        if text:
            pieces.append(Piece(left * self._em, text, weight))
        return TypedLine(tuple(pieces), self._taken(position) * self._em)


def _begins_phrase(before: Atom, atom: Atom) -> bool:
    """Tell whether a line may well begin with an atom: behind a space or where a phrase surely ended."""
    return bool(before.spaces) or surely_parted(before.characters[-1][0], atom.characters[0][0])


def _length(atoms: Sequence[Atom]) -> int:
    return sum(len(atom.characters) for atom in atoms)
