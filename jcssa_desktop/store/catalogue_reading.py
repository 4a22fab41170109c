"""Everything that the catalogue knows: of one product, of all for matching, and in numbers."""

from collections import defaultdict
from datetime import date

from jcssa_desktop.domain.catalogue import Advisory, FirmwareFamily, Kev, Maker, ProductKnowledge
from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, MatchEntry
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.catalogue_labels import labels_of
from jcssa_desktop.store.driver import Connection


def knowledge(connection: Connection, product_id: str) -> ProductKnowledge:
    """Gather what is known of a product: its own facts and those of its whole family.

    Raises:
        NotFound: There is no such product.
    """
    row = connection.execute(
        f"SELECT {rows.PRODUCT} FROM product WHERE product_id = ?",  # noqa: S608 - constants
        (product_id,),
    ).fetchone()
    if row is None:
        raise NotFound("product_not_found", product=product_id)
    aliases = connection.execute(
        "SELECT alias FROM product_alias WHERE product_id = ? ORDER BY alias_key", (product_id,)
    )
    product = rows.product(row, tuple(alias for (alias,) in aliases))
    concerned = (product_id, product.family_id)
    observations = connection.execute(
        f"SELECT {rows.OBSERVATION} FROM observation"  # noqa: S608 - constants
        " WHERE product_id = ? OR (product_id IS NULL AND family_id = ?)"
        " ORDER BY observed_on, observation_key",
        concerned,
    ).fetchall()
    lifecycle_dates = connection.execute(
        f"SELECT {rows.LIFECYCLE_DATE} FROM lifecycle_date"  # noqa: S608 - constants
        " WHERE product_id = ? OR family_id = ? ORDER BY kind, train, source",
        concerned,
    ).fetchall()
    advisories = _advisories(connection, product_id, product.family_id)
    return ProductKnowledge(
        product=product,
        maker=_maker(connection, product.maker_id),
        family=_family(connection, product.family_id),
        observations=tuple(rows.observation(one) for one in observations),
        lifecycle_dates=tuple(rows.lifecycle_date(one) for one in lifecycle_dates),
        advisories=advisories,
        kev=_kev(connection, advisories),
        labels=labels_of(connection, product_id),
    )


def match_entries(connection: Connection) -> tuple[MatchEntry, ...]:
    """Give the names of every product, in the order of their identifiers."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for maker_id, alias in connection.execute(
        "SELECT maker_id, alias FROM maker_alias ORDER BY maker_id, alias_key"
    ):
        spellings[maker_id].append(alias)
    maker_aliases = {maker_id: tuple(names) for maker_id, names in spellings.items()}
    aliases: dict[str, list[str]] = defaultdict(list)
    for product_id, alias in connection.execute(
        "SELECT product_id, alias FROM product_alias ORDER BY product_id, alias_key"
    ):
        aliases[product_id].append(alias)
    return tuple(
        MatchEntry(
            product_id, maker, maker_aliases.get(maker_id, ()), model, part_number, tuple(aliases[product_id])
        )
        for product_id, maker_id, maker, model, part_number in connection.execute(
            "SELECT product_id, maker_id, name_ja, model, part_number"
            " FROM product JOIN maker USING (maker_id) ORDER BY product_id"
        ).fetchall()
    )


def counts(connection: Connection) -> CatalogueCounts:
    """Count what is there."""
    makers, products, families, observations, advisories, kev = connection.execute(
        "SELECT (SELECT count(*) FROM maker), (SELECT count(*) FROM product), (SELECT count(*) FROM family),"
        " (SELECT count(*) FROM observation), (SELECT count(*) FROM advisory), (SELECT count(*) FROM kev)"
    ).fetchone()
    newest = connection.execute(
        "SELECT max(day) FROM ("
        " SELECT max(observed_on) AS day FROM observation"
        " UNION ALL SELECT max(added) FROM kev"
        " UNION ALL SELECT max(replace(catalogue_version, '.', '-')) FROM kev"
        " WHERE catalogue_version GLOB '[0-9][0-9][0-9][0-9].[0-9][0-9].[0-9][0-9]')"
    ).fetchone()[0]
    return CatalogueCounts(
        makers,
        products,
        families,
        observations,
        advisories,
        kev,
        date.fromisoformat(newest) if newest else None,
    )


def _maker(connection: Connection, maker_id: str) -> Maker:
    name_ja, name_en = connection.execute(
        "SELECT name_ja, name_en FROM maker WHERE maker_id = ?", (maker_id,)
    ).fetchone()
    aliases = connection.execute(
        "SELECT alias FROM maker_alias WHERE maker_id = ? ORDER BY alias_key", (maker_id,)
    ).fetchall()
    sources = connection.execute(
        f"SELECT {rows.SOURCE} FROM information_source WHERE maker_id = ? ORDER BY rowid",  # noqa: S608 - constants
        (maker_id,),
    ).fetchall()
    return Maker(
        maker_id,
        name_ja,
        name_en,
        tuple(alias for (alias,) in aliases if alias not in {name_ja, name_en}),
        tuple(rows.information_source(one) for one in sources),
    )


def _family(connection: Connection, family_id: str) -> FirmwareFamily | None:
    row = connection.execute(
        "SELECT family_id, maker_id, name, scheme, entitlement FROM family WHERE family_id = ?", (family_id,)
    ).fetchone()
    if row is None:
        return None
    aliases = connection.execute(
        "SELECT alias FROM family_alias WHERE family_id = ? ORDER BY alias_key", (family_id,)
    ).fetchall()
    return rows.family(row, tuple(alias for (alias,) in aliases if alias != row[2]))


def _advisories(connection: Connection, product_id: str, family_id: str) -> tuple[Advisory, ...]:
    found = connection.execute(
        f"SELECT {rows.ADVISORY} FROM advisory WHERE (advisory_id, source) IN ("  # noqa: S608 - constants
        " SELECT advisory_id, source FROM affected"
        " WHERE product_id = ? OR (product_id IS NULL AND family_id = ?))"
        " ORDER BY advisory_id, source",
        (product_id, family_id),
    ).fetchall()
    return tuple(rows.advisory(one) for one in found)


def _kev(connection: Connection, advisories: tuple[Advisory, ...]) -> tuple[Kev, ...]:
    numbers = sorted({number for one in advisories for number in (one.advisory_id, *one.ids)})
    found = connection.execute(
        f"SELECT {rows.KEV} FROM kev WHERE cve IN ({', '.join('?' * len(numbers))}) ORDER BY cve",  # noqa: S608 - marks
        numbers,
    ).fetchall()
    return tuple(rows.kev(one) for one in found)
