"""Give devices that are still undecided what a person decided for one of them. Nothing decided is touched."""

from collections.abc import Mapping

from msgspec.structs import replace

from jcssa_desktop.domain.disclosure import Answer, ContractState, Disclosure, Line


def undecided_lines(disclosure: Disclosure, line_id: str) -> tuple[Line, ...]:
    """Return the devices whose contract is undecided, while that of the line is decided."""
    model = _line(disclosure, line_id)
    if model is None or model.contract is ContractState.UNDECIDED:
        return ()
    return tuple(line for line in disclosure.devices if line.contract is ContractState.UNDECIDED)


def with_lines_alike(disclosure: Disclosure, line_id: str) -> Disclosure:
    """Give undecided devices the line's work and contract, and its day of recording where they have none."""
    model = _line(disclosure, line_id)
    followers = {line.line_id for line in undecided_lines(disclosure, line_id)}
    if model is None or not followers:
        return disclosure
    lines = tuple(_like(line, model) if line.line_id in followers else line for line in disclosure.lines)
    return replace(disclosure, lines=lines)


def unanswered(
    disclosure: Disclosure, line_id: str, offered: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return the devices without an answer that can be offered the plans of the line's answer.

    `offered` gives the ids of the plans for each device; a plan of another category is never taken over.
    """
    model = disclosure.intent(line_id)
    if model.answer is Answer.OPEN:
        return ()
    plans = {model.contract_plan_id, model.spot_plan_id} - {""}
    return tuple(
        line.line_id
        for line in disclosure.devices
        if disclosure.intent(line.line_id).answer is Answer.OPEN
        and plans <= offered.get(line.line_id, frozenset())
    )


def with_answers_alike(
    disclosure: Disclosure, line_id: str, offered: Mapping[str, frozenset[str]]
) -> Disclosure:
    """Give devices without an answer the line's plans, answer and day; notes stay their own."""
    model = disclosure.intent(line_id)
    followers = unanswered(disclosure, line_id, offered)
    kept = tuple(one for one in disclosure.intents if one.line_id not in followers)
    added = tuple(
        replace(model, line_id=follower, note=disclosure.intent(follower).note) for follower in followers
    )
    return replace(disclosure, intents=kept + added)


def _line(disclosure: Disclosure, line_id: str) -> Line | None:
    return next((line for line in disclosure.devices if line.line_id == line_id), None)


def _like(line: Line, model: Line) -> Line:
    needs_day = not line.version and line.version_due is None
    due = model.version_due if needs_day else line.version_due
    return replace(line, work=model.work, contract=model.contract, version_due=due)
