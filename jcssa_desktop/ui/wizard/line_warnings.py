"""The warnings inside the rows of the table of lines, each with what to do about it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import Line
from jcssa_desktop.domain.facts import CONFIRM_AFTER_DAYS
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState
from jcssa_desktop.domain.lifecycle import SupportState, support_state
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.ui.messages import day_in_prose, lifecycle_name, partial_in_prose
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate


class Remedy(StrEnum):
    """What a link inside a row leads to."""

    NONE = ""
    PLAN_UPDATE = "plan_update"
    RECORD_LATER = "record_later"
    CONFIRM_LATEST = "confirm_latest"


class RowWarning(Struct, frozen=True):
    """An extra line inside a row."""

    mark: Mark
    text: str
    link: str = ""
    remedy: Remedy = Remedy.NONE


def row_warnings(line: Line, facts: LineFacts | None, age: int | None, today: date) -> tuple[RowWarning, ...]:
    """List what a line warns of, the most urgent first; `age`: days since its newest version was seen."""
    if line.scope is Scope.OUT:
        return ()
    if not line.is_device:
        return (_undecided(line),)
    if facts is None:
        return ()
    found = (
        _known_weakness(line, facts, today),
        _state_warning(line, facts, today),
        _support(facts, today),
        _stale(line, age),
    )
    return tuple(one for one in found if one is not None)


def _undecided(line: Line) -> RowWarning:
    if line.product is not None:
        mark = Mark("alert", translate("LineRows", "告知の対象か決まっていません"), "alert", is_bold=True)
        return RowWarning(mark, translate("LineRows", "右で対象か対象外かを決めます。"))
    mark = Mark("alert", translate("LineRows", "カタログの製品と一致しません"), "alert", is_bold=True)
    if line.candidate_ids:
        return RowWarning(mark, translate("LineRows", "右の候補から選びます。"))
    return RowWarning(mark, translate("LineRows", "右で製品をさがすか、対象外にします。"))


def _known_weakness(line: Line, facts: LineFacts, today: date) -> RowWarning | None:
    hits = [one for one in facts.findings if one.verdict is Verdict.AFFECTED]
    if not hits:
        return None
    exploited = [one for one in hits if one.kev_added is not None]
    if exploited:
        words = translate("LineRows", "攻撃に使われている弱点 {count}件").format(count=len(exploited))
        mark = Mark("alert", words, "alert", is_bold=True)
    else:
        mark = Mark(
            "caution", translate("LineRows", "弱点 {count}件").format(count=len(hits)), "warn", is_bold=True
        )
    if line.update_planned_on is not None:
        when = day_in_prose(line.update_planned_on, today)
        return RowWarning(mark, translate("LineRows", "{day} に更新します。").format(day=when))
    target = _fix(exploited or hits)
    if not target:
        return RowWarning(mark, translate("LineRows", "対処は④で説明します。"))
    text = translate("LineRows", "納品前に {version} へ更新します。").format(version=target)
    return RowWarning(mark, text, translate("LineRows", "更新の予定日を決める"), Remedy.PLAN_UPDATE)


def _fix(findings: list[Finding]) -> str:
    return next((one.fixed_in[-1] for one in findings if one.fixed_in), "")


def _state_warning(line: Line, facts: LineFacts, today: date) -> RowWarning | None:
    match facts.state:
        case VersionState.NOT_RECORDED if line.version_due is None:
            mark = Mark("caution", translate("LineRows", "版が未記録"), "warn")
            return RowWarning(
                mark,
                translate("LineRows", "納品の日に記録します。"),
                translate("LineRows", "あとで記録する"),
                Remedy.RECORD_LATER,
            )
        case VersionState.NOT_RECORDED:
            mark = Mark("caution", translate("LineRows", "版が未記録"), "warn")
            due = day_in_prose(line.version_due, today) if line.version_due else ""
            return RowWarning(mark, translate("LineRows", "{day} に記録します。").format(day=due))
        case VersionState.WITHDRAWN:
            mark = Mark("alert", translate("LineRows", "メーカーが取り下げた版です"), "alert", is_bold=True)
            return RowWarning(
                mark,
                translate("LineRows", "別の版に入れ替えます。"),
                translate("LineRows", "更新の予定日を決める"),
                Remedy.PLAN_UPDATE,
            )
        case VersionState.NO_FIX:
            mark = Mark("alert", translate("LineRows", "弱点を直す予定がない版です"), "alert", is_bold=True)
            return RowWarning(mark, translate("LineRows", "使い方や買い替えを相談します。"))
        case VersionState.UNDECIDABLE:
            return RowWarning(
                Mark("unknown", translate("LineRows", "判定できません"), "warn"),
                translate("LineRows", "メーカーの情報と版を見比べます。"),
            )
        case _:
            return None


def _support(facts: LineFacts, today: date) -> RowWarning | None:
    for stated in facts.lifecycle:
        state = support_state(stated.ends, today)
        if state is SupportState.ENDED:
            mark = Mark(
                "alert",
                translate("LineRows", "{what}を過ぎています").format(what=lifecycle_name(stated.kind)),
                "alert",
            )
            return RowWarning(
                mark, translate("LineRows", "{day} まででした。").format(day=partial_in_prose(stated.ends))
            )
        if state is SupportState.ENDING:
            mark = Mark(
                "caution",
                translate("LineRows", "{what}が近づいています").format(what=lifecycle_name(stated.kind)),
                "warn",
            )
            return RowWarning(
                mark, translate("LineRows", "{day} までです。").format(day=partial_in_prose(stated.ends))
            )
    return None


def _stale(line: Line, age: int | None) -> RowWarning | None:
    if not is_stale(line, age):
        return None
    mark = Mark("caution", translate("LineRows", "最新版の確認から90日を過ぎています"))
    return RowWarning(mark, "", translate("LineRows", "きょう確かめる"), Remedy.CONFIRM_LATEST)


def is_stale(line: Line, age: int | None) -> bool:
    """Tell whether the newest version, seen `age` days ago, has to be confirmed anew."""
    return age is not None and age > CONFIRM_AFTER_DAYS and line.latest_confirmed_on is None
