"""Tell of a PDF or a record whether it is what was sealed.

`unchanged` is said only where this laptop's archive holds the same record and the same bytes.
A document from elsewhere can at best agree with itself: that is `unknown`, and the problems say why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jcssa_desktop.documents.sealing import (
    canonical_json,
    decode_record,
    extract_record,
    sha256_of,
)
from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.errors import InvalidDisclosure, NotFound
from jcssa_desktop.domain.record import Record
from jcssa_desktop.services.sealing import SheetSet
from jcssa_desktop.store.archive import ArchiveStore

MAX_BYTES = 64 * 1024 * 1024
"""A sheet of a thousand lines stays below a tenth of this."""


class SealState(StrEnum):
    """The answer of a verification."""

    UNCHANGED = "unchanged"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found out about one file. `problems` are keys of sentences in `messages_*.toml`."""

    file: str
    state: SealState
    problems: tuple[str, ...] = ()
    document_number: str = ""
    sealed_at: datetime | None = None
    sealed_by: str = ""
    sha256: str = ""


class Verifier:
    """Holds documents against this laptop's archive and against themselves.

    `archive` returns None where there is no archive on this laptop yet; it raises SecretUnavailable
    where there is one that cannot be opened.
    """

    def __init__(self, archive: Callable[[], ArchiveStore | None], sheets: SheetSet) -> None:
        self._archive = archive
        self._sheets = sheets

    def verify_file(self, path: Path) -> Verification:
        """Verify a PDF or a record file; raise InvalidDisclosure for a file that cannot be read."""
        try:
            if path.stat().st_size > MAX_BYTES:
                raise InvalidDisclosure("document_too_large", file=path.name)
            data = path.read_bytes()
        except OSError as error:
            raise InvalidDisclosure("document_unreadable", file=path.name) from error
        return self.verify(path.name, data)

    def verify_record(self, document_number: str) -> Verification:
        """Verify what the archive itself holds under a number; raise NotFound."""
        archive = self._archive()
        if archive is None:
            raise NotFound("record_unknown", document_number=document_number)
        return self.verify(document_number, archive.record(document_number).pdf)

    def verify(self, name: str, data: bytes) -> Verification:
        """Verify the bytes of a PDF, or of a record's canonical JSON."""
        is_pdf = b"%PDF-" in data[:1024]
        record_json = extract_record(data) if is_pdf else data
        known_pdf = self._by_pdf(sha256_of(data)) if is_pdf else None
        if known_pdf is not None:
            return _judged(name, known_pdf, self._damage(known_pdf))
        if record_json is None:
            return Verification(name, SealState.UNKNOWN, ("no_record_inside",))
        try:
            record = decode_record(record_json)
        except InvalidDisclosure:
            problem = "record_unreadable" if is_pdf else "not_a_record"
            return Verification(name, SealState.ALTERED if is_pdf else SealState.UNKNOWN, (problem,))
        return self._compared(name, data, record_json, record, is_pdf=is_pdf)

    def _compared(
        self, name: str, data: bytes, record_json: bytes, record: Record, *, is_pdf: bool
    ) -> Verification:
        sealed = self._by_number(record.document_number)
        problems = []
        if canonical_json(record) != record_json:
            problems.append("record_not_canonical")
        if sealed is not None and sealed.record_json != record_json:
            problems.append("record_differs_from_archive")
        if is_pdf and not problems and not self._is_redrawn(data, record, record_json):
            problems.append("pages_differ_from_record")
        if sealed is not None and not problems:
            return _judged(name, sealed, self._damage(sealed))
        state = SealState.ALTERED if problems else SealState.UNKNOWN
        return Verification(
            name,
            state,
            tuple(problems) or ("not_in_this_archive",),
            record.document_number,
            record.sealed_at,
            record.sealed_by,
            sha256_of(record_json),
        )

    def _is_redrawn(self, data: bytes, record: Record, record_json: bytes) -> bool:
        """Draw the sheet of the record anew: the same bytes mean that pages and record agree."""
        try:
            return self._sheets.sealed_pdf(record, record_json) == data
        except Exception:  # noqa: BLE001 - a forged record may break the drawing in any way
            return False

    def _damage(self, sealed: SealedRecord) -> tuple[str, ...]:
        """Check an archived record against its own hashes."""
        problems = []
        if sha256_of(sealed.record_json) != sealed.sha256:
            problems.append("archived_record_damaged")
        if sha256_of(sealed.pdf) != sealed.pdf_sha256:
            problems.append("archived_pdf_damaged")
        return tuple(problems)

    def _by_pdf(self, pdf_sha256: str) -> SealedRecord | None:
        archive = self._archive()
        return archive.find_by_sha256(pdf_sha256) if archive is not None else None

    def _by_number(self, document_number: str) -> SealedRecord | None:
        archive = self._archive()
        if archive is None:
            return None
        try:
            return archive.record(document_number)
        except NotFound:
            return None


def _judged(name: str, sealed: SealedRecord, problems: tuple[str, ...]) -> Verification:
    return Verification(
        name,
        SealState.ALTERED if problems else SealState.UNCHANGED,
        problems,
        sealed.document_number,
        sealed.sealed_at,
        sealed.sealed_by,
        sealed.sha256,
    )
