"""Errors that a person can mend. They carry data; the sentence is made where it is shown.

`problem` names a sentence in `resources/i18n/messages_*.toml`; `file`, `place` and `values` fill it.
Anything that is not a `JcssaError` is a defect of the program.
"""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where in a file something is. Rows count from 1 as a person sees them; `path` is a JSON path."""

    sheet: str = ""
    row: int | None = None
    column: str = ""
    path: str = ""
    line: int | None = None


class Skipped(Struct, frozen=True):
    """A part of a file that was read but not taken, and why."""

    place: Place
    problem: str
    values: tuple[tuple[str, str], ...] = ()


class JcssaError(Exception):
    """The base of everything that is told to a person instead of reported as a defect."""

    def __init__(self, problem: str, *, file: str = "", place: Place | None = None, **values: object) -> None:
        super().__init__(problem, file, place, values)
        self.problem = problem
        self.file = file
        self.place = place or Place()
        self.values = {name: str(value) for name, value in values.items()}


class InvalidImport(JcssaError):
    """A file to be imported is not what it says, or cannot be read whole."""


class InvalidDisclosure(JcssaError):
    """A disclosure's JSON is malformed: a field is missing or has a wrong value."""


class IncompleteDisclosure(JcssaError):
    """A disclosure cannot be sealed yet; `missing` lists what is open, each a key and its values."""

    def __init__(
        self, missing: tuple[tuple[str, tuple[tuple[str, str], ...]], ...], *, file: str = ""
    ) -> None:
        super().__init__("disclosure_incomplete", file=file, count=len(missing))
        self.missing = missing


class SealedAlready(JcssaError):
    """A disclosure that was sealed cannot be changed or sealed again."""


class InvalidPack(JcssaError):
    """A guideline pack, plan list or text resource is malformed."""


class DatabaseUnusable(JcssaError):
    """A database cannot be opened: of a newer version, damaged, locked, or with another key."""


class StorageFailure(JcssaError):
    """Nothing could be written: the disk is full, the folder is read-only."""


class SecretUnavailable(JcssaError):
    """The archive's key cannot be had: no keyring, a locked one, no passphrase, or a wrong one."""


class SigningFailed(JcssaError):
    """A certificate cannot be used, or no timestamp was given."""


class MissingGlyphs(JcssaError):
    """A text has characters that the sheet's fonts cannot print."""


class NotFound(JcssaError):
    """Something that was asked for by name or number does not exist."""
