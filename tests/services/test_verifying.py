import random
from pathlib import Path

import pikepdf
import pytest

from jcssa_desktop.services.disclosure_files import read_disclosure

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture
def sealed(services):
    return services.sealing.seal(read_disclosure(SAMPLES / "disclosure_single.json"))


@pytest.fixture
def verify(services, tmp_path):
    def of(data, name="sheet.pdf", by=services):
        path = tmp_path / name
        path.write_bytes(data)
        return by.archive.verify_file(path)

    return of


def test_what_was_sealed_is_unchanged(verify, sealed):
    for data, name in ((sealed.pdf, "sheet.pdf"), (sealed.record_json, "record.json")):
        found = verify(data, name)
        assert (found.state, found.problems) == ("unchanged", ())
        assert found.document_number == sealed.document_number
        assert found.sealed_at == sealed.sealed_at


def test_a_byte_changed_anywhere_is_found(verify, sealed):
    positions = random.Random(1).sample(range(len(sealed.pdf)), 40)  # noqa: S311 - no secret
    for position in positions:
        changed = bytearray(sealed.pdf)
        changed[position] ^= 0x20
        assert verify(bytes(changed)).state != "unchanged", position


def test_a_changed_word_in_the_record_is_found(verify, sealed):
    changed = sealed.record_json.replace(b"declined", b"contract", 1)
    if changed == sealed.record_json:
        changed = sealed.record_json.replace(b'"quantity":1', b'"quantity":2', 1)
    assert changed != sealed.record_json
    found = verify(changed, "record.json")
    assert found.state == "altered"
    assert "record_differs_from_archive" in found.problems


def test_a_record_swapped_inside_the_pdf_is_found_without_the_archive(open_at, verify, sealed, tmp_path):
    elsewhere = open_at(tmp_path / "elsewhere")
    with pikepdf.open(
        tmp_path.joinpath("whole.pdf").write_bytes(sealed.pdf) and tmp_path / "whole.pdf"
    ) as pdf:
        name = next(iter(pdf.attachments))
        forged = sealed.record_json.replace(b'"quantity":1', b'"quantity":2', 1)
        assert forged != sealed.record_json
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, forged, filename=name)
        pdf.save(tmp_path / "forged.pdf")
    found = verify((tmp_path / "forged.pdf").read_bytes(), by=elsewhere)
    assert found.state == "altered"


def test_an_untouched_sheet_from_another_laptop_is_not_called_unchanged(open_at, verify, sealed, tmp_path):
    found = verify(sealed.pdf, by=open_at(tmp_path / "elsewhere"))
    assert (found.state, found.problems) == ("unknown", ("not_in_this_archive",))
    assert found.sealed_by == sealed.sealed_by


def test_looking_at_a_stranger_makes_no_archive(open_at, verify, sealed, tmp_path):
    verify(sealed.pdf, by=open_at(tmp_path / "elsewhere"))
    assert not (tmp_path / "elsewhere" / "archive.db").exists()


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"hello", b"{}", b"[" * 100_000, b"%PDF-1.7\n" + bytes(range(256)) * 20]
)
def test_what_is_no_sheet_is_unknown_and_never_a_defect(verify, data):
    found = verify(data)
    assert found.state == "unknown"
    assert found.problems
