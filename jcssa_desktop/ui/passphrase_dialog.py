"""Ask for the archive's passphrase where the system has no keyring."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from jcssa_desktop.domain.passphrase import MINIMUM_LENGTH
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_passphrase_dialog import Ui_PassphraseDialog
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange, gap_before, set_property

_WIDTH = 520


class PassphraseDialog(QDialog):
    """Asks for a passphrase once, or twice when a new one is chosen."""

    def __init__(self, parent: QWidget | None, *, new: bool) -> None:
        super().__init__(parent)
        self._new = new
        self._ui = Ui_PassphraseDialog()
        self._ui.setupUi(self)
        self.setFixedWidth(scaled(_WIDTH))
        padding = measures.PANE_PADDING
        page = self.layout()
        arrange(page, margins=(padding, padding, padding, padding), spacing=measures.INNER_GAP)
        arrange(self._ui.button_layout, spacing=12)
        gap_before(page, self._ui.passphrase_label, measures.FIELD_GAP)
        gap_before(page, self._ui.repeat_label, measures.GAP)
        self._ui.button_layout.setContentsMargins(0, measures.FIELD_GAP, 0, 0)
        self._ui.problem_label.hide()
        self._ui.repeat_label.setVisible(new)
        self._ui.repeat_edit.setVisible(new)
        self._ui.reason_label.setText(self._reason())
        for edit in (self._ui.passphrase_edit, self._ui.repeat_edit):
            edit.textEdited.connect(lambda _text: self._tell(None, ""))
        self._fit()
        self._ui.open_button.clicked.connect(self._accept_if_usable)
        self._ui.cancel_button.clicked.connect(self.reject)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._ui.passphrase_edit.text()

    def _reason(self) -> str:
        if self._new:
            text = self.tr(
                "このパソコンにはパスワード保管庫がありません。台帳を暗号にするパスフレーズを決めます。"
                "忘れると台帳を開けなくなります。"
            )
            return text + self.tr("{minimum}文字以上にします。").format(minimum=MINIMUM_LENGTH)
        return self.tr("台帳を開くパスフレーズを入れます。")

    def _accept_if_usable(self) -> None:
        first, second = self._ui.passphrase_edit, self._ui.repeat_edit
        if not self.passphrase:
            self._tell(first, self.tr("パスフレーズが空です。入力します。"))
        elif self._new and len(self.passphrase) < MINIMUM_LENGTH:
            self._tell(
                first, self.tr("短すぎます。{minimum}文字以上にします。").format(minimum=MINIMUM_LENGTH)
            )
        elif self._new and second.text() != self.passphrase:
            self._tell(second, self.tr("2回の入力が違います。もう一度入力します。"))
        else:
            self.accept()

    def _tell(self, wrong: QLineEdit | None, sentence: str) -> None:
        """Say what is wrong with a field and put the keyboard there; "" says nothing any more."""
        self._ui.problem_label.setText(sentence)
        self._ui.problem_label.setVisible(bool(sentence))
        for edit in (self._ui.passphrase_edit, self._ui.repeat_edit):
            set_property(edit, "invalid", edit is wrong)
        if wrong is not None:
            wrong.setFocus()
            wrong.selectAll()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need at this width."""
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))


def ask_passphrase(new: bool) -> str | None:  # noqa: FBT001 - the shape of PassphraseSources.ask
    """Ask before the main window is there; None when the person gives up."""
    dialog = PassphraseDialog(None, new=new)
    return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None
