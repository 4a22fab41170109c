"""Keeping the search in step with the products; triggers would make a bulk load ten times slower."""

from collections.abc import Sequence

from jcssa_desktop.store.driver import Connection

_INDEXES = (("product_search", "search_text", 1), ("product_word", "word_text", 2))


def index_products(connection: Connection, last: int, before: Sequence[tuple[int, str, str]]) -> None:
    """Index the products after the key `last`, and anew those that changed.

    `before` has key, search text and word text of each changed product as they were: only with them does FTS5
    find what to take out.
    """
    for table, column, place in _INDEXES:
        connection.executemany(
            f"INSERT INTO {table} ({table}, rowid, {column}) VALUES ('delete', ?, ?)",  # noqa: S608 - constants
            [(one[0], one[place]) for one in before],
        )
        added = f"INSERT INTO {table} (rowid, {column}) SELECT product_key, {column} FROM product"  # noqa: S608 - as above
        connection.executemany(f"{added} WHERE product_key = ?", [(key,) for key, *_ in before])
        connection.execute(f"{added} WHERE product_key > ? ORDER BY product_key", (last,))
