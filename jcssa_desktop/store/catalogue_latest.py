"""The newest version as seen of each product and family, kept so that a list of products shows it at once."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from jcssa_desktop.domain.catalogue import (
    FirmwareFamily,
    FirmwareObservation,
    Maker,
    Product,
)
from jcssa_desktop.domain.facts import latest_version
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.store.catalogue_rows import OBSERVATION, observation
from jcssa_desktop.store.driver import Connection


def refresh_latest(connection: Connection) -> None:
    """Work out anew what was observed since the last call; observations are only ever added."""
    until = connection.execute("SELECT observation_key FROM latest_until").fetchone()[0]
    last = connection.execute("SELECT coalesce(max(observation_key), 0) FROM observation").fetchone()[0]
    if last == until:
        return
    connection.executemany(
        "INSERT OR REPLACE INTO family_latest (version, family_id) VALUES (?, ?)",
        list(_of_families(connection, until)),
    )
    connection.executemany(
        "UPDATE product SET latest = ? WHERE product_id = ?", list(_of_products(connection, until))
    )
    connection.execute("UPDATE latest_until SET observation_key = ?", (last,))


def _of_families(connection: Connection, until: int) -> Iterator[tuple[str, str]]:
    """Give version and identifier of each family that was observed after `until`."""
    seen = connection.execute(
        f"SELECT family_id, scheme, {OBSERVATION} FROM family JOIN observation USING (family_id)"  # noqa: S608 - constants
        " WHERE product_id IS NULL AND family_id IN"
        " (SELECT family_id FROM observation WHERE observation_key > ? AND product_id IS NULL)"
        " ORDER BY family_id, observed_on, observation_key",
        (until,),
    )
    for (family_id, scheme), rows in groupby(seen, key=lambda row: row[:2]):
        yield _newest(family_id, scheme, [observation(row[2:]) for row in rows]), family_id


def _of_products(connection: Connection, until: int) -> Iterator[tuple[str, str]]:
    """Give version and identifier of each product that was observed itself, if anything was after `until`.

    A product of which nothing was seen but of its family shows the family's version.
    """
    seen = connection.execute(
        f"SELECT product.product_id, product.family_id, scheme, {_OF_SEEN}"  # noqa: S608 - constants
        " FROM product LEFT JOIN family ON family.family_id = product.family_id"
        " JOIN observation AS seen ON seen.product_id = product.product_id"
        " OR (seen.product_id IS NULL AND seen.family_id = product.family_id)"
        " WHERE product.product_id IN (SELECT product_id FROM observation WHERE observation_key > ?"
        " UNION SELECT own.product_id FROM observation AS said JOIN product AS member"
        " ON member.family_id = said.family_id JOIN observation AS own ON own.product_id = member.product_id"
        " WHERE said.observation_key > ? AND said.product_id IS NULL)"
        " ORDER BY product.product_id, seen.observed_on, seen.observation_key",
        (until, until),
    )
    for (product_id, family_id, scheme), rows in groupby(seen, key=lambda row: row[:3]):
        yield _newest(family_id, scheme, [observation(row[3:]) for row in rows], product_id), product_id


_OF_SEEN = ", ".join(f"seen.{column.strip()}" for column in OBSERVATION.split(","))


def _newest(
    family_id: str | None, scheme: str | None, seen: list[FirmwareObservation], product_id: str = ""
) -> str:
    family = FirmwareFamily(family_id, "", "", scheme) if family_id and scheme else None
    known = ProductKnowledge(Product(product_id, "", ""), Maker("", "", ""), family, observations=tuple(seen))
    newest, _ = latest_version(known, "", date.max)
    return newest.version if newest else ""
