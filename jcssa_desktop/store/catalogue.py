"""The catalogue: public knowledge of makers, products and their firmware, with source and day."""

from collections.abc import Callable
from pathlib import Path

from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, MatchEntry, SearchResult
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.label import ServiceRegistration
from jcssa_desktop.domain.listed_advisory import Statement
from jcssa_desktop.domain.near_name import NameDecision, StatedName
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.settlement import (
    Settlement,
    StatedWords,
    Subject,
    UnreadStatement,
    UnreadStatements,
)
from jcssa_desktop.store import (
    catalogue_labels,
    catalogue_reading,
    catalogue_search,
    settlements,
    stated_names,
)
from jcssa_desktop.store.catalogue_import import apply_batch
from jcssa_desktop.store.catalogue_names import Names, read_names
from jcssa_desktop.store.database import DatabaseFile
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import ImportCounts, Progress
from jcssa_desktop.store.kept import Kept
from jcssa_desktop.store.migrations.catalogue import (
    m0001_first_tables,
    m0002_statements,
    m0003_labels,
    m0004_search,
    m0005_names,
)
from jcssa_desktop.store.named_product import knowledge_of_named, scheme_named

_Gather = Callable[[Connection, str], ProductKnowledge]

_KEPT = 128
"""So many products' knowledge is kept, for the screens and sheets that ask about the same lines again."""


class CatalogueStore:
    """The catalogue in one plain SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue, or create it.

        Raises:
            DatabaseUnusable: The file is no catalogue, damaged, locked, or of a newer program.
            StorageFailure: Its folder cannot be written, or the disk is full.
        """
        steps = (m0001_first_tables, m0002_statements, m0003_labels, m0004_search, m0005_names)
        self._database = DatabaseFile(path, "catalogue", steps)
        self._known = Kept[ProductKnowledge](_KEPT)
        self._names = Kept[Names](_KEPT)

    def close(self) -> None:
        """Close the file in every thread."""
        self._database.close()

    def apply(
        self,
        batch: CatalogueBatch,
        *,
        file: str = "",
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> ImportCounts:
        """Add what a file brings, whole or not at all; `dry_run` only counts.

        `progress` gets how many facts are done and how many there are; what it raises cancels the import.

        Raises:
            InvalidImport: The records of a feed, which are read while they are written, end in what is none.
        """
        with self._database.writing(keep=not dry_run) as connection:
            return apply_batch(connection, batch, progress, file)

    def search(self, text: str, limit: int = 50, *, counts_all: bool = False) -> SearchResult:
        """Find products by any part of maker, model, part number, JAN or family, best first.

        The total stops at fifty, or at `limit`, so that an answer comes as fast as typing; with
        `counts_all` it goes on to the end, which takes as long as reading all products found.
        """
        with self._database.reading() as connection:
            names = self._names.get(connection, None, lambda: read_names(connection))
            return catalogue_search.search(connection, names, text, limit, counts_all=counts_all)

    def knowledge(self, product_id: str) -> ProductKnowledge:
        """Gather everything known of a product; raise NotFound if there is none."""
        return self._gathered(catalogue_reading.knowledge, product_id)

    def knowledge_of_named(self, text: str) -> ProductKnowledge:
        """Gather everything known of the product that a text names; raise NotFound if nothing is."""
        return self._gathered(knowledge_of_named, text)

    def _gathered(self, gather: _Gather, name: str) -> ProductKnowledge:
        with self._database.reading() as connection:
            return self._known.get(connection, (gather, name), lambda: gather(connection, name))

    def scheme_named(self, family: str) -> str:
        """Give the version scheme of the firmware families of a name; raise NotFound if there is not one."""
        with self._database.reading() as connection:
            return scheme_named(connection, family)

    def unread_statements(self, limit: int) -> UnreadStatements:
        """Give the first statements that wait for a person, those that name what the catalogue has before."""
        with self._database.reading() as connection:
            return settlements.unread_statements(connection, limit)

    def settle(self, settlement: Settlement) -> None:
        """Keep what a person made of a statement's words."""
        with self._database.writing() as connection:
            settlements.settle(connection, settlement)

    def take_back(self, words: StatedWords) -> None:
        """Forget how a statement's words were settled."""
        with self._database.writing() as connection:
            settlements.take_back(connection, words)

    def settlements(self) -> tuple[Settlement, ...]:
        """Give what persons settled, the latest first."""
        with self._database.reading() as connection:
            return settlements.settlements(connection)

    def unread_of(self, words: StatedWords) -> UnreadStatement | None:
        """Give the statement with these words, settled or not; None where it is gone."""
        with self._database.reading() as connection:
            return settlements.unread_of(connection, words)

    def subjects(self, statement: Statement) -> tuple[Subject, ...]:
        """Give what a statement is about in the catalogue."""
        with self._database.reading() as connection:
            return settlements.subjects(connection, statement)

    def names_of_no_product(self) -> tuple[StatedName, ...]:
        """Give the names of sources that no product goes by."""
        with self._database.reading() as connection:
            return stated_names.names_of_no_product(connection)

    def name_decisions(self) -> tuple[NameDecision, ...]:
        """Give what persons decided of such names, the latest first."""
        with self._database.reading() as connection:
            return stated_names.decisions(connection)

    def decide_name(self, decision: NameDecision) -> None:
        """Keep whether a name means a product."""
        with self._database.writing() as connection:
            stated_names.decide(connection, decision)

    def take_name_back(self, decision: NameDecision) -> None:
        """Forget whether a name means a product."""
        with self._database.writing() as connection:
            stated_names.take_back(connection, decision)

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
