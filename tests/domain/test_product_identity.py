"""Which statements are about a product: equal names of the same maker, nothing by likeness."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product, Series
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.domain.product_identity import Identity, confidence, identity, is_of_series, keys_of
from jcssa_desktop.domain.search_key import search_key

EXACT, FAMILY, NAME = Confidence.EXACT, Confidence.FAMILY, Confidence.NAME
MAKER = Maker("mihon", "見本電機", "Mihon", ("Mihon Electric",), brands=("MihonStation", "見本ステーション"))
OS = FirmwareFamily("mihon:os", "mihon", "MihonOS", aliases=("Mihon Operating System",))
XE = FirmwareFamily("mihon:os-xe", "mihon", "MihonOS XE")
ROUTERS = Series("mihon:mr", "mihon", ("MR#*",), ("MR Series Routers",))
MODEL = Product("mihon:mr1220", "mihon", "MR1220", "MR1220-K9", "mihon:os", aliases=("ミホンルーター1220",))
NAMES = identity(MODEL, MAKER, OS, (ROUTERS,), (XE,))


def about(name: str, maker: str = "Mihon", *hardware: str, cpe: str = "") -> NamedProduct:
    return NamedProduct(maker, name, hardware, cpe=cpe)


@pytest.mark.parametrize(
    ("named", "sure"),
    [
        (about("MR1220"), EXACT),
        (about("mr1220_firmware", "mihon"), EXACT),
        (about("MR1220 ファームウェア", "見本電機株式会社"), EXACT),
        (about("MR1210, MR1220"), EXACT),
        (about("MR1220-K9"), EXACT),
        (about("Mihon MR1220", "n/a"), NAME),
        (about("MR1220", ""), NAME),
        (about("MihonOS"), FAMILY),
        (about("Mihon MihonOS Software"), FAMILY),
        (about("mihon_operating_system"), FAMILY),
        (about("MR Series Routers Firmware"), FAMILY),
        (about("MihonOS", "Mihon", "MR1210", "MR1220"), EXACT),
        (about("ルーター", "misc", cpe="cpe:2.3:o:mihon:mr1220_firmware"), EXACT),
        (about("MR1220", "Sample"), None),
        (about("MihonOS XE"), None),
        (about("MihonOS", "Mihon", "MR1210"), None),
        (about("MihonOS XE", "Mihon", "MR1220"), None),
        (about("MR1210"), None),
        (about("MR122"), None),
        (about("MR1220W"), None),
        (about("MR"), None),
    ],
)
def test_a_statement_is_about_a_product_by_name(named: NamedProduct, sure: Confidence | None) -> None:
    assert confidence(NAMES, named) is sure


def test_a_brand_before_the_model_may_be_left_out_on_either_side() -> None:
    station = replace(MODEL, model="MihonStation TS3420DN", part_number="", aliases=())
    bare = replace(station, model="TS3420DN")
    for product in (station, bare):
        names = identity(product, MAKER)
        for spelt in ("TS3420DN", "MihonStation TS3420DN", "見本ステーション TS3420DN", "Mihon TS3420DN"):
            assert confidence(names, about(spelt)) is EXACT, (product.model, spelt)


def test_a_short_rest_behind_a_brand_stands_for_nothing() -> None:
    names = identity(replace(MODEL, model="MihonStation 60F", part_number="", aliases=()), MAKER)
    assert confidence(names, about("60F")) is None


def test_a_part_of_the_maker_s_name_may_be_taken_for_one_of_the_model() -> None:
    maker = replace(MAKER, aliases=("Mihon Small Office",))
    names = identity(replace(MODEL, model="220 Switch", part_number="", aliases=()), maker)
    assert confidence(names, about("small_office_220_switch", "mihon")) is EXACT
    assert confidence(names, about("Small Office 221 Switch")) is None


def test_a_very_short_model_is_spoken_with_its_maker_s_name() -> None:
    names = identity(replace(MODEL, model="MIHON/X1", part_number="", aliases=()), MAKER)
    assert confidence(names, about("x1_firmware", "mihon")) is EXACT
    assert confidence(names, about("x2_firmware", "mihon")) is None
    assert confidence(names, about("x1_firmware", "sample")) is None


def test_a_short_name_says_nothing_without_its_maker() -> None:
    names = identity(replace(MODEL, model="IX", part_number="", aliases=()), MAKER)
    assert confidence(names, about("IX")) is EXACT
    assert confidence(names, about("IX", "n/a")) is None


def test_a_firmware_bound_to_models_is_found_by_those_alone() -> None:
    assert keys_of(about("MihonOS", "Mihon", "MR1210", "MR1220")) == {"mr1210", "mr1220"}


def test_a_series_holds_the_models_that_fit_its_pattern_whole() -> None:
    models = ("MR1220", "mr-830", "MRX", "AMR1", "MR")
    assert [one for one in models if is_of_series(ROUTERS, one)] == ["MR1220", "mr-830"]


MODELS = st.from_regex(r"[A-Z]{1,4}-?[0-9]{1,4}[A-Z]{0,2}", fullmatch=True)


@given(MODELS, MODELS, st.sampled_from(["", "_firmware", " ファームウェア", " シリーズ", " firmware"]))
def test_no_product_inherits_from_a_neighbour(own: str, other: str, tail: str) -> None:
    assume(search_key(own) != search_key(other))
    names = identity(Product("p", "mihon", own), MAKER)
    assert confidence(names, about(other + tail)) is None
    assert confidence(names, about("MihonOS", "Mihon", other + tail)) is None
    assert confidence(names, about(own + tail)) is EXACT


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.lists(st.text(max_size=20), max_size=3),
    st.text(max_size=60),
)
def test_any_name_can_be_held_against_a_product(maker: str, name: str, hardware: list[str], cpe: str) -> None:
    named = NamedProduct(maker, name, tuple(hardware), cpe=cpe)
    assert confidence(Identity(frozenset(), frozenset()), named) is None
    assert confidence(NAMES, named) in (None, EXACT, FAMILY, NAME)
