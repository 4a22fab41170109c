from datetime import date

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Cvss, Entitlement, Scope
from jcssa_desktop.domain.disclosure import Line, ProductReference
from jcssa_desktop.domain.finding import (
    Confidence,
    Finding,
    LatestVersion,
    StatedLifecycle,
    Verdict,
    VersionState,
)
from jcssa_desktop.domain.lifecycle import LifecycleKind, PartialDate
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.ui.wizard.line_warnings import Remedy, row_warnings

TODAY = date(2026, 11, 24)
LINE = Line(
    "line-1",
    text="FortiGate 60F",
    scope=Scope.IN,
    product=ProductReference("fortinet:fortigate60f", "フォーティネット", "FortiGate 60F", "FG-60F"),
    version="7.4.8",
)
FACTS = LineFacts(
    line_id="line-1",
    maker_id="fortinet",
    maker_name="フォーティネット",
    model="FortiGate 60F",
    part_number="FG-60F",
    category="firewall",
    use="",
    family="FortiOS",
    entitlement=Entitlement.CONTRACT,
    version="7.4.8",
    state=VersionState.SAME_AS_LATEST,
    latest=LatestVersion("7.4.8", TODAY, "Fortinet"),
)
HIT = Finding(
    advisory_id="CVE-2026-0001",
    ids=(),
    verdict=Verdict.AFFECTED,
    confidence=Confidence.EXACT,
    stated="7.4.0 - 7.4.10",
    source="Fortinet PSIRT",
    seen_on=TODAY,
    fixed_in=("7.4.11",),
    cvss=(Cvss("3.1", 9.8, "NVD"),),
)


def said(line: Line, facts: LineFacts | None, age: int | None = 0) -> list[str]:
    return [f"{one.mark.word}：{one.text}" for one in row_warnings(line, facts, age, TODAY)]


def test_a_line_in_order_warns_of_nothing() -> None:
    assert said(LINE, FACTS) == []


def test_an_exploited_weakness_comes_first_with_what_to_do() -> None:
    facts = replace(FACTS, findings=(HIT, replace(HIT, kev_added=date(2026, 1, 1))))
    (warning,) = row_warnings(LINE, facts, 0, TODAY)
    assert warning.mark.word == "攻撃に使われている弱点 1件"
    assert warning.text == "納品前に 7.4.11 へ更新します。"
    assert warning.remedy is Remedy.PLAN_UPDATE


def test_a_planned_update_is_told_with_its_day() -> None:
    line = replace(LINE, update_planned_on=date(2026, 11, 27))
    assert said(line, replace(FACTS, findings=(HIT,))) == ["弱点 1件：11月27日 に更新します。"]


def test_a_weakness_without_a_known_fix_promises_none() -> None:
    assert said(LINE, replace(FACTS, findings=(replace(HIT, fixed_in=()),))) == [
        "弱点 1件：対処は④で説明します。"
    ]


@pytest.mark.parametrize("verdict", [Verdict.NOT_AFFECTED, Verdict.UNKNOWN])
def test_only_what_is_affected_counts_as_a_weakness(verdict: Verdict) -> None:
    assert said(LINE, replace(FACTS, findings=(replace(HIT, verdict=verdict),))) == []


def test_an_unrecorded_version_is_recorded_now_or_on_a_day() -> None:
    facts = replace(FACTS, version="", state=VersionState.NOT_RECORDED)
    (warning,) = row_warnings(replace(LINE, version=""), facts, 0, TODAY)
    assert (warning.mark.word, warning.remedy) == ("版が未記録", Remedy.RECORD_LATER)
    due = replace(LINE, version="", version_due=date(2026, 12, 4))
    assert said(due, facts) == ["版が未記録：12月4日 に記録します。"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (VersionState.WITHDRAWN, "メーカーが取り下げた版です"),
        (VersionState.NO_FIX, "弱点を直す予定がない版です"),
        (VersionState.UNDECIDABLE, "判定できません"),
    ],
)
def test_an_unfavourable_version_is_told(state: VersionState, words: str) -> None:
    assert said(LINE, replace(FACTS, state=state))[0].startswith(words)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-10", ["サポートの終了を過ぎています：2026年10月 まででした。"]),
        ("2027-02", ["サポートの終了が近づいています：2027年2月 までです。"]),
        ("2030-01", []),
        ("unpublished", []),
    ],
)
def test_the_end_of_support_is_told_as_exactly_as_it_is_known(ends: str, expected: list[str]) -> None:
    stated = StatedLifecycle(LifecycleKind.END_OF_SUPPORT, PartialDate.parse(ends), "maker", TODAY)
    assert said(LINE, replace(FACTS, lifecycle=(stated,))) == expected


def test_an_old_observation_is_confirmed_anew() -> None:
    (warning,) = row_warnings(LINE, FACTS, 91, TODAY)
    assert warning.remedy is Remedy.CONFIRM_LATEST
    assert said(LINE, FACTS, 90) == []
    assert said(replace(LINE, latest_confirmed_on=TODAY), FACTS, 91) == []
    assert said(LINE, FACTS, None) == []


def test_a_line_without_a_product_asks_for_one() -> None:
    open_line = replace(LINE, product=None, scope=Scope.CHECK)
    assert said(open_line, None) == ["カタログの製品と一致しません：右で製品をさがすか、対象外にします。"]
    near = replace(open_line, candidate_ids=("a",))
    assert said(near, None) == ["カタログの製品と一致しません：右の候補から選びます。"]


def test_a_line_out_of_scope_warns_of_nothing() -> None:
    assert said(replace(LINE, scope=Scope.OUT), replace(FACTS, findings=(HIT,))) == []
