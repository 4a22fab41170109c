import os
from pathlib import Path

import pytest

from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.system.paths import AppPaths


def test_everything_lies_inside_the_data_folder(tmp_path: Path) -> None:
    paths = AppPaths(tmp_path)
    places = (paths.catalogue, paths.archive, paths.archive_key, paths.settings, paths.logs, paths.backups)
    assert len(set(places)) == 6
    assert all(place.parent == tmp_path for place in places)


def test_the_default_folder_is_the_users_own() -> None:
    assert AppPaths.default().data.is_absolute()
    assert AppPaths.default().data.name == "jcssa-desktop"


def test_the_folders_are_made_once_and_for_their_owner(tmp_path: Path) -> None:
    paths = AppPaths(tmp_path / "見本 データ" / "jcssa")
    paths.create()
    paths.create()
    assert paths.logs.is_dir()
    assert paths.backups.is_dir()
    if os.name == "posix":
        assert paths.data.stat().st_mode & 0o077 == 0


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageFailure):
        AppPaths(tmp_path / "data" / "inside").create()
    with pytest.raises(StorageFailure):
        AppPaths(tmp_path / "data").create()
