"""Reading a file whole, with every way in which that can fail told as one problem."""

import errno
import io
import zlib
from pathlib import Path

from jcssa_desktop.domain.errors import InvalidImport

MEGABYTE = 1024 * 1024
FILE_LIMIT = 400 * MEGABYTE
"""The largest file, packed or unpacked, that is read: a whole year of NVD has some 220 MB."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_PIECE = 64 * 1024


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
    """Unpack piece by piece, so that what unpacks without end is noticed at the limit."""
    unpacked = io.BytesIO()
    rest = memoryview(data)
    while rest[: len(_GZIP_MAGIC)] == _GZIP_MAGIC:
        rest = _unpack_member(rest, unpacked, file)
    return unpacked.getvalue()


def _unpack_member(packed: memoryview, unpacked: io.BytesIO, file: str) -> memoryview:
    """Unpack the first of several files in one; return what follows it."""
    member = zlib.decompressobj(_GZIP_WINDOW)
    for start in range(0, len(packed), _PIECE):
        piece = packed[start : start + _PIECE]
        try:
            unpacked.write(member.decompress(piece))
        except zlib.error as error:
            raise InvalidImport("import_gzip_damaged", file=file) from error
        if unpacked.tell() > FILE_LIMIT:
            raise too_large(file)
        if member.eof:
            return packed[start + len(piece) - len(member.unused_data) :]
    raise InvalidImport("import_gzip_truncated", file=file)
