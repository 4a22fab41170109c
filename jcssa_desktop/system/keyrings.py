"""The keyring of the operating system, as the one place where a secret may be kept."""

import contextlib
from collections.abc import Iterator

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

from jcssa_desktop.system.secret_store import NoSecretStore, SecretStoreLocked

SERVICE = "jcssa-desktop"


class Keyring:
    """The system's own keyring: Secret Service, KWallet, the Windows vault or the macOS keychain.

    The backends of `keyrings.alt` and `keyrings.cryptfile` keep secrets in files; they are passed over
    even where they are installed.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._chosen = backend

    def get(self, entry: str) -> str | None:
        """Return the secret, None if there is none."""
        with _translated():
            return self._backend().get_password(SERVICE, entry)

    def set(self, entry: str, secret: str) -> None:
        """Keep the secret."""
        with _translated():
            self._backend().set_password(SERVICE, entry, secret)

    def delete(self, entry: str) -> None:
        """Forget the secret, if there is one."""
        with _translated(), contextlib.suppress(PasswordDeleteError):
            self._backend().delete_password(SERVICE, entry)

    def name(self) -> str:
        """Name the keyring in use, for a report on this machine; raise NoSecretStore if there is none."""
        with _translated():
            return str(self._backend().name)

    def _backend(self) -> KeyringBackend:
        backend = _protecting(self._chosen or keyring.get_keyring())
        # Windows would otherwise carry the secret to every machine of the domain that its owner logs in to.
        if hasattr(backend, "persist"):
            backend.persist = "local machine"
        return backend


def _protecting(backend: KeyringBackend) -> KeyringBackend:
    candidates = backend.backends if isinstance(backend, chainer.ChainerBackend) else [backend]
    for candidate in candidates:
        keeps_files = type(candidate).__module__.startswith("keyrings.")
        if not keeps_files and not isinstance(candidate, (fail.Keyring, null.Keyring)):
            return candidate
    raise NoKeyringError


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except KeyringLocked as error:
        raise SecretStoreLocked from error
    except (NoKeyringError, InitError, KeyringError) as error:
        raise NoSecretStore from error
