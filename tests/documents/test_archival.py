"""The sealed sheet as outside judges see it: archival (PDF/A-3a), accessible (PDF/UA-1), in reading order."""

import io
import itertools
from collections import Counter
from datetime import date

import pikepdf
import pytest
from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.drawing import ARTIFACT, FOOTER_RULE, Text
from jcssa_desktop.documents.logo import read_logo
from jcssa_desktop.documents.sealing import canonical_json, rebuilt
from jcssa_desktop.documents.sheet.draw import sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.domain.disclosure import SheetEdition
from tests.documents.builders import SHA256
from tests.documents.sheet.test_draw import SALES
from tests.documents.sheet.test_labels import labelled
from tests.documents.test_logo import image_file

LANGUAGES = ("ja", "en")
CONTINUED = {"ja": "（つづき）", "en": " (continued)"}
FIRST_LINE = 25.0
"""Above it stands the running head of a back page."""


@pytest.fixture(scope="module")
def sheet(ja, en, fonts):
    """Seal a sale in a language; each only once."""
    made = {}

    def of(name, language="ja", **changes):
        key = (name, language, *changes.items())
        if key not in made:
            record = SALES[name]()
            record = replace(record, disclosure=replace(record.disclosure, language=language, **changes))
            texts = ja if language == "ja" else en
            made[key] = rebuilt(canonical_json(record), texts, fonts)
        return made[key]

    return of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SALES)
def test_every_sheet_is_archival_and_accessible(verapdf, sheet, tmp_path, name, language):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sheet(name, language))
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["one", "four", "sixty"])
def test_large_type_and_readings_stay_archival_and_accessible(verapdf, sheet, tmp_path, name, language):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sheet(name, language, edition=SheetEdition.LARGE, readings=True))
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}


@pytest.mark.parametrize("edition", SheetEdition)
def test_a_logo_and_labels_stay_archival_and_accessible(verapdf, fonts, ja, tmp_path, edition):
    record = labelled(date(2028, 3, 31))
    logo = read_logo(image_file(tmp_path / "logo.png"))
    record = replace(
        record,
        company=replace(record.company, logo=logo),
        disclosure=replace(record.disclosure, edition=edition, readings=True),
    )
    pdf = rebuilt(canonical_json(record), ja, fonts)
    assert any("ロゴ" in one.alt for one in elements(pdf) if one.kind == "Figure")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}


def test_a_figure_says_which_part_of_the_page_it_covers(sheet):
    for edition in SheetEdition:
        boxes = bounding_boxes(sheet("drawn", edition=edition))
        assert len(boxes) >= 3
        for left, bottom, right, top in boxes:
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842


def bounding_boxes(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figures = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        return [[float(edge) for edge in one.A.BBox] for one in figures]


def test_the_judge_finds_what_is_not_archival(verapdf, sheet, tmp_path):
    file = tmp_path / "sheet.pdf"
    with pikepdf.open(io.BytesIO(sheet("one"))) as document:
        del document.Root.OutputIntents
        del document.Root.StructTreeRoot
        document.save(file)
    assert verapdf.broken("3a", file)
    assert verapdf.broken("ua1", file)


class Element(Struct, dict=True):
    path: tuple[str, ...]
    alt: str
    spoken: str
    language: str
    columns: int
    kids: "list[Element]"

    @property
    def kind(self):
        return self.path[-1]


def elements(pdf):
    """All elements of a sheet in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(flat(element_of(document.Root.StructTreeRoot.K[0], ())))


def element_of(found, above):
    path = (*above, str(found.S)[1:])
    kids = found.get("/K", [])
    inner = [
        element_of(kid, path)
        for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    ]
    alt, spoken, language = (str(found.get(key, "")) for key in ("/Alt", "/ActualText", "/Lang"))
    columns = int(found.A.get("/ColSpan", 1)) if "/A" in found else 1
    return Element(path, alt, spoken, language, columns, inner)


def flat(element):
    yield element
    for kid in element.kids:
        yield from flat(kid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_over_many_pages_is_one_table_with_one_head(sheet, language):
    tables = [one for one in elements(sheet("sixty", language)) if one.kind == "Table"]
    table = max(tables, key=lambda one: len(one.kids))
    head, *rows = [[cell.kind for cell in row.kids] for row in table.kids]
    assert set(head) == {"TH"}
    assert len(rows) == 60
    assert all(row == ["TD", "TH", "TD", "TD", "TD", "TD"] for row in rows)


def test_every_row_of_a_table_has_as_many_cells(sheet):
    for name in ("four", "sixty", "states"):
        for table in elements(sheet(name)):
            if table.kind == "Table":
                assert len({sum(cell.columns for cell in row.kids) for row in table.kids}) == 1


def test_the_matrix_says_in_words_who_does_what(sheet):
    said = Counter(one.spoken for one in elements(sheet("four")) if one.path[-2:] == ("TD", "Span"))
    assert said["行う"] == 18
    assert said["協力する"] == 11
    assert said["選択"] == 4
    assert said["未選択"] == 12


def test_pictures_have_words(sheet):
    said = [one.alt for one in elements(sheet("drawn")) if one.kind == "Figure"]
    assert said[0].startswith("QR: KS-2026-000123-1:")
    assert any("件" in words for words in said)
    assert any("電子サイン" in words for words in said)
    assert all(said)


def test_headings_go_down_one_step_at_a_time(sheet):
    for name, language in itertools.product(SALES, LANGUAGES):
        found = elements(sheet(name, language))
        levels = [int(one.kind[1]) for one in found if one.kind in {"H1", "H2", "H3"}]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_boxes_are_read_in_the_order_of_their_letters(sheet):
    with pikepdf.open(io.BytesIO(sheet("four"))) as document, document.open_outline() as outline:
        named = [item.title for top in outline.root for item in top.children]
    letters = [name[0] for name in named if name[0] in "ABCDEFGHIJKLM"]
    assert letters == ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "F", "L", "M"]


def test_japanese_words_in_an_english_sheet_are_marked_as_japanese(sheet):
    assert {one.language for one in elements(sheet("four", "en"))} == {"", "ja-JP"}
    assert {one.language for one in elements(sheet("four", "ja"))} == {""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SALES)
def test_what_is_not_read_aloud_is_a_footer_or_said_before(typesetter, ja, en, name, language):
    said = set()
    for page in sheet_pages(
        Edition(SALES[name](), SHA256, ja if language == "ja" else en, typesetter, preview=False)
    ):
        for placed in page.placed:
            if not isinstance(placed.mark, Text):
                continue
            assert placed.tags
            if ARTIFACT not in placed.tags:
                said.add(placed.mark.text)
            elif FIRST_LINE < placed.y < FOOTER_RULE:
                assert placed.mark.text.removesuffix(CONTINUED[language]) in said
