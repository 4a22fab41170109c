"""Every damaged, hostile and foreign file at hand: one sentence with the place, and nothing of it is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jcssa_desktop.bootstrap import Services, open_services
from jcssa_desktop.system.paths import AppPaths


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(AppPaths(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize("folder", ["bad_input", "csaf_invalid"])
def test_a_file_is_taken_or_refused_in_one_sentence_and_then_leaves_nothing(
    services: Services, shared_data: Path, folder: str
) -> None:
    paths = sorted(path for path in (shared_data / folder).rglob("*") if path.is_file())
    assert paths
    for path in paths:
        before = services.catalogue.counts()
        (report,) = services.catalogue.import_files([path])
        if report.error is None:
            continue
        sentence = services.texts.error(report.error)
        assert sentence, path
        assert "\n" not in sentence, path
        assert services.catalogue.counts() == before, path
        assert (report.new, report.changed) == (0, 0), path
