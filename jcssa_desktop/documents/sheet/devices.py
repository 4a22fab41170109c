"""A: what was bought, the version as delivered, the latest as seen, the state and the end of support."""

from collections.abc import Sequence

from jcssa_desktop.documents.drawing import Block, Placed, Rule, padded, stacked
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.documents.sheet.section import Section, section_head, section_note
from jcssa_desktop.documents.sheet.states import reason, state_line
from jcssa_desktop.documents.tables import HAIR, Column, Table
from jcssa_desktop.documents.typesetting import CELL, SMALL, Typesetter
from jcssa_desktop.documents.wording_runs import rich
from jcssa_desktop.domain.finding import StatedLifecycle
from jcssa_desktop.domain.lifecycle import LifecycleKind, SupportState, support_state

MOST_ROWS = 6
URGENT_ROWS = 5
_MOST_LINES = 2
_SUPPORT_ENDS = (
    LifecycleKind.END_OF_SUPPORT,
    LifecycleKind.END_OF_SECURITY_FIXES,
    LifecycleKind.END_OF_FIRMWARE,
)
_STANDARD = (48, 23, 24, 32, 28)
_COMPACT = (44, 23, 29, 28, 31)
_LARGE = (41.5, 21.5, 24, 29, 24)
"""Widths of the columns, in rows of two lines, of one, and in large type."""


def section(edition: Edition, rows: int, devices_page: int, *, compact: bool = False) -> Section:
    """Set at most `rows` rows; what does not fit is counted in a last row and found on `devices_page`.

    `compact` rows take one line each: more of what was bought is seen at once, its use is left out.
    """
    texts = edition.texts.devices
    shown, rest = _chosen(edition, rows, compact=compact)
    latest_day = edition.latest_seen_on
    latest_head = (
        texts.head_latest.format(day=edition.short_day(latest_day)) if latest_day else texts.head_latest_mixed
    )
    table = Table(
        edition.typesetter,
        edition.grid.fitted(
            [
                Column(width, head)
                for width, head in zip(
                    _COMPACT if compact else _STANDARD,
                    (
                        texts.head_device_brief if compact else texts.head_device,
                        texts.head_version,
                        latest_head,
                        texts.head_state,
                        texts.head_support,
                    ),
                    strict=True,
                )
            ],
            large=_LARGE,
        ),
        names=0,
    )
    set_row = _compact_row if compact else _row
    body = [set_row(edition, table, device, mixed=latest_day is None) for device in shown]
    parts = [table.head(), table.body(body)] if body else [_sentence(edition, texts.nothing)]
    if rest:
        words = rich(texts.more, count=edition.kinds_units(rest), page=_page(edition, devices_page))
        parts += [Block(0.0, (Placed(0, 0, Rule(edition.grid.body, HAIR)),)), _sentence(edition, words)]
    if len(edition.devices) == 1:
        parts.append(_single_device(edition, shown[0]))
    one = len(edition.devices) == 1
    note = texts.note if one else texts.note_source.format(page=_page(edition, devices_page))
    head = section_head(edition, "A", texts.question, section_note(edition, note))
    return Section(head, stacked(parts))


def support_end(device: Device) -> StatedLifecycle | None:
    """Choose the date that the customer must know: the end of support, else of fixes, else of firmware."""
    stated = {one.kind: one for one in device.facts.lifecycle}
    return next((stated[kind] for kind in _SUPPORT_ENDS if kind in stated), None)


def _chosen(edition: Edition, rows: int, *, compact: bool) -> tuple[Sequence[Device], Sequence[Device]]:
    if len(edition.devices) <= rows:
        return edition.devices, ()
    kept = rows - 1 if compact else min(rows, URGENT_ROWS)
    return edition.by_urgency[:kept], edition.by_urgency[kept:]


def _row(edition: Edition, table: Table, device: Device, *, mixed: bool) -> Block:
    typesetter = edition.typesetter
    facts = device.facts
    name = edition.spaced(facts.model, edition.quantity(device))
    beneath = _beneath(edition, device, table.inner(0))
    state_width = table.inner(3)
    return table.row(
        [
            _two_lines(typesetter, name, beneath, table.inner(0), bold=True),
            _two_lines(typesetter, version_as_delivered(edition, device), "", table.inner(1)),
            _latest(edition, device, table.inner(2), mixed=mixed),
            stacked(
                [
                    state_line(edition, facts.state, state_width),
                    typesetter.paragraph(reason(edition, device), SMALL, state_width, phrases=True),
                ]
            ),
            _support(edition, device, table.inner(4)),
        ]
    )


def _compact_row(edition: Edition, table: Table, device: Device, *, mixed: bool) -> Block:
    typesetter = edition.typesetter
    facts, texts = device.facts, edition.texts.devices
    latest = facts.latest.version if facts.latest else texts.latest_unknown
    if facts.latest and mixed:
        day = edition.short_day(facts.latest.observed_on).replace(" ", "\u00a0")
        latest = texts.latest_seen.format(version=latest, day=day)
    words = (
        edition.spaced(facts.model, edition.quantity(device)),
        version_as_delivered(edition, device),
        latest,
    )
    return table.row(
        [
            *(
                typesetter.paragraph(said, CELL if index else CELL.heavy(), table.inner(index), phrases=True)
                for index, said in enumerate(words)
            ),
            state_line(edition, facts.state, table.inner(3)),
            _support(edition, device, table.inner(4), compact=True),
        ]
    )


def _beneath(edition: Edition, device: Device, width: float) -> str:
    """Name maker and use; where one line is too short for both the use, which says more to a customer."""
    use = device.line.use or device.facts.use
    both = edition.spaced(device.facts.maker_name, use)
    if not use or edition.typesetter.width(both, SMALL) <= width:
        return both
    return use


def version_as_delivered(edition: Edition, device: Device) -> str:
    """Write the version as delivered, or that it is not recorded yet."""
    texts = edition.texts.devices
    if device.facts.version:
        return device.facts.version
    return texts.version_on_delivery if device.line.version_due else texts.version_unknown


def _latest(edition: Edition, device: Device, width: float, *, mixed: bool) -> Block:
    latest = device.facts.latest
    texts = edition.texts.devices
    if latest is None:
        return _two_lines(edition.typesetter, texts.latest_unknown, "", width)
    seen = texts.seen_on.format(day=edition.short_day(latest.observed_on)) if mixed else ""
    return _two_lines(edition.typesetter, latest.version, seen, width)


def _support(edition: Edition, device: Device, width: float, *, compact: bool = False) -> Block:
    texts = edition.texts.devices
    stated = support_end(device)
    if stated is None:
        return _two_lines(edition.typesetter, texts.support_unknown, "", width)
    until = edition.month(stated.ends)
    day = edition.short_day(stated.seen_on)
    beneath = texts.support_checked.format(day=day)
    if stated.kind is not LifecycleKind.END_OF_SUPPORT:
        kind = edition.texts.device_table.kinds[stated.kind]
        until = f"{kind} {until}" if compact else until
        beneath = "" if compact else texts.other_end.format(kind=kind)
    elif support_state(stated.ends, edition.record.facts_as_of) is SupportState.ENDED:
        beneath = texts.ended
    else:
        unpublished = "" if compact or stated.ends.year is not None else beneath
        beneath = _earlier_end(edition, device, only_ended=compact) or unpublished
    return _two_lines(edition.typesetter, until, beneath, width)


def _earlier_end(edition: Edition, device: Device, *, only_ended: bool) -> str:
    """Name an end that comes before the end of support, such as that of fixes; one that has passed first."""
    earlier = {one.kind: one for one in device.facts.lifecycle if one.kind in _SUPPORT_ENDS[1:]}
    dated = [one for one in earlier.values() if one.ends.year is not None]
    kinds = edition.texts.device_table.kinds
    for stated in dated:
        if support_state(stated.ends, edition.record.facts_as_of) is SupportState.ENDED:
            form = edition.texts.devices.ended_on
            return form.format(kind=kinds[stated.kind], day=edition.month(stated.ends))
    if only_ended or not dated:
        return ""
    return f"{kinds[dated[0].kind]} {edition.month(dated[0].ends)}"


def _single_device(edition: Edition, device: Device) -> Block:
    """For a sale of one device: serial, place, release day and source, in a line under its row."""
    texts = edition.texts.devices
    latest = device.facts.latest
    words = edition.spaced(
        edition.serials(device),
        texts.location.format(location=device.line.location) if device.line.location else "",
        texts.latest_released.format(day=edition.partial(latest.released_on))
        if latest and latest.released_on
        else "",
        texts.latest_source.format(
            source=edition.source(latest.source), day=edition.short_day(latest.observed_on)
        )
        if latest
        else "",
    )
    if not words:
        return Block(0.0)
    rule = Block(0.0, (Placed(0, 0, Rule(edition.grid.body, HAIR)),))
    return stacked(
        [rule, padded(edition.typesetter.paragraph(words, SMALL, edition.grid.body, phrases=True), 0.8, 0)]
    )


def _two_lines(typesetter: Typesetter, first: str, second: str, width: float, *, bold: bool = False) -> Block:
    style = CELL.heavy() if bold else CELL
    return stacked(
        [
            typesetter.paragraph(first, style, width, phrases=True),
            typesetter.paragraph(second, SMALL, width, phrases=True, most=_MOST_LINES),
        ]
    )


def _sentence(edition: Edition, words: str | Sequence[Run]) -> Block:
    return padded(edition.typesetter.paragraph(words, CELL, edition.grid.body, phrases=True), 0.65, 0.65)


def _page(edition: Edition, page: int) -> str:
    return edition.texts.formats.page.format(page=page)
