import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import comparators
from jcssa_desktop.feeds.version_field import read_alone, read_between, read_from


def _ranges(text: str) -> list[tuple[str, ...]]:
    return [one.ranges for one in read_alone(text)]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("17.9.4", ("=17.9.4",)),
        ("V1.15(ACCC.3)C0", ("=1.15(ACCC.3)C0",)),
        ("\u00a07.0.1-5035 ", ("=7.0.1-5035",)),
        ("*", ("*",)),
        ("all versions", ("*",)),
        ("< 2.0", ("<2.0",)),
        (">= 1.0, < 2.0", (">=1.0 <2.0",)),
        ("firmware Ver. 1.10 and earlier", ("<=1.10",)),
        ("from Ver9.2 to Ver10.10.21", (">=9.2 <=10.10.21",)),
        ("2022 SU5", ("=2022 SU5",)),
    ],
)
def test_a_field_alone_is_read_as_versions_or_as_words(text: str, ranges: tuple[str, ...]) -> None:
    assert _ranges(text) == [ranges]


@pytest.mark.parametrize(
    "text", ["", "-", "n/a", "N/A", "unspecified", "various", "0", "see the vendor's page", "6.0 and more, 7"]
)
def test_placeholders_and_sentences_without_a_version_stay_unread(text: str) -> None:
    assert _ranges(text) == []


def test_versions_of_two_devices_in_one_field_are_alternatives() -> None:
    assert _ranges("L2CN34WW/L3CN34WW") == [("=L2CN34WW", "=L3CN34WW")]
    read = read_between("0", "L2CN34WW/L3CN34WW", included=False)
    assert [one.ranges for one in read] == [("<L2CN34WW",), ("<L3CN34WW",)]


def test_models_in_a_field_come_with_their_own_ranges() -> None:
    read = read_alone("MR830 Rev.15.02.17 and earlier, MR510 Rev.15.01.18 and earlier")
    assert [(one.models, one.ranges) for one in read] == [
        (("MR830",), ("<=15.02.17",)),
        (("MR510",), ("<=15.01.18",)),
    ]


@pytest.mark.parametrize(
    ("start", "end", "included", "range_"),
    [
        ("1.0", "2.0", False, ">=1.0 <2.0"),
        ("1.0", "2.0", True, ">=1.0 <=2.0"),
        ("0", "2.0", False, "<2.0"),
        ("n/a", "2.0", True, "<=2.0"),
        ("unspecified", " \t2.0", False, "<2.0"),
        ("1.0", "*", True, ">=1.0"),
        ("0", "*", False, "*"),
        ("5.1.x", "5.1.7.2770 build 20240520", False, ">=5.1 <5.1.7.2770 build 20240520"),
        ("9.0", "9.0.x", True, ">=9.0 <9.1"),
        ("6.4.0", "6.4.*", False, ">=6.4.0 <6.5"),
        ("Mihon OS 8.6.x", "<=8.6.0.21", True, ">=8.6 <=8.6.0.21"),
    ],
)
def test_two_fields_are_a_range(start: str, end: str, included: bool, range_: str) -> None:  # noqa: FBT001 - a column of the table
    assert [one.ranges for one in read_between(start, end, included=included)] == [(range_,)]


@pytest.mark.parametrize(
    ("start", "end"), [("6.4.3", "6.4.3"), ("8", "0"), ("1.0", "log4x-core*"), ("1.0", ""), ("2.0", "3.*")]
)
def test_a_range_that_holds_nothing_or_ends_in_no_version_stays_unread(start: str, end: str) -> None:
    assert read_between(start, end, included=False) == ()


def test_a_range_without_an_end_begins_with_its_version() -> None:
    assert (read_from("v19.5.4"), read_from("n/a")) == (">=19.5.4", "")


_TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="0123456789.xX*vV()<>=-,/ \u00a0", max_size=20),
    st.sampled_from(["0", "*", "n/a", "5.1.x", "1.0 and earlier", "<=2.0"]),
)


@given(_TEXT, _TEXT, st.booleans())
def test_any_text_gives_ranges_that_can_be_taken_apart_or_nothing(
    start: str,
    end: str,
    included: bool,  # noqa: FBT001 - made by hypothesis
) -> None:
    read = (*read_alone(start), *read_between(start, end, included=included))
    ranges = [text for one in read for text in (*one.ranges, *one.unaffected)]
    ranges += filter(None, [read_from(start)])
    assert all(text == "*" or comparators(text) for text in ranges)
