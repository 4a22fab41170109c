"""The bar at the left: who we are, the screens and how old the catalogue is."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_navigation import Ui_Navigation
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.theme import colour, scaled
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.widgets.painting import (
    is_chosen,
    paint_keyboard_ring,
    paint_row_ground,
    paint_text,
    text_width,
)
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index, RowModel

_ROW_GAP = 2
_RULE_ROW = 17
_SIDE = 8


class Entry(Struct, frozen=True):
    """A screen: its key, word, drawing, shortcut, and how many things wait there."""

    key: str
    word: str
    icon: str
    shortcut: str
    count: int = 0
    has_rule_above: bool = False


class Navigation(QFrame):
    """Shows the screens; `chosen` tells which one a person wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_Navigation()
        self._ui.setupUi(self)
        self._entries: tuple[Entry, ...] = ()
        self._age = Mark("unknown", "")
        self._age_support = ""
        self._is_folded = False
        self.setProperty("surface", "navigation")
        self._model = RowModel(self)
        entries = self._ui.entry_list
        entries.setModel(self._model)
        entries.setItemDelegate(_EntryDelegate(self))
        entries.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        entries.setFrameShape(QListView.Shape.NoFrame)
        entries.setMouseTracking(True)
        entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        entries.selectionModel().currentChanged.connect(self._tell)
        self._ui.monogram_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ui.monogram_label.setProperty("role", "monogram")
        self.apply_measures()

    @property
    def is_folded(self) -> bool:
        """Whether only the drawings are shown."""
        return self._is_folded

    @property
    def entry_list(self) -> QListView:
        """The list of screens."""
        return self._ui.entry_list

    def apply_measures(self) -> None:
        """Take widths and gaps for the text size in force."""
        width = measures.NAVIGATION_FOLDED if self._is_folded else scaled(measures.NAVIGATION_WIDTH)
        self.setFixedWidth(width)
        arrange(self.layout(), margins=(0, 16, 0, 12))
        side = 12 if self._is_folded else 16
        arrange(self._ui.who.layout(), margins=(side, 0, 8, 16), spacing=10)
        arrange(self._ui.names.layout())
        arrange(self._ui.foot.layout(), margins=(side + (4 if self._is_folded else 0), 12, 8, 0))
        self._ui.monogram_label.setFixedSize(32, 32)
        for part in (self._ui.names, self._ui.age_label):
            part.setVisible(not self._is_folded)
        self._show_age()
        self._ui.entry_list.doItemsLayout()

    def set_folded(self, *, is_folded: bool) -> None:
        """Show drawings alone, with the words as tool tips, or drawings with words."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.apply_measures()

    def set_company(self, company: str, person: str) -> None:
        """Show who works here."""
        self._ui.company_label.setText(company)
        self._ui.company_label.setToolTip(company)
        self._ui.person_label.setText(person)
        self._ui.monogram_label.setText(_first_letter(company))

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these screens."""
        self._entries = tuple(entries)
        self._show_entries()

    def set_count(self, key: str, count: int) -> None:
        """Show beside a screen's word how many things wait there."""
        self._entries = tuple(
            replace(entry, count=count) if entry.key == key else entry for entry in self._entries
        )
        self._show_entries()

    def set_current(self, key: str) -> None:
        """Mark a screen as the one that is shown; nothing is told."""
        row = next(number for number, entry in enumerate(self._entries) if entry.key == key)
        entries = self._ui.entry_list
        entries.selectionModel().blockSignals(True)
        entries.selectionModel().setCurrentIndex(
            self._model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        entries.selectionModel().blockSignals(False)
        entries.viewport().update()

    def set_catalogue_age(self, mark: Mark, support: str) -> None:
        """Show how old the catalogue's newest fact is."""
        self._age = mark
        self._age_support = support
        self._show_age()

    def _show_age(self) -> None:
        word = "" if self._is_folded else self._age.word
        mark = replace(self._age, word=word)
        self._ui.age_mark.set_mark(mark, pixels=measures.TEXT_CAPTION, ground="sunken")
        self._ui.age_mark.setAccessibleName(self._age.word)
        self._ui.age_mark.setToolTip(f"{self._age.word}\n{self._age_support}".strip())
        self._ui.age_label.setText(self._age_support)
        self._ui.age_label.setIndent(0 if self._is_folded else scaled(measures.MARK) + 6)

    def _show_entries(self) -> None:
        current = self._ui.entry_list.currentIndex().row()
        self._model.set_rows([(entry, _spoken(entry)) for entry in self._entries])
        if current >= 0:
            self.set_current(self._entries[current].key)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._entries[current.row()].key)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a screen's drawing, word, count and shortcut."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._navigation = navigation

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        entry: Entry = index.data(ROW_ROLE)
        rule = _RULE_ROW if entry.has_rule_above else 0
        return QSize(0, scaled(measures.NAVIGATION_ROW) + _ROW_GAP + rule)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ROW_ROLE)
        if entry.has_rule_above:
            rule = QRect(option.rect.left() + 16, option.rect.top() + 8, option.rect.width() - 32, 1)
            painter.fillRect(rule, colour("line"))
            option.rect.setTop(option.rect.top() + _RULE_ROW)
        option.rect.adjust(0, 0, 0, -_ROW_GAP)
        ground = paint_row_ground(painter, option, ground="sunken", inset=_SIDE)
        self._paint_entry(painter, option, entry, ground)
        paint_keyboard_ring(painter, option, inset=_SIDE)

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, ground: str
    ) -> None:
        row = option.rect.adjusted(2 * _SIDE, 0, -2 * _SIDE, 0)
        chosen = is_chosen(option)
        side = scaled(measures.ICON)
        left = option.rect.center().x() - side // 2 + 1 if self._navigation.is_folded else row.left()
        place = QRectF(left, row.top() + (row.height() - side) / 2, side, side)
        paint_icon(painter, place, entry.icon, "accent" if chosen else "text2", ground)
        if self._navigation.is_folded:
            return
        words = row.adjusted(side + 10, 0, 0, 0)
        shortcut_width = paint_text(
            painter,
            words,
            entry.shortcut,
            ink="text2" if chosen else "text3",
            pixels=measures.TEXT_CAPTION,
            is_right=True,
        )
        words.adjust(0, 0, -shortcut_width - 8, 0)
        used = paint_text(painter, words, entry.word, is_bold=chosen)
        if entry.count:
            paint_text(
                painter,
                words.adjusted(used + 14, 0, text_width("0"), 0),
                str(entry.count),
                ink="text2",
                pixels=measures.TEXT_CAPTION,
                is_bold=True,
            )


def _spoken(entry: Entry) -> str:
    count = f" {entry.count}" if entry.count else ""
    return f"{entry.word}{count}"


def _first_letter(company: str) -> str:
    """Take the letter that tells a company from others: not that of 株式会社."""
    for form in ("株式会社", "有限会社", "合同会社", "(株)", "（株）", "(有)", "（有）"):
        company = company.removeprefix(form)
    return company.strip()[:1].upper()
