"""All drafts: open one, put one aside and bring it back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.archive import DraftSummary
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_drafts_page import Ui_DraftsPage
from jcssa_desktop.ui.home.draft_rows import DraftDelegate, DraftRow, draft_row
from jcssa_desktop.ui.messages import draft_name, moment_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange


class DraftsPage(QWidget):
    """The list of drafts; what was put aside can be brought back at once."""

    draft_wanted = Signal(str)
    choose_wanted = Signal()
    empty_wanted = Signal()
    drafts_changed = Signal()

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._discarded = ""
        self._ui = Ui_DraftsPage()
        self._ui.setupUi(self)
        self._arrange()
        drafts = self._ui.drafts_list
        drafts.setItemDelegate(DraftDelegate(self, shows_chosen=True))
        drafts.open_on_double_click()
        drafts.opened.connect(self._open)
        self.setFocusProxy(self._ui.choose_button)
        drafts.selectionModel().currentChanged.connect(self._show_current)
        self._ui.choose_button.clicked.connect(self.choose_wanted)
        self._ui.empty_button.clicked.connect(self.empty_wanted)
        self._ui.open_button.clicked.connect(lambda: self._open(drafts.currentIndex().row()))
        self._ui.discard_button.clicked.connect(self._discard_current)
        self._ui.discard_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._ui.message.button_clicked.connect(self._restore)

    @property
    def message(self) -> InlineMessage:
        """Says what was put aside, or what could not be done."""
        return self._ui.message

    def show_drafts(self, drafts: Sequence[DraftSummary], today: date) -> None:
        """List all drafts."""
        rows = [draft_row(draft, today) for draft in drafts]
        self._ui.drafts_list.set_rows([(row, row.spoken) for row in rows])
        self._keep_keyboard(self._ui.drafts_list if rows else self._ui.choose_button)
        self._ui.drafts_list.setVisible(bool(rows))
        self._ui.empty_label.setVisible(not rows)
        self._ui.footer.setVisible(bool(rows))
        self._ui.count_label.setText(self.tr("下書き {count}件").format(count=len(rows)) if rows else "")
        self._show_current()

    def _keep_keyboard(self, first: QWidget) -> None:
        """Let the keyboard begin at a part, and move there when it was where it used to begin."""
        before = self.focusProxy()
        self.setFocusProxy(first)
        if before is not None and before is not first and before.hasFocus():
            first.setVisible(True)
            first.setFocus()

    def _row(self) -> DraftRow | None:
        index = self._ui.drafts_list.currentIndex()
        return self._ui.drafts_list.rows.row(index.row()) if index.isValid() else None

    def _show_current(self) -> None:
        row = self._row()
        self._ui.open_button.setEnabled(row is not None)
        self._ui.discard_button.setEnabled(row is not None)
        if row is None:
            self._ui.saved_label.setText(self.tr("行を選ぶと、開くことも捨てることもできます。"))
            return
        saved = moment_in_prose(row.draft.saved_at, self._services.today())
        self._ui.saved_label.setText(
            self.tr("「{name}」 {moment} に保存").format(name=row.name, moment=saved)
        )

    def _open(self, row: int) -> None:
        if row >= 0:
            self.draft_wanted.emit(self._ui.drafts_list.rows.row(row).draft.disclosure_id)

    def _discard_current(self) -> None:
        row = self._row()
        if row is None:
            return
        draft = row.draft
        self._runner.run(
            self,
            lambda _progress: self._services.drafts.discard(draft.disclosure_id),
            lambda _none: self._say_discarded(draft),
            self._say_error,
        )

    def _say_discarded(self, draft: DraftSummary) -> None:
        self._discarded = draft.disclosure_id
        self._ui.message.show_message(
            "accent",
            self.tr("「{name}」の下書きを捨てました。").format(name=draft_name(draft)),
            self.tr("30日は元に戻せます。"),
            button=self.tr("元に戻す"),
            shortcut="Ctrl+Z",
        )
        self.drafts_changed.emit()

    def _restore(self) -> None:
        discarded = self._discarded
        self._runner.run(
            self,
            lambda _progress: self._services.drafts.restore(discarded),
            lambda _none: self._say_restored(),
            self._say_error,
        )

    def _say_restored(self) -> None:
        self._ui.message.clear()
        self.drafts_changed.emit()

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _arrange(self) -> None:
        ui = self._ui
        arrange(
            self.layout(),
            margins=(measures.PAGE_LEFT, measures.PAGE_TOP, measures.PAGE_LEFT, measures.PAGE_TOP),
            spacing=measures.FIELD_GAP,
        )
        arrange(ui.header.layout(), spacing=12)
        arrange(ui.footer.layout(), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        padding = measures.CARD_PADDING
        ui.empty_label.setMargin(padding)
        ui.drafts_list.set_scrolling()
