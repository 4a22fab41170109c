"""Findings, and records that their source took back, as rows of cells."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.finding import Finding, Verdict
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.ui.messages import confidence_words, finding_mark
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate

_DASH = "―"

Row = Finding | ConcerningAdvisory
"""What a row of the findings stands for; a record stands for itself where it was withdrawn."""


class Show(StrEnum):
    """Which findings are shown."""

    OPEN = "open"
    EXPLOITED = "exploited"
    AFFECTED = "affected"
    UNKNOWN = "unknown"
    NOT_AFFECTED = "not_affected"
    WITHDRAWN = "withdrawn"


def of_show(row: Row, show: Show) -> bool:
    """Tell whether a filter leaves a row."""
    if isinstance(row, ConcerningAdvisory):
        return show is Show.WITHDRAWN
    match show:
        case Show.OPEN:
            return row.verdict is not Verdict.NOT_AFFECTED
        case Show.EXPLOITED:
            return row.verdict is Verdict.AFFECTED and row.kev_added is not None
        case Show.WITHDRAWN:
            return False
    return row.verdict.value == show.value


def searched(rows: Iterable[Row], text: str) -> tuple[Row, ...]:
    """Leave the rows whose numbers or contents hold a text, whatever its width and case."""
    wanted = search_key(text)
    return tuple(row for row in rows if wanted in search_key(_words(row)))


def _words(row: Row) -> str:
    if isinstance(row, ConcerningAdvisory):
        record = row.record
        return " ".join((record.record_id, *record.ids, record.title, record.summary_ja, record.source))
    return " ".join((*row.ids, row.summary_ja, row.summary_en, row.source, *row.fixed_in))


def finding_columns() -> tuple[Column, ...]:
    """Give the columns of the findings."""
    return (
        Column(translate("ProductDetail", "判定"), 124),
        Column(translate("ProductDetail", "番号・内容")),
        Column(translate("ProductDetail", "確からしさ"), 92, is_optional=True),
        Column(translate("ProductDetail", "直った版"), 128),
        Column("CVSS", 60, is_number=True),
        Column(translate("ProductDetail", "出典"), 160, is_optional=True),
    )


def row_cells(row: Row, language: str) -> tuple[Cell, ...]:
    """Give the cells of a row: verdict, number and contents, confidence, fix, score, source."""
    return _finding_cells(row, language) if isinstance(row, Finding) else _withdrawn_cells(row)


def _finding_cells(finding: Finding, language: str) -> tuple[Cell, ...]:
    summary = finding.summary_en if language == "en" else finding.summary_ja
    score = max((one.score for one in finding.cvss), default=None)
    others = [one for one in finding.ids if one != finding.advisory_id]
    return (
        Cell(mark=finding_mark(finding)),
        Cell(finding.advisory_id, summary or "、".join(others), is_bold=True),
        Cell(confidence_words(finding.confidence)),
        _fix_cell(finding),
        Cell(_DASH if score is None else f"{score:.1f}"),
        Cell(finding.source, finding.seen_on.isoformat()),
    )


def _fix_cell(finding: Finding) -> Cell:
    if finding.no_fix_in_train:
        return Cell(translate("ProductDetail", "この系列になし"), tone="warn")
    if finding.fixed_in:
        return Cell("、".join(finding.fixed_in))
    if finding.no_fix:
        return Cell(translate("ProductDetail", "修正の予定なし"), tone="warn")
    return Cell(translate("ProductDetail", "記載なし"), tone="text2")


def _withdrawn_cells(withdrawn: ConcerningAdvisory) -> tuple[Cell, ...]:
    record = withdrawn.record
    return (
        Cell(mark=Mark("refused", translate("ProductDetail", "取り下げ"), "text2")),
        Cell(record.record_id, record.title or record.summary_ja, is_bold=True),
        Cell(_DASH, tone="text3"),
        Cell(_DASH, tone="text3"),
        Cell(_DASH, tone="text3"),
        Cell(record.source, record.seen_on.isoformat()),
    )
