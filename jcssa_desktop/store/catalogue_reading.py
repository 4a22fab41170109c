"""Everything that the catalogue knows: of one product, of all for matching, and in numbers."""

from collections import defaultdict
from datetime import date

from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product
from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, MatchEntry
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.domain.kev_records import SOURCE as KEV_SOURCE
from jcssa_desktop.domain.product_identity import is_of_series
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ProductKnowledge
from jcssa_desktop.domain.product_names import name_key
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.catalogue_labels import labels_of
from jcssa_desktop.store.concerning_statements import bound_family, concerning, identity_of, kev_of
from jcssa_desktop.store.driver import Connection


def knowledge(connection: Connection, product_id: str) -> ProductKnowledge:
    """Gather what is known of a product: its own facts and those of its whole family.

    Raises:
        NotFound: There is no such product.
    """
    product, its_maker, its_family = product_of(connection, product_id)
    return concerned(connection, product, its_maker, its_family)


def concerned(
    connection: Connection, product: Product, its_maker: Maker, its_family: FirmwareFamily | None
) -> ProductKnowledge:
    """Gather what concerns a product; where its family is not known, of the one that sources know on it."""
    advisories = concerning(connection, identity_of(connection, product, its_maker, its_family))
    if its_family is None and its_maker.maker_id:
        its_family = family(connection, bound_family(connection, its_maker.maker_id, advisories))
        if its_family is not None:
            product = replace(product, family_id=its_family.family_id)
            advisories = concerning(connection, identity_of(connection, product, its_maker, its_family))
    return gathered(connection, product, its_maker, its_family, advisories)


def product_of(connection: Connection, product_id: str) -> tuple[Product, Maker, FirmwareFamily | None]:
    """Give a product with its maker and its firmware family; raise NotFound if there is none."""
    row = connection.execute(
        f"SELECT {rows.PRODUCT} FROM product WHERE product_id = ?",  # noqa: S608 - constants
        (product_id,),
    ).fetchone()
    if row is None:
        raise NotFound("product_not_found", product=product_id)
    aliases = connection.execute(
        "SELECT alias FROM product_alias WHERE product_id = ?1"
        " UNION SELECT name FROM name_decision WHERE product_id = ?1 AND is_same = 1 ORDER BY alias",
        (product_id,),
    )
    product = rows.product(row, tuple(alias for (alias,) in aliases))
    return product, maker(connection, product.maker_id), family(connection, product.family_id)


def gathered(
    connection: Connection,
    product: Product,
    its_maker: Maker,
    its_family: FirmwareFamily | None,
    advisories: tuple[ConcerningAdvisory, ...],
) -> ProductKnowledge:
    """Put the dated facts of a product and of its family beside the statements about it."""
    concerned = (product.product_id, product.family_id)
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
    return ProductKnowledge(
        product=product,
        maker=its_maker,
        family=its_family,
        observations=tuple(rows.observation(one) for one in observations),
        lifecycle_dates=tuple(rows.lifecycle_date(one) for one in lifecycle_dates),
        advisories=advisories,
        kev=kev_of(connection, advisories),
        labels=labels_of(connection, product.product_id),
    )


def family_of_model(connection: Connection, name: str, maker_id: str = "") -> tuple[str, str]:
    """Name the maker and the family whose series a model belongs to, or that it is itself called by.

    "" stands for what cannot be told, or what several are called.
    """
    series = [
        one
        for one in map(
            rows.series,
            connection.execute(
                f"SELECT {rows.SERIES} FROM series WHERE ?1 = '' OR maker_id = ?1",  # noqa: S608 - constants
                (maker_id,),
            ).fetchall(),
        )
        if is_of_series(one, name)
    ]
    found = {(one.maker_id, one.family_id) for one in series} or set(
        connection.execute(
            "SELECT maker_id, family_id FROM family_alias"
            " WHERE alias_key IN (?1, ?2) AND (?3 = '' OR maker_id = ?3)",
            (search_key(name), name_key(name), maker_id),
        ).fetchall()
    )
    makers = {maker for maker, _ in found}
    families = {family for _, family in found if family}
    if len(makers) != 1:
        return maker_id, ""
    return makers.pop(), families.pop() if len(families) == 1 else ""


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
        " (SELECT count(*) FROM observation), (SELECT count(*) FROM source_record"
        " WHERE source <> ?), (SELECT count(*) FROM kev)",
        (KEV_SOURCE,),
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


def maker(connection: Connection, maker_id: str) -> Maker:
    """Give a maker with its spellings and pages."""
    name_ja, name_en, brands, scheme = connection.execute(
        "SELECT name_ja, name_en, brands, scheme FROM maker WHERE maker_id = ?", (maker_id,)
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
        rows.lines(brands),
        scheme,
    )


def family(connection: Connection, family_id: str) -> FirmwareFamily | None:
    """Give a firmware family with its names; None where there is none."""
    row = connection.execute(
        "SELECT family_id, maker_id, name, scheme, entitlement FROM family WHERE family_id = ?", (family_id,)
    ).fetchone()
    if row is None:
        return None
    aliases = connection.execute(
        "SELECT alias FROM family_alias WHERE family_id = ? ORDER BY alias_key", (family_id,)
    ).fetchall()
    return rows.family(row, tuple(alias for (alias,) in aliases if alias != row[2]))
