"""Statements that wait for a person, and what a person made of them."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from jcssa_desktop.domain.firmware_version import listing_key
from jcssa_desktop.domain.held_findings import scheme_for
from jcssa_desktop.domain.listed_advisory import Statement
from jcssa_desktop.domain.product_identity import confidence, keys_of
from jcssa_desktop.domain.settlement import (
    Settlement,
    StatedWords,
    Subject,
    UnreadStatement,
    UnreadStatements,
)
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.catalogue_reading import product_of
from jcssa_desktop.store.concerning_statements import identity_of
from jcssa_desktop.store.driver import Connection

_WORDS = "source, record_id, maker, name, stated"
_SETTLEMENT = msgspec.json.Decoder(Settlement)


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


def take_back(connection: Connection, words: StatedWords) -> None:
    """Forget how these words were settled: they wait for a person again."""
    connection.execute(
        "DELETE FROM settlement WHERE source = ? AND record_id = ? AND maker = ? AND name = ? AND stated = ?",
        (words.source, words.record_id, words.maker, words.name, words.stated),
    )


def settlements(connection: Connection) -> tuple[Settlement, ...]:
    """Give what was settled, the latest first."""
    found = [_SETTLEMENT.decode(text) for (text,) in connection.execute("SELECT meaning FROM settlement")]
    return tuple(sorted(found, key=lambda one: (one.on, one.words.record_id), reverse=True))


def unread_statements(connection: Connection, limit: int) -> UnreadStatements:
    """Give statements that nobody could read or has settled, those that name what the catalogue has first."""
    settled = set(_settled_keys(connection))
    (total,) = connection.execute(
        "SELECT count(*) FROM statement JOIN source_record USING (record_key)"
        " WHERE is_unread = 1 AND is_withdrawn = 0"
    ).fetchone()
    found = connection.execute(
        "SELECT statement_key, source_record.body, seen_on, file, statement.body, EXISTS ("
        " SELECT 1 FROM statement_name WHERE statement_name.statement_key = statement.statement_key AND ("
        " name_key IN (SELECT model_key FROM product) OR name_key IN (SELECT alias_key FROM product_alias)"
        " OR name_key IN (SELECT alias_key FROM family_alias))) AS is_ours"
        " FROM statement JOIN source_record USING (record_key)"
        " WHERE is_unread = 1 AND is_withdrawn = 0 ORDER BY is_ours DESC, statement_key LIMIT ?",
        (limit + len(settled),),
    )
    first = [
        UnreadStatement(rows.listed_advisory(body, seen_on), rows.statement(text), file, bool(is_ours))
        for key, body, seen_on, file, text, is_ours in found
        if key not in settled
    ]
    return UnreadStatements(total - len(settled), tuple(first[:limit]))


def unread_of(connection: Connection, words: StatedWords) -> UnreadStatement | None:
    """Give the statement with these words, settled or not; None where the catalogue has it no more."""
    found = connection.execute(
        "SELECT source_record.body, seen_on, file, statement.body"
        " FROM statement JOIN source_record USING (record_key)"
        " WHERE source = ? AND record_id = ? AND is_unread = 1 ORDER BY statement_key",
        (words.source, words.record_id),
    ).fetchall()
    for body, seen_on, file, text in found:
        record, statement = rows.listed_advisory(body, seen_on), rows.statement(text)
        if StatedWords.of(record, statement) == words:
            return UnreadStatement(record, statement, file, is_ours=True)
    return None


def subjects(connection: Connection, statement: Statement) -> tuple[Subject, ...]:
    """Give what a statement is about in the catalogue, with the versions that were observed of it."""
    found: list[Subject] = []
    covered: set[str] = set()
    for products in _families(connection, statement).values():
        # The products of a family bear its names alike: one stands for all.
        one = _subject(connection, statement, next(iter(products)))
        if one is not None:
            found.append(replace(one, products=tuple(products.values())))
            covered |= products.keys()
    for product_id in _devices(connection, statement):
        one = None if product_id in covered else _subject(connection, statement, product_id)
        if one is not None:
            found.append(one)
    return tuple(found)


def _subject(connection: Connection, statement: Statement, product_id: str) -> Subject | None:
    """Give a product, under the name of its family, with its versions; None where it is not meant."""
    product, maker, family = product_of(connection, product_id)
    if confidence(identity_of(connection, product, maker, family), statement.about) is None:
        return None
    scheme = scheme_for(family, maker)
    seen = connection.execute(
        "SELECT DISTINCT version FROM observation WHERE version <> '' AND (product_id = ?1"
        " OR (product_id IS NULL AND family_id = ?2))",
        (product.product_id, product.family_id),
    )
    versions = sorted((one for (one,) in seen), key=lambda one: listing_key(scheme, one))
    return Subject(family.name if family else product.model, (product.model,), scheme, tuple(versions))


def _families(connection: Connection, statement: Statement) -> dict[str, dict[str, str]]:
    """Find the families that a statement names, each with the models of its products by their identifiers."""
    keys = sorted(keys_of(statement.about))
    found: dict[str, dict[str, str]] = {}
    for family_id, product_id, model in connection.execute(
        "SELECT family_id, product_id, model FROM product WHERE family_id IN"  # noqa: S608 - marks
        f" (SELECT family_id FROM family_alias WHERE alias_key IN ({', '.join('?' * len(keys))}))"
        " ORDER BY family_id, product_id",
        keys,
    ):
        found.setdefault(family_id, {})[product_id] = model
    return found


def _devices(connection: Connection, statement: Statement) -> list[str]:
    """Find the products that a statement may name themselves."""
    keys = sorted(keys_of(statement.about))
    marks = ", ".join("?" * len(keys))
    found = connection.execute(
        f"SELECT product_id FROM product WHERE model_key IN ({marks})"  # noqa: S608 - marks
        f" UNION SELECT product_id FROM product WHERE part_key <> '' AND part_key IN ({marks})"
        f" UNION SELECT product_id FROM product_alias WHERE alias_key IN ({marks}) ORDER BY product_id",
        keys * 3,
    )
    return [product_id for (product_id,) in found]


def _settled_keys(connection: Connection) -> Iterator[int]:
    """Give the statements that wait no more, found by the records that anything was settled of."""
    settled = {
        StatedWords(*words)
        for words in connection.execute(f"SELECT {_WORDS} FROM settlement").fetchall()  # noqa: S608 - constants
    }
    for source, record_id in sorted({(one.source, one.record_id) for one in settled}):
        for key, body, seen_on, text in connection.execute(
            "SELECT statement_key, source_record.body, seen_on, statement.body"
            " FROM statement JOIN source_record USING (record_key)"
            " WHERE source = ? AND record_id = ? AND is_unread = 1 AND is_withdrawn = 0",
            (source, record_id),
        ).fetchall():
            record, statement = rows.listed_advisory(body, seen_on), rows.statement(text)
            if StatedWords.of(record, statement) in settled:
                yield key
