"""One SQLite file: opened, brought to the newest form, and shared by the threads of the program."""

import contextlib
import importlib
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from jcssa_desktop.store.applied_steps import applied_steps, step_name
from jcssa_desktop.store.driver import Connection, DriverError, connect
from jcssa_desktop.store.failures import IOERR, PROTOCOL, DatabaseKey, error_code, translated

_PATIENCE = 5.0
"""How long another program may hold the file before we say that it is in use, in seconds."""

_MAPPED = 1_000_000_000
"""So much of a file, in bytes, is read as memory of the system instead of copied."""


class DatabaseFile:
    """A database with one connection for each thread that uses it.

    `durable` waits for the disk at each commit; without it a power cut may lose the last transactions,
    never the file. With a `key` the file is encrypted.
    """

    def __init__(
        self,
        path: Path,
        form: str,
        steps: tuple[ModuleType, ...],
        *,
        key: DatabaseKey | None = None,
        durable: bool = False,
    ) -> None:
        """Open or create the file and migrate it; before that an older file is copied into `backups`.

        `form` names what the file holds. A step is a module with `STATEMENTS` of SQL, known by its
        name.

        Raises:
            DatabaseUnusable: The file is no database, damaged, locked, or of a newer program.
            SecretUnavailable: The key does not open it.
            StorageFailure: Its folder cannot be written, or the disk is full.
        """
        self._path = path
        self._key = key
        self._durable = durable
        self._connections: dict[int, Connection] = {}
        self._lock = threading.Lock()
        try:
            with translated(path, key):
                self._migrate(self._connection(), form, steps)
        except BaseException:
            self.close()
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file from the first query to the last."""
        with translated(self._path, self._key):
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    @contextlib.contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[Connection]:
        """Give a connection inside a transaction that no other writer can enter.

        An exception undoes everything; so does `keep=False`, which only tries.
        """
        with translated(self._path, self._key):
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if keep:
                    connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.rollback()

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            while self._connections:
                self._connections.popitem()[1].close()

    def _connection(self) -> Connection:
        """Return this thread's connection; one that a finished thread left serves the next of its number."""
        thread = threading.get_ident()
        with self._lock:
            found = self._connections.get(thread)
        if found is None:
            found = connect(str(self._path), timeout=_PATIENCE)
            try:
                self._prepare(found)
            except BaseException:
                found.close()
                raise
            with self._lock:
                self._connections[thread] = found
        return found

    def _prepare(self, connection: Connection) -> None:
        if self._key is not None:
            # SQLCipher would write each wrong key to the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            secret = self._key.value
            quoted = f"x'{secret}'" if self._key.kind == "raw" else secret
            connection.execute("PRAGMA key = '{}'".format(quoted.replace("'", "''")))
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if use_write_ahead_log(connection):
            # Rows that lie far apart are read twice as fast; an encrypted file is read as before.
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        connection.execute(f"PRAGMA synchronous = {'FULL' if self._durable else 'NORMAL'}")

    def _migrate(self, connection: Connection, form: str, steps: tuple[ModuleType, ...]) -> None:
        if applied_steps(connection, form) == [step_name(step) for step in steps]:
            return
        # sqlite-utils takes longer to load than the file to open, and nearly no start migrates.
        importlib.import_module("jcssa_desktop.store.migrating").migrate(connection, self._path, form, steps)


def use_write_ahead_log(connection: Connection) -> bool:
    """Let readers go on while a writer works; tell whether the folder allows it.

    The write-ahead log needs shared memory, which network folders lack: there the rollback journal stays.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except DriverError as error:
        if error_code(error) not in {IOERR, PROTOCOL}:
            raise
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        return False
    return True
