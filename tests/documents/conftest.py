from pathlib import Path

import pytest

from jcssa_desktop.documents.sheet_texts import SheetTexts, sheet_texts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair

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
