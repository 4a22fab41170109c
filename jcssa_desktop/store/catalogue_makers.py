"""Makers: found by any of their spellings, made where a list names a new one."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from jcssa_desktop.domain.catalogue import InformationSource, Maker
from jcssa_desktop.domain.catalogue_batch import ListedMaker
from jcssa_desktop.domain.firmware_version import COMMON, RAW
from jcssa_desktop.domain.product_names import maker_keys
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

_INSERT = "INSERT INTO maker (maker_id, name_ja, name_en, brands, scheme) VALUES (?, ?, ?, ?, ?)"
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Make an identifier of Latin letters and digits; a name without any gets a short hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    letters = _NOT_IN_SLUG.sub("-", plain).strip("-")
    return letters or f"x{hashlib.sha256(search_key(name).encode()).hexdigest()[:10]}"


class Makers:
    """The makers of the catalogue while a batch is applied."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, tuple[str, str, str, str]] = {
            row[0]: row[1:]
            for row in connection.execute("SELECT maker_id, name_ja, name_en, brands, scheme FROM maker")
        }
        self._by_key: dict[str, str] = dict(
            connection.execute("SELECT alias_key, maker_id FROM maker_alias").fetchall()
        )
        self._by_plain_key: dict[str, str] = {}
        for alias, maker_id in connection.execute(
            "SELECT alias, maker_id FROM maker_alias ORDER BY alias_key"
        ):
            self._note_plain(alias, maker_id)
        self._listed: dict[tuple[str, str], str] = {}
        self._known_as: dict[str, str] = {}

    def put(self, maker: Maker, tally: Tally) -> None:
        """Add a maker, or bring a known one up to date; nothing known is lost."""
        known = self._known_id(maker)
        maker_id = known or maker.maker_id
        self._known_as[maker.maker_id] = maker_id
        row = (maker.name_ja, maker.name_en, "\n".join(maker.brands), maker.scheme)
        moved = known is not None and self._rows[maker_id] != row
        if known is None:
            self._connection.execute(_INSERT, (maker_id, *row))
        elif moved:
            self._connection.execute(
                "UPDATE maker SET name_ja = ?, name_en = ?, brands = ?, scheme = ? WHERE maker_id = ?",
                (*row, maker_id),
            )
        self._rows[maker_id] = row
        spelled = self._add_spellings(maker_id, (maker.name_ja, maker.name_en, *maker.aliases))
        sourced = [self._put_source(maker_id, source) for source in maker.sources]
        if known is None:
            tally.new()
        elif moved or spelled or any(sourced):
            tally.changed()
        else:
            tally.unchanged()

    def learn(self, listed: Iterable[ListedMaker], tally: Tally) -> None:
        """Add spellings to the makers that are known by name; the others are passed over."""
        unknown = 0
        for one in listed:
            maker_id = self._find(one.name)
            if maker_id is None:
                unknown += 1
            elif self._add_spellings(maker_id, one.aliases):
                tally.changed()
            else:
                tally.unchanged()
        tally.pass_over(unknown, "listed_makers_unknown")

    def id_of(self, maker_id: str) -> str | None:
        """Return the identifier by which the catalogue knows a maker of the batch; None if it does not."""
        maker_id = self._known_as.get(maker_id, maker_id)
        return maker_id if maker_id in self._rows else None

    def listed(self, name: str, name_en: str) -> str | None:
        """Return the maker that a list calls so, made if need be; None where the list names none."""
        found = self._listed.get((name, name_en))
        if found is None and search_key(name or name_en):
            found = self._find(name) or self._find(name_en) or self._make(name, name_en)
            self._add_spellings(found, (name, name_en))
            self._listed[name, name_en] = found
        return found

    def scheme_of(self, maker_id: str) -> str:
        """Give the version scheme of those families of a maker that only a list names."""
        scheme = self._rows[maker_id][3]
        return COMMON if scheme == RAW else scheme

    def calls_itself(self, maker_id: str, key: str) -> bool:
        """Tell whether the folded name is one of the maker's spellings."""
        return self._by_key.get(key) == maker_id

    def _known_id(self, maker: Maker) -> str | None:
        if maker.maker_id in self._rows:
            return maker.maker_id
        return self._find(maker.name_ja) or self._find(maker.name_en)

    def _find(self, name: str) -> str | None:
        """Find a maker by a spelling, whatever the form of its company: 株式会社, Inc. or none."""
        found = self._by_key.get(search_key(name))
        others = (self._by_plain_key.get(key) for key in sorted(maker_keys(name))) if found is None else ()
        return found or next(filter(None, others), None)

    def _make(self, name: str, name_en: str) -> str:
        wanted = slug(name_en or name)
        maker_id, number = wanted, 2
        while maker_id in self._rows:
            maker_id, number = f"{wanted}-{number}", number + 1
        self._rows[maker_id] = (name or name_en, name_en or name, "", RAW)
        self._connection.execute(_INSERT, (maker_id, *self._rows[maker_id]))
        return maker_id

    def _add_spellings(self, maker_id: str, names: tuple[str, ...]) -> bool:
        """Add the spellings that no maker has yet; tell whether there were any."""
        added = {key: name for name in names if (key := search_key(name)) and key not in self._by_key}
        if added:
            self._connection.executemany(
                "INSERT INTO maker_alias VALUES (?, ?, ?)",
                [(key, name, maker_id) for key, name in added.items()],
            )
            self._by_key.update(dict.fromkeys(added, maker_id))
            for name in added.values():
                self._note_plain(name, maker_id)
        return bool(added)

    def _note_plain(self, name: str, maker_id: str) -> None:
        for key in maker_keys(name):
            self._by_plain_key.setdefault(key, maker_id)

    def _put_source(self, maker_id: str, source: InformationSource) -> bool:
        """Add a page or desk, or note a later check of it; tell whether anything was new."""
        written = self._connection.execute(
            "INSERT INTO information_source (maker_id, kind, url, telephone, note, checked_on)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET note = excluded.note, checked_on = excluded.checked_on"
            " WHERE excluded.checked_on > checked_on"
            " OR (excluded.checked_on = checked_on AND excluded.note <> note)",
            (
                maker_id,
                source.kind.value,
                source.url,
                source.telephone,
                source.note,
                source.checked_on.isoformat(),
            ),
        )
        return written.rowcount > 0
