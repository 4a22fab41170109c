"""J and K: which sources the facts were taken from, and what hard words mean."""

from jcssa_desktop.documents.drawing import WIDTH, Block, beside, padded, stacked
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import BODY, CELL, Align
from jcssa_desktop.domain.record import UsedSource

_GAP = 6.0
_HALF = (WIDTH - _GAP) / 2
_WORD = 26.0


def add_sources(edition: Edition, flow: Flow) -> None:
    """Set the used sources in two tables beside each other."""
    texts = edition.texts.back
    used = edition.record.used_sources
    title = box_title(edition, "J", texts.sources, texts.sources_note)
    if not used:
        flow.box("J", title, [edition.typesetter.paragraph(texts.no_sources, CELL, WIDTH)])
        return
    half = (len(used) + 1) // 2
    left = _table(edition)
    right = _table(edition)
    heads = [(0.0, left.head())]
    if used[half:]:
        heads.append((_HALF + _GAP, right.head()))
    rows: list[Block] = [beside(heads)]
    for index, source in enumerate(used[:half]):
        cells = [(0.0, _row(edition, left, source, first=index == 0))]
        if half + index < len(used):
            cells.append((_HALF + _GAP, _row(edition, right, used[half + index], first=index == 0)))
        rows.append(beside(cells))
    flow.box("J", title, rows)


def add_words(edition: Edition, flow: Flow) -> None:
    """Set the words in two columns, read row by row."""
    terms = edition.record.terms
    if not terms:
        return
    rows = []
    for index in range(0, len(terms), 2):
        cells = []
        for column, term in enumerate(terms[index : index + 2]):
            left = column * (_HALF + _GAP)
            word = edition.typesetter.paragraph(term.word, BODY.heavy(), _WORD - 1.0, phrases=True)
            meaning = edition.typesetter.paragraph(term.meaning, BODY, _HALF - _WORD)
            cells += [(left, word), (left + _WORD, meaning)]
        rows.append(padded(beside(cells), 0, 0.6))
    flow.box("K", box_title(edition, "K", edition.texts.back.words), rows)


def _table(edition: Edition) -> Table:
    texts = edition.texts.back
    return Table(
        edition.typesetter,
        [Column(27, texts.source), Column(_HALF - 47, texts.extent), Column(20, texts.seen_on, Align.RIGHT)],
        above=0.6,
        below=0.6,
    )


def _row(edition: Edition, table: Table, source: UsedSource, *, first: bool) -> Block:
    typesetter = edition.typesetter
    row = table.row(
        [
            typesetter.paragraph(source.name, CELL, table.inner(0), phrases=True),
            typesetter.paragraph(source.extent, CELL, table.inner(1), phrases=True),
            typesetter.paragraph(source.seen_on.isoformat(), CELL, table.inner(2), align=Align.RIGHT),
        ]
    )
    return row if first else stacked([table.hair(), row])
