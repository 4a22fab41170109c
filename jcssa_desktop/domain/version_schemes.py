"""How each maker writes versions: one reader a scheme.

A reader takes a version after NFKC folding and gives a `ParsedVersion`, or None for what is not written
that way. The shapes are those seen in makers' release notes and advisories.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ParsedVersion:
    """A version taken apart.

    `line` names the stream in which versions can be ordered; other lines are incomparable. `train` is
    the branch that fixes are issued for. `key` orders; `tail` decides between equal keys, and None there
    means that the writing leaves it out.
    """

    key: tuple[int | str, ...]
    line: str = ""
    train: str = ""
    tail: tuple[int, ...] | None = ()
    width: int = 0


Reader = Callable[[str], ParsedVersion | None]

_PREFIX = re.compile(
    r"^(?:firmware|version|ver\.?|rev\.?|v\.?|fortios|sonicos(?:x)?|fireware(?: os)?|sfos|pan-os|ios xe|ios"
    r"|routeros|bios)[\s.:]*(?=[\dh])",
    re.IGNORECASE,
)


def _without_prefix(text: str) -> str:
    previous = ""
    while previous != text:
        previous, text = text, _PREFIX.sub("", text).strip()
    return text


def _ints(dotted: str) -> tuple[int, ...]:
    return tuple(int(part) for part in dotted.split("."))


def _padded(numbers: tuple[int, ...], length: int) -> tuple[int, ...]:
    return numbers + (0,) * (length - len(numbers))


def _read_dotted(text: str) -> ParsedVersion | None:
    """`1.4.2`, `16.6.4s`, `12.3.4b`: numbers, then at most one letter, which comes after none."""
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9}){0,7})([a-z]?)", _without_prefix(text), re.IGNORECASE)
    if not found:
        return None
    return ParsedVersion((*_padded(_ints(found[1]), 8), found[2].lower()))


def _read_two_parts(text: str) -> ParsedVersion | None:
    """`Ver.1.09`: two numbers; `1.9` beside `1.09` may be either, so the width counts."""
    found = re.fullmatch(r"(\d{1,6})\.(\d{1,6})([a-z]?)", _without_prefix(text), re.IGNORECASE)
    if not found:
        return None
    return ParsedVersion((int(found[1]), int(found[2]), found[3].lower()), width=len(found[2]))


def _read_yamaha(text: str) -> ParsedVersion | None:
    """`Rev.15.02.31`, `RTX830 Rev.15.02.31 (Mon …)`: each model has its own first two numbers."""
    found = re.search(r"(?:^|rev\.?\s*)(\d{1,3})\.(\d{1,3})\.(\d{1,4})(?:\s*\(.*\))?$", text, re.IGNORECASE)
    if not found:
        return None
    major, minor, patch = (int(part) for part in found.groups())
    name = f"{major}.{minor:02d}"
    return ParsedVersion((major, minor, patch), line=name, train=name)


def _read_fortios(text: str) -> ParsedVersion | None:
    """`7.4.8`, `v7.4.8,build2795 (GA)`."""
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})\.(\d{1,4})(?:[,\s-]+build\s*(\d{1,8}))?(?:\s*\(.*\))?",
        _without_prefix(text),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = tuple(int(part) for part in found.groups()[:3])
    return ParsedVersion(numbers, train=f"{numbers[0]}.{numbers[1]}")


def _read_ios(text: str) -> ParsedVersion | None:
    """`15.2(7)E10`, `12.2(16)B3a`: only versions of the same train letters follow each other."""
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})\((\d{1,4})([a-z]?)\)([A-Z]{0,4})(\d{0,4})([a-z]?\d{0,3})",
        _without_prefix(text),
    )
    if not found:
        return None
    major, minor, maintenance, interim, letters, rebuild, suffix = found.groups()
    key = (int(major), int(minor), int(maintenance), interim, int(rebuild or 0), suffix)
    return ParsedVersion(key, line=letters, train=f"{major}.{minor}{letters}")


def _read_iosxe(text: str) -> ParsedVersion | None:
    """`17.12.04a` = `17.12.4a`; a capital tail such as `3.2.0SG` is a line of its own."""
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?([A-Z]{0,3})([a-z]{0,2}\d{0,2})",
        _without_prefix(text),
    )
    if not found:
        return None
    major, minor, patch, extra, capital, suffix = found.groups()
    key = (int(major), int(minor), int(patch or 0), int(extra or 0), suffix)
    return ParsedVersion(key, line=capital, train=f"{int(major)}.{int(minor)}{capital}")


def _read_nec_ix(text: str) -> ParsedVersion | None:
    """`10.7.18`, `8.9.17B`: a maintenance letter comes after none."""
    found = re.fullmatch(r"(\d{1,3})\.(\d{1,3})\.(\d{1,4})([A-Z]?)", _without_prefix(text).upper())
    if not found:
        return None
    numbers = tuple(int(part) for part in found.groups()[:3])
    return ParsedVersion((*numbers, found[4]), train=f"{numbers[0]}.{numbers[1]}")


def _read_sonicos(text: str) -> ParsedVersion | None:
    """`7.1.2-7019`, `7.1.2-7018-R6177`, `6.5.4.15-117n`: the hardware generation decides the first number."""
    found = re.fullmatch(
        r"(\d{1,2}(?:\.\d{1,3}){1,3})(?:-(\d{1,6})n?)?(?:-[RP]\d+)?", _without_prefix(text), re.IGNORECASE
    )
    if not found:
        return None
    numbers = _ints(found[1])
    tail = (int(found[2]),) if found[2] else None
    return ParsedVersion(_padded(numbers, 4), str(numbers[0]), f"{numbers[0]}.{numbers[1]}", tail)


def _read_watchguard(text: str) -> ParsedVersion | None:
    """`12.10.4 Update 1`, `12.5.12+687697`, `2025.1.3`: years beside 12.x, and 12.5 for older boxes."""
    found = re.fullmatch(
        r"(\d{1,4}(?:\.\d{1,3}){1,3})(?:[\s_]*(?:update|u)\s*(\d{1,3}))?(?:\s*[+(]?\s*b?\d+\)?)?",
        _without_prefix(text),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = _ints(found[1])
    first_year_numbered = 2000
    if numbers[0] >= first_year_numbered:
        line = "year"
    else:
        line = "12.5" if numbers[:2] == (12, 5) else "12"
    return ParsedVersion((*_padded(numbers, 4), int(found[2] or 0)), line, f"{numbers[0]}.{numbers[1]}")


def _read_sophos(text: str) -> ParsedVersion | None:
    """`SFOS 20.0.2 MR-2-Build378`, `v19 MR1` (which is 19.0.1)."""
    found = re.fullmatch(
        r"(\d{1,3}(?:\.\d{1,3}){0,2})(?:[\s-]*(?:MR|GA)-?(\d{0,3}))?(?:[\s-]*build[\s-]*(\d{1,6}))?",
        _without_prefix(text),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = _padded(_ints(found[1]), 2)
    release = numbers[2] if len(numbers) > 2 else int(found[2] or 0)  # noqa: PLR2004 - three parts
    return ParsedVersion((*numbers[:2], release), train=f"{numbers[0]}.{numbers[1]}")


def _read_synology(text: str) -> ParsedVersion | None:
    """`DSM 7.2.2-72806 Update 3` = `7.2.2-72806-3`."""
    bare = re.sub(r"^(?:DSM|SRM)\s+", "", text, flags=re.IGNORECASE)
    found = re.fullmatch(
        r"(\d{1,2}(?:\.\d{1,3}){1,2})(?:-(\d{1,7}))?(?:(?:\s*-|\s+update\s*)(\d{1,3}))?",
        _without_prefix(bare),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = _padded(_ints(found[1]), 3)
    tail = (int(found[2]), int(found[3] or 0)) if found[2] else None
    return ParsedVersion(numbers, train=f"{numbers[0]}.{numbers[1]}", tail=tail)


def _read_qnap(text: str) -> ParsedVersion | None:
    """`QTS 5.2.0.2737 build 20240417`; `QuTS hero h5.1.5.2647` is another product."""
    bare = re.sub(r"^(?:QTS|QuTS\s*hero)\s+", "", text, flags=re.IGNORECASE)
    found = re.fullmatch(
        r"(h?)(\d{1,2}(?:\.\d{1,5}){1,3})(?:[\s,]+build[\s_-]*(\d{8}))?", bare.strip(), re.IGNORECASE
    )
    if not found:
        return None
    numbers = _ints(found[2])
    build_number_parts = 4
    complete = len(numbers) == build_number_parts
    tail = () if complete else ((int(found[3]),) if found[3] else None)
    return ParsedVersion(_padded(numbers, 4), found[1].lower(), f"{numbers[0]}.{numbers[1]}", tail)


def _read_awplus(text: str) -> ParsedVersion | None:
    """`5.5.2-0.4`, `x930-5.5.2-0.4.rel`; `5.5.2` alone leaves the rest out."""
    found = re.fullmatch(
        r"(?:[a-z][a-z0-9]*-)?(\d\.\d{1,2}\.\d{1,2})(?:-(\d{1,3})\.(\d{1,3}))?(?:\.rel)?",
        _without_prefix(text),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = _ints(found[1])
    tail = (int(found[2]), int(found[3])) if found[2] else None
    return ParsedVersion(numbers, train=".".join(str(part) for part in numbers), tail=tail)


def _read_panos(text: str) -> ParsedVersion | None:
    """`10.2.9-h1`: a hotfix comes after the release that it mends."""
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})\.(\d{1,4})(?:-h(\d{1,4}))?", _without_prefix(text), re.IGNORECASE
    )
    if not found:
        return None
    major, minor, patch, hotfix = (int(part or 0) for part in found.groups())
    return ParsedVersion((major, minor, patch, hotfix), train=f"{major}.{minor}")


def _read_meraki(text: str) -> ParsedVersion | None:
    """`MX 18.211.2`, `MR30.7`: each product line has its own numbers."""
    found = re.fullmatch(r"(MX|MR|MS|MG|MV|CW|)[\s-]*(\d{1,3}(?:\.\d{1,4}){1,3})", text, re.IGNORECASE)
    if not found:
        return None
    numbers = _ints(found[2])
    return ParsedVersion(_padded(numbers, 4), found[1].upper(), f"{numbers[0]}")


def _read_ricoh(text: str) -> ParsedVersion | None:
    """`System/Copy 2.00-00`."""
    found = re.fullmatch(
        r"(?:system/copy\s*)?(?:ver\.?\s*)?(\d{1,3})\.(\d{1,3})-(\d{1,3})", text, re.IGNORECASE
    )
    return ParsedVersion(tuple(int(part) for part in found.groups())) if found else None


def _read_lenovo_bios(text: str) -> ParsedVersion | None:
    """`N2HET84W (1.67 )`: the letters before the number name the model family."""
    found = re.fullmatch(
        r"([A-Z0-9]{3}(?:ET|UJ|CT)?)(\d{2})[A-Z]{0,2}\s*\(\s*(\d{1,2})\.(\d{1,3})\s*\)", text
    )
    if found:
        return ParsedVersion((int(found[3]), int(found[4])), line=found[1])
    return None


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "fortios": _read_fortios,
        "cisco_ios": _read_ios,
        "cisco_iosxe": _read_iosxe,
        "yamaha_rev": _read_yamaha,
        "nec_ix": _read_nec_ix,
        "ver_2part": _read_two_parts,
        "ver_3part": _read_dotted,
        "sonicos": _read_sonicos,
        "watchguard": _read_watchguard,
        "sophos": _read_sophos,
        "synology": _read_synology,
        "qnap": _read_qnap,
        "quts_hero": _read_qnap,
        "awplus": _read_awplus,
        "panos": _read_panos,
        "meraki": _read_meraki,
        "ricoh": _read_ricoh,
        "lenovo_bios": _read_lenovo_bios,
        "dotted": _read_dotted,
    }
)
