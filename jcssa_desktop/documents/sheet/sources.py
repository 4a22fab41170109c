"""J and K: which sources the facts were taken from, and what hard words mean."""

from jcssa_desktop.documents.drawing import Block, beside, padded
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import BODY, CELL, Align
from jcssa_desktop.domain.record import UsedSource

_GAP = 6.0
_WORD = 27.0
_LARGE = (48, 72, 20)
"""Widths of the columns in large type."""
_BETWEEN, _MORE = " / ", " +"


def add_sources(edition: Edition, flow: Flow) -> None:
    """Set the used sources, one a row."""
    texts = edition.texts.back
    used = edition.record.used_sources
    title = box_title(edition, "J", texts.sources, texts.sources_note)
    if not used:
        flow.box("J", title, [edition.typesetter.paragraph(texts.no_sources, CELL, edition.grid.width)])
        return
    table = Table(
        edition.typesetter,
        edition.grid.fitted(
            [Column(58, texts.source), Column(102, texts.extent), Column(22, texts.seen_on, Align.RIGHT)],
            large=_LARGE,
        ),
        above=0.6,
        below=0.6,
        names=0,
    )
    flow.table("J", title, table, [_row(edition, table, source) for source in used], [])


def _row(edition: Edition, table: Table, source: UsedSource) -> Block:
    typesetter = edition.typesetter
    return table.row(
        [
            typesetter.paragraph(edition.source(source.name), CELL, table.inner(0), phrases=True),
            typesetter.paragraph(_extent(edition, source), CELL, table.inner(1), phrases=True),
            typesetter.paragraph(source.seen_on.isoformat(), CELL, table.inner(2), align=Align.RIGHT),
        ]
    )


def _extent(edition: Edition, source: UsedSource) -> str:
    """Write what was used in the manner of the language; the record lists it as `A / B +12`."""
    taken, _, more = source.extent.partition(_MORE)
    listed = edition.listed(taken.split(_BETWEEN))
    return listed + edition.texts.formats.and_others.format(count=more) if more.isdigit() else listed


def _half(edition: Edition) -> float:
    return (edition.grid.width - _GAP) / 2


def add_words(edition: Edition, flow: Flow) -> None:
    """Set the words in two columns, read row by row."""
    terms = edition.record.terms
    if not terms:
        return
    half = _half(edition)
    rows = []
    for index in range(0, len(terms), 2):
        cells = []
        for column, term in enumerate(terms[index : index + 2]):
            left = column * (half + _GAP)
            word = edition.typesetter.paragraph(term.word, BODY.heavy(), _WORD - 1.0, phrases=True)
            meaning = edition.typesetter.paragraph(term.meaning, BODY, half - _WORD)
            cells += [(left, word), (left + _WORD, meaning)]
        rows.append(padded(beside(cells), 0, 0.6))
    flow.box("K", box_title(edition, "K", edition.texts.back.words), rows)
