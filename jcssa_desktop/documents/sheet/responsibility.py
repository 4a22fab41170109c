"""B: who does what from today, with and without a maintenance contract (責任分界点)."""

from collections.abc import Sequence

from msgspec import Struct

from jcssa_desktop.documents.drawing import (
    Block,
    Box,
    HeadOf,
    Placed,
    Role,
    Rule,
    Tag,
    beside,
    padded,
    stacked,
)
from jcssa_desktop.documents.shapes import dot
from jcssa_desktop.documents.sheet.edition import Device, Edition, kinds
from jcssa_desktop.documents.sheet.section import (
    LETTER_WIDTH,
    Section,
    section_head,
    section_note,
)
from jcssa_desktop.documents.tables import HAIR, UNDER_HEAD, cell, head_cell
from jcssa_desktop.documents.typesetting import CELL, HEAD, NOTE, SMALL, Align, Style
from jcssa_desktop.documents.typography import MM
from jcssa_desktop.domain.guideline import Party, ResponsibilityTask, TaskSide

_LEGEND = 18.0
_ROW_PADDING = 0.42
_GROUP_RULE = 0.9
_GROUP_HEAD = Style(8.5, 11, bold=True)
_TAG = Style(8, 9.6, bold=True)


class _Measures(Struct, frozen=True):
    """Widths of the matrix: the tasks, the white between the groups, and the columns of a group."""

    task: float
    gap: float
    parties: tuple[float, float, float, float]
    cost: float

    @property
    def cost_left(self) -> float:
        """Where the cost stands, from the left of its group."""
        return sum(self.parties)

    @property
    def group(self) -> float:
        """The width of a group."""
        return self.cost_left + self.cost

    @property
    def groups_left(self) -> tuple[float, float]:
        """Where both groups stand."""
        first = self.task + self.gap
        return first, first + self.group + self.gap


_PARTIES = (Party.CUSTOMER, Party.RESELLER, Party.MAKER, Party.CARRIER)
_STANDARD = _Measures(35.0, 3.0, (10.5, 8.5, 12.5, 8.5), 17.0)
_LARGE = _Measures(34.2, 2.0, (9.0, 6.8, 11.6, 7.6), 15.9)


def _measures(edition: Edition) -> _Measures:
    return _LARGE if edition.grid.head_above else _STANDARD


def section(edition: Edition) -> Section:
    """Set all tasks of the record, always with both groups."""
    texts = edition.texts.responsibility
    rows = [_row(edition, task) for task in edition.record.tasks]
    body: list[Block] = [_heads(edition)]
    for index, row in enumerate(rows):
        if index:
            body.append(_rules(edition, HAIR))
        body.append(row)
    legends = [_legend(edition, filled=True), _legend(edition, filled=False)]
    legend = (
        beside([(0.0, legends[0]), (_LEGEND, legends[1])]) if edition.grid.head_above else stacked(legends)
    )
    note = section_note(edition, texts.note)
    head = section_head(edition, "B", texts.question, legend, padded(note, 1.6, 0))
    return Section(head, stacked(body).within(Tag(Role.TABLE)))


def _legend(edition: Edition, *, filled: bool) -> Block:
    texts = edition.texts.responsibility
    word = texts.does if filled else texts.helps
    circle = dot(filled=filled, means="", width=2.9, style=NOTE)
    words = edition.typesetter.paragraph(word, NOTE, edition.grid.head - LETTER_WIDTH - 3.7, phrases=True)
    return beside([(0.0, circle), (3.7, words)])


def _rules(edition: Edition, weight: float, *, tasks: bool = True) -> Block:
    """Draw a rule under the tasks and under both groups; the gaps between them stay white."""
    measures = _measures(edition)
    marks = [Placed(left, 0, Rule(measures.group, weight)) for left in measures.groups_left]
    if tasks:
        marks.insert(0, Placed(0, 0, Rule(measures.task, weight)))
    return Block(0.0, tuple(marks))


def _heads(edition: Edition) -> Block:
    texts = edition.texts.responsibility
    measures = _measures(edition)
    spans = len(_PARTIES) + 1
    groups = [head_cell(group, HeadOf.COLUMN, spans) for group in _groups(edition)]
    named = [(0.0, cell(Block(0.0))), *zip(measures.groups_left, groups, strict=True)]
    group_row = padded(beside(named), 0, 0.6).within(Tag(Role.ROW))
    names = _party_heads(edition)
    tallest = max(name.height for name in names)
    task = padded(edition.typesetter.single(texts.task, HEAD), tallest - HEAD.line, 0)
    cost = padded(edition.typesetter.single(texts.cost, HEAD), tallest - HEAD.line, 0)
    cells = [(0.0, head_cell(task, HeadOf.COLUMN))]
    for group in measures.groups_left:
        x = group
        for name, width in zip(names, measures.parties, strict=True):
            cells.append((x, head_cell(padded(name, tallest - name.height, 0), HeadOf.COLUMN)))
            x += width
        cells.append((x, head_cell(cost, HeadOf.COLUMN)))
    party_row = padded(beside(cells), 0.6, 0.55).within(Tag(Role.ROW))
    return stacked(
        [group_row, _rules(edition, _GROUP_RULE, tasks=False), party_row, _rules(edition, UNDER_HEAD)]
    )


def _party_heads(edition: Edition) -> list[Block]:
    parties = edition.texts.responsibility.parties
    return [
        edition.typesetter.paragraph(parties[party], HEAD, width, align=Align.CENTRE, phrases=True)
        for party, width in zip(_PARTIES, _measures(edition).parties, strict=True)
    ]


def _groups(edition: Edition) -> tuple[Block, Block]:
    """Name the devices of each group, or mark as today's the only one that applies."""
    texts = edition.texts.responsibility
    covered = [device for device in edition.devices if device.covered]
    uncovered = [device for device in edition.devices if not device.covered]
    if not covered:
        other = _title(edition, texts.other_covered)
        return other, _today(edition, texts.today_uncovered)
    if not uncovered:
        other = _title(edition, texts.other_uncovered)
        return _today(edition, texts.today_covered), other
    first = _named(edition, texts.covered, covered, others=False)
    return first, _named(edition, texts.uncovered, uncovered, others=True)


def _named(edition: Edition, form: str, devices: Sequence[Device], *, others: bool) -> Block:
    """Name the devices where they fit in the head, else count them."""
    models = list(dict.fromkeys(device.facts.model for device in devices))
    named = form.format(devices=edition.listed(models))
    if kinds(devices) <= 2 and edition.typesetter.width(named, _GROUP_HEAD) <= _measures(edition).group:  # noqa: PLR2004
        return _title(edition, named)
    count = edition.kinds_units(devices)
    counted = edition.texts.responsibility.others.format(count=count) if others else count
    return _title(edition, form.format(devices=counted))


def _title(edition: Edition, words: str) -> Block:
    return edition.typesetter.paragraph(words, _GROUP_HEAD, _measures(edition).group, phrases=True)


def _today(edition: Edition, words: str) -> Block:
    """Set the title of the only group that applies, with a framed word before it."""
    typesetter = edition.typesetter
    tag = edition.texts.responsibility.today
    width = typesetter.width(tag, _TAG) + 2.4
    top = (_GROUP_HEAD.line - _TAG.line) / 2
    frame = Block(0.0, (Placed(0, top, Box(width, _TAG.line, 0.9)),))
    named = padded(typesetter.single(tag, _TAG), top, 0)
    left = width + 1.4
    title = typesetter.paragraph(words, _GROUP_HEAD, _measures(edition).group - left, phrases=True)
    return beside([(0.0, frame), (1.2, named), (left, title)])


def _row(edition: Edition, task: ResponsibilityTask) -> Block:
    measures = _measures(edition)
    name = edition.typesetter.paragraph(task.name, CELL, measures.task - 0.5, phrases=True)
    sides = (task.with_contract, task.without_contract)
    groups = [(x, _side(edition, side)) for x, side in zip(measures.groups_left, sides, strict=True)]
    row = beside([(0.0, head_cell(name, HeadOf.ROW)), *groups]).within(Tag(Role.ROW))
    return padded(row, _ROW_PADDING, _ROW_PADDING)


def _side(edition: Edition, side: TaskSide) -> Block:
    texts = edition.texts.responsibility
    measures = _measures(edition)
    cells: list[tuple[float, Block]] = []
    x = 0.0
    for party, width in zip(_PARTIES, measures.parties, strict=True):
        part = Block(0.0)
        if party in side.does:
            part = dot(filled=True, means=texts.does, width=width, style=CELL)
        elif party in side.helps:
            part = dot(filled=False, means=texts.helps, width=width, style=CELL)
        cells.append((x, cell(part)))
        x += width
    cost = edition.typesetter.paragraph(side.cost, SMALL, measures.cost, phrases=True)
    cells.append((measures.cost_left, cell(padded(cost, (CELL.leading - SMALL.leading) / 2 / MM, 0))))
    return beside(cells)
