"""How a settlement reads, and which versions of the catalogue it hits, while it is filled in."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.listed_advisory import Statement
from jcssa_desktop.domain.plain_range import PlainRange, read_plain
from jcssa_desktop.domain.settlement import Settlement, Subject
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.messages import verdict_mark
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.mark import MarkLabel

translate = QCoreApplication.translate

_VERSIONS_NAMED = 12


class RangePreview(QFrame):
    """Tells in words what is filled in, and below it the versions by verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "raised")
        self._grid = QGridLayout(self)
        padding = measures.CARD_PADDING
        arrange(self._grid, margins=(padding, 12, padding, 12), spacing=measures.INNER_GAP)
        self._grid.setHorizontalSpacing(measures.FIELD_GAP)
        self._grid.setColumnStretch(1, 1)

    def show_reading(self, words: str, subjects: Iterable[Subject], statement: Statement | None) -> None:
        """Show a reading; without a `statement` nothing is held against the versions."""
        self._clear()
        self._add_line(words, "heading")
        if statement is None:
            return
        for subject in subjects:
            self._add_subject(subject, statement)

    def _add_subject(self, subject: Subject, statement: Statement) -> None:
        count = len(subject.products)
        self._add_line(
            translate("RangePreview", "{name}（カタログの {count}製品）").format(
                name=subject.name, count=count
            )
        )
        if not subject.versions:
            self._add_line(translate("RangePreview", "版の記録がないため、試せません。"), "caption")
        judged = subject.judged(statement)
        for verdict in Verdict:
            versions = [version for version, found in judged if found is verdict]
            if versions:
                self._add_versions(verdict, versions)

    def _add_versions(self, verdict: Verdict, versions: list[str]) -> None:
        row = self._grid.rowCount()
        mark = MarkLabel(self)
        mark.set_mark(verdict_mark(verdict), ground="raised")
        words = "、".join(versions[-_VERSIONS_NAMED:])
        more = len(versions) - _VERSIONS_NAMED
        if more > 0:
            words += translate("RangePreview", " ほか {count}版").format(count=more)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_label(words, ""), row, 1)

    def _add_line(self, words: str, role: str = "support") -> None:
        self._grid.addWidget(_label(words, role), self._grid.rowCount(), 0, 1, 2)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def settled_words(settled: Settlement) -> str:
    """Say how a person read a statement."""
    if settled.not_ours:
        return translate("RangePreview", "当社の製品ではない")
    ranges = (read_plain(text) for text in settled.ranges)
    return "、".join(range_words(plain) if plain else "" for plain in ranges)


def range_words(plain: PlainRange) -> str:
    """Say a range as people do: 7.4.0 以上、7.4.10 以下; open on both sides it is every version."""
    if not plain.begin.strip() and not plain.end.strip():
        return translate("RangePreview", "すべての版")
    begin = (
        translate("RangePreview", "{version} 以上")
        if plain.begin_included
        else translate("RangePreview", "{version} より後")
    )
    end = (
        translate("RangePreview", "{version} 以下")
        if plain.end_included
        else translate("RangePreview", "{version} より前")
    )
    parts = (
        begin.format(version=plain.begin.strip()) if plain.begin.strip() else "",
        end.format(version=plain.end.strip()) if plain.end.strip() else "",
    )
    return "、".join(filter(None, parts))
