"""Which date a sheet states where several are known."""

from datetime import date, timedelta

from jcssa_desktop.domain.deciding_dates import deciding_dates
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind
from tests.domain.builders import SEEN, TODAY, ends

DAY = timedelta(days=1)


def decided(*dates: LifecycleDate, train: str = "7.4", today: date = TODAY) -> list[str]:
    return [str(one.ends) for one in deciding_dates(dates, train, today)]


def test_the_model_s_own_date_beats_its_family_s() -> None:
    assert decided(ends("2026"), ends("2028", own=True)) == ["2028"]


def test_of_model_and_train_the_first_to_end_decides() -> None:
    assert decided(ends("2027-05", own=True), ends("2026-11", train="7.4")) == ["2026-11"]


def test_a_published_date_beats_an_unpublished_one() -> None:
    assert decided(ends("unpublished", own=True), ends("2028")) == ["2028"]
    assert decided(ends("unpublished")) == ["unpublished"]


def test_what_a_source_said_last_counts() -> None:
    assert decided(ends("2027", seen_on=SEEN), ends("2028", seen_on=SEEN + DAY)) == ["2028"]


def test_of_sources_that_differ_the_first_to_end_decides() -> None:
    assert decided(ends("2028", source="A"), ends("2027", source="B")) == ["2027"]


def test_dates_of_other_trains_and_of_tomorrow_do_not_count() -> None:
    assert decided(ends("2027", train="7.2")) == []
    assert decided(ends("2027", seen_on=TODAY + DAY)) == []


def test_each_kind_has_one_date() -> None:
    dates = [ends("2027", kind) for kind in reversed(LifecycleKind)]
    assert [one.kind for one in deciding_dates(dates, "7.4", TODAY)] == list(LifecycleKind)
