"""The first window of a computer without a keyring: what is asked can be read, what is wrong is told."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.passphrase_dialog import PassphraseDialog


def shown(qtbot: QtBot, *, new: bool) -> PassphraseDialog:
    dialog = PassphraseDialog(None, new=new)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("new", [True, False])
def test_all_that_is_asked_can_be_read(
    qapp: Application, qtbot: QtBot, language: str, text_size: int, *, new: bool
) -> None:
    qapp.use(language=language, theme="light", text_size=text_size)
    dialog = shown(qtbot, new=new)
    reason = dialog._ui.reason_label
    assert reason.height() >= reason.heightForWidth(reason.width())


def test_what_is_wrong_is_told_and_the_keyboard_is_put_there(qtbot: QtBot) -> None:
    dialog = shown(qtbot, new=True)
    first, second = dialog._ui.passphrase_edit, dialog._ui.repeat_edit
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert dialog._ui.problem_label.text() == "パスフレーズが空です。入力します。"
    qtbot.keyClicks(first, "short")
    assert dialog._ui.problem_label.isHidden()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert dialog._ui.problem_label.text() == "短すぎます。8文字以上にします。"
    assert first.hasFocus()
    qtbot.keyClicks(first, "long enough for it")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert dialog._ui.problem_label.text() == "2回の入力が違います。もう一度入力します。"
    assert second.hasFocus()
    qtbot.keyClicks(second, "long enough for it")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert dialog.passphrase == "long enough for it"
