"""The steps of a disclosure: their order, how each stands, and what still keeps it from being sealed.

Knows nothing of windows; the wizard asks it after every change.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Disclosure,
    Explained,
    Intent,
    ItemConfirmation,
    Line,
    Signature,
    SignatureMethod,
)
from jcssa_desktop.domain.facts import CONFIRM_AFTER_DAYS
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber
from jcssa_desktop.domain.wording_check import WordingRemark


class Step(StrEnum):
    """One page of the wizard."""

    CUSTOMER = "customer"
    LINES = "lines"
    ITEM_1 = "item_1"
    ITEM_2 = "item_2"
    ITEM_3 = "item_3"
    ITEM_4 = "item_4"
    ITEM_5 = "item_5"
    ITEM_6 = "item_6"
    ITEM_7 = "item_7"
    ITEM_8 = "item_8"
    INTENTS = "intents"
    REVIEW = "review"
    HANDOVER = "handover"


class StepState(StrEnum):
    """How a step stands."""

    EMPTY = "empty"
    PARTIAL = "partial"
    DONE = "done"
    QUESTION = "question"
    NOT_APPLICABLE = "not_applicable"
    BLOCKED = "blocked"


ITEM_STEPS: Mapping[ItemNumber, Step] = MappingProxyType(
    {number: Step(f"item_{number.value}") for number in ItemNumber}
)
ITEM_OF_STEP: Mapping[Step, ItemNumber] = MappingProxyType({step: one for one, step in ITEM_STEPS.items()})

STEPS: tuple[Step, ...] = (
    Step.CUSTOMER,
    Step.LINES,
    *(ITEM_STEPS[number] for number in EXPLAINING_ORDER),
    Step.INTENTS,
    Step.REVIEW,
    Step.HANDOVER,
)

GROUPS: Mapping[str, tuple[Step, ...]] = MappingProxyType(
    {
        "preparation": (Step.CUSTOMER, Step.LINES),
        "first": (Step.ITEM_1, Step.ITEM_4, Step.ITEM_6, Step.ITEM_7),
        "products": (Step.ITEM_2,),
        "proposals": (Step.ITEM_3, Step.ITEM_5, Step.ITEM_8),
        "finish": (Step.INTENTS, Step.REVIEW, Step.HANDOVER),
    }
)
"""The steps in their order, by purpose."""

ALWAYS_EXPLAINED = frozenset(
    {
        ItemNumber.NO_CONTRACT,
        ItemNumber.LATEST_VERSION,
        ItemNumber.RISK,
        ItemNumber.EXCLUSIONS,
        ItemNumber.INFORMATION_DUTY,
    }
)
"""Items that cannot be "not applicable": the guideline has them told at every sale of a device."""


class Missing(Struct, frozen=True):
    """Something that is still to be decided. `problem` is a key of a sentence that `values` fill."""

    step: Step
    problem: str
    values: tuple[tuple[str, str], ...] = ()
    line_id: str = ""


class Progress(Struct, frozen=True):
    """How many of the eight items are explained (or not applicable), have a question, are open."""

    explained: int
    questions: int
    open: int


def next_step(current: Step) -> Step | None:
    """Return the step after `current`; None after the last."""
    position = STEPS.index(current) + 1
    return STEPS[position] if position < len(STEPS) else None


def previous_step(current: Step) -> Step | None:
    """Return the step before `current`; None before the first."""
    position = STEPS.index(current)
    return STEPS[position - 1] if position else None


def progress(disclosure: Disclosure) -> Progress:
    """Count the eight items by how they stand."""
    states = [item.state for item in disclosure.items]
    questions = states.count(Explained.QUESTION)
    open_items = states.count(Explained.OPEN)
    return Progress(len(states) - questions - open_items, questions, open_items)


def missing(
    disclosure: Disclosure,
    *,
    ages: Mapping[str, int | None] | None = None,
    remarks: tuple[WordingRemark, ...] = (),
) -> tuple[Missing, ...]:
    """List what keeps the disclosure from being sealed, in the order of the steps.

    `ages` gives, by line id, how many days ago the newest version was seen (None: never); of the
    `remarks` on its wording only those that stop are listed.
    """
    return (
        *missing_before_signature(disclosure, ages=ages, remarks=remarks),
        *_missing_signature(disclosure.signature),
    )


def missing_before_signature(
    disclosure: Disclosure,
    *,
    ages: Mapping[str, int | None] | None = None,
    remarks: tuple[WordingRemark, ...] = (),
) -> tuple[Missing, ...]:
    """List what has to be decided before the customer signs."""
    return (
        *_missing_customer(disclosure),
        *_missing_lines(disclosure, ages or {}),
        *(one for number in EXPLAINING_ORDER for one in _missing_item(disclosure.item(number))),
        *_missing_intents(disclosure),
        *(_wording(remark) for remark in remarks if remark.fault.stops),
    )


def states(disclosure: Disclosure, *, ages: Mapping[str, int | None] | None = None) -> dict[Step, StepState]:
    """Tell how every step stands. The handover is done only by sealing, so here it is at most empty."""
    before_signature = missing_before_signature(disclosure, ages=ages)
    open_steps = {one.step for one in before_signature}
    found = {step: StepState.EMPTY if step in open_steps else StepState.DONE for step in STEPS}
    started = {
        Step.CUSTOMER: bool(disclosure.customer.name),
        Step.LINES: bool(disclosure.lines),
        Step.INTENTS: any(intent.answer is not Answer.OPEN for intent in disclosure.intents),
    }
    for step, has_started in started.items():
        if has_started and step in open_steps:
            found[step] = StepState.PARTIAL
    for number, step in ITEM_STEPS.items():
        found[step] = _item_state(disclosure.item(number), is_open=step in open_steps)
    unsigned = tuple(_missing_signature(disclosure.signature))
    found[Step.REVIEW] = StepState.EMPTY if unsigned else StepState.DONE
    if before_signature:
        found[Step.REVIEW] = StepState.BLOCKED
    found[Step.HANDOVER] = StepState.BLOCKED if before_signature or unsigned else StepState.EMPTY
    return found


def first_open_step(disclosure: Disclosure, *, ages: Mapping[str, int | None] | None = None) -> Step:
    """Return the step to continue at: the first with something missing, else the signature."""
    return next((one.step for one in missing_before_signature(disclosure, ages=ages)), Step.REVIEW)


def _item_state(item: ItemConfirmation, *, is_open: bool) -> StepState:
    match item.state:
        case Explained.OPEN:
            return StepState.EMPTY
        case Explained.QUESTION:
            return StepState.QUESTION
        case _ if is_open:
            return StepState.PARTIAL
        case Explained.NOT_APPLICABLE:
            return StepState.NOT_APPLICABLE
    return StepState.DONE


def _is_blank(text: str) -> bool:
    """Tell whether a text shows nothing on paper: marks without width count as little as spaces."""
    return not any(one.isprintable() and not one.isspace() for one in text)


def _missing_customer(disclosure: Disclosure) -> Iterator[Missing]:
    if disclosure.correction is not None and _is_blank(disclosure.correction.reason):
        yield Missing(Step.CUSTOMER, "missing_correction_reason")
    if _is_blank(disclosure.customer.name):
        yield Missing(Step.CUSTOMER, "missing_customer_name")
    if _is_blank(disclosure.explainer):
        yield Missing(Step.CUSTOMER, "missing_explainer")
    if disclosure.explained_on is None:
        yield Missing(Step.CUSTOMER, "missing_explained_on")


def _missing_lines(disclosure: Disclosure, ages: Mapping[str, int | None]) -> Iterator[Missing]:
    if not disclosure.devices:
        yield Missing(Step.LINES, "missing_devices")
    for line in disclosure.lines:
        for problem in _open_points(line, ages.get(line.line_id)):
            name = line.product.model if line.product else line.text
            yield Missing(Step.LINES, problem, (("line", name),), line.line_id)


def _open_points(line: Line, age: int | None) -> Iterator[str]:
    if line.scope is Scope.CHECK or (line.scope is Scope.IN and line.product is None):
        yield "missing_product"
    if not line.is_device:
        return
    if line.quantity < 1:
        yield "missing_quantity"
    if _is_blank(line.version) and line.version_due is None:
        yield "missing_version"
    if line.contract is ContractState.UNDECIDED:
        yield "missing_contract"
    if not line.work:
        yield "missing_work"
    if age is not None and age > CONFIRM_AFTER_DAYS and line.latest_confirmed_on is None:
        yield "missing_latest_confirmed"


def _missing_item(item: ItemConfirmation) -> Iterator[Missing]:
    step = ITEM_STEPS[item.number]
    values = (("item", "①②③④⑤⑥⑦⑧"[item.number - 1]),)
    if item.state is Explained.OPEN:
        yield Missing(step, "missing_item_result", values)
    elif item.state is Explained.QUESTION:
        if _is_blank(item.note):
            yield Missing(step, "missing_item_question", values)
        if item.answer_by is None:
            yield Missing(step, "missing_item_answer_by", values)
    elif item.state is Explained.NOT_APPLICABLE:
        if item.number in ALWAYS_EXPLAINED:
            yield Missing(step, "missing_item_always", values)
        elif _is_blank(item.note):
            yield Missing(step, "missing_item_reason", values)


def _missing_intents(disclosure: Disclosure) -> Iterator[Missing]:
    for line in disclosure.devices:
        name = line.product.model if line.product else line.text
        for problem in _open_intent(line, disclosure.intent(line.line_id)):
            yield Missing(Step.INTENTS, problem, (("line", name),), line.line_id)


def _open_intent(line: Line, intent: Intent) -> Iterator[str]:
    covered = line.contract is ContractState.CONTRACT
    match intent.answer:
        case Answer.OPEN:
            yield "missing_intent"
        case Answer.CONSIDERING if intent.due is None:
            yield "missing_intent_due"
        case Answer.CONTRACT if not intent.contract_plan_id:
            yield "missing_intent_contract_plan"
        case Answer.SPOT if not intent.spot_plan_id:
            yield "missing_intent_spot_plan"
    if intent.answer is Answer.CONTRACT and line.contract is ContractState.NONE:
        yield "contract_contradicts_intent"
    if intent.answer in {Answer.SPOT, Answer.CONSIDERING, Answer.DECLINED} and covered:
        yield "intent_contradicts_contract"


def _wording(remark: WordingRemark) -> Missing:
    """A sentence that must not be printed; a plan's text is mended in the settings, and shown at item 5."""
    number = remark.item or ItemNumber.PAID_SERVICES
    place = remark.plan or "①②③④⑤⑥⑦⑧"[number - 1]
    values = (("place", place), ("sentence", remark.sentence), ("better", remark.better))
    return Missing(ITEM_STEPS[number], f"wording_{remark.fault}", values)


def _missing_signature(signature: Signature | None) -> Iterator[Missing]:
    """A drawn signature needs the text shown to its end first; paper is read before it is signed."""
    if signature is None:
        yield Missing(Step.REVIEW, "missing_signature_method")
        return
    if signature.method in {SignatureMethod.LATER, SignatureMethod.REFUSED} and _is_blank(signature.reason):
        yield Missing(Step.REVIEW, "missing_signature_reason")
    if signature.method is SignatureMethod.DRAWN:
        if not any(stroke.points for stroke in signature.strokes):
            yield Missing(Step.REVIEW, "missing_signature_strokes")
        if _is_blank(signature.signer):
            yield Missing(Step.REVIEW, "missing_signer")
        if signature.text_shown_at is None:
            yield Missing(Step.REVIEW, "missing_text_shown")
