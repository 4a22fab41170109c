"""Names in sources that look like those of our products: a person says which mean the same."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.near_name import NameDecision, NearName
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_near_names_dialog import Ui_NearNamesDialog
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.chips import Chip
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen
from jcssa_desktop.ui.widgets.mark import Mark

_WAITING = "waiting"
_DECIDED = "decided"
_SHOWN = 200
_SIZE = (960, 600)


class _Names(Struct, frozen=True):
    waiting: tuple[NearName, ...]
    decided: tuple[NameDecision, ...]


class NearNamesDialog(QDialog):
    """Nothing is taken for the same by itself; what was decided can be taken back."""

    decided = Signal()
    """What is stated of a name counts for a product now, or no more."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._names = _Names((), ())
        self._ui = Ui_NearNamesDialog()
        self._ui.setupUi(self)
        self.setWindowTitle(self.tr("近い名前"))
        self._arrange()
        self._connect()
        self._read()

    @property
    def message(self) -> InlineMessage:
        """Says what was decided."""
        return self._ui.message

    def _read(self) -> None:
        near = self._services.near_names
        self._runner.run(
            self,
            lambda _progress: _Names(near.waiting(), near.decided()),
            self._show,
            self._say_error,
            is_reading=True,
        )

    def _show(self, names: _Names) -> None:
        self._names = names
        self._ui.chips.set_chips(
            (
                Chip(_WAITING, self.tr("決めるもの"), len(names.waiting)),
                Chip(_DECIDED, self.tr("決めたもの"), len(names.decided)),
            )
        )
        self._show_rows()

    def _show_rows(self) -> None:
        ui, names = self._ui, self._names
        rows: list[tuple[object, tuple[Cell, ...]]] = (
            [(one, self._waiting_cells(one)) for one in names.waiting[:_SHOWN]]
            if ui.chips.current != _DECIDED
            else [(one, self._decided_cells(one)) for one in names.decided]
        )
        table = ui.name_table
        place = max(0, table.currentIndex().row())
        table.set_rows(rows)
        table.setVisible(bool(rows))
        ui.empty_label.setVisible(not rows)
        ui.empty_label.setText(self.tr("ここに並ぶ名前はありません。"))
        if rows and table.current_key() is None:
            table.choose(rows[min(place, len(rows) - 1)][0])
        self._show_buttons()

    def _waiting_cells(self, near: NearName) -> tuple[Cell, ...]:
        stated = near.stated
        return (
            Cell(f"{stated.maker} {stated.name}".strip(), f"{stated.source}・{stated.record_id}"),
            Cell(near.model, self.tr("名前の近さ {likeness}%").format(likeness=round(near.likeness))),
            Cell(mark=Mark("unknown", self.tr("決めていません"))),
        )

    def _decided_cells(self, decision: NameDecision) -> tuple[Cell, ...]:
        same = Mark("latest", self.tr("同じ製品"))
        different = Mark("none", self.tr("別の製品"))
        return (
            Cell(f"{decision.maker} {decision.name}".strip(), f"{decision.by}・{day_in_prose(decision.on)}"),
            Cell(decision.model),
            Cell(mark=same if decision.is_same else different),
        )

    def _show_buttons(self) -> None:
        chosen, ui = self._ui.name_table.current_key(), self._ui
        for button in (ui.same_button, ui.different_button):
            button.setEnabled(isinstance(chosen, NearName))
        ui.take_back_button.setVisible(isinstance(chosen, NameDecision))

    def _decide(self, *, is_same: bool) -> None:
        chosen = self._ui.name_table.current_key()
        if not isinstance(chosen, NearName):
            return
        by = self._services.settings.current.company.explainer
        words = (
            self.tr("「{name}」を {model} として扱います。「決めたもの」から取り消せます。")
            if is_same
            else self.tr("「{name}」は {model} とは別の製品です。「決めたもの」から取り消せます。")
        )
        self._write(
            lambda: self._services.near_names.decide(chosen, is_same=is_same, by=by),
            words.format(name=chosen.stated.name, model=chosen.model),
        )

    def _take_back(self) -> None:
        chosen = self._ui.name_table.current_key()
        if isinstance(chosen, NameDecision):
            words = self.tr("取り消しました。「{name}」は、まだ決めていない名前に戻りました。")
            self._write(lambda: self._services.near_names.take_back(chosen), words.format(name=chosen.name))

    def _write(self, act: Callable[[], None], words: str) -> None:
        self._runner.run(
            self, lambda _progress: act(), lambda _nothing: self._take_written(words), self._say_error
        )

    def _take_written(self, words: str) -> None:
        self._ui.message.show_message("ok", words)
        self._read()
        self._ui.name_table.setFocus()
        self.decided.emit()

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _arrange(self) -> None:
        ui = self._ui
        resize_on_screen(self, *_SIZE)
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=12)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.footer.layout(), spacing=12)
        ui.empty_label.setMargin(measures.CARD_PADDING)
        ui.name_table.set_columns(
            (
                Column(self.tr("情報源の名前")),
                Column(self.tr("カタログの製品"), 260),
                Column(self.tr("いま"), 150),
            )
        )
        ui.take_back_button.hide()
        ui.name_table.setFocus()

    def _connect(self) -> None:
        ui = self._ui
        ui.chips.chosen.connect(lambda _key: self._change_list())
        ui.name_table.row_chosen.connect(lambda _row: self._show_buttons())
        ui.close_button.clicked.connect(self.reject)
        ui.same_button.clicked.connect(lambda: self._decide(is_same=True))
        ui.same_button.setShortcut(QKeySequence("Alt+1"))
        ui.different_button.clicked.connect(lambda: self._decide(is_same=False))
        ui.different_button.setShortcut(QKeySequence("Alt+2"))
        ui.take_back_button.clicked.connect(self._take_back)

    def _change_list(self) -> None:
        self._ui.name_table.clear_choice()
        self._show_rows()
