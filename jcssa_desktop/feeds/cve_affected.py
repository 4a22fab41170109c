"""What a CVE record states of one product: its `affected` entry, which NVD repeats in its own records.

The format is CVE JSON 5: versions with a status each, and a status for all versions that are not listed.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators
from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.domain.stated_models import model_names
from jcssa_desktop.feeds.cpe_criteria import read_criteria
from jcssa_desktop.feeds.cve_affected_shapes import AffectedProduct, Version
from jcssa_desktop.feeds.cve_record import is_cve
from jcssa_desktop.feeds.sheet import one_line
from jcssa_desktop.feeds.version_field import FieldVersions, plain, read_alone, read_between, read_from

_AFFECTED, _UNAFFECTED = "affected", "unaffected"
_UNNAMED = frozenset({"", "-", "n/a", "na", "none", "unknown", "unspecified", "various"})
_NO_DEVICE = re.compile(
    r"\b(?:windows|linux|android|i?os|mac ?os|unix|hp-ux|solaris|aix|x86|x64|arm\w*|\d+[- ]?bit|gen ?\d+)\b",
    re.IGNORECASE,
)
_MOST_NAMES = 50
_BUILT, _BUILD = re.compile(r"\d{1,2}\.\d(?:-[A-Za-z]+)?"), re.compile(r"\d{2,3}\.\d{1,3}")
"""A train with a build that is counted within it: 13.1 and 49.13, 12.1-FIPS and 55.297."""

_HOTFIX = re.compile(r"(?P<base>.*\D)(?P<last>\d{1,8})-h\d+")
"""A hotfix of PAN-OS mends the one version that it is named after, not those that follow it."""


class _Versions(Struct):
    """What is collected for one product, or for some models of it."""

    ranges: dict[str, None] = field(default_factory=dict)
    unaffected: dict[str, None] = field(default_factory=dict)
    fixed_in: dict[str, None] = field(default_factory=dict)
    stated: dict[str, None] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
    in_doubt: dict[str, None] = field(default_factory=dict)
    is_open: bool = False
    """What is not affected could not be read: then nothing can be said of the other versions."""


_Subject = tuple[NamedProduct, tuple[str, ...]]
"""A product, and the CVE numbers that what is said of it is limited to."""


def affected_statements(entry: AffectedProduct, said_by: str = "") -> tuple[Statement, ...]:
    """Read an entry; () where it names no product. `said_by` stands in front of the source's words."""
    about = _named(entry)
    if about is None:
        return ()
    stated: dict[tuple[tuple[str, ...], tuple[str, ...]], _Versions] = {}
    for version in entry.versions:
        for read, part in _read_version(version, entry.default_status):
            _join(stated.setdefault((read.models, read.cves), _Versions()), part)
    names = _product_names(about.name, tuple(model for models, _ in stated for model in models))
    collected: dict[_Subject, _Versions] = {}
    for (models, cves), versions in stated.items():
        for product in _products(about, names, models):
            _join(collected.setdefault((product, cves), _Versions()), versions)
    known = {product.name for product, _ in collected}
    for name in (name for name in names if name not in known):
        # The versions name models, and this one is not among them: what holds for it is not said.
        unread = dict.fromkeys(version.stated for version in entry.versions)
        collected[replace(about, name=name), ()] = _Versions(unread=unread)
    return tuple(
        statement
        for subject, versions in collected.items()
        for statement in _statements(subject, versions, entry, said_by)
    )


def _named(entry: AffectedProduct) -> NamedProduct | None:
    maker, name = plain(entry.vendor or ""), plain(entry.product or entry.package_name or "")
    first, bar, rest = name.partition("|")
    if bar and is_cve(first.strip()):
        name = rest.strip()
    if name.lower() in _UNNAMED or is_cve(name):
        return None
    cpes = [cpe for cpe in map(read_criteria, entry.cpes) if cpe is not None]
    named = {cpe.name: cpe for cpe in cpes}
    cpe = next(iter(named.values())) if len(named) == 1 else None
    maker = "" if maker.lower() in _UNNAMED else maker
    return NamedProduct(
        maker, name, _devices(entry.platforms), cpe is not None and cpe.is_hardware, cpe.name if cpe else ""
    )


def _devices(platforms: list[str]) -> tuple[str, ...]:
    """Give the platforms where all are models of devices; else the entry is bound to none."""
    named = tuple(filter(None, map(plain, platforms)))
    are_models = all(
        any(sign.isdecimal() for sign in name)
        and any(sign.isalpha() for sign in name)
        and not _NO_DEVICE.search(name)
        for name in named
    )
    return named if are_models else ()


def _product_names(name: str, stated: tuple[str, ...]) -> tuple[str, ...]:
    """Take a list of models apart; a name that only holds a comma or a slash stays whole.

    A list of software is taken apart where the versions name one of it: `Engine, MihonOS` with "Engine 6.2".
    """
    names = model_names(name)
    keys, meant = tuple(map(search_key, names)), tuple(map(search_key, stated))
    if (
        1 < len(names) <= _MOST_NAMES
        and meant
        and all(any(key.endswith(one) for key in keys) for one in meant)
    ):
        return names
    are_models = 1 < len(names) <= _MOST_NAMES and all(
        one[0].isalpha() and any(sign.isdecimal() for sign in one) for one in names
    )
    return names if are_models else (name,)


def _products(about: NamedProduct, names: tuple[str, ...], models: tuple[str, ...]) -> Iterator[NamedProduct]:
    """Give the products that a part with these models is about: some of the list, or models within it."""
    meant = [name for name in names if any(_is_same(name, model) for model in models)]
    devices = tuple(model for model in models if any(sign.isdecimal() for sign in model))
    if meant or not devices:
        yield from (replace(about, name=name) for name in meant or names)
    else:
        yield replace(about, hardware=devices)


def _is_same(name: str, model: str) -> bool:
    one, other = search_key(name), search_key(model)
    return one == other or (not any(sign.isdecimal() for sign in other) and other in one)


def _read_version(version: Version, default: str) -> Iterator[tuple[FieldVersions, _Versions]]:
    """Read one entry of the list as parts, each with what it names."""
    if version.status == _AFFECTED:
        yield from _read_affected(version)
    elif version.status == _UNAFFECTED:
        yield from _read_unaffected(version, default)
    else:
        yield from _read_unknown(version)


def _read_unknown(version: Version) -> Iterator[tuple[FieldVersions, _Versions]]:
    read = () if version.changes else _field_versions(version)
    if not read:
        yield FieldVersions(), _Versions(unread={version.stated: None})
    for one in read:
        yield one, _Versions(stated={f"{version.stated}: unknown": None}, in_doubt=dict.fromkeys(one.ranges))


def _read_affected(version: Version) -> Iterator[tuple[FieldVersions, _Versions]]:
    begun = replace(version, version="0") if version.ends_where_it_begins else version
    read = _field_versions(begun)
    changes = _changes(version) if version.changes else _Versions()
    if not read or changes is None:
        yield FieldVersions(), _Versions(unread={version.stated: None})
        return
    for one in read:
        part = _Versions(stated={version.stated: None}, unaffected=dict.fromkeys(one.unaffected))
        part.ranges = dict.fromkeys(changes.ranges or one.ranges)
        part.unaffected.update(changes.unaffected)
        part.fixed_in = changes.fixed_in
        yield one, part


def _read_unaffected(version: Version, default: str) -> Iterator[tuple[FieldVersions, _Versions]]:
    """Read what is not affected; beside "all others are affected" a single version names the fix."""
    end = plain(version.less_than or version.less_than_or_equal or "")
    if end and end.lower() in _UNNAMED:
        start = read_from(version.version)
        read = tuple(FieldVersions(ranges=(text,)) for text in filter(None, (start,)))
    else:
        read = () if version.ends_where_it_begins else _field_versions(version)
    if not read:
        yield FieldVersions(), _Versions(unread={version.stated: None}, is_open=default == _AFFECTED)
    for one in read:
        part = _Versions(stated={f"{version.stated}: {_UNAFFECTED}": None})
        part.unaffected = dict.fromkeys(one.ranges)
        if default == _AFFECTED:
            part.fixed_in = dict.fromkeys(_first_versions(one.ranges))
        yield one, part


def _first_versions(ranges: tuple[str, ...]) -> Iterator[str]:
    """Give the versions that ranges without an end begin with, and single ones."""
    for text in ranges:
        bounds = comparators(text)
        if bounds and len(bounds) == 1 and bounds[0][0] in ("=", ">="):
            yield bounds[0][1]


def _field_versions(version: Version) -> tuple[FieldVersions, ...]:
    if version.less_than_or_equal is not None:
        between = read_between(version.version, version.less_than_or_equal, included=True)
    elif version.less_than is not None:
        between = read_between(version.version, _whole(version), included=False)
    else:
        return read_alone(version.version)
    # Some write the whole sentence into the first field and repeat a part of it in the second.
    return between or read_alone(version.version) if _is_sentence(version.version) else between


def _whole(version: Version) -> str:
    """Give the end of a range with its train: Citrix writes `13.1`, less than `49.13` of the type "patch"."""
    end = version.less_than or ""
    is_build = version.version_type == "patch" and _BUILD.fullmatch(end) and _BUILT.fullmatch(version.version)
    return f"{version.version}-{end}" if is_build else end


def _is_sentence(text: str) -> bool:
    read = read_alone(text)
    return bool(read) and not any(one.startswith("=") for each in read for one in each.ranges)


def _changes(version: Version) -> _Versions | None:
    """Read where the status changes within a range; None where that cannot be read.

    One way that it is used names the fixes of several trains, each only "unaffected": the range then holds
    as a whole, and the fixes end it in their trains. The other is a row of changes to and fro.
    """
    statuses = [change.status for change in version.changes]
    if set(statuses) == {_UNAFFECTED} and len(statuses) > 1:
        fixes = [plain(change.at) for change in version.changes]
        mended = (_mended_by_hotfix(fix) for fix in fixes)
        return _Versions(fixed_in=dict.fromkeys(fixes), unaffected=dict.fromkeys(filter(None, mended)))
    found = _Versions()
    start: str | None = version.version
    for change in version.changes:
        if change.status == _UNAFFECTED and start is not None:
            read = read_between(start, change.at, included=False)
            if not read:
                return None
            found.ranges.update(dict.fromkeys(read[0].ranges))
            found.fixed_in[plain(change.at)] = None
            start = None
        elif change.status == _AFFECTED and start is None:
            start = change.at
        else:
            return None
    if start is not None:
        rest = _field_versions(Version(start, "", version.less_than, version.less_than_or_equal))
        if not rest:
            return None
        found.ranges.update(dict.fromkeys(rest[0].ranges))
    return found


def _mended_by_hotfix(fix: str) -> str:
    found = _HOTFIX.fullmatch(fix)
    return f">={fix} <{found['base']}{int(found['last']) + 1}" if found else ""


def _join(known: _Versions, part: _Versions) -> None:
    known.ranges.update(part.ranges)
    known.unaffected.update(part.unaffected)
    known.fixed_in.update(part.fixed_in)
    known.stated.update(part.stated)
    known.unread.update(part.unread)
    known.in_doubt.update(part.in_doubt)
    known.is_open = known.is_open or part.is_open


def _statements(
    subject: _Subject, versions: _Versions, entry: AffectedProduct, said_by: str
) -> Iterator[Statement]:
    """Make the statement of a product, and one more of what could not be read."""
    about, cves = subject
    ranges, unaffected = tuple(versions.ranges), tuple(versions.unaffected)
    others = "" if ranges or versions.unread else f"defaultStatus: {entry.default_status or 'unknown'}"
    if others and entry.default_status == _AFFECTED:
        ranges = (EVERY_VERSION,)
    elif others and entry.default_status == _UNAFFECTED and not unaffected:
        unaffected = (EVERY_VERSION,)
    if (ranges or unaffected) and not versions.is_open:
        words = _words(said_by, entry.platforms, (*versions.stated, others))
        fixed_in, in_doubt = tuple(versions.fixed_in), tuple(versions.in_doubt)
        yield Statement(about, words, ranges, unaffected, fixed_in, cves=cves, in_doubt=in_doubt)
    if versions.unread or not (ranges or unaffected):
        words = _words(said_by, entry.platforms, versions.unread or versions.stated or (others,))
        yield Statement(about, words, cves=cves)


def _words(said_by: str, platforms: list[str], parts: Iterable[str]) -> str:
    words = " / ".join(filter(None, parts))
    on = ", ".join(filter(None, map(one_line, platforms)))
    return f"{f'{said_by}: ' if said_by else ''}{words}{f' ({on})' if on else ''}".strip()
