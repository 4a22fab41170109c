"""What is shown when the program itself is wrong: a report that can be copied and saved, offline."""

import platform
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from jcssa_desktop import __version__
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_crash_dialog import Ui_CrashDialog
from jcssa_desktop.ui.widgets.layouts import arrange

_SIZE = (760, 520)


class CrashDialog(QDialog):
    """Shows the report of one exception; nothing leaves the machine by itself."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(parent)
        self._ui = Ui_CrashDialog()
        self._ui.setupUi(self)
        self.setWindowTitle(self.tr("想定外のこと"))
        self.resize(*_SIZE)
        padding = measures.PANE_PADDING
        arrange(self.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        arrange(self._ui.footer.layout(), spacing=12)
        self._ui.report_edit.setPlainText(report_of(error))
        self._ui.copy_button.clicked.connect(self._copy)
        self._ui.save_button.clicked.connect(self._choose_file)
        self._ui.close_button.clicked.connect(self.accept)
        self._ui.close_button.setFocus()
        self.finished.connect(self.deleteLater)

    @property
    def report(self) -> str:
        """The report as it is shown."""
        return self._ui.report_edit.toPlainText()

    def save_to(self, path: Path) -> None:
        """Write the report to a file and say whether that worked."""
        try:
            path.write_text(self.report, encoding="utf-8")
        except OSError as error:
            words = self.tr("「{file}」に保存できません（{reason}）。別の場所を選びます。")
            self._ui.done_label.setText(words.format(file=path.name, reason=error.strerror))
            return
        self._ui.done_label.setText(self.tr("「{file}」に保存しました。").format(file=path.name))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._ui.done_label.setText(self.tr("写しました。メールなどに貼り付けられます。"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("報告を保存"), "jcssa-desktop-report.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def report_of(error: BaseException) -> str:
    """Describe an exception by its type and its places in the code.

    Its message is left out: it may quote a cell of a quotation, and so the name of a customer.
    """
    lines = [
        f"JCSSA Desktop {__version__}",
        f"Python {platform.python_version()} / Qt {qVersion()} / {platform.platform()}",
        "",
    ]
    cause: BaseException | None = error
    seen: list[BaseException] = []
    while cause is not None and cause not in seen:
        seen.append(cause)
        cause = cause.__cause__ or cause.__context__
    for one in reversed(seen):
        lines += [frame.rstrip() for frame in _places(one)]
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
