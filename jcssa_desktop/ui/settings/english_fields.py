"""What English sheets say of the reseller."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jcssa_desktop.domain.plan import CompanyWords
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_english_fields import Ui_EnglishFields
from jcssa_desktop.ui.widgets.layouts import arrange, arrange_field


class EnglishFields(QWidget):
    """Fields for the English words of the company profile."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_EnglishFields()
        self._ui.setupUi(self)
        ui = self._ui
        arrange(self.layout(), spacing=measures.FIELD_GAP)
        for row in (ui.row_1, ui.row_2, ui.row_3):
            arrange(row.layout(), spacing=measures.FIELD_GAP)
        for field in (ui.name_field, ui.department_field, ui.address_field, ui.desk_field, ui.hours_field):
            arrange_field(field.layout())
        for edit in self.findChildren(QLineEdit):
            edit.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def words(self) -> CompanyWords:
        """The words on the screen."""
        ui = self._ui
        return CompanyWords(
            name=ui.name_edit.text().strip(),
            department=ui.department_edit.text().strip(),
            address=ui.address_edit.text().strip(),
            desk_name=ui.desk_edit.text().strip(),
            hours=ui.hours_edit.text().strip(),
        )

    def show_words(self, words: CompanyWords) -> None:
        """Show words."""
        ui = self._ui
        ui.name_edit.setText(words.name)
        ui.department_edit.setText(words.department)
        ui.address_edit.setText(words.address)
        ui.desk_edit.setText(words.desk_name)
        ui.hours_edit.setText(words.hours)
