"""How the makers of switches, access points and smaller routers write versions."""

import re

from jcssa_desktop.domain.parsed_version import ParsedVersion
from jcssa_desktop.domain.version_text import bare, dotted, figures, padded

_CENTURY = 20_000_000


def read_zyxel(text: str) -> ParsedVersion | None:
    """`V5.38(ABFV.1)C0`, `5.17(ABYO.7.1)C0`, `5.37 Patch 1`; the code is the model, its number the patch."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d{1,3})(?:\(([A-Z]{3,4})\.(\d{1,3}(?:\.\d{1,3}){0,2})\)(?:(C|b)(\d{1,2}))?|[\s_,-]*patch[\s_-]*(\d{1,3}))?",
        bare(text, "zld|usg|uos"),
        re.IGNORECASE,
    )
    if not found:
        return None
    major, minor, code, number, stage, count, patch = found.groups()
    name = f"{int(major)}.{int(minor):02d}"
    key = (int(major), int(minor))
    if code is None and patch is None:
        return ParsedVersion(name, key, None)
    trial = (stage or "C").lower() == "b"
    numbers = padded(figures(number or patch), 3)
    tail = (*numbers, int(not trial), int(count or 0))
    ending = f"{stage.upper() if not trial else 'b'}{int(count)}" if count and (trial or int(count)) else ""
    patched = dotted(figures(number or patch))
    written = f"({code.upper()}.{patched}){ending}" if code else f" Patch {patched}"
    return ParsedVersion(name + written, key, tail, line=(code.upper(),) if code else ())


def read_tplink(text: str) -> ParsedVersion | None:
    """`1.1.3 Build 20240415 Rel.57421`, `Archer AX3000(JP)_V1_1.1.3 Build 20240415`, `230602`.

    Some models are told by the day of the build alone; it is not held against numbers.
    """
    plain = re.sub(r"^(?:.*\([A-Z]{2}\)_)?V?\d(?:\.\d{1,2})?_(?=\d)", "", text, flags=re.IGNORECASE)
    found = re.fullmatch(
        r"(\d{1,3}(?:\.\d{1,4}){1,4})(?:(?:[\s,_-]*build[\s_-]*|\s)(20\d{6}|\d{6})(?:[\s,_-]*rel[.\s_]*\w+(?:\(\d+\))?)?)?",
        bare(plain),
        re.IGNORECASE,
    )
    alone = re.fullmatch(r"(20\d{6}|\d{6})", plain)
    if alone:
        day = _day(alone[1])
        return ParsedVersion(str(day), padded((), 5), (day,), tail_kind="day", line=("day",))
    if not found:
        return None
    name = dotted(figures(found[1]))
    build = _day(found[2]) if found[2] else None
    return ParsedVersion(
        name + (f" Build {build}" if build else ""),
        padded(figures(found[1]), 5),
        (build,) if build else None,
        line=("number",),
    )


def _day(digits: str) -> int:
    """Write `230602` as 20230602."""
    short = 6
    return int(digits) + (_CENTURY if len(digits) == short else 0)


def read_netgear(text: str) -> ParsedVersion | None:
    """`V1.0.4.120_10.0.91`: what follows the `_` is the region's part, and may be left out."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4}){1,4})(?:_(\d{1,3})(?:\.(\d{1,3})\.(\d{1,3}))?)?", bare(text))
    if not found:
        return None
    numbers = figures(found[1])
    region = tuple(int(part or 0) for part in found.groups()[1:]) if found[2] else ()
    thousand = 1000
    return ParsedVersion(
        dotted(numbers) + (f"_{dotted(region)}" if region else ""),
        padded(numbers, 5),
        build=(region[0] * thousand + region[1]) * thousand + region[2] if region else None,
    )


def read_dlink(text: str) -> ParsedVersion | None:
    """`1.05B02`, `v2.10.B01`, `110B03`; `1.05` leaves the build out.

    Switches write `7.30.011`, some routers the day of the build, `250416`: lines of their own.
    """
    plain = re.sub(r"^(\d)(\d{2})(?=B\d{2}$)", r"\1.\2", bare(text), flags=re.IGNORECASE)
    if re.fullmatch(r"[12]\d[01]\d[0-3]\d", plain):
        return ParsedVersion(plain, (int(plain), 0, 0, 0), line=("day",))
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,4}){2,3}", plain):
        numbers = figures(plain)
        return ParsedVersion(dotted(numbers), padded(numbers, 4), line=("numbers",))
    found = re.fullmatch(r"(\d{1,2})\.(\d{2})(?:\.?(?:WW)?B(\d{1,3}))?", plain, re.IGNORECASE)
    if not found:
        return None
    major, minor = int(found[1]), int(found[2])
    build = (int(found[3]),) if found[3] else None
    written = f"{major}.{minor:02d}" + (f"B{build[0]:02d}" if build else "")
    return ParsedVersion(written, (major, minor, 0, 0), build, line=("build",))


def read_asus(text: str) -> ParsedVersion | None:
    """`3.0.0.4.388_24328`, `3.0.0.4_386_46061`; the rest behind the number names the build machine."""
    found = re.fullmatch(
        r"(\d\.\d\.\d\.\d)(?:[._](\d{3})(?:[._](\d{4,6})(?:-g[0-9a-f]+(?:_[0-9a-f-]+)?)?)?)?", bare(text)
    )
    if not found:
        return None
    numbers = figures(found[1]) + ((int(found[2]),) if found[2] else ())
    build = int(found[3]) if found[3] else None
    return ParsedVersion(
        dotted(numbers) + (f"_{build}" if build else ""),
        padded(numbers, 5),
        (build,) if build is not None else None,
        train=dotted(numbers),
    )


def read_junos(text: str) -> ParsedVersion | None:
    """`22.4R3-S2`, `22.4R3-S2.6`, `21.2R3-S8-EVO`, `15.1X49-D240`: EVO and X releases are their own lines."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d)(?:\s?R(\d{1,2})(?:-S(\d{1,2}))?(?:\.(\d{1,2}))?(-EVO)?"
        r"|X(\d{1,3})(?:[-\s]D(\d{1,4})(?:\.(\d{1,2}))?)?|(-EVO))?",
        bare(text, r"junos(?:\s+os)?(?:\s+evolved)?"),
        re.IGNORECASE,
    )
    if not found:
        return None
    major, minor, release, service, spin, evo, cross, number, cross_spin, evo_alone = found.groups()
    name = f"{int(major)}.{minor}"
    key = (int(major), int(minor))
    evolved = "-EVO" if evo or evo_alone else ""
    if cross:
        line = f"X{int(cross)}"
        tail = (int(number), int(cross_spin or 0)) if number else None
        ending = (f"-D{tail[0]}" + (f".{tail[1]}" if tail[1] else "")) if tail else ""
        return ParsedVersion(name + line + ending, key, tail, line=(name + line,), train=name + line)
    if release is None:
        return ParsedVersion(
            name + evolved, key, None, line=("EVO",) if evolved else (), train=name + evolved
        )
    own = (int(release), int(service or 0), int(spin or 0))
    ending = f"R{own[0]}" + (f"-S{own[1]}" if own[1] else "") + (f".{own[2]}" if own[2] else "")
    return ParsedVersion(
        name + ending + evolved, key, own, line=("EVO" if evolved else "R",), train=name + evolved
    )


def read_arubaos(text: str) -> ParsedVersion | None:
    """`8.10.0.12`, `ArubaOS 10.4.1.3_90123`, `InstantOS 8.6.0.23`; `8.10` leaves the rest out."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2})\.(\d{1,3})(?:[_\s-](\d{4,6}))?)?",
        bare(text, r"arubaos|aos(?:-8|-10)?|instantos|aruba\s*instant(?:\s*on)?"),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    tail = (int(found[3]), int(found[4])) if found[3] else None
    return ParsedVersion(
        f"{name}.{tail[0]}.{tail[1]}" if tail else name,
        figures(name),
        tail,
        train=name,
        build=int(found[5]) if found[5] else None,
    )


def read_aruba_switch(text: str) -> ParsedVersion | None:
    """`FL.10.13.1000`, `WC.16.11.0012`, `10.13.1000`: the letters name the platform."""
    found = re.fullmatch(
        r"(?:([A-Z]{2})\.)?(\d{1,2})\.(\d{1,2})(?:\.(\d{1,4}))?",
        bare(text, r"aos-?(?:cx|s)|arubaos-(?:cx|switch)"),
        re.IGNORECASE,
    )
    if not found:
        return None
    platform = (found[1] or "").upper()
    name = f"{int(found[2])}.{int(found[3]):02d}"
    number = (int(found[4]),) if found[4] else None
    return ParsedVersion(
        (f"{platform}." if platform else "") + name + (f".{number[0]:04d}" if number else ""),
        (int(found[2]), int(found[3])),
        number,
        line=(platform,) if platform else (),
        train=name,
    )


def read_sonicwall_sma(text: str) -> ParsedVersion | None:
    """`10.2.1.10-62sv`; `12.4.3-02676`: SMA 100 and SMA 1000."""
    found = re.fullmatch(
        r"(\d{1,2}(?:\.\d{1,3}){1,3})(?:[.-](\d{2,6})(sv)?)?", bare(text, r"sma\s*1000?"), re.IGNORECASE
    )
    if not found:
        return None
    numbers = figures(found[1])
    return ParsedVersion(
        dotted(numbers) + (f"-{int(found[2])}{(found[3] or '').lower()}" if found[2] else ""),
        padded(numbers, 4),
        (int(found[2]),) if found[2] else None,
        train=dotted(numbers[:2]),
    )


def read_netscaler(text: str) -> ParsedVersion | None:
    """`14.1-12.35`, `13.1-FIPS 13.1-37.183`, `12.1-NDcPP`: the certified builds are their own lines."""
    found = re.fullmatch(
        r"(?:(\d{1,2}\.\d)-(FIPS|NDcPP)\s+)?(\d{1,2}\.\d)(?:-(FIPS|NDcPP))?(?:[-\s]+(?:build\s*)?(\d{1,3})\.(\d{1,3}))?",
        bare(text, r"(?:netscaler|citrix)\s*(?:adc|gateway)?|ns"),
        re.IGNORECASE,
    )
    if not found or (found[1] and found[1] != found[3]):
        return None
    kind = (found[2] or found[4] or "").upper()
    name = found[3] + (f"-{kind}" if kind else "")
    tail = (int(found[5]), int(found[6])) if found[5] else None
    return ParsedVersion(
        name + (f"-{dotted(tail)}" if tail else ""),
        figures(found[3]),
        tail,
        line=(kind or "common",),
        train=name,
    )
