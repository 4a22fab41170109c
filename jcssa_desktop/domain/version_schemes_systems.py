"""How the makers of PCs, servers and storage write the versions of BIOS and system software."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from jcssa_desktop.domain.parsed_version import ParsedVersion
from jcssa_desktop.domain.version_text import bare, dotted, figures, padded

_RELEASED = 1
_STAGES: Mapping[str, int] = MappingProxyType({"RC": 0, "": _RELEASED, "P": 2})


def read_bios(text: str) -> ParsedVersion | None:
    """`1.26.0`, `A12`, `F.23`, `S70 Ver. 01.05.04`: a letter, or the board's name, is a line of its own."""
    lettered = re.fullmatch(r"([A-Z])\.?(\d{1,3})([A-Z]?)", bare(text), re.IGNORECASE)
    if lettered:
        letter = lettered[1].upper()
        number, ending = int(lettered[2]), lettered[3].upper()
        return ParsedVersion(f"{letter}{number:02d}{ending}", padded((number,), 4), (ending,), line=(letter,))
    found = re.fullmatch(
        r"(?:([A-Z]\d{2})\s+Ver\.?\s*)?(\d{1,3}(?:\.\d{1,4}){1,3})\s*(?:(?:Rev\.?\s*)?([A-Z]))?",
        text,
        re.IGNORECASE,
    ) or re.fullmatch(r"()(\d{1,3}(?:\.\d{1,4}){1,3})()", bare(text))
    if not found:
        return None
    board, ending = (found[1] or "").upper(), (found[3] or "").upper()
    numbers = padded(figures(found[2]), 3)
    return ParsedVersion(
        (f"{board} Ver. " if board else "") + dotted(numbers) + (f" Rev.{ending}" if ending else ""),
        padded(numbers, 4),
        (ending,),
        line=(f"board {board}" if board else "numbers",),
    )


def read_fujitsu(text: str) -> ParsedVersion | None:
    """`V02L19C01`, `V01L06NF0401`, `V20.14 NY0020`: letters and number of the correction come last."""
    found = re.fullmatch(r"V(\d{2})[L.](\d{2,3})[\s_-]*(?:([A-Z]{1,2})(\d{1,4}))?", text, re.IGNORECASE)
    if not found:
        return None
    letters = (found[3] or "").upper()
    name = f"V{found[1]}L{found[2]}"
    return ParsedVersion(
        name + (f"{letters}{int(found[4])}" if letters else ""),
        (int(found[1]), int(found[2])),
        (int(found[4]),) if letters else None,
        tail_kind=letters,
    )


def read_vmware(text: str) -> ParsedVersion | None:
    """`8.0 Update 3b`, `ESXi 8.0 U3`, `ESXi80U3b-24280767`: the build number may be left out."""
    found = re.fullmatch(
        r"(\d{1,2})\.?(\d)(?:\.(\d))?(?:\s*,?\s*(?:update|u)\s*(\d{1,2})([a-z])?)?(?:[\s,-]*(?:build[\s-]*)?(\d{7,9}))?",
        bare(text, r"(?:vmware\s+)?(?:esxi|vsphere|vcenter(?:\s+server)?)"),
        re.IGNORECASE,
    )
    if not found:
        return None
    major, minor, patch, update, letter, build = found.groups()
    name = f"{int(major)}.{minor}" + (f".{patch}" if patch and int(patch) else "")
    return ParsedVersion(
        name + (f" U{int(update)}{(letter or '').lower()}" if update else ""),
        (int(major), int(minor), int(patch or 0)),
        (int(update or 0), (letter or "").lower()),
        train=f"{int(major)}.{minor}",
        build=int(build) if build else None,
    )


def read_ontap(text: str) -> ParsedVersion | None:
    """`9.13.1P5`, `9.14.1RC1`: a patch comes after the release, a candidate before."""
    found = re.fullmatch(
        r"(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2})(?:(RC|P)(\d{1,3}))?)?",
        bare(text, r"(?:netapp\s+)?ontap"),
        re.IGNORECASE,
    )
    if not found:
        return None
    major, minor, patch, stage, count = found.groups()
    name = f"{int(major)}.{int(minor)}"
    if patch is None:
        return ParsedVersion(name, figures(name), None, train=name)
    stage = (stage or "").upper()
    return ParsedVersion(
        f"{name}.{int(patch)}" + (f"{stage}{int(count)}" if stage else ""),
        figures(name),
        (int(patch), _STAGES[stage], int(count or 0)),
        train=f"{name}.{int(patch)}",
    )


def read_lenovo_bios(text: str) -> ParsedVersion | None:
    """`N2HET84W (1.67 )`: the code names the model; `1.67` alone goes with any, the code alone counts too."""
    found = re.fullmatch(
        r"(?:([A-Z0-9]{4,5})(\d{2})(W{1,2}))?\s*(\(?)\s*(?:(\d{1,2})\.(\d{1,3}))?\s*(\)?)", bare(text).upper()
    )
    if not found:
        return None
    family, count, ending, opened, major, minor, closed = found.groups()
    if bool(opened) != bool(closed) or (opened and not major) or not (family or major):
        return None
    line = (family,) if family else ()
    code = f"{family}{count}{ending}" if family else ""
    if not major:
        return ParsedVersion(code, (), (int(count),), tail_kind="code", line=line)
    number = f"{int(major)}.{minor}"
    return ParsedVersion(
        f"{code} ({number})" if code else number,
        (),
        (int(major), int(minor)),
        (int(major), minor.rstrip("0")),
        tail_kind="number",
        line=line,
        build=int(count) if count else None,
    )
