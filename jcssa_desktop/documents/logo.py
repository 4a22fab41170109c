"""The reseller's logo: a PNG or JPEG becomes a small opaque PNG that records carry and sheets print."""

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from jcssa_desktop.documents.drawing import Block, Picture, Placed, Role
from jcssa_desktop.domain.errors import InvalidPack

LOGO_WIDTH, LOGO_HEIGHT = 22.0, 8.0
"""The room for it in the head of the sheet, in millimetres."""

_LARGEST_FILE = 8 * 1024 * 1024
_MOST_PIXELS = 40_000_000
_PIXELS = (660, 240)
"""What is kept of it: 762 dots an inch in the room for it, more than printers show."""


def read_logo(path: Path) -> bytes:
    """Read an image file and make it fit for every sheet; white is put under what is transparent.

    Raises:
        InvalidPack: the file cannot be read, is too large, or is neither PNG nor JPEG.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InvalidPack("logo_too_large", file=path.name)
        with Image.open(io.BytesIO(path.read_bytes()), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise InvalidPack("logo_too_large", file=path.name)
            return _opaque(image)
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidPack("logo_unusable", file=path.name) from error


def logo_block(logo: bytes, means: str) -> Block:
    """Set a logo as large as fits into the room for it."""
    with Image.open(io.BytesIO(logo), formats=("PNG",)) as image:
        scale = min(LOGO_WIDTH / image.width, LOGO_HEIGHT / image.height)
        width, height = image.width * scale, image.height * scale
    picture = Picture(width, height, logo)
    return Block(height, (Placed(0, 0, picture),)).as_one(Role.FIGURE, means)


def _opaque(image: Image.Image) -> bytes:
    """Shrink, and flatten: an archival page may not rely on what shines through."""
    coloured = image.convert("RGBA")
    coloured.thumbnail(_PIXELS)
    flat = Image.new("RGB", coloured.size, "white")
    flat.paste(coloured, mask=coloured.getchannel("A"))
    output = io.BytesIO()
    flat.save(output, "PNG", optimize=True)
    return output.getvalue()
