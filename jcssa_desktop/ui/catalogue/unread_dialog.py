"""What could not be read: statements that wait for a person, and what persons made of others."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.settlement import Settlement, StatedWords, UnreadStatement, UnreadStatements
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.range_preview import settled_words
from jcssa_desktop.ui.generated.ui_unread_dialog import Ui_UnreadDialog
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.chips import Chip
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen, scroll_bare
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.widgets.tab_order import TabByLayout

_WAITING = "waiting"
_SETTLED = "settled"
_SHOWN = 500
_SIZE = (1140, 640)
_SETTLE_KEYS = QKeySequence("Ctrl+Return")


class _Queue(Struct, frozen=True):
    waiting: UnreadStatements
    settled: tuple[Settlement, ...]


class UnreadDialog(TabByLayout, QDialog):
    """Settling a statement keeps who read it so, when and why; it can be taken back."""

    settled = Signal()
    """What the catalogue makes of a statement has changed."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._queue = _Queue(UnreadStatements(0, ()), ())
        self._request = 0
        self._settlement: Settlement | None = None
        self._ui = Ui_UnreadDialog()
        self._ui.setupUi(self)
        self.setWindowTitle(self.tr("読めなかった範囲"))
        self._arrange()
        self._connect()
        self._read()

    @property
    def message(self) -> InlineMessage:
        """Says what was settled, or what could not be done."""
        return self._ui.message

    def _read(self) -> None:
        catalogue = self._services.catalogue
        self._runner.run(
            self,
            lambda _progress: _Queue(catalogue.unread_statements(_SHOWN), catalogue.settlements()),
            self._show_queue,
            self._say_error,
            is_reading=True,
        )

    def _show_queue(self, queue: _Queue) -> None:
        self._queue = queue
        self._ui.chips.set_chips(
            (
                Chip(_WAITING, self.tr("読み方を待つもの"), queue.waiting.total),
                Chip(_SETTLED, self.tr("確定したもの"), len(queue.settled)),
            )
        )
        self._show_rows()

    def _show_rows(self) -> None:
        ui, queue = self._ui, self._queue
        is_waiting = ui.chips.current != _SETTLED
        rows: list[tuple[object, tuple[Cell, ...]]] = (
            [(one.words, self._waiting_cells(one)) for one in queue.waiting.statements]
            if is_waiting
            else [(one.words, self._settled_cells(one)) for one in queue.settled]
        )
        table = ui.statement_table
        place = max(0, table.currentIndex().row())
        table.set_rows(list(dict(rows).items()))
        table.setVisible(bool(rows))
        ui.empty_label.setVisible(not rows)
        ui.empty_label.setText(
            self.tr("読み方を待つ記載はありません。")
            if is_waiting
            else self.tr("確定したものはまだありません。")
        )
        more = is_waiting and queue.waiting.total > len(queue.waiting.statements)
        ui.count_label.setVisible(more)
        ui.count_label.setText(
            self.tr("{total}件のうち {shown}件。カタログの製品に関わるものが先です。").format(
                total=f"{queue.waiting.total:,}", shown=len(queue.waiting.statements)
            )
        )
        if rows and table.current_key() is None:
            table.choose(table.cells.key(min(place, table.cells.rowCount() - 1)))
        self._show_form(is_shown=bool(rows))

    def _waiting_cells(self, unread: UnreadStatement) -> tuple[Cell, ...]:
        words = unread.words
        ours = Mark("caution", self.tr("カタログの製品"))
        other = Mark("open", self.tr("ほかの製品"))
        return (
            Cell(f"{words.maker} {words.name}".strip(), f"{words.record_id}・{words.stated}", is_bold=True),
            Cell(mark=ours if unread.is_ours else other),
        )

    def _settled_cells(self, settled: Settlement) -> tuple[Cell, ...]:
        words = settled.words
        reading = settled_words(settled)
        return (
            Cell(f"{words.maker} {words.name}".strip(), f"{words.record_id}・{reading}", is_bold=True),
            Cell(settled.by, day_in_prose(settled.on)),
        )

    def _show_chosen(self, words: object) -> None:
        if not isinstance(words, StatedWords):
            return
        self._request += 1
        number = self._request
        self._settlement = next((one for one in self._queue.settled if one.words == words), None)
        waiting = next((one for one in self._queue.waiting.statements if one.words == words), None)
        catalogue = self._services.catalogue
        self._runner.run(
            self,
            lambda _progress: waiting or catalogue.unread_of(words),
            lambda unread: self._show_statement(number, unread),
            self._say_error,
            is_reading=True,
        )

    def _show_statement(self, number: int, unread: UnreadStatement | None) -> None:
        if number != self._request:
            return
        self._show_form(is_shown=unread is not None)
        if unread is None:
            return
        by = self._services.settings.current.company.explainer
        form = self._ui.settle_form
        form.show_statement(unread, by, self._settlement)
        self._ui.scroll_area.verticalScrollBar().setValue(0)
        self._runner.run(
            self,
            lambda _progress: self._services.catalogue.subjects(unread.statement),
            lambda subjects: form.show_subjects(subjects) if number == self._request else None,
            self._say_error,
            is_reading=True,
        )

    def _show_form(self, *, is_shown: bool) -> None:
        ui = self._ui
        ui.settle_form.setVisible(is_shown)
        is_settled = self._settlement is not None
        ui.take_back_button.setVisible(is_settled)
        ui.settle_button.setEnabled(is_shown)
        ui.settle_button.setText(self.tr("読み方を直す") if is_settled else self.tr("読み方を確定する"))
        ui.settle_button.setShortcut(_SETTLE_KEYS)  # setting the text forgets it

    def _settle(self) -> None:
        settlement = self._ui.settle_form.settlement(self._services.today())
        if settlement is None:
            return
        self._write(
            lambda: self._services.catalogue.settle(settlement),
            self.tr("読み方を確定しました。「確定したもの」から取り消せます。"),
        )

    def _take_back(self) -> None:
        settlement = self._settlement
        if settlement is not None:
            self._write(
                lambda: self._services.catalogue.take_back(settlement.words),
                self.tr("確定を取り消しました。この記載は不明に戻りました。"),
            )

    def _write(self, act: Callable[[], None], words: str) -> None:
        self._runner.run(
            self, lambda _progress: act(), lambda _nothing: self._take_written(words), self._say_error
        )

    def _take_written(self, words: str) -> None:
        self._settlement = None
        self._ui.message.show_message("ok", words)
        self._ui.statement_table.setFocus()
        self._ui.statement_table.clear_choice()
        self._read()
        self.settled.emit()

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _arrange(self) -> None:
        ui = self._ui
        resize_on_screen(self, *_SIZE)
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=12)
        arrange(ui.middle.layout(), spacing=measures.FIELD_GAP)
        arrange(ui.left.layout(), spacing=measures.GAP)
        arrange(ui.list_card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.footer.layout(), spacing=12)
        ui.empty_label.setMargin(measures.CARD_PADDING)
        scroll_bare(ui.scroll_area)
        ui.statement_table.set_columns(
            (Column(self.tr("製品・記録と言葉")), Column(self.tr("いま"), 150, is_optional=True))
        )
        ui.settle_form.hide()
        ui.take_back_button.hide()
        ui.statement_table.setFocus()

    def _connect(self) -> None:
        ui = self._ui
        ui.chips.chosen.connect(lambda _key: self._change_list())
        ui.statement_table.row_chosen.connect(self._show_chosen)
        ui.statement_table.row_opened.connect(lambda _words: ui.settle_form.setFocus())
        ui.close_button.clicked.connect(self.reject)
        ui.settle_button.clicked.connect(self._settle)
        ui.take_back_button.clicked.connect(self._take_back)

    def _change_list(self) -> None:
        self._settlement = None
        self._ui.message.clear()
        self._ui.statement_table.clear_choice()
        self._show_rows()
