"""What the starter catalogue makes the program say, held against public records."""

import csv
from datetime import date
from pathlib import Path

import pytest

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators, contains
from jcssa_desktop.domain.catalogue import FirmwareFamily, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.facts import findings, line_facts
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState
from jcssa_desktop.domain.firmware_version import SCHEMES, Relation, compare, train
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.domain.product_identity import Identity, confidence, identity
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement, ProductKnowledge
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.starter import read_starter

CATALOGUE = Path(__file__).parents[1] / "resources" / "catalogue"
SHARED_DATA = Path(__file__).parents[1].parent / "shared" / "data"
TODAY = date(2026, 11, 23)

STARTER = read_starter(CATALOGUE)
FAMILIES = {family.family_id: family for family in STARTER.families}


def scheme(family_id: str) -> str:
    return FAMILIES[family_id].scheme


def records(batch: CatalogueBatch) -> tuple[ListedAdvisory, ...]:
    return tuple(one for one in batch.listed_advisories if isinstance(one, ListedAdvisory))


def concerning(batch: CatalogueBatch, names: Identity) -> tuple[ConcerningAdvisory, ...]:
    return tuple(
        ConcerningAdvisory(record, held)
        for record in records(batch)
        if (
            held := tuple(
                ConcerningStatement(one, sure)
                for one in record.statements
                if (sure := confidence(names, one.about)) is not None
            )
        )
    )


def known(batch: CatalogueBatch, product_id: str) -> ProductKnowledge:
    product = next(one for one in batch.products if one.product_id == product_id)
    family: FirmwareFamily | None = FAMILIES.get(product.family_id)
    own = ("", product_id)
    maker = next(one for one in batch.makers if one.maker_id == product.maker_id)
    return ProductKnowledge(
        product=product,
        maker=maker,
        family=family,
        observations=tuple(
            one for one in batch.observations if one.family_id == product.family_id and one.product_id in own
        ),
        lifecycle_dates=tuple(
            one
            for one in batch.lifecycle_dates
            if one.product_id == product_id or (one.family_id and one.family_id == product.family_id)
        ),
        advisories=concerning(batch, identity(product, maker, family)),
        kev=batch.kev,
    )


def scheme_about(statement: Statement) -> str:
    """Give the scheme of the family, or of the model's family, that a statement of the starter names."""
    (maker_id,) = {one.maker_id for one in STARTER.makers if one.name_en == statement.about.maker}
    named = (maker_id, statement.about.name)
    if statement.about.is_hardware:
        return scheme(next(one.family_id for one in STARTER.products if (one.maker_id, one.model) == named))
    return next(one.scheme for one in STARTER.families if (one.maker_id, one.name) == named)


def facts(product_id: str, version: str) -> LineFacts:
    return line_facts("line-1", known(STARTER, product_id), version, TODAY)


def affecting(told: LineFacts) -> dict[str, Finding]:
    return {one.advisory_id: one for one in told.findings if one.verdict is Verdict.AFFECTED}


# --- the program can read what is stated


def test_every_family_has_a_known_scheme() -> None:
    assert {family.scheme for family in STARTER.families} <= set(SCHEMES)


def test_a_family_that_a_series_fills_bears_the_name_of_no_single_device() -> None:
    filled = {one.family_id for one in STARTER.series if one.family_id}
    makers = {one.maker_id: one for one in STARTER.makers}
    nameless = Product("", "", "")
    named = {
        (family.family_id, key)
        for family in STARTER.families
        if family.family_id in filled
        for key in identity(nameless, makers[family.maker_id], family).families
    }
    devices = {
        (product.family_id, key)
        for product in STARTER.products
        for key in identity(product, makers[product.maker_id]).devices
    }
    assert not named & devices


def test_every_stated_train_is_that_of_its_version() -> None:
    for one in STARTER.observations:
        assert one.train in ("", train(scheme(one.family_id), one.version)), one


def test_every_train_with_dates_is_one_that_versions_can_have() -> None:
    for one in STARTER.lifecycle_dates:
        assert not one.train or train(scheme(one.family_id), f"{one.train}.1") == one.train


def test_every_version_in_a_range_can_be_compared() -> None:
    for advisory in records(STARTER):
        for part in advisory.statements:
            for text in part.ranges:
                if text == EVERY_VERSION:
                    continue
                bounds = comparators(text)
                assert bounds, (advisory.record_id, text)
                for _, version in bounds:
                    assert compare(scheme_about(part), version, version) is Relation.SAME, version


def test_no_fixed_version_is_itself_affected() -> None:
    for advisory in records(STARTER):
        for part in advisory.statements:
            for version in part.fixed_in:
                inside = contains(scheme_about(part), part.ranges, version)
                assert inside is False, (advisory.record_id, version)


# --- the three stories, as a salesperson is told them


def test_fortios_6_0_4_needs_an_update_that_alone_is_not_enough() -> None:
    told = facts("fortinet:fortigate60e", "6.0.4")
    assert told.state is VersionState.UPDATE_NEEDED
    story = affecting(told)["CVE-2018-13379"]
    assert story.kev_added == date(2021, 11, 3)
    assert story.kev_ransomware
    assert story.fixed_in == ("6.0.5",)
    assert "二要素" in story.advice_ja
    assert told.latest is not None
    assert told.latest.version == "6.0.18"
    assert {one.train for one in told.other_trains} == {"6.2", "6.4", "7.0", "7.2", "7.4"}


@pytest.mark.parametrize("version", ["6.0.5", "5.6.8", "5.4.13", "5.4.5", "5.6.2"])
def test_the_hospital_s_flaw_does_not_reach_beyond_its_ranges(version: str) -> None:
    assert "CVE-2018-13379" not in affecting(facts("fortinet:fortigate60e", version))


def test_the_aterm_of_the_story_has_no_fix_at_any_version_recorded_or_not() -> None:
    assert facts("nec:atermwg1200hs", "").state is VersionState.NO_FIX
    assert facts("nec:atermwg1200hs", "Ver.1.0.1").state is VersionState.NO_FIX


def test_the_newest_ud_lt1_still_has_two_flaws_open() -> None:
    told = facts("iodata:udlt1", "Ver.2.1.9")
    assert set(affecting(told)) == {"CVE-2024-45841", "CVE-2024-47133"}
    assert told.state is VersionState.UPDATE_NEEDED
    assert told.delivered is not None
    assert str(told.delivered.planned_on) == "2024-12-18"


def test_the_version_before_it_has_three() -> None:
    assert len(affecting(facts("iodata:udlt1/ex", "Ver.2.1.8"))) == 3


# --- others that a demonstration meets


def test_the_fortigate_of_the_sample_is_told_its_two_exploited_flaws() -> None:
    told = facts("fortinet:fortigate60f", "7.4.8")
    exploited = {one.advisory_id for one in affecting(told).values() if one.kev_added}
    assert exploited == {"CVE-2025-59718", "CVE-2026-24858"}
    assert told.latest is not None
    assert told.latest.version == "7.4.11"


def test_the_withdrawn_qts_is_never_offered_as_the_newest() -> None:
    told = facts("qnap:ts453d", "5.2.2.2950 build 20241114")
    assert told.state is VersionState.WITHDRAWN
    assert told.latest is not None
    assert "2950" not in told.latest.version


def test_a_router_whose_newest_version_was_never_seen_is_undecidable_not_fine() -> None:
    assert facts("yamaha:rtx1220", "Rev.15.04.04").state is VersionState.UNDECIDABLE


def test_a_gateway_in_kev_without_stated_versions_is_unknown_not_dropped() -> None:
    told = facts("sonicwall:tz270", "7.3.2-7010")
    unknown = {one.advisory_id for one in told.findings if one.verdict is Verdict.UNKNOWN}
    assert "CVE-2024-53704" in unknown


# --- public records


def ground_truth() -> list[dict[str, str]]:
    path = SHARED_DATA / "ground_truth.csv"
    if not path.exists():
        pytest.skip("../shared/data is not here")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_verdicts_agree_with_the_public_records_on_both_sides_of_each_range() -> None:
    products = {search_key(product.model): product.product_id for product in STARTER.products}
    checked = 0
    for row in ground_truth():
        product_id = products.get(search_key(row["model"]))
        if product_id is None:
            continue
        for column, verdict in (
            ("check_version_affected", Verdict.AFFECTED),
            ("check_version_not_affected", Verdict.NOT_AFFECTED),
        ):
            version = row[column]
            told = [one for one in findings(known(STARTER, product_id), version) if row["cve"] in one.ids]
            for one in told if version and row["cve"] else ():
                assert one.verdict is verdict, (row["id"], row["model"], row["cve"], version)
                checked += 1
    assert checked >= 80


def test_products_without_any_record_get_no_finding() -> None:
    products = {search_key(product.model): product.product_id for product in STARTER.products}
    checked = 0
    for row in ground_truth():
        product_id = products.get(search_key(row["model"]))
        if row["expected"] == "none_found" and product_id:
            assert not findings(known(STARTER, product_id), "1.0"), row["model"]
            checked += 1
    assert checked >= 4
