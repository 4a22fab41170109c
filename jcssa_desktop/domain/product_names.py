"""Names of makers and devices as sources write them, folded so that one thing has one key.

Two names are the same only when their keys are equal: a name is never taken for another because it begins
like it. What is taken away is only what says nothing: the maker before the name, words such as "firmware"
and "series" behind it, and remarks in brackets.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from jcssa_desktop.domain.search_key import search_key

_COMPANY_FORMS = re.compile(r"株式会社|合同会社|有限会社|\(株\)|（株）|㈱")
_COMPANY_WORDS = frozenset(
    {"inc", "incorporated", "corp", "corporation", "company", "co", "coltd", "ltd", "limited", "llc", "plc"}
    | {"kk", "gmbh", "ag", "bv", "sa", "spa", "srl", "pte"}
)
_NO_MAKER = frozenset({"", "n/a", "na", "misc", "unknown", "various", "*", "-"})

_BRACKETED = re.compile(r"\(([^()]*)\)")
_LAST_BRACKET = re.compile(r"\s*[(\[［（][^()\[\]（）［］]*[)\]］）]\s*$")
_SAYS_NOTHING = re.compile(
    r"(?:^|(?<=[\s\-_])|(?<=[^\x00-\x7f])|(?<=[0-9A-Za-z])(?=[^\x00-\x7f]))"
    r"(?:firmware|software|series|(?:uefi\s+)?bios|japan\s+model|ファームウェア|ファームウエア|ソフトウェア|ソフトウエア|シリーズ)\s*$",
    re.IGNORECASE,
)
_SECOND_MODEL = re.compile(r"(?<=[0-9A-Za-z])(?:\(([A-Z]{1,3})\)|\s?\((-[A-Z]{1,3}(?:/-[A-Z]{1,3})*)\))")
_MARKS = re.compile(r"[™®©]|\((?:tm|r)\)", re.IGNORECASE)
_DROPPED = re.compile(r"[/.,:;'’\"()\[\]・!]+")
_LISTED = re.compile(r"\s*[,、，;；\n]\s*|\s+(?:and|or|&)\s+|\s*(?:および|及び|または|又は|ならびに)\s*")
_KIND_OF_DEVICE = re.compile(
    r"(?:ルーター?|スイッチ|ハブ|アクセスポイント|(?<=[^\x00-\x7f])AP|複合機|プリンター?|カメラ|中継機|NAS|UTM)$"
)
_CODE = re.compile(r"(?=.*[0-9])(?=.*[a-z])[0-9a-z+]{4,}")
_FIRST_LETTERS = re.compile(r"[A-Za-z]+")
_LAST_DIGITS = re.compile(r"[0-9]+[A-Za-z]*$")


@lru_cache(maxsize=16_384)
def maker_keys(name: str) -> frozenset[str]:
    """Fold a maker's name without the form of its company; a name in brackets is another one.

    Empty for what names no maker, as `n/a`.
    """
    plain = _COMPANY_FORMS.sub(" ", unicodedata.normalize("NFKC", name.replace("\\", "")))
    if plain.strip().lower() in _NO_MAKER:
        return frozenset()
    parts = (_BRACKETED.sub(" ", plain), *_BRACKETED.findall(plain))
    return frozenset(filter(None, map(_maker_key, parts)))


def _maker_key(text: str) -> str:
    words = [word.replace(".", "") for word in re.split(r"[\s_,;/]+", text)]
    words = [word for word in words if word]
    while len(words) > 1 and words[-1].lower() in _COMPANY_WORDS:
        words.pop()
    return _DROPPED.sub("", search_key("".join(words)))


@lru_cache(maxsize=16_384)
def name_key(name: str, maker: str = "") -> str:
    """Fold the name of a device or a firmware; `maker` is taken away where it stands before the name."""
    return _key(_words(name, maker_keys(maker)))


def name_keys(name: str, maker: str = "") -> frozenset[str]:
    """Fold a name that may list several devices: the whole and each of them.

    `RTX830, NVR510` are two, `IM C3510/C3010` are IM C3510 and IM C3010, `USG FLEX 50(W)` is USG FLEX 50 and
    USG FLEX 50W, `UD-LT1/EX` is one.
    """
    return _name_keys(name, maker)


@lru_cache(maxsize=65_536)
def _name_keys(name: str, maker: str) -> frozenset[str]:
    names = [name, *_listed(_plain(name))]
    names += [one for spelt in names if "(" in spelt for one in _with_and_without(spelt)]
    return frozenset(filter(None, (name_key(one, maker) for one in names)))


def is_code(key: str) -> bool:
    """Tell whether a key is a device's number, `ts3420dn`, that stands for it without a brand before it."""
    return _CODE.fullmatch(key) is not None


def without_first_words(name: str, brand: str) -> str:
    """Take a brand away from before a name; "" where it does not stand there."""
    words, first = _plain(name).split(), _plain(brand).lower().split()
    return " ".join(words[len(first) :]) if [one.lower() for one in words[: len(first)]] == first else ""


@lru_cache(maxsize=16_384)
def _plain(name: str) -> str:
    """Spell a name in plain characters and without what says nothing behind it."""
    text = unquote(name) if "%" in name else name
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text.replace("\\", "").replace("_", " "))).strip()
    while True:
        shorter = _SAYS_NOTHING.sub("", text).rstrip(" -　")
        shorter = _LAST_BRACKET.sub("", shorter)
        if not shorter or shorter == text:
            return text if shorter else _unless_generic(text)
        text = shorter


def _unless_generic(text: str) -> str:
    return text if "bios" in text.lower() or not _SAYS_NOTHING.fullmatch(text) else ""


def _words(name: str, makers: frozenset[str]) -> list[str]:
    words = _plain(name).split()
    for count in range(1, min(len(words), 5)):
        if _maker_key(" ".join(words[:count])) in makers:
            words = words[count:]
            break
    while len(words) > 1 and _is_description(words[0]) and any(map(_has_digit, words[1:])):
        words = words[1:]
    return words


def _is_description(word: str) -> bool:
    """Tell whether a word before a model says what kind of device it is, or is its brand in Japanese."""
    return _KIND_OF_DEVICE.search(word) is not None or not any(one.isascii() for one in word)


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)


def _key(words: Iterable[str]) -> str:
    return _DROPPED.sub("", search_key("".join(words)))


def _listed(name: str) -> Iterator[str]:
    for part in _LISTED.split(name):
        halves = [one.strip() for one in part.split("/")]
        yield part
        if len(halves) > 1 and all(map(_has_digit, halves)):
            first = halves[0]
            yield first
            for half in halves[1:]:
                yield _in_place_of_its_end(first, half)


def _with_and_without(name: str) -> Iterator[str]:
    """Read `USG FLEX 50(W)` and `GM3 (-D/-K)`, where letters in brackets stand for more models."""
    yield _SECOND_MODEL.sub("", name)
    if found := _SECOND_MODEL.search(name):
        rest = _SECOND_MODEL.sub("", name[found.end() :])
        for letters in (found[1] or found[2]).split("/"):
            yield name[: found.start()] + letters + rest


def _in_place_of_its_end(first: str, half: str) -> str:
    """Read the short form `C3010` in `IM C3510/C3010`, `DHP2` in `WSR-1166DHP/DHP2`."""
    letters = _FIRST_LETTERS.match(half)
    if letters is None:
        return _LAST_DIGITS.sub(half, first) if _LAST_DIGITS.search(first) else half
    place = first.rfind(letters.group())
    return first[:place] + half if place > 0 else half
