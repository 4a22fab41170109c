"""The sheet's facts for a quotation: text for the clipboard, a Word annex, an Excel sheet."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.documents.annex import Annex, annex_of
from jcssa_desktop.documents.annex_text import annex_text
from jcssa_desktop.documents.annex_texts import AnnexTexts
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.record import Record
from jcssa_desktop.system.saving import replace_file


class AnnexKind(StrEnum):
    """How the annex is written; the value is also the file's ending."""

    TEXT = "txt"
    WORD = "docx"
    WORKBOOK = "xlsx"


AnnexWriter = Callable[[Annex, AnnexTexts, datetime], bytes]


class AnnexSet(Struct, frozen=True):
    """What annexes are written with: the words by language, the fonts, and who writes Word and Excel files.

    The writers load what they need when they are called: a run that writes no annex shall not wait for it.
    """

    texts: Mapping[str, AnnexTexts]
    sheet_texts: Mapping[str, SheetTexts]
    fonts: FontPair
    writers: Mapping[AnnexKind, AnnexWriter]

    def write(self, record: Record, kind: AnnexKind) -> bytes:
        """Write the annex of a record in its language."""
        language = record.disclosure.language
        texts = self.texts[language]
        annex = self._annex(record, texts, language)
        if kind is AnnexKind.TEXT:
            return annex_text(annex, texts).encode()
        return self.writers[kind](annex, texts, record.sealed_at)

    def _annex(self, record: Record, texts: AnnexTexts, language: str) -> Annex:
        typesetter = Typesetter(Faces(self.fonts))
        return annex_of(
            Edition(record, "", self.sheet_texts[language], typesetter, preview=not record.document_number),
            texts,
        )


class AnnexService:
    """Annexes of drafts, for the quotation, and of what was sealed."""

    def __init__(
        self,
        annexes: AnnexSet,
        unsealed: Callable[[Disclosure], Record],
        sealed: Callable[[str], Record],
    ) -> None:
        self._annexes = annexes
        self._unsealed = unsealed
        self._sealed = sealed

    def of_draft(self, disclosure: Disclosure, kind: AnnexKind) -> bytes:
        """Write the annex of a disclosure as it stands, with the facts of today."""
        return self._annexes.write(self._unsealed(disclosure), kind)

    def of_record(self, document_number: str, kind: AnnexKind) -> bytes:
        """Write the annex of a sealed record; raise NotFound."""
        return self._annexes.write(self._sealed(document_number), kind)

    def save(self, document_number: str, path: Path) -> None:
        """Write the annex of a sealed record in the kind that the file's ending names, else as text.

        Raises NotFound or StorageFailure.
        """
        replace_file(path, self.of_record(document_number, _kind(path)))

    def save_draft(self, disclosure: Disclosure, path: Path) -> None:
        """Write the annex of a disclosure as it stands, like `save`; raise StorageFailure."""
        replace_file(path, self.of_draft(disclosure, _kind(path)))


def _kind(path: Path) -> AnnexKind:
    ending = path.suffix.removeprefix(".").lower()
    return AnnexKind(ending) if ending in set(AnnexKind) else AnnexKind.TEXT
