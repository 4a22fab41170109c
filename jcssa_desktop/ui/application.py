"""The Qt application: fonts, style, translations and the follower of the keyboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui.constant_references import hold_constants
from jcssa_desktop.ui.theme import apply_theme
from jcssa_desktop.ui.widgets.focus_ring import FocusFollower
from jcssa_desktop.ui.widgets.window_style import WindowStyle

NAME = "JCSSA Desktop"


class Application(QApplication):
    """The application with our fonts and style; `use` puts a person's settings in force."""

    def __init__(self, arguments: Sequence[str]) -> None:
        hold_constants()
        super().__init__(list(arguments))
        self.setApplicationName(NAME)
        self.setApplicationDisplayName(NAME)
        self.setDesktopFileName("jcssa-desktop")
        self._translators: list[QTranslator] = []
        self._theme = ("light", 100)
        _load_fonts(resource_folder() / "fonts")
        self.setStyle(WindowStyle())
        FocusFollower(self)
        apply_theme(self, *self._theme)
        self.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow_desktop)

    def use(self, *, language: str, theme: str, text_size: int) -> None:
        """Put language, theme and text size in force; texts of open windows change on their own."""
        self._translate(language)
        self.use_look(theme=theme, text_size=text_size)

    def use_look(self, *, theme: str, text_size: int) -> None:
        """Put theme and text size in force; `text_size` is in per cent."""
        self._theme = (theme, text_size)
        apply_theme(self, theme, text_size)

    def _follow_desktop(self) -> None:
        if self._theme[0] == "system":
            apply_theme(self, *self._theme)

    def _translate(self, language: str) -> None:
        for translator in self._translators:
            self.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale(language))
        ours = resource_folder() / "i18n" / f"jcssa_desktop_{language}.qm"
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
        for file in (qt, ours):
            translator = QTranslator(self)
            if file.exists() and translator.load(str(file)):
                self.installTranslator(translator)
                self._translators.append(translator)


def _load_fonts(folder: Path) -> None:
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"{file.name} cannot be loaded; run: python3 dev.py setup")
