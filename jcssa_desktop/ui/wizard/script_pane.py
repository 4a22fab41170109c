"""What the salesperson may say about an item; the customer never sees it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jcssa_desktop.domain.guideline import ItemText, Question
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_wizard_script_pane import Ui_WizardScriptPane
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.link_label import LinkLabel

_CLOSED = "▸"
_OPEN = "▾"


class ScriptPane(QWidget):
    """Talk script, usual questions with their answers behind them, and what not to say."""

    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: ItemText | None = None
        self._ui = Ui_WizardScriptPane()
        self._ui.setupUi(self)
        arrange.pane(self._ui.pane_layout)
        scroll_bare(self._ui.scroll_area)
        arrange.bare(self._ui.content_layout, measures.GAP)
        self._ui.hide_button.setProperty("align", "left")
        self._ui.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ui.hide_button.clicked.connect(self.hide_wanted)

    def show_item(self, text: ItemText) -> None:
        """Show the script of an item; the same again keeps opened answers open."""
        if text == self._text:
            return
        self._text = text
        layout = self._ui.content_layout
        arrange.empty(layout)
        for sentence in text.script:
            layout.addWidget(_spoken(sentence, self))
        if text.questions:
            layout.addWidget(_heading(self.tr("よくある質問"), self))
        for question in text.questions:
            self._add_question(question)
        if text.avoid:
            layout.addWidget(_heading(self.tr("言わないこと"), self))
        for sentence in text.avoid:
            layout.addLayout(_avoided(sentence, self))
        layout.addStretch(1)
        self._ui.scroll_area.verticalScrollBar().setValue(0)

    def _add_question(self, question: Question) -> None:
        link = LinkLabel(f"{_CLOSED} {question.question}", self)
        answer = QLabel(question.answer, self)
        answer.setProperty("role", "support")
        answer.setWordWrap(True)
        answer.setIndent(theme.scaled(measures.FIELD_GAP))
        answer.hide()

        def turn() -> None:
            answer.setVisible(answer.isHidden())
            mark = _CLOSED if answer.isHidden() else _OPEN
            link.set_words(f"{mark} {question.question}")

        link.followed.connect(turn)
        self._ui.content_layout.addWidget(link)
        self._ui.content_layout.addWidget(answer)


def _spoken(sentence: str, parent: QWidget) -> QWidget:
    frame = QFrame(parent)
    frame.setProperty("surface", "script")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(theme.scaled(12), 2, 0, 2)
    label = QLabel(sentence, frame)
    label.setWordWrap(True)
    layout.addWidget(label)
    return frame


def _heading(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "heading")
    label.setContentsMargins(0, theme.scaled(measures.GAP), 0, 0)
    return label


def _avoided(sentence: str, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.scaled(measures.GAP))
    mark = MarkLabel(parent)
    mark.set_mark(Mark("caution", ""))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    label = QLabel(sentence, parent)
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return row
