"""The sheets of all samples read as they did, in every edition; `--update-golden` writes them anew."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageStat

from jcssa_desktop.documents.drawing import Colour, Text
from jcssa_desktop.documents.extents import edges_of
from jcssa_desktop.documents.sheet.draw import sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import sheet_texts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.disclosure import SheetEdition
from jcssa_desktop.services.disclosure_files import read_disclosure

RESOURCES = Path(__file__).parents[2] / "resources"
GOLDEN = Path(__file__).parent / "golden"
SAMPLES = ["sample", "handa", "single"]
QUESTIONS = {
    "ja": [("A", "購入した"), ("B", "今日から"), ("C", "更新しない"), ("D", "ご提案"), ("G", "ご確認の")],
    "en": [("A", "Devices"), ("B", "Whodoes"), ("C", "Whatcan"), ("D", "Offer"), ("G", "Signature")],
}
LONG_ENOUGH = 12
FAX = (200, 98)
FINE = (800, 784)
EDITIONS = [("ja", SheetEdition.STANDARD), ("ja", SheetEdition.LARGE), ("en", SheetEdition.STANDARD)]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("language", "edition"), EDITIONS, ids=["ja", "large", "en"])
def test_the_sheet_of_a_sample_reads_as_it_did(services, request, sample, language, edition):
    disclosure = read_disclosure(RESOURCES / "samples" / f"disclosure_{sample}.json")
    record = services.sealing.unsealed(replace(disclosure, language=language, edition=edition))
    fonts = FontPair(*(RESOURCES / "fonts" / f"NotoSansJP-{name}.ttf" for name in ("Regular", "Bold")))
    texts = sheet_texts(RESOURCES / "sheet", language)
    pages = sheet_pages(Edition(record, "", texts, Typesetter(Faces(fonts)), preview=True))
    written = "\n\f\n".join("\n".join(page.texts) for page in pages) + "\n"
    golden = GOLDEN / f"{sample}_{language}_{edition}.txt"
    if request.config.getoption("--update-golden", default=False):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def poppler(tool, *arguments):
    """Run one of Poppler's tools and give what it prints, without any white space."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} of Poppler is not installed")
    run = subprocess.run([tool, *arguments], capture_output=True, check=True, timeout=60)
    return squeezed(run.stdout.decode())


def squeezed(text):
    return re.sub(r"[\s\u200b]+", "", text)


@pytest.fixture
def previewed(services, tmp_path):
    """Draw the sheet of a sample in an edition, as a file."""

    def draw(sample, language, edition, **changes):
        disclosure = read_disclosure(RESOURCES / "samples" / f"disclosure_{sample}.json")
        content = replace(disclosure, language=language, edition=edition, **changes)
        file = tmp_path / "sheet.pdf"
        file.write_bytes(services.sealing.preview(content))
        return file

    return draw


@pytest.fixture
def sealed(services, tmp_path):
    """Seal a sample in an edition, as a file."""

    def seal(sample, language, edition, **changes):
        disclosure = read_disclosure(RESOURCES / "samples" / f"disclosure_{sample}.json")
        file = tmp_path / "sealed.pdf"
        file.write_bytes(
            services.sealing.seal(replace(disclosure, language=language, edition=edition, **changes)).pdf
        )
        return file

    return seal


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("language", "edition"), EDITIONS, ids=["ja", "large", "en"])
def test_the_text_of_a_sample_copies_out_as_it_reads(previewed, sample, language, edition):
    copied = poppler("pdftotext", "-raw", str(previewed(sample, language, edition)), "-")
    assert copied == squeezed((GOLDEN / f"{sample}_{language}_{edition}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["𠮷野 𩸽", "髙﨑 渡邉", "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ"])
def test_names_copy_out_beyond_the_basic_plane_too(previewed, name):
    disclosure = read_disclosure(RESOURCES / "samples" / "disclosure_single.json")
    customer = replace(disclosure.customer, name=name, person=name)
    file = previewed("single", "ja", SheetEdition.STANDARD, customer=customer)
    assert poppler("pdftotext", "-raw", str(file), "-").count(squeezed(name)) >= 3


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("language", "edition"), EDITIONS, ids=["ja", "large", "en"])
def test_a_sample_is_read_aloud_in_the_order_of_its_page(sealed, sample, language, edition):
    file = sealed(sample, language, edition)
    spoken = poppler("pdfinfo", "-struct-text", str(file))
    order = [spoken.index(f'"{letter}{question}') for letter, question in QUESTIONS[language]]
    assert order == sorted(order)
    front = poppler("pdftotext", "-raw", "-l", "1", str(file), "-")
    spoken_first = [one for one in re.findall(r'"([^"]*)"', spoken) if len(one) >= LONG_ENOUGH][:12]
    assert [one for one in spoken_first if one not in front] == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("language", "edition"), EDITIONS, ids=["ja", "large", "en"])
def test_a_sample_is_archival_and_accessible(verapdf, sealed, sample, language, edition):
    file = sealed(sample, language, edition, readings=True)
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}


def ink(file, across, down):
    """Print the front page with one bit a pixel at so many dots an inch; True is black."""
    target = file.with_suffix("")
    sizes = ("-rx", str(across), "-ry", str(down))
    poppler("pdftoppm", "-mono", *sizes, "-l", "1", "-singlefile", str(file), str(target))
    with Image.open(target.with_suffix(".pbm")) as image:
        return image.convert("L").point(lambda light: 255 - light)


def share(image, edges, across, down):
    """How much of a part of the page, in millimetres, is black."""
    left, top, right, bottom = edges
    part = image.crop(
        (
            round(left / 25.4 * across),
            round(top / 25.4 * down),
            round(right / 25.4 * across),
            round(bottom / 25.4 * down),
        )
    )
    return ImageStat.Stat(part).mean[0] / 255


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("language", "edition"), EDITIONS, ids=["ja", "large", "en"])
def test_every_number_of_the_front_page_comes_through_a_fax(services, tmp_path, sample, language, edition):
    """The strokes neither vanish nor clog: about as much is black at 200 x 98 dots as in fine print."""
    disclosure = read_disclosure(RESOURCES / "samples" / f"disclosure_{sample}.json")
    content = replace(disclosure, language=language, edition=edition)
    record = services.sealing.unsealed(content)
    fonts = FontPair(*(RESOURCES / "fonts" / f"NotoSansJP-{name}.ttf" for name in ("Regular", "Bold")))
    texts = sheet_texts(RESOURCES / "sheet", language)
    front = sheet_pages(Edition(record, "", texts, Typesetter(Faces(fonts)), preview=True))[0]
    file = tmp_path / "sheet.pdf"
    file.write_bytes(services.sealing.preview(content))
    faxed, fine = ink(file, *FAX), ink(file, *FINE)
    numbers = [one for one in front.placed if isinstance(one.mark, Text) and re.search(r"\d", one.mark.text)]
    assert len(numbers) > 10
    for placed in numbers:
        edges = edges_of(placed)
        assert placed.mark.colour is Colour.BLACK
        assert 0.6 < share(faxed, edges, *FAX) / share(fine, edges, *FINE) < 1.5, placed.mark.text


@pytest.mark.parametrize("edition", SheetEdition)
def test_an_edition_is_sealed_with_its_record_and_drawn_again_to_the_byte(services, edition, tmp_path):
    disclosure = read_disclosure(RESOURCES / "samples" / "disclosure_single.json")
    sealed = services.sealing.seal(replace(disclosure, edition=edition, readings=True))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sealed.pdf)
    assert services.archive.decoded(sealed.document_number).disclosure.edition is edition
    assert services.archive.verify_file(file).state == "unchanged"
