"""How this customer's sheet is to be: its language, the size of its letters, readings above hard words."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jcssa_desktop.domain.disclosure import Disclosure, SheetEdition
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.choices import Choice, Choices
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper

translate = QCoreApplication.translate


class SheetChoices(QWidget):
    """Language, edition and readings of the sheet; the settings say what a new draft begins with."""

    def __init__(self, keeper: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        languages = (Choice("ja", "日本語"), Choice("en", "English"))
        editions = (
            Choice(SheetEdition.STANDARD, self.tr("標準の文字")),
            Choice(SheetEdition.LARGE, self.tr("大きな文字")),
        )
        self.languages = Choices(languages, columns=2, parent=self)
        self.editions = Choices(editions, columns=2, parent=self)
        self.readings_box = QCheckBox(self.tr("難しい言葉に読みがなを付ける"), self)
        self.languages.setAccessibleName(self.tr("控えの言語"))
        self.editions.setAccessibleName(self.tr("控えの文字"))
        layout = QVBoxLayout(self)
        arrange.bare(layout, measures.FIELD_GAP)
        for part in (self.languages, self.editions, self.readings_box):
            layout.addWidget(part)
        self.languages.chosen.connect(lambda: self._change(language=self.languages.value))
        self.editions.chosen.connect(lambda: self._change(edition=self.editions.value))
        self.readings_box.clicked.connect(lambda is_wanted: self._change(readings=is_wanted))
        self.refresh()

    def refresh(self) -> None:
        """Show the disclosure; readings are for Japanese words alone."""
        disclosure = self._keeper.disclosure
        self.languages.set_value(disclosure.language)
        self.editions.set_value(disclosure.edition)
        self.readings_box.setChecked(disclosure.readings)
        self.readings_box.setVisible(disclosure.language == "ja")

    def _change(self, **changes: object) -> None:
        self._keeper.change(replace(self._keeper.disclosure, **changes))
        self._keeper.save_now()


def sheet_words(disclosure: Disclosure) -> str:
    """Name the edition of a sheet: 「日本語・大きな文字・読みがな付き」."""
    is_japanese = disclosure.language == "ja"
    parts = (
        translate("SheetChoices", "日本語") if is_japanese else translate("SheetChoices", "英語"),
        translate("SheetChoices", "大きな文字")
        if disclosure.edition is SheetEdition.LARGE
        else translate("SheetChoices", "標準の文字"),
        translate("SheetChoices", "読みがな付き") if is_japanese and disclosure.readings else "",
    )
    return "・".join(filter(None, parts))
