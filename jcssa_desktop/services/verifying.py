"""Tell of a PDF or a record whether it is what was sealed.

`unchanged` is said only where this laptop's archive holds the same record and the same bytes, or a signature
of an issuer that this laptop trusts covers them. A document from elsewhere can else at best agree with
itself: that is `unknown`, and the problems say why.
"""

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.comparing import differences
from jcssa_desktop.documents.sealing import (
    canonical_json,
    decode_record,
    extract_record,
    is_canonical,
    sha256_of,
)
from jcssa_desktop.domain.archive import SealedRecord, SealStage
from jcssa_desktop.domain.errors import InvalidDisclosure, NotFound
from jcssa_desktop.domain.record import Record
from jcssa_desktop.domain.signatures import SignatureFacts, SignatureKind, SignatureReport
from jcssa_desktop.services.sealing import SheetSet
from jcssa_desktop.services.signatures import Signatures, is_signed
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.system.reading import read_within

MAX_BYTES = 64 * 1024 * 1024
"""A sheet of a thousand lines stays below a tenth of this."""
_NO_DIGIT = re.compile(r"[^0-9A-F]")
_SHORTEST_CODE = 12


class SealState(StrEnum):
    """The answer of a verification."""

    UNCHANGED = "unchanged"
    ALTERED = "altered"
    UNKNOWN = "unknown"


class Verification(Struct, frozen=True):
    """What was found out about one file. `problems` are keys of sentences in `messages_*.toml`.

    `archived_stage` is how far this archive's seal is; None for what it does not have. `superseded_by` is the
    next revision (訂正版) in it.
    """

    file: str
    state: SealState
    problems: tuple[str, ...] = ()
    document_number: str = ""
    sealed_at: datetime | None = None
    sealed_by: str = ""
    sha256: str = ""
    signatures: tuple[SignatureFacts, ...] = ()
    archived_stage: SealStage | None = None
    superseded_by: str = ""

    @property
    def stage(self) -> SealStage | None:
        """How far the seal is, by the archive or by the timestamp in the file itself."""
        is_stamped = any(one.kind is SignatureKind.TIMESTAMP and one.intact for one in self.signatures)
        return SealStage.TIMESTAMPED if is_stamped else self.archived_stage


class Verifier:
    """Holds documents against this laptop's archive, against their signatures and against themselves.

    `archive` returns None where there is no archive on this laptop yet; it raises SecretUnavailable
    where there is one that cannot be opened.
    """

    def __init__(
        self,
        archive: Callable[[], ArchiveStore | None],
        sheets: SheetSet,
        signatures: Signatures,
        program_version: str,
    ) -> None:
        self._archive = archive
        self._sheets = sheets
        self._signatures = signatures
        self._program_version = program_version

    def verify_file(self, path: Path) -> Verification:
        """Verify a PDF or a record file; raise InvalidDisclosure for a file that cannot be read."""
        if path.is_dir():
            raise InvalidDisclosure("document_is_folder", file=path.name)
        try:
            data = read_within(path, MAX_BYTES)
        except OSError as error:
            raise InvalidDisclosure("document_unreadable", file=path.name) from error
        if data is None:
            raise InvalidDisclosure("document_too_large", file=path.name)
        return self.verify(path.name, data)

    def verify_record(self, document_number: str) -> Verification:
        """Verify what the archive itself holds under a number; raise NotFound."""
        archive = self._archive()
        if archive is None:
            raise NotFound("record_unknown", document_number=document_number)
        return self.verify(document_number, archive.record(document_number).whole_pdf)

    def verify_paper(self, document_number: str, code: str) -> Verification:
        """Hold what is printed on paper against the archive: the number, and the check code or the QR code's.

        Paper has no bytes: `unchanged` says that number and code are those of the record, and no more.
        """
        digits = _NO_DIGIT.sub("", code.upper())
        sealed = self._by_number(document_number.strip())
        if sealed is None:
            return Verification(document_number, SealState.UNKNOWN, ("paper_not_in_this_archive",))
        agrees = len(digits) >= _SHORTEST_CODE and sealed.sha256.upper().startswith(digits)
        problems = self._damage(sealed) if agrees else ("paper_code_differs",)
        return _judged(document_number, sealed, problems)

    def verify(self, name: str, data: bytes) -> Verification:
        """Verify the bytes of a PDF, or of a record's canonical JSON."""
        is_pdf = b"%PDF-" in data[:1024]
        known = self._by_pdf(sha256_of(data)) if is_pdf else None
        if known is not None:
            report = self._signatures.examine(data, None)
            return replace(_judged(name, known, self._damage(known)), signatures=report.signatures)
        record_json = extract_record(data) if is_pdf else data
        if record_json is None:
            return Verification(name, SealState.UNKNOWN, ("no_record_inside",))
        try:
            record = decode_record(record_json)
        except InvalidDisclosure:
            problem = "record_unreadable" if is_pdf else "not_a_record"
            return Verification(name, SealState.ALTERED if is_pdf else SealState.UNKNOWN, (problem,))
        if is_pdf:
            return self._compared_pdf(name, data, record_json, record)
        return self._compared_record(name, record_json, record)

    def _compared_record(self, name: str, record_json: bytes, record: Record) -> Verification:
        sealed = self._by_number(record.document_number)
        problems = self._record_problems(sealed, record_json, record)
        if sealed is not None and not problems:
            return _judged(name, sealed, self._damage(sealed))
        if problems:
            return _stated(name, SealState.ALTERED, problems, record, record_json)
        return _stated(name, SealState.UNKNOWN, ("record_not_in_this_archive",), record, record_json)

    def _compared_pdf(self, name: str, data: bytes, record_json: bytes, record: Record) -> Verification:
        sealed = self._by_number(record.document_number)
        problems = self._record_problems(sealed, record_json, record)
        original = sealed.pdf if sealed is not None else self._redrawn(record, record_json)
        is_kept = original is None or data.startswith(original)
        report = self._signatures.examine(data, original) if is_kept else SignatureReport()
        signatures = report.signatures
        if not problems:
            problems = _pdf_problems(data, original, report)
            if not is_kept and is_signed(data):
                problems = (*problems, "signature_broken")
            if sealed is None and "pages_changed" in problems:
                # Which of the two was changed cannot be told without the archive.
                problems = ("pages_differ_from_record", *problems[1:])
        if problems:
            state = SealState.ALTERED
        elif sealed is not None:
            return replace(_judged(name, sealed, self._damage(sealed)), signatures=signatures)
        else:
            state, problems = _stranger(report, is_redrawn=original is not None)
        return replace(_stated(name, state, problems, record, record_json), signatures=signatures)

    def _record_problems(
        self, sealed: SealedRecord | None, record_json: bytes, record: Record
    ) -> tuple[str, ...]:
        problems = []
        is_ours = record.program_version == self._program_version
        if not is_canonical(record_json) or (is_ours and canonical_json(record) != record_json):
            problems.append("record_not_canonical")
        if sealed is not None and sealed.record_json != record_json:
            problems.append("record_differs_from_archive")
        return tuple(problems)

    def _redrawn(self, record: Record, record_json: bytes) -> bytes | None:
        """Draw the sheet of the record anew; None where another version of the program drew it."""
        if record.program_version != self._program_version:
            return None
        try:
            return self._sheets.sealed_pdf(record, record_json)
        except Exception:  # noqa: BLE001 - a forged record may break the drawing in any way
            return b""

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


def _pdf_problems(data: bytes, original: bytes | None, report: SignatureReport) -> tuple[str, ...]:
    """Say what was done to a PDF since it was sealed; `original` None where that state is not known."""
    if original is None:
        return ("signature_broken",) if report.signatures and not report.whole else ()
    if data == original or report.whole:
        return ()
    if data.startswith(original):
        return ("bytes_appended",)
    if original.startswith(data):
        return ("bytes_cut_off",)
    return differences(data, original) or ("bytes_differ",)


def _stranger(report: SignatureReport, *, is_redrawn: bool) -> tuple[SealState, tuple[str, ...]]:
    """Judge a sheet in which nothing is wrong and that this archive does not have.

    Where it could not be drawn anew, only a signature ties its pages to its record.
    """
    signed = [one for one in report.signatures if one.kind is SignatureKind.SIGNATURE]
    if report.whole and signed:
        is_known = any(one.known for one in signed)
        return (SealState.UNCHANGED, ()) if is_known else (SealState.UNKNOWN, ("signer_not_known",))
    return SealState.UNKNOWN, ("not_in_this_archive" if is_redrawn else "drawn_by_other_version",)


def _judged(name: str, sealed: SealedRecord, problems: tuple[str, ...]) -> Verification:
    return Verification(
        name,
        SealState.ALTERED if problems else SealState.UNCHANGED,
        problems,
        sealed.document_number,
        sealed.sealed_at,
        sealed.sealed_by,
        sealed.sha256,
        archived_stage=sealed.stage,
        superseded_by=sealed.superseded_by,
    )


def _stated(
    name: str, state: SealState, problems: tuple[str, ...], record: Record, record_json: bytes
) -> Verification:
    """Give what a record says of itself."""
    return Verification(
        name,
        state,
        problems,
        record.document_number,
        record.sealed_at,
        record.sealed_by,
        sha256_of(record_json),
    )
