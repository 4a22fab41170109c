"""Observations, lifecycle dates and KEV entries: added, or replaced by what was seen later."""

from collections.abc import Callable

from msgspec import Struct

from jcssa_desktop.domain.catalogue import FirmwareObservation, Kev
from jcssa_desktop.domain.lifecycle import LifecycleDate
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

Row = tuple[str | int | None, ...]

_ADD_OBSERVATION = (
    "INSERT INTO observation (family_id, product_id, version, state, observed_on, source, source_url, train,"
    " released_on, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)


class _FactTable(Struct, frozen=True):
    """A table whose rows are replaced by what was seen later: the first `keys` columns name the fact."""

    name: str
    columns: tuple[str, ...]
    keys: int
    seen: int


_LIFECYCLE = _FactTable(
    "lifecycle_date",
    ("kind", "product_id", "family_id", "train", "source", "ends", "source_url", "seen_on"),
    keys=5,
    seen=7,
)
_KEV = _FactTable(
    "kev",
    (
        "cve",
        "vendor",
        "product",
        "name",
        "added",
        "due",
        "ransomware",
        "description",
        "catalogue_version",
    ),
    keys=1,
    seen=8,
)


class Facts:
    """Writes the facts of a batch; `family` and `product` give the catalogue's identifier or None."""

    def __init__(
        self,
        connection: Connection,
        family: Callable[[str], str | None],
        product: Callable[[str], str | None],
        tally: Tally,
    ) -> None:
        self._connection = connection
        self._family = family
        self._product = product
        self._tally = tally

    def put_observations(self, observations: tuple[FirmwareObservation, ...]) -> None:
        """Add what was observed; the same fact twice is one."""
        for one in observations:
            known = self._known(one.family_id, one.product_id)
            if known is None:
                continue
            added = self._connection.execute(
                _ADD_OBSERVATION,
                (
                    *known,
                    one.version,
                    one.state.value,
                    one.observed_on.isoformat(),
                    one.source,
                    one.source_url,
                    one.train,
                    str(one.released_on) if one.released_on else "",
                    one.note,
                ),
            )
            if added.rowcount > 0:
                self._tally.new()
            else:
                self._tally.unchanged()

    def put_lifecycle_dates(self, dates: tuple[LifecycleDate, ...]) -> None:
        """Add dates; one that the same source stated before is replaced if it was seen later."""
        rows: list[Row] = []
        for one in dates:
            known = self._known(one.family_id, one.product_id)
            if known is not None:
                family_id, product_id = known
                seen_on = one.seen_on.isoformat()
                rows.append(
                    (
                        one.kind.value,
                        product_id,
                        family_id,
                        one.train,
                        one.source,
                        str(one.ends),
                        one.source_url,
                        seen_on,
                    )
                )
        self._merge(_LIFECYCLE, rows)

    def put_kev(self, entries: tuple[Kev, ...]) -> None:
        """Add entries; one of the same CVE is replaced unless its catalogue is older."""
        self._merge(
            _KEV,
            [
                (
                    one.cve,
                    one.vendor,
                    one.product,
                    one.name,
                    one.added.isoformat(),
                    one.due.isoformat() if one.due else "",
                    int(one.ransomware),
                    one.description,
                    one.catalogue_version,
                )
                for one in entries
            ],
        )

    def _known(self, family_id: str, product_id: str) -> tuple[str | None, str | None] | None:
        """Give both identifiers as the catalogue knows them; a fact of something unknown is skipped."""
        family = self._family(family_id) if family_id else None
        product = self._product(product_id) if product_id else None
        if family_id and family is None:
            self._tally.skip("family_unknown", family=family_id)
            return None
        if (product_id and product is None) or not (family or product):
            self._tally.skip("product_unknown", product=product_id)
            return None
        return family, product

    def _merge(self, table: _FactTable, rows: list[Row]) -> None:
        """Write the rows that say something else than before. Older ones change nothing."""
        if not rows:
            return
        stored = self._stored(table)
        written: dict[Row, Row] = {}
        for row in rows:
            key = row[: table.keys]
            before = written.get(key) or stored.get(key)
            if before is None:
                self._tally.new()
                written[key] = row
            elif str(row[table.seen]) < str(before[table.seen]) or row == before:
                self._tally.unchanged()
            else:
                written[key] = row
                if _stated(table, row) == _stated(table, before):
                    self._tally.unchanged()
                else:
                    self._tally.changed()
        self._write(table, stored, list(written.values()))

    def _stored(self, table: _FactTable) -> dict[Row, Row]:
        columns = ", ".join(table.columns)
        rows = self._connection.execute(f"SELECT {columns} FROM {table.name}")  # noqa: S608 - constants
        return {row[: table.keys]: row for row in rows}

    def _write(self, table: _FactTable, stored: dict[Row, Row], rows: list[Row]) -> None:
        columns, marks = ", ".join(table.columns), ", ".join("?" * len(table.columns))
        self._connection.executemany(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",  # noqa: S608 - constants
            [row for row in rows if row[: table.keys] not in stored],
        )
        values = ", ".join(f"{name} = ?" for name in table.columns[table.keys :])
        named = " AND ".join(f"{name} IS ?" for name in table.columns[: table.keys])
        self._connection.executemany(
            f"UPDATE {table.name} SET {values} WHERE {named}",  # noqa: S608 - constants
            [(*row[table.keys :], *row[: table.keys]) for row in rows if row[: table.keys] in stored],
        )


def _stated(table: _FactTable, row: Row) -> Row:
    """Give what a row says apart from the day on which it was seen."""
    return (*row[: table.seen], *row[table.seen + 1 :])
