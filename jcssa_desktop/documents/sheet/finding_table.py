"""I: the advisories held against every device, the affected first, the undecided never dropped."""

from jcssa_desktop.documents.drawing import Block, stacked
from jcssa_desktop.documents.shapes import Shape
from jcssa_desktop.documents.sheet.edition import Device, Edition
from jcssa_desktop.documents.sheet.finding_selection import Compared, Counted, parted, ranked, score
from jcssa_desktop.documents.sheet.flow import Flow, box_title
from jcssa_desktop.documents.sheet.readable_range import readable_range
from jcssa_desktop.documents.sheet.states import VERDICT_SHAPES, WORD_LEFT, marked
from jcssa_desktop.documents.tables import Column, Table
from jcssa_desktop.documents.typesetting import CELL, SMALL, Typesetter
from jcssa_desktop.domain.finding import Confidence, Finding, Verdict, VersionState

BOX = "I"
_LONGEST_RANGE = 120
_MOST_IDS = 3
_MOST_RANGES = 6
_MOST_NUMBERS = 150
_MODELS_IN_ROW = 6
_LARGE = (18.3, 26.5, 18.2, 27, 22.7, 11.5, 15.8)
"""Widths of the columns in large type."""


def add(edition: Edition, flow: Flow) -> None:
    """Set the table and what its words do not mean."""
    texts = edition.texts.finding_table
    title = box_title(edition, BOX, texts.question, texts.note)
    table = Table(
        edition.typesetter,
        edition.grid.fitted(
            [
                Column(23.5, texts.head_verdict),
                Column(28.5, texts.head_number),
                Column(23, texts.head_device),
                Column(46, texts.head_content),
                Column(26, texts.head_range),
                Column(18, texts.head_fixed),
                Column(17, texts.head_exploited),
            ],
            large=_LARGE,
        ),
        above=0.95,
        below=0.95,
        names=1,
    )
    told, counted = parted(_compared(edition))
    rows = [_row(edition, table, compared) for compared in told]
    rows += [_pending(edition, table, device) for device in _not_recorded(edition)]
    about = [*_counted(edition, counted), *_about(edition, named=bool(rows))]
    if rows:
        flow.table(BOX, title, table, rows, about)
    else:
        words = texts.nothing if edition.record.used_sources else edition.texts.risks.nothing_checked
        nothing = edition.typesetter.paragraph(words, CELL, edition.grid.width)
        flow.box(BOX, title, [nothing, *about])


def _compared(edition: Edition) -> list[Compared]:
    """Give each outcome of an advisory once, affected, unknown, then not affected."""
    models: dict[Finding, list[Device]] = {}
    for device in edition.devices:
        for finding in device.facts.findings:
            models.setdefault(finding, []).append(device)
    compared: list[Compared] = []
    for finding, devices in models.items():
        names = tuple(dict.fromkeys(device.facts.model for device in devices))
        compared += [
            Compared(devices[0].number, finding, names[start : start + _MODELS_IN_ROW])
            for start in range(0, len(names), _MODELS_IN_ROW)
        ]
    return ranked(compared)


def _not_recorded(edition: Edition) -> list[Device]:
    unique: dict[str, Device] = {}
    for device in edition.devices:
        if device.facts.state is VersionState.NOT_RECORDED and not device.facts.findings:
            unique.setdefault(device.facts.model, device)
    return list(unique.values())


def _row(edition: Edition, table: Table, compared: Compared) -> Block:
    typesetter = edition.typesetter
    finding = compared.finding
    texts = edition.texts.finding_table
    models = "\n".join(compared.models)
    confidence = f"\n{texts.about_confidence}" if finding.confidence is Confidence.NAME else ""
    return table.row(
        [
            _verdict(edition, finding, table.inner(0)),
            _two(typesetter, finding.advisory_id, _other_ids(edition, finding), table.inner(1), bold=True),
            typesetter.paragraph(models + confidence, CELL, table.inner(2), phrases=True),
            _content(edition, finding, table.inner(3)),
            typesetter.paragraph(_range(edition, finding), CELL, table.inner(4), phrases=True),
            typesetter.paragraph(_fixed(edition, finding), CELL, table.inner(5), phrases=True),
            _exploited(edition, finding, table.inner(6)),
        ]
    )


def _content(edition: Edition, finding: Finding, width: float) -> Block:
    """Say what an advisory means, and where it applies what to do."""
    summary = edition.summary(finding) or edition.texts.finding_table.not_stated
    advice = edition.advice(finding) if finding.verdict is Verdict.AFFECTED else ""
    typesetter = edition.typesetter
    return stacked([typesetter.paragraph(summary, CELL, width), typesetter.paragraph(advice, SMALL, width)])


def _verdict(edition: Edition, finding: Finding, width: float) -> Block:
    word = edition.texts.states.verdicts[finding.verdict]
    line = marked(edition, VERDICT_SHAPES[finding.verdict], word, width)
    rated = score(finding)
    if rated is None:
        return line
    words = edition.texts.finding_table.cvss.format(score=f"{rated:.1f}")
    beneath = edition.typesetter.paragraph(words, SMALL, width - WORD_LEFT)
    return stacked([line, Block(beneath.height, tuple(beneath.moved(WORD_LEFT, 0)))])


def _other_ids(edition: Edition, finding: Finding) -> str:
    others = [name for name in finding.ids if name != finding.advisory_id]
    shown = "\n".join(others[:_MOST_IDS])
    rest = len(others) - _MOST_IDS
    return shown + edition.texts.formats.and_others.format(count=rest) if rest > 0 else shown


def _range(edition: Edition, finding: Finding) -> str:
    """Write the range; prose in the source's words. The record inside the PDF has a very long one whole."""
    texts = edition.texts.finding_table
    separator = edition.texts.formats.separator
    stated = readable_range(finding.stated, texts.ranges, separator, _MOST_RANGES) or texts.unreadable
    return stated if len(stated) <= _LONGEST_RANGE else stated[: _LONGEST_RANGE - 1] + "…"


def _fixed(edition: Edition, finding: Finding) -> str:
    texts = edition.texts.finding_table
    if finding.fixed_in:
        return "\n".join(finding.fixed_in)
    return texts.no_fix if finding.no_fix else texts.not_stated


def _exploited(edition: Edition, finding: Finding, width: float) -> Block:
    texts = edition.texts.finding_table
    if finding.kev_added is None:
        return edition.typesetter.paragraph(texts.not_listed, CELL, width, phrases=True)
    ransomware = f"\n{texts.ransomware}" if finding.kev_ransomware else ""
    day = finding.kev_added.isoformat()
    return _two(edition.typesetter, texts.exploited, day + ransomware, width, bold=True)


def _pending(edition: Edition, table: Table, device: Device) -> Block:
    """A device whose version is not recorded was held against nothing: that is a row of its own."""
    typesetter = edition.typesetter
    texts = edition.texts.finding_table
    due = device.line.version_due
    when = texts.pending.format(day=edition.day(due)) if due else texts.pending_undated
    none = edition.texts.formats.none
    return table.row(
        [
            marked(edition, Shape.SQUARE, edition.texts.states.not_compared, table.inner(0)),
            typesetter.paragraph(none, CELL.heavy(), table.inner(1)),
            typesetter.paragraph(device.facts.model, CELL, table.inner(2), phrases=True),
            typesetter.paragraph(when, CELL, table.inner(3), phrases=True),
            *(typesetter.paragraph(none, CELL, table.inner(index)) for index in (4, 5, 6)),
        ]
    )


def _counted(edition: Edition, counted: list[Counted]) -> list[Block]:
    """Count and name what is not told one by one."""
    texts = edition.texts.finding_table
    sentences = {Verdict.AFFECTED: texts.more_affected, Verdict.UNKNOWN: texts.more_unknown}
    said = []
    for one in counted:
        if one.verdict not in sentences:
            continue
        named, left = one.advisory_ids[:_MOST_NUMBERS], len(one.advisory_ids) - _MOST_NUMBERS
        numbers = edition.texts.formats.separator.join(named)
        more = texts.ranges["more"].format(count=left) if left > 0 else ""
        words = sentences[one.verdict].format(
            models=edition.listed(one.models), count=len(one.advisory_ids), numbers=numbers + more
        )
        said.append(words)
    outside = [
        texts.outside.format(models=edition.listed(one.models), count=len(one.advisory_ids))
        for one in counted
        if one.verdict is Verdict.NOT_AFFECTED
    ]
    if outside:
        said.append(texts.more_outside.format(counts=edition.listed(outside)))
    return [block for words in said for block in (Block(1.0), *_in_lines(edition, words))]


def _in_lines(edition: Edition, words: str) -> list[Block]:
    """Set small print line by line, so that a page may end between two lines."""
    lines = edition.typesetter.lines(words, SMALL, edition.grid.width)
    return [edition.typesetter.set_lines((line,), SMALL, edition.grid.width) for line in lines]


def _about(edition: Edition, *, named: bool) -> list[Block]:
    """Say for which devices nothing was found, and what a missing entry does not mean, line by line."""
    texts = edition.texts.finding_table
    silent = dict.fromkeys(
        device.facts.model
        for device in edition.devices
        if device.facts.state is not VersionState.NOT_RECORDED
        and all(finding.verdict is Verdict.NOT_AFFECTED for finding in device.facts.findings)
    )
    sentences = [texts.without_findings.format(models=edition.listed(silent))] if silent and named else []
    return [Block(1.0), *_in_lines(edition, "\n".join([*sentences, texts.about]))]


def _two(typesetter: Typesetter, first: str, second: str, width: float, *, bold: bool) -> Block:
    style = CELL.heavy() if bold else CELL
    return stacked(
        [
            typesetter.paragraph(first, style, width, phrases=True),
            typesetter.paragraph(second, SMALL, width, phrases=True),
        ]
    )
