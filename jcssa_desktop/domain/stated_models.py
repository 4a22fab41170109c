"""Models that a text names, taken apart: `IM C3510/C3010` is two, `UD-LT1/EX` is one."""

import re
from urllib.parse import unquote

_NO_NAME = re.compile(
    r"\b(?:serial|digits?|numbers?|installed?|installation|deployed|included|configurations?|editions?|maintenance"
    r"|patch(?:es)?|date[ds]?|with|without|on|in|by|which|that|when|if|not|only|see|using|before|after|until"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|製造番号|シリアル|場合|除く|一部",
    re.IGNORECASE | re.ASCII,
)
_SMALL_WORDS = frozenset({"for", "series", "router", "routers", "switch", "switches", "app", "appliance"})
_IN_BRACKETS = re.compile(r"\([\w -]{1,25}\)")
_DOTTED = re.compile(r"\d\.\d")
_MOST_WORDS = 12
_VERS = re.compile(r"vers:[a-z0-9.+-]+/", re.IGNORECASE)
_NAME_BEFORE_SIGN = re.compile(r"([A-Za-z][^<>=!|,、;*:]*?)\s*/?\s*(?=[<>=!])")
_NAME_BEFORE_SLASH = re.compile(
    r"([A-Za-z][A-Za-z -]*)/\s*(?=\d+\.|\d+\s+all\b|all\s+versions)", re.IGNORECASE
)
_REGION_AND_HARDWARE = re.compile(r"([A-Z][\w .-]*?)\([A-Z]{2}\)_V\d+(?:\.\d+)?_(?=\d)")
_INTRODUCING = re.compile(
    r"\b(?:all|any|every|versions?|ver|firmware|software|releases?|prior|builds?)\b", re.IGNORECASE
)
_TAKEN_APART = re.compile(
    r"\s*(?:[,、;，]|\band\b|\bor\b|および|及び|ならびに|または|又は)\s*", re.IGNORECASE
)


def is_name(text: str) -> bool:
    """Tell whether words can be the name of a product: capitals, figures or Japanese, and no condition."""
    words = _IN_BRACKETS.sub("", text).split()
    if not 0 < len(words) <= _MOST_WORDS or _NO_NAME.search(text) or not any(map(str.isalpha, text)):
        return False
    if any(_DOTTED.search(word) for word in words):
        return False
    return all(_can_be_named(word) for word in words) and words[0].lower() not in _SMALL_WORDS


def _can_be_named(word: str) -> bool:
    return word.lower() in _SMALL_WORDS or not word.isascii() or word != word.lower() or _has_figure(word)


def set_apart(plain: str) -> tuple[str, str]:
    """Take off a name that signs set apart: `vers:generic/PAN-OS<10.2`, `FortiOS/>=7.4.0|<=7.4.4`.

    Region and hardware of `Archer AX50(JP)_V1_230529` go with the name.
    """
    vers = _VERS.match(plain)
    if vers:
        plain = unquote(plain[vers.end() :])
    hardware = _REGION_AND_HARDWARE.search(plain)
    if hardware:
        return hardware[1], plain[: hardware.start()] + plain[hardware.end() :]
    named = _NAME_BEFORE_SLASH.match(plain) or _NAME_BEFORE_SIGN.match(plain)
    if named and is_name(named[1]) and not _INTRODUCING.search(named[1]) and "." not in named[1]:
        return named[1], plain[named.end() :]
    return "", plain


def model_names(text: str) -> tuple[str, ...]:
    """Give the models of a list, with the `/` shorthand written out.

    What follows a `/` is a model of its own only where it has a figure; it takes the words, or the letters
    before the first figure, that it leaves out from the model before it.
    """
    names: list[str] = []
    for item in _TAKEN_APART.split(text.strip()):
        names.extend(_written_out(item.strip()))
    return tuple(dict.fromkeys(name for name in names if name))


def _written_out(item: str) -> list[str]:
    first, *others = (part.strip() for part in item.split("/"))
    if not others or not _has_figure(first):
        return [item]
    names = [first]
    for part in others:
        if not _has_figure(part):
            names[-1] += f"/{part}"
            continue
        names.append(_completed(first, part))
    return names


def _completed(first: str, part: str) -> str:
    """`IM C3510` and `C3010` make `IM C3010`; `RTX830` and `1210` make `RTX1210`."""
    words = first.split(" ")
    if part[0].isdecimal():
        letters = re.match(r"\D*", words[-1])
        part = (letters[0] if letters else "") + part
    if " " in part or len(words) == 1:
        return part
    return " ".join((*words[:-1], part))


def _has_figure(text: str) -> bool:
    return any(one.isdecimal() for one in text)
