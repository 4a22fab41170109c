"""Days as people write them into tables."""

import re
import unicodedata
from datetime import date

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?", re.DOTALL)
_REIWA_DAY = re.compile(r"(?:令和|R)\s*(元|\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_BEFORE_REIWA = 2018


def stated_day(text: str) -> date | None:
    """Read 2026-08-22, 2026/8/22, 2026年8月22日, 令和8年8月22日, with or without a time; else None."""
    folded = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(folded)
    reiwa = _REIWA_DAY.fullmatch(folded)
    if found:
        year = int(found[1])
    elif reiwa:
        year = _BEFORE_REIWA + (1 if reiwa[1] == "元" else int(reiwa[1]))
    match = found or reiwa
    try:
        return date(year, int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
