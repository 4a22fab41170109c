from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Maker, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedLabel, ListedMaker, ListedProduct
from jcssa_desktop.domain.label import ProductLabel, ServiceCategory, ServiceRegistration
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.import_tally import ImportCounts

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
MIHON = Maker("mihon", "見本電機", "Mihon", ("見本電機株式会社",))
ROUTER = Product("mihon:mr1", "mihon", "MR-1", "MR1-JP", aliases=("ミホンルーター1",))
LABEL = ProductLabel(1, "見本-1", "IPA JC-STAR", MAY, issued_on=MAY, valid_until=date(2028, 4, 30))
CATALOGUE = CatalogueBatch(makers=(MIHON,), products=(ROUTER,))
SERVICE = ServiceRegistration(
    "見本-0001", ServiceCategory.MONITORING, date(2027, 3, 31), "見本監視", "見本販売", "リスト", MAY
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    catalogue = CatalogueStore(tmp_path / "catalogue.db")
    yield catalogue
    catalogue.close()


def _labelled(*labels: ListedLabel) -> CatalogueBatch:
    return CatalogueBatch(listed_labels=labels)


def _labels(store: CatalogueStore) -> tuple[ProductLabel, ...]:
    return store.knowledge("mihon:mr1").labels


@pytest.mark.parametrize(
    ("maker", "model"),
    [("見本電機", "MR-1"), ("MIHON", "ｍｒ１"), ("見本電機株式会社", "MR1-JP"), ("Mihon", "ミホンルーター1")],
)
def test_a_label_is_found_by_any_spelling_in_whichever_order_the_files_come(
    store: CatalogueStore, maker: str, model: str
) -> None:
    store.apply(_labelled(ListedLabel(maker, model, LABEL)))
    store.apply(CATALOGUE)
    assert _labels(store) == (LABEL,)


def test_a_label_of_a_neighbour_or_of_another_maker_is_not_taken(store: CatalogueStore) -> None:
    store.apply(CATALOGUE)
    store.apply(_labelled(ListedLabel("見本電機", "MR-12", LABEL), ListedLabel("見本商事", "MR-1", LABEL)))
    assert _labels(store) == ()


def test_the_same_file_twice_changes_nothing_and_a_newer_one_updates(store: CatalogueStore) -> None:
    listed = ListedLabel("見本電機", "MR-1", LABEL)
    renewed = replace(LABEL, valid_until=date(2030, 4, 30), seen_on=JUNE)
    store.apply(CATALOGUE)
    assert store.apply(_labelled(listed)) == ImportCounts(new=1)
    assert store.apply(_labelled(listed)) == ImportCounts(unchanged=1)
    assert store.apply(_labelled(replace(listed, label=renewed))) == ImportCounts(changed=1)
    assert store.apply(_labelled(listed)) == ImportCounts(unchanged=1)
    assert _labels(store) == (renewed,)


def test_registered_services_are_kept_by_number_and_category(store: CatalogueStore) -> None:
    other = replace(SERVICE, category=ServiceCategory.AUDIT)
    batch = CatalogueBatch(service_registrations=(SERVICE, other))
    assert store.apply(batch) == ImportCounts(new=2)
    assert store.apply(batch) == ImportCounts(unchanged=2)
    assert store.registered_services() == (other, SERVICE)


def test_spellings_are_learnt_for_known_makers_alone(store: CatalogueStore) -> None:
    store.apply(CATALOGUE)
    learnt = CatalogueBatch(
        listed_makers=(ListedMaker("見本電機", ("mihon_inc",)), ListedMaker("見本大学", ("mihon",)))
    )
    counts = store.apply(learnt)
    assert (counts.changed, [one.problem for one in counts.skipped]) == (1, ["listed_makers_unknown"])
    assert store.apply(learnt).changed == 0
    store.apply(CatalogueBatch(listed_products=(ListedProduct("mihon_inc", "MR-2"),)))
    assert store.counts().makers == 1
