"""The sheet's two typefaces: measuring, what they cannot print, and text made fit for them."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from jcssa_desktop.domain.errors import InvalidPack

MM = 72 / 25.4
"""Points in a millimetre."""

_UNITS_PER_EM = 1000
_COMBINED = re.compile(r"[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ZERO_WIDTH = "\u200b"
_KEPT_CONTROLS = {"\n", _ZERO_WIDTH}
_INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}


class FontPair(Struct, frozen=True):
    """The files of the regular and the bold typeface: static TrueType with glyf outlines."""

    regular: Path
    bold: Path


class _SheetFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose text is copied out right beyond the basic plane.

    reportlab writes `<%04X>` into the ToUnicode map, which is no UTF-16 for characters such as U+20BB7.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (reportlab's name)
        beyond = [
            (code, character)
            for subset in self.state[doc].subsets
            for code, character in enumerate(subset)
            if character > 0xFFFF  # noqa: PLR2004 (the end of the basic plane)
        ]
        super().addObjects(doc)
        for name, stored in doc.idToObject.items():
            if not name.startswith("toUnicodeCMap:") or not beyond:
                continue
            for code, character in beyond:
                surrogates = chr(character).encode("utf-16-be").hex().upper()
                stored.content = stored.content.replace(
                    f"<{code:02X}> <{character:04X}>", f"<{code:02X}> <{surrogates}>"
                )


class Faces:
    """The loaded typefaces of a pair; reportlab's own registry keeps each file for the process."""

    def __init__(self, fonts: FontPair) -> None:
        self.regular_name, regular = _registered(fonts.regular)
        self.bold_name, bold = _registered(fonts.bold)
        self._faces = {False: regular.face, True: bold.face}

    def width(self, text: str, size: float, *, bold: bool = False, tracking: float = 0) -> float:
        """Measure `text` in millimetres; `size` in points, `tracking` in em after each character."""
        face = self._faces[bold]
        widths, default = face.charWidths, face.defaultWidth
        units = sum(widths.get(ord(character), default) for character in text if character != _ZERO_WIDTH)
        return float(units / _UNITS_PER_EM + tracking * len(text)) * size / MM

    def em_width(self, character: str, *, bold: bool = False) -> float:
        """Measure one character in em."""
        face = self._faces[bold]
        return float(face.charWidths.get(ord(character), face.defaultWidth)) / _UNITS_PER_EM

    def missing(self, text: str) -> tuple[str, ...]:
        """Name the characters of `text` that one of the two typefaces cannot print, each once."""
        regular, bold = (face.charToGlyph for face in self._faces.values())
        drawn = (character for character in printable(text) if character not in _KEPT_CONTROLS)
        return tuple(dict.fromkeys(c for c in drawn if ord(c) not in regular or ord(c) not in bold))


def _registered(file: Path) -> tuple[str, TTFont]:
    name = str(file)
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(_SheetFont(name, name))
        except (TTFError, OSError) as error:
            raise InvalidPack("font_file_unusable", file=file.name) from error
    return name, pdfmetrics.getFont(name)


def check_fonts(fonts: FontPair) -> None:
    """Load both typefaces.

    Raises:
        InvalidPack: a file is missing, or is no TrueType font that can be printed with.
    """
    Faces(fonts)


def printable(text: str) -> str:
    """Compose what is decomposed and drop what has no shape: variation selectors, controls, bidi marks.

    Only sequences with combining marks are composed. Normalising the whole text would replace the
    compatibility ideographs (U+FA19 神) of people's names by another shape.
    """
    composed = _COMBINED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    unselected = _SELECTORS.sub("", composed.replace("\t", " ").replace("\r\n", "\n"))
    return "".join(
        character
        for character in unselected
        if character in _KEPT_CONTROLS or unicodedata.category(character) not in _INVISIBLE
    )


def selected_variants(text: str) -> tuple[str, ...]:
    """Name the characters that lose their ideographic variation selector and print in the standard shape."""
    return tuple(dict.fromkeys(base for base, mark in pairwise(text) if "\U000e0100" <= mark <= "\U000e01ef"))


def missing_characters(texts: str | Iterable[str], fonts: FontPair) -> tuple[str, ...]:
    """Name the characters that the typefaces cannot print, each once, in the order of the texts."""
    faces = Faces(fonts)
    every = (texts,) if isinstance(texts, str) else texts
    return tuple(dict.fromkeys(character for text in every for character in faces.missing(text)))
