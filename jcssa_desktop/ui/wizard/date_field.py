"""A field for a day: typed in any usual way, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from jcssa_desktop.ui import icons
from jcssa_desktop.ui.wizard.typed_date import parse_day


class DateField(QWidget):
    """Shows a day as 2026-08-07; empty means that no day is stated.

    A text that is no day is kept as typed, `is_valid` is False and no change is told.
    Down opens the calendar.
    """

    day_changed = Signal()
    validity_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._day: date | None = None
        self.is_valid = True
        self._edit = QLineEdit(self)
        self._edit.setPlaceholderText(self.tr("例：2026-08-07"))
        self._edit.setMaxLength(20)
        self._calendar_action = QAction(self.tr("カレンダーから選ぶ（↓）"), self)
        self._calendar_action.setIcon(icons.icon("calendar", "text2"))
        self._edit.addAction(self._calendar_action, QLineEdit.ActionPosition.TrailingPosition)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textChanged.connect(self._read)
        self._edit.editingFinished.connect(self._tidy)
        self._edit.installEventFilter(self)
        self._calendar_action.triggered.connect(self._open_calendar)

    def set_today(self, today: date) -> None:
        """Say which day it is: it decides the year of a day typed without one."""
        self._today = today
        self._edit.setPlaceholderText(f"{today:%Y-%m-%d}")

    @property
    def day(self) -> date | None:
        """The day that the text states; None where it states none."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day; a text that already states it stays as typed."""
        if day == self._day and self.is_valid:
            return
        self._day = day
        self.is_valid = True
        self._edit.blockSignals(True)
        self._edit.setText("" if day is None else day.isoformat())
        self._edit.blockSignals(False)

    @property
    def edit(self) -> QLineEdit:
        """The text field, for names and error borders."""
        return self._edit

    def setAccessibleName(self, name: str) -> None:
        """Name the text field as well: that is where the focus is."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar on Down."""
        if (
            watched is self._edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._open_calendar()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the calendar in another theme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._calendar_action.setIcon(icons.icon("calendar", "text2"))

    def _read(self, text: str) -> None:
        try:
            day = parse_day(text, self._today)
        except ValueError:
            self._set_validity(is_valid=False)
            return
        was_valid = self.is_valid
        self._set_validity(is_valid=True)
        if day != self._day or not was_valid:
            self._day = day
            self.day_changed.emit()

    def _set_validity(self, *, is_valid: bool) -> None:
        if is_valid != self.is_valid:
            self.is_valid = is_valid
            self.validity_changed.emit()

    def _tidy(self) -> None:
        if self.is_valid and self._day is not None:
            self._edit.blockSignals(True)
            self._edit.setText(self._day.isoformat())
            self._edit.blockSignals(False)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        shown = self._day or self._today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(lambda chosen: self._take(calendar, chosen))
        calendar.clicked.connect(lambda chosen: self._take(calendar, chosen))
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()

    def _take(self, calendar: QCalendarWidget, chosen: QDate) -> None:
        calendar.close()
        self._edit.setText(date(chosen.year(), chosen.month(), chosen.day()).isoformat())
        self._edit.setFocus()
