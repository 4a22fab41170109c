"""CPE names as feeds write them, brought to one spelling."""

import re
from dataclasses import dataclass

_COLON = re.compile(r"(?<!\\):")
_PLACEHOLDER = "misc"
"""The vendor that JVN iPedia writes where it has none."""

_NAMED_23 = 5
_NAMED_22 = 4


@dataclass(frozen=True, slots=True)
class CpeName:
    """A CPE name up to its product; `part` is a (application), h (hardware) or o (operating system)."""

    part: str = ""
    text: str = ""


def cpe_name(text: str) -> CpeName:
    """Read a CPE 2.2 URI or a 2.3 name up to the product, in lower case; empty for what is none.

    A name whose vendor is a placeholder names nothing that other sources know, and is empty too.
    """
    folded = text.strip().lower()
    if folded.startswith("cpe:/"):
        fields = folded.split(":")[:_NAMED_22]
        part = fields[1].removeprefix("/") if len(fields) == _NAMED_22 else ""
        vendor = fields[2] if part else ""
    else:
        fields = _COLON.split(folded)[:_NAMED_23]
        known = len(fields) == _NAMED_23 and fields[:2] == ["cpe", "2.3"]
        part, vendor = (fields[2], fields[3]) if known else ("", "")
    if part not in ("a", "h", "o") or vendor in ("", "*", "-", _PLACEHOLDER) or fields[-1] in ("", "*", "-"):
        return CpeName()
    return CpeName(part, ":".join(fields))
