import shutil
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest
import sqlite_utils.utils

from jcssa_desktop.domain.errors import DatabaseUnusable, StorageFailure
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.database import DatabaseFile
from jcssa_desktop.store.driver import DriverError, connect
from jcssa_desktop.store.failures import DatabaseKey
from jcssa_desktop.store.migrations.catalogue import (
    m0001_first_tables,
    m0002_statements,
    m0003_labels,
    m0004_search,
    m0005_names,
)
from tests.store.records import NOON, RAW_KEY, Key, a_disclosure


def a_step(name: str, *statements: str) -> ModuleType:
    step = ModuleType(f"steps.{name}")
    step.STATEMENTS = statements  # type: ignore[attr-defined]
    return step


FIRST = a_step("m0001_first", "CREATE TABLE maker (name TEXT NOT NULL) STRICT")
SECOND = a_step("m0002_second", "ALTER TABLE maker ADD COLUMN kana TEXT NOT NULL DEFAULT ''")
BROKEN = a_step(
    "m0002_second",
    "ALTER TABLE maker ADD COLUMN kana TEXT",
    "INSERT INTO maker VALUES ('half', '')",
    "CREATE TABLE maker (name TEXT)",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.db"


def opened(path: Path, *steps: ModuleType, key: DatabaseKey | None = None) -> DatabaseFile:
    return DatabaseFile(path, "catalogue", steps, key=key)


def filled(path: Path, *steps: ModuleType, key: DatabaseKey | None = None) -> None:
    database = opened(path, *steps, key=key)
    with database.writing() as connection:
        connection.execute("INSERT INTO maker (name) VALUES ('見本電機')")
    database.close()


def rows(database: DatabaseFile) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return connection.execute("SELECT * FROM maker").fetchall()


def schema(database: DatabaseFile) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_sqlite_utils_uses_sqlcipher() -> None:
    assert sqlite_utils.utils.sqlite3 is sys.modules["sqlcipher3"]


def test_a_migrated_file_keeps_its_rows_and_has_the_form_of_a_fresh_one(tmp_path: Path, path: Path) -> None:
    filled(path, FIRST)
    migrated = opened(path, FIRST, SECOND)
    fresh = opened(tmp_path / "fresh.db", FIRST, SECOND)
    assert rows(migrated) == [("見本電機", "")]
    assert schema(migrated) == schema(fresh)
    migrated.close()
    fresh.close()


@pytest.mark.parametrize("key", [None, RAW_KEY, Key("passphrase", "合言葉はこちらです")])
def test_before_a_migration_the_file_is_copied_with_its_key(path: Path, key: Key | None) -> None:
    filled(path, FIRST, key=key)
    opened(path, FIRST, SECOND, key=key).close()
    (copy,) = (path.parent / "backups").iterdir()
    if key:
        assert not copy.read_bytes().startswith(b"SQLite format 3")
    restored = opened(copy, FIRST, key=key)
    assert rows(restored) == [("見本電機",)]
    restored.close()


def test_without_a_copy_nothing_is_migrated(path: Path) -> None:
    filled(path, FIRST)
    (path.parent / "backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageFailure):
        opened(path, FIRST, SECOND)
    database = opened(path, FIRST)
    assert rows(database) == [("見本電機",)]
    database.close()


def test_a_new_file_needs_no_copy(path: Path) -> None:
    opened(path, FIRST, SECOND).close()
    assert not (path.parent / "backups").exists()


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    filled(path, FIRST)
    with pytest.raises(DriverError):
        opened(path, FIRST, BROKEN)
    database = opened(path, FIRST)
    assert rows(database) == [("見本電機",)]
    database.close()


def test_a_first_start_that_fails_leaves_nothing_half_made(path: Path) -> None:
    with pytest.raises(DriverError):
        opened(path, FIRST, BROKEN)
    database = opened(path, FIRST)
    assert rows(database) == []
    database.close()


def test_a_newer_database_is_refused(path: Path) -> None:
    filled(path, FIRST, SECOND)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusable) as failure:
        opened(path, FIRST)
    assert (failure.value.problem, failure.value.file) == ("database_too_new", "catalogue.db")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>404</body></html>" * 50, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_what_is_no_database_is_refused_and_an_empty_file_begins_one(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    if not content:
        opened(path, FIRST).close()
        return
    with pytest.raises(DatabaseUnusable) as failure:
        opened(path, FIRST)
    assert failure.value.problem == "database_damaged"
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = connect(str(path), timeout=1)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()
    with pytest.raises(DatabaseUnusable) as failure:
        opened(path, FIRST)
    assert failure.value.problem == "database_foreign"


def test_an_archive_is_no_catalogue(tmp_path: Path, path: Path) -> None:
    CatalogueStore(path).close()
    with pytest.raises(DatabaseUnusable):
        ArchiveStore(path, RAW_KEY)
    archive = tmp_path / "archive.db"
    ArchiveStore(archive, RAW_KEY).close()
    with pytest.raises(DatabaseUnusable) as failure:
        CatalogueStore(archive)
    assert failure.value.problem == "database_damaged"


def test_a_truncated_catalogue_is_refused(path: Path) -> None:
    CatalogueStore(path).close()
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(DatabaseUnusable) as failure:
        CatalogueStore(path).search("60f")
    assert failure.value.problem == "database_damaged"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageFailure) as failure:
        CatalogueStore(tmp_path / "missing" / "catalogue.db")
    assert failure.value.problem == "folder_missing"
    assert failure.value.values["folder"] == str(tmp_path / "missing")


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(DatabaseUnusable) as failure:
        CatalogueStore(path)
    assert failure.value.problem == "database_not_a_file"


def test_a_file_held_by_another_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jcssa_desktop.store.database._PATIENCE", 0.05)
    database = opened(path, FIRST)
    other = connect(str(path), timeout=0)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseUnusable) as failure, database.writing():
        pass
    assert failure.value.problem == "database_locked"
    other.close()
    with database.writing() as connection:
        connection.execute("INSERT INTO maker VALUES ('見本電機')")
    database.close()


def test_readers_go_on_while_a_writer_works(path: Path) -> None:
    filled(path, FIRST)
    database = opened(path, FIRST)
    seen: list[list[tuple[object, ...]]] = []
    with database.writing() as connection:
        connection.execute("INSERT INTO maker VALUES ('見本通信')")
        reader = threading.Thread(target=lambda: seen.append(rows(database)))
        reader.start()
        reader.join()
    assert seen == [[("見本電機",)]]
    assert len(rows(database)) == 2
    database.close()


def test_an_exception_undoes_everything(path: Path) -> None:
    database = opened(path, FIRST)

    def fail_half_way() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO maker VALUES ('見本電機')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert rows(database) == []
    database.close()


def test_threads_that_come_and_go_leave_no_file_open(path: Path) -> None:
    database = opened(path, FIRST)
    for _ in range(30):
        thread = threading.Thread(target=rows, args=(database,))
        thread.start()
        thread.join()
    database.close()
    shutil.rmtree(path.parent)


def test_a_closed_store_can_be_closed_again(path: Path) -> None:
    database = opened(path, FIRST)
    database.close()
    database.close()


def test_where_shared_memory_is_not_to_be_had_the_rollback_journal_serves(path: Path) -> None:
    """SQLite's dot-file locking stands in for a network folder: it has no shared memory either."""
    database = opened(Path(f"file:{path}?vfs=unix-dotfile"), FIRST)
    with database.writing() as connection:
        connection.execute("INSERT INTO maker VALUES ('見本電機')")
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert rows(database) == [("見本電機",)]
    database.close()


def test_every_table_is_strict(path: Path, tmp_path: Path) -> None:
    CatalogueStore(path).close()
    archive_path = tmp_path / "archive.db"
    archive = ArchiveStore(archive_path, RAW_KEY)
    archive.save_draft(a_disclosure(), NOON)
    archive.close()
    for one, key in ((path, None), (archive_path, RAW_KEY)):
        connection = connect(str(one), timeout=1)
        if key:
            connection.execute(f"PRAGMA key = \"x'{key.value}'\"")
        tables = connection.execute(
            "SELECT name FROM pragma_table_list"
            " WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        connection.close()
        assert {name for (name,) in tables} <= {"_sqlite_migrations"}


def test_a_step_is_known_by_the_name_of_its_module(path: Path) -> None:
    CatalogueStore(path).close()
    connection = connect(str(path), timeout=1)
    applied = connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    connection.close()
    steps = (m0001_first_tables, m0002_statements, m0003_labels, m0004_search, m0005_names)
    assert applied == [("catalogue", step.__name__.rpartition(".")[2]) for step in steps]
