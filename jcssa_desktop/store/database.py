"""One SQLite file: opened, brought to the newest form, and shared by the threads of the program."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from jcssa_desktop.domain.errors import DatabaseUnusable
from jcssa_desktop.store.driver import Connection, Database, DriverError, Migrations, connect
from jcssa_desktop.store.failures import IOERR, PROTOCOL, DatabaseKey, error_code, folder_failure, translated

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

        `form` names what the file holds. A step is a module with `apply(db)`, known by the module's name.

        Raises:
            DatabaseUnusable: The file is no database, damaged, locked, or of a newer program.
            SecretUnavailable: The key does not open it.
            StorageFailure: Its folder cannot be written, or the disk is full.
        """
        self._path = path
        self._names = [step.__name__.rpartition(".")[2] for step in steps]
        self._migrations = Migrations(form)
        for name, step in zip(self._names, steps, strict=True):
            self._migrations(name=name)(step.apply)
        self._key = key
        self._durable = durable
        self._connections: dict[int, Connection] = {}
        self._lock = threading.Lock()
        try:
            with translated(path, key):
                self._migrate(self._connection())
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

    def _migrate(self, connection: Connection) -> None:
        database = Database(connection, execute_plugins=False)
        if not self._pending(database):
            return
        if database.table_names():
            self._back_up(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another start of the program may have migrated while this one waited for the lock.
            if self._pending(database):
                self._migrations.apply(database)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.rollback()

    def _pending(self, database: Database) -> list[str]:
        tables = database.table_names()
        applied = {step.name for step in self._migrations.applied(database)}
        if tables and not applied:
            raise DatabaseUnusable("database_foreign", file=self._path.name, folder=self._path.parent)
        if not applied.issubset(self._names):
            raise DatabaseUnusable("database_too_new", file=self._path.name)
        return [name for name in self._names if name not in applied]

    def _back_up(self, connection: Connection) -> None:
        """Copy the file as it is, with its key, before its form changes."""
        folder = self._path.parent / "backups"
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise folder_failure(error, self._path) from error
        number = 1
        while (copy := folder / f"{self._path.stem}-{number:03d}.db").exists():
            number += 1
        connection.execute("VACUUM INTO ?", (str(copy),))


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
