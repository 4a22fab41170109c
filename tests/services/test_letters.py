from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.disclosure import Correction
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.services.annexes import AnnexKind
from jcssa_desktop.services.disclosure_files import read_disclosure

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(name="sealed")
def _sealed(services):
    return services.sealing.seal(read_disclosure(SAMPLES / "disclosure_handa.json"))


def test_what_the_sheet_told_is_known_and_can_be_written_on(services, sealed):
    news = services.letters.news(sealed.document_number)
    assert "CVE-2018-13379" in {one.finding.advisory_id for one in news}
    assert all(one.told for one in news)
    assert services.letters.advisory(sealed.document_number, "CVE-2018-13379").startswith(b"%PDF")


def test_an_advisory_that_does_not_concern_the_devices_is_not_written_on(services, sealed):
    with pytest.raises(NotFound):
        services.letters.advisory(sealed.document_number, "CVE-1999-0001")


def test_a_receipt_is_made_of_a_sealed_record(services, sealed):
    assert services.letters.receipt(sealed.document_number).startswith(b"%PDF")
    with pytest.raises(NotFound):
        services.letters.receipt("KS-0000-1")


def test_a_correction_is_written_of_either_sheet_and_of_none_without_a_revision(services, sealed):
    with pytest.raises(NotFound):
        services.letters.correction(sealed.document_number)
    sold = read_disclosure(SAMPLES / "disclosure_handa.json")
    lines = tuple(replace(line, version="6.0.5") for line in sold.lines)
    correction = Correction(sealed.document_number, "版の誤り")
    revision = services.sealing.seal(replace(sold, lines=lines, correction=correction))
    letter = services.letters.correction(sealed.document_number)
    assert letter.startswith(b"%PDF")
    assert services.letters.correction(revision.document_number) == letter


def test_an_annex_is_made_of_a_draft_and_of_what_was_sealed(services, sealed, tmp_path):
    draft = read_disclosure(SAMPLES / "disclosure_sample.json")
    assert "FortiGate 60F" in services.annexes.of_draft(draft, AnnexKind.TEXT).decode()
    for kind, start in (
        (AnnexKind.WORD, b"PK"),
        (AnnexKind.WORKBOOK, b"PK"),
        (AnnexKind.TEXT, "情報".encode()),
    ):
        services.annexes.save(sealed.document_number, tmp_path / f"annex.{kind}")
        assert (tmp_path / f"annex.{kind}").read_bytes().startswith(start)


def test_a_disclaimer_in_our_own_words_stops_the_sealing_with_a_better_sentence(services):
    disclosure = read_disclosure(SAMPLES / "disclosure_single.json")
    first, *rest = disclosure.items
    harsh = replace(first, wording="納品後の事故について、当社は一切責任を負いません。")
    points = services.sealing.missing(replace(disclosure, items=(harsh, *rest)))
    assert [one.problem for one in points] == ["wording_disclaimer"]
    values = dict(points[0].values)
    assert "一切責任を負いません" in values["sentence"]
    assert "法令" in values["better"]


def test_a_figure_without_a_source_is_remarked_on_and_may_be_sealed(services):
    disclosure = read_disclosure(SAMPLES / "disclosure_single.json")
    fourth = disclosure.items[3]
    bare = replace(fourth, wording="侵入の8割はVPN機器からです。")
    changed = replace(disclosure, items=(*disclosure.items[:3], bare, *disclosure.items[4:]))
    assert services.sealing.missing(changed) == ()
    assert [one.fault for one in services.sealing.remarks(changed)] == ["no_source"]
