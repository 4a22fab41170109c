"""What the table of lines shows for one line: words and marks, decided here and only painted elsewhere."""

from datetime import date
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import ContractState, Line
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.services.drafts import DisclosureView
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.wizard.line_warnings import RowWarning, row_warnings
from jcssa_desktop.ui.wizard.words import mark_of_version

translate = QCoreApplication.translate


class Concern(StrEnum):
    """What the chips above the table filter by."""

    ALL = "all"
    CHECK = "check"
    ATTENTION = "attention"
    NO_CONTRACT = "no_contract"
    IN = "in"
    OUT = "out"


class LineRow(Struct, frozen=True):
    """One line as the table shows it. Texts of out-of-scope lines are muted and share one reason."""

    line: Line
    number: int
    name: str
    detail: str
    scope: Mark
    version: str
    version_state: Mark | None
    latest: str
    latest_detail: str
    contract: Mark | None
    warnings: tuple[RowWarning, ...]
    reason: str
    concerns: frozenset[Concern]

    @property
    def is_muted(self) -> bool:
        """Tell whether the line takes no part in the disclosure."""
        return self.line.scope is Scope.OUT


def line_rows(lines: tuple[Line, ...], view: DisclosureView, today: date) -> tuple[LineRow, ...]:
    """Say what the table shows, in the order of the quotation."""
    return tuple(_row(line, number, view, today) for number, line in enumerate(lines, start=1))


def _row(line: Line, number: int, view: DisclosureView, today: date) -> LineRow:
    facts = view.facts_of(line.line_id)
    product = line.product
    name = product.model if product else line.text or line.part_number
    detail = " ".join(filter(None, (product.maker, product.part_number))) if product else line.part_number
    warnings = row_warnings(line, facts, view.ages.get(line.line_id), today)
    shown = facts if line.is_device else None
    return LineRow(
        line=line,
        number=number,
        name=name,
        detail=detail,
        scope=_scope(line),
        version=line.version if line.is_device else "",
        version_state=mark_of_version(shown.state) if shown else None,
        latest=_latest(shown),
        latest_detail=_latest_detail(line, shown, today),
        contract=_contract(line),
        warnings=warnings,
        reason=line.scope_reason if line.scope is Scope.OUT else "",
        concerns=_concerns(line, warnings),
    )


def _scope(line: Line) -> Mark:
    if line.is_device:
        return Mark("done", translate("LineRows", "対象"), "ok")
    if line.scope is Scope.OUT:
        return Mark("not-applicable", translate("LineRows", "対象外"), "text3")
    return Mark("alert", translate("LineRows", "要確認"), "alert", is_bold=True)


def _contract(line: Line) -> Mark | None:
    if not line.is_device:
        return None
    match line.contract:
        case ContractState.CONTRACT:
            return Mark("done", translate("LineRows", "あり"), "ok")
        case ContractState.NONE:
            return Mark("none", translate("LineRows", "なし"), "text2")
        case _:
            return Mark("unknown", translate("LineRows", "未定"), "warn")


def _latest(facts: LineFacts | None) -> str:
    if facts is None:
        return "―"
    return facts.latest.version if facts.latest else translate("LineRows", "不明")


def _latest_detail(line: Line, facts: LineFacts | None, today: date) -> str:
    if facts is None:
        return "" if line.scope is Scope.OUT else translate("LineRows", "製品が決まると出ます")
    if facts.latest is None:
        return translate("LineRows", "確認記録がありません")
    return f"{day_in_prose(facts.latest.observed_on, today)} {facts.latest.source}"


def _concerns(line: Line, warnings: tuple[RowWarning, ...]) -> frozenset[Concern]:
    concerns = {Concern.ALL}
    if line.is_device:
        concerns.add(Concern.IN)
        if line.contract is ContractState.NONE:
            concerns.add(Concern.NO_CONTRACT)
        if warnings:
            concerns.add(Concern.ATTENTION)
    else:
        concerns.add(Concern.OUT if line.scope is Scope.OUT else Concern.CHECK)
    return frozenset(concerns)
