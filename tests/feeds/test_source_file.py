import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds import source_file
from jcssa_desktop.feeds.source_file import read_whole


def _saved(folder: Path, data: bytes) -> Path:
    path = folder / "feed.json.gz"
    path.write_bytes(data)
    return path


def _problem(path: Path) -> str:
    with pytest.raises(InvalidImport) as caught:
        read_whole(path)
    return caught.value.problem


def test_several_packed_files_in_a_row_are_one(tmp_path: Path) -> None:
    first, second = b"a" * 300_000, bytes(range(256)) * 1_000
    packed = gzip.compress(first) + gzip.compress(second)
    assert read_whole(_saved(tmp_path, packed)) == first + second
    assert read_whole(_saved(tmp_path, packed + b"\0" * 10)) == first + second


def test_what_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "FILE_LIMIT", 1_000_000)
    assert _problem(_saved(tmp_path, gzip.compress(b" " * 1_000_001))) == "import_file_too_large"
    halves = gzip.compress(b" " * 600_000)
    assert _problem(_saved(tmp_path, halves * 2)) == "import_file_too_large"


@pytest.mark.parametrize(("cut", "problem"), [(20, "import_gzip_truncated"), (2, "import_gzip_truncated")])
def test_a_packed_file_that_breaks_off_is_told(tmp_path: Path, cut: int, problem: str) -> None:
    assert _problem(_saved(tmp_path, gzip.compress(bytes(range(256)))[:cut])) == problem


@given(st.lists(st.tuples(st.integers(2, 400), st.integers(0, 255)), max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    data = bytearray(gzip.compress(bytes(range(256))))
    for at, value in changes:
        data[at % len(data)] = value
    with suppress(InvalidImport):
        read_whole(_saved(tmp_path, bytes(data)))
