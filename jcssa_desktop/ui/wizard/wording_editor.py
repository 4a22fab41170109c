"""The wording that the sheet prints for an item, and mending it for one sale."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from jcssa_desktop.domain.wording_check import WordingFault, WordingRemark
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_step_item import Ui_StepItem
from jcssa_desktop.ui.wizard import arrange

_LOWEST = measures.GAP * 12


class WordingEditor(QObject):
    """Turns the printed wording into a field and back. Ctrl+Return keeps it, Escape leaves it as it was."""

    wording_changed = Signal(str)
    """The wording for this sale; "" is the pack's."""

    closed = Signal()

    def __init__(self, ui: Ui_StepItem, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._before = ""
        ui.wording_edit.hide()
        ui.wording_edit.installEventFilter(self)
        ui.wording_edit.textChanged.connect(self._change)

    def show_wording(self, text: str, *, is_mended: bool) -> None:
        """Show the wording as it will be printed."""
        self._ui.wording_text.setText(text)
        self._ui.restore_button.setVisible(is_mended)

    def show_remark(self, remark: WordingRemark | None) -> None:
        """Say under the wording which sentence had better be written otherwise, and how."""
        sentence = ""
        if remark is not None:
            better = self.tr("書き換えの例：{better}").format(better=remark.better)
            sentence = f"{self._fault(remark.fault).format(sentence=remark.sentence)}\n{better}"
        arrange.show_error(self._ui.wording_edit, self._ui.wording_error, sentence)

    def _fault(self, fault: WordingFault) -> str:
        return {
            WordingFault.DISCLAIMER: self.tr(
                "「{sentence}」は、例外のない免責です。このままでは封緘できません。"
            ),
            WordingFault.PROMISE: self.tr(
                "「{sentence}」は、安全を約束しています。このままでは封緘できません。"
            ),
            WordingFault.NO_EXCEPTION: self.tr("「{sentence}」に、例外の場合を書き添えてください。"),
            WordingFault.NO_SOURCE: self.tr("「{sentence}」に、出典と日付を書き添えてください。"),
            WordingFault.UNRESOLVED: self.tr("「{sentence}」に、決まっていない語が残っています。"),
        }[fault]

    def toggle(self, before: str) -> None:
        """Open the field, or close it; `before` is the wording that Escape goes back to."""
        ui = self._ui
        if not ui.wording_edit.isHidden():
            self.close()
            return
        self._before = before
        ui.wording_edit.blockSignals(True)
        ui.wording_edit.setPlainText(ui.wording_text.text())
        ui.wording_edit.blockSignals(False)
        ui.wording_edit.setFixedHeight(max(ui.wording_text.height(), theme.scaled(_LOWEST)))
        ui.wording_text.hide()
        ui.wording_edit.show()
        ui.wording_edit.setFocus()
        ui.edit_button.setText(self.tr("直し終える"))

    def close(self, *, keep: bool = True) -> None:
        """Show the wording as text again."""
        ui = self._ui
        if ui.wording_edit.isHidden():
            return
        if not keep:
            self.wording_changed.emit(self._before)
        ui.wording_edit.hide()
        ui.wording_text.show()
        ui.edit_button.setText(self.tr("直す"))
        ui.edit_button.setFocus()
        self.closed.emit()

    def restore(self) -> None:
        """Go back to the pack's wording."""
        self.close()
        self.wording_changed.emit("")
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the field by keys, before the window's own shortcuts of the same keys."""
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            is_done = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control
            if is_done or event.key() == Qt.Key.Key_Escape:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.close(keep=is_done)
                return True
        return super().eventFilter(watched, event)

    def _change(self) -> None:
        ui = self._ui
        text = ui.wording_edit.toPlainText().strip()
        if not text:
            sentence = self.tr("文が空です。このままなら元の文を印刷します。")
            arrange.show_error(ui.wording_edit, ui.wording_error, sentence)
        if text != ui.wording_text.text():
            self.wording_changed.emit(text)
