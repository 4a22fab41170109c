"""This sale's facts for each of the eight items, as rows of mark, product, statement, source and day."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.catalogue import InformationSource
from jcssa_desktop.domain.disclosure import Answer, Disclosure, Line, Work
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.domain.plan import PlanKind, ServicePlan
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.services.drafts import DisclosureView
from jcssa_desktop.ui.messages import (
    confidence_words,
    day_in_prose,
    finding_mark,
    information_name,
    lifecycle_name,
    partial_in_prose,
)
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.wizard.words import answer_mark, mark_of_version, plan_price

translate = QCoreApplication.translate


class FactRow(Struct, frozen=True):
    """One fact.

    `state` is a mark, or a plain word. `strong` is the part of the statement that must not be overlooked,
    `link` a way on that leads to the line `line_id`; `is_price`: `support` is a price.
    """

    state: Mark | str
    title: str
    support: str = ""
    text: str = ""
    strong: str = ""
    after: str = ""
    source: str = ""
    link: str = ""
    line_id: str = ""
    is_price: bool = False


class SaleFacts(Struct, frozen=True):
    """What the rows are made of; `today` decides whether a day is told with its year."""

    disclosure: Disclosure
    view: DisclosureView
    today: date

    def devices(self) -> tuple[tuple[Line, LineFacts], ...]:
        """Pair each device with its facts."""
        pairs = ((line, self.view.facts_of(line.line_id)) for line in self.disclosure.devices)
        return tuple((line, facts) for line, facts in pairs if facts is not None)

    def day(self, day: date) -> str:
        """Write a day."""
        return day_in_prose(day, self.today)

    def seen(self, source: str, day: date) -> str:
        """Write a source with the day it was seen."""
        return translate("ItemFacts", "{source}（{day}確認）").format(source=source, day=self.day(day))


def fact_rows(number: ItemNumber, sale: SaleFacts) -> tuple[FactRow, ...]:
    """Say what this sale adds to an item; none for ①, which shows the responsibility matrix."""
    tellers: dict[ItemNumber, Callable[[SaleFacts], tuple[FactRow, ...]]] = {
        ItemNumber.LATEST_VERSION: _versions,
        ItemNumber.RISK: _risks,
        ItemNumber.SERVICE_PLANS: _plans,
        ItemNumber.PAID_SERVICES: _services,
        ItemNumber.EXCLUSIONS: _works,
        ItemNumber.INFORMATION_DUTY: _sources,
        ItemNumber.MAINTENANCE_PROPOSAL: _proposals,
    }
    tell = tellers.get(number)
    return tell(sale) if tell else ()


def _versions(sale: SaleFacts) -> tuple[FactRow, ...]:
    return tuple(_latest(sale, line, facts) for line, facts in sale.devices())


def _risks(sale: SaleFacts) -> tuple[FactRow, ...]:
    return tuple(row for line, facts in sale.devices() for row in _risks_of(sale, line, facts))


def _plans(sale: SaleFacts) -> tuple[FactRow, ...]:
    return tuple(_plan(plan) for plan in sale.view.plans)


def _services(sale: SaleFacts) -> tuple[FactRow, ...]:
    return tuple(_service(plan) for plan in sale.view.plans)


def _proposals(sale: SaleFacts) -> tuple[FactRow, ...]:
    return tuple(_proposal(sale, line, facts) for line, facts in sale.devices())


def _delivered(facts: LineFacts) -> str:
    if not facts.version:
        return translate("ItemFacts", "版が未記録")
    return translate("ItemFacts", "納品時 {version}").format(version=facts.version)


def _latest(sale: SaleFacts, line: Line, facts: LineFacts) -> FactRow:
    state = mark_of_version(facts.state)
    row = FactRow(state, facts.model, _delivered(facts))
    if facts.state is VersionState.NOT_RECORDED:
        row = replace(row, link=translate("ItemFacts", "版を記録する"), line_id=line.line_id)
    ends = [
        translate("ItemFacts", "{what} {day}").format(
            what=lifecycle_name(one.kind), day=partial_in_prose(one.ends)
        )
        for one in facts.lifecycle
    ]
    if facts.latest is None:
        text = translate("ItemFacts", "最新版の確認記録がありません。")
        return replace(row, text=text, source="・".join(ends))
    seen = facts.latest.observed_on
    again = ""
    if line.latest_confirmed_on is not None and line.latest_confirmed_on > seen:
        again = translate("ItemFacts", "{day}に当社が再確認").format(day=sale.day(line.latest_confirmed_on))
    return replace(
        row,
        text=translate("ItemFacts", "{day}に確認した最新版は ").format(day=sale.day(seen)),
        strong=facts.latest.version,
        after=translate("ItemFacts", " です。"),
        source="・".join(filter(None, (sale.seen(facts.latest.source, seen), again, *ends))),
    )


def _risks_of(sale: SaleFacts, line: Line, facts: LineFacts) -> tuple[FactRow, ...]:
    if not facts.version:
        state = Mark("unknown", translate("ItemFacts", "不明"), is_bold=True)
        text = translate("ItemFacts", "納品時の版が分かると判定できます。")
        link = translate("ItemFacts", "版を記録する")
        return (FactRow(state, facts.model, _delivered(facts), text, link=link, line_id=line.line_id),)
    hits = [one for one in facts.findings if one.verdict is Verdict.AFFECTED]
    unknown = [one for one in facts.findings if one.verdict is Verdict.UNKNOWN]
    rows = [_hit(sale, facts, one) for one in sorted(hits, key=lambda one: one.kev_added is None)]
    rows += [_undecidable(sale, facts, one) for one in unknown]
    return tuple(rows) or (_no_hit(sale, facts),)


def _summary(sale: SaleFacts, finding: Finding) -> str:
    """Say the weakness in the disclosure's language, else in the source's words."""
    is_english = sale.disclosure.language == "en"
    return (finding.summary_en if is_english else finding.summary_ja) or finding.stated


def _advice(sale: SaleFacts, finding: Finding) -> str:
    return finding.advice_en if sale.disclosure.language == "en" else finding.advice_ja


def _identifiers(sale: SaleFacts, finding: Finding) -> str:
    source = finding.source
    if finding.kev_added is not None:
        source = translate("ItemFacts", "{source}、KEV").format(source=source)
    parts = (finding.advisory_id, confidence_words(finding.confidence), sale.seen(source, finding.seen_on))
    return "・".join(parts)


def _remedy(sale: SaleFacts, finding: Finding) -> str:
    if finding.no_fix:
        return translate("ItemFacts", "メーカーに直す予定はありません。") + _advice(sale, finding)
    if finding.fixed_in:
        versions = "、".join(finding.fixed_in)
        return translate("ItemFacts", "{version} への更新で直ります。").format(version=versions)
    return _advice(sale, finding)


def _hit(sale: SaleFacts, facts: LineFacts, finding: Finding) -> FactRow:
    exploited = finding.kev_added is not None
    strong = translate("ItemFacts", "実際の攻撃に使われています。") if exploited else ""
    if finding.kev_ransomware:
        strong += translate("ItemFacts", "身代金を求める攻撃にも使われました。")
    return FactRow(
        replace(finding_mark(finding), is_bold=True),
        facts.model,
        _delivered(facts),
        _summary(sale, finding),
        strong=strong,
        after=_remedy(sale, finding),
        source=_identifiers(sale, finding),
    )


def _undecidable(sale: SaleFacts, facts: LineFacts, finding: Finding) -> FactRow:
    return FactRow(
        replace(finding_mark(finding), is_bold=True),
        facts.model,
        _delivered(facts),
        _summary(sale, finding),
        strong=translate("ItemFacts", "この版が当たるか、公表された範囲からは判定できません。"),
        source=_identifiers(sale, finding),
    )


def _no_hit(sale: SaleFacts, facts: LineFacts) -> FactRow:
    checked = [sale.seen(one.source, one.seen_on) for one in facts.findings]
    return FactRow(
        Mark("none", translate("ItemFacts", "登録なし"), is_bold=True),
        facts.model,
        _delivered(facts),
        translate("ItemFacts", "この版に当たる登録は見つかりません。"),
        strong=translate("ItemFacts", "安全を意味しません。"),
        source="、".join(dict.fromkeys(checked)),
    )


def _plan(plan: ServicePlan) -> FactRow:
    return FactRow(_kind(plan), plan.name, plan_price(plan), plan.includes, is_price=True)


def _service(plan: ServicePlan) -> FactRow:
    excludes = translate("ItemFacts", "含まないもの：{excludes}").format(excludes=plan.excludes)
    return FactRow(_kind(plan), plan.name, plan_price(plan), plan.includes, after=excludes, is_price=True)


def _kind(plan: ServicePlan) -> str:
    if plan.kind is PlanKind.CONTRACT:
        return translate("ItemFacts", "保守契約")
    return translate("ItemFacts", "スポット")


def _works(sale: SaleFacts) -> tuple[FactRow, ...]:
    """Say on which devices we worked: there our own work is what we answer for."""
    return tuple(_work(line, facts) for line, facts in sale.devices())


def _work(line: Line, facts: LineFacts) -> FactRow:
    names = {
        Work.INSTALLATION: translate("ItemFacts", "設置"),
        Work.INITIAL_SETUP: translate("ItemFacts", "初期設定"),
        Work.CONSTRUCTION: translate("ItemFacts", "構築"),
    }
    done = [names[work] for work in line.work if work in names]
    count = translate("ItemFacts", "{count}台").format(count=line.quantity)
    if not done:
        text = translate("ItemFacts", "当社は設置や設定を行いません。")
        return FactRow(translate("ItemFacts", "販売のみ"), facts.model, count, text)
    text = translate("ItemFacts", "当社の作業：{works}").format(works="、".join(done))
    return FactRow(translate("ItemFacts", "作業あり"), facts.model, count, text)


def _sources(sale: SaleFacts) -> tuple[FactRow, ...]:
    rows = []
    for maker in sale.view.maker_sources:
        text = "\n".join(_source_line(source) for source in maker.sources)
        checked = max((source.checked_on for source in maker.sources), default=None)
        rows.append(
            FactRow(
                translate("ItemFacts", "メーカー"),
                maker.maker_name,
                text=text or translate("ItemFacts", "窓口の記録がありません。"),
                source=translate("ItemFacts", "{day}確認").format(day=sale.day(checked)) if checked else "",
            )
        )
    return tuple(rows)


def _source_line(source: InformationSource) -> str:
    name = translate("ItemFacts", "{kind}：").format(kind=information_name(source.kind))
    return " ".join(filter(None, (name, source.url, source.telephone, source.note)))


def _proposal(sale: SaleFacts, line: Line, facts: LineFacts) -> FactRow:
    intent = sale.disclosure.intent(line.line_id)
    names = {plan.plan_id: plan.name for plan in sale.view.plans}
    offered = [names[one] for one in (intent.contract_plan_id, intent.spot_plan_id) if one in names]
    if not offered:
        offered = [plan.name for plan in sale.view.plans if plan.category in ("", facts.category)]
    due = ""
    if intent.answer is Answer.CONSIDERING and intent.due is not None:
        due = translate("ItemFacts", "お返事の期限 {day}").format(day=sale.day(intent.due))
    return FactRow(
        answer_mark(intent.answer),
        facts.model,
        translate("ItemFacts", "{count}台").format(count=line.quantity),
        translate("ItemFacts", "ご提案：{plans}").format(plans="、".join(offered) or "―"),
        source=due,
    )
