"""Turn the pack's paragraphs into the text of this sale.

A paragraph is printed when its condition holds; its placeholders are filled from the sale's facts. Both
vocabularies stand here, so that a pack can be checked before it is used.
"""

import string
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from jcssa_desktop.domain.disclosure import Answer, ContractState, Disclosure, Line, Work
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState
from jcssa_desktop.domain.guideline import GuidelinePack, ItemText
from jcssa_desktop.domain.lifecycle import LifecycleKind, SupportState, support_state
from jcssa_desktop.domain.plan import CompanyProfile, PlanKind, ServicePlan
from jcssa_desktop.domain.record import LineFacts, PrintedItem

NAMED_DEVICES = 3
"""So many models are named in a sentence; the others are counted."""


class SaleFacts(Struct, frozen=True):
    """What conditions and placeholders are computed from."""

    disclosure: Disclosure
    facts: tuple[LineFacts, ...]
    plans: tuple[ServicePlan, ...]
    company: CompanyProfile
    today: date

    @property
    def english(self) -> bool:
        """Whether the sheet is written in English."""
        return self.disclosure.language == "en"

    def lines_where(self, holds: Callable[[Line], bool]) -> tuple[Line, ...]:
        """Return the devices for which `holds` is true."""
        return tuple(line for line in self.disclosure.devices if holds(line))

    def answered(self, answer: Answer) -> tuple[Line, ...]:
        """Return the devices for which the customer gave this answer."""
        return self.lines_where(lambda line: self.disclosure.intent(line.line_id).answer is answer)

    def in_state(self, *states: VersionState) -> tuple[Line, ...]:
        """Return the devices whose state mark is one of these."""
        chosen = {one.line_id for one in self.facts if one.state in states}
        return self.lines_where(lambda line: line.line_id in chosen)

    def affected(self, chosen: Callable[[Finding], bool] = lambda _: True) -> tuple[Line, ...]:
        """Return the devices with an affected finding that is `chosen`."""
        hit = {
            one.line_id
            for one in self.facts
            if any(finding.verdict is Verdict.AFFECTED and chosen(finding) for finding in one.findings)
        }
        return self.lines_where(lambda line: line.line_id in hit)

    def supported(self, *states: SupportState) -> tuple[Line, ...]:
        """Return the devices of which an end of support or of fixes stands so today."""
        kinds = {
            LifecycleKind.END_OF_SUPPORT,
            LifecycleKind.END_OF_SECURITY_FIXES,
            LifecycleKind.END_OF_FIRMWARE,
        }
        hit = {
            one.line_id
            for one in self.facts
            if any(
                stated.kind in kinds and support_state(stated.ends, self.today) in states
                for stated in one.lifecycle
            )
        }
        return self.lines_where(lambda line: line.line_id in hit)


def _covered(sale: SaleFacts) -> tuple[Line, ...]:
    return sale.lines_where(lambda line: line.contract is ContractState.CONTRACT)


def _uncovered(sale: SaleFacts) -> tuple[Line, ...]:
    return sale.lines_where(lambda line: line.contract is not ContractState.CONTRACT)


def _set_up_by_us(sale: SaleFacts) -> tuple[Line, ...]:
    return sale.lines_where(lambda line: bool(set(line.work) - {Work.SALE_ONLY}))


def _exploited(sale: SaleFacts) -> tuple[Line, ...]:
    return sale.affected(lambda finding: finding.kev_added is not None)


def _outdated(sale: SaleFacts) -> tuple[Line, ...]:
    """Select the devices for which a version newer than the delivered one is known to exist."""
    known = {
        one.line_id
        for one in sale.facts
        if one.state is VersionState.NEWER_EXISTS
        or (one.latest and one.latest.version != one.version)
        or any(found.fixed_in for found in one.findings)
    }
    outdated = sale.in_state(VersionState.UPDATE_NEEDED, VersionState.NEWER_EXISTS)
    return tuple(line for line in outdated if line.line_id in known)


_SELECTIONS: Mapping[str, Callable[[SaleFacts], tuple[Line, ...]]] = MappingProxyType(
    {
        "devices": lambda sale: sale.disclosure.devices,
        "covered": _covered,
        "uncovered": _uncovered,
        "set_up_by_us": _set_up_by_us,
        "affected": SaleFacts.affected,
        "exploited": _exploited,
        "ransomware": lambda sale: sale.affected(lambda finding: finding.kev_ransomware),
        "no_fix": lambda sale: sale.in_state(VersionState.NO_FIX),
        "withdrawn": lambda sale: sale.in_state(VersionState.WITHDRAWN),
        "outdated": _outdated,
        "same_as_latest": lambda sale: sale.in_state(VersionState.SAME_AS_LATEST),
        "undecidable": lambda sale: sale.in_state(VersionState.UNDECIDABLE),
        "not_recorded": lambda sale: sale.in_state(VersionState.NOT_RECORDED),
        "considering": lambda sale: sale.answered(Answer.CONSIDERING),
        "declined": lambda sale: sale.answered(Answer.DECLINED),
        "spot": lambda sale: sale.answered(Answer.SPOT),
        "contracted": lambda sale: sale.answered(Answer.CONTRACT),
        "ended": lambda sale: sale.supported(SupportState.ENDED),
        "ending": lambda sale: sale.supported(SupportState.ENDING),
        "unpublished": lambda sale: sale.supported(SupportState.UNPUBLISHED),
    }
)
"""The devices of a sale that a condition is about; the condition holds when there is one."""

CONDITIONS = frozenset(
    {"always", "nothing_found", "all_covered", "none_covered", *(f"any_{name}" for name in _SELECTIONS)}
)

PLACEHOLDERS = frozenset(
    {
        *_SELECTIONS,
        "reseller",
        "desk",
        "telephone",
        "customer",
        "explained_on",
        "as_of",
        "exploited_cves",
        "contract_plans",
        "spot_plans",
        "includes",
        "excludes",
        "services",
        "due",
        "update_planned_on",
    }
)


def conditions(sale: SaleFacts) -> frozenset[str]:
    """Return the conditions that hold for a sale."""
    holding = {"always"}
    holding |= {f"any_{name}" for name, select in _SELECTIONS.items() if select(sale)}
    if not sale.affected() and any(one.state is not VersionState.NOT_RECORDED for one in sale.facts):
        holding.add("nothing_found")
    if sale.disclosure.devices:
        holding.add("none_covered" if not _covered(sale) else "any_covered")
        if not _uncovered(sale):
            holding.add("all_covered")
    return frozenset(holding)


def printed_items(
    pack: GuidelinePack,
    disclosure: Disclosure,
    facts: tuple[LineFacts, ...],
    plans: tuple[ServicePlan, ...],
    company: CompanyProfile,
    today: date,
) -> tuple[PrintedItem, ...]:
    """Write the eight items for a sale; a wording that was changed for this sale stands for the pack's."""
    sale = SaleFacts(disclosure, facts, plans, company, today)
    holding = conditions(sale)
    values = _values(sale)
    return tuple(
        PrintedItem(
            item.number,
            item.title,
            item.short,
            disclosure.item(item.number).wording or _text(item, holding, values, english=sale.english),
            item.clause,
        )
        for item in sorted(pack.items, key=lambda one: one.number)
    )


def _text(item: ItemText, holding: frozenset[str], values: Mapping[str, str], *, english: bool) -> str:
    chosen = [paragraph.text for paragraph in item.paragraphs if paragraph.when in holding]
    joined = (" " if english else "").join(chosen)
    return string.Formatter().vformat(joined, (), values)


def _values(sale: SaleFacts) -> dict[str, str]:
    values = {name: _named(select(sale), english=sale.english) for name, select in _SELECTIONS.items()}
    intents = sale.disclosure.intents
    considering = [one.due for one in intents if one.answer is Answer.CONSIDERING and one.due]
    planned = [line.update_planned_on for line in sale.disclosure.devices if line.update_planned_on]
    seen = [one.latest.observed_on for one in sale.facts if one.latest]
    values |= {
        "reseller": sale.company.name,
        "desk": sale.company.desk_name or sale.company.name,
        "telephone": sale.company.telephone,
        "customer": sale.disclosure.customer.name,
        "explained_on": _day(sale.disclosure.explained_on, english=sale.english),
        "as_of": _day(max(seen, default=sale.today), english=sale.english),
        "exploited_cves": _exploited_cves(sale),
        "contract_plans": _plan_names(sale, PlanKind.CONTRACT),
        "spot_plans": _plan_names(sale, PlanKind.SPOT),
        "includes": _plan_parts(sale, "includes"),
        "excludes": _plan_parts(sale, "excludes"),
        "services": _services(sale),
        "due": _day(min(considering, default=None), english=sale.english),
        "update_planned_on": _day(min(planned, default=None), english=sale.english),
    }
    return values


def _named(lines: tuple[Line, ...], *, english: bool) -> str:
    """Name the models: `FortiGate 60F、RTX830`, beyond three `FortiGate 60F、RTX830、WLX222 ほか2機種`."""
    models = list(dict.fromkeys(line.product.model for line in lines if line.product))
    named, more = models[:NAMED_DEVICES], len(models) - NAMED_DEVICES
    text = _listed(tuple(named), english=english)
    if more <= 0:
        return text
    return f"{text} and {more} more" if english else f"{text} ほか{more}機種"


def _listed(names: tuple[str, ...], *, english: bool) -> str:
    return (", " if english else "、").join(names)


def _exploited_cves(sale: SaleFacts) -> str:
    """Name the advisories that are known to be exploited, and no other: `CVE-1、CVE-2、CVE-3 ほか2件`."""
    known = list(
        dict.fromkeys(
            finding.advisory_id
            for one in sale.facts
            for finding in one.findings
            if finding.verdict is Verdict.AFFECTED and finding.kev_added
        )
    )
    text = _listed(tuple(known[:NAMED_DEVICES]), english=sale.english)
    more = len(known) - NAMED_DEVICES
    if more <= 0:
        return text
    return f"{text} and {more} more" if sale.english else f"{text} ほか{more}件"


def _plan_names(sale: SaleFacts, kind: PlanKind) -> str:
    return _listed(tuple(one.name for one in sale.plans if one.kind is kind), english=sale.english)


def _plan_parts(sale: SaleFacts, part: str) -> str:
    """Say of each plan what it includes or excludes, a sentence for each: 「標準」は、…。「簡易」は、…."""
    frame = "{name}: {text}" if sale.english else "「{name}」は、{text}"
    return (". " if sale.english else "。").join(
        frame.format(name=plan.name, text=getattr(plan, part).rstrip("。."))
        for plan in sale.plans
        if getattr(plan, part)
    )


def _day(day: date | None, *, english: bool) -> str:
    if day is None:
        return ""
    return f"{day.day} {day:%B %Y}" if english else f"{day.year}年{day.month}月{day.day}日"


def _services(sale: SaleFacts) -> str:
    """Say of each plan in a line of its own what it includes and what not."""
    frames = (
        ("{name}: {includes}.", " Not included: {excludes}.")
        if sale.english
        else ("「{name}」：{includes}。", "含まないもの：{excludes}。")
    )
    return "".join(
        "\n"
        + frames[0].format(name=plan.name, includes=plan.includes.rstrip("。."))
        + (frames[1].format(excludes=plan.excludes.rstrip("。.")) if plan.excludes else "")
        for plan in sale.plans
    )
