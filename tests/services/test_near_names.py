"""A name is offered for a product of the same maker and with the same figures, and for no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue_answers import MatchEntry
from jcssa_desktop.domain.near_name import StatedName
from jcssa_desktop.domain.product_names import name_key
from jcssa_desktop.services.near_names import LIKENESS, near_names

ROUTER = MatchEntry("mihon:mh1210", "見本電機", ("Mihon Denki",), "MH1210", "MH-1210-JP", ())


def stated(name: str, maker: str = "Mihon Denki") -> StatedName:
    return StatedName(name_key(name, maker), maker, name, "見本 台帳", "MH-1")


@pytest.mark.parametrize("name", ["MH1210W", "MHX1210", "MH-1210-JPN"])
def test_a_like_name_is_offered(name: str) -> None:
    (near,) = near_names([stated(name)], [ROUTER])
    assert (near.product_id, near.stated.name) == ("mihon:mh1210", name)
    assert near.likeness >= LIKENESS


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("MH1220", "Mihon Denki"),
        ("MH1210W", "Betsu Denki"),
        ("MH1210W", ""),
        ("Something 1210", "Mihon Denki"),
        ("MH", "Mihon Denki"),
    ],
)
def test_another_device_or_maker_is_not(name: str, maker: str) -> None:
    assert near_names([stated(name, maker)], [ROUTER]) == ()


def test_a_name_is_offered_once_for_a_product_and_the_likest_first() -> None:
    found = near_names([stated("MHXX1210"), stated("MH1210W"), stated("MH1210W")], [ROUTER])
    assert [one.stated.name for one in found] == ["MH1210W", "MHXX1210"]


@given(names=st.lists(st.text(max_size=12), max_size=6))
def test_whatever_is_stated_the_figures_are_those_of_the_product(names: list[str]) -> None:
    for near in near_names([stated(name) for name in names], [ROUTER]):
        assert "1210" in near.stated.key
