"""What one device was given can be given to the undecided ones, and to no other."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from jcssa_desktop.domain.alike import unanswered, undecided_lines, with_answers_alike, with_lines_alike
from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Disclosure,
    Intent,
    Line,
    ProductReference,
    Work,
)

DUE = date(2026, 12, 1)


def device(line_id: str, **more: object) -> Line:
    product = ProductReference(line_id, "見本", f"MODEL-{line_id}")
    return replace(Line(line_id, scope=Scope.IN, product=product), **more)


def sale(*lines: Line, intents: tuple[Intent, ...] = ()) -> Disclosure:
    return Disclosure("d", datetime(2026, 11, 24, tzinfo=UTC), lines=lines, intents=intents)


def test_undecided_lines_get_work_contract_and_day() -> None:
    model = device(
        "a",
        work=(Work.INSTALLATION,),
        contract=ContractState.NONE,
        version_due=DUE,
        contract_number="M-1",
        location="本社",
    )
    made = with_lines_alike(sale(model, device("b"), device("c")), "a")
    for line in made.lines[1:]:
        assert (line.work, line.contract, line.version_due) == (model.work, ContractState.NONE, DUE)
        assert (line.contract_number, line.location) == ("", "")


def test_decided_lines_and_recorded_versions_stay() -> None:
    model = device("a", contract=ContractState.CONTRACT, version_due=DUE)
    decided = device("b", contract=ContractState.NONE)
    recorded = device("c", version="7.4.11")
    outside = Line("d", scope=Scope.OUT)
    made = with_lines_alike(sale(model, decided, recorded, outside), "a")
    assert made.lines[1] == decided
    assert made.lines[2].version_due is None
    assert made.lines[3] == outside


def test_an_undecided_line_gives_nothing() -> None:
    disclosure = sale(device("a", version_due=DUE), device("b"))
    assert undecided_lines(disclosure, "a") == ()
    assert with_lines_alike(disclosure, "a") == disclosure


def test_unanswered_devices_get_the_answer_where_its_plan_is_offered() -> None:
    intents = (
        Intent("a", Answer.CONTRACT, contract_plan_id="network", note="first"),
        Intent("b", note="own"),
        Intent("d", Answer.DECLINED),
    )
    disclosure = sale(*map(device, "abcd"), intents=intents)
    offered = {"a": frozenset({"network"}), "b": frozenset({"network"}), "c": frozenset({"pc"})}
    assert unanswered(disclosure, "a", offered) == ("b",)
    made = with_answers_alike(disclosure, "a", offered)
    assert made.intent("b") == Intent("b", Answer.CONTRACT, contract_plan_id="network", note="own")
    assert made.intent("c").answer is Answer.OPEN
    assert made.intent("d").answer is Answer.DECLINED


def test_an_open_answer_gives_nothing() -> None:
    disclosure = sale(device("a"), device("b"), intents=(Intent("a", contract_plan_id="network"),))
    assert unanswered(disclosure, "a", {}) == ()
