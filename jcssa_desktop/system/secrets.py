"""The key of the archive: from the keyring, or from a passphrase where there is no keyring.

The note `archive-key.json` beside the archive says which of the two it is. A key is made only where no
archive is: a new key over an existing archive would lock it for good.
"""

import json
import secrets
import unicodedata
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from jcssa_desktop.domain.errors import DatabaseUnusable, SecretUnavailable
from jcssa_desktop.domain.passphrase import MINIMUM_LENGTH
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.saving import replace_file
from jcssa_desktop.system.secret_store import NoSecretStore, SecretStore, SecretStoreLocked

PASSPHRASE_VARIABLE = "JCSSA_DESKTOP_PASSPHRASE"  # noqa: S105 - the name of the variable, no secret
_NOTE_FORMAT = 1
_LONGEST_FILE = 4096


class ArchiveKey(Struct, frozen=True):
    """What opens the archive: 64 hexadecimal digits (`raw`), or a passphrase. Never shown by `repr`."""

    kind: Literal["raw", "passphrase"]
    value: str

    def __repr__(self) -> str:
        return f"ArchiveKey(kind={self.kind!r})"


class PassphraseSources(Struct, frozen=True):
    """Where a passphrase may come from, asked in this order.

    `ask` is given True when a passphrase is to be chosen and not only entered; it returns None when the
    person gives up.
    """

    file: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    ask: Callable[[bool], str | None] | None = None


def obtain_archive_key(paths: AppPaths, sources: PassphraseSources, store: SecretStore) -> ArchiveKey:
    """Return the key of the archive in `paths`; make one where there is no archive yet.

    Raises:
        SecretUnavailable: There is no keyring and no passphrase, the keyring is locked, the key of an
            existing archive is gone, or a new passphrase is too short.
        DatabaseUnusable: There was an archive, and its file is gone or empty.
        StorageFailure: The note about a new key cannot be written.
    """
    note = _read_note(paths.archive_key)
    if _archive_exists(paths):
        if note is None:
            raise SecretUnavailable(
                "archive_key_note_missing", file=paths.archive.name, note=paths.archive_key.name
            )
        if note.kind == "passphrase":
            return _known_passphrase(sources)
        return _known_key(paths, note, store)
    if note is not None and note.is_used:
        # A new archive in its place would hide the loss, and count the document numbers from 1 again.
        raise DatabaseUnusable(
            "archive_lost",
            file=paths.archive.name,
            folder=paths.archive.parent,
            note=paths.archive_key.name,
        )
    return _new_key(paths, note, sources, store)


def was_archive_made(paths: AppPaths) -> bool:
    """Tell whether there is an archive in `paths`, or was one; raise SecretUnavailable for a broken note."""
    if paths.archive.exists():
        return True
    note = _read_note(paths.archive_key)
    return note is not None and note.is_used


def note_archive_made(paths: AppPaths) -> None:
    """Keep that the archive was made with its key, so that its loss is seen."""
    note = _read_note(paths.archive_key)
    if note is not None and not note.is_used:
        _write_note(paths.archive_key, replace(note, is_used=True))


class _Note(Struct, frozen=True):
    """Where the key is kept; `is_used` once an archive was made with it."""

    kind: Literal["keyring", "passphrase"]
    entry: str = ""
    is_used: bool = False


def _archive_exists(paths: AppPaths) -> bool:
    return paths.archive.exists() and paths.archive.stat().st_size > 0


def _read_note(path: Path) -> _Note | None:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise SecretUnavailable("archive_key_note_malformed", file=path.name) from error
    match content:
        case {"format": 1, "kind": "keyring", "entry": str(entry)} if entry:
            return _Note("keyring", entry, content.get("is_used") is True)
        case {"format": 1, "kind": "passphrase"}:
            return _Note("passphrase", is_used=content.get("is_used") is True)
    raise SecretUnavailable("archive_key_note_malformed", file=path.name)


def _write_note(path: Path, note: _Note) -> None:
    content: dict[str, Any] = {"format": _NOTE_FORMAT, "kind": note.kind}
    if note.entry:
        content["entry"] = note.entry
    if note.is_used:
        content["is_used"] = True
    replace_file(path, json.dumps(content).encode() + b"\n")


def _known_key(paths: AppPaths, note: _Note, store: SecretStore) -> ArchiveKey:
    try:
        value = store.get(note.entry)
    except SecretStoreLocked as error:
        raise SecretUnavailable("keyring_locked") from error
    except NoSecretStore as error:
        raise SecretUnavailable("archive_keyring_unavailable") from error
    if not value:
        raise SecretUnavailable("archive_key_missing", file=paths.archive.name)
    return ArchiveKey("raw", value)


def _known_passphrase(sources: PassphraseSources) -> ArchiveKey:
    passphrase = _given_passphrase(sources)
    if passphrase is None:
        passphrase = _asked_passphrase(sources, new=False)
    if passphrase is None:
        raise SecretUnavailable("archive_passphrase_needed")
    return ArchiveKey("passphrase", passphrase)


def _new_key(
    paths: AppPaths, note: _Note | None, sources: PassphraseSources, store: SecretStore
) -> ArchiveKey:
    try:
        return _keyring_key(paths, note, store)
    except SecretStoreLocked as error:
        passphrase = _given_passphrase(sources)
        if passphrase is None:
            # Asking would settle for a passphrase for good where unlocking is all that is needed.
            raise SecretUnavailable("keyring_locked") from error
    except NoSecretStore as error:
        passphrase = _given_passphrase(sources)
        if passphrase is None:
            passphrase = _asked_passphrase(sources, new=True)
        if passphrase is None:
            raise SecretUnavailable("no_keyring_no_passphrase") from error
    if len(passphrase) < MINIMUM_LENGTH:
        raise SecretUnavailable("passphrase_too_short", minimum=MINIMUM_LENGTH)
    _write_note(paths.archive_key, _Note("passphrase"))
    return ArchiveKey("passphrase", passphrase)


def _keyring_key(paths: AppPaths, note: _Note | None, store: SecretStore) -> ArchiveKey:
    """Make a key and keep it; a key made by a start that was cut short is taken up again."""
    if note is not None and note.kind == "keyring":
        kept = store.get(note.entry)
        if kept:
            return ArchiveKey("raw", kept)
    entry = f"archive-{uuid.uuid4()}"
    value = secrets.token_hex(32)
    store.set(entry, value)
    if store.get(entry) != value:
        raise SecretUnavailable("keyring_failed")
    _write_note(paths.archive_key, _Note("keyring", entry))
    return ArchiveKey("raw", value)


def _given_passphrase(sources: PassphraseSources) -> str | None:
    if sources.file is not None:
        return _passphrase_in(sources.file)
    given = sources.environment.get(PASSPHRASE_VARIABLE)
    return _composed(given) if given else None


def _asked_passphrase(sources: PassphraseSources, *, new: bool) -> str | None:
    if sources.ask is None:
        return None
    answer = sources.ask(new)
    if not answer:
        raise SecretUnavailable("passphrase_not_given")
    return _composed(answer)


def _passphrase_in(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
    except OSError as error:
        raise SecretUnavailable("passphrase_file_unreadable", file=path.name) from error
    try:
        passphrase = content.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise SecretUnavailable("passphrase_file_not_text", file=path.name) from error
    if not passphrase:
        raise SecretUnavailable("passphrase_file_empty", file=path.name)
    if len(content) > _LONGEST_FILE or any(unicodedata.category(one) == "Cc" for one in passphrase):
        raise SecretUnavailable("passphrase_file_not_text", file=path.name)
    return _composed(passphrase)


def _composed(passphrase: str) -> str:
    """Make が typed as one character and as か with a mark the same passphrase (RFC 8265 does so)."""
    return unicodedata.normalize("NFC", passphrase)
