"""One field that searches archive and catalogue and leads to whichever has it."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jcssa_desktop.domain.catalogue_answers import SearchResult
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.icons import paint_icon
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.painting import paint_row_ground, paint_text, text_width
from jcssa_desktop.ui.widgets.row_list import ROW_ROLE, Index, RowList
from jcssa_desktop.ui.widgets.search_edit import SearchEdit


class Place(Struct, frozen=True):
    """Where the text can be looked for, and how often it is there."""

    key: str
    icon: str
    word: str
    count: str


class SearchJump(QWidget):
    """Type, see how often it is in the archive and in the catalogue, Enter goes there."""

    jump_wanted = Signal(str, str)
    """The screen (`archive` or `catalogue`) and the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._runner: TaskRunner | None = None
        self._request = 0
        self.edit = SearchEdit(self)
        self.edit.set_shortcut_text("Ctrl+K")
        self.edit.setPlaceholderText(self.tr("お客様・機種・製造番号をさがす"))
        self.edit.setAccessibleName(self.tr("お客様・機種・製造番号をさがす"))
        box = QVBoxLayout(self)
        arrange(box)
        box.addWidget(self.edit)
        self._popup = QFrame(self)
        self._popup.setProperty("surface", "popup")
        arrange(QVBoxLayout(self._popup), margins=(4, 4, 4, 4))
        self.places = RowList(self._popup)
        self.places.setItemDelegate(_PlaceDelegate(self))
        self.places.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._popup.layout().addWidget(self.places)  # type: ignore[union-attr]  # set just above
        self._popup.hide()
        self.edit.search_wanted.connect(self._look)
        self.edit.returnPressed.connect(self._jump_to_current)
        self.edit.down_pressed.connect(self._go_down)
        self.edit.installEventFilter(self)
        self.places.opened.connect(self._jump)

    def use(self, services: Services, runner: TaskRunner) -> None:
        """Take what to search with."""
        self._services = services
        self._runner = runner

    @property
    def is_open(self) -> bool:
        """Whether the places are shown."""
        return self._popup.isVisible()

    def clear(self) -> None:
        """Forget what was typed."""
        self.edit.clear()
        self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QFocusEvent) and event.lostFocus():
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        self._request += 1
        number, services, wanted = self._request, self._services, text.strip()
        if not wanted or services is None or self._runner is None:
            self._popup.hide()
            return
        self._runner.run(
            self,
            lambda _progress: (
                len(services.archive.records(wanted)),
                services.catalogue.search(wanted, limit=1),
            ),
            lambda counts: self._show(number, *counts),
            lambda error: self._show_nothing(number, error),
            is_reading=True,
        )

    def _show(self, number: int, records: int, found: SearchResult) -> None:
        if number != self._request or not self.edit.hasFocus():
            return
        count = self.tr("{count}件以上") if found.has_more else self.tr("{count}件")
        places = [
            Place("archive", "archive", self.tr("台帳"), self.tr("{count}件").format(count=records)),
            Place(
                "catalogue",
                "catalogue",
                self.tr("製品カタログ"),
                count.format(count=found.total),
            ),
        ]
        if found.total > records:
            places.reverse()
        self.places.set_rows([(place, f"{place.word} {place.count}") for place in places])
        self.places.setCurrentIndex(self.places.rows.index(0, 0))
        self._place_popup()

    def _show_nothing(self, number: int, error: JcssaError) -> None:
        del error  # the screens behind say what is wrong with their database
        if number == self._request:
            self._popup.hide()

    def _place_popup(self) -> None:
        window = self.window()
        self._popup.setParent(window)
        self._popup.setFixedWidth(self.width())
        self._popup.adjustSize()
        self._popup.move(self.mapTo(window, QPoint(0, self.height() + 4)))
        self._popup.show()
        self._popup.raise_()

    def _go_down(self) -> None:
        if self.is_open:
            row = (self.places.currentIndex().row() + 1) % self.places.rows.rowCount()
            self.places.setCurrentIndex(self.places.rows.index(row, 0))

    def _jump_to_current(self) -> None:
        if self.is_open:
            self._jump(self.places.currentIndex().row())

    def _jump(self, row: int) -> None:
        place: Place = self.places.rows.row(row)
        text = self.edit.text().strip()
        self.clear()
        self.jump_wanted.emit(place.key, text)


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place: its drawing, its word and how often the text is there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, scaled(measures.CONTROL_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(ROW_ROLE)
        ground = paint_row_ground(painter, option, inset=1)
        side = scaled(measures.ICON)
        area = option.rect.adjusted(8, 0, -8, 0)
        drawing = QRect(area.left(), area.center().y() - side // 2, side, side)
        paint_icon(painter, drawing.toRectF(), place.icon, "text2", ground)
        width = text_width(place.count, pixels=measures.TEXT_CAPTION) + 8
        words = area.adjusted(side + 10, 0, -width, 0)
        paint_text(painter, words, place.word)
        paint_text(
            painter,
            area,
            place.count,
            ink="text2",
            pixels=measures.TEXT_CAPTION,
            is_right=True,
        )
