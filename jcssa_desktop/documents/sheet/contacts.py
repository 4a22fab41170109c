"""E: whom to call, and where to look."""

from collections.abc import Sequence

from jcssa_desktop.documents.drawing import Block, beside, stacked
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.grid import GUTTER
from jcssa_desktop.documents.sheet.section import Section, section_head
from jcssa_desktop.documents.typesetting import BODY

_COLUMNS = (47.0, GUTTER, 57.0, GUTTER, 43.0)
_INTO_GUTTER = 3.5
"""The middle column's lines may reach into the gutter rather than break."""


def section(edition: Edition, makers_page: int) -> Section:
    """Set three columns: our desk, what to do in an incident, where to look for news."""
    texts = edition.texts.contacts
    company = edition.record.company
    space = edition.texts.formats.space
    name = company.desk_name or (texts.desk.format(company=company.name) if company.name else "")
    desk = [
        (Run(name or edition.texts.page.not_stated),),
        (Run(company.telephone, bold=True), Run(f" {company.hours}" if company.hours else "")),
        (Run(company.email),),
    ]
    incident = [
        (Run(texts.incident_first),),
        *((Run(name + space), Run(number, bold=True)) for name, number in texts.incident_calls),
    ]
    news = [
        *((Run(f"{name} "), Run(address, bold=True)) for name, address in texts.news),
        (Run(texts.makers.format(page=edition.texts.formats.page.format(page=makers_page))),),
    ]
    help_width, _, incident_width, _, news_width = edition.grid.columns(*_COLUMNS, keep=(1, 3))
    second = help_width + GUTTER
    third = second + incident_width + GUTTER
    columns = beside(
        [
            (0.0, _column(edition, texts.help_title, desk, help_width)),
            (second, _column(edition, texts.incident_title, incident, incident_width + _INTO_GUTTER)),
            (third, _column(edition, texts.news_title, news, news_width)),
        ]
    )
    return Section(section_head(edition, "E", texts.question), columns)


def _column(edition: Edition, title: str, lines: Sequence[Sequence[Run]], width: float) -> Block:
    set_lines = [edition.typesetter.paragraph(line, BODY, width, phrases=True) for line in lines]
    return stacked([edition.typesetter.paragraph(title, BODY.heavy(), width, phrases=True), *set_lines])
