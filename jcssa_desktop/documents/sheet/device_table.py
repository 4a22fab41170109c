"""H: every device with all that is stated of it."""

from jcssa_desktop.documents.drawing import Block, beside, padded, stacked
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.shapes import state_shape
from jcssa_desktop.documents.sheet.devices import version_as_delivered
from jcssa_desktop.documents.sheet.edition import SERIALS_IN_ROW, Device, Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.sheet.intents import remark
from jcssa_desktop.documents.sheet.labels import about_labels, labels_of
from jcssa_desktop.documents.sheet.states import STATE_SHAPES, found, reason, state_line
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import CELL, SMALL, Style
from jcssa_desktop.domain.catalogue import Entitlement, FirmwareState
from jcssa_desktop.domain.disclosure import Answer, ContractState
from jcssa_desktop.domain.finding import Verdict, VersionState
from jcssa_desktop.domain.lifecycle import LifecycleKind

BOX = "H"
_KIND_GAP = 1.0
_MOST_LINES = 6
_LARGE = (6.5, 33, 24, 28, 28, 20.5)
"""Widths of the columns in large type."""


def add(edition: Edition, flow: Flow) -> None:
    """Set the table, the legend of the marks and the lists of serials that are too long for a row."""
    texts = edition.texts.device_table
    note = texts.note.format(day=edition.long_day(edition.record.facts_as_of))
    title = box_title(edition, BOX, texts.question, note)
    if not edition.devices:
        flow.box(BOX, title, [edition.typesetter.paragraph(texts.nothing, CELL, edition.grid.width)])
        return
    day = edition.latest_seen_on
    table = Table(
        edition.typesetter,
        edition.grid.fitted(
            [
                Column(7, texts.head_number),
                Column(44, texts.head_device),
                Column(30, texts.head_version),
                Column(
                    36,
                    texts.head_latest.format(day=edition.short_day(day)) if day else texts.head_latest_mixed,
                ),
                Column(36, texts.head_state),
                Column(29, texts.head_ends),
            ],
            large=_LARGE,
        ),
        above=0.95,
        below=0.95,
        names=1,
    )
    rows = [_row(edition, table, device) for device in edition.devices]
    about = edition.typesetter.paragraph(about_labels(edition), SMALL, edition.grid.width)
    flow.table(BOX, title, table, rows, [padded(_legend(edition), 1.0, 0), about])
    _add_serials(edition, flow)


def _row(edition: Edition, table: Table, device: Device) -> Block:
    number = edition.typesetter.single(str(device.number), CELL)
    return table.row(
        [
            number,
            _device(edition, device, table.inner(1)),
            _version(edition, device, table.inner(2)),
            _latest(edition, device, table.inner(3)),
            _state(edition, device, table.inner(4)),
            _ends(edition, device, table.inner(5)),
        ]
    )


def _lines(edition: Edition, width: float, *lines: tuple[str, Style]) -> Block:
    """Set lines that are there under each other."""
    return stacked(
        [
            edition.typesetter.paragraph(words, style, width, phrases=True, most=_MOST_LINES)
            for words, style in lines
        ]
    )


def _device(edition: Edition, device: Device, width: float) -> Block:
    texts = edition.texts.device_table
    line, facts = device.line, device.facts
    part_number = facts.part_number or line.part_number
    return _lines(
        edition,
        width,
        (edition.spaced(facts.model, edition.quantity(device)), CELL.heavy()),
        (edition.spaced(facts.maker_name, part_number), CELL),
        (edition.serials(device), SMALL),
        (texts.location.format(location=line.location) if line.location else "", SMALL),
        *((label, SMALL) for label in labels_of(edition, device)),
    )


def _version(edition: Edition, device: Device, width: float) -> Block:
    texts = edition.texts.device_table
    facts = device.facts
    entitlement = ""
    if facts.entitlement is not Entitlement.UNKNOWN:
        entitlement = texts.entitlement.format(entitlement=texts.entitlements[facts.entitlement])
    return _lines(
        edition,
        width,
        (version_as_delivered(edition, device), CELL.heavy()),
        (texts.family.format(family=facts.family) if facts.family else "", SMALL),
        (entitlement, SMALL),
    )


def _latest(edition: Edition, device: Device, width: float) -> Block:
    texts = edition.texts.device_table
    latest = device.facts.latest
    if latest is None:
        return _lines(edition, width, (edition.texts.devices.latest_unknown, CELL.heavy()))
    released = texts.released.format(day=edition.aligned(latest.released_on)) if latest.released_on else ""
    seen = ""
    if edition.latest_seen_on is None:
        seen = edition.texts.devices.seen_on.format(day=edition.short_day(latest.observed_on))
    others = [
        (texts.other_train.format(train=other.train, version=other.version), SMALL)
        for other in device.facts.other_trains
    ]
    return _lines(
        edition,
        width,
        (latest.version, CELL.heavy()),
        (released, SMALL),
        (edition.source(latest.source), SMALL),
        (seen, SMALL),
        *others,
    )


def _state(edition: Edition, device: Device, width: float) -> Block:
    """Set the state, why, what was delivered with it, the contract and the customer's answer."""
    why = dict.fromkeys([found(edition, device), reason(edition, device), _fix_planned(edition, device)])
    lines = [(words, SMALL) for words in why if words]
    concerned = [one for one in device.facts.findings if one.verdict is not Verdict.NOT_AFFECTED]
    if device.facts.state is not VersionState.NOT_RECORDED and not concerned:
        lines.append((edition.texts.states.not_found, SMALL))
    lines += [(_contract(edition, device), SMALL), (remark(edition, device), SMALL)]
    return stacked([state_line(edition, device.facts.state, width), _lines(edition, width, *lines)])


def _fix_planned(edition: Edition, device: Device) -> str:
    delivered = device.facts.delivered
    if delivered is None or delivered.state is not FirmwareState.FIX_PLANNED:
        return ""
    planned = (
        edition.aligned(delivered.planned_on) if delivered.planned_on else edition.texts.formats.unpublished
    )
    return edition.texts.states.fix_planned.format(day=planned)


def _contract(edition: Edition, device: Device) -> str:
    """Write the contract and the answer; its day or note follows whole, since the front may have cut it."""
    texts = edition.texts.device_table
    number = device.line.contract_number
    word = texts.contract if device.covered else texts.uncovered
    if device.line.contract is ContractState.UNDECIDED and not device.covered:
        word = texts.undecided
    answer = device.intent.answer
    if answer is not Answer.OPEN:
        said = edition.texts.intents.answers[answer].replace("\u200b", "")
        word = texts.answer.format(contract=word, answer=said)
    return edition.spaced(word, texts.contract_number.format(number=number) if number else "")


def _ends(edition: Edition, device: Device, width: float) -> Block:
    """Set all three or four ends; one that no source states is not stated."""
    kinds = edition.texts.device_table.kinds
    stated = {one.kind: one for one in device.facts.lifecycle}
    shown = [kind for kind in LifecycleKind if kind in stated]
    shown = shown or [LifecycleKind.END_OF_SUPPORT]
    typesetter = edition.typesetter
    label_width = max(typesetter.width(kinds[kind], SMALL) for kind in shown) + _KIND_GAP
    rows = []
    for kind in shown:
        until = (
            edition.aligned(stated[kind].ends) if kind in stated else edition.texts.devices.support_unknown
        )
        label = typesetter.single(kinds[kind], SMALL)
        if label_width + typesetter.width(until, SMALL) <= width + 0.01:
            rows.append(beside([(0.0, label), (label_width, typesetter.single(until, SMALL))]))
        else:
            rows.append(typesetter.paragraph(f"{kinds[kind]} {until}", SMALL, width, phrases=True))
    return stacked(rows)


def _legend(edition: Edition) -> Block:
    """Explain every mark, in as many lines as it takes."""
    cells: list[tuple[float, Block]] = []
    lines: list[Block] = []
    left = 0.0
    for state, shape in STATE_SHAPES.items():
        word = edition.texts.states.words[state].replace("\u200b", "")
        width = 3.6 + edition.typesetter.width(word, SMALL) + 3.0
        if left + width > edition.grid.width:
            lines.append(beside(cells))
            cells, left = [], 0.0
        cells += [(left, state_shape(shape, SMALL)), (left + 3.6, edition.typesetter.single(word, SMALL))]
        left += width
    return stacked([*lines, beside(cells)])


def _add_serials(edition: Edition, flow: Flow) -> None:
    texts = edition.texts.device_table
    blocks: list[Block] = []
    for device in edition.devices:
        if len(device.line.serials) <= SERIALS_IN_ROW:
            continue
        name = edition.spaced(f"{device.number}", device.facts.model)
        runs = [Run(name + edition.texts.formats.space, bold=True), Run(edition.listed(device.line.serials))]
        lines = edition.typesetter.lines(runs, SMALL, edition.grid.width, phrases=False)
        blocks += [edition.typesetter.set_lines((line,), SMALL, edition.grid.width) for line in lines]
    if blocks:
        flow.box("H serials", box_title(edition, "", texts.serials_title), blocks)
