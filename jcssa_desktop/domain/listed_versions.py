"""Versions that a source names one by one, often thousands of them, asked about at once."""

from collections.abc import Iterable

from msgspec import Struct

from jcssa_desktop.domain.firmware_version import Version
from jcssa_desktop.domain.range_bounds import Bound, Holds


class ListedVersions(Struct, frozen=True):
    """A list of versions; those whose order to each other is never in doubt are found by their spelling.

    Attributes:
        spellings: The canonical spellings of the settled ones.
        lines: The lines and trains that the settled ones stand in, each once.
        settled: The settled ones themselves, for a version in doubt.
        others: Those that must always be asked one by one.
    """

    spellings: frozenset[str]
    lines: frozenset[tuple[tuple[str, ...], str]]
    settled: tuple[Bound, ...]
    others: tuple[Bound, ...]

    @classmethod
    def of(cls, versions: Iterable[Version]) -> "ListedVersions":
        """Sort a list."""
        settled: list[Bound] = []
        others: list[Bound] = []
        spellings: set[str] = set()
        lines: set[tuple[tuple[str, ...], str]] = set()
        for version in versions:
            if version.parsed and version.parsed.is_settled:
                settled.append(Bound("=", version))
                spellings.add(version.parsed.canonical)
                lines.add((version.parsed.line, version.parsed.train))
            else:
                others.append(Bound("=", version))
        return cls(frozenset(spellings), frozenset(lines), tuple(settled), tuple(others))

    def names(self, asked: Version) -> Holds:
        """Tell whether the list names the version; `APART`: it speaks of other lines only."""
        parsed = asked.parsed
        in_doubt = parsed is None or not parsed.is_settled
        found = {bound.holds(asked) for bound in (*self.others, *(self.settled if in_doubt else ()))}
        if parsed and parsed.is_settled:
            found.add(
                Holds.YES if parsed.canonical in self.spellings else self._beside(parsed.line, parsed.train)
            )
        for answer in (Holds.YES, Holds.OPEN, Holds.NO):
            if answer in found:
                return answer
        return Holds.APART

    def _beside(self, line: tuple[str, ...], train: str) -> Holds:
        for other, other_train in self.lines:
            shared = min(len(line), len(other))
            if line[:shared] == other[:shared] or (train and train == other_train):
                return Holds.NO
        return Holds.APART
