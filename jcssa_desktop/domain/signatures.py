"""What the electronic signatures and timestamps of a PDF say."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class SignatureKind(StrEnum):
    """A signature says who; a timestamp says from when on the bytes have been there."""

    SIGNATURE = "signature"
    TIMESTAMP = "timestamp"


class SignatureFacts(Struct, frozen=True):
    """One signature or timestamp.

    `intact` tells that the bytes it covers are unchanged; `known` that its certificate comes from an issuer
    that this laptop was told to trust. `at` of a signature is what the signer stated.
    """

    kind: SignatureKind
    signer: str
    issuer: str
    intact: bool
    known: bool
    at: datetime | None


class CertificateFacts(Struct, frozen=True):
    """Whose certificate it is, and from when to when it holds."""

    owner: str
    valid_from: datetime
    valid_until: datetime


class SignatureReport(Struct, frozen=True):
    """All signatures of a PDF, oldest first.

    `whole` tells that the last one covers the file to its end and that nothing but signatures and timestamps
    was added after the first state of the file, and nothing else since the first signature.
    """

    signatures: tuple[SignatureFacts, ...] = ()
    whole: bool = False
