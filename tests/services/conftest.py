from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PASSPHRASE_VARIABLE, PassphraseSources

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


@pytest.fixture
def open_at() -> Iterator[Callable[[Path], Services]]:
    """Open real services over a folder; everything is closed at the end of the test."""
    with ExitStack() as stack:

        def open_folder(folder: Path) -> Services:
            sources = PassphraseSources(environment={PASSPHRASE_VARIABLE: "only-for-tests"})
            opened = open_services(AppPaths(folder), passphrases=sources, now=lambda: NOW)
            return stack.enter_context(opened)

        yield open_folder


@pytest.fixture
def services(open_at: Callable[[Path], Services], tmp_path: Path) -> Services:
    return open_at(tmp_path / "data")
