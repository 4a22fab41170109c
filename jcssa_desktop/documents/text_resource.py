"""A TOML file of words becomes a struct whose fields must all be there."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
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


class TextsByLanguage(Mapping[str, _Kind]):
    """The words in each language, read when they are first asked for: a run prints in one of them."""

    def __init__(self, folder: Path, languages: tuple[str, ...], read: Callable[[Path, str], _Kind]) -> None:
        self._folder = folder
        self._languages = languages
        self._read = read
        self._texts: dict[str, _Kind] = {}

    def __getitem__(self, language: str) -> _Kind:
        if language not in self._languages:
            raise KeyError(language)
        if language not in self._texts:
            self._texts[language] = self._read(self._folder, language)
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)
