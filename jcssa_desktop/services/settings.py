"""Company profile, service plans and how the window looks."""

from pathlib import Path

from msgspec.structs import replace

from jcssa_desktop.documents.logo import read_logo
from jcssa_desktop.system.settings import Settings, SettingsFile
from jcssa_desktop.system.texts import Language


class SettingsService:
    """The settings of this laptop, kept in one file."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._current = file.load()

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._current

    def use_language(self, language: Language) -> None:
        """Use a language for this run without keeping it."""
        self._current = replace(self._current, language=language)

    def read_logo(self, path: Path) -> bytes:
        """Make an image file fit to be kept as the logo; raise InvalidPack."""
        return read_logo(path)

    def save(self, settings: Settings) -> None:
        """Write the settings and put them in force; raise StorageFailure and keep the old ones."""
        self._file.save(settings)
        self._current = self._file.load()
