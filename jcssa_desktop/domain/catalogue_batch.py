"""What a file brings to the catalogue, before its names are resolved."""

from collections.abc import Iterable

from msgspec import Struct

from jcssa_desktop.domain.catalogue import (
    FirmwareFamily,
    FirmwareObservation,
    Kev,
    Maker,
    Product,
    Series,
)
from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.label import ProductLabel, ServiceRegistration
from jcssa_desktop.domain.lifecycle import LifecycleDate
from jcssa_desktop.domain.listed_advisory import ListedAdvisory


class ListedProduct(Struct, frozen=True):
    """A row of a maker list before its maker and family are resolved against the catalogue."""

    maker: str
    model: str
    maker_en: str = ""
    part_number: str = ""
    family: str = ""
    category: str = ""
    jan: str = ""
    datasheet_url: str = ""
    source: str = ""


class ListedLifecycle(Struct, frozen=True):
    """A date of a release cycle as endoflife.date states it, before its family is resolved."""

    family: str
    train: str
    stated: LifecycleDate


class ListedRelease(Struct, frozen=True):
    """The newest version of a release cycle as endoflife.date states it, before its family is resolved."""

    family: str
    observation: FirmwareObservation


class ListedMaker(Struct, frozen=True):
    """Spellings of a maker as a source lists them; taken where the maker is known by its `name`.

    Being known by an alias alone is not enough: `buffalo` is a university in one list of CPE names.
    """

    name: str
    aliases: tuple[str, ...]


class ListedLabel(Struct, frozen=True):
    """A label of a product before the product is found by the names that the register gives."""

    maker: str
    model: str
    label: ProductLabel


class CatalogueBatch(Struct, frozen=True):
    """What one file brings to the catalogue; applied whole or not at all.

    `listed_advisories` may be read while they are applied, and only once: reading them may raise
    `InvalidImport`, which undoes the batch. What is not taken stands among them as `Skipped`.
    `listed_count` is how many they are, for the progress; 0 where the feed does not know.
    """

    makers: tuple[Maker, ...] = ()
    families: tuple[FirmwareFamily, ...] = ()
    series: tuple[Series, ...] = ()
    products: tuple[Product, ...] = ()
    observations: tuple[FirmwareObservation, ...] = ()
    lifecycle_dates: tuple[LifecycleDate, ...] = ()
    kev: tuple[Kev, ...] = ()
    listed_products: tuple[ListedProduct, ...] = ()
    listed_lifecycles: tuple[ListedLifecycle, ...] = ()
    listed_releases: tuple[ListedRelease, ...] = ()
    listed_makers: tuple[ListedMaker, ...] = ()
    listed_labels: tuple[ListedLabel, ...] = ()
    service_registrations: tuple[ServiceRegistration, ...] = ()
    listed_advisories: Iterable[ListedAdvisory | Skipped] = ()
    listed_count: int = 0
