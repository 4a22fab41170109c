"""J and K: which sources the facts were taken from, and what hard words mean."""

from jcssa_desktop.documents.drawing import ARTIFACT, Block, beside, padded
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import BODY, CELL, Align
from jcssa_desktop.domain.record import UsedSource

_GAP = 6.0
_WORD = 26.0
_SOURCE = 27.0
_DAY = 20.0
_SOURCE_LARGE = 22.0
_DAY_LARGE = 17.0


def add_sources(edition: Edition, flow: Flow) -> None:
    """Set the used sources in two tables beside each other."""
    texts = edition.texts.back
    used = edition.record.used_sources
    title = box_title(edition, "J", texts.sources, texts.sources_note)
    if not used:
        flow.box("J", title, [edition.typesetter.paragraph(texts.no_sources, CELL, edition.grid.width)])
        return
    pair = _Pair(edition)
    half = (len(used) + 1) // 2
    rows = [
        pair.row(left, used[half + index] if half + index < len(used) else None)
        for index, left in enumerate(used[:half])
    ]
    flow.table("J", title, pair, rows, [])


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


class _Pair:
    """Two tables of sources beside each other that split together."""

    def __init__(self, edition: Edition) -> None:
        texts = edition.texts.back
        self._typesetter = edition.typesetter
        half = _half(edition)
        self._second = half + _GAP
        source, day = (_SOURCE_LARGE, _DAY_LARGE) if edition.grid.head_above else (_SOURCE, _DAY)
        self._table = Table(
            edition.typesetter,
            [
                Column(source, texts.source),
                Column(half - source - day, texts.extent),
                Column(day, texts.seen_on, Align.RIGHT),
            ],
            above=0.6,
            below=0.6,
            names=0,
        )

    def head(self) -> Block:
        """Set both heads; to those who listen it is one table, read row by row."""
        again = self._table.head().within(ARTIFACT)
        return beside([(0.0, self._table.head()), (self._second, again)])

    def hair(self) -> Block:
        """Draw the lines between two rows."""
        return beside([(0.0, self._table.hair()), (self._second, self._table.hair())])

    def row(self, left: UsedSource, right: UsedSource | None) -> Block:
        """Set a source to the left and, where there is one, to the right."""
        cells = [(0.0, self._source(left))]
        if right is not None:
            cells.append((self._second, self._source(right)))
        return beside(cells)

    def _source(self, source: UsedSource) -> Block:
        typesetter, table = self._typesetter, self._table
        return table.row(
            [
                typesetter.paragraph(source.name, CELL, table.inner(0), phrases=True),
                typesetter.paragraph(source.extent, CELL, table.inner(1), phrases=True),
                typesetter.paragraph(source.seen_on.isoformat(), CELL, table.inner(2), align=Align.RIGHT),
            ]
        )
