"""Writing what sources state: streamed in portions, so that a file of any length needs little memory."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, islice

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.kev_records import SOURCE as KEV_SOURCE
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState, Statement
from jcssa_desktop.domain.product_identity import keys_of
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

_PORTION = 500
_ENCODER = msgspec.json.Encoder()


class _State(Struct, frozen=True):
    """A state of a record as far as it tells whether another one says more."""

    record_key: int
    modified: str
    seen_on: str
    readable: int
    digest: bytes


class _Written(Struct, frozen=True):
    """A record that is to be put down, and the texts of it and its statements."""

    record: ListedAdvisory
    state: _State
    body: str
    statements: tuple[str, ...]


class StatementImport:
    """Writes the records of one file; of two states of a record the newer stays."""

    def __init__(self, connection: Connection, tally: Tally, file: str) -> None:
        self._connection = connection
        self._tally = tally
        self._file = file
        self._record_keys = count(_next_key(connection, "source_record", "record_key"))
        self._statement_keys = count(_next_key(connection, "statement", "statement_key"))

    def put(self, advisories: Iterable[ListedAdvisory | Skipped]) -> None:
        """Take the records as they come; what the feed did not take goes to the report.

        Raises:
            InvalidImport: The feed found that its file cannot be read whole.
        """
        taken = self._taken(advisories)
        while portion := tuple(islice(taken, _PORTION)):
            self._put_portion(portion)

    def _taken(self, advisories: Iterable[ListedAdvisory | Skipped]) -> Iterator[ListedAdvisory]:
        for one in advisories:
            self._tally.read()
            if isinstance(one, Skipped):
                self._tally.add_skipped(one)
            else:
                yield one

    def _put_portion(self, portion: tuple[ListedAdvisory, ...]) -> None:
        written: dict[tuple[str, str], _Written] = {}
        replaced: list[int] = []
        seen_again: list[tuple[str, int]] = []
        for record in portion:
            name = (record.source, record.record_id)
            before = written[name].state if name in written else self._stored(name)
            one = self._prepared(record, before.record_key if before else next(self._record_keys))
            if before is None:
                self._tally.new()
            elif before.digest == one.state.digest:
                seen_again.append((one.state.seen_on, before.record_key))
                self._tally.unchanged()
                continue
            elif not _follows(one.state, before):
                self._tally.unchanged()
                continue
            else:
                replaced.append(before.record_key)
                self._tally.changed()
            written[name] = one
        self._forget(replaced)
        self._write(list(written.values()))
        self._connection.executemany(
            "UPDATE source_record SET seen_on = ?1 WHERE record_key = ?2 AND seen_on < ?1", seen_again
        )

    def _prepared(self, record: ListedAdvisory, record_key: int) -> _Written:
        # The day on which a record was seen is kept beside it: it is no part of what the record says.
        body = _text(replace(record, statements=(), seen_on=date.min))
        statements = tuple(_text(one) for one in record.statements)
        fingerprint = hashlib.blake2b("\n".join((body, *statements)).encode(), digest_size=16)
        readable = sum(map(is_readable, record.statements))
        seen_on = record.seen_on.isoformat()
        state = _State(record_key, record.modified, seen_on, readable, fingerprint.digest())
        return _Written(record, state, body, statements)

    def _stored(self, name: tuple[str, str]) -> _State | None:
        row = self._connection.execute(
            "SELECT record_key, modified, seen_on, readable, digest FROM source_record"
            " WHERE source = ? AND record_id = ?",
            name,
        ).fetchone()
        return _State(*row) if row else None

    def _forget(self, record_keys: Iterable[int]) -> None:
        keys = [(key,) for key in record_keys]
        self._connection.executemany(
            "DELETE FROM statement_name WHERE statement_key IN"
            " (SELECT statement_key FROM statement WHERE record_key = ?)",
            keys,
        )
        self._connection.executemany("DELETE FROM statement WHERE record_key = ?", keys)
        self._connection.executemany("DELETE FROM source_record WHERE record_key = ?", keys)

    def _write(self, written: list[_Written]) -> None:
        statements: list[tuple[int, int, int, str]] = []
        names: list[tuple[str, int]] = []
        for one in written:
            for stated, text in zip(one.record.statements, one.statements, strict=True):
                key = next(self._statement_keys)
                statements.append((key, one.state.record_key, int(_waits(one.record, stated)), text))
                names.extend((name, key) for name in keys_of(stated.about))
        self._connection.executemany(
            "INSERT INTO source_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.state.record_key,
                    one.record.source,
                    one.record.record_id,
                    one.state.modified,
                    one.state.seen_on,
                    self._file,
                    int(one.record.state is RecordState.WITHDRAWN),
                    one.state.readable,
                    one.state.digest,
                    one.body,
                )
                for one in written
            ],
        )
        self._connection.executemany("INSERT INTO statement VALUES (?, ?, ?, ?)", statements)
        self._connection.executemany("INSERT INTO statement_name VALUES (?, ?)", names)


def _next_key(connection: Connection, table: str, column: str) -> int:
    last = connection.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()  # noqa: S608 - constants
    return int(last[0]) + 1


def is_readable(statement: Statement) -> bool:
    """Tell whether a statement says of any version whether it is affected."""
    return bool(statement.ranges or statement.unaffected or statement.in_doubt)


def _waits(record: ListedAdvisory, statement: Statement) -> bool:
    """Tell whether a person is asked to read a statement; an entry of KEV has no words about versions."""
    return not is_readable(statement) and record.source != KEV_SOURCE


def _text(content: object) -> str:
    return _ENCODER.encode(content).decode()


def _follows(after: _State, before: _State) -> bool:
    """Tell whether one state of a record takes the place of another that says something else.

    Where both are of the same time by the source's own clock, as an overview without versions and the
    details of the same day, the one that says more of versions stays.
    """
    if after.modified != before.modified:
        # A state without the time of the source is a copy in another form, such as the starter catalogue's.
        return after.modified > before.modified
    if after.modified and after.readable != before.readable:
        return after.readable > before.readable
    return after.seen_on >= before.seen_on
