"""Guideline packs: our wording of the eight items, read from TOML and checked before it is used."""

import re
import string
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jcssa_desktop.domain.errors import InvalidPack, Place
from jcssa_desktop.domain.guideline import GuidelinePack, ItemNumber, ItemText
from jcssa_desktop.domain.wording import CONDITIONS, PLACEHOLDERS
from jcssa_desktop.domain.wording_check import WordingRules
from jcssa_desktop.system.texts import Language

_Kind = TypeVar("_Kind")
_MESSAGE_PATH = re.compile(r"^(?P<reason>.*) - at `(?P<path>.+)`$", re.DOTALL)
_TOML_PLACE = re.compile(r"line (\d+)")


def load_guideline(folder: Path, language: Language, name: str = "standard") -> GuidelinePack:
    """Read the pack `name` in one language.

    Raises:
        InvalidPack: The file is missing or malformed, an item is missing or twice there, or a paragraph
            uses a condition or a placeholder that does not exist.
    """
    path = folder / f"{name}.{language}.toml"
    pack = _converted(path, GuidelinePack)
    if pack.language != language:
        raise InvalidPack("pack_language", file=path.name, place=Place(path="language"), language=language)
    _check_items(pack, path.name)
    return pack


def load_wording_rules(folder: Path, language: Language) -> WordingRules:
    """Read the rules of the wording check in one language.

    Raises:
        InvalidPack: The file is missing or malformed, or a pattern is no regular expression.
    """
    path = folder / f"check.{language}.toml"
    rules = _converted(path, WordingRules)
    if rules.language != language:
        raise InvalidPack("pack_language", file=path.name, place=Place(path="language"), language=language)
    patterns = [("sentence_end", rules.sentence_end)]
    for number, rule in enumerate(rules.rules):
        patterns += [(f"rules[{number}].pattern", rule.pattern), (f"rules[{number}].unless", rule.unless)]
    for where, pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            place = Place(path=where)
            raise InvalidPack("pack_value_wrong", file=path.name, place=place, reason=str(error)) from error
    return rules


def _converted(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.convert(_content(path), kind)
    except msgspec.ValidationError as error:
        found = _MESSAGE_PATH.search(str(error))
        place = Place(path=found["path"] if found else "$")
        reason = found["reason"] if found else str(error)
        raise InvalidPack("pack_value_wrong", file=path.name, place=place, reason=reason) from error


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        place = Place(line=int(found[1])) if found else None
        raise InvalidPack("pack_malformed", file=path.name, place=place) from error
    except UnicodeDecodeError as error:
        raise InvalidPack("pack_malformed", file=path.name) from error
    except OSError as error:
        raise InvalidPack("pack_unreadable", file=path.name) from error


def _check_items(pack: GuidelinePack, file: str) -> None:
    numbers = [item.number for item in pack.items]
    for number in ItemNumber:
        if numbers.count(number) != 1:
            raise InvalidPack("pack_item_count", file=file, place=Place(path="items"), number=number.value)
    for item in pack.items:
        _check_paragraphs(item, file)


def _check_paragraphs(item: ItemText, file: str) -> None:
    place = Place(path=f"items[{item.number.value}]")
    for paragraph in item.paragraphs:
        if paragraph.when not in CONDITIONS:
            raise InvalidPack("pack_condition_unknown", file=file, place=place, condition=paragraph.when)
        for name in _placeholders(paragraph.text, file, place):
            if name not in PLACEHOLDERS:
                raise InvalidPack("pack_placeholder_unknown", file=file, place=place, placeholder=name)


def _placeholders(text: str, file: str, place: Place) -> list[str]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise InvalidPack("pack_braces", file=file, place=place) from error
    return [name + spec for _, name, spec, _ in parts if name is not None and spec is not None]
