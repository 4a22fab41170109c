"""A frame that takes files of certain kinds."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from jcssa_desktop.ui.widgets.layouts import set_property


class DropFrame(QFrame):
    """`dropped` carries the files that `accepts` takes; `refused` tells that there was none."""

    dropped = Signal(list)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accepts: Callable[[Path], bool] = lambda _path: True
        self.setAcceptDrops(True)
        self.setProperty("surface", "drop")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasUrls():
            event.ignore()
            return
        set_property(self, "surface", "drop-over" if self._files(event) else "drop-wrong")
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "surface", "drop")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_property(self, "surface", "drop")
        event.acceptProposedAction()
        files = self._files(event)
        if files:
            self.dropped.emit(files)
        else:
            self.refused.emit()

    def _files(self, event: QDropEvent) -> Sequence[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if self.accepts(path)]
