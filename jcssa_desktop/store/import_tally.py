"""Counting what an import does, and telling how far it is."""

from collections.abc import Callable

from msgspec import Struct

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import Place, Skipped

Progress = Callable[[int, int], None]
_STRIDE = 500


class ImportCounts(Struct, frozen=True):
    """How many facts of a batch were new, changed what was known, said the same, or were not taken.

    `read` counts what was read only while it was written: the records of a feed.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    read: int = 0


class Tally:
    """The counts while they grow.

    `progress` gets done and total, and may raise to cancel the import; the total is 0 while it is not known,
    as with the records of a feed that does not count them.
    """

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._progress = progress
        self._done = 0
        self._new = 0
        self._changed = 0
        self._unchanged = 0
        self._skipped: list[Skipped] = []
        self._read = 0

    def read(self) -> None:
        """Count a record of a feed."""
        self._read += 1

    def new(self) -> None:
        """Count a fact that was not known."""
        self._new += 1
        self._step()

    def changed(self) -> None:
        """Count a fact that changed or completed what was known."""
        self._changed += 1
        self._step()

    def unchanged(self) -> None:
        """Count a fact that was known."""
        self._unchanged += 1
        self._step()

    def add_skipped(self, skipped: Skipped) -> None:
        """Count what a feed did not take."""
        self._skipped.append(skipped)
        self._step()

    def skip(self, problem: str, **values: str) -> None:
        """Count a fact that was not taken."""
        self._skipped.append(Skipped(Place(), problem, tuple(values.items())))
        self._step()

    def pass_over(self, count: int, problem: str) -> None:
        """Count facts that were not taken for one and the same reason, and say so once."""
        if count:
            self._skipped.append(Skipped(Place(), problem, (("count", str(count)),)))
            self._done += count

    def counts(self) -> ImportCounts:
        """Give the counts, and tell the progress that all is done."""
        if self._progress:
            self._progress(self._done, max(self._done, self._total))
        return ImportCounts(self._new, self._changed, self._unchanged, tuple(self._skipped), self._read)

    def _step(self) -> None:
        self._done += 1
        if self._progress and self._done % _STRIDE == 0:
            self._progress(self._done, self._total if self._done <= self._total else 0)


def facts_in(batch: CatalogueBatch) -> int:
    """Count everything that a batch brings; records of a feed that does not count them are left out."""
    return batch.listed_count + sum(
        len(facts)
        for facts in (
            batch.makers,
            batch.families,
            batch.products,
            batch.observations,
            batch.lifecycle_dates,
            batch.series,
            batch.kev,
            batch.listed_products,
            batch.listed_lifecycles,
            batch.listed_releases,
            batch.listed_makers,
            batch.listed_labels,
            batch.service_registrations,
        )
    )
