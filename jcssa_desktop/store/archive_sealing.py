"""Adding one record to the chain, inside the archive's transaction."""

import hashlib

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.errors import DatabaseUnusable, NotFound, SealedAlready
from jcssa_desktop.store.archive_rows import SEALED, SELECT_SUMMARY, record_values, summary
from jcssa_desktop.store.driver import Connection


class Sealing:
    """What a sealing may ask and do; nobody else writes to the archive meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, prefix: str, year: int) -> int:
        """Give the next running number of this prefix and year, from 1."""
        row = self._connection.execute(
            "INSERT INTO document_number (prefix, year, last_number) VALUES (?, ?, 1)"
            " ON CONFLICT (prefix, year) DO UPDATE SET last_number = last_number + 1 RETURNING last_number",
            (prefix, year),
        ).fetchone()
        return int(row[0])

    def next_revision(self, disclosure_id: str, supersedes: str) -> int:
        """Give the number of the revision that supersedes a record.

        Raises:
            NotFound: The archive has no record of this disclosure under that document number.
            SealedAlready: It was superseded before.
        """
        row = self._connection.execute(
            f"{SELECT_SUMMARY} WHERE document_number = ? AND disclosure_id = ?", (supersedes, disclosure_id)
        ).fetchone()
        if row is None:
            raise NotFound("correction_of_nothing", number=supersedes)
        superseded = summary(row)
        if superseded.superseded_by:
            raise SealedAlready(
                "corrected_already", number=supersedes, superseded_by=superseded.superseded_by
            )
        return superseded.revision + 1

    def last_sha256(self) -> str:
        """Return the hash of the record sealed last, "" before the first."""
        row = self._connection.execute(
            "SELECT sha256 FROM record ORDER BY record_key DESC LIMIT 1"
        ).fetchone()
        return str(row[0]) if row else ""

    def append(self, record: SealedRecord) -> None:
        """Add the record to the chain and drop its draft.

        Raises:
            SealedAlready: This disclosure was sealed before.
            DatabaseUnusable: The record does not follow the last one.
            ValueError: A hash does not belong to its content.
        """
        for content, stated in ((record.record_json, record.sha256), (record.pdf, record.pdf_sha256)):
            if hashlib.sha256(content).hexdigest() != stated:
                raise ValueError("a record's hash belongs to other content")
        sealed = self._connection.execute(
            "SELECT document_number FROM record WHERE disclosure_id = ? AND revision = ?",
            (record.disclosure_id, record.revision),
        ).fetchone()
        if sealed:
            raise SealedAlready("disclosure_sealed_already", number=sealed[0])
        if record.previous_sha256 != self.last_sha256():
            raise DatabaseUnusable("archive_chain_broken", number=record.document_number)
        self._connection.execute(
            f"INSERT INTO record ({SEALED}, text_key) VALUES ({', '.join('?' * 16)})",  # noqa: S608 - constants
            record_values(record),
        )
        self._connection.execute("DELETE FROM draft WHERE disclosure_id = ?", (record.disclosure_id,))

    def want_timestamp(self, document_number: str) -> None:
        """Let the record that was added wait for a timestamp."""
        self._connection.execute("INSERT INTO timestamp_wanted VALUES (?)", (document_number,))
