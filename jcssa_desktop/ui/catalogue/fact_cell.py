"""A fact at the head of a product: what it is about, what it is, and where and when it was seen."""

from msgspec import Struct
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel

_GAP = 32


class Fact(Struct, frozen=True):
    """A name, a value in bold with what follows it, its source, and a warning where there is one."""

    name: str
    value: str
    source: str
    after: str = ""
    warning: Mark | None = None


def show_facts(box: QWidget, facts: tuple[Fact, ...]) -> None:
    """Fill a row with facts, a thin line between them."""
    layout = box.layout()
    if layout is None:
        layout = QHBoxLayout(box)
    assert isinstance(layout, QHBoxLayout)  # noqa: S101 - the form gives a row
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    arrange(layout, spacing=_GAP // 2)
    for number, fact in enumerate(facts):
        if number:
            rule = QFrame(box)
            rule.setProperty("role", "rule")
            rule.setFixedWidth(1)
            layout.addWidget(rule)
        layout.addWidget(_cell(fact, box), 2 if number else 3)


def _cell(fact: Fact, parent: QWidget) -> QWidget:
    cell = QWidget(parent)
    column = QVBoxLayout(cell)
    arrange(column)
    value = f"{fact.value}{fact.after}"
    for text, role in ((fact.name, "field"), (value, "heading"), (fact.source, "caption")):
        label = QLabel(text, cell)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(label)
    words = f"{fact.name} {value} {fact.source}"
    if fact.warning is not None:
        warning = MarkLabel(cell)
        warning.set_mark(fact.warning, pixels=measures.TEXT_CAPTION)
        column.addWidget(warning)
        words = f"{words} {fact.warning.word}"
    column.addStretch()
    cell.setAccessibleName(words)
    return cell
