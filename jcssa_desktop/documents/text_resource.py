"""A TOML file of words becomes a struct whose fields must all be there."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from jcssa_desktop.documents.validation_places import place_of
from jcssa_desktop.domain.errors import InvalidPack

_Kind = TypeVar("_Kind")


def read_text_resource(file: Path, kind: type[_Kind]) -> _Kind:
    """Read a file of words.

    Raises:
        InvalidPack: the file is missing, is no TOML, or lacks a word.
    """
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidPack("sheet_texts_unreadable", file=file.name) from error
    try:
        return msgspec.convert(read, kind)
    except msgspec.ValidationError as error:
        raise InvalidPack("sheet_texts_malformed", file=file.name, place=place_of(error)) from error
