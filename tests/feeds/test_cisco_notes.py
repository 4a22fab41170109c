"""What Cisco's notes say of each product, in the shapes in which they come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import contains
from jcssa_desktop.feeds.cisco_notes import CiscoStatement, covers, read_notes
from jcssa_desktop.feeds.cisco_tables import read_table

ROUTERS = (
    "CVE-2099-0001 and CVE-2099-0002 affect the following Cisco products:\r\n\r\n"
    "QV160 VPN Routers\r\nQV160W Wireless Routers\r\nQV340 VPN Routers\r\n\r\n"
    "CVE-2099-0003 affects only the following Cisco products:\r\n\r\nQV340 VPN Routers\r\n\r\n"
    'See the Fixed Software ["#fs"] section.'
)
ROUTER_FIXES = (
    "  Cisco Product  Vulnerable Releases  First Fixed Release          "
    "QV160 and QV170 Series Routers  9.0.01.05 and earlier  9.0.01.07      "
    "QV340 and QV345 Series Routers  9.0.03.24 and earlier  9.0.03.26\r\nEnd."
)


def said(statements: tuple[CiscoStatement, ...], product: str, cve: str = "") -> CiscoStatement:
    """The one statement about a product's first word and a CVE number."""
    [one] = [
        each
        for each in statements
        if each.product.split(" ")[0] == product and (not each.cves or not cve or cve in each.cves)
    ]
    return one


def test_a_table_gives_each_product_its_releases() -> None:
    read = read_notes(ROUTERS, ROUTER_FIXES)
    assert said(read, "QV160", "CVE-2099-0001").ranges == ("<=9.0.01.05",)
    assert said(read, "QV160W", "CVE-2099-0001").fixed_in == ("9.0.01.07",)
    assert said(read, "QV340", "CVE-2099-0003").ranges == ("<=9.0.03.24",)


@pytest.mark.parametrize(
    ("vulnerable", "ranges"),
    [
        (
            (
                "This vulnerability affects Cisco Small Business QV320 and QV325 Routers running Firmware "
                "Releases 9.4.2.15 through 9.4.2.20."
            ),
            {"QV320": (">=9.4.2.15 <=9.4.2.20",), "QV325": (">=9.4.2.15 <=9.4.2.20",)},
        ),
        (
            (
                "This vulnerability affects the following Cisco devices:\n\n"
                "QV132W Wireless-N VPN Routers if they are running a release earlier than 9.0.1.15\n"
                "QV134W Wireless-AC VPN Routers if they are running a release earlier than 9.0.1.21"
            ),
            {
                "QV132W Wireless-N VPN Routers": ("<9.0.1.15",),
                "QV134W Wireless-AC VPN Routers": ("<9.0.1.21",),
            },
        ),
        (
            "This vulnerability affects all firmware releases for Cisco QPA112 2-Port Phone Adapters.",
            {"QPA112": ("*",)},
        ),
        (
            (
                "These affect all software releases that run on Cisco Small Business QPA300 Series and Cisco "
                "QPA500 Series IP Phones, regardless of the configuration."
            ),
            {"QPA300 Series": ("*",), "QPA500 Series": ("*",)},
        ),
    ],
)
def test_a_sentence_may_state_the_releases_itself(
    vulnerable: str, ranges: dict[str, tuple[str, ...]]
) -> None:
    assert {one.product: one.ranges for one in read_notes(vulnerable, "")} == ranges


def test_a_product_not_listed_for_a_cve_is_not_affected_by_it() -> None:
    spared = said(read_notes(ROUTERS, ROUTER_FIXES), "QV160", "CVE-2099-0003")
    assert spared.ranges == ()
    assert spared.unaffected == ("*",)


def test_the_line_above_a_table_names_its_products_and_a_sentence_what_is_never_mended() -> None:
    vulnerable = (
        "These vulnerabilities affect the following if they are running a vulnerable release:\n\n"
        "950 Series Smart Switches\nBusiness 950 Series Smart Switches\nSmall Business 900 Series Switches\n"
    )
    fixed = (
        "In the following tables, the left column lists releases.\n\n950 Series Smart Switches\n"
        "     Cisco Firmware Release   First Fixed Release          2.5.9.15 and earlier  2.5.9.16\n"
        "Business 950 Series Smart Switches\n"
        "     Cisco Firmware Release  First Fixed Release          3.4 and earlier  3.4.0.17\n"
        "Download it.\n\nSmall Business 900 Series Switches\n\n"
        "Cisco has not and will not release firmware updates for these devices.\n"
    )
    sparing = "Cisco has confirmed that these do not affect the following products:\n\n920 Series Switches"
    read = {one.product: one for one in read_notes(vulnerable, fixed, sparing)}
    assert read["950 Series Smart Switches"].ranges == ("<=2.5.9.15",)
    assert read["Business 950 Series Smart Switches"].ranges == ("<3.4.0.17",)
    assert read["Small Business 900 Series Switches"].ranges == ("*",)
    assert [one.product for one in read.values() if one.no_fix] == ["Small Business 900 Series Switches"]
    assert read["920 Series Switches"].unaffected == ("*",)


def test_and_later_reaches_up_to_the_next_row() -> None:
    vulnerable = "This vulnerability affected the following products:\n\nQX64\nQX68\n\nNote: something."
    fixed = (
        "   Cisco QX Firmware Release  First Fixed Release          Earlier than 16.2  Not affected.      "
        "16.2 and later  Migrate to a fixed release.      17.0 and later  Migrate to a fixed release.      "
        "18.0 and later  18.211.2\nNote: QX64 is affected only when it is running releases 17.6 and later."
    )
    read = read_notes(vulnerable, fixed)
    stated = said(read, "QX68")
    expected = {
        "16.1": False,
        "16.9.1": True,
        "17.1": True,
        "18.107.2": True,
        "18.211.2": False,
        "19.1": None,
    }
    for version, inside in expected.items():
        told = contains("meraki", stated.ranges, f"MX {version}", stated.fixed_in, stated.unaffected)
        assert told is inside or (inside is None and told is False)
    older = said(read, "QX64")
    told = [
        contains("meraki", older.ranges, f"MX {version}", older.fixed_in, older.unaffected)
        for version in ("16.9.1", "17.1", "17.6", "18.107.2", "18.211.2")
    ]
    assert told == [False, False, True, True, False]


def test_releases_in_the_sentence_above_a_list_are_heard() -> None:
    sentence = "This affects the following if they are running {}:\n\nQV340 VPN Routers"
    ranges = {
        "a firmware release earlier than Release 9.0.01.02": ("<9.0.01.02",),
        "firmware Release 9.0.03.29 or earlier": ("<=9.0.03.29",),
        "Router Firmware Release 9.0.03.24 or later": (">=9.0.03.24",),
        "a vulnerable release": (),
    }
    for words, meant in ranges.items():
        [read] = read_notes(sentence.format(words), "")
        assert read.ranges == meant


def test_a_product_that_is_never_mended_is_affected_in_every_release() -> None:
    [read] = read_notes(
        "This vulnerability affects Cisco Small Business QV320 Routers.",
        "Cisco has not released and will not release software updates.",
    )
    assert read == CiscoStatement("QV320", ranges=("*",), no_fix=True)


@pytest.mark.parametrize(
    ("row", "ranges", "unaffected"),
    [
        ("17.9  17.9.4a", (">=17.9 <17.9.4a",), ()),
        ("17.4  Migrate to a fixed release.", ("=17.4.*",), ()),
        ("8.9 and earlier  Migrate to a fixed release.", ("<=8.9.*",), ()),
        ("6.4 - 6.6  Migrate to a fixed release.", (">=6.4 <=6.6.*",), ()),
        ("8.5 releases earlier than 8.5.171.0  Not vulnerable.", (), (">=8.5 <8.5.171.0",)),
        ("17.12 and earlier  Not affected.", (), ("<=17.12.*",)),
        ("17.17 and later  Not affected.", (), (">=17.17",)),
        ("20.12  20.12.5 (Feb 2099)", (">=20.12 <20.12.5",), ()),
    ],
)
def test_each_shape_of_row_is_read(row: str, ranges: tuple[str, ...], unaffected: tuple[str, ...]) -> None:
    [read] = read_table(f"   Cisco Software Release  First Fixed Release          {row}")
    assert (read.ranges, read.unaffected) == (ranges, unaffected)


def test_a_footnote_within_a_release_leaves_the_table_unread() -> None:
    head = "   Cisco Software Release  First Fixed Release          "
    assert read_table(head + "20.111 and earlier  Migrate to a fixed release.      20.12  20.12.5") == ()
    assert read_table(head + "20.1  20.1.1.2 and 20.1.2      20.3  20.3.1") == ()


def test_a_series_takes_in_its_members_and_no_neighbour() -> None:
    assert covers("Business 950 Series Smart Switches", "Business 950-24T-4G")
    assert covers("Business 950 Series Smart Switches", "CBS950-24T-4G")
    assert not covers("950 Series Smart Switches", "Business 950-24T-4G")
    assert not covers("Business 950 Series Smart Switches", "Business 9500-24T")
    assert covers("QV160 VPN Routers", "QV160")
    assert not covers("QV160 VPN Routers", "QV160W")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *("\n", "   ", "  ", " ", ".", "1.2", "1.2.3", " and earlier", "Series", "Cisco Product"),
                *("affects the following:", "First Fixed Release", "Not affected", "will not release"),
                *("QV160 VPN Router", "CVE-2099-0001"),
            ]
        )
        | st.text(max_size=5),
        max_size=30,
    ).map("".join)
)
def test_no_note_is_too_odd(text: str) -> None:
    for one in read_notes(text, text, text):
        assert one.product
