import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Kev
from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.kev import KEV_COLUMNS, has_kev_columns, read_kev_json, read_kev_table
from jcssa_desktop.feeds.table import read_table

SHARED_KEV = Path(__file__).parents[2].parent / "shared" / "data" / "kev"

ENTRY = {
    "cveID": "CVE-2026-0001",
    "vendorProject": "Mihon ",
    "product": "MR-1",
    "vulnerabilityName": "Mihon MR-1 Command Injection",
    "dateAdded": "2026-08-07",
    "shortDescription": "A made-up\nentry’s text.",
    "requiredAction": "Apply updates.",
    "dueDate": "2026-08-10",
    "knownRansomwareCampaignUse": "Known",
    "notes": "",
    "cwes": ["CWE-77"],
}
KEV = Kev(
    cve="CVE-2026-0001",
    vendor="Mihon",
    product="MR-1",
    name="Mihon MR-1 Command Injection",
    added=date(2026, 8, 7),
    due=date(2026, 8, 10),
    ransomware=True,
    description="A made-up entry’s text.",
    catalogue_version="2026.08.07",
)


def _json(*entries: dict[str, object], count: int | None = None) -> bytes:
    stated = len(entries) if count is None else count
    catalogue = {"title": "KEV", "catalogVersion": "2026.08.07", "count": stated, "vulnerabilities": entries}
    return json.dumps(catalogue).encode()


def test_an_entry_arrives_whole() -> None:
    assert read_kev_json(_json(ENTRY), "kev.json") == (KEV,)


def test_a_missing_due_day_and_unknown_ransomware_are_no_error() -> None:
    entry = ENTRY | {"dueDate": "", "knownRansomwareCampaignUse": "Unknown"}
    (kev,) = read_kev_json(_json(entry), "kev.json")
    assert (kev.due, kev.ransomware) == (None, False)


def test_the_csv_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "kev.csv"
    names = [name for name in ENTRY if name != "cwes"]
    cells = ",".join(f'"{ENTRY[name]}"' for name in names)
    path.write_text(",".join(names) + "\n" + cells + "\n", encoding="utf-8")
    sheet = read_table(path).sheets[0]
    assert has_kev_columns(sheet.rows[0].cells)
    (kev,) = read_kev_table(sheet, "kev.csv")
    assert (kev.cve, kev.added, kev.catalogue_version) == (KEV.cve, KEV.added, "")


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (_json(ENTRY, count=2), "kev_count_differs", Place()),
        (_json(ENTRY, ENTRY | {"cveID": "2026-1"}), "kev_cve_wrong", Place(path="vulnerabilities[1]")),
        (_json(ENTRY | {"dateAdded": "07/08/2026"}), "kev_day_wrong", Place(path="vulnerabilities[0]")),
        (_json(ENTRY | {"product": None}), "json_value_wrong", Place(path="vulnerabilities[0].product")),
        (_json({"cveID": "CVE-2026-0001"}), "json_value_wrong", Place(path="vulnerabilities[0]")),
    ],
)
def test_a_wrong_entry_refuses_the_file_with_its_place(data: bytes, problem: str, place: Place) -> None:
    with pytest.raises(InvalidImport) as caught:
        read_kev_json(data, "kev.json")
    assert (caught.value.problem, caught.value.place) == (problem, place)


def test_a_short_row_refuses_the_csv(tmp_path: Path) -> None:
    path = tmp_path / "kev.csv"
    path.write_text(",".join(KEV_COLUMNS) + "\nCVE-2026-0001,Mihon\n", encoding="utf-8")
    with pytest.raises(InvalidImport) as caught:
        read_kev_table(read_table(path).sheets[0], "kev.csv")
    assert (caught.value.problem, caught.value.place.row) == ("kev_row_wrong_width", 2)


@given(
    st.dictionaries(st.sampled_from(sorted(ENTRY)), st.one_of(st.none(), st.text(max_size=12), st.integers()))
)
@settings(max_examples=80)
def test_any_change_of_an_entry_is_read_or_refused(changes: dict[str, object]) -> None:
    with suppress(InvalidImport):
        read_kev_json(_json(ENTRY | changes), "kev.json")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("known_exploited_vulnerabilities.json", 1662),
        ("older/known_exploited_vulnerabilities_2024.10.22.json", 1199),
        ("older/known_exploited_vulnerabilities_2025.08.25.json", 1404),
    ],
)
def test_the_real_catalogue_is_read_whole(name: str, count: int) -> None:
    if not SHARED_KEV.is_dir():
        pytest.skip("../shared/data is not here")
    entries = read_kev_json((SHARED_KEV / name).read_bytes(), name)
    assert len({entry.cve for entry in entries}) == count


def test_the_real_csv_and_json_say_the_same() -> None:
    if not SHARED_KEV.is_dir():
        pytest.skip("../shared/data is not here")
    stem = SHARED_KEV / "older" / "known_exploited_vulnerabilities_2025.08.25"
    from_json = read_kev_json(Path(f"{stem}.json").read_bytes(), "kev.json")
    from_csv = read_kev_table(read_table(Path(f"{stem}.csv")).sheets[0], "kev.csv")
    facts = [
        {(kev.cve, kev.vendor, kev.product, kev.added, kev.due, kev.ransomware) for kev in one}
        for one in (from_json, from_csv)
    ]
    assert facts[0] == facts[1]
