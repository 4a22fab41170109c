"""The reseller's logo: seen as it will be printed, chosen, taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_logo_field import Ui_LogoField
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange, arrange_field

_PICTURE = QSize(160, 56)


class LogoField(QWidget):
    """Shows a logo as the settings keep it: a PNG image on white, or nothing."""

    changed = Signal()

    failed = Signal(object)
    """The `JcssaError` that tells why an image cannot be used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = b""
        self._read: Callable[[Path], bytes] | None = None
        self._ui = Ui_LogoField()
        self._ui.setupUi(self)
        arrange_field(self.layout())
        arrange(self._ui.row.layout(), spacing=measures.GAP)
        self._ui.choose_button.clicked.connect(self._choose)
        self._ui.remove_button.clicked.connect(lambda: self._take(b""))
        self.set_logo(b"")

    @property
    def logo(self) -> bytes:
        """The logo on the screen."""
        return self._logo

    def use(self, read: Callable[[Path], bytes]) -> None:
        """Take what makes an image file fit to be kept; it raises JcssaError."""
        self._read = read

    def set_logo(self, logo: bytes) -> None:
        """Show a logo."""
        self._logo = logo
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            room = QSize(scaled(_PICTURE.width()), scaled(_PICTURE.height()))
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(room, keep, smooth)
        self._ui.picture_label.setPixmap(picture)
        self._ui.picture_label.setAccessibleName(self.tr("ロゴの画像") if logo else "")
        self._ui.picture_label.setVisible(bool(logo))
        self._ui.remove_button.setVisible(bool(logo))

    def take_file(self, path: Path) -> None:
        """Take an image as the logo of the sheets that are sealed from then on; saved with the rest."""
        if self._read is None:
            return
        try:
            self._take(self._read(path))
        except JcssaError as error:
            self.failed.emit(error)

    def _take(self, logo: bytes) -> None:
        self.set_logo(logo)
        self.changed.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("ロゴの画像を選ぶ"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
