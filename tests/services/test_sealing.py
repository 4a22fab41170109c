import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.errors import (
    IncompleteDisclosure,
    InvalidDisclosure,
    MissingGlyphs,
    NotFound,
    SealedAlready,
    StorageFailure,
)
from jcssa_desktop.domain.plan import PlanWords
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.services.exporting import SheetFiles

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def sample(name="sample"):
    return read_disclosure(SAMPLES / f"disclosure_{name}.json")


def named(name, number):
    """The sample under another id, for another customer."""
    disclosure = sample()
    customer = replace(disclosure.customer, name=name)
    return replace(disclosure, disclosure_id=f"{number:032x}", customer=customer)


def test_the_record_states_the_facts_that_were_told(services):
    sealed = services.sealing.seal(sample("handa"))
    record = services.archive.decoded(sealed.document_number)
    findings = [finding for facts in record.facts for finding in facts.findings]
    handa = next(finding for finding in findings if finding.advisory_id == "CVE-2018-13379")
    assert handa.verdict == "affected"
    assert handa.kev_ransomware
    assert handa.seen_on
    assert handa.source
    assert any("CVE-2018-13379" in item.text or item.text for item in record.items)
    assert record.maker_sources


def test_a_later_catalogue_does_not_change_what_was_told(services, tmp_path):
    sealed = services.sealing.seal(sample())
    before = services.archive.record(sealed.document_number)
    listing = tmp_path / "list.csv"
    listing.write_text("メーカー,機種,型番,区分\nフォーティネット,FortiGate 60F,FG-60F,別の区分\n")
    services.catalogue.import_files([listing])
    assert services.archive.record(sealed.document_number) == before
    assert services.archive.verify_record(sealed.document_number).state == "unchanged"


def test_records_are_numbered_and_chained(services):
    first = services.sealing.seal(named("見本 一号 株式会社", 1))
    second = services.sealing.seal(named("見本 二号 株式会社", 2))
    assert first.previous_sha256 == ""
    assert second.previous_sha256 == first.sha256
    assert first.document_number.endswith("-2026-0001-1")
    assert second.document_number.endswith("-2026-0002-1")
    assert services.archive.check_chain() == ()


def test_two_laptops_never_give_the_same_number(open_at, tmp_path):
    numbers = {
        open_at(tmp_path / name).sealing.seal(named("見本 株式会社", 1)).document_number
        for name in ("one", "two", "three")
    }
    assert len(numbers) == 3


def test_a_sealed_disclosure_is_no_draft_any_more(services):
    disclosure = sample()
    services.drafts.save(disclosure)
    services.sealing.seal(disclosure)
    assert services.drafts.drafts() == ()
    with pytest.raises(SealedAlready):
        services.drafts.save(disclosure)
    with pytest.raises(SealedAlready):
        services.sealing.seal(disclosure)
    with pytest.raises(NotFound):
        services.drafts.open(disclosure.disclosure_id)


def test_an_incomplete_disclosure_is_refused_with_all_that_is_missing(services):
    with pytest.raises(IncompleteDisclosure) as caught:
        services.sealing.seal(replace(sample(), explainer="", signature=None))
    assert [problem for problem, _ in caught.value.missing] == [
        "missing_explainer",
        "missing_signature_method",
    ]
    assert services.archive.records() == ()


def test_a_product_that_the_catalogue_does_not_have_is_refused(services):
    disclosure = sample()
    line = disclosure.lines[0]
    assert line.product is not None
    unknown = replace(line, product=replace(line.product, product_id="sample:nothing"))
    with pytest.raises(InvalidDisclosure) as caught:
        services.sealing.seal(replace(disclosure, lines=(unknown, *disclosure.lines[1:])))
    assert caught.value.place.path == "$.lines[0].product.product_id"


@pytest.mark.parametrize("name", ["髙﨑商店 株式会社", "𠮷野 見本", "渡邉・邊・邊", "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ"])
def test_hard_names_are_sealed_as_they_are(services, name):
    sealed = services.sealing.seal(named(name, 7))
    assert json.loads(sealed.record_json)["disclosure"]["customer"]["name"] == name
    assert services.archive.records(name)[0].document_number == sealed.document_number


def test_a_character_that_no_font_has_is_reported_and_nothing_is_sealed(services):
    with pytest.raises(MissingGlyphs) as caught:
        services.sealing.seal(named("見本🦊商店", 8))
    assert "🦊" in services.texts.error(caught.value)
    assert services.archive.records() == ()


def test_a_folder_that_cannot_be_written_leaves_nothing_sealed(services, tmp_path):
    occupied = tmp_path / "out"
    occupied.write_text("a file where a folder should be")
    with pytest.raises(StorageFailure):
        services.sealing.seal(sample(), SheetFiles(occupied))
    assert services.archive.records() == ()
    assert services.sealing.seal(sample()).document_number.endswith("-0001-1")


def test_an_english_sheet_states_the_plans_in_english_and_a_japanese_one_as_they_are(services):
    english = services.archive.decoded(
        services.sealing.seal(replace(sample(), disclosure_id="e" * 32, language="en")).document_number
    )
    japanese = services.archive.decoded(services.sealing.seal(sample()).document_number)
    kept = services.settings.current.plans
    company = services.settings.current.company
    assert (english.company.name, japanese.company.name) == (company.english.name, company.name)
    assert english.company.hours == company.english.hours
    assert [plan.name for plan in english.plans] == [plan.english.name for plan in kept]
    assert [plan.excludes for plan in japanese.plans] == [plan.excludes for plan in kept]
    assert {plan.english for plan in (*english.plans, *japanese.plans)} == {PlanWords()}


def test_a_plan_without_english_words_is_stated_as_it_is(services):
    settings = services.settings.current
    plain = tuple(replace(plan, english=PlanWords()) for plan in settings.plans)
    services.settings.save(replace(settings, plans=plain))
    sealed = services.sealing.seal(replace(sample(), language="en"))
    assert [plan.name for plan in services.archive.decoded(sealed.document_number).plans] == [
        plan.name for plan in plain
    ]


def test_the_preview_is_marked_and_carries_no_number(services):
    pdf = services.sealing.preview(sample())
    assert pdf.startswith(b"%PDF-")
    assert services.archive.records() == ()


def test_the_check_code_is_the_head_of_the_hash():
    assert check_code("7f3a91c20d4e" + "0" * 52) == "7F3A-91C2-0D4E"


def test_the_file_is_named_by_day_customer_and_amount(services, tmp_path):
    files = SheetFiles(tmp_path / "out")
    sealed = services.sealing.seal(named("見本/精密:工業 株式会社", 9), files)
    assert files.pdf(sealed).name.startswith("20261120_見本-精密-工業 株式会社_")
    assert files.pdf(sealed).read_bytes() == sealed.pdf
    assert files.record(sealed).read_bytes() == sealed.record_json


def test_a_product_by_the_name_of_another_is_refused(services):
    lines = sample().lines
    reference = replace(lines[0].product, model="FortiGate 40F")
    changed = replace(sample(), lines=(replace(lines[0], product=reference), *lines[1:]))
    with pytest.raises(InvalidDisclosure) as caught:
        services.sealing.seal(changed)
    assert (caught.value.problem, caught.value.place.path) == (
        "disclosure_model_differs",
        "$.lines[0].product.model",
    )


def test_a_plan_that_is_not_offered_is_refused(services):
    intents = sample().intents
    changed = replace(sample(), intents=(replace(intents[0], spot_plan_id="no-such-plan"), *intents[1:]))
    with pytest.raises(InvalidDisclosure) as caught:
        services.sealing.seal(changed)
    assert (caught.value.problem, caught.value.place.path) == (
        "disclosure_plan_unknown",
        "$.intents[0].spot_plan_id",
    )
    assert services.archive.records() == ()


def test_long_names_of_customers_never_hide_the_number_of_the_file(services, tmp_path):
    files = SheetFiles(tmp_path / "out")
    long = "見本" * 60 + "株式会社"
    first = services.sealing.seal(named(long, 1), files)
    second = services.sealing.seal(named(long, 2), files)
    assert files.pdf(first) != files.pdf(second)
    assert files.pdf(first).name.endswith(f"{first.document_number}.pdf")
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_a_folder_made_for_a_sheet_goes_with_it(services, tmp_path, monkeypatch):
    def full(path, _content):
        raise StorageFailure("disk_full", file=path.name)

    monkeypatch.setattr("jcssa_desktop.services.exporting.replace_file", full)
    with pytest.raises(StorageFailure):
        services.sealing.seal(sample(), SheetFiles(tmp_path / "new" / "deep"))
    assert not (tmp_path / "new").exists()
    assert services.archive.records() == ()
