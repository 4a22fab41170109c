"""Statements that wait for a person, and what a person made of them."""

import msgspec

from jcssa_desktop.domain.settlement import Settlement, StatedWords, UnreadStatement, UnreadStatements
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.driver import Connection

_WORDS = "source, record_id, maker, name, stated"


def settle(connection: Connection, settlement: Settlement) -> None:
    """Keep a settlement; a later one of the same words takes its place."""
    words = settlement.words
    connection.execute(
        f"INSERT OR REPLACE INTO settlement ({_WORDS}, meaning) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - constants
        (
            words.source,
            words.record_id,
            words.maker,
            words.name,
            words.stated,
            msgspec.json.encode(settlement).decode(),
        ),
    )


def unread_statements(connection: Connection, limit: int) -> UnreadStatements:
    """Give statements that nobody could read or has settled, those that name what the catalogue has first."""
    settled = {
        StatedWords(*words)
        for words in connection.execute(f"SELECT {_WORDS} FROM settlement").fetchall()  # noqa: S608 - constants
    }
    found = connection.execute(
        "SELECT source_record.body, seen_on, file, statement.body, EXISTS ("
        " SELECT 1 FROM statement_name WHERE statement_name.statement_key = statement.statement_key AND ("
        " name_key IN (SELECT model_key FROM product) OR name_key IN (SELECT alias_key FROM product_alias)"
        " OR name_key IN (SELECT alias_key FROM family_alias))) AS is_ours"
        " FROM statement JOIN source_record USING (record_key)"
        " WHERE is_unread = 1 AND is_withdrawn = 0 ORDER BY is_ours DESC, statement_key"
    )
    total = 0
    first: list[UnreadStatement] = []
    for body, seen_on, file, text, is_ours in found:
        record, statement = rows.listed_advisory(body, seen_on), rows.statement(text)
        if StatedWords.of(record, statement) in settled:
            continue
        total += 1
        if len(first) < limit:
            first.append(UnreadStatement(record, statement, file, bool(is_ours)))
    return UnreadStatements(total, tuple(first))
