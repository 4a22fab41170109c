"""What an import makes of files, as rows of cells."""

from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.services.catalogue import FileReport
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate

_DASH = "―"


def file_columns() -> tuple[Column, ...]:
    """Give the columns of the files."""
    numbers = (
        translate("ImportDialog", "新しい"),
        translate("ImportDialog", "変わった"),
        translate("ImportDialog", "同じ"),
        translate("ImportDialog", "取らない"),
    )
    return (
        Column(translate("ImportDialog", "ファイル")),
        Column(translate("ImportDialog", "結果"), 140),
        *(Column(name, 84, is_number=True) for name in numbers),
    )


def skipped_columns() -> tuple[Column, ...]:
    """Give the columns of what is not taken."""
    return (
        Column(translate("ImportDialog", "ファイル"), 200),
        Column(translate("ImportDialog", "場所"), 220),
        Column(translate("ImportDialog", "取り込まない理由")),
    )


def file_cells(report: FileReport, texts: Texts, *, is_trial: bool) -> tuple[Cell, ...]:
    """Give the row of a file: what it is, whether it could be read, what it brings."""
    if report.error is not None:
        dash = Cell(_DASH, tone="text3")
        mark = Cell(mark=Mark("alert", translate("ImportDialog", "取り込めません")))
        return (Cell(report.file.name, texts.error(report.error)), mark, dash, dash, dash, dash)
    done = (
        translate("ImportDialog", "読めました") if is_trial else translate("ImportDialog", "取り込みました")
    )
    return (
        Cell(report.file.name, _kind_words(report, texts)),
        Cell(mark=Mark("done", done)),
        Cell(f"{report.new:,}", is_bold=bool(report.new)),
        Cell(f"{report.changed:,}", is_bold=bool(report.changed)),
        Cell(f"{report.unchanged:,}"),
        Cell(f"{len(report.skipped):,}", tone="warn" if report.skipped else "text"),
    )


def skipped_cells(report: FileReport, skipped: Skipped, texts: Texts) -> tuple[Cell, ...]:
    """Give the row of a part of a file that is not taken: where it stands and why."""
    return (Cell(report.file.name), Cell(texts.place(skipped.place)), Cell(texts.skipped(skipped)))


def _kind_words(report: FileReport, texts: Texts) -> str:
    name = texts.sentence(f"kind_{report.kind.value}") if report.kind else ""
    rows = translate("ImportDialog", "{count}件").format(count=f"{report.read:,}")
    return "・".join(filter(None, (name, rows)))
