"""State marks with their words, and why a device stands so."""

from jcssa_desktop.documents.drawing import Block, beside
from jcssa_desktop.documents.shapes import Shape, state_shape
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.documents.typesetting import CELL, Style
from jcssa_desktop.domain.catalogue import FirmwareState
from jcssa_desktop.domain.finding import Verdict, VersionState

WORD_LEFT = 3.6
"""A state's word begins so many millimetres after the left edge of its shape."""

STATE_SHAPES = {
    VersionState.UPDATE_NEEDED: Shape.TRIANGLE_FILLED,
    VersionState.NO_FIX: Shape.SQUARE_FILLED,
    VersionState.WITHDRAWN: Shape.DIAMOND_FILLED,
    VersionState.UNDECIDABLE: Shape.DIAMOND,
    VersionState.NOT_RECORDED: Shape.SQUARE,
    VersionState.NEWER_EXISTS: Shape.TRIANGLE,
    VersionState.SAME_AS_LATEST: Shape.DISC,
}
VERDICT_SHAPES = {
    Verdict.AFFECTED: Shape.TRIANGLE_FILLED,
    Verdict.UNKNOWN: Shape.DIAMOND,
    Verdict.NOT_AFFECTED: Shape.RING,
}


def marked(edition: Edition, shape: Shape, word: str, width: float, style: Style = CELL) -> Block:
    """Set a shape and its word in bold."""
    words = edition.typesetter.paragraph(word, style.heavy(), width - WORD_LEFT, phrases=True)
    return beside([(0.0, state_shape(shape, style)), (WORD_LEFT, words)])


def state_line(edition: Edition, state: VersionState, width: float) -> Block:
    """Set a device's state."""
    return marked(edition, STATE_SHAPES[state], edition.texts.states.words[state], width)


def reason(edition: Edition, device: Device) -> str:
    """Say in one short line why the device stands so or what comes next."""
    texts = edition.texts.states
    match device.facts.state:
        case VersionState.UPDATE_NEEDED:
            said = _planned(edition, device) or found(edition, device)
        case VersionState.NO_FIX:
            said = found(edition, device) or texts.no_fix
        case VersionState.WITHDRAWN:
            said = _withdrawn(edition, device)
        case VersionState.UNDECIDABLE:
            said = _undecidable(edition, device) or texts.undecidable_version
        case VersionState.NOT_RECORDED:
            due = device.line.version_due
            said = texts.recorded_on.format(day=edition.short_day(due)) if due else texts.recorded_later
        case VersionState.NEWER_EXISTS:
            own = "" if device.covered else texts.customer_updates
            said = _planned(edition, device) or _undecidable(edition, device) or own
        case VersionState.SAME_AS_LATEST:
            said = _undecidable(edition, device) or _as_of(edition, device)
    return said


def found(edition: Edition, device: Device) -> str:
    """Count the advisories that concern the version, and those of them that are exploited."""
    affecting = device.with_verdict(Verdict.AFFECTED)
    if not affecting:
        return ""
    exploited = sum(finding.kev_added is not None for finding in affecting)
    texts = edition.texts.states
    form = texts.affected_exploited if exploited else texts.affected
    return form.format(count=len(affecting), exploited=exploited)


def _planned(edition: Edition, device: Device) -> str:
    day = device.line.update_planned_on
    if day is None:
        return ""
    texts = edition.texts.states
    form = texts.we_update if device.we_update else texts.customer_updates_by
    return form.format(day=edition.short_day(day))


def _undecidable(edition: Edition, device: Device) -> str:
    unknown = device.with_verdict(Verdict.UNKNOWN)
    return edition.texts.states.undecidable.format(count=len(unknown)) if unknown else ""


def _withdrawn(edition: Edition, device: Device) -> str:
    delivered = device.facts.delivered
    if delivered and delivered.state is FirmwareState.WITHDRAWN:
        return edition.texts.states.withdrawn.format(day=edition.short_day(delivered.observed_on))
    return found(edition, device)


def _as_of(edition: Edition, device: Device) -> str:
    latest = device.facts.latest
    day = latest.observed_on if latest else edition.record.facts_as_of
    return edition.texts.states.as_of.format(day=edition.short_day(day))
