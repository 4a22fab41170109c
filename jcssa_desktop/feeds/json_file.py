"""JSON of a stated shape from bytes; what is malformed or of another shape is told with its place."""

import codecs
import re
from typing import TypeVar

import msgspec

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.content import decoded

Shape = TypeVar("Shape")

_CHUNK = 1024 * 1024
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\v\f\r\x1a"))
"""Bytes that no text holds; line ends, tabs and Ctrl+Z at an old file's end are allowed."""

_NEAR = 16
_BYTE = re.compile(r"\(byte (\d+)\)")
_PATH = re.compile(r" - at `\$\.?(.+?)`$")
_HALF_PAIR = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}(?!\\u)[^\\]{0,6}$", re.DOTALL)
"""Half of a surrogate pair just before the place where the reader stumbles."""


def json_bytes(data: bytes, file: str) -> bytes:
    """Give JSON as plain UTF-8, whatever its byte order mark says.

    What is plain already is not copied: a year of NVD decoded whole would take four times its size.

    Raises:
        InvalidImport: The bytes are not text.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        return decoded(data, file, japanese=False).encode()
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            if len(chunk.translate(None, _CONTROLS)) != len(chunk):
                raise InvalidImport("import_file_is_binary", file=file)
            decoder.decode(chunk, final=start + _CHUNK >= len(data))
    except UnicodeDecodeError as error:
        raise InvalidImport("import_encoding_unknown", file=file) from error
    return data


def read_json(data: bytes | msgspec.Raw, shape: type[Shape], file: str, within: str = "") -> Shape:
    """Decode JSON into a shape; fields that the shape does not name are passed over.

    `within` is the path of what is decoded where it is a part of a file that was decoded before.

    Raises:
        InvalidImport: The JSON is cut off, malformed, too deep or of another shape.
    """
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        found = _PATH.search(str(error))
        place = Place(path=".".join(filter(None, (within, found[1] if found else ""))))
        raise InvalidImport("json_value_wrong", file=file, place=place) from error
    except msgspec.DecodeError as error:
        if within:
            raise InvalidImport("json_value_wrong", file=file, place=Place(path=within)) from error
        raise _malformed(bytes(data), str(error), file) from error
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
