from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import FirmwareFamily, Kev, Maker, Product
from jcssa_desktop.domain.finding import Confidence, Verdict
from jcssa_desktop.domain.held_findings import findings
from jcssa_desktop.domain.kev_records import kev_records, named_products
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement, ProductKnowledge

MAY = date(2026, 5, 1)
ENTRY = Kev("CVE-2026-0001", "Mihon", "FirmOS", "認証の回避", MAY, catalogue_version="2026.05.03")
RECORD = ListedAdvisory(
    "NVD",
    "CVE-2026-0001",
    MAY,
    (Statement(NamedProduct("mihon", "firmos"), "before 7.4.1", ("<7.4.1",), fixed_in=("7.4.1",)),),
    ids=("CVE-2026-0001",),
)


def known(*records: ListedAdvisory) -> ProductKnowledge:
    advisories = tuple(
        ConcerningAdvisory(
            one, tuple(ConcerningStatement(stated, Confidence.FAMILY) for stated in one.statements)
        )
        for one in records
    )
    return ProductKnowledge(
        Product("mihon:gate60f", "mihon", "Gate 60F", family_id="mihon:firmos"),
        Maker("mihon", "見本電機", "Mihon"),
        FirmwareFamily("mihon:firmos", "mihon", "FirmOS", "dotted"),
        advisories=advisories,
        kev=(ENTRY,),
    )


@pytest.mark.parametrize(
    ("product", "names"),
    [
        ("FirmOS", ("FirmOS",)),
        ("FirmOS and FirmProxy", ("FirmOS", "FirmProxy")),
        ("Office MR160, MR260, and MR345 Series Routers", ("Office MR160", "MR260", "MR345")),
        ("MD-2530L and MD-2670L Devices", ("MD-2530L", "MD-2670L")),
        ("MR2000v5 Router", ("MR2000v5",)),
        (
            "Guard Appliance (GA), Gateway, and SD-WAN Appliance",
            ("Guard Appliance (GA)", "Gateway", "SD-WAN"),
        ),
        ("Multiple Products", ()),
        ("Multiple Routers", ()),
        ("MobileMihon Multiple Products", ()),
        ("Routers", ()),
        (" ", ()),
    ],
)
def test_the_products_of_an_entry_are_named_one_by_one(product: str, names: tuple[str, ...]) -> None:
    assert named_products(product) == names


@given(st.text(max_size=80))
def test_any_product_text_gives_names_without_empty_ones(text: str) -> None:
    assert all(name.strip() == name != "" for name in named_products(text))


def test_an_entry_alone_leaves_every_version_unknown() -> None:
    (finding,) = findings(known(*kev_records([ENTRY])), "7.4.1")
    assert (finding.verdict, finding.why) == (Verdict.UNKNOWN, "range_unread")
    assert (finding.kev_added, finding.seen_on) == (MAY, date(2026, 5, 3))


@pytest.mark.parametrize(
    ("version", "verdict"), [("7.4.0", Verdict.AFFECTED), ("7.4.1", Verdict.NOT_AFFECTED)]
)
def test_a_range_of_another_source_decides(version: str, verdict: Verdict) -> None:
    for records in ((*kev_records([ENTRY]), RECORD), (RECORD, *kev_records([ENTRY]))):
        (finding,) = findings(known(*records), version)
        assert (finding.verdict, finding.source) == (verdict, "NVD")
        assert {one.source for one in finding.sources} == {"NVD", "CISA KEV"}


def test_what_a_record_says_and_nobody_could_read_is_told_before_the_entry() -> None:
    unread = replace(RECORD, statements=(Statement(NamedProduct("mihon", "firmos"), "see the vendor"),))
    (finding,) = findings(known(*kev_records([ENTRY]), unread), "7.4.1")
    assert (finding.verdict, finding.stated) == (Verdict.UNKNOWN, "see the vendor")


def test_an_entry_that_names_no_product_states_nothing() -> None:
    assert tuple(kev_records([replace(ENTRY, product="Multiple Products")])) == ()


def test_a_catalogue_without_a_version_was_seen_on_the_day_of_its_entry() -> None:
    for version in ("", "2026.02.31", "new"):
        (record,) = kev_records([replace(ENTRY, catalogue_version=version)])
        assert record.seen_on == MAY
