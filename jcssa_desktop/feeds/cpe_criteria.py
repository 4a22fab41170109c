"""CPE 2.3 names as NVD and CVE records write them, taken apart: product, version and update."""

import re

from msgspec import Struct

ANY = "*"
"""Any value: a version that is not limited."""

NOT_APPLICABLE = "-"
"""No value: what is named has no versions, as a device beside its firmware. Not the same as any."""

_COLON = re.compile(r"(?<!\\):")
_ESCAPED = re.compile(r"\\(.)")
_FIELDS = 13
_HOTFIX = re.compile(r"h\d+", re.IGNORECASE)
_RELEASE = re.compile(r"r\d+(?:-s\d+)*", re.IGNORECASE)
_MAINTENANCE = re.compile(r"^maintenance_release_?(?=\d)", re.IGNORECASE)


class CpeCriteria(Struct, frozen=True):
    """A CPE name taken apart; `part` is a (application), h (hardware) or o (operating system).

    `vendor`, `product` and `version` are unescaped, `name` is the CPE name up to the product as written.
    `version` is `ANY`, `NOT_APPLICABLE` or a version; `update` is "" where it is neither needed nor stated.
    """

    part: str
    vendor: str
    product: str
    version: str
    update: str
    name: str

    @property
    def is_hardware(self) -> bool:
        """Tell whether the name is that of a device."""
        return self.part == "h"

    @property
    def full_version(self) -> str:
        """Give version and update as makers write them: `10.1.14-h9`, `21.2r1-s1`, `18.5 mr4`."""
        if not self.update:
            return self.version
        update = _MAINTENANCE.sub("mr", self.update)
        joint = "-" if _HOTFIX.fullmatch(update) else "" if _RELEASE.fullmatch(update) else " "
        return f"{self.version}{joint}{update.replace('_', ' ')}"


def read_criteria(text: str) -> CpeCriteria | None:
    """Take a CPE 2.3 name apart; None for what is none, or names no product."""
    folded = text.strip()
    fields = _COLON.split(folded) if "\\" in folded else folded.split(":")
    if len(fields) != _FIELDS or fields[0] != "cpe" or fields[1] != "2.3" or fields[2] not in ("a", "h", "o"):
        return None
    part, vendor, product, version, update = fields[2:7]
    if not version or vendor in ("", ANY, NOT_APPLICABLE) or product in ("", ANY, NOT_APPLICABLE):
        return None
    return CpeCriteria(
        part,
        _plain(vendor),
        _plain(product),
        _plain(version),
        "" if update in ("", ANY, NOT_APPLICABLE) else _plain(update),
        ":".join(fields[:5]),
    )


def _plain(value: str) -> str:
    return _ESCAPED.sub(r"\1", value) if "\\" in value else value
