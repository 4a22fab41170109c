"""Ask for the archive's passphrase where the system has no keyring."""

from PySide6.QtWidgets import QDialog, QWidget

from jcssa_desktop.domain.passphrase import MINIMUM_LENGTH
from jcssa_desktop.ui.generated.ui_passphrase_dialog import Ui_PassphraseDialog

WIDTH = 440


class PassphraseDialog(QDialog):
    """Asks for a passphrase once, or twice when a new one is chosen."""

    def __init__(self, parent: QWidget | None, *, new: bool) -> None:
        super().__init__(parent)
        self._new = new
        self._ui = Ui_PassphraseDialog()
        self._ui.setupUi(self)
        self.setMinimumWidth(WIDTH)
        self._ui.open_button.setProperty("kind", "primary")
        self._ui.cancel_button.setProperty("kind", "secondary")
        self._ui.problem_label.setProperty("tone", "alert")
        self._ui.problem_label.hide()
        self._ui.repeat_label.setVisible(new)
        self._ui.repeat_edit.setVisible(new)
        self._ui.reason_label.setText(self._reason())
        self._ui.open_button.clicked.connect(self._accept_if_usable)
        self._ui.cancel_button.clicked.connect(self.reject)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._ui.passphrase_edit.text()

    def _reason(self) -> str:
        if self._new:
            text = self.tr(
                "この機械にはパスワード保管庫がありません。台帳を暗号にするパスフレーズを決めます。"
                "忘れると台帳を開けなくなります。"
            )
            return text + self.tr("{minimum}文字以上にします。").format(minimum=MINIMUM_LENGTH)
        return self.tr("台帳を開くパスフレーズを入れます。")

    def _accept_if_usable(self) -> None:
        problem = self._problem()
        self._ui.problem_label.setText(problem)
        self._ui.problem_label.setVisible(bool(problem))
        if not problem:
            self.accept()

    def _problem(self) -> str:
        if not self.passphrase:
            return self.tr("パスフレーズが空です。入力します。")
        if not self._new:
            return ""
        if len(self.passphrase) < MINIMUM_LENGTH:
            return self.tr("短すぎます。{minimum}文字以上にします。").format(minimum=MINIMUM_LENGTH)
        if self._ui.repeat_edit.text() != self.passphrase:
            return self.tr("2回の入力が違います。もう一度入力します。")
        return ""


def ask_passphrase(new: bool) -> str | None:  # noqa: FBT001 - the shape of PassphraseSources.ask
    """Ask before the main window is there; None when the person gives up."""
    dialog = PassphraseDialog(None, new=new)
    return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None
