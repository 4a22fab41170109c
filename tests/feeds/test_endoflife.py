import csv
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import FirmwareState
from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.domain.lifecycle import LifecycleKind, PartialDate, Precision
from jcssa_desktop.feeds.endoflife import (
    Cycles,
    product_of_name,
    read_api_v1,
    read_cycle_list,
    read_cycle_table,
)
from jcssa_desktop.feeds.recognise import read_catalogue_file
from jcssa_desktop.feeds.table import read_table

SHARED_EOL = Path(__file__).parents[2].parent / "shared" / "data" / "endoflife"
TODAY = date(2026, 8, 24)

CYCLE: dict[str, object] = {
    "cycle": "7.4",
    "releaseDate": "2023-05-11",
    "eol": "2028-11-11",
    "support": "2027-05-11",
    "latest": "7.4.11",
    "latestReleaseDate": "2026-07-30",
    "lts": False,
}


def _old(*cycles: dict[str, object]) -> Cycles:
    return read_cycle_list(json.dumps(cycles).encode(), "mihonos.json", TODAY)


def _ends(cycles: Cycles) -> dict[LifecycleKind, str]:
    return {one.stated.kind: str(one.stated.ends) for one in cycles.lifecycles}


def test_a_cycle_gives_its_dates_and_its_newest_version() -> None:
    cycles = _old(CYCLE)
    assert _ends(cycles) == {
        LifecycleKind.END_OF_SUPPORT: "2028-11-11",
        LifecycleKind.END_OF_FIRMWARE: "2027-05-11",
    }
    assert {(one.family, one.train, one.stated.train, one.stated.source) for one in cycles.lifecycles} == {
        ("mihonos", "7.4", "7.4", "endoflife.date")
    }
    (release,) = cycles.releases
    assert release.family == "mihonos"
    seen = release.observation
    assert (seen.version, seen.train, seen.state) == ("7.4.11", "7.4", FirmwareState.LATEST)
    assert (seen.observed_on, str(seen.released_on)) == (TODAY, "2026-07-30")


def test_not_yet_ended_without_a_day_is_unpublished() -> None:
    cycles = _old({"cycle": "1", "eol": False})
    assert cycles.lifecycles[0].stated.ends == PartialDate(Precision.UNPUBLISHED)


def test_ended_without_a_day_is_told_and_never_a_date() -> None:
    cycles = _old({"cycle": "1", "eol": True, "support": False, "discontinued": True})
    assert cycles.lifecycles == ()
    assert [dict(one.values)["kind"] for one in cycles.skipped] == [
        "end_of_support",
        "end_of_firmware",
        "end_of_sale",
    ]


def test_what_goes_on_or_does_not_exist_says_nothing() -> None:
    cycles = _old(
        {"cycle": "1", "eol": "2030", "support": True, "extendedSupport": False, "discontinued": False}
    )
    assert _ends(cycles) == {LifecycleKind.END_OF_SUPPORT: "2030"}
    assert (cycles.releases, cycles.skipped) == ((), ())


def test_extended_support_and_end_of_sale_are_kept_apart() -> None:
    cycles = _old(
        {"cycle": "1", "eol": "2030-01-31", "extendedSupport": "2033-01", "discontinued": "2026-01-01"}
    )
    assert _ends(cycles)[LifecycleKind.END_OF_SECURITY_FIXES] == "2033-01"
    assert _ends(cycles)[LifecycleKind.END_OF_SALE] == "2026-01-01"


RELEASE = {
    "name": "7.4",
    "isEoas": False,
    "eoasFrom": "2027-05-11",
    "isEol": False,
    "eolFrom": "2028-11-11",
    "latest": {"name": "7.4.11", "date": "2026-07-30"},
}


def _v1(result: object, generated: str = "2026-08-01T00:00:00+00:00") -> bytes:
    return json.dumps({"schema_version": "1.2.0", "generated_at": generated, "result": result}).encode()


@pytest.mark.parametrize("shape", ["one product", "full list"])
def test_the_new_api_says_the_same_and_dates_itself(shape: str) -> None:
    many = shape == "full list"
    product = {"name": "mihonos", "releases": [RELEASE]}
    cycles = read_api_v1(_v1([product] if many else product), "answer.json", TODAY, many=many)
    assert _ends(cycles) == _ends(_old(CYCLE))
    assert cycles.releases[0].observation.observed_on == date(2026, 8, 1)


def test_a_file_from_the_future_is_seen_today_at_the_latest() -> None:
    data = _v1({"name": "mihonos", "releases": [RELEASE]}, "2030-01-01T00:00:00Z")
    assert read_api_v1(data, "a.json", TODAY, many=False).releases[0].observation.observed_on == TODAY


@pytest.mark.parametrize(
    ("file", "product"),
    [
        ("fortios.json", "fortios"),
        ("fortios (1).json", "fortios"),
        ("cisco-ios-xe.json.gz", "cisco-ios-xe"),
        ("FortiOS.json", "fortios"),
    ],
)
def test_the_file_name_tells_the_product_of_the_old_shape(file: str, product: str) -> None:
    assert product_of_name(file) == product


@pytest.mark.parametrize("file", ["期限.json", ".json", "a b.json"])
def test_a_name_that_tells_no_product_is_refused(file: str) -> None:
    with pytest.raises(InvalidImport) as caught:
        product_of_name(file)
    assert caught.value.problem == "endoflife_product_unnamed"


@pytest.mark.parametrize(
    ("cycle", "problem", "path"),
    [
        ({"cycle": "1", "eol": "soon"}, "endoflife_day_wrong", "[0]"),
        ({"cycle": "1", "eol": "2026-02-30"}, "endoflife_day_wrong", "[0]"),
        ({"cycle": "1", "eol": "2026-01-01", "latest": 7}, "json_value_wrong", "[0].latest"),
        ({"eol": "2026-01-01"}, "json_value_wrong", "[0]"),
    ],
)
def test_a_wrong_cycle_refuses_the_file_with_its_place(
    cycle: dict[str, object], problem: str, path: str
) -> None:
    with pytest.raises(InvalidImport) as caught:
        _old(cycle)
    assert (caught.value.problem, caught.value.place) == (problem, Place(path=path))


def test_a_table_of_many_products_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text(
        "product,cycle,eol,latest,latest_release_date,support_date\n"
        "mihonos,7.4,2028-11-11,7.4.11,2026-07-30,2027-05-11\nmihonos,7.6,false,,,\n",
        encoding="utf-8",
    )
    cycles = read_cycle_table(read_table(path).sheets[0], "all.csv", TODAY)
    assert (cycles.read, len(cycles.lifecycles), len(cycles.releases)) == (2, 3, 1)


_STATED = st.one_of(st.none(), st.booleans(), st.text(max_size=10), st.integers(), st.dates().map(str))


@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys([*CYCLE, "extendedSupport", "discontinued"], _STATED))
)
@settings(max_examples=100)
def test_any_cycle_is_read_or_refused(cycle: dict[str, object]) -> None:
    with suppress(InvalidImport):
        _old(cycle)


def test_every_real_cycle_file_is_read() -> None:
    files = sorted((SHARED_EOL / "api_v0_json_converted").glob("*.json"))
    if not files:
        pytest.skip("../shared/data is not here")
    read = [read_cycle_list(file.read_bytes(), file.name, TODAY) for file in files]
    assert sum(cycles.read for cycles in read) == 2478
    assert all(cycles.lifecycles or cycles.skipped for cycles in read)


def test_the_dates_of_public_cycles_are_those_that_their_source_states() -> None:
    truth = SHARED_EOL.parent / "ground_truth_eol.csv"
    if not truth.exists():
        pytest.skip("../shared/data is not here")
    with truth.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    stated: dict[tuple[str, str], dict[LifecycleKind, str]] = {}
    for product in {row["product"] for row in rows}:
        path = SHARED_EOL / "api_v0_json_converted" / f"{product}.json"
        for one in read_cycle_list(path.read_bytes(), path.name, TODAY).lifecycles:
            stated.setdefault((product, one.train), {})[one.stated.kind] = str(one.stated.ends)
    checked = 0
    for row in rows:
        for column, kind in (
            ("support_end(eoas)", LifecycleKind.END_OF_FIRMWARE),
            ("eol", LifecycleKind.END_OF_SUPPORT),
            ("extended_support", LifecycleKind.END_OF_SECURITY_FIXES),
            ("discontinued", LifecycleKind.END_OF_SALE),
        ):
            if row[column][:1].isdecimal():
                assert stated[row["product"], row["cycle"]][kind] == row[column], (row, kind)
                checked += 1
    assert checked >= 120


def test_every_public_file_is_read_or_refused_by_name() -> None:
    if not SHARED_EOL.is_dir():
        pytest.skip("../shared/data is not here")
    read = 0
    for path in sorted(SHARED_EOL.rglob("*")):
        if path.suffix not in {".json", ".csv", ""} or path.is_dir() or path.name == "LICENSE":
            continue
        try:
            read += read_catalogue_file(path, today=TODAY).read
        except InvalidImport as error:
            refused = error
        else:
            continue
        assert refused.values["name"] in {"endoflife.date release-data", "JSON Schema"}, path.name
    assert read == 2478 + 5827 + 85
