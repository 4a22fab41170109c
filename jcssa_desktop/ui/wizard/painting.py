"""Lines of text as the wizard's painted widgets need them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour
from jcssa_desktop.ui.widgets.painting import paint_text, text_width, two_line_areas


def text(
    painter: QPainter,
    room: QRect,
    words: str,
    token: str,
    *,
    bold: bool = False,
    caption: bool = False,
    right: bool = False,
) -> None:
    """Paint one line of body or caption in a token's colour."""
    pixels = measures.TEXT_CAPTION if caption else measures.TEXT_BODY
    paint_text(painter, room, words, ink=token, pixels=pixels, is_bold=bold, is_right=right)


def link(painter: QPainter, room: QRect, words: str) -> None:
    """Paint a line that leads somewhere: in accent, underlined."""
    wide = paint_text(painter, room, words, ink="accent")
    line = room.center().y() + painter.fontMetrics().ascent() // 2 + 3
    painter.setPen(colour("accent"))
    painter.drawLine(room.left(), line, room.left() + wide, line)


def two_lines(
    painter: QPainter,
    room: QRect,
    first: tuple[str, str],
    second: tuple[str, str],
    *,
    bold: bool = False,
) -> None:
    """Paint a line of body and a caption below it, both as (words, token); one line alone is centred."""
    if not second[0]:
        text(painter, room, first[0], first[1], bold=bold)
        return
    above, below = two_line_areas(room)
    text(painter, above, first[0], first[1], bold=bold)
    text(painter, below, second[0], second[1], caption=True)


def width(words: str, *, bold: bool = False, caption: bool = False) -> int:
    """Return how wide a line is."""
    pixels = measures.TEXT_CAPTION if caption else measures.TEXT_BODY
    return text_width(words, pixels=pixels, is_bold=bold) + 1
