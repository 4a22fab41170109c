import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.feeds.csaf_versions import confined, read_versions
from tests.feeds.csaf_documents import (
    Shape,
    document,
    firmware,
    leaf,
    read,
    spread,
    statement,
    statements,
    version,
    vulnerability,
)

OS = NamedProduct("Mihon", "MihonOS")
TREE = firmware(version("1.2.3", "P1"), version("1.2.4", "P2"), spread(">=1.3.0|<=1.3.7", "P3"))


def test_enumerated_versions_are_one_statement() -> None:
    assert statement(TREE, vulnerability(known_affected=["P1", "P2", "P3"])) == Statement(
        OS,
        "1.2.3, 1.2.4, >=1.3.0|<=1.3.7",
        ("=1.2.3", "=1.2.4", ">=1.3.0 <=1.3.7"),
        cves=("CVE-2026-0001",),
    )


def test_fixed_versions_are_not_affected_and_named_as_mended() -> None:
    one = statement(TREE, vulnerability(known_affected=["P1"], first_fixed=["P2"]))
    assert (one.ranges, one.unaffected, one.fixed_in) == (("=1.2.3",), ("=1.2.4",), ("1.2.4",))
    assert one.stated == "1.2.3; first_fixed: 1.2.4"


def test_what_is_not_affected_is_not_named_as_mended() -> None:
    one = statement(TREE, vulnerability(known_affected=["P1"], known_not_affected=["P2"]))
    assert (one.unaffected, one.fixed_in) == (("=1.2.4",), ())


def test_a_recommended_version_mends_and_states_nothing_else() -> None:
    one = statement(TREE, vulnerability(known_affected=["P1"], recommended=["P2"]))
    assert (one.unaffected, one.fixed_in) == ((), ("1.2.4",))


def test_a_whole_product_that_is_not_affected_is_so_in_every_version() -> None:
    tree = {"branches": [leaf("product_name", "MihonOS", "P1")]}
    assert statement(tree, vulnerability(known_not_affected=["P1"])).unaffected == ("*",)


def test_a_whole_product_that_is_affected_leaves_its_versions_open() -> None:
    tree = {"branches": [leaf("product_name", "MihonOS ", "P1")]}
    one = statement(tree, vulnerability(known_affected=["P1"]))
    assert (one.stated, one.ranges, one.unaffected) == ("MihonOS", (), ())


@pytest.mark.parametrize(
    ("status", "ranges"),
    [
        ({"first_affected": ["P1"], "last_affected": ["P2"]}, (">=1.2.3 <=1.2.4",)),
        ({"first_affected": ["P1"]}, (">=1.2.3",)),
        ({"last_affected": ["P1", "P2"]}, ("<=1.2.3", "<=1.2.4")),
        ({"first_affected": ["P1", "P2"], "last_affected": ["P1"]}, ()),
        ({"first_affected": ["P3"]}, ()),
    ],
)
def test_first_and_last_affected_versions_are_the_ends_of_a_range(
    status: Shape, ranges: tuple[str, ...]
) -> None:
    assert statements(TREE, vulnerability(**status))[-1].ranges == ranges


@pytest.mark.parametrize("status", ["under_investigation", "unknown"])
def test_what_is_not_decided_is_unknown_beside_what_is(status: str) -> None:
    known, open_ = statements(TREE, vulnerability(known_affected=["P1"], **{status: ["P2"]}))
    assert known.ranges == ("=1.2.3",)
    assert (open_.about, open_.stated, open_.ranges) == (OS, f"{status}: 1.2.4", ())


def test_what_cannot_be_read_stays_open_in_its_own_words_beside_what_can() -> None:
    tree = firmware(version("1.2.3", "P1"), spread("G1 with BSP <= UN31 1.76", "P2"))
    known, open_ = statements(tree, vulnerability(known_affected=["P1", "P2"]))
    assert (known.stated, known.ranges) == ("1.2.3", ("=1.2.3",))
    assert (open_.stated, open_.ranges) == ("G1 with BSP <= UN31 1.76", ())


def test_every_version_but_some_that_cannot_be_read_is_unknown() -> None:
    tree = firmware(spread("vers:all/*", "P1"), spread("those with BSP <= UN31", "P2"))
    made = statements(tree, vulnerability(known_affected=["P1"], known_not_affected=["P2"]))
    assert not any(one.ranges for one in made)


def test_a_product_without_a_fix_to_come_is_told_from_one_with() -> None:
    remedies = [
        {"category": "no_fix_planned", "details": "x", "product_ids": ["P1"]},
        {"category": "vendor_fix", "details": "x", "product_ids": ["P2"]},
    ]
    made = statements(TREE, vulnerability(known_affected=["P1", "P2"], remediations=remedies))
    assert {(one.ranges, one.no_fix) for one in made} == {(("=1.2.3",), True), (("=1.2.4",), False)}


def test_a_remediation_reaches_products_by_their_group() -> None:
    tree = TREE | {"product_groups": [{"group_id": "G1", "product_ids": ["P1", "P2"]}]}
    remedy = {"category": "none_available", "details": "x", "group_ids": ["G1"]}
    assert statement(tree, vulnerability(known_affected=["P1", "P2"], remediations=[remedy])).no_fix


def test_vulnerabilities_that_say_the_same_share_a_statement() -> None:
    one = statement(TREE, *(vulnerability(f"CVE-2026-000{n}", known_affected=["P1"]) for n in (1, 2, 3)))
    assert one.cves == ("CVE-2026-0001", "CVE-2026-0002", "CVE-2026-0003")


@pytest.mark.parametrize("cve", ["", None])
def test_a_vulnerability_without_a_cve_number_is_about_the_whole_record(cve: str | None) -> None:
    first, second = statements(
        TREE, vulnerability(known_affected=["P1"]), vulnerability(cve, known_affected=["P1"])
    )
    assert (first.cves, second.cves) == (("CVE-2026-0001",), ())


def test_a_cve_number_that_comes_twice_is_one_vulnerability() -> None:
    one = statement(TREE, vulnerability(known_affected=["P1"]), vulnerability(known_affected=["P2"]))
    assert (one.ranges, one.cves) == (("=1.2.3", "=1.2.4"), ("CVE-2026-0001",))


def test_three_thousand_versions_are_quoted_in_short() -> None:
    tree = firmware(*(version(f"1.{n}", f"P{n}") for n in range(3000)))
    advisory, _ = read(document(tree, vulnerability(known_affected=[f"P{n}" for n in range(3000)])))
    (one,) = advisory.statements
    assert len(one.ranges) == 3000
    assert one.stated.startswith("1.0, 1.1, ")
    assert one.stated.endswith(", …, 1.2999 (3000)")


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("vers:all/*", ("*",)),
        ("vers:generic/MihonOS<10.2.0-h3", ("<10.2.0-h3",)),
        ("MihonOS/>=5.0.0|<=5.0.2", (">=5.0.0 <=5.0.2",)),
        ("MihonOS All", ("*",)),
        ("MihonOS 10.2 All", ("=10.2.*",)),
        ("MihonOS/ 7.6 all versions", ("=7.6.*",)),
        (" <1.000.0000.18", ("<1.000.0000.18",)),
        ("All versions < V4.33", ("<4.33",)),
        ("0 < 9.8.12", ("<9.8.12",)),
        ("15.2(7)E9", ("=15.2(7)E9",)),
        ("5.1.2.2533 build 20240416", ("=5.1.2.2533 build 20240416",)),
        ("OtherOS<10.2", ()),
        ("* (only affected by CVE-2026-0003)", ()),
        ("<= first five digits of serial number 24061", ()),
        ("vers:x/<4.2.0|>3.91.1|<>3.2.0|<1.2", ()),
        ("", ()),
    ],
)
def test_a_version_branch_is_read_with_certainty_or_not_at_all(text: str, ranges: tuple[str, ...]) -> None:
    assert read_versions(text, "MihonOS") == ranges


@given(st.text(max_size=40), st.text(max_size=10))
def test_any_version_branch_gives_ranges_or_nothing(text: str, product: str) -> None:
    assert all(one and one.strip() == one for one in read_versions(text, product))


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ((">=7.0.6", ">=7.2.0 <=7.2.11"), (">=7.0.6 =7.0.*", ">=7.2.0 <=7.2.11")),
        ((">=5.1.12", ">=6.0.8"), (">=5.1.12 =5.1.*", ">=6.0.8")),
        ((">=7.0.6", "=6.4.*"), (">=7.0.6", "=6.4.*")),
        (("<7.0.6", "<7.2.1"), ("<7.0.6", "<7.2.1")),
        (("*", "=abc"), ("*", "=abc")),
        ((), ()),
    ],
)
def test_a_range_without_an_end_keeps_to_its_train_beside_later_ones(
    stated: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    assert confined(stated) == meant


def test_a_hotfix_mends_its_own_release_where_a_later_one_has_its_own() -> None:
    assert confined((">=10.2.9-h16", ">=10.2.12-h2", ">=11.1.5-h1")) == (
        ">=10.2.9-h16 <10.2.10",
        ">=10.2.12-h2 =10.2.*",
        ">=11.1.5-h1",
    )


def test_a_list_that_names_no_version_takes_nothing_in() -> None:
    tree = firmware(version("MihonOS None", "P1"), version("MihonOS All", "P2"), version("1.2.3", "P3"))
    spared = statement(tree, vulnerability(known_affected=["P1"], known_not_affected=["P2"]))
    assert (spared.ranges, spared.unaffected) == ((), ("*",))
    affected = statement(tree, vulnerability(known_affected=["P3"], known_not_affected=["P1"]))
    assert (affected.ranges, affected.unaffected) == (("=1.2.3",), ())
