"""Tab follows the layouts: what is seen first is reached first, also where parts come and go."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)


class TabByLayout:
    """Mixed into a window. Qt's own order is that in which the parts were made."""

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        assert isinstance(self, QWidget)  # noqa: S101 - mixed into windows only
        stops = list(tab_stops(self))
        owner = QApplication.focusWidget()
        if not stops:
            return False
        if owner in stops:
            place = (stops.index(owner) + (1 if next_ else -1)) % len(stops)
        else:
            place = 0 if next_ else -1
        reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        stops[place].setFocus(reason)
        return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget that take the keyboard, in the order in which they are laid out."""
    for part in _parts(widget):
        if part.isHidden() or not part.isEnabled():
            continue
        takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and part.focusProxy() is None and part.isVisible():
            yield part
        yield from tab_stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QComboBox):
        return []
    if isinstance(widget, QStackedWidget | QScrollArea):
        shown = widget.currentWidget() if isinstance(widget, QStackedWidget) else widget.widget()
        return [] if shown is None else [shown]
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out
    ]
    return laid_out + sorted(others, key=lambda part: (part.y(), part.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[assignment, index]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        inner: QObject | None = item.layout()
        part = item.widget()
        if part is not None:
            yield part
        elif isinstance(inner, QLayout):
            yield from _laid_out(inner)
