from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareFamily, FirmwareObservation, FirmwareState, Maker, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedProduct
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.database import DatabaseFile
from jcssa_desktop.store.driver import connect
from jcssa_desktop.store.migrations.catalogue import m0001_first_tables, m0002_statements, m0003_labels

DAY = date(2026, 8, 5)
MAKER = Maker("mihon", "見本電機", "Mihon", ("フォーティ見本",))
FAMILY = FirmwareFamily("mihon:firmos", "mihon", "FirmOS", "dotted")
MODELS = {
    "FortiGate 60F": "FG-60F",
    "FortiGate 60F-POE": "FG-60F-POE",
    "FortiWiFi 60F": "FWF-60F",
    "FortiGate 160F": "FG-160F",
    "FortiGate 260F": "FG-260F",
    "レッツノート CF-SR4": "CF-SR4",
    "DS920+": "",
    "IX[2215]": "BI000054",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    catalogue = CatalogueStore(tmp_path / "catalogue.db")
    products = tuple(
        Product(f"mihon:{model}", "mihon", model, part, "mihon:firmos", jan=f"49000000000{number:02d}")
        for number, (model, part) in enumerate(MODELS.items())
    )
    other = ListedProduct("サンプル通信", "Router 100%", maker_en="Sample", part_number="A_B")
    catalogue.apply(
        CatalogueBatch(makers=(MAKER,), families=(FAMILY,), products=products, listed_products=(other,))
    )
    yield catalogue
    catalogue.close()


def models(store: CatalogueStore, text: str, limit: int = 50) -> list[str]:
    return [found.model for found in store.search(text, limit).products]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("60f", "FortiGate 60F"),
        ("ＦｏｒｔｉＧａｔｅ　６０Ｆ", "FortiGate 60F"),
        ("fg60f", "FortiGate 60F"),
        ("FG‐60F", "FortiGate 60F"),
        ("fortigate-60f-poe", "FortiGate 60F-POE"),
        ("れっつのーと", "レッツノート CF-SR4"),
        ("ﾚｯﾂﾉｰﾄ", "レッツノート CF-SR4"),
        ("sr", "レッツノート CF-SR4"),
        ("cf sr4 見本", "レッツノート CF-SR4"),
        ("920+", "DS920+"),
        ("x[2", "IX[2215]"),
        ("bi000054", "IX[2215]"),
        ("4900000000002", "FortiWiFi 60F"),
        ("0%", "Router 100%"),
        ("100%", "Router 100%"),
        ("サンプル", "Router 100%"),
        ("sample router", "Router 100%"),
    ],
)
def test_products_are_found_by_any_part_however_it_is_typed(
    store: CatalogueStore, text: str, first: str
) -> None:
    assert models(store, text)[0] == first


def test_the_whole_name_stands_before_its_beginning_and_its_middle(store: CatalogueStore) -> None:
    assert models(store, "60f") == [
        "FortiGate 60F",
        "FortiWiFi 60F",
        "FortiGate 60F-POE",
        "FortiGate 160F",
        "FortiGate 260F",
    ]
    assert models(store, "fortigate 60f")[:2] == ["FortiGate 60F", "FortiGate 60F-POE"]


@pytest.mark.parametrize("text", ["見本電機", "mihon", "フォーティ見本", "firmos", "os", "みほ"])
def test_the_names_of_maker_and_family_find_all_their_products(store: CatalogueStore, text: str) -> None:
    expected = 8 if text != "みほ" else 0
    assert store.search(text).total == expected


def test_every_word_must_be_there(store: CatalogueStore) -> None:
    assert models(store, "見本 60f poe") == ["FortiGate 60F-POE"]
    assert models(store, "60f サンプル") == []


@pytest.mark.parametrize("text", ["*", "?", "%", '"', "'", "60*f", "forti%", "[a-z]", "^", "NEAR(a b)", "\\"])
def test_signs_are_taken_literally(store: CatalogueStore, text: str) -> None:
    assert models(store, text) == (["Router 100%"] if text == "%" else [])


def test_nothing_typed_lists_everything(store: CatalogueStore) -> None:
    for text in ("", "  ", "　", "-", "_"):
        assert store.search(text).total == 9


def test_the_total_counts_what_the_limit_cuts_off(store: CatalogueStore) -> None:
    result = store.search("60f", limit=2)
    assert (result.total, len(result.products)) == (5, 2)
    assert models(store, "60f", 2) == models(store, "60f")[:2]


def test_a_very_long_text_finds_nothing_and_does_no_harm(store: CatalogueStore) -> None:
    assert store.search("x" * 100_000).total == 0
    assert store.search("zzz " * 10_000).total == 0
    assert store.search(" ".join(f"w{number}" for number in range(5_000))).total == 0


def test_a_product_is_found_by_what_an_import_changed(store: CatalogueStore) -> None:
    store.apply(
        CatalogueBatch(
            listed_products=(ListedProduct("見本電機", "FortiGate 60F", part_number="MG-NEW"),),
            makers=(replace(MAKER, aliases=("あたらしい見本",)),),
        )
    )
    assert models(store, "mgnew") == ["FortiGate 60F"]
    assert models(store, "fg60f")[0] == "FortiGate 60F"
    assert store.search("アタラシイ").total == 8


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=40))
@example(text="\x00")
@example(text="\ud800")
def test_any_text_can_be_searched(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    store = CatalogueStore(tmp_path_factory.mktemp("catalogue") / "catalogue.db")
    result = store.search(text)
    assert result.total == len(result.products) == 0
    store.close()


NAME = st.text(st.sampled_from("abcxyzABZ0169 -_/+.[]*%\"'ガぎルーﾙｰＡ９①見本"), min_size=1, max_size=14)
LISTED = st.lists(
    st.builds(
        ListedProduct,
        NAME,
        NAME,
        maker_en=st.just(""),
        part_number=NAME,
        jan=st.from_regex(r"[0-9]{13}", fullmatch=True),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(listed=LISTED, data=st.data())
def test_a_product_is_found_by_every_part_of_its_names(
    tmp_path_factory: pytest.TempPathFactory, listed: list[ListedProduct], data: st.DataObject
) -> None:
    store = CatalogueStore(tmp_path_factory.mktemp("catalogue") / "catalogue.db")
    store.apply(CatalogueBatch(listed_products=tuple(listed)))
    for entry in store.match_entries():
        name = search_key(data.draw(st.sampled_from([entry.maker, entry.model, entry.part_number])))
        for length in range(1, min(len(name), 8) + 1):
            start = data.draw(st.integers(0, len(name) - length))
            part = name[start : start + length]
            result = store.search(part, 1_000)
            assert entry.product_id in {found.product_id for found in result.products}, part
            assert result.total == len(result.products)
    store.close()


def test_a_catalogue_of_before_is_searched_like_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    DatabaseFile(path, "catalogue", (m0001_first_tables, m0002_statements, m0003_labels)).close()
    connection = connect(str(path), timeout=1)
    connection.execute("INSERT INTO maker (maker_id, name_ja, name_en) VALUES ('mihon', '見本電機', 'Mihon')")
    connection.execute(
        "INSERT INTO product (product_id, maker_id, model, model_key, part_number, part_key, category, jan,"
        ' datasheet_url, "use", scope, source, search_text, word_text)'
        " VALUES ('p', 'mihon', 'Gate 60F', 'gate60f', '', '', '', '', '', '', 'in', '', 'gate60f',"
        " ' gate 60f')"
    )
    connection.execute("INSERT INTO product_search (product_search) VALUES ('rebuild')")
    connection.close()
    store = CatalogueStore(path)
    for text in ("f", "0f", "60f", "te6", "gate 60f"):
        assert models(store, text) == ["Gate 60F"], text
    store.close()


def test_what_is_not_counted_is_said_to_be_more(store: CatalogueStore) -> None:
    rows = tuple(ListedProduct("見本電機", f"Switch {number}") for number in range(150))
    store.apply(CatalogueBatch(listed_products=rows))
    for text in ("switch", "switch 見本", "wi", "見本", ""):
        result = store.search(text, 20)
        assert (result.total, len(result.products), result.has_more) == (50, 20, True), text
        assert store.search(text, 20, counts_all=True).total >= 150
        assert not store.search(text, 20, counts_all=True).has_more
    assert not store.search("switch 149", 20).has_more


def test_a_word_that_begins_so_stands_before_the_middle_of_a_word(store: CatalogueStore) -> None:
    rows = tuple(ListedProduct("見本電機", f"Other {number}60F") for number in range(100, 300))
    store.apply(CatalogueBatch(listed_products=rows))
    assert models(store, "60f", 3) == ["FortiGate 60F", "FortiWiFi 60F", "FortiGate 60F-POE"]


def observed(store: CatalogueStore, *said: tuple[str, FirmwareState, int], product_id: str = "") -> None:
    seen = [(version, state, DAY + timedelta(days=days)) for version, state, days in said]
    store.apply(
        CatalogueBatch(
            observations=tuple(
                FirmwareObservation("mihon:firmos", version, state, day, "見本電機", product_id=product_id)
                for version, state, day in seen
            )
        )
    )


def latest(store: CatalogueStore, model: str = "FortiGate 60F") -> str:
    return {found.model: found.latest for found in store.search("").products}[model]


def test_latest_follows_the_family_that_a_product_is_given_later(store: CatalogueStore) -> None:
    observed(store, ("7.4.9", FirmwareState.LATEST, 0))
    store.apply(CatalogueBatch(listed_products=(ListedProduct("見本電機", "Late 1"),)))
    assert latest(store, "Late 1") == ""
    store.apply(CatalogueBatch(listed_products=(ListedProduct("見本電機", "Late 1", family="FirmOS"),)))
    assert latest(store, "Late 1") == "7.4.9"


def test_latest_is_the_version_last_seen_as_latest(store: CatalogueStore) -> None:
    assert latest(store) == ""
    observed(store, ("7.4.9", FirmwareState.LATEST, 0), ("7.4.11", FirmwareState.LATEST, 5))
    assert latest(store) == "7.4.11"


def test_a_version_withdrawn_later_is_no_longer_the_latest(store: CatalogueStore) -> None:
    observed(store, ("7.4.9", FirmwareState.LATEST, 0), ("7.4.11", FirmwareState.LATEST, 5))
    observed(store, ("7.4.11", FirmwareState.WITHDRAWN, 6))
    assert latest(store) == "7.4.9"
    observed(store, ("7.4.11", FirmwareState.LATEST, 7))
    assert latest(store) == "7.4.11"


def test_what_was_seen_of_the_product_itself_counts_before_its_family(store: CatalogueStore) -> None:
    observed(store, ("7.6.2", FirmwareState.LATEST, 9))
    observed(store, ("7.4.11", FirmwareState.LATEST, 0), product_id="mihon:FortiGate 60F")
    assert (latest(store), latest(store, "FortiGate 160F")) == ("7.4.11", "7.6.2")
