"""The tables of a catalogue without their search indexes, and the same rows put into them bare."""

import sqlite3

Rows = dict[str, list[tuple[object, ...]]]


def tables_of(source: sqlite3.Connection) -> tuple[list[str], Rows]:
    """Return what makes the tables, indexes and triggers anew, and the rows of each table."""
    tables = [
        table
        for (table,) in source.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\'"
        )
    ]
    schema = [
        sql
        for table, sql in source.execute(
            "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " ORDER BY type = 'trigger', type = 'index'"
        )
        if table in tables
    ]
    return schema, {table: source.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """Put the rows into the same tables, with the same indexes and triggers."""
    with connection:
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)
