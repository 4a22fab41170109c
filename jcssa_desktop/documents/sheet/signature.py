"""G: what the signature means, and the two boxes for it; above it, lines for questions on a short page."""

from jcssa_desktop.documents.drawing import (
    EMPTY,
    Block,
    Box,
    Outline,
    Placed,
    Role,
    Rule,
    beside,
    padded,
    stacked,
)
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.grid import GUTTER
from jcssa_desktop.documents.sheet.section import Section, section_head
from jcssa_desktop.documents.tables import HAIR
from jcssa_desktop.documents.typesetting import BODY, SMALL
from jcssa_desktop.domain.disclosure import Explained, Signature, SignatureMethod

_LINE = 7.4
_FEWEST_LINES = 2
_BOX_HEIGHT = 18.0
_SIGNING = 12.0
_INSET = 2.0
_LABEL = 14.0
_BOX_RULE = 0.6
_PEN = 1.1
_PAD_ASPECT = 1.74
"""Width by height of the pad on the screen; the points of strokes are stored from 0 to 1 of both."""
_STROKES_WIDTH = 34.0
_STROKES_HEIGHT = 10.6
_SMALLEST = 0.2
"""A mark smaller than this part of the pad is not magnified to fill the box."""
_DOT = 0.3
_MOST_REASON_LINES = 5


def section(edition: Edition) -> Section:
    """Set the sentence and the boxes of customer and explainer."""
    texts = edition.texts.signature
    sentence = edition.typesetter.paragraph(f"{_meaning(edition)}\n{texts.rights}", BODY, edition.grid.body)
    customer, explainer = _customer_box(edition), _explainer_box(edition)
    height = max(customer.height, explainer.height)
    boxes = beside(
        [
            (0.0, _framed(edition, customer, height)),
            (edition.grid.half + GUTTER, _framed(edition, explainer, height)),
        ]
    )
    head = section_head(edition, "G", texts.question)
    return Section(head, stacked([sentence, boxes], gap=1.0))


def questions_section(edition: Edition, room: float) -> Section | None:
    """Set ruled lines for questions and answers in `room` millimetres; None if not two of them fit.

    The box has no letter because it may be absent.
    """
    texts = edition.texts.signature
    note = edition.typesetter.paragraph(texts.questions_note, SMALL, edition.grid.body)
    head = section_head(edition, "", texts.questions_title)
    line = Block(_LINE, (Placed(0, _LINE, Rule(edition.grid.body, HAIR)),))
    around = Section(EMPTY, EMPTY).height(edition.grid)
    lines = int((room - around - note.height) // _LINE)
    if lines < _FEWEST_LINES:
        return None
    return Section(head, stacked([note, *[line] * lines]))


def _meaning(edition: Edition) -> str:
    """Say what the signature stands for; a refused or postponed one confirms nothing yet."""
    texts = edition.texts.signature
    disclosure = edition.record.disclosure
    method = disclosure.signature.method if disclosure.signature else SignatureMethod.PAPER
    if method is SignatureMethod.REFUSED:
        return texts.refused
    if method is SignatureMethod.LATER:
        return texts.later
    complete = all(item.state is Explained.EXPLAINED for item in disclosure.items)
    return texts.confirms if complete else texts.confirms_partly


def _customer_box(edition: Edition) -> Block:
    customer = edition.record.disclosure.customer
    signature = edition.record.disclosure.signature
    signer = edition.spaced(signature.position, signature.signer) if signature and signature.signer else ""
    name = edition.spaced(customer.name, signer or customer.department or customer.position)
    return _box(edition, edition.texts.signature.customer, name, _customer_part(edition, signature))


def _explainer_box(edition: Edition) -> Block:
    texts = edition.texts.signature
    day = edition.record.disclosure.explained_on
    date_line = edition.long_day(day) if day else texts.date_line.format(year=edition.record.facts_as_of.year)
    name = edition.spaced(edition.record.company.name, edition.explainer)
    return _box(edition, texts.explainer, name, _empty_part(edition, date_line))


def _customer_part(edition: Edition, signature: Signature | None) -> Block:
    texts = edition.texts.signature
    day = edition.record.disclosure.explained_on or edition.record.facts_as_of
    if signature is None or signature.method is SignatureMethod.PAPER:
        return _empty_part(edition, texts.date_line.format(year=day.year))
    if signature.method is SignatureMethod.DRAWN:
        return _drawn_part(edition, signature)
    mark = texts.refused_mark if signature.method is SignatureMethod.REFUSED else texts.later_mark
    width = edition.grid.half - 2 * _INSET
    words = [edition.typesetter.paragraph(mark, BODY.heavy(), width, phrases=True)]
    if signature.reason:
        said = texts.reason.format(reason=signature.reason)
        words.append(edition.typesetter.paragraph(said, SMALL, width, most=_MOST_REASON_LINES))
    return padded(stacked(words), 0.4, 0.8)


def _empty_part(edition: Edition, date_line: str) -> Block:
    """Leave room for a signature or a seal, with the date and the label at its foot."""
    typesetter = edition.typesetter
    foot = beside(
        [
            (0.0, typesetter.single(date_line, BODY)),
            (36.0, typesetter.single(edition.texts.signature.sign_here, BODY)),
        ]
    )
    return padded(foot, _SIGNING - 1.1 - BODY.line, 0)


def _drawn_part(edition: Edition, signature: Signature) -> Block:
    """Draw the strokes as they were made, and beside them that they are for reference only."""
    texts = edition.texts.signature
    signed = edition.day_time(signature.signed_at) if signature.signed_at else ""
    label_left = _STROKES_WIDTH + _INSET
    label = edition.typesetter.paragraph(
        f"{texts.drawn}\n{signed}", SMALL, edition.grid.half - 2 * _INSET - label_left, phrases=True
    )
    lowered = label.moved(label_left, _SIGNING - 0.8 - label.height)
    drawn = Block(_SIGNING, _strokes(signature)).as_one(Role.FIGURE, texts.drawn)
    return Block(_SIGNING, (*drawn.marks, *lowered))


def _strokes(signature: Signature) -> tuple[Placed, ...]:
    """Scale what was drawn to the room for it, whatever part of the pad was used."""
    strokes = [[(x * _PAD_ASPECT, y) for x, y, _ in stroke.points] for stroke in signature.strokes]
    points = [point for stroke in strokes for point in stroke]
    if not points:
        return ()
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    scale = min(_STROKES_WIDTH / max(width, _SMALLEST), _STROKES_HEIGHT / max(height, _SMALLEST))
    placed = []
    for stroke in strokes:
        line = [((x - left) * scale, (y - top) * scale) for x, y in stroke]
        if len(line) == 1:
            line.append((line[0][0] + _DOT, line[0][1]))
        placed.append(Placed(0, 0.6, Outline(tuple(line), _PEN, closed=False)))
    return tuple(placed)


def _box(edition: Edition, label: str, name: str, part: Block) -> Block:
    typesetter = edition.typesetter
    inner = edition.grid.half - 2 * _INSET
    label_width = max(_LABEL, typesetter.width(label, BODY) + 2.0)
    width = inner - label_width
    style = BODY if typesetter.width(name, BODY.heavy()) <= width else SMALL
    named = beside(
        [
            (0.0, typesetter.single(label, BODY)),
            (label_width, typesetter.paragraph(name, style.heavy(), width, phrases=True)),
        ]
    )
    top = 0.8
    rule_at = top + named.height + 0.7
    marks = (
        *named.moved(_INSET, top),
        Placed(_INSET, rule_at, Rule(inner, HAIR)),
        *part.moved(_INSET, rule_at),
    )
    return Block(max(_BOX_HEIGHT, rule_at + max(_SIGNING, part.height)), marks)


def _framed(edition: Edition, content: Block, height: float) -> Block:
    return Block(height, (Placed(0, 0, Box(edition.grid.half, height, _BOX_RULE)), *content.marks))
