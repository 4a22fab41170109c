"""D: what was offered for each device and what the customer answered. All four answers stay visible."""

from msgspec import Struct

from jcssa_desktop.documents.drawing import Block, beside, padded, stacked
from jcssa_desktop.documents.shapes import check_box
from jcssa_desktop.documents.sheet.edition import Device, Edition, kinds
from jcssa_desktop.documents.sheet.section import Section, section_head, section_note
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import CELL, SMALL, Align
from jcssa_desktop.documents.wording_runs import rich
from jcssa_desktop.domain.disclosure import Answer
from jcssa_desktop.domain.plan import PlanKind

MOST_ROWS = 6
_ANSWERS = ((Answer.CONTRACT, 17.3), (Answer.SPOT, 16.9), (Answer.CONSIDERING, 13.7), (Answer.DECLINED, 13.7))
_ANSWER_WIDTH = sum(width for _, width in _ANSWERS)
_REMARK_LINES = 2
_BOX = 4.1
_LARGE = (25, 15, 15.5, 2, 61.6, 20.9)
"""Widths of the columns in large type."""


class Offer(Struct, frozen=True):
    """One row: devices with the same offer and the same answer."""

    devices: tuple[Device, ...]
    contract: str
    spot: str
    answer: Answer
    remark: str
    due: str


def section(edition: Edition, rows: int, devices_page: int, *, grouped: bool, brief: bool) -> Section:
    """Set at most `rows` rows, of one device each or `grouped` by identical offer and answer."""
    texts = edition.texts.intents
    offers = _offers(edition, grouped=grouped or len(edition.devices) > MOST_ROWS)
    day = edition.record.disclosure.explained_on
    table = Table(
        edition.typesetter,
        edition.grid.fitted(
            [
                Column(34.6, texts.head_device),
                Column(17.2, texts.head_contract, Align.RIGHT),
                Column(21.7, texts.head_spot, Align.RIGHT),
                Column(1.2),
                Column(
                    _ANSWER_WIDTH,
                    texts.head_answer.format(day=edition.short_day(day))
                    if day
                    else texts.head_answer_undated,
                ),
                Column(18.7, texts.head_remark),
            ],
            large=_LARGE,
        ),
        names=0,
    )
    shown = offers if len(offers) <= rows else offers[: rows - 1]
    page = edition.texts.formats.page.format(page=devices_page)
    lines = 1 if brief else _REMARK_LINES
    body = [_row(edition, table, offer, page, lines) for offer in shown]
    parts = [table.head(), table.body(body)] if body else []
    rest = [device for offer in offers[len(shown) :] for device in offer.devices]
    if rest or not body:
        words = rich(texts.more, count=edition.kinds_units(rest), page=page) if rest else rich(texts.nothing)
        line = edition.typesetter.paragraph(words, CELL, edition.grid.body, phrases=True)
        parts += [*([table.hair()] if body else []), padded(line, 0.65, 0.65)]
    head = section_head(edition, "D", texts.question, section_note(edition, _note(edition, brief=brief)))
    return Section(head, stacked(parts))


def _offers(edition: Edition, *, grouped: bool) -> tuple[Offer, ...]:
    single = [_offer(edition, device) for device in edition.devices]
    if not grouped:
        return tuple(single)
    found: dict[tuple[str, str, Answer, str, str], list[Device]] = {}
    for offer in single:
        key = (offer.contract, offer.spot, offer.answer, offer.remark, offer.due)
        found.setdefault(key, []).extend(offer.devices)
    return tuple(Offer(tuple(devices), *key) for key, devices in found.items())


def _offer(edition: Edition, device: Device) -> Offer:
    intent = device.intent
    return Offer(
        (device,),
        price(edition, intent.contract_plan_id),
        price(edition, intent.spot_plan_id),
        intent.answer,
        remark(edition, device),
        _due(edition, device),
    )


def price(edition: Edition, plan_id: str) -> str:
    """Write a plan's price; a plan that was not offered has none."""
    plan = edition.plan(plan_id)
    return edition.texts.formats.none if plan is None else edition.money(plan.price)


def remark(edition: Edition, device: Device) -> str:
    """Write what belongs to an answer: its day, its note, or that it is open."""
    intent = device.intent
    unanswered = edition.texts.intents.unanswered if intent.answer is Answer.OPEN else ""
    return " ".join(part for part in (_due(edition, device), unanswered, intent.note) if part)


def _due(edition: Edition, device: Device) -> str:
    due = device.intent.due
    return edition.texts.intents.due.format(day=edition.short_day(due)) if due else ""


def _row(edition: Edition, table: Table, offer: Offer, page: str, remark_lines: int) -> Block:
    typesetter = edition.typesetter
    width = table.inner(0)
    cells = [
        typesetter.paragraph(_name(edition, offer, width), CELL.heavy(), width, phrases=True),
        typesetter.paragraph(offer.contract, CELL, table.inner(1), align=Align.RIGHT),
        typesetter.paragraph(offer.spot, CELL, table.inner(2), align=Align.RIGHT),
        Block(0.0),
        _answers(edition, offer.answer),
        _remark(edition, offer, table.inner(5), page, remark_lines),
    ]
    return table.row(cells)


def _name(edition: Edition, offer: Offer, width: float) -> str:
    """Name the products of a row by as many of their words as fit and tell them apart, else count them."""
    models = tuple(dict.fromkeys(device.facts.model for device in offer.devices))
    others = kinds(offer.devices) - 1
    shortest = edition.listed(_names(edition, model)[-1] for model in models)
    if others and edition.typesetter.width(shortest, CELL.heavy()) <= width:
        return shortest
    for name in _names(edition, models[0]):
        named = edition.texts.intents.others.format(model=name, others=others) if others else name
        if edition.typesetter.width(named, CELL.heavy()) <= width:
            return named
    return edition.kinds_units(offer.devices) if others else models[0]


def _names(edition: Edition, model: str) -> list[str]:
    """Give the beginnings of a model's name that tell it apart from the others, the whole name first."""
    words = model.split(" ")
    beginnings = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return [name for name in beginnings if _is_unique(edition, name)] or [model]


def _is_unique(edition: Edition, name: str) -> bool:
    return len({d.facts.model for d in edition.devices if d.facts.model.startswith(name)}) == 1


def _answers(edition: Edition, answer: Answer) -> Block:
    texts = edition.texts.intents
    cells = []
    left = 0.0
    for option, width in _ANSWERS:
        chosen = option is answer
        style = CELL.heavy() if chosen else CELL
        box = check_box(ticked=chosen, style=CELL, means=texts.chosen if chosen else texts.unchosen)
        words = edition.typesetter.paragraph(texts.answers[option], style, width - _BOX, phrases=True)
        cells += [(left, box), (left + _BOX - 0.4, words)]
        left += width
    return beside(cells)


def _remark(edition: Edition, offer: Offer, width: float, page: str, most: int) -> Block:
    """Set the remark; of one that is too long for the cell its day, the whole is in the table of devices."""
    typesetter = edition.typesetter
    words = offer.remark
    one_line = typesetter.lines(words, CELL, width, phrases=True)
    if len(one_line) <= 1:
        return typesetter.set_lines(one_line, CELL, width)
    lines = typesetter.lines(words, SMALL, width, phrases=True)
    if len(lines) <= most:
        return typesetter.set_lines(lines, SMALL, width)
    if offer.due:
        return typesetter.paragraph(offer.due, CELL, width, phrases=True)
    pointer = edition.texts.intents.see_devices.format(page=page)
    return typesetter.paragraph(pointer, SMALL, width, phrases=True)


def _note(edition: Edition, *, brief: bool) -> str:
    """Name the contract plan where all devices were offered the same one, and say how amounts are meant."""
    plans = {device.intent.contract_plan_id for device in edition.devices} - {""}
    texts = edition.texts.intents
    plan = edition.plan(plans.pop()) if len(plans) == 1 else None
    named = (
        texts.plan_note.format(plan=plan.name)
        if plan and plan.kind is PlanKind.CONTRACT and not brief
        else ""
    )
    space = edition.texts.formats.space if edition.grid.head_above else "\n"
    return space.join(part for part in (named, texts.tax_note) if part)
