"""What is wrong with a disclosure from a file although every field has the right type."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec import Struct

from jcssa_desktop.domain.disclosure import FORMAT, Disclosure

Fault = tuple[str, str, dict[str, object]]
"""The key of a sentence, the JSON path, and what fills the sentence."""

_YEARS = range(2000, 2100)
"""Years that a sale of equipment and its dates can lie in: others are slips of the pen."""

_MOST_PIECES = 1_000_000
_MOST_YEN = 10**12
_LONGEST_ID = 200
_LINE_ENDS = "\t\n\r"
_DIRECTION_MARKS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""They show a text in another order than it has: a version could be made to look like another one."""


def faults(disclosure: Disclosure) -> Iterator[Fault]:
    """Yield what types cannot say: format, the eight items once each, lines, intents, strokes, figures."""
    return chain(
        _form(disclosure),
        _lines(disclosure),
        _intents(disclosure),
        _strokes(disclosure),
        *(_leaf(path, value) for path, value in _leaves(disclosure, "$")),
    )


def _form(disclosure: Disclosure) -> Iterator[Fault]:
    if disclosure.format != FORMAT:
        yield "disclosure_format", "$.format", {"format": disclosure.format}
    if disclosure.language not in {"ja", "en"}:
        yield "disclosure_language", "$.language", {"language": disclosure.language}
    if not 0 < len(disclosure.disclosure_id.strip()) <= _LONGEST_ID:
        yield "disclosure_id_length", "$.disclosure_id", {"most": _LONGEST_ID}
    if sorted(item.number for item in disclosure.items) != list(range(1, 9)):
        yield "disclosure_items", "$.items", {}
    if disclosure.sale.amount is not None:
        yield from _beyond("$.sale.amount", disclosure.sale.amount, 0, _MOST_YEN)


def _lines(disclosure: Disclosure) -> Iterator[Fault]:
    counted = Counter(line.line_id for line in disclosure.lines)
    for position, line in enumerate(disclosure.lines):
        path = f"$.lines[{position}]"
        earlier = disclosure.lines[:position] if counted[line.line_id] > 1 else ()
        if not line.line_id or any(one.line_id == line.line_id for one in earlier):
            yield "disclosure_line_id", f"{path}.line_id", {"line_id": line.line_id}
        yield from _beyond(f"{path}.quantity", line.quantity, 1, _MOST_PIECES)


def _intents(disclosure: Disclosure) -> Iterator[Fault]:
    line_ids = {line.line_id for line in disclosure.lines}
    seen: set[str] = set()
    for position, intent in enumerate(disclosure.intents):
        path = f"$.intents[{position}].line_id"
        if intent.line_id not in line_ids:
            yield "disclosure_intent_line", path, {"line_id": intent.line_id}
        if intent.line_id in seen:
            yield "disclosure_intent_twice", path, {"line_id": intent.line_id}
        seen.add(intent.line_id)


def _strokes(disclosure: Disclosure) -> Iterator[Fault]:
    strokes = disclosure.signature.strokes if disclosure.signature else ()
    for position, stroke in enumerate(strokes):
        inside = all(0 <= x <= 1 and 0 <= y <= 1 for x, y, _ in stroke.points)
        if not stroke.points or not inside:
            yield "disclosure_stroke", f"$.signature.strokes[{position}].points", {}


def _beyond(path: str, number: int, least: int, most: int) -> Iterator[Fault]:
    if not least <= number <= most:
        yield "disclosure_number", path, {"least": f"{least:,}", "most": f"{most:,}"}


def _leaf(path: str, value: object) -> Iterator[Fault]:
    match value:
        case str():
            marks = [one for one in value if _is_control(one)]
            if marks:
                yield "disclosure_control", path, {"code": f"U+{ord(marks[0]):04X}"}
        case date() if value.year not in _YEARS:
            yield "disclosure_year", path, {"first": _YEARS.start, "last": _YEARS.stop - 1}
        case int():
            yield from _beyond(path, value, -_MOST_YEN, _MOST_YEN)


def _is_control(character: str) -> bool:
    if character in _DIRECTION_MARKS:
        return True
    return unicodedata.category(character) == "Cc" and character not in _LINE_ENDS


def _leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{position}]")
    else:
        yield path, value
