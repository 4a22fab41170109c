"""The foot of the wizard: back, how far the eight items are, and the one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from jcssa_desktop.domain import checklist
from jcssa_desktop.domain.disclosure import Disclosure, Explained
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_footer import Ui_WizardFooter
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.widgets.progress_boxes import Box, ProgressBoxes
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.wizard_step import FooterNote

_BOXES = {
    Explained.EXPLAINED: Box.FILLED,
    Explained.NOT_APPLICABLE: Box.FILLED,
    Explained.QUESTION: Box.STRIPED,
    Explained.OPEN: Box.EMPTY,
}


class WizardFooter(QFrame):
    """Shows a step's note where it has one, else the progress over the eight items."""

    back_wanted = Signal()
    later_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_WizardFooter()
        self._ui.setupUi(self)
        self.setProperty("surface", "footer")
        self._boxes = ProgressBoxes(self)
        self._note_mark = MarkLabel(self)
        ui = self._ui
        ui.back_button.setProperty("icon_name", "chevron-left")
        ui.footer_layout.setContentsMargins(measures.SECTION_GAP, 0, measures.SECTION_GAP, 0)
        ui.footer_layout.setSpacing(12)
        for button in (ui.back_button, ui.later_button, ui.next_button):
            button.setFixedHeight(theme.scaled(measures.FOOTER_BUTTON_HEIGHT))
        arrange.bare(ui.progress_layout, 6)
        ui.footer_layout.setAlignment(ui.progress_box, Qt.AlignmentFlag.AlignVCenter)
        self._boxes.setFixedWidth(self._boxes.sizeHint().width())
        ui.progress_layout.insertWidget(0, self._boxes, 0, Qt.AlignmentFlag.AlignHCenter)
        arrange.bare(ui.note_layout)
        ui.note_layout.insertWidget(0, self._note_mark)
        ui.back_button.clicked.connect(self.back_wanted)
        ui.later_button.clicked.connect(self.later_wanted)
        ui.next_button.clicked.connect(self.next_wanted)
        self.setFixedHeight(theme.scaled(measures.FOOTER_HEIGHT))

    def show_progress(self, disclosure: Disclosure) -> None:
        """Show how far the eight items are, in the order of explaining."""
        progress = checklist.progress(disclosure)
        words = self.tr("8項目のうち 説明済 {explained}・質問あり {questions}・残り {open}").format(
            explained=progress.explained, questions=progress.questions, open=progress.open
        )
        self._boxes.set_boxes([_BOXES[disclosure.item(number).state] for number in EXPLAINING_ORDER], words)
        self._ui.progress_label.setText(words)
        self._ui.progress_box.show()
        self._ui.note_box.hide()

    def show_note(self, note: FooterNote) -> None:
        """Show what a step has to say."""
        self._note_mark.set_mark(Mark(note.mark, note.bold, note.tone))
        self._ui.note_label.setText(note.text)
        self._ui.progress_box.hide()
        self._ui.note_box.show()

    def show_way(self, words: str, *, is_primary: bool, has_back: bool, is_enabled: bool) -> None:
        """Show where the buttons lead."""
        ui = self._ui
        ui.back_button.setVisible(has_back)
        ui.next_button.setText(words)
        ui.next_button.setEnabled(is_enabled)
        kind = "primary" if is_primary else "secondary"
        if ui.next_button.property("kind") != kind:
            ui.next_button.setProperty("kind", kind)
            ui.next_button.updateGeometry()
            ui.next_button.update()

    def show_sealed(self, words: str) -> None:
        """Leave only the way home."""
        ui = self._ui
        ui.progress_box.hide()
        ui.note_box.hide()
        ui.later_button.hide()
        self.show_way(words, is_primary=False, has_back=False, is_enabled=True)
