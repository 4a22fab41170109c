"""Applying a batch: what one file brings, whole or not at all."""

from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareObservation
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.kev_records import kev_records
from jcssa_desktop.domain.lifecycle import LifecycleDate
from jcssa_desktop.store.catalogue_facts import Facts
from jcssa_desktop.store.catalogue_families import Families
from jcssa_desktop.store.catalogue_labels import put_labels, put_registrations
from jcssa_desktop.store.catalogue_latest import refresh_latest
from jcssa_desktop.store.catalogue_makers import Makers
from jcssa_desktop.store.catalogue_products import Products
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import ImportCounts, Progress, Tally, facts_in
from jcssa_desktop.store.statement_import import StatementImport


def apply_batch(
    connection: Connection, batch: CatalogueBatch, progress: Progress | None, file: str = ""
) -> ImportCounts:
    """Write the batch inside the transaction that is open; `file` is what it was read from."""
    tally = Tally(facts_in(batch), progress)
    makers = Makers(connection)
    families = Families(connection, makers)
    products = Products(connection, makers, families)
    for maker in batch.makers:
        makers.put(maker, tally)
    for family in batch.families:
        families.put(family, tally)
    for series in batch.series:
        families.put_series(series, tally)
    for product in batch.products:
        products.put(product, tally)
    makers.learn(batch.listed_makers, tally)
    for row in batch.listed_products:
        products.put_listed(row, tally)
    products.write()
    facts = Facts(connection, families.id_of, products.id_of, tally)
    facts.put_observations((*batch.observations, *_releases(batch, families, tally)))
    facts.put_lifecycle_dates((*batch.lifecycle_dates, *_lifecycles(batch, families, tally)))
    facts.put_kev(batch.kev)
    # The entries were counted as such: what they say of products is no further fact of the file.
    StatementImport(connection, Tally(0, None), file).put(kev_records(batch.kev))
    StatementImport(connection, tally, file).put(batch.listed_advisories)
    put_labels(connection, batch.listed_labels, tally)
    put_registrations(connection, batch.service_registrations, tally)
    refresh_latest(connection)
    return tally.counts()


def _releases(batch: CatalogueBatch, families: Families, tally: Tally) -> list[FirmwareObservation]:
    """Find the families that the releases speak of by name."""
    found = []
    for listed in batch.listed_releases:
        family_id = families.named(listed.family)
        if family_id is None:
            tally.skip("family_unknown", family=listed.family)
        else:
            found.append(replace(listed.observation, family_id=family_id, product_id=""))
    return found


def _lifecycles(batch: CatalogueBatch, families: Families, tally: Tally) -> list[LifecycleDate]:
    """Find the families that the dates speak of by name."""
    found = []
    for listed in batch.listed_lifecycles:
        family_id = families.named(listed.family)
        if family_id is None:
            tally.skip("family_unknown", family=listed.family)
        else:
            found.append(replace(listed.stated, family_id=family_id, product_id="", train=listed.train))
    return found
