"""The tables of a catalogue without their search indexes, and the same rows put into them bare."""

import sqlite3

Rows = dict[str, list[tuple[object, ...]]]


def tables_of(source: sqlite3.Connection) -> tuple[list[str], Rows]:
    """Return what makes the tables, indexes and triggers anew, and the rows of each table."""
    schema = [
        sql
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' AND name NOT LIKE '%search\\_%' ESCAPE '\\'"
            " ORDER BY type = 'trigger', type = 'index'"
        )
    ]
    tables = [
        table
        for (table,) in source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
            " AND name NOT LIKE '%search%' AND name NOT LIKE '%fts%'"
            " AND name NOT LIKE '\\_%' ESCAPE '\\'"
        )
    ]
    return schema, {table: source.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """Put the rows into the same tables, with the same indexes and triggers."""
    with connection:
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)
