"""The words of the sheet in one language, read from `sheet_ja.toml` or `sheet_en.toml`.

Every field is a sentence or label that is printed; `<b>` and `</b>` set bold, U+200B or a line end marks a
wished break, `{names}` are filled in by the box that prints it. No sentence of the sheet stands in code.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from jcssa_desktop.documents.sheet_texts_back import (
    BackTexts,
    DeviceTableTexts,
    FindingTableTexts,
    LabelTexts,
)
from jcssa_desktop.documents.sheet_texts_front import (
    ContactTexts,
    DeviceTexts,
    IntentTexts,
    ItemsTexts,
    PublicSource,
    RequestTexts,
    ResponsibilityTexts,
    RiskTexts,
    SignatureTexts,
    StateTexts,
)
from jcssa_desktop.documents.sheet_texts_page import FormatTexts, PageTexts
from jcssa_desktop.documents.text_resource import read_text_resource
from jcssa_desktop.domain.catalogue import Entitlement
from jcssa_desktop.domain.disclosure import Answer, Work
from jcssa_desktop.domain.errors import InvalidPack, Place
from jcssa_desktop.domain.finding import Verdict, VersionState
from jcssa_desktop.domain.guideline import Party
from jcssa_desktop.domain.label import ServiceCategory
from jcssa_desktop.domain.lifecycle import LifecycleKind

_Kind = TypeVar("_Kind", bound=StrEnum)


class SheetTexts(Struct, frozen=True):
    """All words of the sheet in one language."""

    language: str
    formats: FormatTexts
    page: PageTexts
    requests: RequestTexts
    states: StateTexts
    devices: DeviceTexts
    responsibility: ResponsibilityTexts
    risks: RiskTexts
    intents: IntentTexts
    contacts: ContactTexts
    items: ItemsTexts
    signature: SignatureTexts
    device_table: DeviceTableTexts
    finding_table: FindingTableTexts
    back: BackTexts
    labels: LabelTexts
    public_sources: tuple[PublicSource, ...]
    readings: Mapping[str, str] = field(default_factory=dict)
    source_remarks: Mapping[str, str] = field(default_factory=dict)

    def document_title(self, number: str) -> str:
        """Name a sheet for the title bar of a PDF viewer."""
        return f"{self.page.title} {number}"


def sheet_texts(folder: Path, language: str) -> SheetTexts:
    """Read the words of the sheet.

    Raises:
        InvalidPack: the file is missing, is no TOML, or lacks a word.
    """
    file = folder / f"sheet_{language}.toml"
    texts = read_text_resource(file, SheetTexts)
    _expect_every_word(texts, file)
    return texts


def _expect_every_word(texts: SheetTexts, file: Path) -> None:
    """A state, answer or party without its word would fail only when such a sale is printed."""
    missing = [
        *_missing("page.works", texts.page.works, Work),
        *_missing("states.words", texts.states.words, VersionState),
        *_missing("states.verdicts", texts.states.verdicts, Verdict),
        *_missing("responsibility.parties", texts.responsibility.parties, Party),
        *_missing("intents.answers", texts.intents.answers, Answer),
        *_missing("device_table.entitlements", texts.device_table.entitlements, Entitlement),
        *_missing("labels.categories", texts.labels.categories, ServiceCategory),
        *_missing("device_table.kinds", texts.device_table.kinds, LifecycleKind),
    ]
    if missing:
        raise InvalidPack("sheet_text_missing", file=file.name, place=Place(path=missing[0]))


def _missing(path: str, words: Mapping[_Kind, str], members: type[_Kind]) -> list[str]:
    return [f"{path}.{member.value}" for member in members if member not in words]
