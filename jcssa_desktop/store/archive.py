"""The archive: drafts until they are sealed, and the chain of sealed records, encrypted on disk."""

import contextlib
import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from jcssa_desktop.domain.archive import (
    DRAFT_KEPT,
    ChainProblem,
    DraftSummary,
    RecordEvent,
    RecordSummary,
    SealedRecord,
    summarise,
)
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import NotFound, SealedAlready
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.archive_chain import chain_problems
from jcssa_desktop.store.archive_rows import SELECT_SEALED, SELECT_SUMMARY, sealed_record, summary
from jcssa_desktop.store.archive_sealing import Sealing
from jcssa_desktop.store.database import DatabaseFile
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.failures import DatabaseKey
from jcssa_desktop.store.migrations.archive import m0001_first_tables, m0002_timestamps


class ArchiveStore:
    """The archive in one SQLCipher file."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        """Open the archive, or create it with this key.

        Raises:
            SecretUnavailable: The key is not the archive's.
            DatabaseUnusable: The file is damaged, locked, or of a newer program.
            StorageFailure: Its folder cannot be written, or the disk is full.
        """
        steps = (m0001_first_tables, m0002_timestamps)
        self._database = DatabaseFile(path, "archive", steps, key=key, durable=True)

    def close(self) -> None:
        """Close the file in every thread."""
        self._database.close()

    def save_draft(self, disclosure: Disclosure, saved_at: datetime) -> None:
        """Keep the draft as it is now; a discarded one stays discarded.

        Raises:
            SealedAlready: The disclosure was sealed, and the draft is no revision of its last record.
        """
        with self._database.writing() as connection:
            _refuse_sealed(connection, disclosure)
            _forget_discarded(connection, saved_at)
            connection.execute(
                "INSERT INTO draft (disclosure_id, body, saved_at) VALUES (?, ?, ?)"
                " ON CONFLICT (disclosure_id)"
                " DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
                (disclosure.disclosure_id, msgspec.json.encode(disclosure).decode(), saved_at.isoformat()),
            )

    def drafts(self, *, discarded: bool = False) -> tuple[DraftSummary, ...]:
        """List the drafts, the last saved first; or those that were discarded and can still be restored."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT body, saved_at FROM draft WHERE (discarded_at <> '') = ?"
                " ORDER BY saved_at DESC, disclosure_id",
                (discarded,),
            ).fetchall()
        return tuple(summarise(_disclosure(body), datetime.fromisoformat(at)) for body, at in rows)

    def draft(self, disclosure_id: str) -> Disclosure:
        """Return a draft; raise NotFound for one that is discarded, sealed or unknown."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT body FROM draft WHERE disclosure_id = ? AND discarded_at = ''", (disclosure_id,)
            ).fetchone()
        if row is None:
            raise NotFound("draft_not_found", number=disclosure_id)
        return _disclosure(row[0])

    def discard_draft(self, disclosure_id: str, at: datetime) -> None:
        """Take a draft out of the list, restorable for thirty days; raise NotFound if there is none."""
        with self._database.writing() as connection:
            _forget_discarded(connection, at)
            changed = connection.execute(
                "UPDATE draft SET discarded_at = ? WHERE disclosure_id = ? AND discarded_at = ''",
                (at.isoformat(), disclosure_id),
            )
            if changed.rowcount == 0:
                raise NotFound("draft_not_found", number=disclosure_id)

    def restore_draft(self, disclosure_id: str) -> None:
        """Bring a discarded draft back; raise NotFound if its thirty days are over."""
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE draft SET discarded_at = '' WHERE disclosure_id = ? AND discarded_at <> ''",
                (disclosure_id,),
            )
            if changed.rowcount == 0:
                raise NotFound("draft_not_restorable", number=disclosure_id)

    @contextlib.contextmanager
    def sealing(self) -> Iterator[Sealing]:
        """Give the one place where a record is added; a number taken inside is given back on an exception."""
        with self._database.writing() as connection:
            yield Sealing(connection)

    def records(self, text: str = "") -> tuple[RecordSummary, ...]:
        """List the sealed records that hold every word of `text`, the last sealed first.

        The words may be parts of the customer, a model, a serial number, the quotation's or document's
        number; width, case, hyphens and kana make no difference.
        """
        words = [key for word in text.split() if (key := search_key(word))]
        condition = " AND ".join(["instr(text_key, ?) > 0"] * len(words)) or "TRUE"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{SELECT_SUMMARY} WHERE {condition} ORDER BY record_key DESC",
                words,
            ).fetchall()
        return tuple(summary(row) for row in rows)

    def record(self, document_number: str) -> SealedRecord:
        """Return a record whole; raise NotFound if there is none of this number."""
        found = self._one_record("document_number = ?", (document_number,))
        if found is None:
            raise NotFound("record_not_found", number=document_number)
        return found

    def find_by_sha256(self, sha256: str) -> SealedRecord | None:
        """Return the record that this is the hash of: of its JSON, or of its PDF."""
        return self._one_record(
            "sha256 = ? OR record.pdf_sha256 = ? OR timestamp.pdf_sha256 = ?", (sha256, sha256, sha256)
        )

    def awaiting_timestamp(self) -> tuple[str, ...]:
        """Return the numbers of the records that wait for a timestamp, the first sealed first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_number FROM timestamp_wanted JOIN record USING (document_number)"
                " WHERE document_number NOT IN (SELECT document_number FROM timestamp) ORDER BY record_key"
            ).fetchall()
        return tuple(number for (number,) in rows)

    def add_timestamp(self, document_number: str, appended: bytes, given_at: datetime) -> None:
        """Keep what a timestamp appended to a sealed PDF; one that is there already stays.

        Raises:
            NotFound: There is no record of this number.
        """
        pdf = self.record(document_number).pdf
        whole = hashlib.sha256(pdf + appended).hexdigest()
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO timestamp (document_number, given_at, appended, pdf_sha256)"
                " VALUES (?, ?, ?, ?) ON CONFLICT (document_number) DO NOTHING",
                (document_number, given_at.isoformat(), appended, whole),
            )

    def add_event(self, document_number: str, kind: str, at: datetime, detail: str = "") -> None:
        """Note what happened to a record; raise NotFound if there is none of this number."""
        with self._database.writing() as connection:
            added = connection.execute(
                "INSERT INTO event (document_number, kind, happened_at, detail)"
                " SELECT document_number, ?, ?, ? FROM record WHERE document_number = ?",
                (kind, at.isoformat(), detail, document_number),
            )
            if added.rowcount == 0:
                raise NotFound("record_not_found", number=document_number)

    def events(self, document_number: str) -> tuple[RecordEvent, ...]:
        """List what happened to a record, in the order in which it was noted."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT kind, happened_at, detail FROM event WHERE document_number = ? ORDER BY event_key",
                (document_number,),
            ).fetchall()
        return tuple(RecordEvent(kind, datetime.fromisoformat(at), detail) for kind, at, detail in rows)

    def check_chain(self) -> tuple[ChainProblem, ...]:
        """Recompute every hash and follow every link from the first record to the last."""
        with self._database.reading() as connection:
            return tuple(chain_problems(connection))

    def _one_record(self, condition: str, values: tuple[str, ...]) -> SealedRecord | None:
        with self._database.reading() as connection:
            row = connection.execute(
                f"{SELECT_SEALED} WHERE {condition}",
                values,
            ).fetchone()
        return sealed_record(row) if row else None


def _disclosure(body: str) -> Disclosure:
    return msgspec.json.decode(body, type=Disclosure)


def _refuse_sealed(connection: Connection, disclosure: Disclosure) -> None:
    row = connection.execute(
        "SELECT document_number FROM record WHERE disclosure_id = ? ORDER BY revision DESC",
        (disclosure.disclosure_id,),
    ).fetchone()
    if row and row[0] != disclosure.supersedes:
        raise SealedAlready("disclosure_sealed_already", number=row[0])


def _forget_discarded(connection: Connection, now: datetime) -> None:
    discarded = connection.execute(
        "SELECT disclosure_id, discarded_at FROM draft WHERE discarded_at <> ''"
    ).fetchall()
    forgotten = [(one,) for one, at in discarded if now - datetime.fromisoformat(at) > DRAFT_KEPT]
    connection.executemany("DELETE FROM draft WHERE disclosure_id = ?", forgotten)
