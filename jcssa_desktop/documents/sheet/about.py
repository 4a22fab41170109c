"""M: keeping, checking and correcting this sheet, whose wording it is, and how names are printed."""

from jcssa_desktop.documents.drawing import Block, beside, padded
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.sheet.labels import registered_services
from jcssa_desktop.documents.typesetting import BODY
from jcssa_desktop.documents.typography import selected_variants

_COLUMNS = 3
_GUTTER = 4.0


def add(edition: Edition, flow: Flow) -> None:
    """Set short paragraphs in three columns, then what needs the whole width; no clause is said twice."""
    texts = edition.texts.back
    record = edition.record
    name, pack = texts.about_pack
    words = pack.format(
        company=record.company.name,
        pack=record.pack.pack_id,
        version=record.pack.version,
        day=edition.long_day(record.pack.effective_on),
        review=record.pack.review,
        program=record.program_version,
    )
    wide = [(name, words)]
    services = registered_services(edition)
    if services:
        wide.append((edition.texts.labels.registered_title, services))
    variants = _variants(edition)
    if variants:
        name, form = texts.about_variants
        wide.append((name, form.format(characters=edition.listed(variants))))
    column = (edition.grid.width - _GUTTER * (_COLUMNS - 1)) / _COLUMNS
    said = {clause.title for clause in record.clauses}
    cells = [
        (index * (column + _GUTTER), _part(edition, *part, column))
        for index, part in enumerate(part for part in texts.about_parts if part[0] not in said)
    ]
    rows = [
        padded(block, 0, 1.0)
        for block in (beside(cells), *(_part(edition, *part, edition.grid.width) for part in wide))
    ]
    flow.box("M", box_title(edition, "M", texts.about), rows, ruled=True)


def _part(edition: Edition, name: str, words: str, width: float) -> Block:
    space = edition.texts.formats.space
    return edition.typesetter.paragraph([Run(name + space, bold=True), Run(words)], BODY, width)


def _variants(edition: Edition) -> tuple[str, ...]:
    disclosure = edition.record.disclosure
    customer = disclosure.customer
    names = [customer.name, customer.department, customer.person, customer.position, edition.explainer]
    signature = disclosure.signature
    names += [edition.record.company.name, signature.signer if signature else ""]
    return tuple(dict.fromkeys(character for name in names for character in selected_variants(name)))
