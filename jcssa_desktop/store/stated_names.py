"""Names in sources that no product goes by, and what persons decided of them."""

from datetime import date

from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.domain.near_name import NameDecision, StatedName
from jcssa_desktop.domain.product_names import name_key
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.driver import Connection


def names_of_no_product(connection: Connection) -> tuple[StatedName, ...]:
    """Give every name that statements use and the catalogue does not know, each as one record writes it."""
    found = connection.execute(
        "SELECT name_key, source, record_id, statement.body FROM ("
        " SELECT name_key, min(statement_key) AS statement_key FROM statement_name"
        " WHERE name_key NOT IN (SELECT model_key FROM product)"
        " AND name_key NOT IN (SELECT part_key FROM product)"
        " AND name_key NOT IN (SELECT alias_key FROM product_alias)"
        " AND name_key NOT IN (SELECT alias_key FROM family_alias) GROUP BY name_key)"
        " JOIN statement USING (statement_key) JOIN source_record USING (record_key)"
        " WHERE is_withdrawn = 0 ORDER BY name_key"
    )
    stated = ((key, source, record_id, rows.statement(body).about) for key, source, record_id, body in found)
    return tuple(
        StatedName(key, about.maker, name, source, record_id)
        for key, source, record_id, about in stated
        if (name := _spelt(about, key))
    )


def _spelt(about: NamedProduct, key: str) -> str:
    """Give the name of a firmware or a device that has this key; "" where it stands in a list of several."""
    return next((name for name in (about.name, *about.hardware) if name_key(name, about.maker) == key), "")


def decide(connection: Connection, decision: NameDecision) -> None:
    """Keep a decision; a later one of the same name and product takes its place."""
    connection.execute(
        "INSERT OR REPLACE INTO name_decision VALUES (?, ?, ?, ?, ?, ?)",
        (
            decision.product_id,
            decision.maker,
            decision.name,
            int(decision.is_same),
            decision.by,
            decision.on.isoformat(),
        ),
    )


def take_back(connection: Connection, decision: NameDecision) -> None:
    """Forget a decision: the name is offered again."""
    connection.execute(
        "DELETE FROM name_decision WHERE product_id = ? AND maker = ? AND name = ?",
        (decision.product_id, decision.maker, decision.name),
    )


def decisions(connection: Connection) -> tuple[NameDecision, ...]:
    """Give what was decided, the latest first."""
    found = connection.execute(
        "SELECT product_id, coalesce(model, product_id), maker, name, is_same, decided_by, decided_on"
        " FROM name_decision LEFT JOIN product USING (product_id) ORDER BY decided_on DESC, maker, name"
    )
    return tuple(
        NameDecision(product_id, model, maker, name, bool(is_same), by, date.fromisoformat(on))
        for product_id, model, maker, name, is_same, by, on in found
    )
