"""The catalogue: public knowledge of makers, products and their firmware, with source and day."""

from pathlib import Path

from jcssa_desktop.domain.catalogue import ProductKnowledge
from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, MatchEntry, SearchResult
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.label import ServiceRegistration
from jcssa_desktop.store import catalogue_labels, catalogue_reading, catalogue_search
from jcssa_desktop.store.catalogue_import import apply_batch
from jcssa_desktop.store.database import DatabaseFile
from jcssa_desktop.store.import_tally import ImportCounts, Progress
from jcssa_desktop.store.migrations.catalogue import m0001_first_tables, m0003_labels


class CatalogueStore:
    """The catalogue in one plain SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue, or create it.

        Raises:
            DatabaseUnusable: The file is no catalogue, damaged, locked, or of a newer program.
            StorageFailure: Its folder cannot be written, or the disk is full.
        """
        self._database = DatabaseFile(path, "catalogue", (m0001_first_tables, m0003_labels))

    def close(self) -> None:
        """Close the file in every thread."""
        self._database.close()

    def apply(
        self, batch: CatalogueBatch, *, dry_run: bool = False, progress: Progress | None = None
    ) -> ImportCounts:
        """Add what a file brings, whole or not at all; `dry_run` only counts.

        `progress` gets how many facts are done and how many there are; what it raises cancels the import.
        """
        with self._database.writing(keep=not dry_run) as connection:
            return apply_batch(connection, batch, progress)

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """Find products by any part of maker, model, part number, JAN or family, best first."""
        with self._database.reading() as connection:
            return catalogue_search.search(connection, text, limit)

    def knowledge(self, product_id: str) -> ProductKnowledge:
        """Gather everything known of a product; raise NotFound if there is none."""
        with self._database.reading() as connection:
            return catalogue_reading.knowledge(connection, product_id)

    def match_entries(self) -> tuple[MatchEntry, ...]:
        """Give the names of every product, to match the lines of a quotation with."""
        with self._database.reading() as connection:
            return catalogue_reading.match_entries(connection)

    def registered_services(self) -> tuple[ServiceRegistration, ...]:
        """Give the services of the list of conforming services, as far as they were imported."""
        with self._database.reading() as connection:
            return catalogue_labels.registrations(connection)

    def counts(self) -> CatalogueCounts:
        """Count what the catalogue holds."""
        with self._database.reading() as connection:
            return catalogue_reading.counts(connection)
