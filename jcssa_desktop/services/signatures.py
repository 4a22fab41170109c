"""Sign seals with this laptop's certificate, have them timestamped, and tell what signatures say."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.errors import JcssaError, SigningFailed
from jcssa_desktop.domain.signatures import CertificateFacts, SignatureFacts, SignatureKind, SignatureReport
from jcssa_desktop.services.settings import SettingsService
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.system.secret_store import SecretStore
from jcssa_desktop.system.settings import SealSettings
from jcssa_desktop.system.signing_secret import (
    forget_signing_passphrase,
    has_keyring,
    keep_signing_passphrase,
    signing_passphrase,
)
from jcssa_desktop.system.texts import Texts

_SERVICE = re.compile(r"https?://[^\s/]+(?:/\S*)?$", re.IGNORECASE)
_SIGNED = b"/ByteRange"
"""Stands in every signed PDF; without it nothing needs to be loaded to know that there is no signature."""


def is_signed(pdf: bytes) -> bool:
    """Tell whether a PDF has a signature, whole or broken."""
    return _SIGNED in pdf


def signature_sentence(facts: SignatureFacts, texts: Texts) -> str:
    """Say who signed or when it was stamped, and whether the issuer of the certificate is known here."""
    form = "signature_by" if facts.kind is SignatureKind.SIGNATURE else "timestamp_by"
    at = facts.at.isoformat() if facts.at else "—"
    said = texts.sentence(form, signer=facts.signer, issuer=facts.issuer, at=at)
    return f"{said} {texts.sentence('issuer_known' if facts.known else 'issuer_unknown')}"


class OpenedCertificate(Protocol):
    """A certificate with its key."""

    facts: CertificateFacts

    def sign(self, pdf: bytes) -> bytes:
        """Append a signature."""


class Stamper(Protocol):
    """A timestamp service."""

    def stamp(self, pdf: bytes) -> bytes:
        """Append a timestamp; raise SigningFailed."""


class SigningTools(Protocol):
    """What `documents.signing` offers; it is loaded when it is first asked for."""

    def Certificate(self, file: Path, passphrase: str) -> OpenedCertificate:  # noqa: N802 - a class
        """Open a P12 file; raise SigningFailed."""

    def TimestampService(self, url: str) -> Stamper:  # noqa: N802 - a class
        """Reach a service."""

    def read_issuers(self, files: Iterable[Path]) -> tuple[Any, ...]:
        """Read certificates of issuers; raise SigningFailed."""

    def examine(self, pdf: bytes, original: bytes | None, issuers: Iterable[Any]) -> SignatureReport:
        """Tell what signatures say."""


class Fetched(Struct, frozen=True):
    """Which records got their timestamp, how many still wait, and why the next one did not get it."""

    stamped: tuple[str, ...]
    waiting: int
    error: JcssaError | None = None


class Signatures:
    """The signing tools under this laptop's settings."""

    def __init__(
        self,
        settings: SettingsService,
        load: Callable[[], SigningTools],
        store: SecretStore,
        environment: Mapping[str, str],
    ) -> None:
        self._settings = settings
        self._load = load
        self._store = store
        self._environment = environment

    @property
    def wants_timestamps(self) -> bool:
        """Tell whether a timestamp service is set."""
        return bool(self._settings.current.seal.timestamps)

    @property
    def keeps_passphrases(self) -> bool:
        """Tell whether there is a keyring for the passphrase of a certificate; it may ask to be unlocked."""
        return has_keyring(self._store)

    def use_certificate(self, file: Path, passphrase: str) -> CertificateFacts:
        """Sign with this P12 file from now on; tell whose it is.

        Raises SigningFailed for a file or passphrase that does not fit, SecretUnavailable without a keyring.
        """
        opened = self._load().Certificate(file, passphrase)
        keep_signing_passphrase(self._store, passphrase)
        self._save(replace(self._settings.current.seal, certificate=str(file.absolute())))
        return opened.facts

    def certificate(self) -> CertificateFacts | None:
        """Open the certificate in use and tell whose it is, None where none is set.

        Raises SigningFailed or SecretUnavailable as `sign` would.
        """
        opened = self._opened()
        return opened.facts if opened is not None else None

    def drop_certificate(self) -> None:
        """Sign no more, and forget the passphrase."""
        self._save(replace(self._settings.current.seal, certificate=""))
        forget_signing_passphrase(self._store)

    def use_timestamps(self, url: str) -> None:
        """Have seals timestamped by this service from now on; "" by none.

        Raises SigningFailed for what is no address of a service.
        """
        if url and not _SERVICE.match(url):
            raise SigningFailed("timestamp_address_wrong", address=url)
        self._save(replace(self._settings.current.seal, timestamps=url))

    def check_issuers(self, issuers: Iterable[Path]) -> None:
        """Read certificates of issuers; raise SigningFailed for a file that is none."""
        self._load().read_issuers(issuers)

    def trust(self, issuers: Iterable[Path]) -> None:
        """Trust these issuers and no others; raise SigningFailed for a file that is no certificate."""
        files = [file.absolute() for file in issuers]
        self.check_issuers(files)
        self._save(replace(self._settings.current.seal, issuers=tuple(str(file) for file in files)))

    def _save(self, seal: SealSettings) -> None:
        self._settings.save(replace(self._settings.current, seal=seal))

    def sign(self, pdf: bytes) -> bytes:
        """Append a signature where a certificate is set; raise SigningFailed or SecretUnavailable."""
        opened = self._opened()
        return opened.sign(pdf) if opened is not None else pdf

    def _opened(self) -> OpenedCertificate | None:
        file = self._settings.current.seal.certificate
        if not file:
            return None
        passphrase = signing_passphrase(self._store, self._environment)
        return self._load().Certificate(Path(file), passphrase)

    def stamp(self, pdf: bytes) -> bytes:
        """Append a timestamp; raise SigningFailed."""
        return self._load().TimestampService(self._settings.current.seal.timestamps).stamp(pdf)

    def examine(self, pdf: bytes, original: bytes | None) -> SignatureReport:
        """Tell what the signatures of a PDF say; raise SigningFailed for a broken file of an issuer."""
        if not is_signed(pdf):
            return SignatureReport()
        tools = self._load()
        issuers = tools.read_issuers(Path(one) for one in self._settings.current.seal.issuers)
        return tools.examine(pdf, original, issuers)


class TimestampService:
    """Fetches the timestamps for which sealed records wait."""

    def __init__(
        self, archive: Callable[[], ArchiveStore], signatures: Signatures, now: Callable[[], datetime]
    ) -> None:
        self._archive = archive
        self._signatures = signatures
        self._now = now

    def fetch(self) -> Fetched:
        """Ask the service for each waiting record, and stop at the first that it does not answer."""
        archive = self._archive()
        waiting = archive.awaiting_timestamp()
        stamped: list[str] = []
        try:
            for number in waiting if self._signatures.wants_timestamps else ():
                pdf = archive.record(number).pdf
                appended = self._signatures.stamp(pdf)[len(pdf) :]
                archive.add_timestamp(number, appended, self._now())
                stamped.append(number)
        except JcssaError as error:
            return Fetched(tuple(stamped), len(waiting) - len(stamped), error)
        return Fetched(tuple(stamped), len(waiting) - len(stamped))
