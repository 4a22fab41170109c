"""Firmware families: found by any of their names within a maker, made where a list names a new one."""

from jcssa_desktop.domain.catalogue import FirmwareFamily
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_makers import Makers, slug
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

_UNREAD = "raw"
"""The scheme of a family that only a list has named: its versions have no order yet."""


class Families:
    """The firmware families of the catalogue while a batch is applied."""

    def __init__(self, connection: Connection, makers: Makers) -> None:
        self._connection = connection
        self._makers = makers
        self._rows: dict[str, tuple[str, str, str, str]] = {
            row[0]: row[1:]
            for row in connection.execute("SELECT family_id, maker_id, name, scheme, entitlement FROM family")
        }
        self._by_key: dict[tuple[str, str], str] = {
            (maker_id, key): family_id
            for maker_id, key, family_id in connection.execute(
                "SELECT maker_id, alias_key, family_id FROM family_alias"
            )
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
        row = (maker_id, family.name, family.scheme, family.entitlement.value)
        moved = known is not None and self._rows[family_id] != row
        if known is None:
            self._connection.execute("INSERT INTO family VALUES (?, ?, ?, ?, ?)", (family_id, *row))
        elif moved:
            self._connection.execute(
                "UPDATE family SET maker_id = ?, name = ?, scheme = ?, entitlement = ? WHERE family_id = ?",
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
            self._rows[found] = (maker_id, name, _UNREAD, "unknown")
            self._connection.execute("INSERT INTO family VALUES (?, ?, ?, ?, ?)", (found, *self._rows[found]))
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
        return self._rows[family_id][2] == _UNREAD

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
