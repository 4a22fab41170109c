"""The sheet's facts in a form that a quotation can carry: headings, paragraphs and tables.

`annex_text`, `annex_word` and `annex_workbook` write it down. Made from a sealed record or, before the sale
is explained, from one that is not sealed yet and has no number.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.annex_texts import AnnexTexts
from jcssa_desktop.documents.sheet.devices import support_end, version_as_delivered
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.documents.sheet.intents import remark
from jcssa_desktop.documents.sheet.labels import about_labels, labels_of, registered_services
from jcssa_desktop.domain.disclosure import Answer
from jcssa_desktop.domain.finding import Finding, StatedLifecycle, Verdict, VersionState
from jcssa_desktop.domain.guideline import Party, TaskSide
from jcssa_desktop.domain.lifecycle import LifecycleKind
from jcssa_desktop.domain.plan import PlanKind, ServicePlan

Value = str | int | date | None
"""What stands in a cell: numbers and days stay such, so that a spreadsheet can reckon with them."""


class AnnexTable(Struct, frozen=True):
    """Heads, the share of the width that each column takes, and rows."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]


class AnnexPart(Struct, frozen=True):
    """A heading with what stands under it: paragraphs (a name in bold or "", and words), a table, a note."""

    heading: str
    paragraphs: tuple[tuple[str, str], ...] = ()
    table: AnnexTable | None = None
    note: str = ""


class Annex(Struct, frozen=True):
    """The whole annex; `facts` are labels and values for its top."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[AnnexPart, ...]


def annex_of(edition: Edition, texts: AnnexTexts) -> Annex:
    """Gather the annex of a sale; a part about which there is nothing to say is left out.

    The letters are those of the sheet, since the eight items refer to its boxes by them.
    """
    parts = (
        ("AH", _devices(edition, texts)),
        ("B", _tasks(edition, texts)),
        ("CI", _findings(edition, texts)),
        ("D", _offers(edition, texts)),
        ("", _plans(edition, texts)),
        ("F", _items(edition, texts)),
        ("", _clauses(edition, texts)),
        ("EL", _places(edition, texts)),
    )
    join = edition.texts.page.works_separator.join
    return Annex(
        title=texts.title,
        lead=texts.lead.format(count=edition.kinds_units(edition.devices)),
        facts=_facts(edition, texts),
        parts=tuple(
            replace(part, heading=texts.box.format(letter=join(letters), heading=part.heading))
            if letters
            else part
            for letters, part in parts
            if part
        ),
    )


def _facts(edition: Edition, texts: AnnexTexts) -> tuple[tuple[str, str], ...]:
    record, labels = edition.record, texts.labels
    company, disclosure = record.company, record.disclosure
    desk = edition.spaced(company.desk_name, company.telephone, company.hours, company.email)
    pairs = (
        (labels.customer, edition.spaced(disclosure.customer.name, disclosure.customer.department)),
        (labels.quotation, disclosure.sale.quotation_number),
        (labels.document, record.document_number),
        (labels.reseller, edition.spaced(company.name, company.department, edition.explainer)),
        (labels.desk, desk),
        (labels.facts_on, edition.long_day(record.facts_as_of)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _devices(edition: Edition, texts: AnnexTexts) -> AnnexPart:
    words = texts.devices
    if not edition.devices:
        return AnnexPart(words.heading, (("", words.none),))
    heads = (
        words.number,
        words.device,
        words.quantity,
        words.version,
        words.latest,
        words.seen_on,
        words.source,
        words.state,
        words.support,
        words.contract,
    )
    rows = tuple(_device(edition, texts, device) for device in edition.devices)
    labels = [
        texts.label_value.format(label=device.facts.model, value=label.replace("\u200b", ""))
        for device in edition.devices
        for label in labels_of(edition, device)
    ]
    note = "\n".join([*labels, about_labels(edition)]) if labels else ""
    return AnnexPart(
        words.heading, note=note, table=AnnexTable(heads, (5, 15, 5, 11, 11, 11, 15, 10, 11, 8), rows)
    )


def _device(edition: Edition, texts: AnnexTexts, device: Device) -> tuple[Value, ...]:
    facts, latest = device.facts, device.facts.latest
    part_number = facts.part_number or device.line.part_number
    named = part_number and part_number != facts.model
    ends = support_end(device)
    return (
        device.number,
        texts.devices.named.format(model=facts.model, part_number=part_number) if named else facts.model,
        device.line.quantity,
        version_as_delivered(edition, device),
        latest.version if latest else edition.texts.devices.latest_unknown,
        latest.observed_on if latest else None,
        edition.source(latest.source) if latest else "",
        edition.texts.states.words[facts.state].replace("\u200b", ""),
        _support(edition, ends),
        texts.devices.covered if device.covered else texts.devices.uncovered,
    )


def _support(edition: Edition, ends: StatedLifecycle | None) -> str:
    """Write the end of support; another end, such as that of fixes, is called by its name."""
    if ends is None:
        return edition.texts.devices.support_unknown
    day = edition.aligned(ends.ends)
    if ends.kind is LifecycleKind.END_OF_SUPPORT:
        return day
    return f"{edition.texts.device_table.kinds[ends.kind]} {day}"


def _findings(edition: Edition, texts: AnnexTexts) -> AnnexPart:
    words = texts.findings
    risks = edition.texts.risks
    pending = [device for device in edition.devices if device.facts.state is VersionState.NOT_RECORDED]
    note = words.meaning
    if pending:
        note = risks.not_compared.format(count=edition.kinds_units(pending)) + note
    found: dict[Finding, list[str]] = {}
    for device in edition.devices:
        for verdict in (Verdict.AFFECTED, Verdict.UNKNOWN):
            for finding in device.with_verdict(verdict):
                found.setdefault(finding, []).append(device.facts.model)
    if not found:
        none = words.none if edition.record.used_sources else risks.nothing_checked
        return AnnexPart(words.heading, (("", none),), note=note)
    order = sorted(found, key=lambda one: (one.verdict is not Verdict.AFFECTED, one.kev_added is None))
    rows = tuple(_finding(edition, texts, finding, found[finding]) for finding in order)
    heads = (
        words.verdict,
        words.number,
        words.device,
        words.content,
        words.fixed,
        words.exploited,
        words.source,
    )
    return AnnexPart(words.heading, table=AnnexTable(heads, (10, 16, 13, 30, 11, 12, 16), rows), note=note)


def _finding(edition: Edition, texts: AnnexTexts, finding: Finding, models: list[str]) -> tuple[Value, ...]:
    table = edition.texts.finding_table
    summary = edition.summary(finding) or table.not_stated
    fixed = edition.listed(finding.fixed_in) or (table.no_fix if finding.no_fix else table.not_stated)
    return (
        edition.texts.states.verdicts[finding.verdict],
        finding.advisory_id,
        edition.listed(dict.fromkeys(models)),
        edition.texts.formats.word_space.join(filter(None, (summary, edition.advice(finding)))),
        fixed,
        finding.kev_added or table.not_listed.replace("\u200b", ""),
        texts.findings.sourced.format(source=edition.source(finding.source), day=finding.seen_on.isoformat()),
    )


def _tasks(edition: Edition, texts: AnnexTexts) -> AnnexPart | None:
    if not edition.record.tasks:
        return None
    words = texts.tasks
    heads = (words.task, words.with_contract, words.cost, words.without_contract, words.cost)
    rows = tuple(
        (
            task.name.replace("\u200b", ""),
            _side(edition, texts, task.with_contract),
            task.with_contract.cost,
            _side(edition, texts, task.without_contract),
            task.without_contract.cost,
        )
        for task in edition.record.tasks
    )
    return AnnexPart(words.heading, table=AnnexTable(heads, (24, 24, 14, 24, 14), rows), note=words.note)


def _side(edition: Edition, texts: AnnexTexts, side: TaskSide) -> str:
    does = texts.tasks.does.format(parties=_parties(edition, side.does))
    return texts.tasks.helps.format(does=does, parties=_parties(edition, side.helps)) if side.helps else does


def _parties(edition: Edition, parties: tuple[Party, ...]) -> str:
    names = edition.texts.responsibility.parties
    return edition.listed(names[party].replace("\u200b", "").replace("\n", " ") for party in parties)


def _offers(edition: Edition, texts: AnnexTexts) -> AnnexPart | None:
    """List the offers; before anybody answered they stand without answers."""
    words = texts.offers
    rows = []
    for device in edition.devices:
        intent = device.intent
        offered = (edition.plan(intent.contract_plan_id), edition.plan(intent.spot_plan_id))
        if not any(offered) and intent.answer is Answer.OPEN:
            continue
        answer = edition.texts.intents.answers[intent.answer].replace("\u200b", "")
        said = "" if intent.answer is Answer.OPEN else remark(edition, device)
        rows.append((device.facts.model, *(plan.price if plan else None for plan in offered), answer, said))
    if not rows:
        return None
    heads = (words.device, words.contract, words.spot, words.answer, words.remark)
    table = AnnexTable(heads, (22, 20, 20, 14, 24), tuple(rows))
    return AnnexPart(words.heading, table=table, note=words.note)


def _plans(edition: Edition, texts: AnnexTexts) -> AnnexPart | None:
    if not edition.record.plans:
        return None
    words = texts.plans
    heads = (words.name, words.kind, words.price, words.includes, words.excludes)
    rows = tuple(_plan(texts, plan) for plan in edition.record.plans)
    note = "\n".join(filter(None, (texts.offers.note, registered_services(edition))))
    return AnnexPart(words.heading, table=AnnexTable(heads, (16, 20, 10, 30, 24), rows), note=note)


def _plan(texts: AnnexTexts, plan: ServicePlan) -> tuple[Value, ...]:
    kind = texts.plans.contract if plan.kind is PlanKind.CONTRACT else texts.plans.spot
    return plan.name, kind, plan.price, plan.includes, plan.excludes


def _items(edition: Edition, texts: AnnexTexts) -> AnnexPart:
    numbers = edition.texts.items.numbers
    return AnnexPart(
        texts.items.heading,
        tuple(
            (
                f"{numbers[item.number - 1]} {item.title}".replace("\u200b", ""),
                item.text.replace("\u200b", ""),
            )
            for item in edition.record.items
        ),
    )


def _clauses(edition: Edition, texts: AnnexTexts) -> AnnexPart | None:
    if not edition.record.clauses:
        return None
    return AnnexPart(
        texts.clauses.heading, tuple((clause.title, clause.text) for clause in edition.record.clauses)
    )


def _places(edition: Edition, texts: AnnexTexts) -> AnnexPart:
    words = texts.places
    rows: list[tuple[Value, ...]] = [
        (maker.maker_name, words.kinds[source.kind], source.url, source.telephone, source.checked_on)
        for maker in edition.record.maker_sources
        for source in maker.sources
    ]
    known = {row[2] for row in rows}
    rows += [
        (source.name, source.note, source.url, source.telephone, source.checked_on)
        for source in edition.texts.public_sources
        if source.url not in known
    ]
    heads = (words.name, words.kind, words.url, words.telephone, words.checked_on)
    return AnnexPart(words.heading, table=AnnexTable(heads, (18, 16, 38, 14, 14), tuple(rows)))
