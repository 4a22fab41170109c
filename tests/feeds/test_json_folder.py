import io
import json
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory
from jcssa_desktop.feeds import json_folder
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file

TODAY = date(2026, 11, 25)


def _record(number: str) -> str:
    return json.dumps({"cveMetadata": {"cveId": number}, "containers": {"cna": {}}})


def _packed(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _saved(folder: Path, data: bytes) -> Path:
    path = folder / "delta.zip"
    path.write_bytes(data)
    return path


def _refusal(path: Path) -> InvalidImport:
    with pytest.raises(InvalidImport) as caught:
        list(read_catalogue_file(path, today=TODAY).batch.listed_advisories)
    assert caught.value.file == path.name
    return caught.value


def test_the_records_of_a_day_are_read_from_their_zip_file(tmp_path: Path) -> None:
    numbers = ["CVE-2026-0001", "CVE-2026-0002"]
    members: dict[str, str | bytes] = {f"deltaCves/{number}.json": _record(number) for number in numbers}
    found = read_catalogue_file(_saved(tmp_path, _packed({**members, "delta.json": "{}"})), today=TODAY)
    read = list(found.batch.listed_advisories)
    assert (found.kind, found.batch.listed_count) == (Kind.CVE_LIST, 3)
    assert [one.record_id for one in read if isinstance(one, ListedAdvisory)] == numbers
    assert [one.place.path for one in read if isinstance(one, Skipped)] == ["delta.json"]


@pytest.mark.parametrize("members", [{"a.json": "{}"}, {"a.json": "{}", "b.txt": ""}, {}])
def test_any_other_zip_file_is_to_be_unpacked_first(tmp_path: Path, members: dict[str, str | bytes]) -> None:
    assert _refusal(_saved(tmp_path, _packed(members))).problem == "import_file_is_archive"


@pytest.mark.parametrize(
    ("content", "problem"),
    [("{", "json_value_wrong"), (b"\xff", "import_encoding_unknown"), ('{"x":' * 100_000, "json_too_deep")],
)
def test_a_damaged_record_refuses_the_file(tmp_path: Path, content: str | bytes, problem: str) -> None:
    members: dict[str, str | bytes] = {"CVE-2026-0001.json": content}
    assert _refusal(_saved(tmp_path, _packed(members))).problem == problem


def test_a_damaged_zip_file_is_told_with_the_place(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {"CVE-2026-0001.json": _record("CVE-2026-0001")}
    data = bytearray(_packed(members))
    data[60] ^= 0xFF
    refusal = _refusal(_saved(tmp_path, bytes(data)))
    assert (refusal.problem, refusal.place.path) == ("import_zip_damaged", "CVE-2026-0001.json")


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_folder, "FILE_LIMIT", 1_000_000)
    members: dict[str, str | bytes] = {f"CVE-2026-000{n}.json": " " * 400_000 + "{}" for n in range(3)}
    members["CVE-2026-0009.json"] = " " * 2_000_000
    names = list(members)
    ordered: dict[str, str | bytes] = {name: members[name] for name in reversed(names)}
    assert _refusal(_saved(tmp_path, _packed(ordered))).problem == "import_file_too_large"


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    members: dict[str, str | bytes] = {"CVE-2026-0001.json": _record("CVE-2026-0001")}
    data = bytearray(_packed({**members, "delta.json": "{}"}))
    for at, value in changes:
        data[at % len(data)] = value
    with suppress(InvalidImport):
        list(read_catalogue_file(_saved(tmp_path, bytes(data)), today=TODAY).batch.listed_advisories)
