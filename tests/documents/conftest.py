from collections.abc import Iterator
from pathlib import Path

import pytest

from jcssa_desktop.documents.sheet_texts import SheetTexts, sheet_texts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from tests.documents.verapdf import VeraPdf

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def fonts() -> FontPair:
    folder = RESOURCES / "fonts"
    return FontPair(folder / "NotoSansJP-Regular.ttf", folder / "NotoSansJP-Bold.ttf")


@pytest.fixture(scope="session")
def faces(fonts: FontPair) -> Faces:
    return Faces(fonts)


@pytest.fixture(scope="session")
def typesetter(faces: Faces) -> Typesetter:
    return Typesetter(faces)


@pytest.fixture(scope="session")
def ja() -> SheetTexts:
    return sheet_texts(RESOURCES / "sheet", "ja")


@pytest.fixture(scope="session")
def en() -> SheetTexts:
    return sheet_texts(RESOURCES / "sheet", "en")


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    judge = VeraPdf()
    try:
        if not judge.is_ready():
            pytest.skip("veraPDF does not start: Java cannot run here")
        yield judge
    finally:
        judge.close()
