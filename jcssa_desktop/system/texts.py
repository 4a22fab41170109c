"""The sentences that people read, found by their keys in one language."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal

from jcssa_desktop.domain.errors import InvalidPack, JcssaError, Place, Skipped

Language = Literal["ja", "en"]

_TOML_PLACE = re.compile(r"line (\d+)")


class Texts:
    """The sentences of one language, merged from the `*_ja.toml` or `*_en.toml` files of a folder."""

    def __init__(self, language: Language, folder: Traversable) -> None:
        """Read every sentence once.

        Raises:
            InvalidPack: A file is malformed, or two files hold the same key.
        """
        self.language = language
        self.sentences = MappingProxyType(_merged(language, folder))

    def error(self, error: JcssaError) -> str:
        """Say in one sentence what happened, where, and what to do next."""
        name = error.file or self.sentence("this_file")
        values = error.values | {"file": name, "place": self._joined_place(error.place)}
        return self._problem(error.problem, values)

    def skipped(self, skipped: Skipped) -> str:
        """Say in one sentence why a part of a file was not taken; its place is told apart from it."""
        return self._problem(skipped.problem, dict(skipped.values))

    def place(self, place: Place) -> str:
        """Name a place as a person would: 「シート『製品』の3行目」; "" for none."""
        parts = []
        if place.sheet:
            parts.append(self.sentence("place_sheet", sheet=place.sheet))
        if place.row is not None or place.line is not None:
            parts.append(self.sentence("place_row", row=place.line if place.row is None else place.row))
        if place.column:
            parts.append(self.sentence("place_column", column=place.column))
        if place.path:
            parts.append(self.sentence("place_path", path=place.path))
        return self.sentence("place_joint").join(parts)

    def sentence(self, key: str, **values: object) -> str:
        """Return the sentence of a key, filled; a key without a sentence is a KeyError."""
        return _filled(self.sentences[key], {name: str(value) for name, value in values.items()})

    def listed(self, names: Iterable[str]) -> str:
        """Set names beside each other as the language does."""
        return self.sentence("list_joint").join(names)

    def _problem(self, problem: str, values: dict[str, str]) -> str:
        template = self.sentences.get(problem)
        if template is None:
            return self.sentence("problem_without_sentence", problem=problem)
        return _filled(template, values)

    def _joined_place(self, place: Place) -> str:
        named = self.place(place)
        return self.sentence("place_after_file", place=named) if named else ""


def _filled(template: str, values: dict[str, str]) -> str:
    return template.format_map(defaultdict(str, values))


def _merged(language: Language, folder: Traversable) -> dict[str, str]:
    merged: dict[str, str] = {}
    fragments = [one for one in folder.iterdir() if one.name.endswith(f"_{language}.toml")]
    for fragment in sorted(fragments, key=lambda one: one.name):
        for key, sentence in _read(fragment).items():
            if key in merged:
                raise InvalidPack("text_key_twice", file=fragment.name, key=key)
            if not isinstance(sentence, str):
                raise InvalidPack("text_not_a_sentence", file=fragment.name, key=key)
            merged[key] = sentence
    if not merged:
        raise InvalidPack("texts_missing", file=folder.name)
    return merged


def _read(fragment: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(fragment.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        place = Place(line=int(found[1])) if found else None
        raise InvalidPack("text_file_malformed", file=fragment.name, place=place) from error
    except UnicodeDecodeError as error:
        raise InvalidPack("text_file_malformed", file=fragment.name) from error
