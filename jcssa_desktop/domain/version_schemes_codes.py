"""How versions are written that begin with a code of the device, and those of Cisco's other systems."""

import re

from jcssa_desktop.domain.parsed_version import ParsedVersion
from jcssa_desktop.domain.version_text import bare, figures, padded

_MOST_FIGURES = 8


def read_coded(text: str) -> ParsedVersion | None:
    """`2VG_S000.002.561`, `T380SY0J354`, `B0.1.9.1`, `3.20R01`, `22.7R2.5`, `09-66-17`, `1.04.00`.

    What stands before the last row of figures names the model or the part, and is a line of its own.
    """
    plain = bare(text).upper()
    found = re.fullmatch(r"((?:[A-Z0-9_]*[A-Z_])?)(\d{1,6}(?:[.-]\d{1,6}){0,7})([A-Z]?)", plain)
    revised = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4}){1,3})R(\d{1,3})(?:\.(\d{1,3}))?", plain)
    if revised:
        numbers = figures(revised[1])
        return ParsedVersion(
            f"{revised[1]}R{int(revised[2]):02d}" + (f".{int(revised[3])}" if revised[3] else ""),
            padded(numbers, _MOST_FIGURES),
            ("", int(revised[2]), int(revised[3] or 0)),
            line=("",),
        )
    if not found:
        return None
    numbers = figures(found[2].replace("-", "."))
    return ParsedVersion(
        "".join(found.groups()), padded(numbers, _MOST_FIGURES), (found[3], 0, 0), line=(found[1],)
    )


def read_cisco_asa(text: str) -> ParsedVersion | None:
    """`9.12(4)65` = `9.12.4.65`, `9.1.7(9)`; `9.12` leaves the rest out."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d{1,3})(?:[.(](\d{1,3})\)?(?:[.(]?(\d{1,3})\)?)?)?",
        bare(text, r"(?:cisco\s+)?(?:asa|adaptive\s+security\s+appliance)(?:\s+software)?"),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    if found[3] is None:
        return ParsedVersion(name, figures(name), None, train=name)
    tail = (int(found[3]), int(found[4] or 0))
    written = f"{name}({tail[0]})" + (str(tail[1]) if tail[1] else "")
    return ParsedVersion(written, figures(name), tail, train=name)


def read_nxos(text: str) -> ParsedVersion | None:
    """`9.3(10)`, `7.0(3)I7(10)`, `8.4(2f)`: only within the same train letters."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d{1,2})\((\d{1,3})([A-Z]?)\)(?:([A-Z])(\d{1,2})\((\d{1,3})([A-Z]?)\))?",
        bare(text, r"(?:cisco\s+)?nx-?os(?:\s+software)?").upper(),
    )
    if not found:
        return None
    key = figures(".".join(found.groups()[:3]))
    letter, train, count, number, last = found.groups()[3:]
    written = f"{key[0]}.{key[1]}({key[2]}{letter.lower()})"
    return ParsedVersion(
        written + (f"{train}{int(count)}({int(number)}{(last or '').lower()})" if train else ""),
        key,
        (letter, int(count or 0), int(number or 0), last or ""),
        line=(train or "",),
        train=f"{key[0]}.{key[1]}{train or ''}",
    )
