"""Imports of real public files, where they are at hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jcssa_desktop.feeds.recognise import read_catalogue_file
from jcssa_desktop.feeds.starter import read_starter
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.import_tally import ImportCounts
from jcssa_desktop.system.resources import resource_folder

DATA = Path(__file__).parents[2].parent / "shared" / "data"
TODAY = date(2026, 11, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    if not DATA.is_dir():
        pytest.skip("../shared/data is not here")
    catalogue = CatalogueStore(tmp_path / "catalogue.db")
    yield catalogue
    catalogue.close()


def imported(store: CatalogueStore, path: Path) -> ImportCounts:
    return store.apply(read_catalogue_file(path, today=TODAY).batch)


@pytest.mark.parametrize("with_starter", [True, False])
def test_the_eight_forms_of_one_list_are_the_same_58_products(
    store: CatalogueStore, *, with_starter: bool
) -> None:
    if with_starter:
        store.apply(read_starter(resource_folder() / "catalogue"))
    forms = [
        path for path in sorted((DATA / "catalog").glob("reseller_catalogue*")) if "_more" not in path.name
    ]
    assert len(forms) == 8
    first = imported(store, forms[0])
    assert first.new + first.changed + first.unchanged == 58
    assert first.skipped == ()
    products = store.counts().products
    assert [imported(store, form) for form in forms] == [ImportCounts(unchanged=58)] * 8
    assert store.counts().products == products


def test_a_newer_kev_brings_what_was_added_and_an_older_changes_nothing(store: CatalogueStore) -> None:
    newest = DATA / "kev" / "known_exploited_vulnerabilities.json"
    older = DATA / "kev" / "older" / "known_exploited_vulnerabilities_2025.08.25.json"
    assert imported(store, older).new == 1404
    assert imported(store, newest).new == 1662 - 1404
    again = imported(store, older)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1404)
    assert store.counts().newest == date(2026, 8, 7)


def test_the_cycles_of_a_telephone_are_not_those_of_a_router(store: CatalogueStore) -> None:
    store.apply(read_starter(resource_folder() / "catalogue"))
    folder = DATA / "endoflife" / "api_v0_json_converted"
    fortios = imported(store, folder / "fortios.json")
    assert fortios.skipped == ()
    telephone = imported(store, folder / "ios.json")
    assert (telephone.new, telephone.changed, telephone.unchanged) == (0, 0, 0)
    assert {skipped.problem for skipped in telephone.skipped} == {"family_unknown"}
