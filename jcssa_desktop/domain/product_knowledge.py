"""Everything that the catalogue knows about one product, for the screen, the wizard and the sheet."""

from msgspec import Struct

from jcssa_desktop.domain.catalogue import FirmwareFamily, FirmwareObservation, Kev, Maker, Product
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.lifecycle import LifecycleDate
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement


class ConcerningStatement(Struct, frozen=True):
    """A statement that is about the product, how surely, and who settled it where it was not read."""

    statement: Statement
    confidence: Confidence
    settled_by: str = ""


class ConcerningAdvisory(Struct, frozen=True):
    """A record of a source with those of its statements that are about the product.

    `record` is without its statements; `file` is the file that it came from.
    """

    record: ListedAdvisory
    statements: tuple[ConcerningStatement, ...]
    file: str = ""


class ProductKnowledge(Struct, frozen=True):
    """One product with its own facts and those of its whole firmware family."""

    product: Product
    maker: Maker
    family: FirmwareFamily | None = None
    observations: tuple[FirmwareObservation, ...] = ()
    lifecycle_dates: tuple[LifecycleDate, ...] = ()
    advisories: tuple[ConcerningAdvisory, ...] = ()
    kev: tuple[Kev, ...] = ()
    labels: tuple[ProductLabel, ...] = ()
