"""The findings of a product at one version: which, filtered, and each opened to its sources."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.finding import Finding
from jcssa_desktop.domain.listed_advisory import RecordState
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ProductKnowledge
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.finding_panel import finding_panel, withdrawn_panel
from jcssa_desktop.ui.catalogue.finding_rows import (
    Row,
    Show,
    finding_columns,
    of_show,
    row_cells,
    searched,
)
from jcssa_desktop.ui.generated.ui_findings_box import Ui_FindingsBox
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.chips import Chip
from jcssa_desktop.ui.widgets.layouts import arrange

_VERSION_WIDTH = 160
_SEARCH_WIDTH = 220
_SEARCHED_FROM = 12
"""A list that is shorter can be looked through."""


class FindingsBox(QWidget):
    """`version_wanted` asks for the findings at another version."""

    version_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: Texts | None = None
        self._version = ""
        self._rows: tuple[Row, ...] = ()
        self._nothing = ""
        self._ui = Ui_FindingsBox()
        self._ui.setupUi(self)
        self._arrange()
        self._connect()

    def use(self, texts: Texts) -> None:
        """Take the sentences to speak with."""
        self._texts = texts

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        self._ui.version_combo.setFixedWidth(scaled(_VERSION_WIDTH))
        self._ui.search_edit.setMinimumWidth(_SEARCH_WIDTH // 2)
        self._ui.search_edit.setMaximumWidth(scaled(_SEARCH_WIDTH))

    def offer_versions(self, versions: Iterable[str]) -> None:
        """Offer versions to ask about; another product begins with every filter taken back."""
        combo = self._ui.version_combo
        combo.blockSignals(True)
        combo.clear()
        combo.addItems(list(dict.fromkeys(versions)))
        combo.blockSignals(False)
        self._ui.search_edit.clear()
        self._ui.chips.choose(Show.OPEN)

    def show_findings(self, known: ProductKnowledge, facts: LineFacts, lowest: str, today: date) -> None:
        """Show what is known of a product at a version; `lowest` is the lowest one that nothing affects."""
        if facts.version != self._version:
            self._ui.finding_table.clear_choice()
        self._version = facts.version
        withdrawn = (one for one in known.advisories if one.record.state is RecordState.WITHDRAWN)
        self._rows = (*facts.findings, *withdrawn)
        self._nothing = self._nothing_found(known, today)
        ui = self._ui
        ui.version_combo.setEditText(facts.version)
        ui.search_edit.setVisible(len(self._rows) >= _SEARCHED_FROM)
        self._show_lowest(facts, lowest)
        self._show_chips()
        self._show_rows()

    def _show_lowest(self, facts: LineFacts, lowest: str) -> None:
        is_affected = any(of_show(one, Show.AFFECTED) for one in facts.findings)
        self._ui.lowest_card.setVisible(bool(facts.version) and is_affected)
        words = self.tr("この系列で、該当する情報が見つからない最も古い版：{version}").format(version=lowest)
        nothing = self.tr("この系列で、該当する情報が見つからない版は確認できていません。")
        self._ui.lowest_label.setText(words if lowest else nothing)
        self._ui.lowest_note.setVisible(bool(lowest))

    def _show_chips(self) -> None:
        names = {
            Show.OPEN: self.tr("該当・不明"),
            Show.EXPLOITED: self.tr("悪用あり"),
            Show.AFFECTED: self.tr("該当"),
            Show.UNKNOWN: self.tr("不明"),
            Show.NOT_AFFECTED: self.tr("該当しない"),
            Show.WITHDRAWN: self.tr("取り下げ"),
        }
        counts = {show: sum(1 for row in self._rows if of_show(row, show)) for show in Show}
        self._ui.chips.set_chips(
            Chip(show.value, name, counts[show])
            for show, name in names.items()
            if counts[show] or show is not Show.WITHDRAWN
        )
        self._ui.chips.setVisible(bool(self._rows))

    def _show_rows(self) -> None:
        ui, texts = self._ui, self._texts
        if texts is None:
            return
        show = Show(ui.chips.current or Show.OPEN)
        left = tuple(row for row in self._rows if of_show(row, show))
        shown = searched(left, ui.search_edit.text())
        table = ui.finding_table
        table.set_rows([(row, row_cells(row, texts.language)) for row in shown])
        table.setVisible(bool(shown))
        ui.no_finding_label.setVisible(not shown)
        ui.no_finding_label.setText(
            self._nothing if not left else self.tr("この言葉に当たるものはありません。")
        )
        if show is Show.OPEN and shown and table.current_key() is None:
            table.choose(shown[0])

    def _nothing_found(self, known: ProductKnowledge, today: date) -> str:
        if not self._version:
            return self.tr("版を入れると、その版に当たる登録を調べます。")
        newest = max((one.record.seen_on for one in known.advisories), default=None)
        checked = self.tr("（{day}確認）").format(day=day_in_prose(newest, today)) if newest else ""
        return self.tr("この版に当たる登録は見つかりません。安全を意味しません{checked}。").format(
            checked=checked
        )

    def _panel(self, row: object) -> QWidget:
        if isinstance(row, ConcerningAdvisory):
            return withdrawn_panel(row)
        if isinstance(row, Finding) and self._texts is not None:
            return finding_panel(row, self._version, self._texts)
        return QWidget()

    def _arrange(self) -> None:
        ui = self._ui
        arrange(self.layout(), spacing=12)
        arrange(ui.header.layout(), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        padding = measures.CARD_PADDING
        arrange(ui.lowest_card.layout(), margins=(padding, 10, padding, 10))
        ui.no_finding_label.setMargin(padding)
        ui.finding_table.set_columns(finding_columns())
        ui.finding_table.grow_with_rows()
        ui.finding_table.set_panels(self._panel)
        self.apply_measures()

    def _connect(self) -> None:
        ui = self._ui
        ui.chips.chosen.connect(lambda _key: self._show_rows())
        ui.search_edit.search_wanted.connect(lambda _text: self._show_rows())
        ui.search_edit.down_pressed.connect(ui.finding_table.setFocus)
        ui.version_combo.activated.connect(lambda _index: self._take_version())
        line = ui.version_combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("版を入力"))
            line.editingFinished.connect(self._take_version)

    def _take_version(self) -> None:
        self.version_wanted.emit(self._ui.version_combo.currentText().strip())
