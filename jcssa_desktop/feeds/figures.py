"""Numbers and days as people write them in Japanese tables."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(r"(?P<minus>[-▲△]?)(?P<whole>\d{1,15})(?:\.(?P<part>\d{1,6}))?-?")
_DECORATION = re.compile(r"[\s,¥\\*]|円|税込み?|税抜き?|税別|也")
_UNIT_AT_END = re.compile(
    r"(?:台|個|本|枚|式|セット|組|箱|年|[ヶヵかケカ]?月|人日|人月|日|回|ライセンス|件|名|冊|巻|pcs?|ea|sets?)$"
)
_ONE_LOT = frozenset({"一式", "1式", "壱式", "式", "一台", "一個", "一本", "一括", "一セット", "一組"})
_BRACKETED = re.compile(r"\(([^()]*)\)")


def read_number(text: str) -> Decimal | None:
    """Read `￥1,234,500-`, `１２`, `▲5,000`, `(5,000)`; None for anything that is not one number.

    A number in brackets is negative, as accountants write it; other brackets (税込) are left out.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    if not plain:
        return None
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed and (inner := _plain_number(bracketed[1])) is not None:
        return -abs(inner)
    return _plain_number(_BRACKETED.sub("", plain))


_MINUS = str.maketrans({"−": "-", "‐": "-", "–": "-", "―": "-", "—": "-", "ー": "-"})


def _plain_number(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(_DECORATION.sub("", text.lower()))
    if not found:
        return None
    number = Decimal(f"{found['whole']}.{found['part'] or 0}")
    return -number if found["minus"] else number


def read_quantity(text: str) -> Decimal | None:
    """Read a quantity with or without its unit: `２台` is 2, 一式 and its like are 1."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    if plain in _ONE_LOT:
        return Decimal(1)
    return read_number(_UNIT_AT_END.sub("", plain))


def read_yen(text: str) -> int | None:
    """Read an amount of money in whole yen; fractions of a yen are cut off."""
    number = read_number(text)
    return None if number is None else int(number)


_WESTERN = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ERA = re.compile(
    r"(令和|平成|R|H)\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_ENGLISH = re.compile(
    rf"(?:(?P<first>{_MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<before>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*(?P<second>{_MONTH}))"
    r"[\s,-]*(?P<year>\d{4})",
    re.IGNORECASE,
)
_ERA_BEFORE = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
_AFTER_DAY = re.compile(r"(?:\s*\([月火水木金土日祝]\))?(?:[T\s]\d{1,2}:\d{2}.*)?")


def read_date(text: str) -> date | None:
    """Read `2026年8月22日(土)`, `2026/8/22`, `令和8年8月22日`, `R8.8.22`, `Aug 22, 2026`; else None."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if english := _ENGLISH.fullmatch(plain):
        month = _MONTHS.index((english["first"] or english["second"])[:3].lower()) + 1
        return _day((english["year"], str(month), english["day"] or english["before"]))
    for pattern in (_WESTERN, _COMPACT, _ERA):
        found = pattern.match(plain)
        if found and _AFTER_DAY.fullmatch(plain[found.end() :]):
            return _day(found.groups())
    return None


def _day(parts: tuple[str, ...]) -> date | None:
    numbers = [int(part) if part.isdecimal() else 1 for part in parts[-3:]]
    year = numbers[0] + _ERA_BEFORE[parts[0].lower()] if len(parts) > len(numbers) else numbers[0]
    try:
        return date(year, numbers[1], numbers[2])
    except ValueError:
        return None
