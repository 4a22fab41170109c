"""F on the front: the eight items by their short names, each with its confirmation."""

from jcssa_desktop.documents.drawing import Block, beside, listed, stacked
from jcssa_desktop.documents.shapes import check_box
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.grid import GUTTER
from jcssa_desktop.documents.sheet.section import Section, section_head, section_note
from jcssa_desktop.documents.typesetting import BODY, SMALL
from jcssa_desktop.domain.disclosure import Explained, ItemConfirmation
from jcssa_desktop.domain.record import PrintedItem

_NUMBER_LEFT = 4.6
_NAME_LEFT = 9.0
_GAP = 0.2


def section(edition: Edition, items_page: int) -> Section:
    """Set two columns that read down."""
    texts = edition.texts.items
    rows = listed(_item(edition, item) for item in edition.record.items)
    half = (len(rows) + 1) // 2
    body = beside(
        [(0.0, stacked(rows[:half], _GAP)), (edition.grid.half + GUTTER, stacked(rows[half:], _GAP))]
    )
    page = edition.texts.formats.page.format(page=items_page)
    note = section_note(edition, texts.note.format(page=page))
    return Section(section_head(edition, "F", texts.question, note), body)


def outcome(edition: Edition, confirmation: ItemConfirmation, *, brief: bool) -> str:
    """Say why an item has no tick; `brief` points to where the reason stands. Explained needs no words."""
    texts = edition.texts.items
    match confirmation.state:
        case Explained.EXPLAINED:
            return ""
        case Explained.QUESTION:
            by = confirmation.answer_by
            return texts.asked.format(day=edition.day(by)) if by else texts.asked_undated
        case Explained.NOT_APPLICABLE:
            return texts.not_applicable if brief else texts.not_applicable_full
        case Explained.OPEN:
            return texts.open


def _item(edition: Edition, item: PrintedItem) -> Block:
    typesetter = edition.typesetter
    texts = edition.texts.items
    confirmation = edition.record.disclosure.item(item.number)
    ticked = confirmation.state is Explained.EXPLAINED
    width = edition.grid.half - _NAME_LEFT
    name = typesetter.paragraph(item.short, BODY, width, phrases=True)
    words = outcome(edition, confirmation, brief=True)
    if words:
        name = stacked([name, typesetter.paragraph(words, SMALL.heavy(), width, phrases=True)])
    number = typesetter.single(texts.numbers[item.number - 1], BODY.heavy())
    box = check_box(ticked=ticked, style=BODY, means=texts.ticked if ticked else texts.unticked)
    return beside([(0.0, box), (_NUMBER_LEFT, number), (_NAME_LEFT, name)])
