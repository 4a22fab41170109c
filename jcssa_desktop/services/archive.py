"""Read what was sealed: list, open, verify, hand over."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from jcssa_desktop.documents.sealing import decode_record
from jcssa_desktop.domain.archive import ChainProblem, RecordEvent, RecordSummary, SealedRecord
from jcssa_desktop.domain.record import Record
from jcssa_desktop.services.verifying import Verification, Verifier
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.system.saving import replace_file

_LONGEST_STEM = 200
"""Bytes of a file's name without its ending: file systems take 255, and a name grows while it is written."""

_UNSAFE_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class ArchiveService:
    """The archive (台帳) as screens and commands use it. It never changes a sealed record."""

    def __init__(
        self, archive: Callable[[], ArchiveStore], verifier: Verifier, now: Callable[[], datetime]
    ) -> None:
        self._archive = archive
        self._verifier = verifier
        self._now = now

    def records(self, text: str = "") -> tuple[RecordSummary, ...]:
        """List sealed records, the newest first; `text` finds customer, device, serial and number."""
        return self._archive().records(text)

    def record(self, document_number: str) -> SealedRecord:
        """Return one sealed record with its PDF; raise NotFound."""
        return self._archive().record(document_number)

    def decoded(self, document_number: str) -> Record:
        """Return what one sealed record states; raise NotFound."""
        return decode_record(self.record(document_number).record_json)

    def verify_file(self, path: Path) -> Verification:
        """Verify a PDF or record file, also one from elsewhere."""
        return self._verifier.verify_file(path)

    def verify_paper(self, document_number: str, code: str) -> Verification:
        """Hold number and code of a sheet on paper against the archive."""
        return self._verifier.verify_paper(document_number, code)

    def verify_record(self, document_number: str) -> Verification:
        """Verify what the archive holds under a number; raise NotFound."""
        return self._verifier.verify_record(document_number)

    def check_chain(self) -> tuple[ChainProblem, ...]:
        """Check every record's hash and its link to the one before."""
        return self._archive().check_chain()

    def save_pdf(self, document_number: str, path: Path) -> None:
        """Write the PDF and keep that it was written; raise StorageFailure."""
        replace_file(path, self.record(document_number).whole_pdf)
        self._archive().add_event(document_number, "saved", self._now(), path.name)

    def note_printed(self, document_number: str, copies: int) -> None:
        """Keep that copies were printed, and when."""
        self._archive().add_event(document_number, "printed", self._now(), str(copies))

    def note_signed(self, document_number: str, *, is_signed: bool) -> None:
        """Keep that the signature of a sheet to be signed later came in; False takes that back."""
        self._archive().add_event(document_number, "signed" if is_signed else "unsigned", self._now())

    def events(self, document_number: str) -> tuple[RecordEvent, ...]:
        """Return what happened to a record after it was sealed, oldest first."""
        return self._archive().events(document_number)


def sheet_file_name(customer: str, sold_on: date | None, amount: int | None, document_number: str) -> str:
    """Name a sheet so that it is found by day, customer and amount: `20261120_見本商店_98000_KS-….pdf`.

    The order is the one in use for the Japanese law on electronic books (電子帳簿保存法); a part that is
    not known is left blank. Characters that Windows does not take in file names become `-`; a long
    customer's name is cut, never the number, which alone tells two sheets apart.
    """
    day = f"{sold_on:%Y%m%d}" if sold_on else ""
    figures = "" if amount is None else str(amount)
    rest = f"{day}_{figures}_{document_number}"
    shown = customer.encode()[: _LONGEST_STEM - len(rest.encode())].decode(errors="ignore").strip(" .")
    return f"{_UNSAFE_IN_FILE_NAMES.sub('-', f'{day}_{shown}_{figures}_{document_number}').strip(' .')}.pdf"
