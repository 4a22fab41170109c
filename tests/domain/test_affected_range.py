"""Which versions a stated range takes in, and which it leaves open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators, contains
from jcssa_desktop.domain.firmware_version import SCHEMES

HOSPITAL = (">=6.0.0 <=6.0.4", ">=5.6.3 <=5.6.7", ">=5.4.6 <=5.4.12")


@pytest.mark.parametrize("version", ["6.0.4", "6.0.0", "v6.0.4,build0231 (GA)", "5.6.3", "5.4.12"])
def test_a_version_within_any_range_is_inside(version: str) -> None:
    assert contains("fortios", HOSPITAL, version) is True


@pytest.mark.parametrize("version", ["6.0.5", "5.6.8", "5.6.2", "5.4.13", "5.4.5", "6.2.0", "7.4.8"])
def test_a_version_beyond_every_range_is_outside(version: str) -> None:
    assert contains("fortios", HOSPITAL, version) is False


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("<2.2.0", "Ver.2.1.9", "Ver.2.2.0"),
        ("<=2.1.8", "2.1.8", "2.1.9"),
        ("=2.1.9", "2.1.9", "2.1.8"),
        ("==2.1.9", "2.1.9", "2.1.8"),
        (">2.1.9", "2.2.0", "2.1.9"),
        (">= 2.1.0, < 2.1.9", "2.1.8", "2.1.9"),
        ("≧2.1.0　≦2.1.8", "2.1.8", "2.1.9"),
        ("＜２．２．０", "2.1.9", "2.2.0"),
    ],
)
def test_comparators_include_or_exclude_their_bound(text: str, inside: str, outside: str) -> None:
    assert contains("ver_3part", (text,), inside) is True
    assert contains("ver_3part", (text,), outside) is False


@pytest.mark.parametrize("version", ["1.0", "anything", ""])
def test_every_version_takes_in_whatever_is_installed(version: str) -> None:
    assert contains("dotted", (EVERY_VERSION,), version) is True


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("6.5.1", True),
        ("6.6.181", True),
        ("6.6.182", False),
        ("6.6.200", False),
        ("6.7.0", True),
        ("6.7.64", True),
        ("6.7.65", False),
    ],
)
def test_without_trains_versions_that_differ_in_the_last_figure_stand_in_for_one(
    version: str,
    told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert contains("common", ("<6.6.182", "<=6.7.64"), version) is told


def test_without_trains_what_lies_between_two_open_ranges_is_not_told() -> None:
    assert contains("common", ("<6.4.9", "<=6.7.64"), "6.5.1") is None
    assert contains("ver_2part", ("<=1.13", "<=2.16"), "1.14") is None


def test_a_range_of_ios_may_leave_out_what_is_in_brackets() -> None:
    told = [contains("cisco_ios", (">=12.2 <=15.6",), one) for one in ("15.2(7)E6", "15.6(3)M", "15.9(3)M1")]
    assert told == [True, None, False]


# --- what cannot be told


def test_no_range_no_version_or_an_unread_version_leaves_it_open() -> None:
    assert contains("fortios", (), "7.4.8") is None
    assert contains("fortios", HOSPITAL, "") is None
    assert contains("fortios", HOSPITAL, "   ") is None
    assert contains("fortios", HOSPITAL, "最新版") is None


@pytest.mark.parametrize(
    "text",
    ["", "6.0.4", "~6.0", "<", ">=6.0.0 <", "!=6.0.4", "all versions", "<=より前", ">=6.0.4 <=6.0.0"],
)
def test_a_range_that_cannot_be_read_is_never_taken_for_not_affected(text: str) -> None:
    assert contains("fortios", (text,), "7.4.8") is None
    assert contains("fortios", (*HOSPITAL, text), "7.4.8") is None


def test_a_range_that_cannot_be_read_does_not_hide_one_that_can() -> None:
    assert contains("fortios", ("not a range", *HOSPITAL), "6.0.4") is True


def test_a_decided_bound_decides_whatever_the_other_says() -> None:
    assert contains("fortios", (">=7.2.0 <=7.2.?",), "7.0.5") is False
    assert contains("fortios", (">=7.2.0 <=7.2.?",), "7.2.5") is None


def test_raw_versions_are_only_ever_the_same_or_unknown() -> None:
    assert contains("raw", ("=V68RK50A",), "V68RK50A") is True
    assert contains("raw", ("<=V68RK50A",), "V68RK50A") is True
    assert contains("raw", ("<V68RK50A",), "V68RK50A") is False
    assert contains("raw", ("<=V68RK50A",), "V68RK49A") is None
    assert contains("raw", ("=V68RK50A",), "V68RK49A") is None


def test_a_bound_without_its_build_decides_what_it_can() -> None:
    assert contains("sonicos", (">=7.0.1 <7.0.2",), "7.0.1-5035") is True
    assert contains("sonicos", ("<7.0.1",), "7.0.1-5035") is False
    assert contains("sonicos", ("<=7.0.1",), "7.0.1-5035") is None
    assert contains("qnap", (">=5.1.0 <5.1.7.2770",), "5.1.0.2444 build 20230629") is True


# --- another line of versions


def test_a_range_of_another_model_s_revisions_says_nothing() -> None:
    assert contains("yamaha_rev", ("<=14.01.33",), "Rev.15.02.03") is None


def test_a_range_of_another_line_is_passed_over_beside_one_that_speaks() -> None:
    stated = ("<=5.9.2.14-12o", "<=6.5.4.14-109n", "<=7.0.1-5035")
    assert contains("sonicos", stated, "7.0.1-5161") is False
    assert contains("sonicos", stated, "7.0.1-5035") is True
    assert contains("sonicos", stated, "8.0.0-8035") is None


def test_versions_named_by_year_are_not_swallowed_by_an_upper_bound() -> None:
    stated = (">=11.10.2 <12.11.6",)
    assert contains("watchguard", stated, "2025.1.3") is None
    assert contains("watchguard", (*stated, ">=2025.1 <2025.1.4"), "2025.1.4") is False


def test_a_listed_image_for_one_platform_is_not_the_common_one() -> None:
    listed = ("=17.9.4", "=17.9.5s", "=17.9.3a")
    assert contains("cisco_iosxe", listed, "17.9.4") is True
    assert contains("cisco_iosxe", listed, "17.9.5") is False
    assert contains("cisco_iosxe", ("=17.9.5s",), "17.9.5") is False
    assert contains("cisco_ios", ("=15.2(4)M11",), "15.2(7)E6") is None


# --- whole trains


def test_a_train_takes_in_all_its_versions_and_no_others() -> None:
    for train in ("=7.2.*", "=7.2.x", "=7.2.X"):
        assert contains("fortios", (train,), "7.2.0") is True
        assert contains("fortios", (train,), "v7.2.11,build2795") is True
        assert contains("fortios", (train,), "7.20.1") is False
        assert contains("fortios", (train,), "7.4.1") is False
        assert contains("fortios", (train,), "?") is None
    assert contains("cisco_iosxe", ("=17.9.*",), "17.09.04a") is True
    assert contains("yamaha_rev", ("=15.02.*",), "Rev.15.02.31") is True
    assert contains("yamaha_rev", ("=15.02.*",), "Rev.14.01.38") is None
    assert contains("raw", ("=7.2.*",), "7.2.5") is None
    assert contains("dotted", ("=7.3.0.*",), "7.3.5") is False
    assert contains("dotted", ("=7.3.0.*",), "7.3") is True
    assert contains("fortios", ("=7.0.1.*",), "7.0") is None


def test_a_train_as_a_bound_begins_with_its_lowest_and_ends_with_its_highest_version() -> None:
    assert contains("dotted", ("<=3.6.*",), "3.6.9") is True
    assert contains("dotted", ("<=3.6.*",), "3.7.0") is False
    assert contains("dotted", (">=3.6.2 <=3.6.*",), "3.6.1") is False
    assert contains("dotted", (">=3.6.2 <=3.6.*",), "3.6.5") is True
    assert contains("dotted", (">3.6.*",), "3.6.9") is False
    assert contains("qnap", (">=5.1.x <5.1.7.2770 build 20240520",), "QTS 5.1.5.2645 build 20240116") is True
    assert contains("qnap", (">=5.1.x <5.1.7.2770 build 20240520",), "5.0.1.2514") is False
    assert contains("synology", (">=* <9.2.0-9289",), "9.1.0-8000") is True


def test_a_shorter_bound_leaves_its_own_later_builds_open() -> None:
    assert contains("dotted", ("<=3.4",), "3.4.0") is True
    assert contains("dotted", ("<=3.4",), "3.4.0.10") is None
    assert contains("dotted", ("<=3.4",), "3.5") is False
    assert contains("dotted", ("<3.4",), "3.4.0.10") is False
    assert contains("dotted", ("<=3.4.0",), "3.4.1") is False


# --- what is stated as not affected


def test_what_is_not_affected_is_taken_out_of_every_version() -> None:
    assert contains("dotted", (EVERY_VERSION,), "2.1", unaffected=(">=2.0",)) is False
    assert contains("dotted", (EVERY_VERSION,), "1.9", unaffected=(">=2.0",)) is True
    assert contains("dotted", (EVERY_VERSION,), "", unaffected=(">=2.0",)) is None
    assert contains("dotted", (EVERY_VERSION,), "?", unaffected=(">=2.0",)) is None


def test_a_version_taken_out_of_a_wider_range_is_an_exception() -> None:
    assert contains("dotted", (">=3.0 <3.5",), "3.2", unaffected=("=3.2",)) is False
    assert contains("dotted", (">=3.0 <3.5",), "3.3", unaffected=("=3.2",)) is True


def test_what_is_stated_both_ways_is_unknown() -> None:
    assert contains("dotted", (">=3.0 <3.5",), "3.2", unaffected=(">=3.1 <3.3",)) is None
    assert contains("dotted", ("=3.2",), "3.2", unaffected=("=3.2",)) is None


def test_what_is_only_stated_as_not_affected_is_not() -> None:
    assert contains("dotted", (), "3.2", unaffected=("=3.2",)) is False
    assert contains("dotted", (), "3.3", unaffected=("=3.2",)) is None
    assert contains("dotted", ("no range",), "3.2", unaffected=("<3.3",)) is False


def test_a_train_that_is_mended_says_nothing_of_the_next() -> None:
    mended = (">=10.1.14", ">=10.2.5", ">=11.0.2")
    assert contains("panos", ("<10.2.5", "<10.1.14"), "10.2.3", unaffected=mended) is True
    assert contains("panos", ("<10.2.5", "<10.1.14"), "10.2.5", unaffected=mended) is False
    assert contains("panos", (EVERY_VERSION,), "10.2.3", unaffected=mended) is True
    assert contains("panos", (EVERY_VERSION,), "10.2.6", unaffected=mended) is False
    assert contains("panos", (EVERY_VERSION,), "12.1.2", unaffected=mended) is False
    assert contains("panos", (EVERY_VERSION,), "9.1.2", unaffected=mended) is True
    assert contains("panos", (EVERY_VERSION,), "10.2.3", unaffected=(">=10.1.14", ">=11.0.2")) is None


def test_whether_a_version_is_spared_may_be_open() -> None:
    assert contains("dotted", (EVERY_VERSION,), "2.1", unaffected=(">=2.0",)) is False
    assert contains("dotted", (EVERY_VERSION,), "1.9", unaffected=(">=2.0",)) is True
    assert contains("dotted", (EVERY_VERSION,), "1.9", unaffected=("no range", ">=2.0")) is None
    assert contains("yamaha_rev", (EVERY_VERSION,), "Rev.14.01.42", unaffected=(">=15.02.31",)) is True
    assert contains("panos", (EVERY_VERSION,), "10.2.3", unaffected=(">=10.1.14", ">=11.0.2")) is None
    assert contains("fortios", (EVERY_VERSION,), "7.4.1", unaffected=("=7.4.*",)) is False


# --- trains that are mended side by side


def test_a_wider_range_does_not_reach_past_the_end_of_the_own_train() -> None:
    stated = ("<=7.0.1-5151", "<=7.1.1-7051")
    assert contains("sonicos", stated, "7.0.1-5151") is True
    assert contains("sonicos", stated, "7.0.1-5161") is False
    assert contains("sonicos", stated, "7.1.1-7051") is True
    assert contains("sonicos", stated, "7.1.2-7019") is False


def test_an_exception_for_a_train_within_a_range_is_heard() -> None:
    stated = (">=9.2.0 <=10.10.21", ">=10.8.0 <=10.8.27", ">=10.9.0 <=10.9.14")
    assert contains("nec_ix", stated, "10.8.27") is True
    assert contains("nec_ix", stated, "10.8.28") is False
    assert contains("nec_ix", stated, "10.7.18") is True
    assert contains("nec_ix", stated, "10.10.22") is False


def test_a_fix_named_in_the_own_train_is_heard() -> None:
    assert contains("fortios", ("<7.0.12",), "6.4.13", ("7.0.12", "6.4.13")) is False
    assert contains("fortios", ("<7.0.12",), "6.4.14", ("7.0.12", "6.4.13")) is False
    assert contains("fortios", ("<7.0.12",), "6.4.12", ("7.0.12", "6.4.13")) is True


def test_a_named_fix_decides_what_a_range_leaves_open() -> None:
    assert contains("dotted", ("<=3.4",), "3.4.0.17", ("3.4.0.17",)) is False
    assert contains("dotted", ("<=3.4",), "3.4.0.16", ("3.4.0.17",)) is None
    assert contains("fortios", ("<=7.4",), "7.4.9", ("7.4.9", "7.6.1")) is False
    assert contains("fortios", ("<=7.4",), "7.4.8", ("7.4.9", "7.6.1")) is None
    assert contains("dotted", ("?",), "3.4.0.17", ("3.4.0.17",)) is None


def test_an_open_beginning_is_taken_by_its_word_where_it_is_the_lowest() -> None:
    stated = (">=7.2.0 <7.2.3", ">=7.0.0 <7.0.9", "<6.0.16")
    assert contains("fortios", stated, "5.6.3") is True
    assert contains("fortios", stated, "6.0.16") is False
    assert contains("fortios", stated, "6.2.1") is False
    assert contains("fortios", ("<7.0.12",), "6.4.13") is True


def test_an_open_beginning_above_another_range_leaves_the_trains_between_open() -> None:
    stated = ("<10.2.0-h3", "<10.1.6-h6", "<9.1.14")
    assert contains("panos", stated, "10.0.5") is None
    assert contains("panos", stated, "10.1.6-h6") is False
    assert contains("panos", stated, "10.1.6-h5") is True
    assert contains("panos", stated, "9.0.1") is True
    assert contains("panos", stated, "11.1.0") is False


def test_a_range_that_begins_where_another_ends_is_heard() -> None:
    stated = (">=16.2 <17.0", ">=17.0 <18.0", ">=18.0 <18.211.2")
    assert contains("meraki", stated, "MX 16.9.1") is True
    assert contains("meraki", stated, "MX 17.1") is True
    assert contains("meraki", stated, "MX 18.211.2") is False


def test_ranges_that_contradict_each_other_are_unknown() -> None:
    stated = (">=7.0.0 <=7.4.2", ">=7.0.0 <=7.0.5")
    assert contains("fortios", stated, "7.0.5") is True
    assert contains("fortios", stated, "7.0.6") is None
    assert contains("fortios", stated, "7.2.0") is True


def test_a_version_stated_as_affected_and_as_mended_is_unknown() -> None:
    assert contains("fortios", (">=7.4.0 <=7.4.9",), "7.4.9", ("7.4.9",)) is None
    assert contains("ver_3part", ("<=2.1.9",), "2.1.9", ("Ver.2.1.9",)) is None
    assert contains("fortios", (EVERY_VERSION,), "7.4.9", ("7.4.9",)) is None


# --- what holds for all ranges

numbers = st.integers(0, 9)


@settings(max_examples=100, deadline=None)
@given(numbers, numbers, numbers, numbers)
def test_a_closed_range_holds_exactly_what_lies_between(low: int, high: int, at: int, minor: int) -> None:
    stated = f">=7.{minor}.{low} <=7.{minor}.{high}"
    expected = low <= at <= high if low <= high else None
    assert contains("fortios", (stated,), f"7.{minor}.{at}") is expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4), numbers, numbers)
def test_the_order_in_which_ranges_stand_does_not_matter(
    ends: list[tuple[int, int]], train: int, at: int
) -> None:
    stated = tuple(f"<7.{minor}.{patch}" for minor, patch in ends)
    version = f"7.{train}.{at}"
    told = contains("fortios", stated, version)
    assert contains("fortios", stated[::-1], version) is told
    assert contains("fortios", (*stated, *stated), version) is told
    if told is False:
        assert all((train, at) >= end or train in [minor for minor, _ in ends] for end in ends)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([*sorted(SCHEMES), "?"]),
    st.lists(st.text(max_size=25) | st.text("<>=0123456789.-* ", max_size=20), max_size=3),
    st.text(max_size=20) | st.text("0123456789.-", max_size=12),
)
def test_no_text_is_too_odd(scheme: str, ranges: list[str], version: str) -> None:
    assert contains(scheme, tuple(ranges), version, tuple(ranges)) in (True, False, None)
    for text in ranges:
        assert comparators(text) is None or all(bound for _, bound in comparators(text) or ())


def test_an_endless_range_is_read_without_delay() -> None:
    assert contains("dotted", ("< " * 100_000, " " * 100_000 + "<1.0", "<" + "1." * 100_000), "1.0") is None


def test_a_part_of_a_train_may_be_taken_out_of_a_wider_range() -> None:
    hotfix = (">=10.2.9-h16 <10.2.10", ">=10.2.12-h2 =10.2.*")
    for version, affected in (
        ("10.2.9-h15", True),
        ("10.2.9-h16", False),
        ("10.2.10", True),
        ("10.2.12-h2", False),
    ):
        assert contains("panos", ("<10.2.12-h2",), version, ("10.2.9-h16", "10.2.12-h2"), hotfix) is affected
    assert contains("panos", ("<=10.2.9-h20",), "10.2.9-h17", (), (">=10.2.9-h16 <10.2.10",)) is None
