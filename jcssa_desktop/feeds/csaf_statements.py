"""What a CSAF document says of its products, vulnerability by vulnerability, as statements."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators
from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.feeds.csaf_ids import ProductIds
from jcssa_desktop.feeds.csaf_products import Definition
from jcssa_desktop.feeds.csaf_shapes import Vulnerability
from jcssa_desktop.feeds.csaf_versions import confined

_AFFECTED = ("known_affected", "first_affected", "last_affected")
_UNAFFECTED = ("known_not_affected",)
_MENDED = ("first_fixed", "fixed")
_OPEN = ("under_investigation", "unknown")
_GROUPS = (_AFFECTED, _UNAFFECTED, _MENDED, _OPEN)
_RECOMMENDED = "recommended"
_STATUSES = (*_AFFECTED, *_UNAFFECTED, *_MENDED, *_OPEN, _RECOMMENDED)

_NO_FIX = frozenset({"no_fix_planned", "none_available"})
_FIX = frozenset({"vendor_fix", "fix_planned", "optional_patch"})
_QUOTED_AT_MOST = 12


class Cited(Struct, frozen=True):
    """A vulnerability with its place in the document; `cve` is "" where the document gives none."""

    path: str
    cve: str
    shape: Vulnerability


_NO_VERSION = re.compile(r"\bnone\s*$", re.IGNORECASE)
"""Palo Alto Networks lists `PAN-OS 10.2 None` where no version has the status."""


class _Gathered(Struct):
    """What is said of one product, status by status, until it is written as statements.

    `ranges` and `unread` are kept apart by whether no fix will come; the source's words go with them.
    """

    ranges: dict[bool, dict[str, None]] = field(default_factory=dict)
    unread: dict[bool, dict[str, None]] = field(default_factory=dict)
    unaffected: dict[str, None] = field(default_factory=dict)
    unread_unaffected: dict[str, None] = field(default_factory=dict)
    fixed_in: dict[str, None] = field(default_factory=dict)
    ends: dict[str, list[tuple[Definition, bool]]] = field(default_factory=dict)
    words: dict[str, dict[str, None]] = field(default_factory=dict)

    def quote(self, status: str, words: str) -> None:
        self.words.setdefault(status, {})[words] = None

    def affect(self, ranges: Iterable[str], words: str, *, no_fix: bool) -> None:
        read = tuple(ranges)
        target = self.ranges if read else self.unread
        target.setdefault(no_fix, {}).update(dict.fromkeys(read or (words,)))


def statements(vulnerabilities: Iterable[Cited], ids: ProductIds) -> tuple[Statement, ...]:
    """Give all statements of a document; vulnerabilities that say the same of a product share one."""
    made: dict[Statement, dict[str, None]] = {}
    for cited in vulnerabilities:
        for one in _on_all_hardware(_of_vulnerability(cited, ids)):
            # Without a CVE number it holds for the whole record: it is not joined with those that have one.
            key = one if cited.cve else replace(one, cves=("",))
            made.setdefault(key, {})[cited.cve] = None
    return tuple(replace(one, cves=tuple(cve for cve in cves if cve)) for one, cves in made.items())


def _on_all_hardware(made: Iterable[Statement]) -> Iterator[Statement]:
    """Join statements that differ in the hardware alone: a release on each of fifty models is said once."""
    hardware: dict[Statement, dict[str, None]] = {}
    for one in made:
        bound = replace(one, about=replace(one.about, hardware=("",))) if one.about.hardware else one
        hardware.setdefault(bound, {}).update(dict.fromkeys(one.about.hardware))
    for one, models in hardware.items():
        yield replace(one, about=replace(one.about, hardware=tuple(models)))


def _of_vulnerability(cited: Cited, ids: ProductIds) -> Iterator[Statement]:
    status = cited.shape.product_status
    no_fix = _without_fix(cited, ids)
    contradicted = _contradicted(cited, ids)
    gathered: dict[NamedProduct, _Gathered] = {}
    for name in _STATUSES:
        listed: list[str] = getattr(status, name)
        for product_id in dict.fromkeys(listed):
            if product_id not in ids:
                about = ids.undefined(product_id, widely=name in _AFFECTED + _OPEN)
                gathered.setdefault(about, _Gathered()).affect((), f"{name}: {product_id}", no_fix=False)
            elif ids.is_doubted(product_id) or product_id in contradicted:
                for doubted in ids.all(product_id):
                    words = f"{name}: {doubted.stated}"
                    gathered.setdefault(doubted.about, _Gathered()).affect((), words, no_fix=False)
            else:
                _gather(gathered, name, product_id, ids, no_fix=product_id in no_fix)
    for about, one in gathered.items():
        yield from _written(about, one)


def _gather(
    gathered: dict[NamedProduct, _Gathered], status: str, product_id: str, ids: ProductIds, *, no_fix: bool
) -> None:
    affected = status in _AFFECTED or status in _OPEN
    definition = ids.affected(product_id) if affected else ids.mended(product_id)
    one = gathered.setdefault(definition.about, _Gathered())
    if status in _OPEN:
        one.affect((), f"{status}: {definition.stated}", no_fix=no_fix)
        return
    if _NO_VERSION.search(definition.stated):
        one.quote(status, definition.stated)
        return
    if status == "known_affected":
        one.affect(definition.ranges, definition.stated, no_fix=no_fix)
        if not definition.ranges:
            return
    elif status in _AFFECTED:
        one.ends.setdefault(status, []).append((definition, no_fix))
    else:
        _gather_unaffected(one, status, definition)
    one.quote(status, definition.stated)


def _gather_unaffected(one: _Gathered, status: str, definition: Definition) -> None:
    ranges = definition.ranges
    if definition.stated_whole and status in _UNAFFECTED:
        ranges = (EVERY_VERSION,)
    if status != _RECOMMENDED:
        target = one.unaffected if ranges else one.unread_unaffected
        target.update(dict.fromkeys(ranges or (definition.stated,)))
    if status not in _UNAFFECTED:
        one.fixed_in.update(dict.fromkeys(_mended_from(ranges)))


def _mended_from(ranges: Iterable[str]) -> Iterator[str]:
    """Give the version that a fixed range begins with; `=10.2.4` begins with itself."""
    for text in ranges:
        stated = comparators(text) or ()
        yield from (version for operator, version in stated[:1] if operator in ("=", ">="))


def _written(about: NamedProduct, one: _Gathered) -> Iterator[Statement]:
    """Write what is known as statements and what could not be read as another, which leaves it open."""
    _pair_ends(one)
    if one.unread_unaffected and any(EVERY_VERSION in ranges for ranges in one.ranges.values()):
        # What is taken out of every version is not known: nothing is.
        for no_fix, ranges in one.ranges.items():
            one.unread.setdefault(no_fix, {}).update(ranges)
        one.ranges.clear()
    stated = _quoted(one.words)
    unaffected, fixed_in = confined(one.unaffected), tuple(one.fixed_in)
    for no_fix, ranges in one.ranges.items():
        yield Statement(about, stated, confined(ranges), unaffected, fixed_in, no_fix)
    if not one.ranges and (unaffected or fixed_in or one.unread_unaffected):
        yield Statement(about, stated, (), unaffected, fixed_in)
    for no_fix, words in one.unread.items():
        yield Statement(about, _listed(words), no_fix=no_fix)


def _pair_ends(one: _Gathered) -> None:
    """Make ranges of first and last affected versions; several of both do not say which go together."""
    firsts, lasts = one.ends.get("first_affected", []), one.ends.get("last_affected", [])
    if firsts and lasts and (len(firsts), len(lasts)) != (1, 1):
        for definition, no_fix in (*firsts, *lasts):
            one.affect((), definition.stated, no_fix=no_fix)
    elif firsts and lasts:
        begin, end = _one_version(firsts[0][0]), _one_version(lasts[0][0])
        words = f"{firsts[0][0].stated} … {lasts[0][0].stated}"
        one.affect((f">={begin} <={end}",) if begin and end else (), words, no_fix=lasts[0][1])
    else:
        for operator, (definition, no_fix) in (
            (sign, end) for sign, ends in ((">=", firsts), ("<=", lasts)) for end in ends
        ):
            version = _one_version(definition)
            one.affect((f"{operator}{version}",) if version else (), definition.stated, no_fix=no_fix)


def _one_version(definition: Definition) -> str:
    ranges = definition.ranges
    return ranges[0][1:] if len(ranges) == 1 and ranges[0].startswith("=") else ""


def _contradicted(cited: Cited, ids: ProductIds) -> frozenset[str]:
    """Find ids in groups that exclude each other (6.1.6) and report them."""
    status = cited.shape.product_status
    seen: dict[str, int] = {}
    found: dict[str, None] = {}
    for number, group in enumerate(_GROUPS):
        for product_id in (one for name in group for one in getattr(status, name) if one in ids):
            if seen.setdefault(product_id, number) != number and not _is_parted(product_id, group, ids):
                found[product_id] = None
    ids.report("csaf_status_contradicts", f"{cited.path}.product_status", found)
    return frozenset(found)


def _is_parted(product_id: str, group: tuple[str, ...], ids: ProductIds) -> bool:
    return group is not _OPEN and ids.parts_versions(product_id)


def _without_fix(cited: Cited, ids: ProductIds) -> frozenset[str]:
    """Find the products for which no fix will come; what contradicts itself says nothing (6.1.35)."""
    products: dict[str, set[str]] = defaultdict(set)
    groups: dict[str, set[str]] = defaultdict(set)
    for remediation in cited.shape.remediations:
        products[remediation.category].update(remediation.product_ids)
        groups[remediation.category].update(remediation.group_ids)
    for category in _NO_FIX | _FIX:
        for group_id in groups[category]:
            products[category].update(ids.members(group_id))
    without = set().union(*(products[category] for category in _NO_FIX))
    said = Counter(chain(without, *(products[category] for category in _FIX)))
    contradicted = sorted(one for one, times in said.items() if times > 1)
    ids.report("csaf_remediation_contradicts", f"{cited.path}.remediations", contradicted)
    return frozenset(without.difference(contradicted))


def _quoted(words: dict[str, dict[str, None]]) -> str:
    """Write the source's words, each with its status; what is affected goes without saying so."""
    quotes = ((status, _listed(listed)) for status, listed in words.items())
    return "; ".join(text if status == "known_affected" else f"{status}: {text}" for status, text in quotes)


def _listed(words: Iterable[str]) -> str:
    """Write a list out, of a long one the beginning, the end and the number."""
    listed = list(words)
    if len(listed) <= _QUOTED_AT_MOST:
        return ", ".join(listed)
    return f"{', '.join(listed[: _QUOTED_AT_MOST - 1])}, …, {listed[-1]} ({len(listed)})"
