"""What still keeps a disclosure from being sealed, one link each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jcssa_desktop.domain.checklist import Missing
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.link_label import LinkLabel

_SHOWN = 5


class MissingList(QWidget):
    """Names the first few things; what is solved makes room for the next."""

    followed = Signal(object)
    """A person goes to something missing: `Missing`."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._missing: tuple[Missing, ...] = ()
        self._links: list[LinkLabel] = []
        self._layout = QVBoxLayout(self)
        arrange.bare(self._layout, measures.GAP)

    @property
    def links(self) -> tuple[LinkLabel, ...]:
        """The links that are shown, from the top."""
        return tuple(self._links)

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Show what is missing; the same again keeps the keyboard where it is."""
        if missing == self._missing:
            return
        self._missing = missing
        arrange.empty(self._layout)
        self._links = []
        for one in missing[:_SHOWN]:
            link = LinkLabel(self._texts.sentence(one.problem, **dict(one.values)), self)
            link.followed.connect(lambda one=one: self.followed.emit(one))
            self._links.append(link)
            self._layout.addWidget(link)
        more = len(missing) - _SHOWN
        if more > 0:
            rest = QLabel(self.tr("ほか {count}件").format(count=more), self)
            rest.setProperty("role", "caption")
            self._layout.addWidget(rest)
