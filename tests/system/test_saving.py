import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.system.saving import free_space, replace_file, storage_failure


def test_a_file_is_replaced_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "設定.json"
    replace_file(path, b"old")
    replace_file(path, "新しい".encode())
    assert path.read_text(encoding="utf-8") == "新しい"
    assert [one.name for one in tmp_path.iterdir()] == ["設定.json"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageFailure) as failure:
        replace_file(tmp_path / "missing" / "settings.json", b"")
    assert failure.value.problem == "folder_missing"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(StorageFailure):
        replace_file(tmp_path / "settings.json", b"{}")
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EACCES, "read_only"),
        (errno.EROFS, "read_only"),
        (errno.ENOENT, "folder_missing"),
        (errno.ENOTDIR, "folder_is_file"),
        (errno.EEXIST, "file_in_the_way"),
        (errno.EISDIR, "folder_in_the_way"),
        (errno.ENAMETOOLONG, "name_too_long"),
        (errno.EIO, "write_failed"),
    ],
)
def test_an_error_of_the_system_gets_its_sentence(tmp_path: Path, code: int, problem: str) -> None:
    failure = storage_failure(OSError(code, os.strerror(code)), tmp_path / "settings.json")
    assert (failure.problem, failure.file, failure.values["folder"]) == (
        problem,
        "settings.json",
        str(tmp_path),
    )


def test_free_space_is_told_even_for_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert free_space(tmp_path / "a" / "b").endswith(" MB")


WRITE_TOO_MUCH = """
import resource, signal, sys
from pathlib import Path
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.system.saving import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace_file(Path(sys.argv[1]), b"x" * 5000)
except StorageFailure as failure:
    print(failure.problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_where_no_more_fits_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", WRITE_TOO_MUCH, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "disk_full"
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]
