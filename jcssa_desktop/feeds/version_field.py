"""The version fields of a CVE record: made for versions, filled with prose, placeholders and jokers."""

import re
import unicodedata

from msgspec import Struct

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators
from jcssa_desktop.domain.stated_range import read_stated
from jcssa_desktop.feeds.sheet import one_line

_NOTHING = frozenset({"", "-", "--", "n/a", "na", "none", "null", "unknown", "unspecified", "various", "tbd"})
_OPEN = _NOTHING | {"0", "*", "all", "any", "all versions"}
"""What stands where a range has no beginning."""

_LEADING_SIGN = re.compile(r"^(?:<=?|≤|≦)\s*")
_ONE_VERSION = re.compile(r"[vV]?(\d+\.(?:[0-9A-WYZa-wyz.+_-]|\([0-9A-WYZa-wyz.]+\))+)")
"""What is a version beyond doubt, so that lists of thousands need no reading of words; x is a joker."""

_WORD = r"(?:[A-Z][\w.-]*|[\w.+-]*[0-9][\w.+()-]*|\([\w.]+\)|build|patch|hotfix|update|release)"
_VERSION_OF_WORDS = re.compile(rf"(?=[^0-9]*[0-9]){_WORD}(?: {_WORD}){{0,4}}", re.ASCII)
"""A version of several words, `2022 SU5`, `19.5 MR4 (19.5.4)`: names and numbers, no sentence."""

_LONGEST_VERSION = 60

_FIGURES = re.compile(r"\d+")
_TWIN = re.compile(r"(?=[^0-9]*[0-9])[A-Z][A-Z0-9]{3,15}", re.ASCII)
_MOST_TWINS = 6

_TRAIN = ".*"
_TRAIN_NUMBER = re.compile(r"(.*?)([0-9]{1,8})")


class FieldVersions(Struct, frozen=True):
    """What a field states: alternatives for the models that it names, () for whatever it is attached to.

    `cves` are the CVE numbers that it limits itself to, () for none.
    """

    models: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()
    cves: tuple[str, ...] = ()


def read_alone(text: str) -> tuple[FieldVersions, ...]:
    """Read a version field that stands alone; () for what cannot be read."""
    if found := _ONE_VERSION.fullmatch(text):
        return (FieldVersions(ranges=(f"={found[1]}",)),)
    stated = plain(text)
    if stated.lower() in _NOTHING or stated == "0":
        return ()
    ranges = _signs(stated)
    if ranges:
        return (FieldVersions(ranges=ranges),)
    read = read_stated(stated)
    if not read and _is_version(stated):
        return (FieldVersions(ranges=(f"={stated}",)),)
    return tuple(FieldVersions(one.models, one.ranges, one.unaffected, one.cves) for one in read)


def _signs(stated: str) -> tuple[str, ...]:
    """Read what is written in signs alone; () for words."""
    if stated == EVERY_VERSION:
        return (EVERY_VERSION,)
    if bounds := comparators(stated.replace(",", " ")):
        return (" ".join(f"{operator}{version}" for operator, version in bounds),)
    twins = _twins(stated)
    return tuple(f"={one}" for one in twins) if len(twins) > 1 else ()


def read_between(start: str, end: str, *, included: bool) -> tuple[FieldVersions, ...]:
    """Read a range of two fields, `end` itself in it or not; () for what cannot be read or holds nothing."""
    read = [_read_between(start, one, included=included) for one in _twins(plain(end))]
    return tuple(one for found in read for one in found) if all(read) else ()


def _read_between(start: str, end: str, *, included: bool) -> tuple[FieldVersions, ...]:
    lower, upper = _bound(start), _bound(_LEADING_SIGN.sub("", plain(end)))
    if lower is None or upper is None or not upper.version:
        return ()
    models = tuple(dict.fromkeys((*lower.models, *upper.models)))
    if upper.version == EVERY_VERSION:
        return (FieldVersions(models, (f">={lower.version}" if lower.version else EVERY_VERSION,)),)
    last = _last(upper, included=included or lower.version.startswith(f"{upper.version}."))
    if not last or (lower.version == upper.version and not included):
        return ()
    return (FieldVersions(models, (f">={lower.version} {last}" if lower.version else last,)),)


def read_from(start: str) -> str:
    """Give the range from a version on, without an end; "" where the version cannot be read."""
    lower = _bound(start)
    return f">={lower.version}" if lower and lower.version else ""


class _Bound(Struct, frozen=True):
    """One end of a range; `version` "" is open, `whole_train` says that every version below it is meant."""

    version: str = ""
    whole_train: bool = False
    models: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Fold widths, hard spaces and runs of spaces."""
    return one_line(unicodedata.normalize("NFKC", text))


def _twins(text: str) -> list[str]:
    """Take `L2CN34WW/L3CN34WW` apart: versions of two devices in one field, written alike."""
    parts = text.split("/")
    shapes = {_FIGURES.sub("0", part) for part in parts}
    is_pair = 1 < len(parts) <= _MOST_TWINS and len(shapes) == 1 and _TWIN.fullmatch(parts[0])
    return parts if is_pair else [text]


def _bound(text: str) -> _Bound | None:
    if found := _ONE_VERSION.fullmatch(text):
        return _Bound(found[1])
    stated = plain(text)
    if stated == EVERY_VERSION:
        return _Bound(EVERY_VERSION)
    if stated.lower() in _OPEN:
        return _Bound()
    read = read_stated(stated)
    if len(read) == 1 and len(read[0].ranges) == 1 and not read[0].unaffected:
        bounds = comparators(read[0].ranges[0])
        if bounds and len(bounds) == 1 and bounds[0][0] == "=":
            version = bounds[0][1]
            return _Bound(version.removesuffix(_TRAIN), version.endswith(_TRAIN), read[0].models)
    return _Bound(stated) if _is_version(stated) else None


def _last(upper: _Bound, *, included: bool) -> str:
    """`9.0.x` as the last version means all of 9.0; as the first that is not meant, it says nothing."""
    if not upper.whole_train:
        return f"{'<=' if included else '<'}{upper.version}"
    found = _TRAIN_NUMBER.fullmatch(upper.version) if included else None
    return f"<{found[1]}{int(found[2]) + 1}" if found else ""


def _is_version(text: str) -> bool:
    return len(text) <= _LONGEST_VERSION and bool(_VERSION_OF_WORDS.fullmatch(text))
