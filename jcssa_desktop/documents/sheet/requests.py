"""お願い: the days on which the customer must act, nearest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from jcssa_desktop.documents.drawing import Block, Role, Tag, beside
from jcssa_desktop.documents.sheet.edition import Device, Edition, kinds
from jcssa_desktop.documents.sheet.grid import GUTTER
from jcssa_desktop.documents.sheet.section import Section, section_head
from jcssa_desktop.documents.typesetting import BODY, REQUEST_DATE
from jcssa_desktop.domain.disclosure import Answer, Explained, SignatureMethod

MOST = 3
FEWEST = 2
_LINES = 2
_STEP = 1.5
"""By how much a request is made wider until it takes two lines."""


class Request(Struct, frozen=True):
    """When, and what."""

    when: str
    what: str


def requests(edition: Edition) -> tuple[Request, ...]:
    """Collect the customer's own days in order, then the days of our replies, then what always holds."""
    acts = sorted([*_updates(edition), *_answers(edition)], key=lambda dated: dated[0])
    replies = sorted(_replies(edition), key=lambda dated: dated[0])
    return (*(request for _, request in (*acts, *replies)), *_standing(edition))


def section(edition: Edition, most: int) -> Section:
    """Set the requests beside each other, at most `most` where they do not all fit on two lines."""
    typesetter = edition.typesetter
    shown = requests(edition)[:MOST]
    widths = _on_two_lines(edition, shown)
    if not widths:
        shown = shown[:most]
        count = max(1, len(shown))
        widths = ((edition.grid.body - GUTTER * (count - 1)) / count,) * len(shown)
    columns = []
    left = 0.0
    for request, width in zip(shown, widths, strict=True):
        taken = _taken(edition, request)
        what = typesetter.paragraph(
            _on_one_line(edition, request.what, width - taken), BODY, width - taken, phrases=True
        )
        column = beside([(0.0, typesetter.single(request.when, REQUEST_DATE)), (taken, what)])
        columns.append((left, column.within(Tag(Role.LIST_BODY)).within(Tag(Role.LIST_ITEM))))
        left += width + GUTTER
    head = section_head(edition, "", edition.texts.requests.question)
    body = beside(columns).within(Tag(Role.LIST)) if columns else Block(0.0)
    return Section(head, body, first=True)


def _on_one_line(edition: Edition, what: str, width: float) -> str:
    """Take out the wished line ends where the whole of it fits on a line."""
    line = what.replace("\n", edition.texts.formats.word_space)
    return line if edition.typesetter.width(line, BODY) <= width else what


def _taken(edition: Edition, request: Request) -> float:
    """The width that the day takes, and the white after it."""
    return edition.typesetter.width(request.when, REQUEST_DATE) + 2.0


def _on_two_lines(edition: Edition, shown: Sequence[Request]) -> tuple[float, ...]:
    """Give each request the width that two lines take, and an equal share of what is left; () too narrow."""
    room = edition.grid.body - GUTTER * (MOST - 1)
    widths: list[float] = []
    for request in shown:
        width = edition.typesetter.width(request.what, BODY) / _LINES
        # Words with line ends of their own never fit: then the room ends it.
        while (
            width < room and len(edition.typesetter.lines(request.what, BODY, width, phrases=True)) > _LINES
        ):
            width += _STEP
        widths.append(_taken(edition, request) + width)
    spare = room - sum(widths)
    if spare < 0 or len(shown) < MOST:
        return ()
    return tuple(width + spare / len(widths) for width in widths)


def _updates(edition: Edition) -> Iterable[tuple[date, Request]]:
    """Planned updates: the customer's own by a day, ours with the customer attending on a day."""
    texts = edition.texts.requests
    grouped: dict[tuple[date, bool], list[Device]] = defaultdict(list)
    for device in edition.devices:
        if device.line.update_planned_on:
            grouped[device.line.update_planned_on, device.we_update].append(device)
    for (day, by_us), devices in grouped.items():
        if by_us:
            when, one, many = edition.day(day), texts.attend, texts.attends
        else:
            when, one, many = texts.update_by.format(day=edition.day(day)), texts.update, texts.updates
        facts = devices[0].facts
        if kinds(devices) == 1:
            version = facts.latest.version if facts.latest else ""
            what = one.format(model=facts.model, version=version).replace("（）", "").replace("()", "")
        else:
            what = many.format(model=facts.model, others=kinds(devices) - 1)
        yield day, Request(when, what)


def _answers(edition: Edition) -> Iterable[tuple[date, Request]]:
    """Days by which the customer promised an answer to our offer."""
    grouped: dict[date, list[Device]] = defaultdict(list)
    for device in edition.devices:
        if device.intent.answer is Answer.CONSIDERING and device.intent.due:
            grouped[device.intent.due].append(device)
    texts = edition.texts.requests
    for day, devices in grouped.items():
        form = texts.answer if kinds(devices) == 1 else texts.answers
        what = form.format(model=devices[0].facts.model, others=kinds(devices) - 1)
        yield day, Request(edition.day(day), what)


def _replies(edition: Edition) -> Iterable[tuple[date, Request]]:
    """Days by which we answer a question: the customer may then call."""
    numbers = edition.texts.items.numbers
    grouped: dict[date, list[str]] = defaultdict(list)
    for item in edition.record.disclosure.items:
        if item.state is Explained.QUESTION and item.answer_by:
            grouped[item.answer_by].append(numbers[item.number - 1])
    for day, asked in grouped.items():
        what = edition.texts.requests.reply.format(items="".join(asked))
        yield day, Request(edition.day(day), what)


def _standing(edition: Edition) -> Iterable[Request]:
    texts = edition.texts.requests
    signature = edition.record.disclosure.signature
    if signature and signature.method is SignatureMethod.LATER:
        yield Request(texts.sign_when, texts.sign)
    uncovered = [device for device in edition.devices if not device.covered]
    if uncovered:
        form = texts.monthly_all if len(uncovered) == len(edition.devices) else texts.monthly
        yield Request(texts.monthly_when, form.format(kinds=kinds(uncovered)))
    yield Request(texts.incident_when, texts.incident)
