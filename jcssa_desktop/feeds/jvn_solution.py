"""Fixes that the prose of a solution names: versions that mend, and products that no fix will come for.

Only what is said plainly is taken. A version counts for the product whose whole name stands before it in a
sentence or list that says "fixed in"; "no fix" counts for the products named in that very sentence, or for
the only product of the record.
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from jcssa_desktop.domain.listed_advisory import Statement

_SENTENCE = re.compile(r"[。\n]+")
_FIXED_HERE = re.compile(r"(?P<before>.*?)(?:で|において|にて)(?:は)?(?:修正|対策|対処|解消|解決)(?:され|済)")
_FIXED_BELOW = re.compile(
    r"(?:次|以下|下記)の(?:ファームウェア|ファームウエア|製品|ソフトウェア)?(?:の)?(?:対策済み|修正|最新)?"
    r"(?:バージョン|版|ファームウェア|ファームウエア)(?:で|にて|において)(?:は)?(?:修正|対策|対処|解消|解決)(?:され|済)"
)
_NO_FIX = re.compile(
    r"(?:対策|修正|更新|アップデート)[^。]{0,40}?(?:リリース|提供|公開|配布)?(?:の|する|される)?予定は"
    r"(?:ありません|ございません|ない)"
)
_VERSION = re.compile(
    r"\s*[::]?\s*(?:用|の)?\s*(?:ファームウェア|ファームウエア|firmware)?\s*(?:バージョン)?\s*"
    r"(?P<version>(?:Ver(?:sion)?\.?|Rev\.?|v)?\s*\d+(?:[.\-]\d+)+[A-Za-z]?\d*)",
    re.IGNORECASE,
)
_NAME_CHARACTER = re.compile(r"[0-9A-Za-z\-_/+]")
_LISTED_LINES = 60


def with_fixes(statements: tuple[Statement, ...], solution: str) -> tuple[Statement, ...]:
    """Add to statements the fixes that the solution names for their products."""
    text = unicodedata.normalize("NFKC", solution)
    names = tuple(dict.fromkeys(_folded(one.about.name) for one in statements if one.about.name))
    fixes = _fixes(text, names)
    open_for_good = _without_fix(text, names)
    return tuple(
        replace(
            one,
            fixed_in=fixes.get(_folded(one.about.name), ()),
            no_fix=_folded(one.about.name) in open_for_good and not fixes.get(_folded(one.about.name)),
        )
        for one in statements
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def _fixes(text: str, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for part in _fixing_parts(text):
        for name in names:
            for at in _places(name, part):
                version = _VERSION.match(part, at + len(name))
                if version:
                    found.setdefault(name, {})[" ".join(version["version"].split())] = None
    return {name: tuple(versions) for name, versions in found.items()}


def _fixing_parts(text: str) -> Iterator[str]:
    """Yield the texts that say in which versions something is fixed: a sentence, or the list below one."""
    sentences = [one for one in _SENTENCE.split(text) if one.strip()]
    for index, sentence in enumerate(sentences):
        if _FIXED_BELOW.search(sentence):
            for below in sentences[index + 1 : index + 1 + _LISTED_LINES]:
                if _is_prose(below):
                    break
                yield below
        elif fixed := _FIXED_HERE.match(sentence):
            yield fixed["before"]


def _is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or a heading and no entry of a list."""
    return line.lstrip().startswith(("[", "【")) or line.rstrip().endswith(
        ("ます", "せん", "ください", "です")
    )


def _without_fix(text: str, names: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for sentence in _SENTENCE.split(text):
        if _NO_FIX.search(sentence):
            named = [name for name in names if next(_places(name, sentence), None) is not None]
            found.update(named or (names if len(names) == 1 else ()))
    return frozenset(found)


def _places(name: str, text: str) -> Iterator[int]:
    """Yield where a whole name stands: `RTX12` is not in `RTX1210`, `UD-LT1` not in `UD-LT1/EX`."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (_NAME_CHARACTER.match(before) or _NAME_CHARACTER.match(after)):
            yield at
        at = text.find(name, at + 1)
