"""JSON of a stated shape from bytes; what is malformed or of another shape is told with its place."""

import re
from typing import TypeVar

import msgspec

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.content import decoded

Shape = TypeVar("Shape")

_NEAR = 16
_BYTE = re.compile(r"\(byte (\d+)\)")
_PATH = re.compile(r" - at `\$\.?(.+?)`$")
_HALF_PAIR = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}(?!\\u)[^\\]{0,6}$", re.DOTALL)
"""Half of a surrogate pair just before the place where the reader stumbles."""


def json_bytes(data: bytes, file: str) -> bytes:
    """Give JSON as plain UTF-8, whatever its byte order mark says.

    Raises:
        InvalidImport: The bytes are not text.
    """
    return decoded(data, file, japanese=False).encode()


def read_json(data: bytes, shape: type[Shape], file: str) -> Shape:
    """Decode JSON into a shape; fields that the shape does not name are passed over.

    Raises:
        InvalidImport: The JSON is cut off, malformed, too deep or of another shape.
    """
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        found = _PATH.search(str(error))
        place = Place(path=found[1] if found else "")
        raise InvalidImport("json_value_wrong", file=file, place=place) from error
    except msgspec.DecodeError as error:
        raise _malformed(data, str(error), file) from error
    except RecursionError as error:
        raise InvalidImport("json_too_deep", file=file) from error
    except UnicodeDecodeError as error:
        raise InvalidImport("import_file_is_binary", file=file) from error


def _malformed(data: bytes, message: str, file: str) -> InvalidImport:
    found = _BYTE.search(message)
    at = int(found[1]) if found else len(data.rstrip())
    if "surrogate" in message or _HALF_PAIR.search(data[max(0, at - _NEAR) : at]):
        return _at("json_character_damaged", data, at, file)
    return _at("json_malformed" if found else "json_truncated", data, at, file)


def _at(problem: str, data: bytes, at: int, file: str) -> InvalidImport:
    """Make the error with its line as place and its character, both counted from 1."""
    before = data[:at]
    character = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    place = Place(line=before.count(b"\n") + 1)
    return InvalidImport(problem, file=file, place=place, column=character)
