"""What a place for secrets is, whichever the operating system has."""

from typing import Protocol


class NoSecretStore(Exception):
    """There is no keyring here, or none that protects what it keeps."""


class SecretStoreLocked(Exception):
    """The keyring is there, but its owner did not unlock it."""


class SecretStore(Protocol):
    """A place for secrets, each under an entry's name."""

    def get(self, entry: str) -> str | None:
        """Return the secret, None if there is none; raise NoSecretStore or SecretStoreLocked."""

    def set(self, entry: str, secret: str) -> None:
        """Keep the secret; raise NoSecretStore or SecretStoreLocked."""

    def delete(self, entry: str) -> None:
        """Forget the secret, if there is one; raise NoSecretStore or SecretStoreLocked."""


class SystemStore(SecretStore, Protocol):
    """The operating system's own place for secrets."""

    def name(self) -> str:
        """Name it, for a report on this machine; raise NoSecretStore if there is none."""
