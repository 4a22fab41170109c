"""Where a quotation is dropped, and the buttons that do the same for the keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_drop_area import Ui_DropArea
from jcssa_desktop.ui.icons import icon
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange, set_property

_HEIGHT = 136
_PICTURE = 72
_DRAWING = 40


class DropArea(QFrame):
    """Shows how a drag over the window stands; the window itself takes the drop."""

    choose_wanted = Signal()
    empty_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_DropArea()
        self._ui.setupUi(self)
        self.setProperty("surface", "drop")
        self._ui.picture_label.setProperty("role", "picture")
        self._ui.picture_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        arrange(self.layout(), margins=(30, 22, 30, 22), spacing=24)
        arrange(self._ui.words.layout(), spacing=measures.INNER_GAP)
        arrange(self._ui.buttons.layout(), spacing=measures.INNER_GAP)
        self._ui.choose_button.clicked.connect(self.choose_wanted)
        self._ui.empty_button.clicked.connect(self.empty_wanted)
        self._ui.sample_button.clicked.connect(self.sample_wanted)
        self._texts = (self._ui.title_label.text(), self._ui.support_label.text())
        self.setFocusProxy(self._ui.choose_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.apply_measures()

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        self.setMinimumHeight(scaled(_HEIGHT))
        self._ui.picture_label.setFixedSize(scaled(_PICTURE), scaled(_PICTURE))
        self._tint()

    def offer_sample(self, *, is_offered: bool) -> None:
        """Offer the sample quotation, as long as nothing of one's own was begun."""
        self._ui.sample_button.setVisible(is_offered)

    def show_idle(self) -> None:
        """Show that nothing is dragged or read."""
        set_property(self, "surface", "drop")
        self._ui.buttons.setEnabled(True)
        self.window().unsetCursor()
        self._ui.title_label.setText(self._texts[0])
        self._ui.support_label.setText(self._texts[1])

    def show_welcome(self) -> None:
        """Show that what is dragged can be read."""
        set_property(self, "surface", "drop-over")
        self._ui.title_label.setText(self.tr("離すと読み取ります"))
        self._ui.support_label.setText(self._texts[1])

    def show_reading(self, file: str) -> None:
        """Show that a quotation is being read; nothing else can be begun meanwhile."""
        set_property(self, "surface", "drop-over")
        self._ui.title_label.setText(self.tr("読み取っています"))
        self._ui.support_label.setText(
            self.tr("「{file}」の明細をカタログと照合しています。").format(file=file)
        )
        self._ui.buttons.setEnabled(False)
        self.window().setCursor(Qt.CursorShape.BusyCursor)

    def show_refusal(self) -> None:
        """Show that what is dragged cannot be read."""
        set_property(self, "surface", "drop-wrong")
        self._ui.title_label.setText(self.tr("Excel か CSV を置いてください"))
        self._ui.support_label.setText(self.tr("置かれたものは、見積書として読み取れません。"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        size = scaled(_DRAWING)
        drawing = icon("file", "accent", ground="accent-weak", size=size)
        self._ui.picture_label.setPixmap(drawing.pixmap(size, size))
