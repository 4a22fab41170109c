"""C: what can happen when the versions stay as delivered, with the published figures beside it."""

from collections.abc import Mapping, Sequence
from datetime import date

from jcssa_desktop.documents.drawing import Block, Box, Placed, Role, beside, padded, stacked
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.documents.sheet.grid import GUTTER
from jcssa_desktop.documents.sheet.section import Section, section_head
from jcssa_desktop.documents.typesetting import BODY, SMALL, Style
from jcssa_desktop.documents.wording_runs import rich
from jcssa_desktop.domain.facts import KEV_SOURCE
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState

MOST = 2
_LEFT = 83.0
_LEFT_LARGE = 73.0
_BARS_LEFT = 33.0
_LONGEST_BAR = 24.0
_LONGEST_BAR_LARGE = 19.0
_BAR = 2.7
_MOST_IDS = 6
_FEW_IDS = 2
_MOST_SOURCES = 3
_TITLE = Style(8.6, 12, bold=True)


def section(edition: Edition, most: int, findings_page: int, *, brief: bool) -> Section:
    """Set the risks of at most `most` products; all findings are on `findings_page`."""
    page = edition.texts.formats.page.format(page=findings_page)
    risks, figures = _risks(edition, most, page, brief=brief), _figures(edition, page)
    body = beside([(0.0, risks), (_width(edition) + GUTTER, figures)])
    return Section(section_head(edition, "C", edition.texts.risks.question), body)


def _width(edition: Edition) -> float:
    return _LEFT_LARGE if edition.grid.head_above else _LEFT


def _figures_width(edition: Edition) -> float:
    return edition.grid.body - _width(edition) - GUTTER


def affected_devices(edition: Edition) -> tuple[Device, ...]:
    """Return one device for each affected product and version, the most dangerous first."""
    unique: dict[tuple[str, str], Device] = {}
    for device in edition.by_urgency:
        if device.with_verdict(Verdict.AFFECTED):
            unique.setdefault((device.facts.model, device.facts.version), device)
    return tuple(sorted(unique.values(), key=lambda device: -_exploited(device)))


def _exploited(device: Device) -> int:
    return sum(finding.kev_added is not None for finding in device.with_verdict(Verdict.AFFECTED))


def _risks(edition: Edition, most: int, page: str, *, brief: bool) -> Block:
    affected = affected_devices(edition)
    if not affected:
        return _nothing_found(edition, page)
    shown = [_product(edition, device, brief=brief) for device in affected[:most]]
    rest = len(affected) - most
    if rest > 0:
        words = edition.texts.risks.more.format(count=rest, page=page)
        shown.append(edition.typesetter.paragraph(words, _TITLE, _width(edition), phrases=True))
    return stacked(shown, gap=0.8)


def _product(edition: Edition, device: Device, *, brief: bool) -> Block:
    typesetter = edition.typesetter
    texts = edition.texts.risks
    findings = device.with_verdict(Verdict.AFFECTED)
    title = texts.title.format(model=device.facts.model, version=device.facts.version)
    return stacked(
        [
            typesetter.paragraph(title, _TITLE, _width(edition), phrases=True),
            typesetter.paragraph(_story(edition, device, findings, brief=brief), BODY, _width(edition)),
            typesetter.paragraph(
                _identifiers(edition, findings, _FEW_IDS if brief else _MOST_IDS),
                SMALL.heavy(),
                _width(edition),
                phrases=True,
            ),
            typesetter.paragraph(_sources(edition, findings), SMALL, _width(edition), phrases=True),
        ]
    )


def _story(edition: Edition, device: Device, findings: Sequence[Finding], *, brief: bool) -> list[Run]:
    """Say what can happen, whether it is exploited, what corrects it and when, in this order."""
    texts = edition.texts.risks
    worst = findings[0]
    runs = (
        [Run(edition.summary(worst))]
        if edition.summary(worst)
        else list(rich(texts.no_summary, count=len(findings)))
    )
    exploited = _exploited(device)
    if exploited:
        runs += rich(texts.exploited, count=exploited)
    if any(finding.kev_ransomware for finding in findings):
        runs += rich(texts.ransomware)
    runs += _correction(edition, device, findings)
    if edition.advice(worst) and not brief:
        needs_space = edition.texts.language != "ja" and not runs[-1].text.endswith(" ")
        runs.append(Run((" " if needs_space else "") + edition.advice(worst)))
    return runs


def _correction(edition: Edition, device: Device, findings: Sequence[Finding]) -> list[Run]:
    texts = edition.texts.risks
    runs: list[Run] = []
    fixed = tuple(dict.fromkeys(version for finding in findings for version in finding.fixed_in))
    if fixed:
        day = device.line.update_planned_on
        runs += rich(texts.fixed, version=fixed[0]) if len(fixed) == 1 else rich(texts.fixed_each)
        runs += rich(texts.planned, day=edition.short_day(day)) if day else ()
        runs.append(Run(texts.stop))
    if any(finding.no_fix for finding in findings):
        runs += rich(texts.no_fix)
    return runs


def _identifiers(edition: Edition, findings: Sequence[Finding], most: int) -> str:
    names = [finding.advisory_id for finding in findings]
    shown = edition.listed(names[:most])
    rest = len(names) - most
    return shown + edition.texts.formats.and_others.format(count=rest) if rest > 0 else shown


def _sources(edition: Edition, findings: Sequence[Finding]) -> str:
    """Name the sources of findings with the last day on which each was seen; KEV where one is exploited."""
    seen: dict[str, date] = {}
    for finding in findings:
        seen[finding.source] = max(finding.seen_on, seen.get(finding.source, finding.seen_on))
    if any(finding.kev_added for finding in findings):
        seen |= {one.name: one.seen_on for one in edition.record.used_sources if one.name == KEV_SOURCE}
    return _seen_sources(edition, seen)


def _seen_sources(edition: Edition, seen: Mapping[str, date]) -> str:
    texts = edition.texts.risks
    if len(set(seen.values())) == 1:
        day = edition.short_day(next(iter(seen.values())))
        return texts.sources.format(
            sources=texts.source.format(source=edition.listed(map(edition.source, seen)), day=day)
        )
    named = (
        texts.source.format(source=edition.source(name), day=edition.short_day(day))
        for name, day in list(seen.items())[:_MOST_SOURCES]
    )
    return texts.sources.format(sources=edition.listed(named)) if seen else ""


def _nothing_found(edition: Edition, page: str) -> Block:
    """Say that nothing was found and what that does not mean; what was not compared is said apart."""
    typesetter = edition.typesetter
    texts = edition.texts.risks
    devices = edition.devices
    single = len(devices) == 1 and devices[0].facts.version
    title = (
        texts.title.format(model=devices[0].facts.model, version=devices[0].facts.version)
        if single
        else texts.title_all
    )
    compared = [device for device in devices if device.facts.state is not VersionState.NOT_RECORDED]
    used = edition.record.used_sources
    undecided = sum(len(device.with_verdict(Verdict.UNKNOWN)) for device in devices)
    runs: list[Run] = []
    if compared:
        runs += rich(texts.nothing_found if used else texts.nothing_checked)
    if undecided:
        runs += rich(texts.undecided, count=undecided, page=page)
    if len(compared) < len(devices):
        runs += rich(texts.not_compared, count=edition.kinds_units(d for d in devices if d not in compared))
    runs += rich(texts.later)
    findings = [finding for device in devices for finding in device.facts.findings]
    source = (
        _sources(edition, findings)
        if findings
        else _seen_sources(edition, {one.name: one.seen_on for one in used[:_MOST_SOURCES]})
    )
    return stacked(
        [
            typesetter.paragraph(title, _TITLE, _width(edition), phrases=True),
            typesetter.paragraph(runs, BODY, _width(edition)),
            typesetter.paragraph(source, SMALL, _width(edition), phrases=True),
        ]
    )


def _figures(edition: Edition, page: str) -> Block:
    typesetter = edition.typesetter
    texts = edition.texts.risks
    longest = _LONGEST_BAR_LARGE if edition.grid.head_above else _LONGEST_BAR
    largest = max(figure.count for figure in texts.figures)
    bars: list[Block] = []
    said: list[str] = []
    for figure in texts.figures:
        length = longest * figure.count / largest
        middle = BODY.line / 2
        bar = Block(BODY.line, (Placed(_BARS_LEFT, middle - _BAR / 2 + 0.1, Box(length, _BAR, None)),))
        counted = texts.figures_unit.format(count=figure.count)
        count, name = typesetter.single(counted, BODY), typesetter.single(figure.name, BODY)
        row = beside([(0.0, name), (0.0, bar), (_BARS_LEFT + length + 1.4, count)])
        bars.append(row)
        said.append(f"{figure.name} {counted}")
    return stacked(
        [
            typesetter.paragraph(texts.figures_title, _TITLE, _figures_width(edition), phrases=True),
            padded(stacked(bars).as_one(Role.FIGURE, edition.listed(said)), 0.4, 0.4),
            typesetter.paragraph(texts.figures_source, SMALL, _figures_width(edition), phrases=True),
            typesetter.paragraph(rich(texts.meaning, page=page), BODY, _figures_width(edition), phrases=True),
        ]
    )
