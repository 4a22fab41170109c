"""What surrounds a version in lists and on screens, and its figures."""

import re

_WORDS = (
    r"firmware|fw|software|release|version|ver|revision|rev|build|v|bios"
    r"|ファームウ[ェエ]ア|バージョン|リビジョン|版数|版"
)
_SOFTWARE = re.compile(r",?\s*(?:[A-Z]+ )?(?:RELEASE|MAINTENANCE) SOFTWARE\b.*$", re.IGNORECASE)


def bare(text: str, names: str = "") -> str:
    """Take away the words before a version, as `Ver.`, and the product's names, a regular expression.

    Cisco's and NEC's `, RELEASE SOFTWARE (fc1)` behind it goes as well.
    """
    if not text[:1].isdecimal():
        either = f"{names}|{_WORDS}" if names else _WORDS
        words = re.compile(rf"(?:{either})(?![a-z])[\s.:_]*", re.IGNORECASE)
        while found := words.match(text):
            text = text[found.end() :]
    return _SOFTWARE.sub("", text).strip() if " " in text else text


def figures(text: str) -> tuple[int, ...]:
    """Read the numbers of `7.4.11`."""
    return tuple(int(part) for part in text.split("."))


def dotted(numbers: tuple[int, ...]) -> str:
    """Write numbers as `7.4.11`."""
    return ".".join(str(number) for number in numbers)


def padded(numbers: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Fill numbers up to `length` with zeros."""
    return numbers + (0,) * (length - len(numbers))
