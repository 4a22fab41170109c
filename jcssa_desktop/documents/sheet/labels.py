"""JC-STAR labels of devices and registrations of services, as text with who says it and until when."""

from datetime import date

from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.domain.label import LabelState, label_state


def labels_of(edition: Edition, device: Device) -> tuple[str, ...]:
    """Write each label of a device in a line."""
    texts = edition.texts.labels
    return tuple(
        texts.label.format(
            level=label.level,
            how=texts.declared if label.is_declared else texts.evaluated,
            until=_term(edition, label.valid_until),
        )
        for label in device.facts.labels
    )


def about_labels(edition: Edition) -> str:
    """Say what a label does not mean; "" where no device has one."""
    return edition.texts.labels.about if any(device.facts.labels for device in edition.devices) else ""


def registered_services(edition: Edition) -> str:
    """Write which of our plans are registered services, and what that does not mean; "" for none."""
    texts = edition.texts.labels
    said = [
        texts.registered.format(
            plan=plan.name,
            category=texts.categories[plan.registration.category],
            number=plan.registration.number,
            until=_term(edition, plan.registration.valid_until),
        )
        for plan in edition.record.plans
        if plan.registration
    ]
    return "".join([*said, texts.registered_about]) if said else ""


def _term(edition: Edition, valid_until: date | None) -> str:
    texts = edition.texts.labels
    if valid_until is None:
        return texts.undated
    ended = label_state(valid_until, edition.record.sealed_at.date()) is LabelState.ENDED
    return (texts.ended if ended else texts.until).format(day=valid_until.isoformat())
