"""The sheets of all samples read as they did, in every edition; `--update-golden` writes them anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from jcssa_desktop.documents.sheet.draw import sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import sheet_texts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.disclosure import SheetEdition
from jcssa_desktop.services.disclosure_files import read_disclosure

RESOURCES = Path(__file__).parents[2] / "resources"
GOLDEN = Path(__file__).parent / "golden"
EDITIONS = [("ja", SheetEdition.STANDARD), ("ja", SheetEdition.LARGE), ("en", SheetEdition.STANDARD)]


@pytest.mark.parametrize("sample", ["sample", "handa", "single"])
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


@pytest.mark.parametrize("edition", SheetEdition)
def test_an_edition_is_sealed_with_its_record_and_drawn_again_to_the_byte(services, edition, tmp_path):
    disclosure = read_disclosure(RESOURCES / "samples" / "disclosure_single.json")
    sealed = services.sealing.seal(replace(disclosure, edition=edition, readings=True))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sealed.pdf)
    assert services.archive.decoded(sealed.document_number).disclosure.edition is edition
    assert services.archive.verify_file(file).state == "unchanged"
