"""How each maker writes versions: one reader a scheme.

A reader takes a version after NFKC folding and gives a `ParsedVersion`, or None for what is not written
that way. The shapes are those seen in makers' release notes, advisories and CPE names.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from jcssa_desktop.domain.parsed_version import ParsedVersion
from jcssa_desktop.domain.version_schemes_codes import read_cisco_asa, read_coded, read_nxos
from jcssa_desktop.domain.version_schemes_gateways import (
    read_fortios,
    read_ios,
    read_iosxe,
    read_meraki,
    read_panos,
    read_sonicos,
    read_sophos,
    read_watchguard,
)
from jcssa_desktop.domain.version_schemes_networks import (
    read_aruba_switch,
    read_arubaos,
    read_asus,
    read_dlink,
    read_junos,
    read_netgear,
    read_netscaler,
    read_sonicwall_sma,
    read_tplink,
    read_zyxel,
)
from jcssa_desktop.domain.version_schemes_systems import (
    read_bios,
    read_fujitsu,
    read_lenovo_bios,
    read_ontap,
    read_vmware,
)
from jcssa_desktop.domain.version_text import bare, dotted, figures, padded

Reader = Callable[[str], ParsedVersion | None]

_STAGES: Mapping[str, int] = MappingProxyType({"alpha": 0, "beta": 1, "rc": 2})
_RELEASED = 3
_TRIALS: Mapping[str, int] = MappingProxyType({"prebeta": 0, "beta": 1, "β": 1, "": 2})


def _read_dotted(text: str) -> ParsedVersion | None:
    """`1.4.2`, `2.8.123e`, `7.21rc2`, `1.1.3 Build 20240415`: a letter comes after none, a trial before."""
    found = re.fullmatch(
        r"(\d{1,9}(?:\.\d{1,9}){0,7})(?:-?(alpha|beta|rc)[.-]?(\d{1,4})|([a-z]))?(?:[\s,_-]*build[\s_-]*(\d{1,12}))?",
        bare(text).lower(),
    )
    if not found:
        return None
    numbers = figures(found[1])
    least = 2
    while len(numbers) > least and not numbers[-1]:
        numbers = numbers[:-1]
    stage = _STAGES.get(found[2] or "", _RELEASED)
    letter = ord(found[4]) if found[4] else 0
    trial = f"-{found[2]}{int(found[3])}" if found[2] else (found[4] or "")
    return ParsedVersion(
        dotted(padded(numbers, least)) + trial + (f" build {int(found[5])}" if found[5] else ""),
        (*padded(numbers, 8), stage, int(found[3] or 0), letter),
        (int(found[5]),) if found[5] else (),
        tail_kind="build" if found[5] else "",
    )


def _read_two_parts(text: str) -> ParsedVersion | None:
    """`Ver.1.09`: two numbers. `1.9` beside `1.10` may be figures or a fraction: both readings must agree.

    `1.99β` comes before `1.99`; the second count of a NAS, `1.78-0.03`, is mostly left out.
    """
    found = re.fullmatch(
        r"(\d{1,6})\.(\d{1,6})(?:-(\d)\.(\d\d))?(?:\s?(prebeta|beta|β)\s?(\d{0,2})|([a-z]?))",
        bare(text).lower(),
    )
    if not found:
        return None
    major, minor, *second, trial, count, letter = found.groups()
    ending = (_TRIALS[trial or ""], letter or "", int(count or 0))
    written = f"{int(major)}.{minor}" + (f"-{'.'.join(second)}" if second[0] else "")
    return ParsedVersion(
        written + (f" {trial.replace('β', 'beta')}{count}" if trial else letter or ""),
        (int(major),),
        (int(minor), *ending),
        (minor.rstrip("0"), *ending),
        build=int("".join(second)) if second[0] else None,
    )


def _read_ver(text: str) -> ParsedVersion | None:
    """`Ver.1.09` and `Ver.1.4.2`, as a maker may write both: they are not held against each other."""
    if two := _read_two_parts(text):
        return replace(two, key=padded(two.key, 11), line=("two",))
    more = _read_dotted(text)
    if more is None:
        return None
    written = re.sub(r"^\d+\.\d+(?![.\d])", r"\g<0>.0", more.canonical)
    return replace(more, canonical=written, line=("more",))


def _read_common(text: str) -> ParsedVersion | None:
    """`4.2.3`, `1.9`, `2405`: only what any maker counts alike, the first number that differs.

    A single number may be a day or a count of builds, a row of its own. `1.9` beside `1.10` stays open;
    `1.09`, which may be a fraction, is not held against `1.4.2`.
    """
    found = re.fullmatch(r"(\d{1,9})(?:\.(\d{1,6})((?:\.\d{1,6}){0,4})([a-z]?))?", bare(text).lower())
    if not found:
        return None
    major, minor, more, letter = found.groups()
    if minor is None:
        return ParsedVersion(str(int(major)), (int(major),), line=("one",))
    rest = figures(more[1:]) if more else ()
    while rest and not rest[-1]:
        rest = rest[:-1]
    tail = (int(minor), *padded(rest, 4), letter)
    if more:
        written = dotted((int(major), int(minor), *rest)) + letter
        return ParsedVersion(written, (int(major),), tail, line=("numbers", "more"))
    is_fraction = minor.startswith("0") and len(minor) > 1
    return ParsedVersion(
        f"{int(major)}.{minor}{letter}",
        (int(major),),
        tail,
        (minor.rstrip("0"), *padded(rest, 4), letter),
        line=("numbers", "two") if is_fraction else ("numbers",),
    )


def _read_yamaha(text: str) -> ParsedVersion | None:
    """`Rev.15.02.31`, `RTX1220 Rev.15.04.04 (Mon …)`: each model has its own first two numbers."""
    found = re.search(
        r"(?:^|\brev)[\s._]*(\d{1,3})\.(\d{1,3})\.(\d{1,4})(?:\s*\(.*\))?$", bare(text), re.IGNORECASE
    )
    if not found:
        return None
    major, minor, patch = (int(part) for part in found.groups())
    name = f"{major}.{minor:02d}"
    return ParsedVersion(f"Rev.{name}.{patch:02d}", (major, minor, patch), line=(name,), train=name)


def _read_nec_ix(text: str) -> ParsedVersion | None:
    """`10.7.18`, `8.9.17B`, `Ver9.2`: the letter of a maintenance release comes after none."""
    found = re.fullmatch(r"(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4})([A-Z]?))?", bare(text).upper())
    if not found:
        return None
    name = f"{int(found[1])}.{int(found[2])}"
    if found[3] is None:
        return ParsedVersion(name, figures(name), None, train=name)
    return ParsedVersion(
        f"{name}.{int(found[3])}{found[4]}", figures(name), (int(found[3]), found[4]), train=name
    )


def _read_synology(text: str) -> ParsedVersion | None:
    """`DSM 7.2.2-72806 Update 3` = `7.2.2-72806-3`; fixes come for 7.2.1 and 7.2.2 side by side."""
    named = re.match(r"(DSM|SRM)\b\s*", text, re.IGNORECASE)
    found = re.fullmatch(
        r"(\d{1,2}(?:\.\d{1,3}){1,2})(?:-(\d{1,7})(?:(?:\s*-\s*|[\s,]+update\s*)(\d{1,3}))?)?",
        bare(text[named.end() :] if named else text),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = dotted(figures(found[1]))
    build, update = found[2], int(found[3] or 0)
    return ParsedVersion(
        name + (f"-{int(build)}" if build else "") + (f"-{update}" if update else ""),
        padded(figures(found[1]), 3),
        (int(build), update) if build else None,
        line=(named[1].upper(),) if named else (),
        train=name,
    )


def _read_qnap(text: str) -> ParsedVersion | None:
    """`QTS 5.2.0.2737 build 20240417`, `4.2.6 build 20240131`."""
    return _read_qnap_system(text, hero=False)


def _read_quts_hero(text: str) -> ParsedVersion | None:
    """`QuTS hero h5.1.5.2647 build 20240118`."""
    return _read_qnap_system(text, hero=True)


def _read_qnap_system(text: str, *, hero: bool) -> ParsedVersion | None:
    """Read a version of QTS or of QuTS hero, which are two products."""
    found = re.fullmatch(
        r"(?:(QTS|QuTS[\s-]*hero)\b\s*)?(.*?)(\d{1,2}(?:\.\d{1,3}){1,2})(?:\.(\d{1,5}))?"
        r"(?:[\s,_-]*build[\s_-]*(\d{8}))?",
        text,
        re.IGNORECASE,
    )
    if not found or bare(found[2]).lower() not in ("", "h"):
        return None
    named = (found[1] or "").lower()
    hero = named.startswith("quts") or (not named and hero) or bare(found[2]).lower() == "h"
    mark = "h" if hero else ""
    numbers = padded(figures(found[3]), 3)
    if found[4] is not None and len(figures(found[3])) < len(numbers):
        return None
    if found[4] is not None:
        tail, kind, end = (int(found[4]),), "number", f".{int(found[4])}"
    elif found[5]:
        tail, kind, end = (int(found[5]),), "day", f" build {found[5]}"
    else:
        tail, kind, end = None, "", ""
    return ParsedVersion(
        mark + dotted(numbers) + end,
        numbers,
        tail,
        tail_kind=kind,
        line=("hero" if hero else "qts",),
        train=mark + dotted(numbers[:2]),
    )


def _read_awplus(text: str) -> ParsedVersion | None:
    """`5.5.2-0.4`, `x930-5.5.2-0.4.rel`; `AlliedWare Plus (TM) 5.5.2` leaves the rest out.

    `2.9.1-20` is AlliedWare, the system before it, whose last number was 3.
    """
    former = re.fullmatch(r"([23])\.(\d{1,2})\.(\d{1,2})-(\d{1,3})", bare(text, "alliedware"), re.IGNORECASE)
    if former:
        numbers = figures(".".join(former.groups()))
        return ParsedVersion(
            f"{dotted(numbers[:3])}-{numbers[3]:02d}", numbers[:3], (numbers[3], 0), line=("alliedware",)
        )
    found = re.fullmatch(
        r"(?:[a-z]+\d[a-z0-9]*-)?(\d\.\d{1,2}\.\d{1,2})(?:-(\d{1,3})\.(\d{1,3}))?(?:\.rel)?",
        bare(text, r"alliedware\s*plus(?:\s*\(?tm\)?)?|aw\+"),
        re.IGNORECASE,
    )
    if not found:
        return None
    name = dotted(figures(found[1]))
    tail = (int(found[2]), int(found[3])) if found[2] else None
    written = name + (f"-{tail[0]}.{tail[1]}" if tail else "")
    return ParsedVersion(written, figures(name), tail, line=("plus",), train=name)


def _read_ricoh(text: str) -> ParsedVersion | None:
    """`System/Copy 2.00-00`; software for PCs has dotted numbers, a line of its own."""
    found = re.fullmatch(r"(\d{1,3})\.(\d{1,3})-(\d{1,3})", bare(text, r"system\s*/\s*copy"))
    if not found:
        return _of_numbers(text) if bare(text).count(".") > 1 else None
    major, minor, patch = figures(".".join(found.groups()))
    return ParsedVersion(f"{major}.{minor:02d}-{patch:02d}", (major, minor, patch), line=("device",))


def _read_fujitsu(text: str) -> ParsedVersion | None:
    """`V02L19C01` of PCs and network devices; other software has dotted numbers, a line of its own."""
    found = read_fujitsu(text)
    return replace(found, line=("device",)) if found else _of_numbers(text)


def _of_numbers(text: str) -> ParsedVersion | None:
    found = _read_dotted(text)
    return replace(found, line=("numbers",)) if found else None


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "fortios": read_fortios,
        "cisco_ios": read_ios,
        "cisco_iosxe": read_iosxe,
        "cisco_asa": read_cisco_asa,
        "cisco_nxos": read_nxos,
        "coded": read_coded,
        "yamaha_rev": _read_yamaha,
        "nec_ix": _read_nec_ix,
        "ver": _read_ver,
        "ver_2part": _read_two_parts,
        "ver_3part": _read_dotted,
        "sonicos": read_sonicos,
        "watchguard": read_watchguard,
        "sophos": read_sophos,
        "synology": _read_synology,
        "qnap": _read_qnap,
        "quts_hero": _read_quts_hero,
        "awplus": _read_awplus,
        "panos": read_panos,
        "meraki": read_meraki,
        "zyxel": read_zyxel,
        "tplink": read_tplink,
        "netgear": read_netgear,
        "dlink": read_dlink,
        "asus": read_asus,
        "junos": read_junos,
        "arubaos": read_arubaos,
        "aruba_switch": read_aruba_switch,
        "sonicwall_sma": read_sonicwall_sma,
        "netscaler": read_netscaler,
        "bios": read_bios,
        "fujitsu": _read_fujitsu,
        "vmware": read_vmware,
        "ontap": read_ontap,
        "ricoh": _read_ricoh,
        "lenovo_bios": read_lenovo_bios,
        "dotted": _read_dotted,
        "common": _read_common,
    }
)
