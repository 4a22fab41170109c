"""Back pages: boxes under each other, tables split only between rows, no title alone at a foot."""

from collections.abc import Callable, Sequence
from typing import Protocol

from jcssa_desktop.documents.drawing import (
    ARTIFACT,
    Block,
    Page,
    Placed,
    Role,
    Rule,
    beside,
    stacked,
)
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.running import running_head
from jcssa_desktop.documents.sheet.section import RULE_WEIGHT
from jcssa_desktop.documents.typesetting import NOTE, QUESTION

_ABOVE = 1.4
_BELOW = 2.6
_BELOW_SNUG = 1.6
_UNDER_TITLE = 1.0
_LETTER_GAP = 2.0
_NOTE_GAP = 3.0
_WHOLE_UP_TO = 70.0
_TOGETHER = 2
"""How many rows stay together on either side of a page break."""


Title = Callable[[bool], Block]
"""Sets a box's title; called with True where the box goes on after a page end."""


class Ruled(Protocol):
    """What splits over pages: the head that is repeated, and the line between two rows."""

    def head(self) -> Block:
        """Set the head."""

    def hair(self) -> Block:
        """Draw the line between two rows; it takes no height."""


class Flow:
    """Fills pages from the top; a new page gets the running title of the part that it continues.

    `snug` leaves less white between boxes and items.
    """

    def __init__(self, edition: Edition, first_page: int, *, snug: bool = False) -> None:
        self.snug = snug
        self._below = _BELOW_SNUG if snug else _BELOW
        self._edition = edition
        self._first_page = first_page
        self._title = ""
        self._is_headed = False
        self._grid = edition.grid
        self._top = self._y = self._grid.bottom
        self._boxes: dict[str, int] = {}
        self.pages: list[Page] = []

    def part(self, title: str) -> None:
        """Begin a part: pages that begin from here on bear its title."""
        self._title = title
        self._is_headed = False

    @property
    def filled(self) -> float:
        """How much of the last page is taken, from 0 to 1."""
        return self._y / self._grid.bottom

    def page_of(self, box: str) -> int:
        """Return the number of the page on which a box begins."""
        return self._boxes[box]

    def box(self, name: str, title: Title, blocks: Sequence[Block], *, ruled: bool = False) -> None:
        """Set a box, whole if a page can hold it and half of the page would not stay white.

        Else it is parted between two blocks, never right after its first, and the title is repeated.
        `ruled` draws a rule above the title, unless the box begins a page.
        """
        head = self._titled(title(False))
        whole = stacked([head, *blocks]).height
        kept = whole if whole <= _WHOLE_UP_TO else stacked([head, *blocks[:_TOGETHER]]).height
        self._begin(name, head, kept, ruled=ruled)
        for block in blocks:
            if not self._has_room(block.height):
                self._go_on(title)
                self._add(_without_rule(block))
            else:
                self._add(block)
        self._y += self._below

    def table(
        self,
        name: str,
        title: Title,
        table: Ruled,
        rows: Sequence[Block],
        after: Sequence[Block],
    ) -> None:
        """Set a box with a table and blocks after it.

        On each further page title and head are repeated, marked as continued.
        """
        head = table.head()
        first = self._titled(title(False))
        kept = first.height + head.height + sum(row.height for row in rows[:_TOGETHER])
        self._begin(name, first, kept)
        self._add(head)
        start = 0
        for index, row in enumerate(rows):
            if index > start and not self._has_room(self._needed(rows, index, index - start, after)):
                self._go_on(title)
                self._add(table.head().within(ARTIFACT))
                start = index
            if index > start:
                self._add(table.hair())
            self._add(row)
        for block in after:
            self._ensure(block.height)
            self._add(block)
        self._y += self._below

    @staticmethod
    def _needed(rows: Sequence[Block], index: int, placed: int, after: Sequence[Block]) -> float:
        """How much room a row asks for: the last rows stay together with what stands beneath the table."""
        row = rows[index].height
        if placed < _TOGETHER or len(rows) - index != _TOGETHER:
            return row
        return row + rows[index + 1].height + sum(block.height for block in after[:_TOGETHER])

    def _begin(self, name: str, head: Block, kept: float, *, ruled: bool = False) -> None:
        if not self._has_room(kept + _ABOVE):
            self._new_page(is_heading=True)
        if ruled and self._y > self._top:
            self._add(Block(0.0, (Placed(0, 0, Rule(self._grid.width, RULE_WEIGHT)),)))
        self._boxes.setdefault(name, self._first_page + len(self.pages) - 1)
        self._y += _ABOVE
        self._add(head)

    def _go_on(self, title: Title) -> None:
        """Begin a page with the title of the box that goes on there."""
        self._new_page()
        self._y += _ABOVE
        self._add(self._titled(title(True)).within(ARTIFACT))

    def _titled(self, title: Block) -> Block:
        return Block(title.height + _UNDER_TITLE, title.marks)

    def _has_room(self, height: float) -> bool:
        return self._y + height <= self._grid.bottom

    def _ensure(self, height: float) -> None:
        if not self._has_room(height):
            self._new_page()

    def _new_page(self, *, is_heading: bool = False) -> None:
        """Begin a page; `is_heading` lets its head be read aloud, once for each part."""
        page = Page()
        self.pages.append(page)
        head = running_head(self._edition, self._title)
        is_read = is_heading and not self._is_headed
        self._is_headed = self._is_headed or is_read
        self._y = page.add(head if is_read else head.within(ARTIFACT), self._grid.left, self._grid.top)
        self._top = self._y

    def _add(self, block: Block) -> None:
        self._y = self.pages[-1].add(block, self._grid.left, self._y)


def _without_rule(block: Block) -> Block:
    """Drop the line between two blocks where the head of a page already stands above the second."""
    first = block.marks[0] if block.marks else None
    ruled = first is not None and isinstance(first.mark, Rule) and first.y == 0
    return Block(block.height, block.marks[1:]) if ruled else block


def box_title(edition: Edition, letter: str, title: str, note: str = "") -> Title:
    """Set a box's letter and title in the key colour and its note behind."""
    typesetter = edition.typesetter

    def set_title(continued: bool) -> Block:  # noqa: FBT001 (called by Flow alone)
        named = []
        left = 0.0
        if letter:
            named.append((0.0, typesetter.single(letter, QUESTION)))
            left = typesetter.width(letter, QUESTION) + _LETTER_GAP
        words = title + (edition.texts.page.continued if continued else "")
        named.append((left, typesetter.single(words, QUESTION)))
        cells = [(0.0, beside(named).as_one(Role.H2))]
        left += typesetter.width(words, QUESTION) + _NOTE_GAP
        if note and not continued:
            lowered = QUESTION.baseline - NOTE.baseline
            set_note = typesetter.paragraph(note, NOTE, edition.grid.width - left, phrases=True)
            cells.append((left, Block(set_note.height, tuple(set_note.moved(0, lowered)))))
        return beside(cells)

    return set_title
