"""Look things up in the catalogue and bring files into it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jcssa_desktop.domain.catalogue import ProductKnowledge
from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, SearchResult
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport, JcssaError, Skipped
from jcssa_desktop.domain.facts import line_facts
from jcssa_desktop.domain.label import ServiceRegistration
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.store.catalogue import CatalogueStore


@dataclass(frozen=True, slots=True)
class FileReport:
    """What an import made of one file; `error` is set when nothing of it was taken."""

    file: Path
    kind: Kind | None = None
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    error: JcssaError | None = None


class CatalogueService:
    """The catalogue as screens and commands use it."""

    def __init__(self, store: CatalogueStore, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """Find products by any part of maker, model, part number or JAN."""
        return self._store.search(text, limit)

    def knowledge(self, product_id: str) -> ProductKnowledge:
        """Return all that is known of one product; raise NotFound."""
        return self._store.knowledge(product_id)

    def facts(self, product_id: str, version: str) -> LineFacts:
        """Judge one product at one version as of today; "" is a version not recorded."""
        return line_facts("", self._store.knowledge(product_id), version, self._today())

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
            content = read_catalogue_file(path, kind=kind, today=self._today(), progress=progress)
        except InvalidImport as error:
            return FileReport(path, kind, error=error)
        counts = self._store.apply(content.batch, dry_run=dry_run, progress=progress)
        return FileReport(
            path,
            content.kind,
            content.read,
            counts.new,
            counts.changed,
            counts.unchanged,
            (*content.skipped, *counts.skipped),
        )
