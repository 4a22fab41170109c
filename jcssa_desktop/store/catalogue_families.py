"""Firmware families: found by any of their names within a maker, made where a list names a new one."""

from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareFamily, Series
from jcssa_desktop.domain.product_identity import is_of_series
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_makers import Makers, slug
from jcssa_desktop.store.catalogue_rows import SERIES
from jcssa_desktop.store.catalogue_rows import series as series_of
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

_COLUMNS = "maker_id, name, scheme, entitlement, is_listed"
_INSERT = f"INSERT INTO family (family_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants


class Families:
    """The firmware families of the catalogue while a batch is applied."""

    def __init__(self, connection: Connection, makers: Makers) -> None:
        self._connection = connection
        self._makers = makers
        self._rows: dict[str, tuple[str, str, str, str, int]] = {
            row[0]: row[1:]
            for row in connection.execute(f"SELECT family_id, {_COLUMNS} FROM family")  # noqa: S608 - constants
        }
        self._by_key: dict[tuple[str, str], str] = {
            (maker_id, key): family_id
            for maker_id, key, family_id in connection.execute(
                "SELECT maker_id, alias_key, family_id FROM family_alias"
            )
        }
        self._series: dict[str, Series] = {
            row[0]: series_of(row)
            for row in connection.execute(f"SELECT {SERIES} FROM series ORDER BY series_id")  # noqa: S608 - constants
        }
        self._known_as: dict[str, str] = {}
        self._named: dict[str, str | None] = {}
        self._listed: dict[tuple[str, str], str] = {}

    def put(self, family: FirmwareFamily, tally: Tally) -> None:
        """Add a family, or bring a known one up to date; one that a list made gets its scheme here."""
        maker_id = self._makers.id_of(family.maker_id)
        if maker_id is None:
            tally.skip("maker_unknown", maker=family.maker_id)
            return
        known = self._known_id(family, maker_id)
        family_id = known or family.family_id
        self._known_as[family.family_id] = family_id
        row = (maker_id, family.name, family.scheme, family.entitlement.value, 0)
        moved = known is not None and self._rows[family_id] != row
        if known is None:
            self._connection.execute(_INSERT, (family_id, *row))
        elif moved:
            self._connection.execute(
                "UPDATE family SET maker_id = ?, name = ?, scheme = ?, entitlement = ?, is_listed = ?"
                " WHERE family_id = ?",
                (*row, family_id),
            )
        self._rows[family_id] = row
        named = self._add_names(family_id, maker_id, (family.name, *family.aliases))
        if known is None:
            tally.new()
        elif moved or named:
            tally.changed()
        else:
            tally.unchanged()

    def id_of(self, family_id: str) -> str | None:
        """Return the identifier by which the catalogue knows a family of the batch; None if it does not."""
        family_id = self._known_as.get(family_id, family_id)
        return family_id if family_id in self._rows else None

    def put_series(self, series: Series, tally: Tally) -> None:
        """Add a series of models, or bring a known one up to date."""
        maker_id = self._makers.id_of(series.maker_id)
        family_id = self.id_of(series.family_id) if series.family_id else None
        if maker_id is None:
            tally.skip("maker_unknown", maker=series.maker_id)
            return
        if series.family_id and family_id is None:
            tally.skip("family_unknown", family=series.family_id)
            return
        one = replace(series, maker_id=maker_id, family_id=family_id or "")
        before = self._series.get(one.series_id)
        self._series[one.series_id] = one
        self._connection.execute(
            "INSERT INTO series VALUES (?, ?, ?, ?, ?) ON CONFLICT (series_id) DO UPDATE SET"
            " maker_id = excluded.maker_id, family_id = excluded.family_id, models = excluded.models,"
            " names = excluded.names",
            (one.series_id, maker_id, family_id, "\n".join(one.models), "\n".join(one.names)),
        )
        if before is None:
            tally.new()
        elif before != one:
            tally.changed()
        else:
            tally.unchanged()

    def of_model(self, maker_id: str, *names: str) -> str | None:
        """Return the family of the series that a model belongs to by one of its names."""
        return next(
            (
                one.family_id
                for one in self._series.values()
                if one.maker_id == maker_id
                and one.family_id
                and any(name and is_of_series(one, name) for name in names)
            ),
            None,
        )

    def listed(self, maker_id: str, name: str) -> str | None:
        """Return the family that a list calls so, made if need be; None where the list names none."""
        listed = self._listed.get((maker_id, name))
        if listed is not None:
            return listed
        key = search_key(name)
        if not key:
            return None
        found = self._by_key.get((maker_id, key))
        if found is None:
            found = f"{maker_id}:{slug(name)}"
            number = 2
            while found in self._rows:
                found, number = f"{maker_id}:{slug(name)}-{number}", number + 1
            self._rows[found] = (maker_id, name, self._makers.scheme_of(maker_id), "unknown", 1)
            self._connection.execute(_INSERT, (found, *self._rows[found]))
            self._add_names(found, maker_id, (name,))
        self._listed[maker_id, name] = found
        return found

    def named(self, name: str) -> str | None:
        """Return the one family of any maker with this name, or the maker's before it (`cisco-ios-xe`)."""
        key = search_key(name)
        if key not in self._named:
            self._named[key] = self._search(key)
        return self._named[key]

    def is_unread(self, family_id: str) -> bool:
        """Tell whether only a list has named the family."""
        return bool(self._rows[family_id][4])

    def _search(self, key: str) -> str | None:
        found = {family_id for (_, alias), family_id in self._by_key.items() if alias == key}
        if not found:
            found = {
                family_id
                for (maker_id, alias), family_id in self._by_key.items()
                if key.endswith(alias) and self._makers.calls_itself(maker_id, key.removesuffix(alias))
            }
        return found.pop() if len(found) == 1 else None

    def _known_id(self, family: FirmwareFamily, maker_id: str) -> str | None:
        if family.family_id in self._rows:
            return family.family_id
        found = self._by_key.get((maker_id, search_key(family.name)))
        return found if found is not None and self.is_unread(found) else None

    def _add_names(self, family_id: str, maker_id: str, names: tuple[str, ...]) -> bool:
        """Add the names that no family of the maker has yet; tell whether there were any."""
        added = {
            key: name for name in names if (key := search_key(name)) and (maker_id, key) not in self._by_key
        }
        if added:
            self._connection.executemany(
                "INSERT INTO family_alias VALUES (?, ?, ?, ?)",
                [(maker_id, key, name, family_id) for key, name in added.items()],
            )
            self._by_key.update({(maker_id, key): family_id for key in added})
        return bool(added)
