"""Start until the main window is painted, beside an empty PySide6 window with the same two fonts.

Imports count on both sides. Ours opens the catalogue and the encrypted archive of a second start.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measured import report

ROOT = Path(__file__).parents[1]


def open_empty_window() -> None:
    """Show an empty window with our fonts and wait for its first paint."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QFont, QFontDatabase, QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, QApplication.quit)

    app = QApplication([])
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    app.setFont(QFont("Noto Sans JP"))
    window = Empty()
    window.resize(1366, 768)
    window.show()
    app.exec()


def open_program(data: Path) -> None:
    """Open the program's window and leave at its first paint."""
    from PySide6.QtWidgets import QApplication

    from jcssa_desktop.cli.session import Options
    from jcssa_desktop.window import run_window

    run_window(Options(data), QApplication.quit)


def main(side: str) -> None:
    """Measure one side."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["JCSSA_DESKTOP_PASSPHRASE"] = "only-for-benchmarks"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if side == "floor":
        report(open_empty_window)
        return
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        first = [sys.executable, "-m", "jcssa_desktop", "--data-dir", str(data), "archive", "list"]
        subprocess.run(first, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        report(lambda: open_program(data))


if __name__ == "__main__":
    main(sys.argv[1])
