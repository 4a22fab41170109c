"""Cisco's advisories whose product tree names a family alone: the notes say which models, which versions.

Such a file also promises a fix for all, even where its notes say that none will come.
"""

import re
from collections.abc import Iterable

from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.feeds.cisco_notes import CiscoStatement, read_notes
from jcssa_desktop.feeds.csaf_shapes import Header, Note

_PUBLISHER = "Cisco"
_VULNERABLE = "vulnerable products"
_FIXED = "fixed software"
_NOT_VULNERABLE = "products confirmed not vulnerable"

_SERIES = re.compile(r"(?:Cisco )?(?P<name>[^,]*?\d\w* Series)\b")
_CODE = re.compile(r"(?:(?:Cisco|Meraki) )?(?P<name>(?:Business )?(?=\w*[A-Za-z])[\w-]*\d[\w-]*)(?:\s|$)")
_A_NAME = re.compile(r"[A-Za-z][\w-]+(?: |$)")


def read_cisco_notes(
    header: Header, made: tuple[Statement, ...], cves: tuple[str, ...]
) -> tuple[Statement, ...]:
    """Give what the notes state, in the place of statements that name no version; else these as they are.

    `cves` are all CVE numbers of the document, for which the notes speak where they name none.
    """
    if header.publisher.name != _PUBLISHER or not made or any(_states_versions(one) for one in made):
        return made
    read = read_notes(*(_note(header.notes, title) for title in (_VULNERABLE, _FIXED, _NOT_VULNERABLE)))
    if not any(one.ranges or one.no_fix for one in read):
        return made
    families = {one.about for one in made}
    family = next(iter(families)) if len(families) == 1 else None
    found = (_statement(one, family, cves) for one in read if _is_name(one.product))
    return tuple(dict.fromkeys(found)) or made


def _states_versions(one: Statement) -> bool:
    return bool(one.ranges or one.unaffected or one.fixed_in or one.about.hardware)


def _note(notes: Iterable[Note], title: str) -> str:
    return next((note.text for note in notes if note.title.strip().lower() == title), "")


def _is_name(product: str) -> bool:
    return bool(_A_NAME.match(product) or _SERIES.match(product) or _CODE.match(product))


def _statement(read: CiscoStatement, family: NamedProduct | None, cves: tuple[str, ...]) -> Statement:
    return Statement(
        about=_about(read.product, family),
        stated=_words(read),
        ranges=read.ranges,
        unaffected=read.unaffected,
        fixed_in=read.fixed_in,
        no_fix=read.no_fix,
        cves=read.cves or cves,
    )


def _about(product: str, family: NamedProduct | None) -> NamedProduct:
    """Name a device by its code or series, bound to the family of the tree; software goes by its own name."""
    device = _SERIES.match(product) or _CODE.match(product)
    if device is None:
        return NamedProduct(_PUBLISHER, product)
    if family is None:
        return NamedProduct(_PUBLISHER, device["name"], is_hardware=True)
    return NamedProduct(family.maker, family.name, hardware=(device["name"],))


def _words(read: CiscoStatement) -> str:
    """Put together what the notes give in a table: the product, its releases, the first fixed one."""
    parts = [", ".join(read.ranges)] if read.ranges else []
    if read.unaffected:
        parts.append(f"not affected: {', '.join(read.unaffected)}")
    if read.fixed_in:
        parts.append(f"first fixed release: {', '.join(read.fixed_in)}")
    return f"{read.product}: {'; '.join(parts)}" if parts else read.product
