"""The passphrase of the signing certificate: out of the environment, else from the keyring."""

import contextlib
from collections.abc import Mapping

from jcssa_desktop.domain.errors import SecretUnavailable
from jcssa_desktop.system.secret_store import NoSecretStore, SecretStore, SecretStoreLocked

SIGNING_VARIABLE = "JCSSA_DESKTOP_SIGNING_PASSPHRASE"
_ENTRY = "signing-certificate"


def signing_passphrase(store: SecretStore, environment: Mapping[str, str]) -> str:
    """Return the passphrase; raise SecretUnavailable if nobody gave it or the keyring is locked."""
    given = environment.get(SIGNING_VARIABLE)
    if given is not None:
        return given
    try:
        kept = store.get(_ENTRY)
    except SecretStoreLocked as error:
        raise SecretUnavailable("keyring_locked") from error
    except NoSecretStore as error:
        raise SecretUnavailable("signing_passphrase_needed") from error
    if kept is None:
        raise SecretUnavailable("signing_passphrase_needed")
    return kept


def keep_signing_passphrase(store: SecretStore, passphrase: str) -> None:
    """Keep the passphrase in the keyring; raise SecretUnavailable where there is none."""
    try:
        store.set(_ENTRY, passphrase)
    except SecretStoreLocked as error:
        raise SecretUnavailable("keyring_locked") from error
    except NoSecretStore as error:
        raise SecretUnavailable("signing_keyring_needed") from error


def forget_signing_passphrase(store: SecretStore) -> None:
    """Take the passphrase out of the keyring; where there is none, or it is locked, nothing can be taken."""
    with contextlib.suppress(NoSecretStore, SecretStoreLocked):
        store.delete(_ENTRY)


def has_keyring(store: SecretStore) -> bool:
    """Tell whether a passphrase could be kept; a locked keyring can be unlocked."""
    try:
        store.get(_ENTRY)
    except SecretStoreLocked:
        return True
    except NoSecretStore:
        return False
    return True
