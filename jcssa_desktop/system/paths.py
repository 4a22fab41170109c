"""Where this person's data lies on this machine."""

from pathlib import Path

import platformdirs
from msgspec import Struct

from jcssa_desktop.system.saving import storage_failure


class AppPaths(Struct, frozen=True):
    """The places inside one data folder."""

    data: Path

    @classmethod
    def default(cls) -> "AppPaths":
        """Return the places inside the platform's data folder of this user."""
        return cls(platformdirs.user_data_path("jcssa-desktop", appauthor=False))

    @property
    def catalogue(self) -> Path:
        """The catalogue: public knowledge, plain."""
        return self.data / "catalogue.db"

    @property
    def archive(self) -> Path:
        """The archive: drafts and sealed records, encrypted."""
        return self.data / "archive.db"

    @property
    def archive_key(self) -> Path:
        """The note that says where the archive's key is kept; never the key itself."""
        return self.data / "archive-key.json"

    @property
    def settings(self) -> Path:
        """The settings of this laptop."""
        return self.data / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder of the daily logs."""
        return self.data / "logs"

    @property
    def backups(self) -> Path:
        """The folder of the copies made before a database is migrated."""
        return self.data / "backups"

    def create(self) -> None:
        """Create the folders, readable by this user alone where the system knows such a thing.

        Raises:
            StorageFailure: The folder cannot be made or the disk is full.
        """
        try:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.logs.mkdir(mode=0o700, exist_ok=True)
            self.backups.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise storage_failure(error, self.data) from error
