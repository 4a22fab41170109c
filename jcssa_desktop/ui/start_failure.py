"""Say why the window cannot be opened."""

from PySide6.QtWidgets import QMessageBox

from jcssa_desktop.ui.application import NAME


def show_start_failure(sentence: str) -> None:
    """Show one sentence and wait until it was read."""
    box = QMessageBox(QMessageBox.Icon.Warning, NAME, sentence, QMessageBox.StandardButton.Close)
    box.exec()
