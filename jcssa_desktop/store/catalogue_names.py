"""The names of all makers and families, of which there are few beside the products."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from jcssa_desktop.store.driver import Connection

_ALIASES = "SELECT {0}_id, alias_key FROM {0}_alias ORDER BY {0}_id"


class FoldedNames(Struct, frozen=True):
    """Folded names, one a line, and whose name each line is; a search of one text beats one of many."""

    text: str
    starts: tuple[int, ...]
    owners: tuple[str, ...]

    def holding(self, part: str) -> Iterator[str]:
        """Give the identifiers of all that hold the folded part in a name; one may come more than once."""
        found = self.text.find(part)
        while found >= 0:
            line = bisect_right(self.starts, found)
            yield self.owners[line - 1]
            found = self.text.find(part, self.starts[line]) if line < len(self.starts) else -1


class Names(Struct, frozen=True):
    """What makers and families are called, by identifier, and the folded names to search in.

    A maker has its name in Japanese and in English, "" where there is none. A family has its name and its
    latest version, "" where none was seen.
    """

    makers: dict[str, tuple[str, str]]
    families: dict[str | None, tuple[str, str]]
    makers_folded: FoldedNames
    families_folded: FoldedNames


def read_names(connection: Connection) -> Names:
    """Read the names of all makers and families."""
    families: dict[str | None, tuple[str, str]] = {None: ("", "")}
    for family_id, *shown in connection.execute(
        "SELECT family_id, name, coalesce(version, '') FROM family LEFT JOIN family_latest USING (family_id)"
    ):
        families[family_id] = (shown[0], shown[1])
    return Names(
        {one: (ja, en) for one, ja, en in connection.execute("SELECT maker_id, name_ja, name_en FROM maker")},
        families,
        _folded(connection, "maker"),
        _folded(connection, "family"),
    )


def _folded(connection: Connection, kind: str) -> FoldedNames:
    rows = connection.execute(_ALIASES.format(kind)).fetchall()
    starts = []
    end = 0
    for _, name in rows:
        starts.append(end)
        end += len(name) + 1
    return FoldedNames("\n".join([name for _, name in rows]), tuple(starts), tuple([row[0] for row in rows]))
