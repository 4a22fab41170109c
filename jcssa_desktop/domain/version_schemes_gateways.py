"""How the makers of firewalls, routers and switches from abroad write versions."""

import re

from jcssa_desktop.domain.parsed_version import ParsedVersion
from jcssa_desktop.domain.version_text import bare, dotted, figures, padded

_FIRST_YEAR = 2000
_PARTING = (12, 5)
"""Fireware 12.5.x goes on for older boxes beside what came after it."""

_SPECIAL_IMAGES = frozenset("rstuvwxyz")
"""Letters of IOS XE images for single platforms; they stand beside the rebuilds a, b, c."""


def read_fortios(text: str) -> ParsedVersion | None:
    """`7.4.8`, `v7.4.8,build2795 (GA)`, `FortiWeb 7.6.2`, `5.2.1.82`; `7.4` leaves the patch out."""
    named = re.match(r"forti[a-z]+(?:[\s-]+|(?=\d))", text, re.IGNORECASE)
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4})(?:\.(\d{1,5})|[.\s]?[MF])?(?:[,\s-]+build\s*(\d{1,8}))?)?"
        r"(?:[,\s-]*\(?(?:GA|feature|mature)[.\w]*\)?|\s*\([^()]*\))?",
        bare(text[named.end() :] if named else text),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    return ParsedVersion(
        name + "".join(f".{int(part)}" for part in found.groups()[2:4] if part),
        figures(name),
        (int(found[3]), int(found[4] or 0)) if found[3] else None,
        line=(named[0].strip(" -").lower(),) if named else (),
        train=name,
        build=int(found[5]) if found[5] else None,
    )


def read_ios(text: str) -> ParsedVersion | None:
    r"""`15.2(7)E10`, `12.2(16)B3a`, `15.2\(7\)e10`: only within the same train letters.

    The letter within the brackets and the number behind them are counted apart: `15.2(7a)E0b` and
    `15.2(7)E1` stand beside each other. `15.6` leaves all that out.
    """
    plain = bare(text.replace("\\", ""), r"(?:cisco\s+)?ios").upper()
    if re.fullmatch(r"\d{1,3}\.\d{1,3}", plain):
        return ParsedVersion(dotted(figures(plain)), figures(plain), None)
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})\((\d{1,4})([A-Z]?)\)([A-Z]{0,4})(\d{0,4})([A-Z]?\d{0,3})", plain
    )
    if not found:
        return None
    interim, letters, rebuild, suffix = found.groups()[3:]
    if not letters and not rebuild and suffix:
        return None
    key = figures(".".join(found.groups()[:3]))
    number = int(rebuild or 0)
    written = (
        f"{key[0]}.{key[1]}({key[2]}{interim.lower()}){letters}{number if rebuild else ''}{suffix.lower()}"
    )
    return ParsedVersion(
        written,
        key[:2],
        (key[2], interim, number, suffix),
        (key[2], number, suffix, interim),
        parallel=True,
        line=(letters,),
        train=f"{key[0]}.{key[1]}{letters}",
    )


def read_iosxe(text: str) -> ParsedVersion | None:
    """`17.12.04a` = `17.12.4a`, `3.16.4bS` = `03.16.04b.S`; the capitals of 3.x are lines of their own.

    Images for single platforms (`16.6.4s`) come after what has lower numbers and before what has higher
    ones, and beside the rebuilds of the same numbers.
    """
    of_train = re.fullmatch(
        r"([23]\.\d{1,2})(SG|SE|SQ|XO|S|E)(?:_base)?",
        bare(text, r"(?:cisco\s+)?ios[\s-]?xe"),
        re.IGNORECASE,
    )
    if of_train:
        capitals = of_train[2].upper()
        name = of_train[1] + capitals
        return ParsedVersion(name, figures(of_train[1]), None, line=(capitals,), train=name)
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3})(?:\.(\d{1,3}))?([a-z]{0,2})(\d{0,2})\.?([A-Z]{0,3}))?",
        _with_capitals(bare(text.replace("\\", ""), r"(?:cisco\s+)?ios[\s-]?xe")),
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    if found[3] is None:
        return ParsedVersion(name, figures(name), None, train=name)
    patch, extra, letters, count, capitals = found.groups()[2:]
    first_without_capitals = 16
    first_with_capitals = 3
    if first_with_capitals <= int(found[1]) < first_without_capitals and not capitals:
        return None
    special = letters[:1] in _SPECIAL_IMAGES
    numbers = (int(patch), int(extra or 0))
    rank = (letters, int(count or 0))
    written = f"{name}.{int(patch)}{f'.{int(extra)}' if extra else ''}{letters}{int(count) if count else ''}"
    return ParsedVersion(
        written + capitals,
        figures(name),
        (*numbers, int(special), *rank),
        (*numbers, -int(special), *(_reversed(rank) if special else rank)),
        parallel=True,
        line=(capitals,) if capitals else (),
        train=name + capitals,
    )


def _with_capitals(plain: str) -> str:
    """Write `3.10s.0`, `3.13.2as` and `3.13s_3.13.0as` of CPE names as `3.10.0S` and `3.13.2aS`."""
    moved = re.sub(r"^([23])\.(\d{1,2})([a-z]{1,3})\.(\d{1,2})([a-z]?)$", r"\1.\2.\4\5\3", plain)
    last = moved.rpartition("_")[2]
    found = re.fullmatch(r"(0?[23]\.\d{1,2}\.\d{1,2}[a-z]?)(s|sg|e|se|sq|xo|ja|ea|ex)", last)
    return found[1] + found[2].upper() if found else plain


def _reversed(rank: tuple[str, int]) -> tuple[str, int]:
    """Turn the order of special images round, so that the two readings of theirs never agree."""
    letters = "".join(chr(0x10FFFF - ord(one)) for one in rank[0])
    return letters.ljust(2, chr(0x10FFFF)), -rank[1]


def read_panos(text: str) -> ParsedVersion | None:
    """`10.2.9-h1`: a hotfix comes after the release that it mends; `10.2` leaves the rest out."""
    found = re.fullmatch(
        r"(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4})(?:[-\s]h(\d{1,4}))?)?", bare(text, "pan-?os"), re.IGNORECASE
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    if found[3] is None:
        return ParsedVersion(name, figures(name), None, train=name)
    patch, hotfix = int(found[3]), int(found[4] or 0)
    written = f"{name}.{patch}" + (f"-h{hotfix}" if hotfix else "")
    return ParsedVersion(written, figures(name), (patch, hotfix), train=name)


def read_sonicos(text: str) -> ParsedVersion | None:
    """`7.1.2-7019`, `7.1.2-7018-R6177`, `6.5.4.15-117n`: the hardware generation decides the first number.

    `6.5.4.4-44v-21-2395` is the virtual firewall, whose builds are a line of their own; `7.0.1-R1456`
    leaves the build out.
    """
    found = re.fullmatch(
        r"(\d{1,2}(?:\.\d{1,3}){1,3})"
        r"(?:-(\d{1,6})(?:[no]|(v)(?:-(\d{1,4})-(\d{1,6}))?)?)?(?:-[RPH]\d{1,6}){0,2}",
        bare(text, r"sonicosx?(?:\s+enhanced)?"),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers = padded(figures(found[1]), 4)
    shown = dotted(numbers if numbers[3] else numbers[:3])
    build, virtual = found[2], bool(found[3])
    counts = tuple(int(one or 0) for one in (build, found[4], found[5])) if build else None
    ending = (f"v-{counts[1]}-{counts[2]}" if found[4] else "v") if virtual and counts else ""
    kind = ("virtual" if virtual else "hardware",) if build else ()
    return ParsedVersion(
        shown + (f"-{counts[0]}{ending}" if counts else ""),
        numbers,
        counts,
        line=(str(numbers[0]), *kind),
        train=f"{numbers[0]}.{numbers[1]}",
    )


def read_watchguard(text: str) -> ParsedVersion | None:
    """`12.10.4 Update 1`, `11.12.4_Update1`, `12.5.12+687697`, `2025.1.3`.

    Versions named by the year run beside 12.x; 12.5.x runs beside what came after it.
    """
    found = re.fullmatch(
        r"(\d{1,4}(?:\.\d{1,3}){1,3})(?:[\s_-]*(?:update|u)[\s_]*(\d{1,3}))?"
        r"(?:\s*\+\s*b?\d{1,9}|\s*\(\s*b?\d{1,9}\s*\)|\s+b\d{1,9})?",
        bare(text, r"fireware(?:\s*os)?"),
        re.IGNORECASE,
    )
    if not found:
        return None
    numbers, update = padded(figures(found[1]), 4), int(found[2] or 0)
    if numbers[0] >= _FIRST_YEAR:
        line: tuple[str, ...] = ("year",)
    elif numbers[:2] < _PARTING:
        line = ("12",)
    else:
        line = ("12", "12.5" if numbers[:2] == _PARTING else "12.6")
    shown = dotted(numbers if numbers[3] else numbers[:3])
    return ParsedVersion(
        shown + (f" Update {update}" if update else ""),
        numbers,
        (update,),
        line=line,
        train=dotted(numbers[:2]),
    )


def read_sophos(text: str) -> ParsedVersion | None:
    """`SFOS 20.0.2 MR-2-Build378`, `v19 MR1 (19.0.1)`, `19.0 GA`; `19.5` leaves the rest out."""
    found = re.fullmatch(
        r"(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(?:[\s-]*(?:(GA)|MR[\s-]*(\d{1,3})))?"
        r"(?:[\s-]*build[\s-]*(\d{1,6}))?(?:\s*\((\d{1,3}\.\d{1,3})\.(\d{1,3})\))?",
        bare(text, r"sfos|sophos\s+firewall(?:\s+os)?|xg"),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2] or 0)}"
    stated = {int(one) for one in (found[3], found[5], "0" if found[4] else None, found[8]) if one}
    if len(stated) > 1 or (found[7] and figures(found[7]) != figures(name)):
        return None
    release = next(iter(stated), None)
    return ParsedVersion(
        name if release is None else f"{name}.{release}",
        figures(name),
        None if release is None else (release,),
        train=name,
        build=int(found[6]) if found[6] else None,
    )


def read_meraki(text: str) -> ParsedVersion | None:
    """`MX 18.211.2`, `MR30.7`: each product line has its own numbers."""
    found = re.fullmatch(
        r"(?:(MX|MR|MS|MG|MV|MT|CW|Z)[\s-]*)?(\d{1,3}(?:\.\d{1,4}){1,3})", bare(text, "meraki"), re.IGNORECASE
    )
    if not found:
        return None
    numbers = padded(figures(found[2]), 3)
    return ParsedVersion(
        (f"{found[1].upper()} " if found[1] else "") + dotted(numbers),
        padded(numbers, 4),
        line=(found[1].upper(),) if found[1] else (),
        train=str(numbers[0]),
    )
