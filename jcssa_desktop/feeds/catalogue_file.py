"""The kinds of file that the catalogue takes, and what is read of one: known without loading every feed."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import Skipped


class Kind(StrEnum):
    """The kinds of file that can be imported into the catalogue."""

    MAKER_LIST = "maker_list"
    KEV = "kev"
    ENDOFLIFE = "endoflife"
    JVN = "jvn"
    ADVISORY_TABLE = "advisory_table"
    LABELS = "labels"
    REGISTERED_SERVICES = "registered_services"
    NVD = "nvd"
    CVE_LIST = "cve_list"
    CSAF = "csaf"


class CatalogueFile(Struct, frozen=True):
    """What a file brings: `read` counts its rows or entries, `skipped` names those that were not taken.

    `read` is 0 where it is not known before everything is written.
    """

    kind: Kind
    batch: CatalogueBatch
    read: int
    skipped: tuple[Skipped, ...]


class CatalogueReader(Protocol):
    """Reads a file of any kind: `feeds/recognise.py`, which loads every feed."""

    def __call__(
        self, path: Path, *, kind: Kind | None, today: date, progress: Callable[[int, int], None] | None
    ) -> CatalogueFile:
        """Recognise a file by its content and read it; raise InvalidImport."""
