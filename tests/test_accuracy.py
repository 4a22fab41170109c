"""What is said of real devices, held against what the sources of real data say of them."""

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.services.catalogue import CatalogueService
from jcssa_desktop.system.paths import AppPaths

ROOT = Path(__file__).parents[1]
LEAST_DECIDED = 0.95


def _grading() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def real_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CatalogueService]:
    grading = _grading()
    if not grading.SHARED.is_dir():
        pytest.skip("../shared/data is not here")
    with open_services(AppPaths(tmp_path_factory.mktemp("real"))) as services:
        services.catalogue.import_files(grading.files_of(grading.SHARED))
        yield services.catalogue


@pytest.mark.timeout(600)
def test_no_verdict_is_wrong_and_nearly_all_are_decided(real_catalogue: CatalogueService) -> None:
    grading = _grading()
    points = list(grading.points_of(grading.SHARED))
    grades = [grading.graded(real_catalogue, point) for point in points]
    wrong = [one for one in grades if one.mark == "wrong"]
    assert wrong == []
    counts = Counter(one.mark for one in grades)
    assert counts["right"] >= LEAST_DECIDED * len(grades), [one for one in grades if one.mark != "right"]
