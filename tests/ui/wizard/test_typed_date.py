from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.ui.wizard.typed_date import parse_day, parse_moment, parse_yen

TODAY = date(2026, 8, 7)
NOW = datetime(2026, 8, 7, 9, 0, tzinfo=timezone(timedelta(hours=9)))


@pytest.mark.parametrize(
    "text",
    [
        "2026-08-20",
        "2026/8/20",
        "2026.08.20",
        "2026年8月20日",
        "20260820",
        "２０２６／８／２０",
        "8/20",
        "8月20日",
        "R8.8.20",
        "令和8年8月20日",
        " 2026-08-20 ",
    ],
)
def test_a_day_is_read_in_every_usual_way(text: str) -> None:
    assert parse_day(text, TODAY) == date(2026, 8, 20)


def test_an_empty_text_states_no_day() -> None:
    assert parse_day("　", TODAY) is None


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert parse_day("1/8", date(2026, 12, 20)) == date(2027, 1, 8)
    assert parse_day("12/28", date(2027, 1, 5)) == date(2026, 12, 28)
    assert parse_day("2/29", date(2027, 3, 1)) == date(2028, 2, 29)


def test_the_first_year_of_an_era_is_gannen() -> None:
    assert parse_day("令和元年5月1日", TODAY) == date(2019, 5, 1)


@pytest.mark.parametrize("text", ["2026-02-30", "8/32", "あした", "2026", "13/1", "8/7/6", "R8"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the type is all that is promised
        parse_day(text, TODAY)


@given(st.text(max_size=24))
@settings(max_examples=100)
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        day = parse_day(text, TODAY)
    except ValueError:
        return
    assert day is None or isinstance(day, date)


@given(st.dates())
@settings(max_examples=100)
def test_a_shown_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day


def test_a_visit_is_read_with_its_time_on_the_clock_of_this_place() -> None:
    assert parse_moment("8/20 14:05", NOW) == datetime(2026, 8, 20, 14, 5, tzinfo=NOW.tzinfo)
    assert parse_moment("2026-08-20　9時", NOW) == datetime(2026, 8, 20, 9, 0, tzinfo=NOW.tzinfo)
    assert parse_moment("8/20", NOW) == datetime(2026, 8, 20, tzinfo=NOW.tzinfo)
    assert parse_moment("", NOW) is None


@pytest.mark.parametrize("text", ["14:00", "8/20 25:00", "8/20 昼", "昼"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the type is all that is promised
        parse_moment(text, NOW.astimezone(UTC))


@pytest.mark.parametrize("text", ["1848000", "1,848,000", "￥1,848,000", "１８４８０００円", "¥1 848 000"])
def test_an_amount_is_read_with_its_usual_decoration(text: str) -> None:
    assert parse_yen(text) == 1_848_000


def test_an_empty_amount_is_none_and_not_zero() -> None:
    assert parse_yen("") is None
    assert parse_yen("0") == 0


@pytest.mark.parametrize("text", ["184万", "-5", "約100円", "1.5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the type is all that is promised
        parse_yen(text)
