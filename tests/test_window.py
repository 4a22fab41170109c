"""Before the window is there: the archive is opened with the passphrase that a person types."""

from pathlib import Path

import pytest

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.errors import JcssaError, SecretUnavailable
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PassphraseSources
from jcssa_desktop.window import Asking, open_archive

RIGHT = "correct horse battery staple"


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A data folder with an archive that a passphrase opens."""
    paths = AppPaths(tmp_path)
    with open_services(paths, passphrases=PassphraseSources(ask=lambda _new: RIGHT)) as services:
        services.drafts.save(services.drafts.start_empty())
    return paths


def test_who_mistypes_the_passphrase_is_told_and_asked_again(paths: AppPaths) -> None:
    typed = iter(["a wrong one", "another wrong one", RIGHT])
    asking, told = Asking(lambda _new: next(typed)), list[JcssaError]()
    with open_services(paths, passphrases=PassphraseSources(ask=asking)) as services:
        open_archive(services, asking, told.append)
        assert len(services.drafts.drafts()) == 1
    assert [error.problem for error in told] == ["archive_wrong_passphrase"] * 2


def test_a_wrong_passphrase_that_nobody_typed_is_an_error(paths: AppPaths) -> None:
    asking, told = Asking(lambda _new: None), list[JcssaError]()
    sources = PassphraseSources(environment={"JCSSA_DESKTOP_PASSPHRASE": "a wrong one"}, ask=asking)
    with (
        open_services(paths, passphrases=sources) as services,
        pytest.raises(SecretUnavailable, match="archive_wrong_passphrase"),
    ):
        open_archive(services, asking, told.append)
    assert told == []
