"""The lines of the sale: which product each one is, and in which state it is delivered."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import icons, measures, theme
from jcssa_desktop.ui.generated.ui_step_lines import Ui_StepLines
from jcssa_desktop.ui.widgets.chips import Chip, Chips
from jcssa_desktop.ui.widgets.mark import MARK_TONES
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.candidates_pane import CandidatesPane
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.line_editor import LineEditor
from jcssa_desktop.ui.wizard.line_rows import Concern, LineRow, line_rows
from jcssa_desktop.ui.wizard.line_warnings import Remedy
from jcssa_desktop.ui.wizard.lines_model import LinesModel
from jcssa_desktop.ui.wizard.wizard_step import FooterNote, WizardStep

_PANE_WIDTH = 360
_NARROW_PANE = 296
_ROOM_FOR_MARKS = 1060
_TABLE_FIRST = 960
_AFTER_MARK = 4
_CHIP_MARKS = {
    Concern.CHECK: "alert",
    Concern.ATTENTION: "caution",
    Concern.NO_CONTRACT: "none",
    Concern.IN: "done",
    Concern.OUT: "not-applicable",
}


class LinesStep(WizardStep):
    """The table in the middle, the pane for the chosen line at the right."""

    def __init__(
        self,
        services: Services,
        keeper: DraftKeeper,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._keeper = keeper
        self._today = today
        self._asked_for: str | None = None
        self._ui = Ui_StepLines()
        self._ui.setupUi(self)
        self._model = LinesModel(self)
        self._chips = Chips(self)
        self._candidates = CandidatesPane(services, self)
        self._editor = LineEditor(keeper, today, self)
        self._nothing = QWidget(self)
        for pane in (self._nothing, self._candidates, self._editor):
            self._ui.pane_stack.addWidget(pane)
        self._arrange()
        self._connect()
        self.refresh()

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Choose the line that is asked for, else the first that is undecided."""
        self.refresh()
        if line_id:
            self._show_all()
            self._choose(line_id)
            self._editor.take_focus()
            return
        if not self._chosen_row():
            rows = self._model.rows
            first = next((row for row in rows if Concern.CHECK in row.concerns), rows[0] if rows else None)
            if first is not None:
                self._choose(first.line.line_id)
            else:
                self._add()
                return
        self._ui.lines_table.setFocus()

    def refresh(self) -> None:
        """Show the lines as they are now."""
        disclosure = self._keeper.disclosure
        chosen = self._chosen_row()
        self._model.set_rows(line_rows(disclosure.lines, self._keeper.view(), self._today()))
        self._show_chips()
        self._ui.count_label.setText(self._count_words())
        if chosen is not None and self._model.row_of(chosen.line.line_id) >= 0:
            self._choose(chosen.line.line_id)
        self._show_pane()
        self.footer_changed.emit()

    def footer_note(self) -> FooterNote | None:
        """Say how many lines are undecided."""
        count = self._model.count(Concern.CHECK)
        if not count:
            devices = self._model.count(Concern.IN)
            words = self.tr("対象 {count}行").format(count=devices)
            return FooterNote("done", "ok", words)
        words = self.tr("要確認 {count}行").format(count=count)
        return FooterNote("alert", "alert", words, self.tr("署名までに決めます。"))

    def is_next_primary(self) -> bool:
        """Let the pane have the filled button while it asks for a product."""
        return self._ui.pane_stack.currentWidget() is not self._candidates

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the table into the pane on Enter, and back on Escape."""
        pane = self._ui.pane_stack.currentWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ui.lines_table.hasFocus():
            if pane is self._editor:
                self._editor.take_focus()
            elif pane is self._candidates:
                self._candidates.take_focus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names and pane the room there is; a narrow page shows the chips without their marks."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.scaled(_ROOM_FOR_MARKS)
        least = _PANE_WIDTH if has_room else _NARROW_PANE
        width = arrange.pane_width(self.width(), least, _TABLE_FIRST)
        self._ui.pane.setFixedWidth(min(width, self.width() // 2))
        styles = Qt.ToolButtonStyle
        shown = styles.ToolButtonTextBesideIcon if has_room else styles.ToolButtonTextOnly
        for concern in _CHIP_MARKS:
            button = self._chips.button(concern)
            button.setToolButtonStyle(shown)

    def _arrange(self) -> None:
        ui = self._ui
        arrange.bare(ui.step_layout, 0)
        arrange.bare(ui.centre_layout, measures.GAP)
        ui.centre_layout.setContentsMargins(measures.PANE_PADDING, measures.PAGE_TOP, 0, 0)
        arrange.bare(ui.title_layout, measures.GAP)
        ui.title_layout.setContentsMargins(0, 0, measures.PANE_PADDING, 0)
        arrange.bare(ui.chip_layout)
        ui.chip_layout.addWidget(self._chips)
        arrange.bare(ui.pane_layout, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        ui.chip_box.setSizePolicy(policy)
        ui.table_layout.setContentsMargins(1, 1, 0, 0)
        ui.lines_table.show_model(self._model)

    def _connect(self) -> None:
        ui = self._ui
        ui.lines_table.selectionModel().currentRowChanged.connect(self._show_chosen)
        ui.lines_table.remedy_wanted.connect(self._follow)
        ui.add_button.clicked.connect(self._add)
        self._chips.chosen.connect(lambda key: self._filter(Concern(key)))
        self._candidates.product_taken.connect(self._take)
        self._candidates.put_outside.connect(self._put_outside)
        self._editor.product_wanted.connect(self._choose_again)
        QShortcut(QKeySequence(Qt.Key.Key_F3), self).activated.connect(self._next_undecided)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)

    def _show_chips(self) -> None:
        words = {
            Concern.ALL: self.tr("すべて"),
            Concern.CHECK: self.tr("要確認"),
            Concern.ATTENTION: self.tr("注意"),
            Concern.NO_CONTRACT: self.tr("保守なし"),
            Concern.IN: self.tr("対象"),
            Concern.OUT: self.tr("対象外"),
        }
        counts = {concern: self._model.count(concern) for concern in words}
        self._chips.set_chips(Chip(one, word, counts[one]) for one, word in words.items())
        for concern, mark in _CHIP_MARKS.items():
            button = self._chips.button(concern)
            button.setIcon(
                icons.icon(f"mark-{mark}", MARK_TONES[mark], size=measures.MARK, after=_AFTER_MARK)
            )
            button.setIconSize(QSize(measures.MARK + _AFTER_MARK, measures.MARK))
        self._chips.button(Concern.CHECK).setToolTip(self.tr("次の要確認へ（F3）"))

    def _count_words(self) -> str:
        count = len(self._keeper.disclosure.lines)
        if self._keeper.disclosure.sale.quotation_file:
            return self.tr("{count}行を読み取りました").format(count=count)
        return self.tr("{count}行").format(count=count)

    def _chosen_row(self) -> LineRow | None:
        index = self._ui.lines_table.currentIndex()
        return self._ui.lines_table.row_at(index.row()) if index.isValid() else None

    def _choose(self, line_id: str) -> None:
        position = self._model.row_of(line_id)
        if position < 0:
            return
        if self._asked_for != line_id:
            self._asked_for = None
        index = self._model.index(position, 0)
        flags = QItemSelectionModel.SelectionFlag
        selection = self._ui.lines_table.selectionModel()
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._ui.lines_table.scrollTo(index)

    def _show_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._asked_for = None
        self._show_pane()
        self.footer_changed.emit()

    def _show_pane(self) -> None:
        """Ask for a product where one is open or wanted (`_asked_for`, "" for a new line), else edit."""
        row = self._chosen_row()
        if self._asked_for is not None:
            self._ui.pane_stack.setCurrentWidget(self._candidates)
        elif row is None:
            self._ui.pane_stack.setCurrentWidget(self._nothing)
        elif row.line.scope is Scope.CHECK and row.line.product is None:
            self._candidates.ask(row.line, row.number)
            self._ui.pane_stack.setCurrentWidget(self._candidates)
        else:
            self._editor.show_line(row.line, row.number)
            self._ui.pane_stack.setCurrentWidget(self._editor)

    def _filter(self, concern: Concern) -> None:
        self._model.set_concern(concern)
        if not self._chosen_row() and self._model.rows:
            self._choose(self._model.rows[0].line.line_id)
        self._show_pane()

    def _show_all(self) -> None:
        self._chips.button(Concern.ALL).setChecked(True)
        self._model.set_concern(Concern.ALL)

    def _next_undecided(self) -> None:
        self._show_all()
        rows = self._model.rows
        current = self._ui.lines_table.currentIndex().row()
        order = [*rows[current + 1 :], *rows[: current + 1]]
        undecided = next((row for row in order if Concern.CHECK in row.concerns), None)
        if undecided is not None:
            self._choose(undecided.line.line_id)
            self._candidates.take_focus()

    def _find(self) -> None:
        if self._ui.pane_stack.currentWidget() is self._candidates:
            self._candidates.search()
        else:
            self._add()

    def _add(self) -> None:
        self._asked_for = ""
        self._candidates.ask_new()
        self._show_pane()
        self.footer_changed.emit()

    def _take(self, line_id: str, product_id: str) -> None:
        disclosure = self._keeper.disclosure
        self._asked_for = None
        if line_id:
            self._keeper.change(self._services.drafts.choose_product(disclosure, line_id, product_id))
        else:
            self._keeper.change(self._services.drafts.add_line(disclosure, product_id))
            line_id = self._keeper.disclosure.lines[-1].line_id
            self._show_all()
        self._keeper.save_now()
        self._choose(line_id)
        self._show_pane()
        self._editor.take_focus()

    def _put_outside(self, line_id: str, reason: str) -> None:
        line = next(line for line in self._keeper.disclosure.lines if line.line_id == line_id)
        self._asked_for = None
        self._keeper.change_line(replace(line, scope=Scope.OUT, scope_reason=reason, product=None))
        self._keeper.save_now()
        self._ui.lines_table.setFocus()

    def _choose_again(self, line_id: str) -> None:
        row = self._model.row_of(line_id)
        if row >= 0:
            shown = self._model.rows[row]
            self._asked_for = line_id
            self._candidates.ask(shown.line, shown.number)
            self._show_pane()
            self._candidates.search()
            self.footer_changed.emit()

    def _follow(self, line_id: str, remedy: Remedy) -> None:
        self._choose(line_id)
        self._show_pane()
        self._editor.take_focus(remedy)
