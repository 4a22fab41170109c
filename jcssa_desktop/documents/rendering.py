"""Pages become a PDF with reportlab's canvas; the same pages always become the same bytes."""

import io
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from jcssa_desktop.documents.drawing import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Blank,
    Box,
    Circle,
    Colour,
    Modules,
    Outline,
    Page,
    Picture,
    Placed,
    Role,
    Rule,
    Text,
)
from jcssa_desktop.documents.tagging import Content, content_of
from jcssa_desktop.documents.typography import MM, Faces

_ROUND = 1


def render(pages: Sequence[Page], faces: Faces, *, title: str, author: str, language: str) -> bytes:
    """Draw the pages, A4 portrait."""
    output = io.BytesIO()
    canvas = Canvas(
        output,
        pagesize=(PAGE_WIDTH * MM, PAGE_HEIGHT * MM),
        invariant=1,
        pageCompression=0,  # sealing compresses; reportlab would wrap the streams in ASCII85
        initialFontName=faces.regular_name,
        lang=language,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    pen = _Pen(canvas, faces)
    for page in pages:
        pen.begin()
        for piece in content_of(page, language):
            pen.open(piece)
            for placed in piece.placed:
                pen.draw(placed)
            pen.close(piece)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


class _Pen:
    """Draws marks, turning millimetres from the top left into points from the bottom left."""

    def __init__(self, canvas: Canvas, faces: Faces) -> None:
        self._canvas = canvas
        self._faces = faces
        self._colour = ""

    def begin(self) -> None:
        """Start a page: the canvas forgets its state at each."""
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(_ROUND)
        self._colour = ""

    def open(self, piece: Content) -> None:
        """Say which element of the structure the next marks are, or that they are none."""
        tag = piece.element
        if tag is None:
            self._operator("/Artifact BMC")
        elif piece.placed:
            spoken = f" /ActualText <{_hex(tag.means)}>" if tag.role is Role.SYMBOL else ""
            self._operator(f"/{tag.role} <</MCID {piece.number}{spoken}>> BDC")

    def close(self, piece: Content) -> None:
        """End what `open` began."""
        if piece.placed:
            self._operator("EMC")

    def _operator(self, text: str) -> None:
        self._canvas._code.append(text)  # noqa: SLF001 (the canvas knows no marked content)

    def draw(self, placed: Placed) -> None:
        """Draw one mark."""
        x, y = placed.x * MM, (PAGE_HEIGHT - placed.y) * MM
        mark = placed.mark
        match mark:
            case Text():
                self._text(x, y, mark)
            case Rule():
                self._ink(mark.colour)
                self._canvas.setLineWidth(mark.weight)
                self._canvas.line(x, y, x + mark.length * MM, y)
            case Box():
                self._ink(Colour.BLACK)
                self._stroke_or_fill(mark.weight)
                filled = mark.weight is None
                height = mark.height * MM
                self._canvas.rect(x, y - height, mark.width * MM, height, stroke=not filled, fill=filled)
            case Circle():
                self._ink(Colour.BLACK)
                self._stroke_or_fill(mark.weight)
                filled = mark.weight is None
                self._canvas.circle(x, y, mark.radius * MM, stroke=not filled, fill=filled)
            case Outline():
                self._outline(x, y, mark)
            case Modules():
                self._modules(x, y, mark)
            case Picture() | Blank():
                self._picture(x, y, mark)

    def _picture(self, x: float, y: float, mark: Picture | Blank) -> None:
        if isinstance(mark, Picture):
            width, height = mark.width * MM, mark.height * MM
            self._canvas.drawImage(ImageReader(io.BytesIO(mark.png)), x, y - height, width, height)

    def _text(self, x: float, y: float, mark: Text) -> None:
        self._ink(mark.colour)
        name = self._faces.bold_name if mark.bold else self._faces.regular_name
        self._canvas.setFont(name, mark.size)
        self._canvas.drawString(x, y, mark.text, charSpace=mark.tracking * mark.size or None)

    def _outline(self, x: float, y: float, mark: Outline) -> None:
        self._ink(Colour.BLACK)
        self._stroke_or_fill(mark.weight)
        path = self._canvas.beginPath()
        for index, (right, down) in enumerate(mark.points):
            (path.lineTo if index else path.moveTo)(x + right * MM, y - down * MM)
        if mark.closed:
            path.close()
        self._canvas.drawPath(path, stroke=mark.weight is not None, fill=mark.weight is None)

    def _modules(self, x: float, y: float, mark: Modules) -> None:
        self._ink(Colour.BLACK)
        size = mark.size * MM
        self._canvas.saveState()
        self._canvas.transform(size, 0, 0, -size, x, y)
        # One operator string in whole modules: a path of the canvas formats every number anew.
        runs = " ".join(f"{column} {row} {count} 1 re" for row, column, count in mark.runs)
        self._operator(f"{runs} f")
        self._canvas.restoreState()

    def _ink(self, colour: Colour) -> None:
        if colour != self._colour:
            self._canvas.setFillColor(HexColor(colour.value))
            self._canvas.setStrokeColor(HexColor(colour.value))
            self._colour = colour

    def _stroke_or_fill(self, weight: float | None) -> None:
        if weight is not None:
            self._canvas.setLineWidth(weight)


def _hex(words: str) -> str:
    return ("\ufeff" + words).encode("utf-16-be").hex().upper()
