import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState, Statement
from jcssa_desktop.feeds.nvd import read_nvd_page, read_nvd_record
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file

TODAY = date(2026, 11, 25)
OS = "cpe:2.3:o:mihon:mos:{}:*:*:*:*:*:*:*"
MR1 = "cpe:2.3:h:mihon:mr-1:-:*:*:*:*:*:*:*"
MR2 = "cpe:2.3:h:mihon:mr-2:-:*:*:*:*:*:*:*"


def _match(criteria: str, *, vulnerable: bool = True, **bounds: str) -> dict[str, object]:
    return {"criteria": criteria, "vulnerable": vulnerable, "matchCriteriaId": "0", **bounds}


def _node(*matches: dict[str, object], operator: str = "OR", negate: bool = False) -> dict[str, object]:
    return {"operator": operator, "negate": negate, "cpeMatch": list(matches)}


def _all_of(*nodes: dict[str, object], **more: object) -> dict[str, object]:
    return {"operator": "AND", "nodes": list(nodes), **more}


def _cve(**fields: object) -> dict[str, object]:
    return {
        "id": "CVE-2026-0001",
        "sourceIdentifier": "psirt@example.jp",
        "published": "2026-02-24T15:21:36.980",
        "lastModified": "2026-02-26T20:00:40.877",
        "vulnStatus": "Analyzed",
        "descriptions": [{"lang": "es", "value": "Muestra"}, {"lang": "en", "value": "A made-up\n flaw."}],
        "metrics": {},
        **fields,
    }


def _page(*records: dict[str, object], timestamp: str = "2026-03-14T03:00:00.6258976") -> bytes:
    page = {"format": "NVD_CVE", "version": "2.0", "timestamp": timestamp}
    return json.dumps(page | {"vulnerabilities": [{"cve": record} for record in records]}).encode()


def _read(*records: dict[str, object]) -> list[ListedAdvisory | Skipped]:
    return list(read_nvd_page(_page(*records), "nvd.json", TODAY).stream)


def _statements(*configurations: dict[str, object], **fields: object) -> tuple[Statement, ...]:
    (advisory,) = _read(_cve(configurations=list(configurations), **fields))
    assert isinstance(advisory, ListedAdvisory)
    return advisory.statements


def _facts(statements: Iterable[Statement]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.about.name, one.about.hardware, one.ranges) for one in statements]


def test_a_record_arrives_with_its_source_and_days() -> None:
    (advisory,) = _read(_cve())
    assert advisory == ListedAdvisory(
        source="NVD",
        record_id="CVE-2026-0001",
        seen_on=date(2026, 3, 14),
        ids=("CVE-2026-0001",),
        published_on=date(2026, 2, 24),
        modified="2026-02-26T20:00:40.877Z",
        source_url="https://nvd.nist.gov/vuln/detail/CVE-2026-0001",
        summary_en="A made-up flaw.",
    )


def test_a_page_of_tomorrow_was_not_seen_before_today() -> None:
    (advisory,) = read_nvd_page(_page(_cve(), timestamp="2031-01-01T00:00:00"), "x.json", TODAY).stream
    assert isinstance(advisory, ListedAdvisory)
    assert advisory.seen_on == TODAY


def test_the_device_decides_which_range_of_a_firmware_counts() -> None:
    statements = _statements(
        _all_of(
            _node(_match(OS.format("*"), versionEndExcluding="7.3.2-7010")),
            _node(_match(MR1, vulnerable=False)),
        ),
        _all_of(
            _node(_match(OS.format("*"), versionStartIncluding="8.0.0", versionEndExcluding="8.2.0-8009")),
            _node(_match(MR2, vulnerable=False)),
        ),
    )
    assert _facts(statements) == [
        ("mos", ("mr-1",), ("<7.3.2-7010",)),
        ("mos", ("mr-2",), (">=8.0.0 <8.2.0-8009",)),
    ]
    assert {(one.about.maker, one.about.cpe, one.about.is_hardware) for one in statements} == {
        ("mihon", "cpe:2.3:o:mihon:mos", False)
    }


def test_a_device_that_is_itself_marked_vulnerable_still_only_limits_its_firmware() -> None:
    statements = _statements(_all_of(_node(_match(MR1)), _node(_match(OS.format("1.07")))))
    assert _facts(statements) == [("mos", ("mr-1",), ("=1.07",))]


def test_a_firmware_named_after_its_device_is_of_that_device_too() -> None:
    firmware = "cpe:2.3:o:mihon:mr-9_firmware:1.0:*:*:*:*:*:*:*"
    statements = _statements(_all_of(_node(_match(firmware)), _node(_match(MR1, vulnerable=False))))
    assert _facts(statements) == [("mr-9_firmware", ("mr-9", "mr-1"), ("=1.0",))]


def test_a_device_that_is_an_alternative_to_firmware_is_stated_beside_it() -> None:
    any_mr1 = MR1.replace(":-:", ":*:")
    other = "cpe:2.3:o:mihon:mr-9_firmware:1.0:*:*:*:*:*:*:*"
    mr9 = "cpe:2.3:h:mihon:mr-9:-:*:*:*:*:*:*:*"
    statements = _statements({"nodes": [_node(_match(other), _match(any_mr1), _match(mr9))]})
    assert _facts(statements) == [("mr-9_firmware", (), ("=1.0",)), ("mr-1", (), ("*",))]


def test_a_device_without_versions_is_not_affected_in_all_of_them() -> None:
    (statement,) = _statements({"nodes": [_node(_match(MR1))]})
    assert (statement.about.is_hardware, statement.ranges, statement.stated) == (True, (), MR1)


@pytest.mark.parametrize(
    ("criteria", "bounds", "ranges"),
    [
        (OS.format("*"), {}, ("*",)),
        (OS.format("-"), {}, ()),
        (OS.format("*"), {"versionStartExcluding": "1.0", "versionEndIncluding": " 2.0"}, (">1.0 <=2.0",)),
        (OS.format(r"15.2\(8\)e2"), {}, ("=15.2(8)e2",)),
        ("cpe:2.3:o:mihon:mos:1.07:sp1:*:*:*:*:*:*", {}, ("=1.07 sp1",)),
        ("cpe:2.3:o:mihon:mos:*:sp1:*:*:*:*:*:*", {}, ()),
        (OS.format("*"), {"versionEndIncluding": "<=2.0"}, ()),
    ],
)
def test_versions_become_ranges_and_what_is_none_stays_unread(
    criteria: str, bounds: dict[str, str], ranges: tuple[str, ...]
) -> None:
    (statement,) = _statements({"nodes": [_node(_match(criteria, **bounds))]})
    assert statement.ranges == ranges
    assert statement.stated


def test_alternatives_of_one_product_are_one_statement() -> None:
    node = _node(_match(OS.format("1.0")), _match(OS.format("1.1")), _match(OS.format("1.0")))
    assert _facts(_statements({"nodes": [node]}, {"nodes": [node]})) == [("mos", (), ("=1.0", "=1.1"))]


def test_what_is_not_vulnerable_is_no_statement() -> None:
    assert _statements({"nodes": [_node(_match(OS.format("*"), vulnerable=False))]}) == ()


def test_other_software_that_must_be_there_stands_in_the_words() -> None:
    app = "cpe:2.3:a:mihon:app:2.0:*:*:*:*:*:*:*"
    statements = _statements(_all_of(_node(_match(app)), _node(_match(OS.format("*"), vulnerable=False))))
    assert _facts(statements) == [("app", (), ("=2.0",))]
    assert "cpe:2.3:o:mihon:mos" in statements[0].stated


def test_all_names_of_a_node_may_be_needed_together() -> None:
    node = _node(_match(OS.format("1.0")), _match(MR1, vulnerable=False), operator="AND")
    assert _facts(_statements({"nodes": [node]})) == [("mos", ("mr-1",), ("=1.0",))]


@pytest.mark.parametrize(
    "configuration",
    [
        {"negate": True, "nodes": [_node(_match(OS.format("1.0")))]},
        {"nodes": [_node(_match(OS.format("1.0")), negate=True)]},
        _all_of(_node(_match(OS.format("1.0"))), _node(_match(MR1, vulnerable=False), negate=True)),
    ],
)
def test_a_negation_is_left_to_a_person(configuration: dict[str, object]) -> None:
    (statement,) = _statements(configuration)
    assert statement.ranges == ()
    assert "negate" in statement.stated


def test_a_rejected_record_is_marked_and_states_nothing() -> None:
    configurations = [{"nodes": [_node(_match(OS.format("1.0")))]}]
    (advisory,) = _read(_cve(vulnStatus="Rejected", configurations=configurations))
    assert isinstance(advisory, ListedAdvisory)
    assert (advisory.state, advisory.statements) == (RecordState.WITHDRAWN, ())


def test_a_record_that_nobody_has_analysed_keeps_its_text_alone() -> None:
    (advisory,) = _read(_cve(vulnStatus="Awaiting Analysis"))
    assert isinstance(advisory, ListedAdvisory)
    assert (advisory.statements, advisory.summary_en) == ((), "A made-up flaw.")


def test_scores_that_disagree_are_all_kept_with_who_gives_them() -> None:
    metrics = {
        "cvssMetricV31": [
            {"source": "nvd@nist.gov", "cvssData": {"version": "3.1", "baseScore": 9.8}},
            {"source": "psirt@example.jp", "cvssData": {"version": "3.1", "baseScore": 7.2}},
        ],
        "cvssMetricV2": [{"source": "nvd@nist.gov", "cvssData": {"version": "2.0", "baseScore": 10}}],
        "ssvcV203": [{"source": "x"}],
    }
    (advisory,) = _read(_cve(metrics=metrics))
    assert isinstance(advisory, ListedAdvisory)
    assert advisory.cvss == (
        Cvss("3.1", 9.8, "NVD"),
        Cvss("3.1", 7.2, "psirt@example.jp"),
        Cvss("2.0", 10.0, "NVD"),
    )


def test_the_assigners_statement_counts_where_nvd_has_none() -> None:
    product = {
        "vendor": "見本電機",
        "product": "MR-1",
        "versions": [{"version": "1.0", "lessThan": "1.2", "status": "affected"}],
    }
    affected = [{"source": "psirt@example.jp", "affectedData": [product]}]
    (statement,) = _statements(affected=affected)
    assert (statement.about.maker, statement.about.name, statement.ranges) == (
        "見本電機",
        "MR-1",
        (">=1.0 <1.2",),
    )
    assert statement.stated.startswith("psirt@example.jp: ")
    own = {"nodes": [_node(_match(OS.format("1.0")))]}
    assert _facts(_statements(own, affected=affected)) == [("mos", (), ("=1.0",))]


def test_a_malformed_name_is_told_and_the_rest_is_taken() -> None:
    node = _node(_match("cpe:mihon"), _match(OS.format("1.0")))
    advisory, skipped = _read(_cve(configurations=[{"nodes": [node]}]))
    assert isinstance(advisory, ListedAdvisory)
    assert _facts(advisory.statements) == [("mos", (), ("=1.0",))]
    assert isinstance(skipped, Skipped)
    assert (skipped.problem, skipped.place.path) == (
        "nvd_cpe_wrong",
        "vulnerabilities[0].cve.configurations",
    )


def test_a_limit_that_cannot_be_read_leaves_the_versions_unknown() -> None:
    nodes = _node(_match(OS.format("1.0"))), _node(_match("cpe:mihon", vulnerable=False))
    advisory, _ = _read(_cve(configurations=[_all_of(*nodes)]))
    assert isinstance(advisory, ListedAdvisory)
    assert _facts(advisory.statements) == [("mos", (), ())]


def test_a_record_without_a_cve_number_is_told_and_the_others_are_taken() -> None:
    skipped, advisory = _read(_cve(id="0001"), _cve())
    assert isinstance(skipped, Skipped)
    assert (skipped.problem, skipped.place.path) == ("cve_record_without_number", "vulnerabilities[0].cve")
    assert isinstance(advisory, ListedAdvisory)


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (_cve(id=1), "vulnerabilities[1].cve.id"),
        (_cve(configurations={}), "vulnerabilities[1].cve.configurations"),
        (
            _cve(metrics={"cvssMetricV31": [{"cvssData": {"baseScore": 11}}]}),
            "vulnerabilities[1].cve.metrics.cvssMetricV31[0].cvssData.baseScore",
        ),
        (
            _cve(metrics={"cvssMetricV2": [{"cvssData": {"baseScore": 10**400}}]}),
            "vulnerabilities[1].cve.metrics.cvssMetricV2[0].cvssData.baseScore",
        ),
    ],
)
def test_a_wrong_value_refuses_the_file_with_its_place(record: dict[str, object], path: str) -> None:
    with pytest.raises(InvalidImport) as caught:
        _read(_cve(), record)
    assert (caught.value.problem, caught.value.place) == ("json_value_wrong", Place(path=path))


def test_a_single_record_says_the_same_as_a_page() -> None:
    (paged,) = read_nvd_page(_page(_cve(), timestamp=""), "x.json", TODAY).stream
    for wrapped in (False, True):
        content = {"cve": _cve()} if wrapped else _cve()
        data = json.dumps(content).encode()
        assert list(read_nvd_record(data, "x.json", TODAY, wrapped=wrapped).stream) == [paged]


_VALUE = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.just([]), st.just({}))
_CRITERIA = st.one_of(
    st.sampled_from([OS.format("*"), OS.format("-"), MR1, r"cpe:2.3:o:a:b\:c:1\.0:*:*:*:*:*:*:*"]),
    st.text(alphabet="cpe:23.oha*-\\/?", max_size=30),
)
_MATCH = st.fixed_dictionaries(
    {"criteria": _CRITERIA, "vulnerable": st.booleans()},
    optional={
        "versionEndIncluding": st.text(max_size=6) | _VALUE,
        "versionStartExcluding": st.text(max_size=6),
    },
)
_NODE = st.fixed_dictionaries(
    {"cpeMatch": st.lists(_MATCH, max_size=3)},
    optional={"operator": st.sampled_from(["AND", "OR", "XOR"]), "negate": st.booleans()},
)
_CONFIGURATION = st.fixed_dictionaries(
    {"nodes": st.lists(_NODE, max_size=3)},
    optional={"operator": st.sampled_from(["AND", "OR"]), "negate": st.booleans()},
)


@given(
    st.lists(_CONFIGURATION, max_size=3),
    st.dictionaries(
        st.sampled_from(["id", "metrics", "affected", "descriptions", "configurations", "published"]), _VALUE
    ),
)
@settings(max_examples=200, deadline=None)
def test_any_record_is_read_or_refused(
    configurations: list[dict[str, object]], changes: dict[str, object]
) -> None:
    with suppress(InvalidImport):
        for one in _read(_cve(configurations=configurations) | changes):
            assert isinstance(one, Skipped) or all(statement.stated for statement in one.statements)


def test_every_real_record_is_read(shared_data: Path) -> None:
    files = [
        *shared_data.glob("nvd/feeds_2.0/*.json.gz"),
        *shared_data.glob("nvd/api20_by_vendor/*.json"),
        *shared_data.glob("nvd/api_pages_raw/cve/**/*.json"),
        *shared_data.glob("nvd/transcribed_fkie_cad/*CVE*.json"),
    ]
    assert files
    for file in files:
        found = read_catalogue_file(file, today=TODAY)
        read = list(found.batch.listed_advisories)
        assert (found.kind, found.batch.listed_count) == (Kind.NVD, len(read))
        assert all(isinstance(one, ListedAdvisory) for one in read)


def test_the_real_year_holds_what_it_says(shared_data: Path) -> None:
    found = read_catalogue_file(shared_data / "nvd/feeds_2.0/nvdcve-2.0-2026.json.gz", today=TODAY)
    read = [one for one in found.batch.listed_advisories if isinstance(one, ListedAdvisory)]
    statements = [statement for one in read for statement in one.statements]
    assert (len(read), {one.seen_on for one in read}) == (7346, {date(2026, 3, 14)})
    assert sum(one.state is RecordState.WITHDRAWN for one in read) == 243
    assert sum(bool(one.ranges) for one in statements) > len(statements) * 0.9


@pytest.mark.parametrize(
    ("cve", "device", "ranges"),
    [
        ("CVE-2026-0401", "tz270", ("<7.3.2-7010",)),
        ("CVE-2026-0401", "tz280", ("<8.2.0-8009",)),
        ("CVE-2026-0399", "tz280", ("<8.2.0-8009",)),
    ],
)
def test_real_devices_get_the_range_of_their_generation(
    shared_data: Path, cve: str, device: str, ranges: tuple[str, ...]
) -> None:
    found = read_catalogue_file(shared_data / "nvd/api20_by_vendor/sonicwall.json", today=TODAY)
    (record,) = (
        one
        for one in found.batch.listed_advisories
        if isinstance(one, ListedAdvisory) and one.record_id == cve
    )
    assert [one.ranges for one in record.statements if device in one.about.hardware] == [ranges]


def test_pages_of_other_things_and_accidents_are_refused_by_name(shared_data: Path) -> None:
    files = [
        *shared_data.glob("nvd/api_pages_raw/cpe*/**/*.json"),
        *shared_data.glob("nvd/api_pages_raw/cvehistory/**/*.json"),
        *shared_data.glob("bad_input/nvd_real_world/*"),
    ]
    assert files
    for file in files:
        with pytest.raises(InvalidImport) as caught:
            read_catalogue_file(file, today=TODAY)
        assert caught.value.problem != "import_kind_unknown", file
