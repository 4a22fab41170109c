"""What persons decided of names in sources that look like those of our products."""

from jcssa_desktop.store.driver import Database

_STATEMENTS = (
    """
    CREATE TABLE name_decision (
        product_id TEXT NOT NULL,
        maker TEXT NOT NULL,
        name TEXT NOT NULL,
        is_same INTEGER NOT NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        PRIMARY KEY (product_id, maker, name)
    ) STRICT, WITHOUT ROWID
    """,
)


def apply(database: Database) -> None:
    """Make the table."""
    for statement in _STATEMENTS:
        database.execute(statement)
