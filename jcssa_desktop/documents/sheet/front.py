"""The front page: its boxes, what is cut when they do not fit, and what is done with white that is left."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from jcssa_desktop.documents.drawing import ARTIFACT, Block, Page
from jcssa_desktop.documents.sheet import (
    contacts,
    devices,
    intents,
    items_short,
    requests,
    responsibility,
    risks,
    signature,
)
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.header import header
from jcssa_desktop.documents.sheet.running import running_head
from jcssa_desktop.documents.sheet.section import Section

_LEAVE_WHITE_BELOW = 2.0
_PAD_BELOW = 18.0
_PADDING = 0.9
_TIGHTEN = 0.45
"""How much each padding may give up before anything is cut: all of them alike, so that no gap looks odd."""
_SECOND_PAGE_FROM = 4
_FRONT_PAGES = 2


class BackPages(Struct, frozen=True):
    """On which page the boxes behind the front begin."""

    devices: int
    findings: int
    items: int
    makers: int


class Limits(Struct, frozen=True):
    """How much of each box the front shows.

    `compact` sets each device on one line; `brief` leaves out advice, most numbers and the plan's name.
    """

    requests: int
    device_rows: int
    products: int
    intent_rows: int
    grouped: bool
    compact: bool = False
    brief: bool = False


CUTS = (
    Limits(requests.MOST, devices.MOST_ROWS, risks.MOST, intents.MOST_ROWS, grouped=False),
    Limits(requests.FEWEST, devices.MOST_ROWS, risks.MOST, intents.MOST_ROWS, grouped=False),
    Limits(requests.FEWEST, devices.MOST_ROWS, 1, intents.MOST_ROWS, grouped=False),
    Limits(requests.FEWEST, devices.MOST_ROWS, 1, intents.MOST_ROWS, grouped=True),
    Limits(requests.MOST, devices.MOST_ROWS, 1, intents.MOST_ROWS, grouped=True, compact=True),
    *(
        Limits(requests.FEWEST, device_rows, 1, intent_rows, grouped=True, compact=True, brief=brief)
        for device_rows, intent_rows, brief in (
            (8, 6, False),
            (6, 6, False),
            (8, 6, True),
            (6, 6, True),
            (6, 5, True),
            (6, 4, True),
            (5, 4, True),
            (4, 3, True),
            (3, 3, True),
            (2, 2, True),
        )
    ),
)
"""Tried in this order. Type is never made smaller; what is cut stands on the back pages."""


def front_pages(edition: Edition, back: BackPages) -> tuple[Page, ...]:
    """Lay out the front: one page, or two where very long names leave no other way."""
    top = header(edition)
    grid = edition.grid
    boxes = _Sections(edition, back)
    if grid.head_above:
        return _two_pages(edition, top, boxes)
    room = grid.bottom - grid.top - top.height
    for limits in CUTS:
        sections = boxes.within(limits)
        slack = room - _height(edition, sections)
        if slack >= -_TIGHTEN * 2 * len(sections):
            return (_one_page(edition, top, sections, slack),)
    return _two_pages(edition, top, boxes)


class _Sections:
    """The boxes of the front in their order; one that a cut leaves as it was is not set again."""

    def __init__(self, edition: Edition, back: BackPages) -> None:
        self._requests = cache(lambda most: requests.section(edition, most))
        self._devices = cache(
            lambda rows, compact: devices.section(edition, rows, back.devices, compact=compact)
        )
        self._risks = cache(
            lambda products, brief: risks.section(edition, products, back.findings, brief=brief)
        )
        self._intents = cache(
            lambda rows, grouped, brief: intents.section(
                edition, rows, back.devices, grouped=grouped, brief=brief
            )
        )
        self._responsibility = responsibility.section(edition)
        self._last = (
            contacts.section(edition, back.makers),
            items_short.section(edition, back.items),
            signature.section(edition),
        )

    def within(self, limits: Limits) -> list[Section]:
        """Set the boxes so that none shows more than its limit."""
        return [
            self._requests(limits.requests),
            self._devices(limits.device_rows, limits.compact),
            self._responsibility,
            self._risks(limits.products, limits.brief),
            self._intents(limits.intent_rows, limits.grouped, limits.brief),
            *self._last,
        ]


def _height(edition: Edition, sections: Sequence[Section]) -> float:
    return sum(section.height(edition.grid) for section in sections)


def _one_page(edition: Edition, top: Block, sections: list[Section], slack: float) -> Page:
    """Spend the slack: a little stays white, more goes into paddings, much becomes lines for questions."""
    padding = min(0.0, slack / (2 * len(sections)))
    if slack > _PAD_BELOW:
        questions = signature.questions_section(edition, slack)
        if questions:
            sections.insert(-1, questions)
    elif slack >= _LEAVE_WHITE_BELOW:
        padding = min(_PADDING, slack / (2 * len(sections)))
    page = Page()
    grid = edition.grid
    y = page.add(top, grid.left, grid.top)
    for section in sections:
        y = page.add(section.block(grid, padding), grid.left, y)
    return page


def _two_pages(edition: Edition, top: Block, boxes: _Sections) -> tuple[Page, ...]:
    """Break before the offers, or earlier or later where that does not fit; cut what makes a third page."""
    for limits in CUTS:
        pages = _in_turn(edition, top, boxes.within(limits))
        if len(pages) <= _FRONT_PAGES:
            return pages
    return pages


def _in_turn(edition: Edition, top: Block, sections: Sequence[Section]) -> tuple[Page, ...]:
    grid = edition.grid
    page = Page()
    pages = [page]
    y = page.add(top, grid.left, grid.top)
    for index, section in enumerate(sections):
        is_second_half = index == _SECOND_PAGE_FROM and len(pages) == 1
        if is_second_half or y + section.height(grid) > grid.bottom:
            page = Page()
            pages.append(page)
            head = running_head(edition, edition.texts.page.title).within(ARTIFACT)
            y = page.add(head, grid.left, grid.top)
            y = page.add(section.block(grid, ruled=False), grid.left, y)
        else:
            y = page.add(section.block(grid), grid.left, y)
    return tuple(pages)
