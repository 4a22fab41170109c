"""Look things up in the catalogue and bring files into it."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, SearchResult
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport, JcssaError, Skipped
from jcssa_desktop.domain.facts import line_facts
from jcssa_desktop.domain.finding import Finding
from jcssa_desktop.domain.firmware_version import Relation, compare, is_readable, train
from jcssa_desktop.domain.held_findings import findings, lowest_unaffected
from jcssa_desktop.domain.label import ServiceRegistration
from jcssa_desktop.domain.listed_advisory import Statement
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.domain.settlement import (
    Settlement,
    StatedWords,
    Subject,
    UnreadStatement,
    UnreadStatements,
)
from jcssa_desktop.feeds.catalogue_file import CatalogueReader, Kind
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.store.catalogue import CatalogueStore


class FileReport(Struct, frozen=True):
    """What an import made of one file; `error` is set when nothing of it was taken."""

    file: Path
    kind: Kind | None = None
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    error: JcssaError | None = None


class Answer(Struct, frozen=True):
    """What is known of a product at a version as of a day."""

    knowledge: ProductKnowledge
    version: str
    as_of: date
    findings: tuple[Finding, ...]

    @property
    def lowest_unaffected(self) -> str:
        """The lowest version of the train that no known advisory affects; "" where there is none."""
        return lowest_unaffected(self.knowledge, self.version)


class Comparison(Struct, frozen=True):
    """How `a` stands to `b`, the trains of both, and which of them were not understood."""

    family: str
    a: str
    b: str
    relation: Relation
    train_a: str
    train_b: str
    unread: tuple[str, ...]


class CatalogueService:
    """The catalogue as screens and commands use it."""

    def __init__(self, store: CatalogueStore, today: Callable[[], date], read: CatalogueReader) -> None:
        self._store = store
        self._today = today
        self._read = read

    def search(self, text: str, limit: int = 50, *, counts_all: bool = False) -> SearchResult:
        """Find products by any part of maker, model, part number or JAN; `counts_all` stops at no total."""
        return self._store.search(text, limit, counts_all=counts_all)

    def knowledge(self, product_id: str) -> ProductKnowledge:
        """Return all that is known of one product; raise NotFound."""
        return self._store.knowledge(product_id)

    def facts(self, product_id: str, version: str) -> LineFacts:
        """Judge one product at one version as of today; "" is a version not recorded."""
        return line_facts("", self._store.knowledge(product_id), version, self._today())

    def findings(self, product: str, version: str) -> Answer:
        """Hold all that is known against one product, named as people name it, at one version.

        Raises:
            NotFound: Neither the catalogue nor any imported source knows the product.
        """
        known = self._store.knowledge_of_named(product)
        return Answer(known, version, self._today(), findings(known, version))

    def compare(self, family: str, a: str, b: str) -> Comparison:
        """Tell how two versions of a family stand to each other; raise NotFound for an unknown family."""
        scheme = self._store.scheme_named(family)
        relation = compare(scheme, a, b)
        unread = tuple(one for one in (a, b) if not is_readable(scheme, one))
        return Comparison(family, a, b, relation, train(scheme, a), train(scheme, b), unread)

    def unread_statements(self, limit: int = 100) -> UnreadStatements:
        """Give the statements that wait for a person, those about products of the catalogue first."""
        return self._store.unread_statements(limit)

    def settle(self, settlement: Settlement) -> None:
        """Keep what a person made of a statement; it holds for every later import of the same words."""
        self._store.settle(settlement)

    def take_back(self, words: StatedWords) -> None:
        """Undo a settlement: the words wait for a person again."""
        self._store.take_back(words)

    def settlements(self) -> tuple[Settlement, ...]:
        """Give what persons settled, the latest first."""
        return self._store.settlements()

    def unread_of(self, words: StatedWords) -> UnreadStatement | None:
        """Give the statement that a settlement is about; None where the catalogue has it no more."""
        return self._store.unread_of(words)

    def subjects(self, statement: Statement) -> tuple[Subject, ...]:
        """Give what a statement is about in the catalogue, to try how a settlement would read."""
        return self._store.subjects(statement)

    def registered_services(self) -> tuple[ServiceRegistration, ...]:
        """Return the registered services that were imported, to say of a plan that it is one of them."""
        return self._store.registered_services()

    def counts(self) -> CatalogueCounts:
        """Tell how much the catalogue holds and how old its newest fact is."""
        return self._store.counts()

    def load_starter(self, batch: CatalogueBatch) -> None:
        """Put the starter catalogue in; what is there already stays."""
        self._store.apply(batch)

    def import_files(
        self,
        paths: Iterable[Path],
        *,
        kind: Kind | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> tuple[FileReport, ...]:
        """Import each file whole or not at all; one bad file does not stop the next.

        With `dry_run` the report tells what would change, and nothing does.
        """
        return tuple(self._import_file(path, kind, dry_run=dry_run, progress=progress) for path in paths)

    def _import_file(
        self,
        path: Path,
        kind: Kind | None,
        *,
        dry_run: bool,
        progress: Progress | None,
    ) -> FileReport:
        try:
            content = self._read(path, kind=kind, today=self._today(), progress=progress)
            kind = content.kind
            counts = self._store.apply(content.batch, file=path.name, dry_run=dry_run, progress=progress)
        except InvalidImport as error:
            return FileReport(path, kind, error=error)
        return FileReport(
            path,
            content.kind,
            content.read or counts.read,
            counts.new,
            counts.changed,
            counts.unchanged,
            (*content.skipped, *counts.skipped),
        )
