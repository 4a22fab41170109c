"""Which migrations a file has behind it, read without sqlite-utils, which wrote it down."""

from types import ModuleType

from jcssa_desktop.store.driver import Connection


def step_name(step: ModuleType) -> str:
    """Name a step by its module."""
    return step.__name__.rpartition(".")[2]


def applied_steps(connection: Connection, form: str) -> list[str]:
    """Return the names of the steps in the order of their application; none for a new or foreign file."""
    table = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    if not connection.execute(table).fetchone()[0]:
        return []
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (form,)
    )
    return [name for (name,) in rows]
