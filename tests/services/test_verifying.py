import io
import json
import random
from pathlib import Path

import pikepdf
import pytest
import rfc8785

from jcssa_desktop.domain.record import check_code
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


def test_a_byte_changed_at_any_of_a_thousand_places_is_found(services, sealed):
    chance = random.Random(1)  # noqa: S311 - no secret
    for position in chance.sample(range(len(sealed.pdf)), 1000):
        changed = bytearray(sealed.pdf)
        changed[position] ^= 1 << chance.randrange(8)
        found = services.archive._verifier.verify("sheet.pdf", bytes(changed))
        assert found.state != "unchanged", position


def test_bytes_appended_after_the_seal_are_named(verify, sealed, open_at, tmp_path):
    for by in (None, open_at(tmp_path / "elsewhere")):
        found = verify(sealed.pdf + b"\n% more", **({"by": by} if by else {}))
        assert (found.state, found.problems) == ("altered", ("bytes_appended",))


def test_a_changed_page_is_named(verify, sealed):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        pdf.pages[0].contents_add(b"0 0 9 9 re f")
        assert verify(saved(pdf)).problems == ("pages_changed",)


def cover(page):
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 99, 99])
    page.obj["/Annots"] = pikepdf.Array([note])


def crop(page):
    page.obj["/CropBox"] = pikepdf.Array([0, 0, 300, 300])


def exchange_fonts(page):
    fonts = page.obj.Resources.Font
    first, second, *_ = fonts.keys()
    fonts[first], fonts[second] = fonts[second], fonts[first]


@pytest.mark.parametrize("change", [cover, crop, exchange_fonts])
def test_what_lies_over_a_page_or_cuts_it_is_a_change_of_the_page(verify, sealed, change):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        change(pdf.pages[0])
        assert verify(saved(pdf)).problems == ("pages_changed",)


def test_a_file_that_was_only_written_anew_shows_the_same_pages(verify, sealed):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        assert verify(saved(pdf)).problems == ("bytes_differ",)


def test_a_file_without_its_end_is_named_as_such(verify, sealed):
    assert verify(sealed.pdf[:-9]).problems == ("bytes_cut_off",)


def test_a_page_taken_out_is_named(verify, sealed):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        del pdf.pages[-1]
        assert verify(saved(pdf)).problems == ("pages_added_or_removed",)


def test_an_attached_file_is_named(verify, sealed):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        pdf.attachments["more.txt"] = pikepdf.AttachedFileSpec(pdf, b"more", filename="more.txt")
        assert verify(saved(pdf)).problems == ("attachments_changed",)


def test_a_file_that_was_only_written_anew_is_told_as_that(verify, sealed):
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        assert verify(saved(pdf)).problems == ("bytes_differ",)


def test_paper_is_held_against_the_record(services, sealed):
    verify_paper = services.archive.verify_paper
    for code in (check_code(sealed.sha256), check_code(sealed.sha256).lower(), sealed.sha256[:32].upper()):
        assert verify_paper(f" {sealed.document_number} ", code).state == "unchanged"
    for code in ("0000-0000-0000", check_code(sealed.sha256)[:4], ""):
        assert verify_paper(sealed.document_number, code).problems == ("paper_code_differs",)
    assert verify_paper("KS-1", "0000-0000-0000").problems == ("paper_not_in_this_archive",)


def saved(pdf):
    output = io.BytesIO()
    pdf.save(output)
    return output.getvalue()


def test_a_record_of_an_earlier_program_with_fewer_fields_is_no_damage(verify, sealed):
    earlier = json.loads(sealed.record_json)
    earlier["program_version"] = "0.0.1"
    for facts in earlier["facts"]:
        del facts["labels"]
    earlier["document_number"] = "KS-EARLIER-1"
    found = verify(rfc8785.dumps(earlier), "record.json")
    assert (found.state, found.problems) == ("unknown", ("record_not_in_this_archive",))
    found = verify(json.dumps(earlier).encode(), "record.json")
    assert found.problems == ("record_not_canonical",)


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
