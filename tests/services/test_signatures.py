"""Seals with a certificate and a timestamp service, and what can be said of them here and elsewhere."""

import random

import pytest

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.archive import SealStage
from jcssa_desktop.domain.errors import SecretUnavailable, SigningFailed
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.services.verifying import Verifier
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PASSPHRASE_VARIABLE, PassphraseSources
from tests.documents.certificates import PASSPHRASE, office, timestamp_service
from tests.services.test_verifying import SAMPLES


class Drawer:
    """A keyring that forgets at the end of the test."""

    def __init__(self):
        self.kept = {}

    def get(self, entry):
        return self.kept.get(entry)

    def set(self, entry, secret):
        self.kept[entry] = secret

    def delete(self, entry):
        self.kept.pop(entry, None)

    def name(self):
        return "drawer"


class DrawnOnce:
    """Draws the sheet of a record once, for tests that verify a thousand files of it."""

    def __init__(self, sheets):
        self._sheets = sheets
        self._drawn = {}

    def sealed_pdf(self, record, record_json):
        if record_json not in self._drawn:
            self._drawn[record_json] = self._sheets.sealed_pdf(record, record_json)
        return self._drawn[record_json]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def company(folder):
    return office(folder)


@pytest.fixture
def laptop(tmp_path):
    """Open the services of a laptop with a keyring of its own; everything is closed at the end."""
    opened = []

    def at(name, keyring=None):
        sources = PassphraseSources(environment={PASSPHRASE_VARIABLE: "only-for-tests"})
        manager = open_services(AppPaths(tmp_path / name), passphrases=sources, keyring=keyring or Drawer())
        opened.append(manager)
        return manager.__enter__()

    yield at
    for manager in opened:
        manager.__exit__(None, None, None)


@pytest.fixture
def signing(laptop, company, folder):
    del company
    services = laptop("signing")
    facts = services.signatures.use_certificate(folder / "signer.p12", PASSPHRASE)
    assert facts.owner.startswith("見本 太郎")
    assert services.signatures.certificate() == facts
    return services


def seal(services):
    return services.sealing.seal(read_disclosure(SAMPLES / "disclosure_single.json"))


def verify(services, tmp_path, data):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    return services.archive.verify_file(path)


def test_a_signed_seal_is_unchanged_and_says_who_signed(signing, tmp_path):
    found = verify(signing, tmp_path, seal(signing).pdf)
    assert (found.state, found.problems) == ("unchanged", ())
    assert [one.signer for one in found.signatures] == ["見本 太郎 / 見本商事株式会社"]


def test_a_laptop_that_trusts_the_issuer_says_unchanged_of_a_sheet_it_never_saw(
    signing, laptop, folder, tmp_path
):
    elsewhere = laptop("elsewhere")
    elsewhere.signatures.trust([folder / "issuer.pem"])
    found = verify(elsewhere, tmp_path, seal(signing).pdf)
    assert (found.state, found.problems) == ("unchanged", ())
    assert found.signatures[0].known


def test_a_laptop_that_does_not_know_the_issuer_says_so(signing, laptop, tmp_path):
    found = verify(laptop("elsewhere"), tmp_path, seal(signing).pdf)
    assert (found.state, found.problems) == ("unknown", ("signer_not_known",))
    assert found.signatures[0].intact


def test_a_byte_turned_at_any_of_a_thousand_places_is_found_by_a_stranger(signing, laptop, folder):
    elsewhere = laptop("elsewhere")
    elsewhere.signatures.trust([folder / "issuer.pem"])
    own = elsewhere.archive._verifier
    verifier = Verifier(own._archive, DrawnOnce(own._sheets), own._signatures, own._program_version)
    pdf = seal(signing).pdf
    assert verifier.verify("sheet.pdf", pdf).state == "unchanged"
    chance = random.Random(5)  # noqa: S311 - no secret
    for position in chance.sample(range(len(pdf)), 1000):
        changed = bytearray(pdf)
        changed[position] ^= 1 << chance.randrange(8)
        assert verifier.verify("sheet.pdf", bytes(changed)).state != "unchanged", position


def test_what_is_appended_to_a_signed_sheet_is_found_by_a_stranger(signing, laptop, folder, tmp_path):
    elsewhere = laptop("elsewhere")
    elsewhere.signatures.trust([folder / "issuer.pem"])
    found = verify(elsewhere, tmp_path, seal(signing).pdf + b"\n%%EOF\n")
    assert (found.state, found.problems) == ("altered", ("bytes_appended",))


def test_a_wrong_passphrase_changes_nothing(laptop, company, folder):
    del company
    services = laptop("any")
    with pytest.raises(SigningFailed):
        services.signatures.use_certificate(folder / "signer.p12", "wrong")
    assert services.settings.current.seal.certificate == ""
    assert b"/ByteRange" not in seal(services).pdf


@pytest.mark.usefixtures("signing")
def test_nothing_is_sealed_unsigned_where_signing_is_set_but_cannot_be_done(laptop):
    services = laptop("signing", Drawer())
    with pytest.raises(SecretUnavailable) as told:
        seal(services)
    assert told.value.problem == "signing_passphrase_needed"
    assert services.archive.records() == ()


def test_a_seal_waits_for_its_timestamp_until_the_service_answers(laptop, company, tmp_path):
    services = laptop("stamping")
    services.signatures.use_timestamps("http://127.0.0.1:9/")
    sealed = seal(services)
    assert services.archive.records()[0].stage is SealStage.TIMESTAMP_PENDING
    fetched = services.timestamps.fetch()
    assert (fetched.stamped, fetched.waiting) == ((), 1)
    assert fetched.error.problem == "timestamp_not_given"

    with timestamp_service(company.stamper) as url:
        services.signatures.use_timestamps(url)
        fetched = services.timestamps.fetch()
        assert services.timestamps.fetch().stamped == ()
    assert (fetched.stamped, fetched.waiting, fetched.error) == ((sealed.document_number,), 0, None)
    assert services.archive.records()[0].stage is SealStage.TIMESTAMPED

    stamped = services.archive.record(sealed.document_number)
    assert stamped.pdf == sealed.pdf
    assert stamped.whole_pdf.startswith(sealed.pdf)
    for content in (sealed.pdf, stamped.whole_pdf):
        assert verify(services, tmp_path, content).state == "unchanged"
    assert [one.kind for one in verify(services, tmp_path, stamped.whole_pdf).signatures] == ["timestamp"]
    assert verify(services, tmp_path, stamped.whole_pdf + b" ").problems == ("bytes_appended",)
    assert services.archive.check_chain() == ()


def test_without_a_service_a_seal_is_complete(laptop):
    services = laptop("plain")
    seal(services)
    assert services.archive.records()[0].stage is SealStage.SEALED
    assert services.timestamps.fetch().waiting == 0
