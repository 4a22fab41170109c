from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.feeds.figures import read_date, read_number, read_quantity, read_yen


@pytest.mark.parametrize(
    ("written", "yen"),
    [
        ("1234500", 1_234_500),
        ("￥1,234,500-", 1_234_500),
        ("¥1,234,500", 1_234_500),
        ("１，２３４，５００円", 1_234_500),
        ("金額", None),
        ("1,234,500円（税込）", 1_234_500),
        ("▲50,000", -50_000),
        ("△50,000", -50_000),
        ("(50,000)", -50_000),
        ("−50,000", -50_000),
        ("1234.56", 1234),
        ("別途お見積", None),
        ("1e999999", None),
        ("9" * 400, None),
        ("", None),
        ("-", None),
    ],
)
def test_money_is_read_as_people_write_it(written: str, yen: int | None) -> None:
    assert read_yen(written) == yen


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        ("２", 2),
        ("2台", 2),
        ("１２ 本", 12),
        ("一式", 1),
        ("1式", 1),
        ("式", 1),
        ("0.5人日", Decimal("0.5")),
        ("多数", None),
    ],
)
def test_quantities_are_read_with_or_without_their_unit(written: str, quantity: Decimal | None) -> None:
    assert read_quantity(written) == quantity


@pytest.mark.parametrize(
    "written",
    [
        "2026-08-22",
        "2026/8/22",
        "2026.8.22",
        "２０２６年８月２２日",
        "2026年8月22日(土)",
        "令和8年8月22日",
        "R8.8.22",
        "20260822",
        "2026-08-22 09:30:00",
        "2026-08-22T09:30:00",
    ],
)
def test_days_are_read_as_people_write_them(written: str) -> None:
    assert read_date(written) == date(2026, 8, 22)


@pytest.mark.parametrize(
    "written", ["2026/13/1", "令和0年0月0日", "8月22日", "御見積日", "2026-08-22より", ""]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_date(written) is None


def test_the_first_year_of_an_era_has_a_name() -> None:
    assert read_date("令和元年5月1日") == date(2019, 5, 1)


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_any_text_is_a_figure_or_none(text: str) -> None:
    read_number(text)
    read_quantity(text)
    read_yen(text)
    read_date(text)
