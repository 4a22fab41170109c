"""Lists of single versions are answered as if each were asked by itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import contains
from jcssa_desktop.domain.firmware_version import Version
from jcssa_desktop.domain.listed_versions import ListedVersions
from jcssa_desktop.domain.range_bounds import Bound, Holds

few = st.integers(0, 2)
WRITINGS = {
    "cisco_ios": st.tuples(few, few, st.sampled_from(["E", "M", ""]), few, st.sampled_from(["", "a"])).map(
        lambda v: f"15.{v[0]}({v[1]}){v[2]}{v[3] if v[2] else ''}{v[4] if v[2] else ''}"
    ),
    "cisco_iosxe": st.tuples(few, few, st.sampled_from(["", "a", "s"])).map(
        lambda v: f"17.{v[0]}.{v[1]}{v[2]}"
    ),
    "sonicos": st.tuples(st.integers(6, 7), few, st.sampled_from(["", "-5000", "-5001"])).map(
        lambda v: f"{v[0]}.{v[1]}.1{v[2]}"
    ),
    "dotted": st.tuples(few, few, st.sampled_from(["", " build 1", " build 2"])).map(
        lambda v: f"{v[0]}.{v[1]}{v[2]}"
    ),
    "qnap": st.tuples(few, st.sampled_from(["", ".1000", ".1001", " build 20240101"])).map(
        lambda v: f"5.1.{v[0]}{v[1]}"
    ),
    "raw": st.sampled_from(["A1", "B2"]),
}


def test_an_unread_version_that_begins_otherwise_is_another() -> None:
    listed = ("=10.1", "=10.5e", "=11.0 custom")
    assert contains("netscaler", listed, "14.1-20.1") is False
    assert contains("netscaler", listed, "10.5-20.1") is None
    assert contains("raw", ("=10.5e",), "14.1") is None


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_list_answers_as_its_members_do(data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(sorted(WRITINGS)))
    one = WRITINGS[scheme] | st.just("?")
    listed = [Version.read(scheme, text) for text in data.draw(st.lists(one, max_size=6))]
    asked = Version.read(scheme, data.draw(one))
    answers = {Bound("=", version).holds(asked) for version in listed}
    expected = next((held for held in (Holds.YES, Holds.OPEN, Holds.NO) if held in answers), Holds.APART)
    assert ListedVersions.of(listed).names(asked) is expected
