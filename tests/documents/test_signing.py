"""Signatures and timestamps, judged by pyHanko through us, by Poppler's pdfsig and by veraPDF."""

import io
import random
import shutil
import subprocess

import pikepdf
import pytest
from asn1crypto import cms

from jcssa_desktop.documents.sealing import canonical_json, extract_record, rebuilt
from jcssa_desktop.documents.signing import Certificate, TimestampService, examine, read_issuers
from jcssa_desktop.domain.errors import SigningFailed
from jcssa_desktop.domain.signatures import SignatureKind
from tests.documents.builders import one_device
from tests.documents.certificates import PASSPHRASE, office, timestamp_service


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def company(folder):
    return office(folder)


@pytest.fixture(scope="module")
def issuers(company, folder):
    del company
    return read_issuers([folder / "issuer.pem"])


@pytest.fixture(scope="module")
def plain(ja, fonts):
    return rebuilt(canonical_json(one_device()), ja, fonts)


@pytest.fixture(scope="module")
def signed(company, folder, plain):
    del company
    return Certificate(folder / "signer.p12", PASSPHRASE).sign(plain)


@pytest.fixture(scope="module")
def stamped(company, signed):
    with timestamp_service(company.stamper) as url:
        return TimestampService(url).stamp(signed)


def test_a_signature_is_appended_and_says_who(plain, signed, issuers):
    assert signed.startswith(plain)
    report = examine(signed, plain, issuers)
    assert report.whole
    (facts,) = report.signatures
    assert (facts.kind, facts.intact, facts.known) == (SignatureKind.SIGNATURE, True, True)
    assert facts.signer == "見本 太郎 / 見本商事株式会社"


def test_a_timestamp_is_appended_and_says_when(plain, signed, stamped, issuers):
    assert stamped.startswith(signed)
    report = examine(stamped, plain, issuers)
    assert report.whole
    assert [one.kind for one in report.signatures] == ["signature", "timestamp"]
    assert all(one.intact and one.known and one.at for one in report.signatures)
    assert examine(stamped, signed, issuers).whole


def test_an_unsigned_sheet_can_be_stamped_too(company, plain, issuers):
    with timestamp_service(company.stamper) as url:
        stamped = TimestampService(url).stamp(plain)
    report = examine(stamped, plain, issuers)
    assert report.whole
    assert [one.kind for one in report.signatures] == ["timestamp"]


def test_signed_and_stamped_it_stays_archival_and_accessible(verapdf, signed, stamped, tmp_path):
    for name, content in (("signed", signed), ("stamped", stamped)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(content)
        assert verapdf.broken("3a", file) == {}
        assert verapdf.broken("ua1", file) == {}


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of Poppler is not installed")
def test_poppler_agrees(stamped, signed, tmp_path):
    for content in (signed, stamped):
        file = tmp_path / "sheet.pdf"
        file.write_bytes(content)
        run = subprocess.run(
            ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False, timeout=60
        )
        assert "Signature is Valid" in run.stdout
        assert "- Total document signed" in run.stdout


def test_the_record_is_still_found(stamped):
    assert extract_record(stamped) == canonical_json(one_device())


def test_an_issuer_that_nobody_named_is_not_known(signed, plain):
    report = examine(signed, plain, ())
    assert report.whole
    assert report.signatures[0].intact
    assert not report.signatures[0].known


def test_what_is_appended_after_the_signature_is_found(signed, plain, issuers):
    assert not examine(signed + b"\n% more\n", plain, issuers).whole


def test_a_page_that_was_changed_before_signing_by_a_stranger_is_found(folder, plain, issuers):
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.pages[0].contents_add(b"0 0 100 100 re f")
        document.save(output)
    forged = Certificate(folder / "signer.p12", PASSPHRASE).sign(output.getvalue())
    assert not examine(forged, plain, issuers).whole


def test_a_bit_turned_anywhere_is_found(stamped, plain, issuers):
    chance = random.Random(4)  # noqa: S311 - no secret
    for position in chance.sample(range(len(stamped)), 20):
        changed = bytearray(stamped)
        changed[position] ^= 1 << chance.randrange(8)
        assert not examine(bytes(changed), plain, issuers).whole, position


def test_a_bit_turned_in_the_envelope_of_a_signature_is_found(signed, plain, issuers):
    start = signed.index(b"/Contents <", len(plain)) + len(b"/Contents <")
    content = cms.ContentInfo.load(bytes.fromhex(signed[start : signed.index(b">", start)].decode()))
    whole, signer = content.dump(), content["content"]["signer_infos"][0].dump()
    head, first = range(60), whole.index(signer)
    assert examine(signed, plain, issuers).whole
    for position in (*head, *range(first, first + 8), *range(first + 100, first + 130)):
        for bit in range(0, 8, 3):
            changed = bytearray(whole)
            changed[position] ^= 1 << bit
            digits = changed.hex().upper().encode()
            forged = signed[:start] + digits + signed[start + len(digits) :]
            report = examine(forged, plain, issuers)
            assert not (report.whole and report.signatures[0].known), (position, bit)


def test_a_wrong_passphrase_is_told(company, folder):
    del company
    with pytest.raises(SigningFailed) as told:
        Certificate(folder / "signer.p12", "ちがう合言葉")
    assert told.value.problem == "certificate_not_opened"


@pytest.mark.parametrize("content", [b"", b"hello", bytes(range(256))])
def test_what_is_no_certificate_is_told(tmp_path, content):
    file = tmp_path / "any.p12"
    file.write_bytes(content)
    with pytest.raises(SigningFailed):
        Certificate(file, "")
    with pytest.raises(SigningFailed):
        read_issuers([file])


def test_a_missing_certificate_is_told(tmp_path):
    with pytest.raises(SigningFailed) as told:
        Certificate(tmp_path / "none.p12", "")
    assert told.value.problem == "certificate_unreadable"


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "file:///etc/hosts", "", "http://["])
def test_a_service_that_gives_no_timestamp_is_told(plain, url):
    with pytest.raises(SigningFailed) as told:
        TimestampService(url).stamp(plain)
    assert told.value.problem == "timestamp_not_given"
