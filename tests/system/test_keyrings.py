import os
import shutil
import subprocess
import sys
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from jcssa_desktop.system.keyrings import SERVICE, Keyring
from jcssa_desktop.system.secret_store import NoSecretStore, SecretStoreLocked


class InMemory(KeyringBackend):
    """A keyring for the tests of our use of keyrings; `persist` is what the Windows vault has."""

    priority = 1  # type: ignore[assignment]
    persist = "enterprise"

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        self._complain()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._complain()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._complain()
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError
        del self.kept[service, username]

    def _complain(self) -> None:
        if self.error:
            raise self.error


class OnDisk(InMemory):
    """Stands for a backend of keyrings.alt, which keeps secrets in files."""


OnDisk.__module__ = "keyrings.alt.file"


def test_a_secret_comes_back_and_can_be_forgotten() -> None:
    backend = InMemory()
    store = Keyring(backend)
    assert store.get("archive-1") is None
    store.set("archive-1", "秘密")
    assert store.get("archive-1") == "秘密"
    assert backend.kept == {(SERVICE, "archive-1"): "秘密"}
    store.delete("archive-1")
    store.delete("archive-1")
    assert store.get("archive-1") is None


def test_on_windows_the_secret_stays_on_this_machine() -> None:
    backend = InMemory()
    Keyring(backend).set("archive-1", "x")
    assert backend.persist == "local machine"


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), OnDisk()])
def test_what_does_not_protect_is_no_keyring(backend: KeyringBackend) -> None:
    store = Keyring(backend)
    for use in (lambda: store.get("x"), lambda: store.set("x", "y"), lambda: store.delete("x"), store.name):
        with pytest.raises(NoSecretStore):
            use()
    assert not getattr(backend, "kept", {})


def test_a_chain_is_searched_for_the_first_that_protects(monkeypatch: pytest.MonkeyPatch) -> None:
    protecting = InMemory()
    chain = chainer.ChainerBackend()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [OnDisk(), fail.Keyring(), protecting])
    Keyring(chain).set("archive-1", "x")
    assert protecting.kept == {(SERVICE, "archive-1"): "x"}
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    with pytest.raises(NoSecretStore):
        Keyring(chain).get("archive-1")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (keyring.errors.NoKeyringError(), NoSecretStore),
        (keyring.errors.InitError(), NoSecretStore),
        (keyring.errors.PasswordSetError(), NoSecretStore),
        (keyring.errors.KeyringLocked(), SecretStoreLocked),
    ],
)
def test_every_state_of_a_keyring_is_told(error: Exception, told: type[Exception]) -> None:
    store = Keyring(InMemory(error))
    with pytest.raises(told):
        store.get("archive-1")
    with pytest.raises(told):
        store.set("archive-1", "x")


OPEN_TWICE = """
import sys
from pathlib import Path
from jcssa_desktop.domain.errors import SecretUnavailable
from jcssa_desktop.system.keyrings import Keyring
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PassphraseSources, obtain_archive_key

paths = AppPaths(Path(sys.argv[1]))
store = Keyring()
first = obtain_archive_key(paths, PassphraseSources(), store)
paths.archive.write_bytes(b"an archive")
again = obtain_archive_key(paths, PassphraseSources(), store)
print(store.name(), first.kind, len(first.value), first == again)
entry = __import__("json").loads(paths.archive_key.read_text())["entry"]
store.delete(entry)
try:
    obtain_archive_key(paths, PassphraseSources(), store)
except SecretUnavailable as failure:
    print(failure.problem)
"""


def test_the_real_gnome_keyring_keeps_the_key(tmp_path: Path) -> None:
    if not all(shutil.which(tool) for tool in ("bash", "dbus-run-session", "gnome-keyring-daemon", "gdbus")):
        pytest.skip("no GNOME keyring is installed here")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON_KEYRING")}
    done = subprocess.run(
        [str(Path(__file__).with_name("with_keyring.sh")), sys.executable, "-c", OPEN_TWICE, str(tmp_path)],
        env={**environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    told = done.stdout.splitlines()
    assert told == ["SecretService Keyring raw 64 True", "archive_key_missing"], done.stderr
