"""Disclosures as JSON files: what `draft` writes, `issue` reads and `issue --schema` describes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import InvalidDisclosure, Place
from jcssa_desktop.services.disclosure_faults import faults
from jcssa_desktop.system.reading import read_within

MAX_BYTES = 16 * 1024 * 1024
"""A disclosure of a thousand lines with a drawn signature stays below a megabyte."""

_LONGEST_QUOTE = 60
_AT = re.compile(r"^(?P<reason>.*) - at `(?P<path>[^`]*)`$", re.DOTALL)
_REASONS = (
    ("disclosure_field_missing", re.compile(r"Object missing required field `(?P<field>.*)`")),
    ("disclosure_field_value", re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)),
    ("disclosure_field_date", re.compile(r"Invalid RFC3339 encoded date")),
    ("disclosure_field_moment", re.compile(r"Invalid RFC3339 encoded datetime")),
    ("disclosure_field_kind", re.compile(r"Expected `(?P<expected>.*)`, got `(?P<given>.*)`")),
)
"""How msgspec words what our sentences say."""

_KINDS = {"int": "integer", "float": "number", "str": "string", "bool": "boolean"}
"""Python's kinds by the words of JSON."""


def schema() -> dict[str, Any]:
    """Describe the JSON form of a disclosure as a JSON Schema (2020-12)."""
    described = msgspec.json.schema(Disclosure)
    for one in described["$defs"].values():
        if one.get("type") == "object":
            one["additionalProperties"] = False
    return described


def encode_disclosure(disclosure: Disclosure) -> bytes:
    """Write a disclosure as indented UTF-8 JSON for people and scripts."""
    return msgspec.json.format(msgspec.json.encode(disclosure), indent=2) + b"\n"


def read_disclosure(path: Path) -> Disclosure:
    """Read a disclosure; raise InvalidDisclosure with the JSON path or the line at fault."""
    name = path.name
    try:
        data = read_within(path, MAX_BYTES)
    except OSError as error:
        raise InvalidDisclosure("disclosure_unreadable", file=name) from error
    if data is None:
        raise InvalidDisclosure("disclosure_too_large", file=name)
    if not data.strip():
        raise InvalidDisclosure("disclosure_empty", file=name)
    return decode_disclosure(data, name)


def decode_disclosure(data: bytes, name: str) -> Disclosure:
    """Decode a disclosure strictly: unknown fields and words, wrong types and missing fields are refused."""
    text = _utf8(data, name)
    raw = _parsed(text, name)
    try:
        disclosure = msgspec.json.decode(text, type=Disclosure)
    except msgspec.ValidationError as error:
        raise _field_error(str(error), name) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidDisclosure("disclosure_not_json", file=name) from error
    for path in _unknown_fields(raw, msgspec.to_builtins(disclosure), "$"):
        raise InvalidDisclosure("disclosure_field_unknown", file=name, place=Place(path=path))
    for problem, path, values in faults(disclosure):
        raise InvalidDisclosure(problem, file=name, place=Place(path=path), **values)
    return disclosure


def _field_error(told: str, name: str) -> InvalidDisclosure:
    """Say what msgspec told, at the JSON path that it told of; of a missing field at the field itself."""
    at = _AT.match(told)
    path, reason = (at["path"], at["reason"]) if at else ("$", told)
    for problem, pattern in _REASONS:
        found = pattern.fullmatch(reason)
        if found:
            values = {key: _in_json_words(value) for key, value in found.groupdict().items()}
            field = values.pop("field", "")
            place = Place(path=f"{path}.{field}" if field else path)
            return InvalidDisclosure(problem, file=name, place=place, **values)
    return InvalidDisclosure("disclosure_field", file=name, place=Place(path=path), reason=reason)


def _in_json_words(kinds: str) -> str:
    return " | ".join(_KINDS.get(kind, kind) for kind in kinds.split(" | "))[:_LONGEST_QUOTE]


def _utf8(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidDisclosure("disclosure_not_utf8", file=name, place=Place(line=line)) from error


def _parsed(text: str, name: str) -> object:
    """Parse with the standard library first: it tells the line of a fault, msgspec only the byte."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise InvalidDisclosure("disclosure_field_twice", file=name, place=Place(path=twice))
        return fields

    try:
        parsed: object = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise InvalidDisclosure("disclosure_not_json", file=name, place=Place(line=error.lineno)) from error
    except (RecursionError, ValueError) as error:  # ValueError: a number of thousands of digits
        raise InvalidDisclosure("disclosure_not_json", file=name) from error
    return parsed


def _unknown_fields(given: object, known: object, path: str) -> Iterator[str]:
    """Yield the paths of fields that a disclosure does not have: a misspelt one would be lost silently."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            if key in known:
                yield from _unknown_fields(value, known[key], f"{path}.{key}")
            else:
                yield f"{path}.{key}"
    elif isinstance(given, list) and isinstance(known, list | tuple):
        for position, (value, inner) in enumerate(zip(given, known, strict=True)):
            yield from _unknown_fields(value, inner, f"{path}[{position}]")
