"""Choose what a letter is about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_letter_dialog import Ui_LetterDialog
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen

_WIDTH = 760
_HEIGHT = 480


class LetterDialog(QDialog):
    """A table of what can be written about, one row of which is chosen."""

    chosen = Signal(str)
    """The key of the chosen row."""

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_LetterDialog()
        self._ui.setupUi(self)
        ui = self._ui
        self.setWindowTitle(title)
        resize_on_screen(self, scaled(_WIDTH), scaled(_HEIGHT))
        ui.title_label.setText(title)
        ui.lead_label.setText(lead)
        arrange(self.layout(), margins=(30, 24, 30, 24), spacing=measures.FIELD_GAP)
        arrange(ui.card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.button_layout, spacing=12)
        ui.choice_table.setAccessibleName(title)
        ui.choice_table.row_opened.connect(lambda _key: self._choose())
        ui.choice_table.row_chosen.connect(lambda _key: self._show_button())
        ui.write_button.clicked.connect(self._choose)
        ui.cancel_button.clicked.connect(self.reject)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[tuple[str, tuple[Cell, ...]]]) -> None:
        """Offer rows; the first one is chosen."""
        table = self._ui.choice_table
        table.set_columns(columns)
        table.set_rows(rows)
        if rows:
            table.choose(rows[0][0])
        table.setFocus()
        self._show_button()

    def _show_button(self) -> None:
        self._ui.write_button.setEnabled(self._ui.choice_table.current_key() is not None)

    def _choose(self) -> None:
        key = self._ui.choice_table.current_key()
        if key is not None:
            self.accept()
            self.chosen.emit(str(key))
