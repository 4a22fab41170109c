"""Tables of releases in Cisco's notes, flattened to one line of text: three spaces and more part the rows.

A row states releases and what mends them: `17.9  17.9.4a`, `16.2 and later  Migrate to a fixed release.`,
`Earlier than 16.2  Not affected.` A release with fewer figures than the ones that mend it is a train.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from jcssa_desktop.domain.version_text import figures


class StatedRow(Struct, frozen=True):
    """A row read: what it is about, and what it says.

    Attributes:
        name: The products of the row itself; "" where the table speaks of one thing.
        ranges: Comparators of what is affected; empty with no `unaffected` either: the row is not understood.
        unaffected: Comparators of what is not.
        fixed_in: The first release that mends it; "" where the row tells none.
    """

    name: str
    ranges: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()
    fixed_in: str = ""


_VERSION = r"\d+(?:\.\d+)*(?:\(\d+[a-z]?\)[A-Z]*\d*|\.?[A-Za-z]{0,3}\d{0,2})"
_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_HEADER = re.compile(
    r"(?:Releases?|Product|Platform|Train)\b.*?(?:First Fixed|Vulnerable|Affected) Releases?\b", re.IGNORECASE
)
_ROWS = re.compile(r"\s{3,}")
_CELLS = re.compile(r"\s{2,}")
_STATED = re.compile(
    rf"(?P<below>earlier than\s+)?(?P<first>{_VERSION})"
    r"(?:\s+(?P<earlier>and (?:earlier|prior))|\s+(?P<later>and later)"
    rf"|\s*(?:-|through|to)\s+(?P<last>{_VERSION})"
    rf"|\s+releases\s+earlier than\s+(?P<before>{_VERSION}))?(?=\s|$)",
    re.IGNORECASE,
)
_NOT_AFFECTED = re.compile(r"not (?:vulnerable|affected)\b", re.IGNORECASE)
_NO_FIX_YET = re.compile(
    r"(?:vulnerable; )?migrate to (?:a )?fixed release|future release|none planned", re.IGNORECASE
)
_FIX = re.compile(rf"({_VERSION})(?=\s|$|\()(?!\s+and\b)")
_BUG = re.compile(r"\s*CSC[a-z]{2}\d{5}(?:\s*\[[^\]]*\])?")
_FOOTNOTE = re.compile(r"(?<=[A-Za-z])\s?\d$")
_FEWEST_OF_A_RELEASE = 3


class _Row(Struct, frozen=True):
    name: str
    stated: re.Match[str]
    outcome: str


def is_table(line: str) -> bool:
    """Tell whether a line holds a table of releases."""
    found = _HEADER.search(line)
    return bool(found and _ROWS.search(line.strip()) and _NUMBERS.search(line[found.end() :]))


def header(line: str) -> str:
    """Give the first row of a table."""
    return _ROWS.split(line.strip())[0]


def read_table(line: str) -> tuple[StatedRow, ...]:
    """Read a table; empty where its rows do not ascend: a footnote's figure has run into a release."""
    plain = _BUG.sub("", line.strip())
    has_fix = "fixed release" in plain.lower()
    rows = [_row(text, has_fix=has_fix) for text in _ROWS.split(plain)[1:] if _NUMBERS.search(text)]
    read = [row for row in rows if row is not None]
    if not read or len(read) < len(rows):
        return ()
    by_name: dict[str, list[_Row]] = {}
    for row in read:
        by_name.setdefault(row.name, []).append(row)
    if not all(_ascends(group) for group in by_name.values()):
        return ()
    return tuple(one for group in by_name.values() for one in _stated_rows(group))


def _row(text: str, *, has_fix: bool) -> _Row | None:
    """Take a row apart: the name, the releases, and what the last column says."""
    cells = " ".join(_CELLS.split(text))
    for stated in _STATED.finditer(cells):
        name = _FOOTNOTE.sub("", cells[: stated.start()].strip(" ,:"))
        outcome = cells[stated.end() :].strip()
        if _ends_in_word(name) and _is_outcome(outcome, has_fix=has_fix):
            return _Row(name, stated, outcome)
    return None


def _ends_in_word(name: str) -> bool:
    """Tell a release from a figure within a name: `Dual Radio Wave 2 Access Point`."""
    return not name or name[-1].isalpha() or name[-1] in ")]"


def _is_outcome(text: str, *, has_fix: bool) -> bool:
    if not has_fix:
        return not text
    return any(pattern.match(text) for pattern in (_NOT_AFFECTED, _NO_FIX_YET, _FIX))


def _ascends(rows: list[_Row]) -> bool:
    numbers = [_figures(row.stated["first"]) for row in rows]
    return all(one <= other for one, other in pairwise(numbers))


def _figures(version: str) -> tuple[int, ...]:
    found = _NUMBERS.match(version)
    return figures(found[0]) if found else ()


def _stated_rows(rows: list[_Row]) -> Iterator[StatedRow]:
    fixes = [found[1] for row in rows if (found := _FIX.match(row.outcome))]
    longest = max((len(_figures(one)) for one in fixes), default=_FEWEST_OF_A_RELEASE)
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        upper = following.stated["first"] if following else ""
        found = _FIX.match(row.outcome)
        meant = (_meant(row.stated, upper, longest),)
        if _NOT_AFFECTED.match(row.outcome):
            yield StatedRow(row.name, unaffected=meant)
        elif found:
            yield StatedRow(row.name, (_until(row.stated, found[1], longest),), fixed_in=found[1])
        else:
            yield StatedRow(row.name, meant)


def _meant(stated: re.Match[str], upper: str, longest: int) -> str:
    """Tell which releases a row means; `and later` reaches up to the next row."""
    first = stated["first"]
    whole = first + (".*" if _is_train(first, longest) else "")
    if stated["below"]:
        return f"<{first}"
    if stated["before"]:
        return f">={first} <{stated['before']}"
    if stated["earlier"]:
        return f"<={whole}"
    if stated["last"]:
        return f">={first} <={stated['last']}" + (".*" if _is_train(stated["last"], longest) else "")
    if stated["later"]:
        return f">={first} <{upper}" if upper else f">={first}"
    return f"={whole}"


def _until(stated: re.Match[str], fix: str, longest: int) -> str:
    """Tell which releases are affected before a fix: of a train, all up to it."""
    first = stated["first"]
    own, mended = _figures(first), _figures(fix)
    if stated["below"] or stated["before"] or stated["last"]:
        return _meant(stated, "", longest)
    if stated["earlier"]:
        return (
            f"<{fix}" if mended[: len(own)] == own and len(own) < len(mended) else _meant(stated, "", longest)
        )
    return f">={first} <{fix}" if own <= mended else _meant(stated, "", longest)


def _is_train(version: str, longest: int) -> bool:
    return bool(_NUMBERS.fullmatch(version)) and len(_figures(version)) < longest
