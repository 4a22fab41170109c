import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.catalogue_batch import ListedMaker
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct
from jcssa_desktop.feeds.jvn import JvnFile
from jcssa_desktop.feeds.jvn_json import read_jvn_detail, read_jvn_names, read_jvn_overview
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file

SEEN = date(2026, 11, 1)
SCHEMA = "https://jvndb.example/schema/myjvn_feed_1.0.json"
OK = {"method": "getVulnDetailInfo", "retCd": 0, "errCd": "", "errMsg": ""}


def _detail(*affected: dict[str, object], **extension: object) -> dict[str, object]:
    cpe = "cpe:2.3:o:mihon:mr-1_firmware:*:*:*:*:*:*:*:*"
    product = {"product_id": "jvnpid:1.0::mihon:mr-1", "product_identification_helper": {"cpe": cpe}}
    return {
        "document": {
            "category": "myjvn_security_advisory",
            "title": "見本電機製ルーターの脆弱性",
            "notes": [{"category": "description", "text": "MR-1 には脆弱性が存在します。"}],
            "tracking": {
                "id": "JVNDB-2026-000001",
                "initial_release_date": "2026-03-31T12:05:14+09:00",
                "current_release_date": "2026-04-01T17:20:54+09:00",
            },
            "references": [
                {"summary": "JVN#12345678", "type": "advisory"},
                {"summary": "見本電機のお知らせ", "type": "vendor"},
            ],
        },
        "product_tree": {
            "branches": [
                {
                    "category": "vendor",
                    "name": "見本電機",
                    "branches": [{"category": "product_name", "name": "MR-1", "product": product}],
                }
            ]
        },
        "vulnerabilities": [
            {"cve": ""},
            {"cve": "CVE-2026-0001", "metrics": [_metric(6.1)]},
            {"cve": "CVE-2026-0002", "metrics": [_metric(8.8)]},
        ],
        "jvn_extension": {"vulnid": "JVNDB-2026-000001", "affected": list(affected), **extension},
        "status": OK,
    }


def _metric(score: float) -> dict[str, object]:
    return {"content": {"cvss_v3": {"version": "3.0", "baseScore": score}}}


def _versions(*versions: dict[str, str]) -> dict[str, object]:
    return {
        "vendor": "見本電機",
        "product": "MR-1",
        "versions": [{"status": "affected", **one} for one in versions],
    }


def _read(content: dict[str, object]) -> ListedAdvisory:
    (found,) = read_jvn_detail(json.dumps(content).encode(), "oka.json", SEEN).advisories
    assert isinstance(found, ListedAdvisory)
    return found


def _overview(*entries: dict[str, object], method: str = "getVulnOverviewList") -> JvnFile:
    content = {"$schema": SCHEMA, "feed": {"entry": list(entries)}, "status": {"method": method, "retCd": 0}}
    return read_jvn_overview(json.dumps(content).encode(), "oka.json", SEEN)


def test_a_detail_keeps_its_numbers_days_and_the_worst_score() -> None:
    found = _read(_detail())
    assert found.ids == ("JVNDB-2026-000001", "CVE-2026-0001", "CVE-2026-0002", "JVN#12345678")
    assert (found.published_on, found.modified) == (date(2026, 3, 31), "2026-04-01T08:20:54.000Z")
    assert found.cvss == (Cvss("3.0", 8.8, "JVN iPedia"),)


def test_the_json_form_never_takes_the_place_of_the_xml_form() -> None:
    assert _read(_detail()).source != "JVN iPedia"


@pytest.mark.parametrize(
    ("stated", "ranges"),
    [
        ({"version": "8.1.2"}, ("=8.1.2",)),
        ({"version": "0.0.0", "lessThan": "1.0.6"}, ("<1.0.6",)),
        ({"version": "2.1.0", "lessThanOrEqual": "2.1.3"}, (">=2.1.0 <=2.1.3",)),
        ({"version": "", "lessThanOrEqual": "", "description": "Ver.1.4.2より前のバージョン"}, ("<1.4.2",)),
        ({"version": "", "lessThanOrEqual": "", "description": "お使いの環境によります"}, ()),
        ({"version": "", "lessThanOrEqual": ""}, ()),
        ({"version": "*"}, ("*",)),
    ],
)
def test_versions_are_ranges_and_an_empty_one_is_unknown(
    stated: dict[str, str], ranges: tuple[str, ...]
) -> None:
    (statement,) = _read(_detail(_versions(stated))).statements
    assert statement.ranges == ranges
    assert statement.about == NamedProduct("見本電機", "MR-1", cpe="cpe:2.3:o:mihon:mr-1_firmware")


def test_what_is_stated_as_unaffected_is_kept_apart() -> None:
    (statement,) = _read(
        _detail(_versions({"version": "1.0", "lessThan": "2.0"}, {"version": "1.9", "status": "unaffected"}))
    ).statements
    assert (statement.ranges, statement.unaffected) == ((">=1.0 <2.0",), ("=1.9",))


def test_a_product_of_the_tree_without_versions_is_named_as_unknown() -> None:
    (statement,) = _read(_detail()).statements
    assert (statement.about.name, statement.ranges, statement.stated) == ("MR-1", (), "")


def test_a_fix_that_the_remedies_name_is_that_of_its_product() -> None:
    content = _detail(_versions({"version": "1.0", "lessThan": "1.5"}))
    remedy = {"category": "vendor_fix", "details": "当該脆弱性は、MR-1 Ver.1.5.0 で修正されています。"}
    content["vulnerabilities"] = [{"cve": "CVE-2026-0001", "remediations": [remedy, remedy]}]
    found = _read(content)
    assert [one.fixed_in for one in found.statements] == [("Ver.1.5.0",)]
    assert found.advice_ja == remedy["details"]


def test_an_overview_holds_the_versions_of_one_product_together() -> None:
    products = [
        {"vname": "見本電機", "pname": "MR-1"},
        {"vname": "見本電機", "pname": "MR-1", "version": ">=2.9|<=4.1"},
        {"vname": "見本電機", "pname": "MR-1", "version": "5.0.0"},
        {"vname": "見本電機", "pname": "MR-2"},
    ]
    entry = {"id": "JVNDB-2026-000001", "products": products, "references": [{"summary": "CVE-2026-0001"}]}
    found = _overview(entry, {"id": "見本"})
    first, second = found.advisories
    assert isinstance(first, ListedAdvisory)
    assert [(one.about.name, one.ranges) for one in first.statements] == [
        ("MR-1", (">=2.9 <=4.1", "=5.0.0")),
        ("MR-2", ()),
    ]
    assert second == Skipped(Place(path="feed.entry[1].id"), "jvn_record_without_number")
    assert found.read == 2


def test_names_are_read_under_both_spellings_of_their_key() -> None:
    vendors = [{"vname": "見本電機", "cpe": "cpe:2.3::mihon_inc", "products": [{"pname": "MR-1"}]}]
    for key in ("jvn-product-dictionary", "jvn_product_dictionary"):
        found = read_jvn_names(json.dumps({key: {"vendors": vendors}}).encode(), "names.json")
        assert found.makers == (ListedMaker("見本電機", ("mihon_inc",)),)
        assert found.skipped[0].values == (("count", "1"),)


def test_alerts_and_errors_are_refused() -> None:
    with pytest.raises(InvalidImport) as alert:
        _overview({"id": "MYJVN-ALT-2026-0001"}, method="getAlertList")
    assert alert.value.values["name"] == "MyJVN getAlertList"
    failed = _detail() | {"status": {"retCd": 1, "errCd": "X1", "errMsg": "混み合っています"}}
    with pytest.raises(InvalidImport) as error:
        read_jvn_detail(json.dumps(failed).encode(), "oka.json", SEEN)
    assert error.value.problem == "myjvn_error"


def test_the_kind_is_told_by_content(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(_detail()), encoding="utf-8")
    assert read_catalogue_file(path, today=SEEN).kind is Kind.JVN


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["document", "product_tree", "vulnerabilities", "jvn_extension", "status"]), _ANY)
def test_any_detail_is_read_or_refused(key: str, value: object) -> None:
    with suppress(InvalidImport):
        list(read_jvn_detail(json.dumps(_detail() | {key: value}).encode(), "oka.json", SEEN).advisories)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_any_versions_are_read(version: str, below: str, up_to: str, words: str) -> None:
    stated = {"version": version, "lessThan": below, "lessThanOrEqual": up_to, "description": words}
    assert _read(_detail(_versions(stated))).statements


@settings(max_examples=40, deadline=None)
@given(_ANY)
def test_any_overview_is_read_or_refused(entry: object) -> None:
    content = {"feed": {"entry": [entry]}}
    with suppress(InvalidImport):
        list(read_jvn_overview(json.dumps(content).encode(), "oka.json", SEEN).advisories)
