"""Letters to a customer on what was sealed: a new advisory, a correction, the receipt for a sheet."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.documents.letter import Letter, draw_letter
from jcssa_desktop.documents.letter_content import advisory_letter, correction_letter, receipt_letter
from jcssa_desktop.documents.letter_texts import LetterTexts
from jcssa_desktop.documents.sealing import archival_pdf, decode_record
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.domain.finding import Finding, Verdict
from jcssa_desktop.services.drafts import DraftService
from jcssa_desktop.system.saving import replace_file


class News(Struct, frozen=True):
    """An advisory that concerns delivered devices as of today. `told`: the sealed sheet named it already."""

    finding: Finding
    line_ids: tuple[str, ...]
    told: bool


class LetterSet(Struct, frozen=True):
    """What letters are drawn with: the words by language, and the fonts."""

    texts: Mapping[str, LetterTexts]
    sheet_texts: Mapping[str, SheetTexts]
    fonts: FontPair

    def edition(self, sealed: SealedRecord) -> Edition:
        """Read a sealed record as its sheet says it."""
        record = decode_record(sealed.record_json)
        texts = self.sheet_texts[record.disclosure.language]
        return Edition(record, sealed.sha256, texts, Typesetter(Faces(self.fonts)), preview=False)

    def pdf(self, letter: Letter, edition: Edition, made_at: datetime) -> bytes:
        """Draw a letter as an archival and accessible PDF."""
        texts = self.texts[edition.texts.language]
        return archival_pdf(
            draw_letter(letter, texts, self.fonts, edition.record.company.name), None, made_at
        )


class LetterService:
    """Letters about sealed disclosures. They are made anew each time and never change a record."""

    def __init__(
        self,
        letters: LetterSet,
        record: Callable[[str], SealedRecord],
        drafts: DraftService,
        now: Callable[[], datetime],
    ) -> None:
        self._letters = letters
        self._record = record
        self._drafts = drafts
        self._now = now

    def news(self, document_number: str) -> tuple[News, ...]:
        """Hold the delivered versions against the catalogue of today; what no sheet told comes first.

        Raises NotFound.
        """
        edition = self._letters.edition(self._record(document_number))
        told = {
            (facts.line_id, finding.advisory_id)
            for facts in edition.record.facts
            for finding in facts.findings
            if finding.verdict is Verdict.AFFECTED
        }
        found: dict[str, tuple[Finding, list[str]]] = {}
        for facts in self._drafts.view(edition.record.disclosure).facts:
            for finding in facts.findings:
                if finding.verdict is Verdict.AFFECTED:
                    found.setdefault(finding.advisory_id, (finding, []))[1].append(facts.line_id)
        news = [
            News(finding, tuple(lines), all((line, finding.advisory_id) in told for line in lines))
            for finding, lines in found.values()
        ]
        return tuple(sorted(news, key=lambda one: (one.told, one.finding.kev_added is None)))

    def advisory(self, document_number: str, advisory_id: str) -> bytes:
        """Write on one of the `news`; raise NotFound for a record or an advisory that is none of them."""
        edition = self._letters.edition(self._record(document_number))
        one = next(
            (news for news in self.news(document_number) if news.finding.advisory_id == advisory_id), None
        )
        if one is None:
            raise NotFound("advisory_not_of_record", advisory=advisory_id, document_number=document_number)
        devices = [device for device in edition.devices if device.line.line_id in one.line_ids]
        now = self._now()
        texts = self._letters.texts[edition.texts.language]
        letter = advisory_letter(edition, texts, one.finding, devices, now.date(), known=one.told)
        return self._letters.pdf(letter, edition, now)

    def correction(self, document_number: str) -> bytes:
        """Write that a revision (訂正版) supersedes the sheet before it; either of them may be named.

        Raises NotFound, also where there is no revision.
        """
        named = self._record(document_number)
        new = self._letters.edition(self._record(named.superseded_by) if named.superseded_by else named)
        correction = new.record.disclosure.correction
        if correction is None:
            raise NotFound("letter_no_correction", document_number=document_number)
        old = self._letters.edition(self._record(correction.supersedes))
        now = self._now()
        texts = self._letters.texts[new.texts.language]
        letter = correction_letter(old, new, texts, correction.reason, now.date())
        return self._letters.pdf(letter, new, now)

    def save(self, letter: bytes, path: Path) -> None:
        """Write a letter to a file; raise StorageFailure."""
        replace_file(path, letter)

    def receipt(self, document_number: str) -> bytes:
        """Write the receipt that the customer signs for a sheet; raise NotFound."""
        edition = self._letters.edition(self._record(document_number))
        texts = self._letters.texts[edition.texts.language]
        return self._letters.pdf(receipt_letter(edition, texts), edition, self._now())
