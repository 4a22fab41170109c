"""A revision (訂正版) supersedes a sealed sheet; both stay, and each names the other."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.disclosure import Correction, Explained, SignatureMethod
from jcssa_desktop.domain.errors import IncompleteDisclosure, NotFound, SealedAlready
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.services.verifying import SealState

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
REASON = "納品した版の誤りを直しました"


@pytest.fixture(name="sealed")
def _sealed(services):
    return services.sealing.seal(read_disclosure(SAMPLES / "disclosure_handa.json"))


def corrected(services, sealed):
    """The revision as a person would complete it: another version, everything explained and signed again."""
    draft = services.drafts.start_correction(services.archive.decoded(sealed.document_number))
    told = services.archive.decoded(sealed.document_number).disclosure
    return replace(
        draft,
        lines=tuple(replace(line, version="6.0.5") for line in draft.lines),
        items=told.items,
        signature=told.signature,
        correction=replace(draft.correction, reason=REASON),
    )


def test_a_revision_starts_with_what_was_sold_and_asks_again_for_what_was_confirmed(services, sealed):
    told = services.archive.decoded(sealed.document_number).disclosure
    draft = services.drafts.start_correction(services.archive.decoded(sealed.document_number))
    assert (draft.customer, draft.lines, draft.intents) == (told.customer, told.lines, told.intents)
    assert {item.state for item in draft.items} == {Explained.OPEN}
    assert draft.signature is None
    assert [one.supersedes for one in services.drafts.drafts()] == [sealed.document_number]


def test_a_plan_that_is_no_longer_offered_is_chosen_again(services, sealed):
    services.settings.save(replace(services.settings.current, plans=()))
    draft = services.drafts.start_correction(services.archive.decoded(sealed.document_number))
    assert {intent.contract_plan_id + intent.spot_plan_id for intent in draft.intents} == {""}


def test_a_revision_needs_a_reason(services, sealed):
    revision = corrected(services, sealed)
    with pytest.raises(IncompleteDisclosure) as caught:
        services.sealing.seal(replace(revision, correction=Correction(sealed.document_number, " ")))
    assert [problem for problem, _ in caught.value.missing] == ["missing_correction_reason"]


def test_a_revision_keeps_the_number_and_both_sheets_stay(services, sealed):
    revision = services.sealing.seal(corrected(services, sealed))
    assert revision.document_number == sealed.document_number.removesuffix("-1") + "-2"
    assert revision.previous_sha256 == sealed.sha256
    newer, older = services.archive.records()
    assert (newer.revision, newer.superseded_by) == (2, "")
    assert (older.document_number, older.superseded_by) == (sealed.document_number, revision.document_number)
    assert services.drafts.drafts() == ()
    assert services.archive.check_chain() == ()


def test_the_older_sheet_stays_unchanged_and_names_its_revision(services, sealed, tmp_path):
    services.archive.save_pdf(sealed.document_number, tmp_path / "sheet.pdf")
    revision = services.sealing.seal(corrected(services, sealed))
    found = services.archive.verify_file(tmp_path / "sheet.pdf")
    assert (found.state, found.superseded_by) == (SealState.UNCHANGED, revision.document_number)
    assert services.archive.verify_record(revision.document_number).superseded_by == ""


def test_a_started_revision_is_gone_on_with_also_after_it_was_put_aside(services, sealed):
    record = services.archive.decoded(sealed.document_number)
    draft = services.drafts.start_correction(record)
    changed = replace(draft, correction=replace(draft.correction, reason=REASON))
    services.drafts.save(changed)
    assert services.drafts.start_correction(record) == changed
    services.drafts.discard(changed.disclosure_id)
    assert services.drafts.start_correction(record) == changed


def test_a_superseded_sheet_is_corrected_through_its_revision_only(services, sealed):
    revision = corrected(services, sealed)
    second = services.sealing.seal(revision)
    with pytest.raises(SealedAlready):
        services.drafts.start_correction(services.archive.decoded(sealed.document_number))
    with pytest.raises(SealedAlready) as caught:
        services.sealing.seal(revision)
    assert caught.value.values["superseded_by"] == second.document_number
    third = services.sealing.seal(
        replace(revision, correction=Correction(second.document_number, "宛名の誤りを直しました"))
    )
    assert third.document_number.endswith("-3")


@pytest.mark.parametrize("supersedes", ["", "KS-0000-2026-0001-1"])
def test_a_revision_of_what_the_archive_does_not_have_is_refused(services, sealed, supersedes):
    revision = replace(corrected(services, sealed), correction=Correction(supersedes, REASON))
    with pytest.raises(NotFound):
        services.sealing.seal(revision)
    assert len(services.archive.records()) == 1


def test_a_revision_of_another_disclosure_is_refused(services, sealed):
    revision = replace(corrected(services, sealed), disclosure_id="1" * 32)
    with pytest.raises(NotFound):
        services.sealing.seal(revision)


def test_a_sale_to_be_signed_later_is_settled_by_its_revision(services):
    sale = read_disclosure(SAMPLES / "disclosure_handa.json")
    later = replace(sale.signature, method=SignatureMethod.LATER, reason="ご担当者が不在のため")
    sealed = services.sealing.seal(replace(sale, signature=later))
    assert [one.awaits_signature for one in services.archive.records()] == [True]
    services.sealing.seal(
        replace(sale, correction=Correction(sealed.document_number, "署名をいただきました"))
    )
    assert [one.awaits_signature for one in services.archive.records()] == [False, False]
