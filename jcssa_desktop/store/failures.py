"""What SQLite's errors mean for a person."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from jcssa_desktop.domain.errors import DatabaseUnusable, JcssaError, SecretUnavailable, StorageFailure
from jcssa_desktop.store.driver import DriverError

IOERR, PROTOCOL = 10, 15
_PERM, _BUSY, _LOCKED, _READONLY, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 3, 5, 6, 8, 11, 13, 14, 26
_PRIMARY = 0xFF
_NO_ROOM = 1_000_000
_PLAIN_HEADER = b"SQLite format 3\x00"


class DatabaseKey(Protocol):
    """What opens an encrypted database: `raw` (64 hexadecimal digits) or `passphrase`."""

    @property
    def kind(self) -> str:
        """`raw` or `passphrase`."""

    @property
    def value(self) -> str:
        """The secret itself."""


def error_code(error: Exception) -> int:
    """Return SQLite's primary result code; 0 where the driver itself refused."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else 0


@contextlib.contextmanager
def translated(path: Path, key: DatabaseKey | None) -> Iterator[None]:
    """Turn what a person can mend into a JcssaError; every other error of SQLite is a defect of ours."""
    try:
        yield
    except DriverError as error:
        meaning = _meaning(error_code(error), path, key)
        if meaning is None:
            raise
        raise meaning from error


def folder_failure(error: OSError, path: Path) -> StorageFailure:
    """Tell why the folder for copies of `path` cannot be made."""
    return _full(path) if error.errno == errno.ENOSPC else _unwritable("read_only", path)


def _meaning(code: int, path: Path, key: DatabaseKey | None) -> JcssaError | None:
    meanings: dict[int, Callable[[], JcssaError]] = {
        _NOTADB: lambda: _not_a_database(path, key),
        _CORRUPT: lambda: _unusable("database_damaged", path),
        _BUSY: lambda: _unusable("database_locked", path),
        _LOCKED: lambda: _unusable("database_locked", path),
        _FULL: lambda: _full(path),
        _READONLY: lambda: _unwritable("read_only", path),
        _PERM: lambda: _unwritable("read_only", path),
        _CANTOPEN: lambda: _cannot_open(path),
        IOERR: lambda: _full(path) if _free(path) < _NO_ROOM else _unwritable("storage_not_answering", path),
    }
    meaning = meanings.get(code)
    return meaning() if meaning else None


def _unusable(problem: str, path: Path) -> DatabaseUnusable:
    return DatabaseUnusable(problem, file=path.name, folder=path.parent)


def _unwritable(problem: str, path: Path) -> StorageFailure:
    return StorageFailure(problem, file=path.name, folder=path.parent)


def _not_a_database(path: Path, key: DatabaseKey | None) -> JcssaError:
    if key is None:
        return _unusable("database_damaged", path)
    try:
        with path.open("rb") as file:
            plain = file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
    except OSError:
        plain = False
    if plain:
        return _unusable("archive_not_encrypted", path)
    kind = "archive_wrong_passphrase" if key.kind == "passphrase" else "archive_wrong_key"
    return SecretUnavailable(kind, file=path.name)


def _cannot_open(path: Path) -> JcssaError:
    if not path.parent.is_dir():
        return _unwritable("folder_missing", path)
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.R_OK | os.W_OK)):
        return _unwritable("read_only", path)
    return _unusable("database_not_a_file", path)


def _full(path: Path) -> StorageFailure:
    free = f"{_free(path) // 1_000_000} MB"
    return StorageFailure("disk_full", file=path.name, folder=path.parent, free=free)


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return 0
