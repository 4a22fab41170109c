"""What sources state about one product: one join over its folded names."""

from collections.abc import Iterable, Sequence

import msgspec

from jcssa_desktop.domain.catalogue import FirmwareFamily, Kev, Maker, Product
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.listed_advisory import ListedAdvisory
from jcssa_desktop.domain.product_identity import Identity, confidence, identity
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement
from jcssa_desktop.domain.product_names import name_keys
from jcssa_desktop.domain.settlement import Settlement, StatedWords
from jcssa_desktop.store import catalogue_rows as rows
from jcssa_desktop.store.driver import Connection

_SETTLEMENT = msgspec.json.Decoder(Settlement)


def identity_of(
    connection: Connection, product: Product, maker: Maker, family: FirmwareFamily | None
) -> Identity:
    """Gather the names by which statements may be about a product."""
    series = tuple(
        rows.series(one)
        for one in connection.execute(
            f"SELECT {rows.SERIES} FROM series WHERE maker_id = ? ORDER BY series_id",  # noqa: S608 - constants
            (maker.maker_id,),
        )
    )
    others = _other_families(connection, maker.maker_id, family.family_id) if family else ()
    return identity(product, maker, family, series, others)


def bound_family(connection: Connection, maker_id: str, advisories: Iterable[ConcerningAdvisory]) -> str:
    """Name the one family of a maker that sources know on this very device; "" for none or several."""
    named = {
        key
        for one in advisories
        for held in one.statements
        if held.confidence is Confidence.EXACT and held.statement.about.hardware
        for key in name_keys(held.statement.about.name, held.statement.about.maker)
    }
    marks = ", ".join("?" * len(named))
    found = connection.execute(
        "SELECT DISTINCT family_id FROM family JOIN family_alias USING (family_id)"  # noqa: S608 - marks
        f" WHERE family.maker_id = ? AND is_listed = 0 AND alias_key IN ({marks})",
        (maker_id, *sorted(named)),
    ).fetchall()
    return str(found[0][0]) if len(found) == 1 else ""


def concerning(connection: Connection, names: Identity) -> tuple[ConcerningAdvisory, ...]:
    """Gather the statements that are about the product of these names, by source and record.

    The order is the same whichever file was imported first.
    Records that their source took back are among them: they are told as such, and decide nothing.
    """
    keys = sorted(names.keys)
    marks = ", ".join("?" * len(keys))
    found = connection.execute(
        "SELECT record_key, source_record.body, seen_on, file, statement.body,"  # noqa: S608 - marks
        " EXISTS (SELECT 1 FROM settlement WHERE settlement.source = source_record.source"
        " AND settlement.record_id = source_record.record_id)"
        " FROM statement JOIN source_record USING (record_key)"
        f" WHERE statement_key IN (SELECT statement_key FROM statement_name WHERE name_key IN ({marks}))"
        " ORDER BY source, record_id, statement_key",
        keys,
    ).fetchall()
    records: dict[int, tuple[ListedAdvisory, str]] = {}
    held: dict[int, list[ConcerningStatement]] = {}
    settled: dict[StatedWords, Settlement] = {}
    for record_key, body, seen_on, file, text, is_settled in found:
        statement = rows.statement(text)
        sure = confidence(names, statement.about)
        if sure is None:
            continue
        if record_key not in records:
            records[record_key] = (rows.listed_advisory(body, seen_on), file)
            if is_settled:
                settled |= _settlements(connection, records[record_key][0])
        settlement = settled.get(StatedWords.of(records[record_key][0], statement))
        if settlement is None:
            one = ConcerningStatement(statement, sure)
        elif settlement.not_ours:
            continue
        else:
            one = ConcerningStatement(settlement.applied_to(statement), sure, settlement.by)
        held.setdefault(record_key, []).append(one)
    return tuple(ConcerningAdvisory(*records[key][:1], tuple(held[key]), records[key][1]) for key in held)


def kev_of(connection: Connection, advisories: Iterable[ConcerningAdvisory]) -> tuple[Kev, ...]:
    """Give the entries of CISA's catalogue that any number of these records has."""
    numbers = sorted(
        {
            number.strip().upper()
            for one in advisories
            for held in one.statements
            for number in (one.record.record_id, *one.record.ids, *held.statement.cves)
        }
    )
    if not numbers:
        return ()
    found = connection.execute(
        f"SELECT {rows.KEV} FROM kev WHERE cve IN ({', '.join('?' * len(numbers))}) ORDER BY cve",  # noqa: S608 - marks
        numbers,
    ).fetchall()
    return tuple(rows.kev(one) for one in found)


def _settlements(connection: Connection, record: ListedAdvisory) -> dict[StatedWords, Settlement]:
    found = connection.execute(
        "SELECT meaning FROM settlement WHERE source = ? AND record_id = ?",
        (record.source, record.record_id),
    ).fetchall()
    settlements: Sequence[Settlement] = [_SETTLEMENT.decode(meaning) for (meaning,) in found]
    return {one.words: one for one in settlements}


def _other_families(connection: Connection, maker_id: str, own: str) -> tuple[FirmwareFamily, ...]:
    names: dict[tuple[str, str], list[str]] = {}
    for family_id, name, alias in connection.execute(
        "SELECT family_id, name, alias FROM family JOIN family_alias USING (family_id)"
        " WHERE family.maker_id = ? AND family_id <> ? AND is_listed = 0",
        (maker_id, own),
    ):
        names.setdefault((family_id, name), []).append(alias)
    return tuple(
        FirmwareFamily(family_id, maker_id, name, aliases=tuple(aliases))
        for (family_id, name), aliases in names.items()
    )
