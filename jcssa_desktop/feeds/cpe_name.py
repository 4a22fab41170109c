"""CPE names of both forms, brought to one spelling up to the product."""

from msgspec import Struct

from jcssa_desktop.feeds.cpe_criteria import read_criteria

_PLACEHOLDERS = frozenset({"", "misc", "*", "-"})
"""What stands for a vendor that has no name of its own; `misc` in JVN iPedia."""

_FIELDS = 4


class CpeName(Struct, frozen=True):
    """A CPE name up to its product; `part` is a (application), h (hardware) or o (operating system)."""

    part: str = ""
    text: str = ""


def cpe_name(text: str) -> CpeName:
    """Read a CPE 2.2 URI or a 2.3 name, in lower case; empty for what is none.

    A name whose vendor is a placeholder names nothing that other sources know, and is empty too.
    """
    folded = text.strip().lower()
    if criteria := read_criteria(folded):
        return CpeName() if criteria.vendor in _PLACEHOLDERS else CpeName(criteria.part, criteria.name)
    fields = folded.split(":")[:_FIELDS]
    if len(fields) < _FIELDS or fields[0] != "cpe" or fields[1] not in ("/a", "/h", "/o"):
        return CpeName()
    is_named = fields[2] not in _PLACEHOLDERS and fields[3] not in _PLACEHOLDERS
    return CpeName(fields[1][1:], ":".join(fields)) if is_named else CpeName()
