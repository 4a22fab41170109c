"""A logo is printed in the head with its words, and the page stays archival and accessible."""

import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from jcssa_desktop.documents.drawing import Picture
from jcssa_desktop.documents.logo import LOGO_HEIGHT, LOGO_WIDTH, read_logo
from jcssa_desktop.documents.sealing import canonical_json, decode_record, rebuilt, sealed_pdf
from jcssa_desktop.documents.sheet.draw import sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.domain.errors import InvalidPack
from jcssa_desktop.domain.record import Record
from tests.documents.builders import SHA256, one_device


def image_file(path: Path, mode: str = "RGBA", size: tuple[int, int] = (900, 300)) -> Path:
    Image.new(mode, size, 120 if mode in {"L", "P"} else "navy").save(path)
    return path


def with_logo(folder: Path) -> Record:
    sale = one_device()
    logo = read_logo(image_file(folder / "logo.png"))
    return replace(sale, company=replace(sale.company, logo=logo))


@pytest.mark.parametrize(
    ("name", "mode"), [("a.png", "RGBA"), ("b.png", "P"), ("c.jpg", "RGB"), ("d.jpeg", "L")]
)
def test_every_png_and_jpeg_becomes_a_small_opaque_png(tmp_path: Path, name: str, mode: str) -> None:
    with Image.open(io.BytesIO(read_logo(image_file(tmp_path / name, mode)))) as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert image.width <= 660
        assert image.height <= 240


def test_what_is_no_image_is_refused_with_one_sentence(tmp_path: Path) -> None:
    for name, content in (("a.png", b"%PDF"), ("b.jpg", b""), ("c.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InvalidPack, match="logo_unusable"):
            read_logo(tmp_path / name)
    with pytest.raises(InvalidPack):
        read_logo(tmp_path / "missing.png")
    with pytest.raises(InvalidPack):
        read_logo(image_file(tmp_path / "g.gif", "P"))


def test_it_stands_in_the_head_within_its_room(
    tmp_path: Path, ja: SheetTexts, typesetter: Typesetter
) -> None:
    edition = Edition(with_logo(tmp_path), SHA256, ja, typesetter, preview=False)
    (placed,) = (one for one in sheet_pages(edition)[0].placed if isinstance(one.mark, Picture))
    assert isinstance(placed.mark, Picture)
    assert placed.mark.width <= LOGO_WIDTH + 0.01
    assert placed.mark.height <= LOGO_HEIGHT + 0.01
    assert placed.tags[-1].means == f"{edition.record.company.name}のロゴ"


def test_a_sheet_with_it_is_archival_accessible_and_drawn_again_from_its_record_alone(
    tmp_path: Path,
    ja: SheetTexts,
    fonts: FontPair,
    verapdf,  # type: ignore[no-untyped-def]
) -> None:
    record_json = canonical_json(with_logo(tmp_path))
    made = sealed_pdf(decode_record(record_json), record_json, ja, fonts)
    assert rebuilt(record_json, ja, fonts) == made
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made)
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}
