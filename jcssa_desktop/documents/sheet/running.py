"""What every page repeats: the running head of the back pages and the footer."""

from jcssa_desktop.documents.drawing import (
    ARTIFACT,
    Block,
    Box,
    Page,
    Placed,
    Rule,
    beside,
    padded,
)
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.section import key_rule
from jcssa_desktop.documents.typesetting import HEAD, RUNNING_TITLE, SMALL, Align, Style
from jcssa_desktop.documents.typography import MM

_FOOT = Style(8, 10.4)
_FOOT_BOLD = Style(8.5, 10.4, bold=True)
_GAP = 6.0
_TITLE_GAP = 3.0


def running_head(edition: Edition, title: str) -> Block:
    """Set the title of a back page with whose sheet it is."""
    typesetter = edition.typesetter
    disclosure = edition.record.disclosure
    texts = edition.texts
    day = edition.long_day(disclosure.explained_on) if disclosure.explained_on else texts.page.not_stated
    name = texts.formats.person.format(name=disclosure.customer.name)
    whose = texts.page.running.format(customer=name, day=day)
    taken = typesetter.width(title, RUNNING_TITLE) + _TITLE_GAP
    if typesetter.width(whose, SMALL) > edition.grid.width - taken:
        whose = texts.page.running_brief.format(customer=name, day=day)
    line = typesetter.paragraph(whose, SMALL, edition.grid.width - taken, align=Align.RIGHT, phrases=True)
    height = max(RUNNING_TITLE.line, line.height)
    row = beside(
        [
            (0.0, padded(typesetter.single(title, RUNNING_TITLE), height - RUNNING_TITLE.line, 0)),
            (taken, padded(line, height - line.height - (0.4 if line.height < height else 0), 0)),
        ]
    )
    height += 1.4
    return padded(Block(height, (*row.marks, Placed(0, height, key_rule(edition.grid)))), 0, 1.6)


def add_footer(edition: Edition, page: Page, number: int, pages: int) -> None:
    """Set issuer, document number, check code and page under the footer rule."""
    typesetter, grid = edition.typesetter, edition.grid
    texts = edition.texts.page
    count = typesetter.single(texts.page_of.format(page=number, pages=pages), _FOOT_BOLD)
    count_width = typesetter.width(texts.page_of.format(page=number, pages=pages), _FOOT_BOLD)
    ids: tuple[tuple[str, Style], ...] = (
        (texts.footer_number + " ", _FOOT),
        (edition.number, _FOOT_BOLD),
        (edition.texts.formats.space + texts.footer_code + " ", _FOOT),
        (edition.code, _FOOT_BOLD),
    )
    if edition.preview:
        ids = ((edition.texts.page.sample, _FOOT_BOLD),)
    ids_width = sum(typesetter.width(words, style) for words, style in ids)
    ids_left = grid.width - count_width - _GAP - ids_width
    company = edition.record.company.name
    made_by = texts.footer.format(company=company) if company else ""
    fits = typesetter.width(made_by, _FOOT) <= ids_left - _GAP
    issuer = typesetter.lines(made_by if fits else company, _FOOT, ids_left - _GAP, phrases=True)
    cells = [(0.0, typesetter.set_lines(issuer[:1], _FOOT, ids_left - _GAP))]
    left = ids_left
    for words, style in ids:
        cells.append((left, typesetter.single([Run(words)], style)))
        left += typesetter.width(words, style)
    cells.append((grid.width - count_width, count))
    page.add(Block(0.0, (Placed(0, 0, Rule(grid.width, 0.9)),)), grid.left, grid.footer_rule)
    page.add(beside(cells).within(ARTIFACT), grid.left, grid.footer_rule + 1.0)
    if edition.preview:
        _mark_as_sample(edition, page)


def _mark_as_sample(edition: Edition, page: Page) -> None:
    """Frame the word for a sample in the upper margin of a page, where nothing else stands."""
    words = edition.texts.page.sample
    width = edition.typesetter.width(words, HEAD) + 6.0
    height = HEAD.leading / MM + 0.8
    left = edition.grid.left + (edition.grid.width - width) / 2
    frame = Block(0.0, (Placed(0, 0, Box(width, height, 0.9)),))
    said = padded(edition.typesetter.single(words, HEAD), 0.4, 0)
    page.add(beside([(0.0, frame), (3.0, said)]).within(ARTIFACT), left, 3.2 / edition.grid.scale)
