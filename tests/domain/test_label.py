from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.label import LabelState, ProductLabel, label_state

LAST = date(2028, 3, 31)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (LAST - timedelta(days=91), LabelState.VALID),
        (LAST - timedelta(days=90), LabelState.ENDING),
        (LAST, LabelState.ENDING),
        (LAST + timedelta(days=1), LabelState.ENDED),
    ],
)
def test_a_label_ends_after_its_last_day_and_says_so_ninety_days_before(
    today: date, state: LabelState
) -> None:
    assert ProductLabel(1, "見本-1", "IPA", date(2026, 4, 1), valid_until=LAST).state(today) is state


def test_a_label_without_a_last_day_is_not_called_valid() -> None:
    assert label_state(None, LAST) is LabelState.UNKNOWN


@pytest.mark.parametrize(("level", "declared"), [(1, True), (2, True), (3, False), (4, False)])
def test_the_first_two_levels_are_the_makers_own_declaration(*, level: int, declared: bool) -> None:
    assert ProductLabel(level, "見本-1", "IPA", LAST).is_declared is declared


@given(st.dates(), st.dates(), st.dates())
def test_a_label_never_comes_back(valid_until: date, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    if label_state(valid_until, earlier) is LabelState.ENDED:
        assert label_state(valid_until, later) is LabelState.ENDED
