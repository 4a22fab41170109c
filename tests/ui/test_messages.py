"""Dates, amounts and states in the words of the screen."""

from datetime import UTC, date, datetime

import pytest

from jcssa_desktop.domain.archive import DraftSummary
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.lifecycle import PartialDate
from jcssa_desktop.ui import messages

TODAY = date(2026, 8, 7)


def test_the_head_of_a_page_names_the_japanese_year() -> None:
    assert messages.today_in_full(TODAY) == "2026年（令和8年）8月7日 金曜日"


def test_a_day_of_this_year_goes_without_its_year() -> None:
    assert messages.day_in_prose(date(2026, 8, 5), TODAY) == "8月5日"
    assert messages.day_in_prose(date(2025, 8, 5), TODAY) == "2025年8月5日"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2027-05-11", "2027年5月11日"),
        ("2027-05", "2027年5月"),
        ("2027", "2027年"),
        ("unpublished", "未公表"),
    ],
)
def test_a_lifecycle_date_is_written_as_exactly_as_it_is_known(written: str, words: str) -> None:
    assert messages.partial_in_prose(PartialDate.parse(written)) == words


@pytest.mark.parametrize(("days", "words"), [(0, "きょう"), (1, "きのう"), (4, "4日前")])
def test_an_age_is_told_in_days(days: int, words: str) -> None:
    assert messages.days_ago(days) == words


def test_an_amount_that_is_not_stated_is_not_zero() -> None:
    assert messages.yen(1284000) == "1,284,000円"
    assert messages.yen(None) == "金額の記載なし"


def test_every_step_has_a_name() -> None:
    assert all(messages.step_name(step.value) for step in Step)
    assert messages.step_name("") == ""


def draft(**changes: object) -> DraftSummary:
    values: dict[str, object] = {
        "disclosure_id": "d",
        "customer": "見本精密工業株式会社",
        "title": "FortiGate 60F",
        "lines": 3,
        "quotation_number": "Q-2026-0418",
        "visit_on": None,
        "explained": 2,
        "questions": 1,
        "next_step": "item_6",
        "saved_at": datetime(2026, 8, 6, tzinfo=UTC),
    }
    return DraftSummary(**{**values, **changes})  # type: ignore[arg-type]


def test_a_draft_is_told_by_its_first_device_and_quotation() -> None:
    assert messages.draft_contents(draft()) == "FortiGate 60F ほか・見積 Q-2026-0418"
    assert messages.draft_contents(draft(lines=1, quotation_number="")) == "FortiGate 60F"
    assert messages.draft_contents(draft(title="", lines=0)) == "明細なし・見積 Q-2026-0418"


def test_a_draft_without_a_customer_says_so() -> None:
    assert messages.draft_name(draft(customer="")) == "お客様名は未入力"


def test_a_visit_today_is_told_by_its_hour() -> None:
    assert messages.visit_words(datetime(2026, 8, 7, 14, 0, tzinfo=UTC), TODAY) == "きょう 14:00 訪問"
    assert messages.visit_words(datetime(2026, 8, 10, 9, 0, tzinfo=UTC), TODAY) == "8月10日（月）訪問"
    assert messages.visit_words(None, TODAY) == "訪問日 未定"


def test_an_old_catalogue_is_marked_by_shape_and_word() -> None:
    fresh = messages.catalogue_age(date(2026, 8, 3), TODAY)
    old = messages.catalogue_age(date(2026, 6, 1), TODAY)
    assert (fresh.name, fresh.word) == ("done", "カタログ 4日前の情報")
    assert (old.name, old.word) == ("caution", "カタログ 67日前の情報")
    assert messages.catalogue_age(None, TODAY).name == "unknown"
