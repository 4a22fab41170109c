import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import RecordState
from jcssa_desktop.feeds.csaf import read_csaf
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file
from tests.feeds.csaf_documents import SEEN, Shape, document, firmware, read, version, vulnerability

TREE = firmware(version("1.2.3", "P1"))


def _refusal(shape: Shape) -> InvalidImport:
    with pytest.raises(InvalidImport) as caught:
        tuple(read_csaf(json.dumps(shape).encode(), "mihon.json", SEEN))
    return caught.value


def test_a_document_is_one_record_of_its_publisher() -> None:
    page = {"category": "self", "summary": "x", "url": "https://psirt.mihon.example/1"}
    other = {"category": "external", "summary": "x", "url": "https://mihon.example"}
    advisory, _ = read(document(TREE, vulnerability(known_affected=["P1"]), references=[other, page]))
    assert (advisory.source, advisory.record_id, advisory.seen_on) == ("Mihon PSIRT", "MIHON-2026-1", SEEN)
    assert (advisory.title, advisory.published_on) == ("Made-up weakness", date(2026, 7, 30))
    assert advisory.source_url == "https://psirt.mihon.example/1"


def test_a_file_is_recognised_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "anything.txt"
    path.write_text(json.dumps(document(TREE)), encoding="utf-8")
    found = read_catalogue_file(path, today=SEEN)
    assert (found.kind, found.read, len(list(found.batch.listed_advisories))) == (Kind.CSAF, 1, 1)


def test_all_numbers_of_a_record_are_kept() -> None:
    numbered = vulnerability("cve-2026-0002", ids=[{"system_name": "Mihon", "text": "BUG-7"}])
    advisory, _ = read(document(TREE, vulnerability(), numbered, vulnerability("")))
    assert advisory.ids == ("MIHON-2026-1", "CVE-2026-0001", "cve-2026-0002", "BUG-7")


@pytest.mark.parametrize(
    ("stated", "modified"),
    [
        ("2026-08-01T09:00:00+09:00", "2026-08-01T00:00:00.000Z"),
        ("2026-08-01T00:00:00.123Z", "2026-08-01T00:00:00.123Z"),
        ("2026-08-01T00:00:00", "2026-08-01T00:00:00.000Z"),
        ("2026-08-01", "2026-08-01T00:00:00.000Z"),
    ],
)
def test_times_of_any_zone_are_told_in_utc(stated: str, modified: str) -> None:
    assert read(document(TREE, current_release_date=stated))[0].modified == modified


@pytest.mark.parametrize("stated", ["", "yesterday", "2026-13-01", "0001-01-01T00:00:00+09:00"])
def test_a_time_that_cannot_be_read_is_reported_and_orders_nothing(stated: str) -> None:
    advisory, (skipped,) = read(document(TREE, current_release_date=stated))
    assert (advisory.modified, skipped.problem) == ("", "csaf_day_wrong")
    assert skipped.place == Place(path="document.tracking.current_release_date")


def test_a_draft_is_not_taken_and_said_so() -> None:
    data = json.dumps(document(TREE, vulnerability(known_affected=["P1"]), status="draft")).encode()
    (only,) = read_csaf(data, "mihon.json", SEEN)
    assert only == Skipped(Place(path="document.tracking.status"), "csaf_draft")


@pytest.mark.parametrize("category", ["csaf_withdrawn", "csaf_superseded"])
def test_what_its_publisher_took_back_is_withdrawn(category: str) -> None:
    assert read(document(TREE, category=category))[0].state is RecordState.WITHDRAWN


@pytest.mark.parametrize("category", ["csaf_vex", "Mihon PSIRT Advisories", "myjvn_security_advisory", ""])
def test_any_other_category_is_published(category: str) -> None:
    assert read(document(TREE, category=category))[0].state is RecordState.PUBLISHED


def test_of_several_scores_the_worst_of_each_version_stands_for_the_record() -> None:
    def scored(base: float) -> list[Shape]:
        return [
            {"products": ["P1"], "cvss_v3": {"version": "3.1", "baseScore": base}},
            {"products": ["P1"], "cvss_v2": {"baseScore": 4}, "cvss_v3": {"version": "3.0"}},
        ]

    advisory, _ = read(
        document(TREE, vulnerability(scores=scored(5.5)), vulnerability("CVE-2026-2", scores=scored(7.1)))
    )
    assert advisory.cvss == (Cvss("3.1", 7.1, "Mihon PSIRT"), Cvss("2.0", 4.0, "Mihon PSIRT"))


def test_metrics_of_2_1_are_scores_with_their_own_source() -> None:
    metric = {
        "content": {"cvss_v4": {"version": "4.0", "baseScore": 9.3}},
        "products": ["P1"],
        "source": "CNA",
    }
    advisory, _ = read(document(TREE, vulnerability(metrics=[metric]), csaf_version="2.1"))
    assert advisory.cvss == (Cvss("4.0", 9.3, "CNA"),)


def test_a_score_out_of_its_scale_is_no_score() -> None:
    score = {"products": ["P1"], "cvss_v3": {"version": "3.1", "baseScore": 98}}
    assert read(document(TREE, vulnerability(scores=[score])))[0].cvss == ()


def test_a_version_of_the_standard_that_is_not_known_is_refused() -> None:
    refusal = _refusal(document(TREE, csaf_version="3.0"))
    assert (refusal.problem, refusal.place.path) == ("csaf_version_unknown", "document.csaf_version")
    assert refusal.values == {"version": "3.0"}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"tracking": {}}, "document.tracking"),
        ({"tracking": {"id": ""}}, "document.tracking.id"),
        ({"publisher": {"name": ""}}, "document.publisher.name"),
        ({"title": 1}, "document.title"),
    ],
)
def test_a_header_of_another_shape_is_refused_with_its_path(change: Shape, path: str) -> None:
    shape = document(TREE)
    header = shape["document"]
    assert isinstance(header, dict)
    refusal = _refusal(shape | {"document": header | change})
    assert (refusal.problem, refusal.place.path) == ("json_value_wrong", path)


def test_a_vulnerability_of_another_shape_refuses_the_file_with_its_path() -> None:
    refusal = _refusal(document(TREE) | {"vulnerabilities": [[]]})
    assert (refusal.problem, refusal.place.path) == ("json_value_wrong", "vulnerabilities[0]")


@pytest.mark.parametrize("depth", [200, 100_000])
def test_a_tree_of_any_depth_is_read_or_refused(depth: int) -> None:
    opening = '{"category":"product_family","name":"f","branches":[' * depth
    text = json.dumps(document({"branches": []})).replace(
        '"branches": []', f'"branches": [{opening}{"]}" * depth}]'
    )
    with suppress(InvalidImport):
        tuple(read_csaf(text.encode(), "mihon.json", SEEN))


_IDS = st.sampled_from(["P1", "P2", "P3", "R1", "G1", "P9", ""])
_ID_LISTS = st.lists(_IDS, max_size=3)
_TEXTS = st.sampled_from(["", "1.2.3", "<=2.0", "vers:all/*", "vers:x/>1|<2", "all", "1 | 2", "見本 ", "2.x"])
_CATEGORIES = st.sampled_from(
    ["vendor", "product_name", "product", "product_version", "product_version_range", "service_pack", "?"]
)
_PRODUCTS = st.fixed_dictionaries(
    {"product_id": _IDS, "name": _TEXTS},
    optional={
        "product_identification_helper": st.fixed_dictionaries({"cpe": st.text("cpe:/23*\\h", max_size=20)})
    },
)
_BRANCHES = st.recursive(
    st.fixed_dictionaries({"category": _CATEGORIES, "name": _TEXTS, "product": _PRODUCTS}),
    lambda inner: st.fixed_dictionaries(
        {"category": _CATEGORIES, "name": _TEXTS, "branches": st.lists(inner, max_size=3)},
        optional={"product": _PRODUCTS},
    ),
    max_leaves=8,
)
_TREES = st.fixed_dictionaries(
    {},
    optional={
        "branches": st.lists(_BRANCHES, max_size=3),
        "full_product_names": st.lists(_PRODUCTS, max_size=2),
        "relationships": st.lists(
            st.fixed_dictionaries(
                {
                    "category": st.just("installed_on"),
                    "product_reference": _IDS,
                    "relates_to_product_reference": _IDS,
                    "full_product_name": _PRODUCTS,
                }
            ),
            max_size=3,
        ),
        "product_groups": st.lists(
            st.fixed_dictionaries({"group_id": _IDS, "product_ids": _ID_LISTS}), max_size=2
        ),
    },
)
_STATUS = ("known_affected", "known_not_affected", "fixed", "first_affected", "last_affected", "recommended")
_VULNERABILITIES = st.fixed_dictionaries(
    {"product_status": st.dictionaries(st.sampled_from([*_STATUS, "under_investigation"]), _ID_LISTS)},
    optional={
        "cve": st.sampled_from(["CVE-2026-0001", "CVE-2026-0002", "", None, 1]),
        "remediations": st.lists(
            st.fixed_dictionaries(
                {"category": st.sampled_from(["vendor_fix", "no_fix_planned", "?"]), "group_ids": _ID_LISTS}
            ),
            max_size=2,
        ),
        "scores": st.lists(
            st.fixed_dictionaries({"cvss_v3": st.fixed_dictionaries({"baseScore": st.floats() | _TEXTS})}),
            max_size=2,
        ),
    },
)


@given(_TREES, st.lists(_VULNERABILITIES, max_size=3), _TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_document_near_the_schema_is_read_or_refused(
    tree: Shape, vulnerabilities: list[Shape], text: str
) -> None:
    shape = document(tree, *vulnerabilities, csaf_version="2.1", title=text)
    with suppress(InvalidImport):
        advisory, _ = read(shape)
        assert all(one.stated for one in advisory.statements if one.about.name)
