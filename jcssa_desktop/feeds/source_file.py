"""Reading a file whole, with every way in which that can fail told as one problem."""

import errno
import zlib
from pathlib import Path

from jcssa_desktop.domain.errors import InvalidImport

MEGABYTE = 1024 * 1024
FILE_LIMIT = 400 * MEGABYTE
"""The largest file, packed or unpacked, that is read: a whole year of NVD has some 220 MB."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; a file packed with gzip is unpacked.

    Raises:
        InvalidImport: The file is missing, empty, a folder, too large, damaged or may not be read.
    """
    data = _read(path)
    if data.startswith(_GZIP_MAGIC):
        data = _unpacked(data, path.name)
    if not data:
        raise InvalidImport("import_file_empty", file=path.name)
    return data


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InvalidImport("import_file_is_folder", file=path.name or str(path))
        if path.exists() and not path.is_file():
            raise InvalidImport("import_file_is_device", file=path.name)
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise InvalidImport("import_file_missing", file=path.name) from error
    except PermissionError as error:
        raise InvalidImport("import_file_locked", file=path.name) from error
    except ValueError as error:
        # A path with a zero character, which no file system can hold.
        raise InvalidImport("import_file_missing", file=path.name.replace("\0", "")) from error
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "I/O")
        raise InvalidImport("import_file_unreadable", file=path.name, reason=reason) from error
    if len(data) > FILE_LIMIT:
        raise too_large(path.name)
    return data


def too_large(file: str, limit: int = FILE_LIMIT) -> InvalidImport:
    """Make the refusal of a file that needs more memory than one import may take; `limit` is in bytes."""
    return InvalidImport("import_file_too_large", file=file, limit=limit // MEGABYTE)


def _unpacked(data: bytes, file: str) -> bytes:
    parts: list[bytes] = []
    size = 0
    while data.startswith(_GZIP_MAGIC):
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            part = member.decompress(data, FILE_LIMIT - size + 1)
        except zlib.error as error:
            raise InvalidImport("import_gzip_damaged", file=file) from error
        size += len(part)
        if size > FILE_LIMIT:
            raise too_large(file)
        if not member.eof:
            raise InvalidImport("import_gzip_truncated", file=file)
        parts.append(part)
        data = member.unused_data
    return b"".join(parts)
