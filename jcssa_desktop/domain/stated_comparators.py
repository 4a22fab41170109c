"""Comparators made of the versions and signs that a statement gives, as `affected_range` reads them."""

import re
from collections.abc import Iterable

from jcssa_desktop.domain.version_text import figures

_WILDCARD = re.compile(r"(?:\.(?:x+|\*))+$|\*$", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,9}(?:\.\d{1,9})+")
_LETTER_V = re.compile(r"^v\.?\s?(?=\d+\.)(?!\d{2}\.\d{2,3}(?![.\d]))", re.IGNORECASE)
"""The letter before a version; in `V20.54` it may be a part of it."""

_PLACE = re.compile(r"(>=|<=|>|<|=)\{(\d)\}(\.\*)?")
_SPAN = re.compile(r"([a-z]*)(\d+(?:\.\d+)*)-([a-z]*)(\d+(?:\.\d+)*)", re.IGNORECASE)
_PLATFORMS = re.compile(r"([a-z]{2}(?:/[a-z]{2})+)\.", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]{4,}", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_KNOWN_WORDS = frozenset(
    {
        "alpha",
        "beta",
        "build",
        "copy",
        "fips",
        "hotfix",
        "pack",
        "patch",
        "preview",
        "release",
        "service",
        "system",
    }
    | {"update", "updates"}
)
_FEWEST_PARTS = 3
_ENDS = ("<", "<=")
_BEGINS = (">", ">=")

Bound = tuple[str, str]


def filled(meaning: str, versions: tuple[str, ...]) -> tuple[str, ...]:
    """Write `>={0} <{1}` with the versions of a statement, once for each platform of `KB/WC.16.11.0012`.

    A train as a bound, `10.4.x`, begins with its lowest and ends with its highest version.
    """
    platforms = next((found for one in versions if (found := _PLATFORMS.match(one))), None)
    if platforms:
        each = (
            tuple(_PLATFORMS.sub(f"{name}.", one) for one in versions) for name in platforms[1].split("/")
        )
        return tuple(_filled(meaning, one) for one in each)
    return (_filled(meaning, versions),)


def _filled(meaning: str, versions: tuple[str, ...]) -> str:
    if meaning == ">={0} <={1}" and all(_PLAIN.fullmatch(one) for one in versions):
        versions = tuple(
            sorted(versions, key=figures)
        )  # `6.0.14 to 6.0.0` goes backwards, and means the same

    def bound(found: re.Match[str]) -> str:
        operator, number, train = found.groups()
        return comparator(operator, versions[int(number)] + (train or ""))

    return _PLACE.sub(bound, meaning)


def comparator(operator: str, version: str) -> str:
    """Write one comparator; `10.4.x` is kept as a train where all of it is meant."""
    plain = _LETTER_V.sub("", version.strip())
    train = _WILDCARD.search(plain)
    if not train:
        return operator + plain
    return operator + plain[: train.start()] + ("" if operator in (">=", "<") else ".*")


def span(version: str) -> tuple[str, str] | None:
    """Take `12.4.1-12.4.11` apart, two versions in one word; None for a version with a hyphen in it."""
    found = _SPAN.fullmatch(version)
    if not found:
        return None
    first, last = found[2].split("."), found[4].split(".")
    if found[1].lower() != found[3].lower() or len(first) != len(last):
        return None
    if not found[1] and len(first) < _FEWEST_PARTS:
        return None
    return found[1] + found[2], found[3] + found[4]


def has_words(version: str) -> bool:
    """Tell whether words stand in a version that no version has: `4.00_Utilizes_CodeMeter`."""
    return any(
        word.lower().strip("x") and word.lower() not in _KNOWN_WORDS
        for word in _WORDS.findall(_BRACKETS.sub("", version))
    )


def is_doubtful(version: str) -> bool:
    """Tell whether a hyphen may stand between two versions, `1.2-1.4`, or a nought for no version."""
    if not version.strip("0"):
        return True
    found = _SPAN.fullmatch(version)
    return found is not None and found[2].count(".") == found[4].count(".") >= 1


def paired(bounds: Iterable[Bound]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Pair beginnings with the ends that follow them; give the ranges, and what `!=` takes out.

    None where two beginnings follow each other: one of them is not what it says.
    """
    ranges: list[str] = []
    taken_out: list[str] = []
    begin = ""
    for operator, version in bounds:
        stated = comparator("=" if operator == "==" else operator, version)
        if operator == "!=":
            taken_out.append(comparator("=", version))
        elif operator in _BEGINS:
            if begin:
                return None
            begin = stated
        else:
            ranges.append(f"{begin} {stated}".strip() if operator in _ENDS else stated)
            begin = begin if operator not in _ENDS else ""
    if begin:
        ranges.append(begin)
    return tuple(ranges) or ("*",), tuple(taken_out)
