"""Put the measures of the window system onto the layouts of the forms, which hold none."""

from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QWidget

from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.widgets.layouts import set_property


def page(layout: QLayout) -> None:
    """Give a page its padding: 24 above, 32 left."""
    layout.setContentsMargins(
        measures.PAGE_LEFT, measures.PAGE_TOP, measures.PANE_PADDING, measures.PANE_PADDING
    )
    layout.setSpacing(measures.GAP)


def pane(layout: QLayout) -> None:
    """Give a pane its padding: 24 on each side."""
    padding = measures.PANE_PADDING
    layout.setContentsMargins(padding, padding, padding, padding)
    layout.setSpacing(measures.GAP)


def bare(layout: QLayout, spacing: int = measures.GAP) -> None:
    """Take the padding away: the surroundings give it."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)


def labelled(layout: QLayout) -> None:
    """Bind a label, its field and its error line together."""
    bare(layout, measures.GAP // 2)


def readable(content: QWidget) -> None:
    """Keep a column of text to the width that reads well, its padding apart."""
    padding = measures.PAGE_LEFT + measures.PANE_PADDING
    content.setMaximumWidth(theme.scaled(measures.TEXT_COLUMN) + padding)


def pane_width(page: int, least: int, text: int = measures.TEXT_COLUMN) -> int:
    """Return how wide a pane is on a page: the text column grows first, then the pane up to 480."""
    padding = measures.PAGE_LEFT + measures.PANE_PADDING
    spare = page - theme.scaled(text) - padding
    return max(theme.scaled(least), min(spare, theme.scaled(measures.DETAIL_WIDTH_LARGEST)))


def gap_before(layout: QBoxLayout, item: QWidget | QLayout, gap: int) -> None:
    """Insert a gap before something that the layout holds."""
    for index in range(layout.count()):
        entry = layout.itemAt(index)
        if entry is not None and (entry.widget() is item or entry.layout() is item):
            layout.insertSpacing(index, gap)
            return


def empty(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while (entry := layout.takeAt(0)) is not None:
        widget = entry.widget()
        inner = entry.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def hide_errors(parent: QWidget) -> None:
    """Hide the error lines of a form until there is something to say."""
    for label in parent.findChildren(QLabel):
        if label.property("role") == "error":
            label.hide()


def show_error(field: QWidget, label: QLabel, sentence: str) -> None:
    """Say below a field what is wrong with it, or, with "", that nothing is."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
    field.setAccessibleDescription(sentence)
    set_property(field, "invalid", bool(sentence))
