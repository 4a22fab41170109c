"""What the version branch of a CSAF product tree says: one version, a range, or nothing that can be read."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.domain.stated_range import read_stated

_OPEN_RANGE = re.compile(r">=?\s*(\d+(?:\.\d+)+)\S*")
_HOTFIX = re.compile(r">=\s*(?P<train>\d+\.\d+)\.(?P<patch>\d{1,6})-h\d+")
_FIGURES = re.compile(r"\d+(?:\.\d+)*")
_TRAIN_FIGURES = 2
_LONGEST = 500
"""What is longer states no versions; it is not read."""


def read_versions(text: str, product: str) -> tuple[str, ...]:
    """Give the ranges that a branch's name states; () for what cannot be read with certainty.

    The product's own name before the versions is passed over: `PAN-OS<10.2.0-h3`, `FortiOS/7.4.1`. A name of
    another product, an exception, or a restriction to some CVE numbers leaves the whole unread.
    """
    return _read(text, product) if len(text) <= _LONGEST and len(product) <= _LONGEST else ()


@lru_cache(maxsize=16_384)
def _read(text: str, product: str) -> tuple[str, ...]:
    read = read_stated(text) or read_stated(_without_name(text, product))
    own = search_key(product)
    for one in read:
        if one.unaffected or one.cves or any(search_key(model) != own for model in one.models):
            return ()
    return tuple(dict.fromkeys(stated for one in read for stated in one.ranges))


def confined(ranges: Iterable[str]) -> tuple[str, ...]:
    """Keep a range without an end to its own train where others of the same product begin in later ones.

    `>=7.0.6` beside `>=7.2.0 <=7.2.11` cannot mean all versions after it: the second would then say nothing.
    Nor does the hotfix `>=10.2.9-h16` mean the releases after 10.2.9 where a later one is named with its own.
    """
    stated = _within_releases(tuple(ranges))
    trains = [_train(text) for text in stated]
    latest = max(trains, default=())
    return tuple(
        f"{text} ={'.'.join(map(str, train))}.*" if train < latest and _OPEN_RANGE.fullmatch(text) else text
        for text, train in zip(stated, trains, strict=True)
    )


def _within_releases(ranges: tuple[str, ...]) -> tuple[str, ...]:
    """End a hotfix's range at the next release, where a later release of its train is named as well."""
    found = [_HOTFIX.fullmatch(text) for text in ranges]
    latest: dict[str, int] = {}
    for one in filter(None, found):
        latest[one["train"]] = max(int(one["patch"]), latest.get(one["train"], 0))
    return tuple(
        f"{text} <{one['train']}.{int(one['patch']) + 1}"
        if one and int(one["patch"]) < latest[one["train"]]
        else text
        for text, one in zip(ranges, found, strict=True)
    )


def _train(text: str) -> tuple[int, ...]:
    found = _FIGURES.search(text)
    figures = tuple(int(part) for part in found[0].split(".")) if found else ()
    return figures[: max(1, min(_TRAIN_FIGURES, len(figures) - 1))]


def _without_name(text: str, product: str) -> str:
    rest = text.strip().removeprefix(product)
    return "" if rest[:1].isalnum() else rest.lstrip(" /:-")
