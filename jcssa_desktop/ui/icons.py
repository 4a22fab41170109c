"""The drawings of `resources/icons`, tinted by a token of the theme in force."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.theme import colour

_PIXEL_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon(
    name: str, tint: str = "text2", *, ground: str = "surface", size: int = measures.ICON, after: int = 0
) -> QIcon:
    """Return `resources/icons/<name>.svg` in the colour of the token `tint`, sharp on every screen.

    What a drawing leaves out of a filled shape takes the colour of `ground`. The icon keeps the theme that
    was in force when it was made; a widget that shows one makes it anew on `QEvent.Type.PaletteChange`.
    `after` is room, in px, that stays empty at the right, before a word.
    """
    result = QIcon()
    for ratio in _PIXEL_RATIOS:
        result.addPixmap(_pixmap(name, colour(tint), colour(ground), size, ratio, after))
    return result


def paint_icon(
    painter: QPainter, area: QRectF, name: str, tint: QColor | str, ground: QColor | str = "surface"
) -> None:
    """Paint a drawing into `area`; colours are tokens or colours."""
    ink = colour(tint) if isinstance(tint, str) else tint
    paper = colour(ground) if isinstance(ground, str) else ground
    renderer = QSvgRenderer(QByteArray(_tinted(name, ink, paper)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, area)
    painter.restore()


def _pixmap(name: str, ink: QColor, paper: QColor, size: int, ratio: float, after: int) -> QPixmap:
    pixmap = QPixmap(QSize(round((size + after) * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, ink, paper)
    painter.end()
    return pixmap


def _tinted(name: str, ink: QColor, paper: QColor) -> bytes:
    drawing = _drawing(name)
    return drawing.replace("currentColor", ink.name()).replace('"white"', f'"{paper.name()}"').encode()


@cache
def _drawing(name: str) -> str:
    return (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
