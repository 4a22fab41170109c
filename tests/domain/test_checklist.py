from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.checklist import (
    ALWAYS_EXPLAINED,
    GROUPS,
    ITEM_OF_STEP,
    ITEM_STEPS,
    STEPS,
    Step,
    StepState,
    first_open_step,
    missing,
    missing_before_signature,
    next_step,
    previous_step,
    progress,
    states,
)
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Customer,
    Disclosure,
    Explained,
    Intent,
    ItemConfirmation,
    Line,
    ProductReference,
    Signature,
    SignatureMethod,
    Stroke,
    Work,
)
from jcssa_desktop.domain.guideline import ItemNumber

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def a_line(**changes: object) -> Line:
    line = Line(
        line_id="line-1",
        text="FortiGate 60F",
        scope=Scope.IN,
        product=ProductReference("fortinet:fortigate60f", "フォーティネット", "FortiGate 60F"),
        version="7.4.8",
        work=(Work.SALE_ONLY,),
        contract=ContractState.NONE,
    )
    return replace(line, **changes)  # type: ignore[arg-type]


def a_complete_disclosure(**changes: object) -> Disclosure:
    disclosure = Disclosure(
        disclosure_id="one",
        created_at=NOW,
        customer=Customer(name="見本精密工業株式会社"),
        explainer="見本 太郎",
        explained_on=DAY,
        lines=(a_line(),),
        items=tuple(ItemConfirmation(number, Explained.EXPLAINED, confirmed_at=NOW) for number in ItemNumber),
        intents=(Intent("line-1", Answer.DECLINED),),
        signature=Signature(SignatureMethod.PAPER),
    )
    return replace(disclosure, **changes)  # type: ignore[arg-type]


def problems(disclosure: Disclosure) -> list[str]:
    return [one.problem for one in missing(disclosure)]


def with_line(**changes: object) -> Disclosure:
    return a_complete_disclosure(lines=(a_line(**changes),))


def with_item(number: ItemNumber, **changes: object) -> Disclosure:
    disclosure = a_complete_disclosure()
    items = tuple(
        replace(item, **changes) if item.number == number else item  # type: ignore[arg-type]
        for item in disclosure.items
    )
    return replace(disclosure, items=items)


def with_intent(**changes: object) -> Disclosure:
    return a_complete_disclosure(intents=(Intent("line-1", **changes),))  # type: ignore[arg-type]


def test_a_complete_disclosure_misses_nothing() -> None:
    assert problems(a_complete_disclosure()) == []


@pytest.mark.parametrize(
    ("disclosure", "problem"),
    [
        (a_complete_disclosure(customer=Customer(name=" ")), "missing_customer_name"),
        (a_complete_disclosure(customer=Customer(name="\ufeff\u200b")), "missing_customer_name"),
        (a_complete_disclosure(explainer=""), "missing_explainer"),
        (a_complete_disclosure(explained_on=None), "missing_explained_on"),
        (with_line(scope=Scope.CHECK), "missing_product"),
        (with_line(product=None), "missing_product"),
        (with_line(quantity=0), "missing_quantity"),
        (with_line(version=""), "missing_version"),
        (with_line(contract=ContractState.UNDECIDED), "missing_contract"),
        (with_line(work=()), "missing_work"),
        (with_item(ItemNumber.RISK, state=Explained.OPEN), "missing_item_result"),
        (with_item(ItemNumber.RISK, state=Explained.QUESTION, answer_by=DAY), "missing_item_question"),
        (with_item(ItemNumber.RISK, state=Explained.QUESTION, note="?"), "missing_item_answer_by"),
        (with_item(ItemNumber.SERVICE_PLANS, state=Explained.NOT_APPLICABLE), "missing_item_reason"),
        (with_intent(answer=Answer.OPEN), "missing_intent"),
        (with_intent(answer=Answer.CONSIDERING), "missing_intent_due"),
        (with_intent(answer=Answer.SPOT), "missing_intent_spot_plan"),
        (a_complete_disclosure(signature=None), "missing_signature_method"),
        (a_complete_disclosure(signature=Signature(SignatureMethod.REFUSED)), "missing_signature_reason"),
        (a_complete_disclosure(signature=Signature(SignatureMethod.LATER)), "missing_signature_reason"),
    ],
)
def test_what_is_open_is_named(disclosure: Disclosure, problem: str) -> None:
    assert problem in problems(disclosure)


def test_a_sale_without_a_device_cannot_be_sealed() -> None:
    assert "missing_devices" in problems(with_line(scope=Scope.OUT, product=None))


@pytest.mark.parametrize("number", sorted(ALWAYS_EXPLAINED))
def test_what_must_always_be_told_cannot_be_not_applicable(number: ItemNumber) -> None:
    skipped = with_item(number, state=Explained.NOT_APPLICABLE, note="理由")
    assert problems(skipped) == ["missing_item_always"]


def test_a_version_to_be_recorded_later_is_enough() -> None:
    assert problems(with_line(version="", version_due=DAY)) == []


def test_an_old_latest_version_needs_a_confirmation() -> None:
    disclosure = a_complete_disclosure()
    assert [one.problem for one in missing(disclosure, ages={"line-1": 91})] == ["missing_latest_confirmed"]
    assert missing(disclosure, ages={"line-1": 90}) == ()
    assert missing(with_line(latest_confirmed_on=DAY), ages={"line-1": 91}) == ()


def test_line_and_intent_must_agree_about_the_contract() -> None:
    agreed = with_intent(answer=Answer.CONTRACT, contract_plan_id="standard")
    assert problems(agreed) == ["contract_contradicts_intent"]
    covered = replace(a_complete_disclosure(), lines=(a_line(contract=ContractState.CONTRACT),))
    assert problems(covered) == ["intent_contradicts_contract"]


def test_a_drawn_signature_needs_strokes_a_name_and_the_text_shown_before() -> None:
    drawn = Signature(SignatureMethod.DRAWN)
    assert set(problems(a_complete_disclosure(signature=drawn))) == {
        "missing_signature_strokes",
        "missing_signer",
        "missing_text_shown",
    }
    whole = replace(drawn, strokes=(Stroke(((0.1, 0.1, 0),)),), signer="見本 一郎", text_shown_at=NOW)
    assert problems(a_complete_disclosure(signature=whole)) == []


def test_every_step_stands_in_one_group_in_the_order_of_explaining() -> None:
    assert tuple(step for steps in GROUPS.values() for step in steps) == STEPS
    assert [ITEM_OF_STEP[step] for step in STEPS if step in ITEM_OF_STEP] == [1, 4, 6, 7, 2, 3, 5, 8]


def test_next_and_previous_walk_the_whole_way_and_back() -> None:
    walked = [Step.CUSTOMER]
    while (following := next_step(walked[-1])) is not None:
        walked.append(following)
    assert tuple(walked) == STEPS
    back = [Step.HANDOVER]
    while (before := previous_step(back[-1])) is not None:
        back.append(before)
    assert tuple(reversed(back)) == STEPS


def test_a_new_draft_starts_at_the_customer_and_everything_is_open() -> None:
    draft = Disclosure("one", NOW)
    assert first_open_step(draft) is Step.CUSTOMER
    found = states(draft)
    assert {found[step] for step in ITEM_STEPS.values()} == {StepState.EMPTY}
    assert found[Step.REVIEW] is StepState.BLOCKED
    assert (progress(draft).explained, progress(draft).questions, progress(draft).open) == (0, 0, 8)


EXPLAINED = st.sampled_from(list(Explained))


@st.composite
def disclosures(draw: Callable[[st.SearchStrategy[object]], object]) -> Disclosure:
    items = tuple(
        ItemConfirmation(
            number,
            draw(EXPLAINED),  # type: ignore[arg-type]
            note=draw(st.sampled_from(["", "質問"])),  # type: ignore[arg-type]
            answer_by=draw(st.sampled_from([None, DAY])),  # type: ignore[arg-type]
        )
        for number in ItemNumber
    )
    return a_complete_disclosure(
        items=items,
        intents=(Intent("line-1", draw(st.sampled_from(list(Answer)))),),  # type: ignore[arg-type]
        signature=draw(st.sampled_from([None, Signature(SignatureMethod.PAPER)])),
    )


@given(disclosures())
@settings(max_examples=100)
def test_states_and_what_is_missing_agree(disclosure: Disclosure) -> None:
    found = states(disclosure)
    open_steps = {one.step for one in missing_before_signature(disclosure)}
    settled = {StepState.DONE, StepState.NOT_APPLICABLE}
    for step, state in found.items():
        if step in open_steps:
            assert state not in settled
    assert (found[Step.HANDOVER] is StepState.EMPTY) == (missing(disclosure) == ())


@given(disclosures())
@settings(max_examples=60)
def test_answering_what_is_missing_step_by_step_reaches_the_end(disclosure: Disclosure) -> None:
    for _ in range(40):
        if not missing(disclosure):
            return
        disclosure = answered(disclosure, first_open_step(disclosure))
    raise AssertionError(missing(disclosure))


def answered(disclosure: Disclosure, step: Step) -> Disclosure:
    """Do what a salesperson would do on this step."""
    if step in ITEM_OF_STEP:
        number = ITEM_OF_STEP[step]
        items = tuple(
            replace(item, state=Explained.EXPLAINED) if item.number == number else item
            for item in disclosure.items
        )
        return replace(disclosure, items=items)
    if step is Step.INTENTS:
        return replace(disclosure, intents=(Intent("line-1", Answer.DECLINED),))
    return replace(disclosure, signature=Signature(SignatureMethod.PAPER))
