"""One run of the command line: its global options, and the services that its subcommands are given."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click
from msgspec import Struct

from jcssa_desktop.services.bundle import Services
from jcssa_desktop.system.texts import Texts

FILE = click.Path(path_type=Path)
as_json = click.option("--json", "json_wanted", is_flag=True, help="JSON で出します。 Print JSON.")


class Options(Struct, frozen=True):
    """The global options. `language` None: as the settings say."""

    data_dir: Path | None = None
    language: str | None = None
    passphrase_file: Path | None = None


class FrontDoor(Struct, frozen=True):
    """What `bootstrap` gives to the command line: services, the window, sentences, and the log of defects."""

    open_services: Callable[[Options], AbstractContextManager[Services]]
    open_window: Callable[[Options], int]
    texts: Callable[[Options], Texts]
    log_defect: Callable[[Options, Exception], None]


class Session:
    """One run of a subcommand."""

    def __init__(self, door: FrontDoor, options: Options) -> None:
        self._door = door
        self.options = options

    def services(self) -> AbstractContextManager[Services]:
        """Open the services for the global options."""
        return self._door.open_services(self.options)
