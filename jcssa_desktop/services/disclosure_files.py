"""Disclosures as JSON files: what `draft` writes, `issue` reads and `issue --schema` describes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from jcssa_desktop.domain.disclosure import FORMAT, Disclosure
from jcssa_desktop.domain.errors import InvalidDisclosure, Place

MAX_BYTES = 16 * 1024 * 1024
"""A disclosure of a thousand lines with a drawn signature stays below a megabyte."""

_AT = re.compile(r"^(?P<reason>.*) - at `(?P<path>[^`]*)`$", re.DOTALL)


def schema() -> dict[str, Any]:
    """Describe the JSON form of a disclosure as a JSON Schema (2020-12)."""
    return msgspec.json.schema(Disclosure)


def encode_disclosure(disclosure: Disclosure) -> bytes:
    """Write a disclosure as indented UTF-8 JSON for people and scripts."""
    return msgspec.json.format(msgspec.json.encode(disclosure), indent=2) + b"\n"


def read_disclosure(path: Path) -> Disclosure:
    """Read a disclosure; raise InvalidDisclosure with the JSON path or the line at fault."""
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidDisclosure("disclosure_too_large", file=name)
        data = path.read_bytes()
    except OSError as error:
        raise InvalidDisclosure("disclosure_unreadable", file=name) from error
    if not data.strip():
        raise InvalidDisclosure("disclosure_empty", file=name)
    return decode_disclosure(data, name)


def decode_disclosure(data: bytes, name: str) -> Disclosure:
    """Decode a disclosure strictly: unknown enum words, wrong types and missing fields are refused."""
    text = _utf8(data, name)
    _check_well_formed(text, name)
    try:
        disclosure = msgspec.json.decode(text, type=Disclosure)
    except msgspec.ValidationError as error:
        at = _AT.match(str(error))
        place = Place(path=at["path"] if at else "$")
        reason = at["reason"] if at else str(error)
        raise InvalidDisclosure("disclosure_field", file=name, place=place, reason=reason) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidDisclosure("disclosure_not_json", file=name, reason=str(error)) from error
    _check_whole(disclosure, name)
    return disclosure


def _utf8(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidDisclosure("disclosure_not_utf8", file=name, place=Place(line=line)) from error


def _check_well_formed(text: str, name: str) -> None:
    """Parse with the standard library first: it tells the line of a fault, msgspec only the byte."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(line=error.lineno)
        raise InvalidDisclosure("disclosure_not_json", file=name, place=place, reason=error.msg) from error
    except RecursionError as error:
        raise InvalidDisclosure("disclosure_not_json", file=name, reason="nesting") from error


def _check_whole(disclosure: Disclosure, name: str) -> None:
    """Check what types cannot say: format, the eight items once each, unique lines, intents of lines."""
    for problem, path, values in _faults(disclosure):
        raise InvalidDisclosure(problem, file=name, place=Place(path=path), **values)


def _faults(disclosure: Disclosure) -> Iterator[tuple[str, str, dict[str, object]]]:
    if disclosure.format != FORMAT:
        yield "disclosure_format", "$.format", {"format": disclosure.format}
    if disclosure.language not in {"ja", "en"}:
        yield "disclosure_language", "$.language", {"language": disclosure.language}
    if sorted(item.number for item in disclosure.items) != list(range(1, 9)):
        yield "disclosure_items", "$.items", {}
    line_ids = [line.line_id for line in disclosure.lines]
    for position, line_id in enumerate(line_ids):
        if not line_id or line_id in line_ids[:position]:
            yield "disclosure_line_id", f"$.lines[{position}].line_id", {"line_id": line_id}
    for position, intent in enumerate(disclosure.intents):
        if intent.line_id not in line_ids:
            yield "disclosure_intent_line", f"$.intents[{position}].line_id", {"line_id": intent.line_id}
