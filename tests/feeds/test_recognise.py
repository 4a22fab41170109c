import gzip
import json
import os
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
TODAY = date(2026, 8, 24)

KEV = {
    "catalogVersion": "2026.08.07",
    "vulnerabilities": [
        {
            "cveID": "CVE-2026-0001",
            "vendorProject": "Mihon",
            "product": "MR-1",
            "vulnerabilityName": "Mihon MR-1 Command Injection",
            "dateAdded": "2026-08-07",
        }
    ],
}
CYCLES = [{"cycle": "7.4", "eol": "2028-11-11", "latest": "7.4.11"}]
LIST = "メーカー,機種\n見本電機,MR-1\n"


def _refusal(path: Path, kind: Kind | None = None) -> InvalidImport:
    with pytest.raises(InvalidImport) as caught:
        read_catalogue_file(path, kind=kind, today=TODAY)
    assert caught.value.file == path.name
    return caught.value


def _written(path: Path, content: str | bytes | object) -> Path:
    if isinstance(content, str):
        content = content.encode()
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.dat", LIST, Kind.MAKER_LIST),
        ("b.csv", KEV, Kind.KEV),
        ("mihonos.txt", CYCLES, Kind.ENDOFLIFE),
        ("mihonos.json.gz", gzip.compress(json.dumps(CYCLES).encode()), Kind.ENDOFLIFE),
        ("d.xlsx", json.dumps(KEV).encode("utf-8-sig"), Kind.KEV),
        ("e.json", json.dumps(KEV).encode("utf-16"), Kind.KEV),
        ("f.csv", "product,cycle,eol\nmihonos,7.4,2028-11-11\n", Kind.ENDOFLIFE),
        ("h.json", {"format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2026-0001"}}]}, Kind.NVD),
        ("i.json", {"cve": {"id": "CVE-2026-0001"}}, Kind.NVD),
        ("j.json", {"id": "CVE-2026-0001", "sourceIdentifier": "x", "vulnStatus": "Analyzed"}, Kind.NVD),
        ("k.json", {"cveMetadata": {"cveId": "CVE-2026-0001"}, "containers": {"cna": {}}}, Kind.CVE_LIST),
        ("l.json", [{"cveMetadata": {"cveId": "CVE-2026-0001"}, "containers": {"cna": {}}}], Kind.CVE_LIST),
        ("g.txt", "[一覧]\nメーカー,機種\n見本電機,MR-1\n", Kind.MAKER_LIST),
    ],
)
def test_the_content_tells_the_kind_and_the_name_does_not(
    tmp_path: Path, name: str, content: str | bytes | object, kind: Kind
) -> None:
    name = name if kind is not Kind.ENDOFLIFE or name != "mihonos.txt" else "mihonos.json"
    found = read_catalogue_file(_written(tmp_path / name, content), today=TODAY)
    assert (found.kind, found.read + found.batch.listed_count) == (kind, 1)


def test_each_kind_fills_its_part_of_the_batch(tmp_path: Path) -> None:
    listed = read_catalogue_file(_written(tmp_path / "a.csv", LIST), today=TODAY).batch
    kev = read_catalogue_file(_written(tmp_path / "b.json", KEV), today=TODAY).batch
    cycles = read_catalogue_file(_written(tmp_path / "mihonos.json", CYCLES), today=TODAY).batch
    assert (len(listed.listed_products), len(kev.kev)) == (1, 1)
    assert (len(cycles.listed_lifecycles), len(cycles.listed_releases)) == (1, 1)


def test_what_a_file_does_not_date_was_seen_when_it_was_written(tmp_path: Path) -> None:
    path = _written(tmp_path / "mihonos.json", CYCLES)
    noon = datetime(2026, 5, 10, 12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    batch = read_catalogue_file(path, today=TODAY).batch
    assert batch.listed_releases[0].observation.observed_on == date(2026, 5, 10)


@pytest.mark.parametrize(
    ("content", "asked"),
    [(LIST, Kind.KEV), (KEV, Kind.MAKER_LIST), (CYCLES, Kind.KEV), (LIST, Kind.ENDOFLIFE)],
)
def test_a_file_of_another_kind_than_asked_for_is_refused(
    tmp_path: Path, content: str | object, asked: Kind
) -> None:
    refusal = _refusal(_written(tmp_path / "mihonos.json", content), asked)
    assert (refusal.problem, refusal.values["asked"]) == ("import_kind_differs", asked.value)


def test_a_kind_that_fits_is_no_hindrance(tmp_path: Path) -> None:
    assert (
        read_catalogue_file(_written(tmp_path / "a.csv", LIST), kind=Kind.MAKER_LIST, today=TODAY).read == 1
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"resultsPerPage": 0, "format": "NVD_CPE", "products": []}, "NVD CPE"),
        ({"resultsPerPage": 0, "format": "NVD_CPEMatchString", "matchStrings": []}, "NVD CPE match"),
        ({"resultsPerPage": 0, "format": "NVD_CVEHistory", "cveChanges": []}, "NVD CVE history"),
        ({"CVE_data_type": "CVE", "CVE_Items": []}, "NVD 1.1"),
        ({"dataType": "CVE_RECORD", "cveMetadata": {}}, "CVE JSON 5"),
        ({"cveID": "CVE-2026-0001", "vendorProject": "Mihon"}, "CISA KEV (vuls)"),
        ([{"cveID": "CVE-2026-0001", "euvdID": "EUVD-1", "vendorProject": "Mihon"}], "ENISA EU KEV"),
        ({"releases": {}, "versions": {}}, "endoflife.date release-data"),
        ({"vulinfoid": "JVNDB-2026-000001"}, "JVN iPedia (VULDEF)"),
        ("id,maker,model,cve\n1,見本電機,MR-1,CVE-2026-0001\n", "CVE"),
    ],
)
def test_known_formats_are_refused_by_their_names(tmp_path: Path, content: str | object, name: str) -> None:
    refusal = _refusal(_written(tmp_path / "feed.json", content))
    assert (refusal.problem, refusal.values["name"]) == ("import_kind_not_supported", name)


@pytest.mark.parametrize(
    ("content", "problem", "name"),
    [
        ({"document_title": "x", "documenttracking": {}}, "csaf_is_cvrf", "CVRF"),
        ('<cvrf:cvrfdoc xmlns:cvrf="x">', "csaf_is_cvrf", "CVRF"),
        ({"feed": {"id": "x"}}, "csaf_is_index", "CSAF ROLIE"),
        ({"aggregator": {}}, "csaf_is_index", "CSAF aggregator"),
        ({"distributions": [], "publisher": {}}, "csaf_is_index", "CSAF provider metadata"),
    ],
)
def test_what_stands_beside_csaf_is_told_from_it(
    tmp_path: Path, content: str | object, problem: str, name: str
) -> None:
    refusal = _refusal(_written(tmp_path / "feed.json", content))
    assert (refusal.problem, refusal.values["name"]) == (problem, name)


@pytest.mark.parametrize("content", [{"a": 1}, [], [1, 2], ["x"], [{"a": 1}], "<unknown/>", "[true]"])
def test_unknown_content_is_said_to_be_unknown(tmp_path: Path, content: str | object) -> None:
    assert _refusal(_written(tmp_path / "x.json", content)).problem == "import_kind_unknown"


def test_cut_off_json_is_told_with_its_line_and_character(tmp_path: Path) -> None:
    refusal = _refusal(_written(tmp_path / "x.json", json.dumps(KEV, indent=1)[:60]))
    assert (refusal.problem, refusal.place.line, refusal.values["column"]) == ("json_truncated", 4, "4")


def test_malformed_json_is_told_with_its_line_and_character(tmp_path: Path) -> None:
    refusal = _refusal(_written(tmp_path / "x.json", '{\n "見本": 1,\n "b" 2}'))
    assert (refusal.problem, refusal.place.line, refusal.values["column"]) == ("json_malformed", 3, "6")


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00", "a\\uDBFF"])
def test_half_a_surrogate_pair_is_refused(tmp_path: Path, half: str) -> None:
    text = json.dumps(KEV).replace("Command", half)
    assert _refusal(_written(tmp_path / "x.json", text)).problem == "json_character_damaged"
    assert _refusal(_written(tmp_path / "y.json", f'["{half}"]')).problem == "json_character_damaged"


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"catalogVersion":"1","vulnerabilities":' + "["])
def test_a_hundred_thousand_levels_are_refused(tmp_path: Path, opening: str) -> None:
    assert _refusal(_written(tmp_path / "x.json", opening * 100_000)).problem == "json_too_deep"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<!DOCTYPE html><html><title>404", "import_file_is_html"),
        (b"", "import_file_empty"),
        (b"\x00\x01\x02", "import_file_is_binary"),
        (b'{"a": "\xff"}', "import_encoding_unknown"),
        (gzip.compress(b""), "import_file_empty"),
        (gzip.compress(b"<html>"), "import_file_is_html"),
    ],
)
def test_files_that_are_not_what_they_say_are_one_problem(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    assert _refusal(_written(tmp_path / "kev.json", content)).problem == problem


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "cycle",
                    "eol",
                    "result",
                    "schema_version",
                    "vulnerabilities",
                    "catalogVersion",
                    "name",
                    "releases",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.one_of(_JSON.map(lambda value: json.dumps(value).encode()), st.binary(max_size=200)))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_but_a_refusal_comes_out(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mihonos.json"
    path.write_bytes(data)
    with suppress(InvalidImport):
        read_catalogue_file(path, today=TODAY)


def _every(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in SHARED.glob(pattern) if path.is_file())


def test_look_alikes_of_kev_are_refused() -> None:
    files = _every("kev/other_shapes/*.json")
    if not files:
        pytest.skip("../shared/data is not here")
    problems = {path.name: _refusal(path).problem for path in files}
    assert set(problems.values()) == {"import_kind_not_supported", "kev_count_differs"}


def test_every_hostile_file_is_refused_or_harmless() -> None:
    files = _every(
        "bad_input/json_JSONTestSuite/*", "bad_input/nvd_real_world/*", "bad_input/xml_defusedxml/*"
    )
    if not files:
        pytest.skip("../shared/data is not here")
    for path in files:
        with suppress(InvalidImport):
            found = read_catalogue_file(path, today=TODAY)
            assert (path.name, found.read + found.batch.listed_count) == (path.name, 0)
