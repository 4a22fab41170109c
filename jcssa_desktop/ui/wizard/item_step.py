"""One of the eight items: this sale's facts, the wording that is printed, and how the explaining ended."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.checklist import ALWAYS_EXPLAINED, ITEM_OF_STEP, Step
from jcssa_desktop.domain.disclosure import Explained, ItemConfirmation
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.services.drafts import DisclosureView
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_step_item import Ui_StepItem
from jcssa_desktop.ui.messages import clock
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.choices import Choice, Choices
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.fact_card import FactCard
from jcssa_desktop.ui.wizard.item_facts import SaleFacts, fact_rows
from jcssa_desktop.ui.wizard.responsibility_matrix import ResponsibilityMatrix
from jcssa_desktop.ui.wizard.script_pane import ScriptPane
from jcssa_desktop.ui.wizard.wizard_step import WizardStep
from jcssa_desktop.ui.wizard.wording_editor import WordingEditor
from jcssa_desktop.ui.wizard.words import CIRCLED

_ROOM_FOR_SCRIPT = 960


class ItemStep(WizardStep):
    """Shows one item at a time; no result is chosen beforehand, and each is chosen on its own."""

    def __init__(
        self,
        keeper: DraftKeeper,
        today: Callable[[], date],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._today = today
        self._now = now
        self._number = ItemNumber.NO_CONTRACT
        self._ui = Ui_StepItem()
        self._ui.setupUi(self)
        self._wording = WordingEditor(self._ui, self)
        self._matrix = ResponsibilityMatrix(self)
        self._facts = FactCard(self)
        results = (
            Choice(Explained.EXPLAINED, self.tr("説明済"), "done", "Alt+1"),
            Choice(Explained.QUESTION, self.tr("質問あり"), "question", "Alt+2"),
            Choice(Explained.NOT_APPLICABLE, self.tr("対象外"), "not-applicable", "Alt+3"),
        )
        self._results = Choices(results, columns=3, parent=self)
        self._script = ScriptPane(self)
        self._is_script_wanted: bool | None = None
        self._arrange()
        self._connect()

    @property
    def number(self) -> ItemNumber:
        """The item that is shown."""
        return self._number

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Show the item of a step from its beginning."""
        self._wording.close()
        self._number = ITEM_OF_STEP[step]
        self.refresh()
        self._ui.scroll_area.verticalScrollBar().setValue(0)
        self._results.take_focus()

    def leave(self) -> None:
        """Keep a wording that is being edited."""
        self._wording.close()

    def refresh(self) -> None:
        """Show the item as it is now."""
        view = self._keeper.view()
        text = view.pack.item(self._number)
        ui = self._ui
        ui.title_label.setText(f"{CIRCLED[self._number - 1]} {text.title}".replace("\u200b", ""))
        ui.lead_label.setText(text.lead)
        self._show_facts(view)
        self._show_wording(view)
        self._show_choices()
        self._show_result()
        self._script.show_item(text)

    def toggle_script(self) -> None:
        """Hide the talk script, or bring it back."""
        self._is_script_wanted = self._ui.script_box.isHidden()
        self._fold_script()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the talk script away where there is no room for it, unless a person wants it."""
        super().resizeEvent(event)
        self._fold_script()

    def _fold_script(self) -> None:
        has_room = self.width() >= theme.scaled(_ROOM_FOR_SCRIPT)
        is_wanted = has_room if self._is_script_wanted is None else self._is_script_wanted
        self._ui.script_box.setVisible(is_wanted)
        self._ui.script_box.setFixedWidth(arrange.pane_width(self.width(), measures.PANE_WIDTH))

    def _show_choices(self) -> None:
        """Items that the guideline has told at every sale cannot be put aside."""
        option = self._results.option(Explained.NOT_APPLICABLE)
        always = self._number in ALWAYS_EXPLAINED
        option.setEnabled(not always)
        option.setToolTip(self.tr("この項目は、どの商談でも説明します。") if always else "")

    def _show_facts(self, view: DisclosureView) -> None:
        is_matrix = self._number is ItemNumber.NO_CONTRACT
        self._matrix.setVisible(is_matrix)
        if is_matrix:
            self._matrix.show_tasks(view.pack.tasks)
        rows = fact_rows(self._number, SaleFacts(self._keeper.disclosure, view, self._today()))
        self._facts.show_rows(rows)
        self._facts.setVisible(bool(rows))

    def _item(self) -> ItemConfirmation:
        return self._keeper.disclosure.item(self._number)

    def _show_wording(self, view: DisclosureView) -> None:
        ui = self._ui
        item = self._item()
        printed = next(one for one in view.items if one.number == self._number)
        self._wording.show_wording(printed.text.replace("\u200b", ""), is_mended=bool(item.wording))
        remark = next((one for one in view.remarks if one.item is self._number), None)
        self._wording.show_remark(remark)
        if item.wording:
            ui.pack_label.setText(self.tr("この商談のために直した文"))
        else:
            effective = view.pack.effective_on
            words = self.tr("当社文例 {year}年{month}月版").format(year=effective.year, month=effective.month)
            ui.pack_label.setText("・".join(filter(None, (words, printed.clause))))

    def _show_result(self) -> None:
        ui = self._ui
        item = self._item()
        self._results.set_value(None if item.state is Explained.OPEN else item.state)
        if item.confirmed_at is None:
            ui.confirmed_label.setText("")
        else:
            who = self._keeper.disclosure.explainer
            words = self.tr("{time}・{who}が記録") if who else self.tr("{time} に記録")
            ui.confirmed_label.setText(words.format(time=clock(item.confirmed_at), who=who))
        is_question = item.state is Explained.QUESTION
        needs_note = is_question or item.state is Explained.NOT_APPLICABLE
        ui.note_box.setVisible(needs_note)
        note_words = self.tr("質問の内容") if is_question else self.tr("対象外にする理由")
        ui.note_label.setText(note_words)
        ui.note_edit.setAccessibleName(note_words)
        ui.answer_by_label.setVisible(is_question)
        ui.answer_by_edit.setVisible(is_question)
        _show_text(ui.note_edit, item.note)
        ui.answer_by_edit.set_day(item.answer_by)
        _show_text(ui.memo_edit, item.memo)
        self._judge(item)

    def _judge(self, item: ItemConfirmation) -> None:
        """Say what a result still needs."""
        ui = self._ui
        note = answer_by = ""
        if item.state is Explained.QUESTION:
            note = "" if item.note.strip() else self.tr("お客様の質問を書きます。")
            if not ui.answer_by_edit.is_valid:
                answer_by = self.tr("この日付は読み取れません。例：2026-08-21")
            elif item.answer_by is None:
                answer_by = self.tr("いつまでに答えるかを決めます。")
        elif item.state is Explained.NOT_APPLICABLE:
            note = "" if item.note.strip() else self.tr("理由を書きます。控えに印刷します。")
        arrange.show_error(ui.note_edit, ui.note_error, note)
        arrange.show_error(ui.answer_by_edit.edit, ui.answer_by_error, answer_by)

    def _arrange(self) -> None:
        ui = self._ui
        arrange.bare(ui.step_layout, 0)
        scroll_bare(ui.scroll_area)
        arrange.page(ui.content_layout)
        for layout in (ui.facts_layout, ui.wording_head, ui.result_head, ui.result_layout, ui.memo_layout):
            arrange.bare(layout)
        ui.facts_layout.addWidget(self._matrix)
        ui.facts_layout.addWidget(self._facts)
        ui.result_layout.addWidget(self._results)
        padding = theme.scaled(measures.CARD_PADDING)
        ui.wording_layout.setContentsMargins(padding, theme.scaled(12), padding, theme.scaled(12))
        arrange.labelled(ui.note_layout)
        ui.note_layout.setHorizontalSpacing(measures.FIELD_GAP)
        ui.note_layout.setColumnStretch(0, 2)
        ui.note_layout.setColumnStretch(1, 1)
        arrange.bare(ui.centre_layout, 0)
        ui.content_layout.setContentsMargins(
            measures.PAGE_LEFT, measures.PAGE_TOP, measures.PANE_PADDING, measures.FIELD_GAP
        )
        ui.panel_layout.setContentsMargins(
            measures.PAGE_LEFT, measures.INNER_GAP, measures.PANE_PADDING, measures.FIELD_GAP
        )
        ui.panel_layout.setSpacing(measures.GAP)
        arrange.gap_before(ui.content_layout, ui.wording_head, measures.GAP)
        arrange.gap_before(ui.panel_layout, ui.memo_layout, measures.INNER_GAP)
        for part in (ui.content, ui.result_panel):
            arrange.readable(part)
        ui.result_rule.setFixedHeight(1)
        ui.result_rule.hide()
        ui.scroll_area.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: ui.result_rule.setVisible(high > 0)
        )
        ui.answer_by_edit.set_today(self._today())
        self._results.setAccessibleName(self.tr("説明の結果"))
        arrange.bare(ui.script_layout, 0)
        ui.script_layout.addWidget(self._script)
        arrange.gap_before(ui.content_layout, ui.facts_box, measures.GAP)
        arrange.hide_errors(self)

    def _connect(self) -> None:
        ui = self._ui
        self._results.chosen.connect(self._take_result)
        self._script.hide_wanted.connect(self.toggle_script)
        self._facts.link_followed.connect(lambda line_id: self.jump_requested.emit(Step.LINES, line_id))
        ui.edit_button.clicked.connect(self._mend_wording)
        ui.restore_button.clicked.connect(self._wording.restore)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(self._mend_wording)
        self._wording.wording_changed.connect(lambda wording: self._change(wording=wording))
        self._wording.closed.connect(self._keeper.save_now)
        ui.note_edit.textChanged.connect(lambda text: self._change(note=text))
        ui.memo_edit.textChanged.connect(lambda text: self._change(memo=text))
        ui.answer_by_edit.day_changed.connect(lambda: self._change(answer_by=ui.answer_by_edit.day))
        ui.answer_by_edit.validity_changed.connect(lambda: self._judge(self._item()))
        for edit in (ui.note_edit, ui.memo_edit):
            edit.editingFinished.connect(self._keeper.save_now)

    def _mend_wording(self) -> None:
        self._wording.toggle(self._item().wording)
        content = self._ui.content_layout
        content.activate()  # the field has its place now, and can be scrolled to
        self._ui.scroll_area.ensureWidgetVisible(self._ui.wording_card)

    def _change(self, **changes: object) -> None:
        self._keeper.change_item(replace(self._item(), **changes))

    def _take_result(self) -> None:
        state = self._results.value
        if not isinstance(state, Explained) or state is self._item().state:
            return
        answer_by = self._item().answer_by if state is Explained.QUESTION else None
        self._change(state=state, confirmed_at=self._now(), answer_by=answer_by)
        self._keeper.save_now()
        if state is not Explained.EXPLAINED:
            self._ui.note_edit.setFocus()


def _show_text(edit: QWidget, text: str) -> None:
    if edit.text() != text:  # type: ignore[attr-defined]
        edit.setText(text)  # type: ignore[attr-defined]
