"""What Cisco's notes "Vulnerable Products" and "Fixed Software" say, product by product.

For Small Business and Meraki devices the product tree of Cisco's CSAF files names one family; models,
releases and fixes stand only in these notes. What the notes leave out stays empty: a product without
`ranges` is named as vulnerable, its releases are not known.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators
from jcssa_desktop.domain.stated_range import read_stated
from jcssa_desktop.domain.version_text import figures
from jcssa_desktop.feeds.cisco_tables import StatedRow, header, is_table, read_table


class CiscoStatement(Struct, frozen=True):
    """What the notes say of one product.

    Attributes:
        product: The product or series as the notes write it, `RV160 VPN Routers`, `Business 250 Series …`.
        cves: The CVE numbers that it is said for; empty: all of the advisory.
        ranges: Comparators of affected releases; empty: not known, or none.
        fixed_in: The first fixed releases.
        unaffected: Comparators of releases stated as not affected; `*` for a product stated as such.
        no_fix: Cisco says that it will not mend this product.
    """

    product: str
    cves: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    fixed_in: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()
    no_fix: bool = False


class _Listed(Struct, frozen=True):
    """Products named under one sentence; `own` are the ranges of those that have some of their own."""

    names: tuple[str, ...]
    cves: tuple[str, ...]
    ranges: tuple[str, ...]
    own: dict[str, tuple[str, ...]] = {}


class _Table(Struct, frozen=True):
    """A table's rows, the products and CVE numbers that stand above it."""

    names: tuple[str, ...]
    cves: tuple[str, ...]
    rows: tuple[StatedRow, ...]


_CVE = re.compile(r"CVE-\d{4}-\d{4,7}", re.IGNORECASE)
_LINK = re.compile(r'\s*\["[^"]*"\]')
_LIST_FOLLOWS = re.compile(r"\b(?:affect(?:s|ed)?|vulnerab\w+)\b.*:$", re.IGNORECASE)
_AFFECTS = re.compile(
    r"[^.]*?\baffect(?:s|ed)?\s+(?P<every>all (?:firmware|software) releases (?:for|that run on) )?"
    r"(?:the\s+)?(?P<named>Cisco\s[^.:]*)(?:\.|$)"
)
_MODEL = re.compile(r"\b[A-Z]{1,4}\d{2,4}[A-Z]{0,3}\b(?: Series\b)?")
_ONLY_FROM = re.compile(
    r"([^.\n]*) (?:are|is) affected only (?:when|if)[^.]*? releases? (\d+(?:\.\d+)*) and later"
)
_RUNNING = re.compile(
    r"running (?:an? )?(?:[\w-]+ ){0,6}?((?:earlier than |prior to )?release.*?)(?:[:.]|$)(?=\s|$)",
    re.IGNORECASE,
)
_ON_CONDITION = re.compile(r"\s+if (?:it is|they are) (?=running )")
_NEVER_MENDED = re.compile(
    r"has not (?:released )?and will not release|will not release (?:\w+ )?updates", re.IGNORECASE
)
_SERIES = re.compile(r"\bSeries\b.*$", re.IGNORECASE)
_FILLING = re.compile(r"^Cisco\s+|\s+(?:Software|Firmware)?\s*Release(?:\s+Train)?s?$", re.IGNORECASE)
_DOTTED = re.compile(r"\d+(?:\.\d+)*")
_LONGEST_NAME = 120


def read_notes(vulnerable: str, fixed: str, not_vulnerable: str = "") -> tuple[CiscoStatement, ...]:
    """Read the notes "Vulnerable Products", "Fixed Software" and "Products Confirmed Not Vulnerable"."""
    listed = _listed(vulnerable) or _in_a_sentence(vulnerable)
    tables = [*_tables(fixed), *_tables(vulnerable)]
    found = [
        _with_releases(
            CiscoStatement(name, one.cves, one.own.get(name, one.ranges)), tables, alone=len(tables) == 1
        )
        for one in listed
        for name in one.names
    ]
    found = _with_no_fix(found or _of_tables(tables), fixed)
    spared = [CiscoStatement(name, unaffected=("*",)) for name in _confirmed(not_vulnerable)]
    found = [_only_from(one, fixed) for one in found]
    return (*found, *_left_out(listed), *spared)


def covers(product: str, model: str) -> bool:
    """Tell whether the notes' product is the model: by its first word, or as a member of the series named.

    `Business 250 Series` takes in `Business 250-24T-4G`, which is sold as CBS250-24T-4G as well.
    """
    stem = _SERIES.sub("", product).strip() if _SERIES.search(product) else _first_word(product)
    names = {stem.casefold(), stem.casefold().replace("business ", "cbs")}
    asked = model.casefold().removeprefix("cisco ").removeprefix("meraki ").strip()
    is_series = bool(_SERIES.search(product))
    return any(
        asked == name or (is_series and re.match(re.escape(name) + r"[\s-]", asked)) for name in names if name
    )


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _listed(text: str) -> list[_Listed]:
    """Find the lists of products, each under its sentence."""
    lists: list[_Listed] = []
    for paragraph in _blocks(text):
        head, *lines = paragraph
        named = {_ON_CONDITION.split(line)[0]: _running(line) for line in lines}
        own = {name: ranges for name, ranges in named.items() if ranges}
        lists.append(_Listed(tuple(named), tuple(dict.fromkeys(_CVE.findall(head))), _running(head), own))
    return [one for one in lists if one.names]


def _running(line: str) -> tuple[str, ...]:
    """Read the releases that a line says to be affected where they run."""
    running = _RUNNING.search(line)
    return tuple(item for one in read_stated(running[1]) for item in one.ranges) if running else ()


def _in_a_sentence(text: str) -> list[_Listed]:
    """Find the models in a sentence: `… affect Cisco Small Business RV320 and RV325 Routers.`."""
    for line in _lines(text):
        said = _AFFECTS.match(line)
        models = tuple(dict.fromkeys(_MODEL.findall(said["named"]))) if said else ()
        if said and models:
            ranges = (EVERY_VERSION,) if said["every"] else _running(line)
            return [_Listed(models, tuple(dict.fromkeys(_CVE.findall(line))), ranges)]
    return []


def _blocks(text: str) -> list[list[str]]:
    """Give each sentence that ends in a colon, with the lines of names that follow it."""
    blocks: list[list[str]] = []
    in_list = False
    for line in _lines(text):
        if _LIST_FOLLOWS.search(line):
            blocks.append([line])
            in_list = True
        elif in_list and _is_product(line):
            blocks[-1].append(line)
        elif line:
            in_list = False
    return blocks


def _lines(text: str) -> list[str]:
    return [_LINK.sub("", line).rstrip() for line in text.replace("\u00a0", " ").splitlines()]


def _is_product(line: str) -> bool:
    name = line
    starts = name[:1].isupper() or name[:1].isdecimal() or name[:1] == "v"
    return (
        bool(name) and starts and len(name) <= _LONGEST_NAME and name[-1] not in ".:" and not is_table(line)
    )


def _tables(text: str) -> list[_Table]:
    """Find the tables with the products and the CVE numbers in the line above each."""
    tables: list[_Table] = []
    above = ""
    for line in _lines(text):
        if is_table(line):
            cves = tuple(dict.fromkeys(_CVE.findall(above)))
            names = () if cves or above.endswith((".", ":")) else _names(above)
            rows = read_table(line)
            tables.append(
                _Table(names or _names(_FILLING.sub("", header(line).partition("  ")[0])), cves, rows)
            )
        if line.strip():
            above = line.strip()
    return tables


def _names(text: str) -> tuple[str, ...]:
    """Take apart `RV160 and RV260 Series Routers` and `250 Series Smart Switches, and 350 Series …`."""
    plain = _FILLING.sub("", text.strip())
    parts = [part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", plain) if part.strip()]
    if parts and _SERIES.search(parts[-1]) and not any(_SERIES.search(part) for part in parts[:-1]):
        return tuple(f"{part} Series" for part in (*parts[:-1], _SERIES.sub("", parts[-1]).strip()))
    return tuple(parts)


def _with_releases(statement: CiscoStatement, tables: Iterable[_Table], *, alone: bool) -> CiscoStatement:
    """Add what the tables say of the product; a single table without names of its own speaks of all."""
    rows: list[StatedRow] = []
    for table in tables:
        if statement.cves and table.cves and not set(statement.cves) <= set(table.cves):
            continue
        rows += [row for row in table.rows if _is_about(row, table, statement.product, alone=alone)]
    if not rows:
        return statement
    return replace(
        statement,
        ranges=_all(row.ranges for row in rows) or statement.ranges,
        unaffected=_all(row.unaffected for row in rows),
        fixed_in=tuple(dict.fromkeys(row.fixed_in for row in rows if row.fixed_in)),
    )


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _is_about(row: StatedRow, table: _Table, product: str, *, alone: bool) -> bool:
    names = _names(row.name) if row.name else table.names
    return any(_is_of(product, name) for name in names) or (alone and not row.name)


def _is_of(product: str, name: str) -> bool:
    """`RV160W Wireless-AC VPN Routers` is of the `RV160 Series`: one letter or two tell its members apart."""
    if product.casefold() == name.casefold():
        return True
    stem = _SERIES.sub("", name).strip()
    if not _SERIES.search(name):
        return _first_word(product) == _first_word(stem) and any(map(str.isdecimal, _first_word(stem)))
    return bool(re.match(re.escape(stem) + r"[A-Z]{0,2}(?:\s|$)", product))


def _of_tables(tables: Iterable[_Table]) -> list[CiscoStatement]:
    """Where no list names the products, the tables do."""
    found: dict[tuple[str, tuple[str, ...]], CiscoStatement] = {}
    for table in tables:
        for row in table.rows:
            for name in _names(row.name) or table.names:
                known = found.get((name, table.cves), CiscoStatement(name, table.cves))
                found[name, table.cves] = replace(
                    known,
                    ranges=_all((known.ranges, row.ranges)),
                    unaffected=_all((known.unaffected, row.unaffected)),
                    fixed_in=_all((known.fixed_in, (row.fixed_in,) if row.fixed_in else ())),
                )
    return list(found.values())


def _with_no_fix(found: list[CiscoStatement], fixed: str) -> list[CiscoStatement]:
    """Mark what Cisco will not mend; without releases and without a fix, every release is affected."""
    names: tuple[str, ...] = ()
    above, never = "", False
    for line in _lines(fixed):
        if _NEVER_MENDED.search(line):
            never = True
            names += () if above.endswith((".", ":")) else _names(above)
        if line.strip():
            above = line.strip()
    if not never or (not names and any(one.fixed_in for one in found)):
        return found
    return [
        replace(one, no_fix=True, ranges=one.ranges or ("*",))
        if not one.fixed_in and (not names or any(_is_of(one.product, name) for name in names))
        else one
        for one in found
    ]


def _only_from(statement: CiscoStatement, fixed: str) -> CiscoStatement:
    """Hear `Note: MX64 and MX65 are affected only when they are running releases 17.6 and later`."""
    for said in _ONLY_FROM.finditer(fixed):
        if statement.product in _MODEL.findall(said[1]):
            begun = tuple(filter(None, (_begun(text, said[2]) for text in statement.ranges)))
            return replace(statement, ranges=begun, unaffected=(*statement.unaffected, f"<{said[2]}"))
    return statement


def _begun(text: str, first: str) -> str:
    """Let a range begin with a release where it begins before it; "" for one that ends before it."""
    bounds = comparators(text) or ()
    limit = figures(first)
    ends = [
        figures(version) for operator, version in bounds if operator == "<" and _DOTTED.fullmatch(version)
    ]
    if any(end <= limit for end in ends):
        return ""
    return " ".join(
        f"{operator}{max(version, first, key=figures)}"
        if operator == ">=" and _DOTTED.fullmatch(version)
        else f"{operator}{version}"
        for operator, version in bounds
    )


def _left_out(listed: list[_Listed]) -> list[CiscoStatement]:
    """A product listed for some CVE numbers is not affected by the others: Cisco lists all that are."""
    restricted = [one for one in listed if one.cves]
    if len(restricted) < len(listed):
        return []
    numbers = _all(one.cves for one in restricted)
    products = _all(one.names for one in restricted)
    said = {(name, cve) for one in restricted for name in one.names for cve in one.cves}
    spared = [(name, tuple(cve for cve in numbers if (name, cve) not in said)) for name in products]
    return [CiscoStatement(name, cves, unaffected=("*",)) for name, cves in spared if cves]


def _confirmed(text: str) -> tuple[str, ...]:
    """Find the products that Cisco has confirmed as not vulnerable."""
    return _all(tuple(block[1:]) for block in _blocks(text) if "not affect" in block[0].lower())
