"""The samples are what a person opens first: they must be whole, and true to the starter catalogue."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.checklist import missing
from jcssa_desktop.domain.disclosure import Answer, ContractState, Disclosure, Explained, SignatureMethod
from jcssa_desktop.domain.facts import latest_age_days, line_facts
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.quotation import Quotation
from jcssa_desktop.feeds.quotation import read_quotation
from jcssa_desktop.feeds.starter import read_starter

RESOURCES = Path(__file__).parents[1] / "resources"
SAMPLES = RESOURCES / "samples"
DISCLOSURES = ("disclosure_sample.json", "disclosure_handa.json", "disclosure_single.json")
QUOTATIONS = ("quotation_manufacturer.xlsx", "quotation_clinic.csv", "quotation_town_office.xlsx")
EXPLAINED_ON = date(2026, 11, 20)


@pytest.fixture(name="disclosure")
def _disclosure() -> Callable[[str], Disclosure]:
    return lambda name: msgspec.json.decode((SAMPLES / name).read_bytes(), type=Disclosure)


@pytest.fixture(name="quotation")
def _quotation() -> Callable[[str], Quotation]:
    return lambda name: read_quotation(SAMPLES / name)


def ages(disclosure: Disclosure) -> dict[str, int | None]:
    """How many days before the explaining the newest version of each device was last seen."""
    starter = read_starter(RESOURCES / "catalogue")
    days: dict[str, int | None] = {}
    for line in disclosure.devices:
        assert line.product is not None
        product = next(one for one in starter.products if one.product_id == line.product.product_id)
        knowledge = ProductKnowledge(
            product,
            next(one for one in starter.makers if one.maker_id == product.maker_id),
            next(one for one in starter.families if one.family_id == product.family_id),
            tuple(
                one
                for one in starter.observations
                if one.family_id == product.family_id and one.product_id in ("", product.product_id)
            ),
        )
        told = line_facts(line.line_id, knowledge, line.version, EXPLAINED_ON)
        days[line.line_id] = latest_age_days(told, EXPLAINED_ON)
    return days


# --- disclosures


@pytest.mark.parametrize("name", DISCLOSURES)
def test_a_disclosure_reads_back_as_it_is_written(name: str) -> None:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    decoded = msgspec.json.decode(text, type=Disclosure)
    again = json.dumps(json.loads(msgspec.json.encode(decoded)), ensure_ascii=False, indent=2)
    assert again + "\n" == text


@pytest.mark.parametrize("name", DISCLOSURES)
def test_its_products_are_those_of_the_starter_catalogue(
    name: str, disclosure: Callable[[str], Disclosure]
) -> None:
    starter = read_starter(RESOURCES / "catalogue")
    products = {product.product_id: product for product in starter.products}
    makers = {maker.maker_id: maker.name_ja for maker in starter.makers}
    for line in disclosure(name).devices:
        assert line.product is not None
        product = products[line.product.product_id]
        assert line.product.model == product.model
        assert line.product.part_number == product.part_number
        assert line.product.maker == makers[product.maker_id]


@pytest.mark.parametrize("name", DISCLOSURES)
def test_all_eight_are_explained_and_the_text_was_seen_before_the_signature(
    name: str, disclosure: Callable[[str], Disclosure]
) -> None:
    one = disclosure(name)
    assert [item.state for item in one.items] == [Explained.EXPLAINED] * 8
    assert one.explained_on == EXPLAINED_ON
    assert one.signature is not None
    assert one.signature.method is SignatureMethod.PAPER
    assert one.signature.text_shown_at is not None
    assert one.signature.signed_at is not None
    last = max(item.confirmed_at for item in one.items if item.confirmed_at)
    assert last < one.signature.text_shown_at < one.signature.signed_at


@pytest.mark.parametrize("name", DISCLOSURES)
def test_every_device_has_an_answer_and_a_version_or_the_day_of_recording_it(
    name: str, disclosure: Callable[[str], Disclosure]
) -> None:
    one = disclosure(name)
    for line in one.devices:
        intent = one.intent(line.line_id)
        assert intent.answer is not Answer.OPEN
        assert (intent.contract_plan_id, intent.spot_plan_id) == ("standard", "spot_update")
        assert bool(line.version) != bool(line.version_due)
        assert (line.contract is ContractState.CONTRACT) == (intent.answer is Answer.CONTRACT)


@pytest.mark.parametrize("name", DISCLOSURES)
def test_nothing_keeps_it_from_being_sealed(name: str, disclosure: Callable[[str], Disclosure]) -> None:
    one = disclosure(name)
    assert missing(one, ages=ages(one)) == ()


@pytest.mark.parametrize("name", DISCLOSURES)
def test_what_is_no_device_says_why(name: str, disclosure: Callable[[str], Disclosure]) -> None:
    for line in disclosure(name).lines:
        assert line.is_device or (line.scope is Scope.OUT and line.scope_reason)


def test_the_manufacturer_s_disclosure_shows_all_four_answers(
    disclosure: Callable[[str], Disclosure],
) -> None:
    one = disclosure("disclosure_sample.json")
    answers = {intent.answer for intent in one.intents}
    assert answers == {Answer.CONTRACT, Answer.SPOT, Answer.CONSIDERING, Answer.DECLINED}
    versions = {line.product.model: line.version for line in one.devices if line.product}
    assert versions["FortiGate 60F"] == "7.4.8"
    assert versions["RTX830"] == "Rev.15.02.17"


def test_the_manufacturer_s_disclosure_covers_its_quotation(
    disclosure: Callable[[str], Disclosure], quotation: Callable[[str], Quotation]
) -> None:
    one = disclosure("disclosure_sample.json")
    quoted = quotation("quotation_manufacturer.xlsx")
    assert one.sale.quotation_number == quoted.number
    assert one.sale.amount == quoted.amount
    assert [(line.text, line.quantity, line.unit_price) for line in one.lines] == [
        (row.text, row.quantity, row.unit_price) for row in quoted.rows
    ]


def test_the_hospital_s_version_is_sold_without_a_contract_and_declined(
    disclosure: Callable[[str], Disclosure],
) -> None:
    one = disclosure("disclosure_handa.json")
    (line,) = one.devices
    assert line.version == "6.0.4"
    assert line.contract is ContractState.NONE
    assert one.intent(line.line_id).answer is Answer.DECLINED


def test_the_single_sale_has_one_device(disclosure: Callable[[str], Disclosure]) -> None:
    assert len(disclosure("disclosure_single.json").lines) == 1


@pytest.mark.parametrize("name", DISCLOSURES)
def test_the_people_of_a_disclosure_are_plainly_made_up(
    name: str, disclosure: Callable[[str], Disclosure]
) -> None:
    one = disclosure(name)
    assert "見本" in one.customer.name
    assert "見本" in one.customer.person
    assert "見本" in one.explainer


# --- quotations


@pytest.mark.parametrize("name", QUOTATIONS)
def test_a_quotation_s_sum_is_that_of_its_rows_with_tax(
    name: str, quotation: Callable[[str], Quotation]
) -> None:
    one = quotation(name)
    net = sum(row.amount or 0 for row in one.rows)
    assert one.amount == net + net // 10
    for row in one.rows:
        assert row.amount == row.quantity * (row.unit_price or 0)


@pytest.mark.parametrize(
    ("name", "customer", "rows"),
    [
        ("quotation_manufacturer.xlsx", "見本精密工業株式会社", 10),
        ("quotation_clinic.csv", "医療法人 さくら見本会", 7),
        ("quotation_town_office.xlsx", "見本町役場", 13),
    ],
)
def test_a_quotation_names_its_customer_and_its_rows(
    name: str, customer: str, rows: int, quotation: Callable[[str], Quotation]
) -> None:
    one = quotation(name)
    assert customer in one.customer
    assert len(one.rows) == rows
    assert one.quoted_on is not None
    assert one.quoted_on.year == 2026


def test_the_town_office_s_quotation_fills_two_sheets(quotation: Callable[[str], Quotation]) -> None:
    assert {row.place.sheet for row in quotation("quotation_town_office.xlsx").rows} == {
        "パソコン",
        "ネットワーク機器",
    }


def test_the_clinic_s_quotation_is_in_the_encoding_that_excel_saves() -> None:
    content = (SAMPLES / "quotation_clinic.csv").read_bytes()
    assert "さくら見本会" in content.decode("cp932")
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
