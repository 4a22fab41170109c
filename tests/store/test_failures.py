"""A full disk and a folder that may not be written, as a person meets them."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedProduct
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.catalogue import CatalogueStore
from tests.store.records import NOON, RAW_KEY, a_disclosure


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here (needs root)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def many(count: int) -> CatalogueBatch:
    rows = (
        ListedProduct("見本電機", f"Gate {number}", part_number=f"MG-{number}") for number in range(count)
    )
    return CatalogueBatch(listed_products=tuple(rows))


def test_a_full_disk_is_told_and_leaves_the_catalogue_as_it_was(small_disk: Path) -> None:
    store = CatalogueStore(small_disk / "catalogue.db")
    store.apply(many(3))
    with pytest.raises(StorageFailure) as failure:
        store.apply(many(20_000))
    assert failure.value.problem == "disk_full"
    assert failure.value.file == "catalogue.db"
    assert failure.value.values["free"] == "0 MB"
    assert store.counts().products == 3
    assert store.search("gate").total == 3
    store.close()


def test_a_draft_on_a_full_disk_is_kept_as_last_saved(small_disk: Path) -> None:
    store = ArchiveStore(small_disk / "archive.db", RAW_KEY)
    store.save_draft(a_disclosure(), NOON)
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 4096 * (_free(small_disk) // 4096))

    def save_until_full() -> None:
        for number in range(2_000):
            store.save_draft(a_disclosure(f"d-{number}", customer="見本" * 2_000), NOON)

    with pytest.raises(StorageFailure) as failure:
        save_until_full()
    assert failure.value.problem == "disk_full"
    assert store.draft("d-1") == a_disclosure()
    filler.unlink()
    store.save_draft(a_disclosure(customer="見本食品株式会社"), NOON)
    assert store.draft("d-1").customer.name == "見本食品株式会社"
    store.close()


def test_a_disk_that_is_full_from_the_start_is_told(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * _free(small_disk))
    for opened in (
        lambda: CatalogueStore(small_disk / "catalogue.db"),
        lambda: ArchiveStore(small_disk / "archive.db", RAW_KEY),
    ):
        with pytest.raises(StorageFailure) as failure:
            opened()
        assert failure.value.problem == "disk_full"


def _free(folder: Path) -> int:
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize


OPEN_AND_WRITE = """
import os
import sys
from pathlib import Path
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedProduct
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.store.catalogue import CatalogueStore

if os.geteuid() == 0:  # root may write anywhere; the rest is done as somebody without rights
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    store = CatalogueStore(Path(sys.argv[1]))
    try:
        store.apply(CatalogueBatch(listed_products=(ListedProduct("見本電機", "Gate 60F"),)))
    finally:
        store.close()
except StorageFailure as failure:
    print(failure.problem, failure.file)
"""


def as_nobody(path: Path) -> str:
    """Open the catalogue and write to it without the rights of root."""
    if os.name == "nt":
        pytest.skip("Windows gives rights in another way")
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_WRITE, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that anyone may enter; pytest's own are closed to other people."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written_is_told(reachable: Path) -> None:
    folder = reachable / "data"
    folder.mkdir()
    folder.chmod(0o555)
    assert as_nobody(folder / "catalogue.db") == "read_only catalogue.db"


def test_a_file_that_may_not_be_written_is_told(reachable: Path) -> None:
    path = reachable / "catalogue.db"
    CatalogueStore(path).close()
    path.chmod(0o444)
    reachable.chmod(0o555)
    before = path.read_bytes()
    assert as_nobody(path) == "read_only catalogue.db"
    assert path.read_bytes() == before


def test_a_file_that_may_not_be_read_is_told(reachable: Path) -> None:
    path = reachable / "catalogue.db"
    CatalogueStore(path).close()
    path.chmod(0o000)
    assert as_nobody(path) == "read_only catalogue.db"
