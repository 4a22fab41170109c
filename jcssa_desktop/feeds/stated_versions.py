"""Statements made of a source's words on the versions of one product."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.domain.stated_range import ReadStatement, read_stated
from jcssa_desktop.feeds.sheet import one_line
from jcssa_desktop.feeds.stated_text import cves_in

_Subject = tuple[NamedProduct, tuple[str, ...]]


def statements_of(about: NamedProduct, texts: Iterable[str]) -> tuple[Statement, ...]:
    """Make statements of the texts on one product's versions; without any text its versions are unknown.

    Texts on the same models and CVE numbers that can be read are alternatives of one statement: the ranges of
    several trains are read in each other's light. What cannot be read stays a statement of its own.
    """
    read: dict[_Subject, Statement] = {}
    unread: list[Statement] = []
    for text in dict.fromkeys(map(one_line, texts)):
        parts = _read(text)
        if text and not parts:
            unread.append(Statement(about, text, cves=cves_in(text)))
        for part in parts:
            subject = (_narrowed(about, part.models), part.cves)
            before = read.get(subject) or Statement(subject[0], "", cves=part.cves)
            read[subject] = replace(
                before,
                stated="、".join(filter(None, (before.stated, text))),
                ranges=tuple(dict.fromkeys((*before.ranges, *part.ranges))),
                unaffected=tuple(dict.fromkeys((*before.unaffected, *part.unaffected))),
            )
    return (*read.values(), *unread) or (Statement(about, ""),)


@lru_cache(maxsize=16_384)
def _read(text: str) -> tuple[ReadStatement, ...]:
    """Give what a text says of versions; the same words stand in many records."""
    return tuple(part for part in read_stated(text) if part.ranges or part.unaffected)


def _narrowed(about: NamedProduct, models: tuple[str, ...]) -> NamedProduct:
    """Bind a product to the models that the words themselves name, apart from its own name."""
    own = search_key(about.name)
    others = tuple(model for model in models if search_key(model) not in own)
    return replace(about, hardware=(*about.hardware, *others)) if others else about
