"""The head of the front page: title, numbers, QR code, customer and reseller."""

from msgspec.structs import replace

from jcssa_desktop.documents.drawing import Block, Box, Placed, Role, beside, padded, stacked
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.logo import LOGO_WIDTH, logo_block
from jcssa_desktop.documents.qr import qr_code
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.section import key_rule
from jcssa_desktop.documents.typesetting import (
    BODY,
    COPY_TAG,
    CUSTOMER,
    CUSTOMER_PERSON,
    HEAD,
    IDS,
    SMALL,
    TITLE,
    Align,
)
from jcssa_desktop.documents.wording_runs import rich
from jcssa_desktop.domain.disclosure import Correction, Work

_RIGHT_WIDTH = 72.0
_GUTTER = 4.0
_QR_SIDE = 17.0
_IDS_WIDTH = _RIGHT_WIDTH - _QR_SIDE - _GUTTER
_HASH_DIGITS_IN_QR = 32
_TRACKING = 0.06
_TAG_GAP = 3.0
_FRAME = 4.0
_LOGO_GAP = 2.5


def header(edition: Edition) -> Block:
    """Set everything above the first box."""
    right = _left_width(edition) + _GUTTER
    top = beside(
        [(0.0, _title(edition)), (right, _ids(edition)), (edition.grid.width - _QR_SIDE, _qr(edition))]
    )
    customer, reseller = _customer(edition), _reseller(edition)
    height = max(customer.height, reseller.height)
    party = beside(
        [
            (0.0, padded(customer, (height - customer.height) / 2, 0)),
            (right - _logo_width(edition), padded(reseller, (height - reseller.height) / 2, 0)),
        ]
    )
    return stacked(
        [padded(top, 0, 2.0), Block(0.0, (Placed(0, 0, key_rule(edition.grid)),)), padded(party, 1.9, 1.9)]
    )


def _left_width(edition: Edition) -> float:
    return edition.grid.width - _RIGHT_WIDTH - _GUTTER


def _logo_width(edition: Edition) -> float:
    """What a logo takes from the customer's name; in large type it stands among the reseller's lines."""
    if not edition.record.company.logo or edition.grid.head_above:
        return 0.0
    return LOGO_WIDTH + _LOGO_GAP


def _title(edition: Edition) -> Block:
    typesetter = edition.typesetter
    texts = edition.texts.page
    tracking = _TRACKING if edition.texts.language == "ja" else 0.0
    title = typesetter.single(texts.title, TITLE, tracking=tracking)
    taken = typesetter.faces.width(texts.title, TITLE.size, bold=True, tracking=tracking)
    tag_left = taken + _TAG_GAP
    correction = edition.record.disclosure.correction
    tags, width = _tags(edition, [texts.copy_tag, *([texts.revision_tag] if correction else [])])
    fits = tag_left + width <= _left_width(edition)
    named = beside([(0.0, title), (tag_left, tags)]) if fits else stacked([title, tags])
    words = texts.lead.format(count=edition.kinds_units(edition.devices))
    lead = typesetter.paragraph(words, BODY, _left_width(edition), phrases=True)
    said = [_corrects(edition, correction)] if correction else []
    return stacked([named, padded(stacked([*said, lead]), 0.6, 0)])


def _corrects(edition: Edition, correction: Correction) -> Block:
    """Say which sheet this one replaces, and why."""
    runs = list(rich(edition.texts.page.supersedes, number=correction.supersedes))
    if correction.reason:
        runs.append(Run(edition.texts.signature.reason.format(reason=correction.reason)))
    return edition.typesetter.paragraph(runs, BODY, _left_width(edition))


def _tags(edition: Edition, words: list[str]) -> tuple[Block, float]:
    """Set tags side by side, and tell how wide they are together."""
    tags, left = [], 0.0
    for one in words:
        tags.append((left, framed(edition, one)))
        left += edition.typesetter.width(one, COPY_TAG) + _FRAME + _TAG_GAP
    return beside(tags), left - _TAG_GAP


def framed(edition: Edition, words: str) -> Block:
    """Set words of the title line in a frame."""
    text = edition.typesetter.single(words, COPY_TAG)
    width = edition.typesetter.width(words, COPY_TAG) + _FRAME
    top = (TITLE.line - COPY_TAG.line) / 2
    frame = Block(0.0, (Placed(0, top - 0.3, Box(width, COPY_TAG.line + 0.6, 0.9)),))
    return beside([(0.0, frame), (2.0, padded(text, top, 0))])


def _ids(edition: Edition) -> Block:
    texts = edition.texts.page
    disclosure = edition.record.disclosure
    explained = edition.long_day(disclosure.explained_on) if disclosure.explained_on else texts.not_stated
    pairs = (
        (texts.number, edition.number),
        (texts.code, edition.code),
        (texts.explained_on, explained),
        (texts.facts_on, edition.long_day(edition.record.facts_as_of)),
    )
    label_width = max(edition.typesetter.width(label, IDS) for label, _ in pairs) + 2.0
    rows = [
        beside(
            [
                (0.0, edition.typesetter.single(label, IDS)),
                (label_width, _value(edition, value, _IDS_WIDTH - label_width)),
            ]
        ).as_one(Role.PARAGRAPH)
        for label, value in pairs
    ]
    return stacked(rows)


def _value(edition: Edition, value: str, width: float) -> Block:
    """Set a value on one line, a little smaller where a long number asks for it."""
    style = IDS.heavy()
    if edition.typesetter.width(value, style) > width:
        style = replace(style, size=SMALL.size)
    return edition.typesetter.paragraph(value, style, width)


def _qr(edition: Edition) -> Block:
    if not edition.preview:
        content = f"{edition.record.document_number}:{edition.sha256[:_HASH_DIGITS_IN_QR].upper()}"
        code = qr_code(content, _QR_SIDE)
        if code is not None:
            return code
    frame = Block(0.0, (Placed(0, 0, Box(_QR_SIDE, _QR_SIDE, 0.9)),))
    words = edition.typesetter.paragraph(
        edition.texts.page.sample_tag, HEAD, _QR_SIDE - 2.0, align=Align.CENTRE, phrases=True
    )
    return beside([(0.0, frame), (1.0, padded(words, (_QR_SIDE - words.height) / 2, 0))])


def _customer(edition: Edition) -> Block:
    """Set the customer's name as large as it fits: beside the person, else above, else over two lines."""
    customer = edition.record.disclosure.customer
    formats = edition.texts.formats
    person = customer.person and (
        formats.person_with_position if customer.position else formats.person
    ).format(name=customer.person, position=customer.position)
    beneath = edition.spaced(customer.department, person or "")
    if not customer.person:
        beneath = edition.spaced(customer.department)
    typesetter = edition.typesetter
    name_width = typesetter.width(customer.name, CUSTOMER)
    room = _left_width(edition) - _logo_width(edition)
    gap = 1.5
    if name_width + gap + typesetter.width(beneath, CUSTOMER_PERSON) <= room:
        name = typesetter.single(customer.name, CUSTOMER)
        return beside([(0.0, name), (name_width + gap, typesetter.single(beneath, CUSTOMER_PERSON))])
    style = CUSTOMER if name_width <= room else CUSTOMER_PERSON.heavy()
    return stacked(
        [
            typesetter.paragraph(customer.name, style, room),
            typesetter.paragraph(beneath, CUSTOMER_PERSON, room, phrases=True),
        ]
    )


def _reseller(edition: Edition) -> Block:
    record = edition.record
    texts = edition.texts.page
    works = {work for device in edition.devices for work in device.line.work}
    named = texts.works_separator.join(
        texts.works[work] for work in Work if work in works and work is not Work.SALE_ONLY
    )
    done = texts.sale_and_works.format(works=named) if named else texts.works[Work.SALE_ONLY]
    quotation = record.disclosure.sale.quotation_number
    first = rich(
        "<b>{company}</b>{rest}",
        company=record.company.name or texts.not_stated,
        rest=_behind(
            edition,
            record.company.department,
            edition.explainer and texts.explainer.format(name=edition.explainer),
        ),
    )
    second = edition.spaced(
        texts.quotation.format(number=quotation) if quotation else "",
        texts.work.format(works=done) if works else "",
    )
    typesetter = edition.typesetter
    company = record.company
    left = LOGO_WIDTH + _LOGO_GAP if company.logo else 0.0
    width = _RIGHT_WIDTH + _logo_width(edition) - left
    lines = stacked(
        [
            typesetter.paragraph(first, SMALL, width, phrases=True),
            typesetter.paragraph(second, SMALL, width, phrases=True),
        ]
    )
    if not company.logo:
        return lines
    logo = logo_block(company.logo, texts.logo.format(company=company.name))
    height = max(logo.height, lines.height)
    return beside(
        [
            (0.0, padded(logo, (height - logo.height) / 2, 0)),
            (left, padded(lines, (height - lines.height) / 2, 0)),
        ]
    )


def _behind(edition: Edition, *words: str) -> str:
    rest = edition.spaced(*words)
    return edition.texts.formats.space + rest if rest else ""
