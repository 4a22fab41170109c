"""Bring a file to the newest form, after a copy of it was put aside."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from sqlite_utils import Database, Migrations

from jcssa_desktop.domain.errors import DatabaseUnusable
from jcssa_desktop.store.applied_steps import applied_steps, step_name
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.failures import folder_failure


def migrate(connection: Connection, path: Path, form: str, steps: tuple[ModuleType, ...]) -> None:
    """Apply the steps that the file lacks, all or none of them.

    Raises:
        DatabaseUnusable: The file is another program's, or of a newer version of this one.
        StorageFailure: The copy cannot be written.
    """
    if not _pending(connection, path, form, steps):
        return
    if _has_tables(connection):
        _back_up(connection, path)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another start of the program may have migrated while this one waited for the lock.
        if _pending(connection, path, form, steps):
            _migrations(form, steps).apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


def _migrations(form: str, steps: tuple[ModuleType, ...]) -> Migrations:
    migrations = Migrations(form)
    for step in steps:
        migrations(name=step_name(step))(_executing(step.STATEMENTS))
    return migrations


def _executing(statements: tuple[str, ...]) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        for statement in statements:
            database.execute(statement)

    return apply


def _pending(connection: Connection, path: Path, form: str, steps: tuple[ModuleType, ...]) -> set[str]:
    known = {step_name(step) for step in steps}
    applied = set(applied_steps(connection, form))
    if not applied and _has_tables(connection):
        raise DatabaseUnusable("database_foreign", file=path.name, folder=path.parent)
    if not applied.issubset(known):
        raise DatabaseUnusable("database_too_new", file=path.name)
    return known - applied


def _has_tables(connection: Connection) -> bool:
    found = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table')").fetchone()
    return bool(found[0])


def _back_up(connection: Connection, path: Path) -> None:
    """Copy the file as it is, with its key, before its form changes."""
    folder = path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise folder_failure(error, path) from error
    number = 1
    while (copy := folder / f"{path.stem}-{number:03d}.db").exists():
        number += 1
    connection.execute("VACUUM INTO ?", (str(copy),))
