"""L: where to look and ask, for each maker of the sale and at public places, with QR codes."""

from msgspec import Struct

from jcssa_desktop.documents.drawing import Block, beside, padded, stacked
from jcssa_desktop.documents.qr import qr_code
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.typesetting import SMALL, Style
from jcssa_desktop.domain.catalogue import InformationKind
from jcssa_desktop.domain.record import MakerSources

BOX = "L"
_COLUMNS = 3
_COLUMNS_LARGE = 2
_GUTTER = 4.0
_QR_SIDE = 19.0
_BESIDE = _QR_SIDE + 3.0
_NAME = Style(8.6, 12, bold=True)
_PREFERRED = (
    InformationKind.ADVISORIES,
    InformationKind.SUPPORT,
    InformationKind.FIRMWARE,
    InformationKind.LIFECYCLE,
)


class Desk(Struct, frozen=True):
    """One column: whose page, its address, and what is said beneath it."""

    name: str
    url: str
    lines: tuple[str, ...]


def add(edition: Edition, flow: Flow) -> None:
    """Set three desks a row, two in large type."""
    texts = edition.texts.back
    desks = [_maker(edition, maker) for maker in edition.record.maker_sources if maker.sources]
    addresses = {desk.url for desk in desks}
    for source in edition.texts.public_sources:
        checked = texts.checked.format(day=edition.long_day(source.checked_on)) if source.checked_on else ""
        lines = tuple(line for line in (source.note, source.telephone, checked) if line)
        if source.url not in addresses:
            desks.append(Desk(source.name, source.url, lines))
    columns = _COLUMNS_LARGE if edition.grid.head_above else _COLUMNS
    width = (edition.grid.width - _GUTTER * (columns - 1)) / columns
    rows = []
    for start in range(0, len(desks), columns):
        cells = [
            (index * (width + _GUTTER), _desk(edition, desk, width))
            for index, desk in enumerate(desks[start : start + columns])
        ]
        rows.append(padded(beside(cells), 0, 2.0))
    flow.box(BOX, box_title(edition, BOX, texts.makers, texts.makers_note), rows, ruled=True)


def _maker(edition: Edition, maker: MakerSources) -> Desk:
    """Choose the page for the QR code, advisories first, and gather what else is known of the maker."""
    sources = sorted(maker.sources, key=lambda source: _PREFERRED.index(source.kind))
    first = sources[0]
    telephones = dict.fromkeys(source.telephone for source in sources if source.telephone)
    support = next((source.url for source in sources[1:] if source.kind is InformationKind.SUPPORT), "")
    checked = edition.texts.back.checked.format(day=edition.long_day(min(one.checked_on for one in sources)))
    more = (
        edition.texts.back.makers_more.format(url=bare(support)) if support and support != first.url else ""
    )
    return Desk(maker.maker_name, first.url, tuple(line for line in (more, *telephones, checked) if line))


def bare(url: str) -> str:
    """Write an address as people say it, without scheme and closing slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _desk(edition: Edition, desk: Desk, width: float) -> Block:
    typesetter = edition.typesetter
    code = qr_code(desk.url, _QR_SIDE) or Block(_QR_SIDE)
    room = width - _BESIDE
    words = stacked(
        [
            typesetter.paragraph(desk.name, _NAME, room, phrases=True),
            typesetter.paragraph(bare(desk.url), SMALL, room),
            *(typesetter.paragraph(line, SMALL, room, phrases=True) for line in desk.lines),
        ]
    )
    return beside([(0.0, padded(code, 0.8, 0)), (_BESIDE, words)])
