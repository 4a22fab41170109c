from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.feeds.moment import utc_day, utc_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-14T03:00:00.6258976", "2026-03-14T03:00:00.625Z"),
        ("2026-02-24T15:21:36.980", "2026-02-24T15:21:36.980Z"),
        ("2026-02-24T15:21:36Z", "2026-02-24T15:21:36.000Z"),
        ("2026-02-25T00:21:36+09:00", "2026-02-24T15:21:36.000Z"),
        ("2026-02-24", "2026-02-24T00:00:00.000Z"),
        ("gestern", ""),
        ("", ""),
        ("0001-01-01T00:00:00+09:00", ""),
    ],
)
def test_every_spelling_becomes_one_that_sorts(text: str, moment: str) -> None:
    assert utc_moment(text) == moment


def test_the_day_is_that_of_utc() -> None:
    assert utc_day("2026-02-25T00:21:36+09:00") == date(2026, 2, 24)
    assert utc_day("n/a") is None


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    assert utc_moment(text) == "" or utc_day(text) is not None
