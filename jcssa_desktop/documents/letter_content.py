"""What the letters say: on an advisory, on a correction, and the receipt for a sheet."""

from collections.abc import Iterator, Sequence
from datetime import date

from jcssa_desktop.documents.letter import Letter
from jcssa_desktop.documents.letter_texts import LetterTexts
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.domain.disclosure import Answer
from jcssa_desktop.domain.finding import Finding
from jcssa_desktop.domain.record import check_code

_MOST_MODELS = 2
"""So many models are named in a title."""


def advisory_letter(
    edition: Edition,
    texts: LetterTexts,
    finding: Finding,
    devices: Sequence[Device],
    day: date,
    *,
    known: bool,
) -> Letter:
    """Write on an advisory that concerns delivered devices; `known` says that the sheet named it already.

    `edition` is that of the sealed record, and `day` that of the letter.
    """
    words = texts.advisory
    models = tuple(dict.fromkeys(device.facts.model for device in devices))
    model = edition.listed(models)
    if len(models) > _MOST_MODELS:
        model = words.others.format(model=models[0], count=len(models) - 1)
    told = words.lead_known if known else words.lead
    explained = edition.record.disclosure.explained_on or edition.record.sealed_at.date()
    lead = told.format(model=model, number=edition.record.document_number, day=edition.long_day(explained))
    facts = [
        (words.id, edition.listed(dict.fromkeys((finding.advisory_id, *finding.ids)))),
        (words.devices, "\n".join(_device(edition, texts, device) for device in devices)),
        (words.version, _versions(edition, texts, devices)),
        (words.content, edition.summary(finding) or words.no_content),
        (words.exploited, _exploited(edition, texts, finding)),
        (words.fixed, _fixed(edition, texts, finding)),
        *_tasks(edition, texts, finding, devices),
        (
            words.source,
            words.sourced.format(
                source=edition.source(finding.source), day=edition.long_day(finding.seen_on)
            ),
        ),
    ]
    return Letter(
        title=words.title.format(model=model),
        number="",
        day=edition.long_day(day),
        to=_to_customer(edition, texts),
        sender=_sender(edition),
        lead=(words.greeting, lead),
        facts=tuple(facts),
        notes=tuple(note.format(day=edition.long_day(day)) for note in words.notes),
    )


def correction_letter(before: Edition, after: Edition, texts: LetterTexts, reason: str, day: date) -> Letter:
    """Write that `after` supersedes `before`, why, and what differs between both."""
    words = texts.correction
    explained = before.record.disclosure.explained_on or before.record.sealed_at.date()
    changes = tuple(_changes(before, after, texts))
    facts = [
        (words.old, _numbered(before, texts)),
        (words.new, _numbered(after, texts)),
        (words.reason, reason),
    ]
    return Letter(
        title=words.title,
        number=after.record.document_number,
        day=after.long_day(day),
        to=_to_customer(after, texts),
        sender=_sender(after),
        lead=(
            words.lead.format(day=before.long_day(explained)),
            words.use_new.format(number=after.record.document_number),
        ),
        facts=tuple((label, value) for label, value in facts if value),
        notes=words.notes if changes else (words.unchanged, *words.notes),
        change_heads=(words.field, words.before, words.after),
        changes=changes,
    )


def receipt_letter(edition: Edition, texts: LetterTexts) -> Letter:
    """Write the receipt that the customer signs for a sheet; its day is written by hand."""
    words = texts.receipt
    record = edition.record
    explained = record.disclosure.explained_on
    facts = [
        (words.number, record.document_number),
        (words.code, check_code(edition.sha256)),
        (words.explained_on, edition.long_day(explained) if explained else ""),
        (words.explainer, edition.spaced(record.company.name, edition.explainer)),
        (words.devices, edition.kinds_units(edition.devices)),
        (words.copies, words.one_copy),
    ]
    return Letter(
        title=words.title,
        number="",
        day="",
        to=(words.to.format(company=edition.spaced(record.company.name, record.company.department)),),
        sender=(),
        lead=(words.lead,),
        facts=tuple((label, value) for label, value in facts if value),
        notes=words.notes,
        to_sign=(
            (words.day, words.day_line),
            (words.company, record.disclosure.customer.name),
            (words.person, ""),
        ),
    )


def _to_customer(edition: Edition, texts: LetterTexts) -> tuple[str, ...]:
    customer = edition.record.disclosure.customer
    if not customer.person:
        return (texts.company_to.format(company=edition.spaced(customer.name, customer.department)),)
    person = texts.person_to.format(position=customer.position, name=customer.person).strip(" ,")
    return customer.name, customer.department, person


def _sender(edition: Edition) -> tuple[str, ...]:
    company = edition.record.company
    return (
        company.name,
        edition.spaced(company.department, edition.explainer),
        company.address,
        company.desk_name,
        edition.spaced(company.telephone, company.hours),
        company.email,
    )


def _device(edition: Edition, texts: LetterTexts, device: Device) -> str:
    details = edition.spaced(
        texts.serials.format(serials=edition.listed(device.line.serials)) if device.line.serials else "",
        texts.location.format(location=device.line.location) if device.line.location else "",
    )
    form = texts.listed_device if details else texts.listed_device_plain
    return form.format(model=device.facts.model, quantity=edition.quantity(device), details=details)


def _versions(edition: Edition, texts: LetterTexts, devices: Sequence[Device]) -> str:
    """Name the versions as delivered, with their models where these are several."""
    unknown = texts.advisory.version_unknown
    stated = dict.fromkeys((device.facts.model, device.facts.version or unknown) for device in devices)
    if len({model for model, _ in stated}) == 1:
        return edition.listed(version for _, version in stated)
    return edition.listed(f"{model} {version}" for model, version in stated)


def _exploited(edition: Edition, texts: LetterTexts, finding: Finding) -> str:
    words = texts.advisory
    if finding.kev_added is None:
        return words.not_listed.format(day=edition.long_day(finding.seen_on))
    said = words.exploited_on.format(day=edition.long_day(finding.kev_added))
    return said + (words.ransomware if finding.kev_ransomware else "")


def _fixed(edition: Edition, texts: LetterTexts, finding: Finding) -> str:
    words = texts.advisory
    if finding.fixed_in:
        return words.fixed_in.format(versions=edition.listed(finding.fixed_in))
    return words.no_fix if finding.no_fix else words.not_stated


def _tasks(
    edition: Edition, texts: LetterTexts, finding: Finding, devices: Sequence[Device]
) -> Iterator[tuple[str, str]]:
    """Say what we do for devices under contract, and what the others ask of the customer."""
    words = texts.advisory
    covered = [device for device in devices if device.covered]
    uncovered = [device for device in devices if not device.covered]

    def told(concerned: Sequence[Device], said: str) -> str:
        models = edition.listed(dict.fromkeys(device.facts.model for device in concerned))
        return words.of_models.format(models=models, words=said) if covered and uncovered else said

    if covered:
        yield words.ask_of_us, told(covered, words.covered)
    if uncovered:
        advice = edition.advice(finding)
        space = "" if texts.language == "ja" else " "
        asked = space.join(filter(None, (advice, _own_work(edition, texts, finding, uncovered))))
        yield words.ask_of_you, told(uncovered, asked)


def _own_work(edition: Edition, texts: LetterTexts, finding: Finding, devices: Sequence[Device]) -> str:
    words = texts.advisory
    if finding.no_fix:
        return words.replace
    plans = {device.intent.spot_plan_id for device in devices}
    plan = edition.plan(plans.pop()) if len(plans) == 1 else None
    if plan is None or plan.price is None:
        return words.uncovered_no_price
    return words.uncovered.format(price=edition.money(plan.price))


def _numbered(edition: Edition, texts: LetterTexts) -> str:
    code = check_code(edition.sha256)
    return texts.correction.code.format(number=edition.record.document_number, code=code)


def _changes(before: Edition, after: Edition, texts: LetterTexts) -> Iterator[tuple[str, str, str]]:
    words = texts.correction
    names = (before.record.disclosure.customer.name, after.record.disclosure.customer.name)
    if names[0] != names[1]:
        yield words.customer, *names
    old = {device.line.line_id: device for device in before.devices}
    new = {device.line.line_id: device for device in after.devices}
    for line_id, device in old.items():
        if line_id in new:
            yield from _device_changes((before, device), (after, new[line_id]), texts)
        else:
            yield words.removed.format(model=device.facts.model), before.quantity(device), words.empty
    for line_id, device in new.items():
        if line_id not in old:
            yield words.added.format(model=device.facts.model), words.empty, after.quantity(device)
    for one, other in zip(before.record.items, after.record.items, strict=False):
        if one.text != other.text:
            number = after.texts.items.numbers[other.number - 1]
            name = words.item.format(number=number, title=other.title.replace("\u200b", ""))
            yield name, words.empty if not one.text else "", words.item_changed


def _device_changes(
    before: tuple[Edition, Device], after: tuple[Edition, Device], texts: LetterTexts
) -> Iterator[tuple[str, str, str]]:
    words = texts.correction
    pairs = zip(_stated(*before, texts), _stated(*after, texts), strict=True)
    for (form, old), (_, new) in pairs:
        if old != new:
            yield form.format(model=after[1].facts.model), old or words.empty, new or words.empty


def _stated(edition: Edition, device: Device, texts: LetterTexts) -> tuple[tuple[str, str], ...]:
    words = texts.correction
    latest = device.facts.latest
    answer = device.intent.answer
    answers = edition.texts.intents.answers
    return (
        (words.quantity_of, edition.quantity(device)),
        (words.version_of, device.facts.version),
        (words.latest_of, latest.version if latest else ""),
        (words.state_of, edition.texts.states.words[device.facts.state].replace("\u200b", "")),
        (words.serials_of, edition.listed(device.line.serials)),
        (words.answer_of, "" if answer is Answer.OPEN else answers[answer].replace("\u200b", "")),
    )
