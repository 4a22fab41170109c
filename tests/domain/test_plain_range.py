"""A range that a person fills in reads as it was meant, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import contains
from jcssa_desktop.domain.plain_range import PlainRange, read_plain


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        (PlainRange("7.4.0", end="7.4.10"), ">=7.4.0 <=7.4.10"),
        (PlainRange("7.4.0", begin_included=False, end="7.4.10", end_included=False), ">7.4.0 <7.4.10"),
        (PlainRange(end=" 1.05 "), "<=1.05"),
        (PlainRange("12.10.4 Update 1"), ">=12.10.4 Update 1"),
        (PlainRange(), ""),
        (PlainRange("<7.4"), ""),
    ],
)
def test_what_is_filled_in_is_written_as_ranges_are_read(plain: PlainRange, text: str) -> None:
    assert plain.text == text


@pytest.mark.parametrize("text", [">=7.4.0 <=7.4.10", ">7.4.0", "<7.4.10"])
def test_a_written_range_comes_back_into_the_fields(text: str) -> None:
    plain = read_plain(text)
    assert plain is not None
    assert plain.text == text


def test_what_nobody_can_have_filled_in_is_not_taken_apart() -> None:
    assert read_plain("=7.4.0") is None
    assert read_plain("7.4 より前") is None
    assert read_plain("*") == PlainRange()


@given(plain=st.builds(PlainRange, st.text(max_size=12), st.booleans(), st.text(max_size=12), st.booleans()))
def test_whatever_is_typed_is_a_range_or_nothing(plain: PlainRange) -> None:
    if plain.text:
        again = read_plain(plain.text)
        assert again is not None
        assert again.text == plain.text
        assert contains("fortios", (plain.text,), "7.4.9") in {True, False, None}
