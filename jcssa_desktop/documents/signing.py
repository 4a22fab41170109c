"""Electronic signatures (PAdES) and timestamps (RFC 3161) of sealed PDF files, by pyHanko.

Each is an incremental update: the bytes that were there stay as they were. Loading this module costs more
than drawing a sheet: it is loaded where a certificate or timestamp service is set, or a signature is met.
"""

import asyncio
import io
import logging
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from asn1crypto import cms, core, tsp, x509
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DSSCompareRule,
    FormUpdatingRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from jcssa_desktop.domain.errors import SigningFailed
from jcssa_desktop.domain.signatures import CertificateFacts, SignatureFacts, SignatureKind, SignatureReport

_FIELD = "Seal"
_DIGEST = "sha256"
_SECONDS_TO_ANSWER = 10
_LARGEST_TOKEN = 1024 * 1024
_ALLOWED = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}

_SIGNATURES_ONLY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (XrefStreamRule(), ObjectStreamRule(), DSSCompareRule())
        ),
    ],
    form_rule=FormUpdatingRule(
        field_rules=[
            SigFieldCreationRule(),  # type: ignore[no-untyped-call]
            SigFieldModificationRule(),
        ],
        ignored_acroform_keys={"/Fields", "/SigFlags"},
    ),
)
"""What may be appended to a sealed file: unlike pyHanko's own policy, no metadata and no other fields."""

_Status = PdfSignatureStatus | DocumentTimestampStatus

# pyHanko logs what it then answers or raises; a wrong passphrase or a broken file is no defect of ours.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


class _Appending(IncrementalPdfFileWriter):
    """Appends what is new and leaves the metadata as they were sealed: they are part of what is proven."""

    def _update_meta(self) -> None:
        """Would write pyHanko's name and the time of this machine into the metadata."""


class Certificate:
    """A certificate with its private key, out of a P12 file."""

    def __init__(self, file: Path, passphrase: str) -> None:
        """Load the file.

        Raises:
            SigningFailed: It cannot be read, is no P12 file, or the passphrase is not its own.
        """
        try:
            content = file.read_bytes()
        except OSError as error:
            raise SigningFailed("certificate_unreadable", file=file.name) from error
        try:
            signer = SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=passphrase.encode())
        except ValueError as error:
            raise SigningFailed("certificate_not_opened", file=file.name) from error
        if signer is None or signer.signing_cert is None:
            raise SigningFailed("certificate_not_opened", file=file.name)
        # The root is not covered by the signature, and who verifies must have it from elsewhere anyway.
        signer.embed_roots = False
        self._signer = signer
        certificate = signer.signing_cert
        self.facts = CertificateFacts(
            _name(certificate.subject), certificate.not_valid_before, certificate.not_valid_after
        )

    def sign(self, pdf: bytes) -> bytes:
        """Append an invisible signature; a visible one would not be accessible."""
        output = io.BytesIO()
        metadata = PdfSignatureMetadata(
            field_name=_FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm=_DIGEST
        )
        signing = PdfSigner(metadata, self._signer, new_field_spec=SigFieldSpec(_FIELD))
        signing.sign_pdf(_Appending(io.BytesIO(pdf)), output=output)
        return output.getvalue()


class TimestampService:
    """A service that signs hashes with the time, reached by HTTP."""

    def __init__(self, url: str) -> None:
        self._url = url

    def stamp(self, pdf: bytes) -> bytes:
        """Append a timestamp over the whole file.

        Raises:
            SigningFailed: The service cannot be reached, or does not answer with a timestamp.
        """
        output = io.BytesIO()
        try:
            PdfTimeStamper(_HttpTimeStamper(self._url)).timestamp_pdf(
                _Appending(io.BytesIO(pdf)), _DIGEST, output=output
            )
        except Exception as error:  # a service may answer anything
            raise SigningFailed("timestamp_not_given", service=self._url) from error
        return output.getvalue()


class _HttpTimeStamper(TimeStamper):
    """pyHanko's own clients need a further library, or an event loop of their own."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return await asyncio.to_thread(self._ask, req)

    def _ask(self, question: tsp.TimeStampReq) -> tsp.TimeStampResp:
        if not self._url.startswith(("https://", "http://")):
            raise ValueError(self._url)
        headers = {"Content-Type": "application/timestamp-query"}
        request = urllib.request.Request(self._url, question.dump(), headers)  # noqa: S310 - see above
        with urllib.request.urlopen(request, timeout=_SECONDS_TO_ANSWER) as answer:  # noqa: S310
            return tsp.TimeStampResp.load(answer.read(_LARGEST_TOKEN))


def read_issuers(files: Iterable[Path]) -> tuple[x509.Certificate, ...]:
    """Read the certificates of issuers that are trusted, PEM or DER; raise SigningFailed."""
    found: list[x509.Certificate] = []
    for file in files:
        try:
            certificates = list(load_certs_from_pemder_data(file.read_bytes()))
            for one in certificates:
                _name(one.subject)  # whatever is no certificate shows only when its parts are read
        except (OSError, ValueError, TypeError) as error:
            raise SigningFailed("issuer_unreadable", file=file.name) from error
        if not certificates:
            raise SigningFailed("issuer_unreadable", file=file.name)
        found += certificates
    return tuple(found)


def examine(pdf: bytes, original: bytes | None, issuers: Iterable[x509.Certificate]) -> SignatureReport:
    """Tell what the signatures of a PDF say.

    `original` is the state before all that was appended, where it is known: then it is also checked that only
    signatures and timestamps were appended to it.
    """
    trusted = list(issuers)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        statuses = [_judged(one, trusted) for one in reader.embedded_signatures]
        ends_well = bool(statuses) and (
            statuses[-1][1].coverage is SignatureCoverageLevel.ENTIRE_FILE
            and all(_is_kept(status) for _, status in statuses)
            and all(_is_written_once(one, pdf) for one in reader.embedded_signatures)
        )
        whole = ends_well and (original is None or _adds_signatures_only(reader, pdf, original))
    except Exception:  # noqa: BLE001 - whatever breaks the reading broke the file
        return SignatureReport()
    return SignatureReport(tuple(facts for facts, _ in statuses), whole)


def _judged(
    embedded: EmbeddedPdfSignature, trusted: list[x509.Certificate]
) -> tuple[SignatureFacts, _Status]:
    is_timestamp = embedded.sig_object_type == "/DocTimeStamp"
    stated = embedded.self_reported_timestamp
    context = ValidationContext(trust_roots=trusted, allow_fetching=False, moment=stated)
    status: _Status
    if is_timestamp:
        status = validate_pdf_timestamp(embedded, context)
        stated = status.timestamp
    else:
        status = validate_pdf_signature(embedded, context, diff_policy=_SIGNATURES_ONLY)
    certificate = status.signing_cert
    facts = SignatureFacts(
        SignatureKind.TIMESTAMP if is_timestamp else SignatureKind.SIGNATURE,
        _name(certificate.subject),
        _name(certificate.issuer),
        bool(status.intact and status.valid),
        bool(status.trusted),
        stated,
    )
    return facts, status


def _is_kept(status: _Status) -> bool:
    """Tell whether a signature is intact, and nothing but further signatures was added after it."""
    level = status.modification_level
    return bool(status.intact and status.valid) and (level is None or level in _ALLOWED)


def _is_written_once(embedded: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Tell whether the place of a signature, which it cannot cover, holds its digits and nothing else."""
    _, start, end, _ = embedded.byte_range
    content = cms.ContentInfo.load(embedded.pkcs7_content)
    digits: bytes = content.dump().hex().upper().encode()
    is_ours = embedded.sig_object_type == "/DocTimeStamp" or _enveloped(content) == content.dump()
    return is_ours and pdf[start:end] == b"<" + digits.ljust(end - start - 2, b"0") + b">"


def _enveloped(content: cms.ContentInfo) -> bytes:
    """Put the signed parts into the envelope that we write: no signature covers its own envelope."""
    signed = content["content"]
    signer = signed["signer_infos"][0]
    digest = {"algorithm": _DIGEST, "parameters": core.Null()}
    parts = {name: signer[name] for name in ("sid", "signed_attrs", "signature_algorithm", "signature")}
    envelope = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": signed["certificates"],
        "signer_infos": [{"version": "v1", "digest_algorithm": digest, **parts}],
    }
    made = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(envelope)})
    return bytes(made.dump())


def _adds_signatures_only(reader: PdfFileReader, pdf: bytes, original: bytes) -> bool:
    if not pdf.startswith(original):
        return False
    first = PdfFileReader(io.BytesIO(original)).xrefs.total_revisions - 1
    result = _SIGNATURES_ONLY.review_file(reader, first)
    return getattr(result, "modification_level", None) in _ALLOWED


def _name(name: x509.Name) -> str:
    """Name the owner of a certificate as people do: common name, organisation."""
    native = name.native
    parts = (native.get("common_name", ""), native.get("organization_name", ""))
    return " / ".join(str(part) for part in parts if part) or str(name.human_friendly)
