"""NVD's configurations: which versions of which firmware on which devices are vulnerable.

A configuration is a condition over CPE names. Those that are marked vulnerable are what the statement is
about; the devices beside them limit it, and decide which of several ranges of one firmware counts.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct, field

from jcssa_desktop.domain.affected_range import EVERY_VERSION
from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.feeds.cpe_criteria import ANY, NOT_APPLICABLE, CpeCriteria, read_criteria

_AND = "AND"
_FIRMWARE = "_firmware"
_FEW = 200
"""More devices than this are a list of their own, not variants of the one that a firmware is named after."""

_OPERATORS = frozenset("<>=")


class CpeMatch(msgspec.Struct, rename="camel"):
    """A CPE name with bounds of its version."""

    criteria: str
    vulnerable: bool
    version_start_including: str | None = None
    version_start_excluding: str | None = None
    version_end_including: str | None = None
    version_end_excluding: str | None = None


class Node(msgspec.Struct, rename="camel"):
    """CPE names of which one (OR) or all (AND) must be there."""

    cpe_match: list[CpeMatch] = []
    operator: str | None = None
    negate: bool | None = None


class Configuration(msgspec.Struct, rename="camel"):
    """Nodes of which one or all must hold."""

    nodes: list[Node] = []
    operator: str | None = None
    negate: bool | None = None


class ReadConfigurations(Struct, frozen=True):
    """What configurations state; `malformed` are CPE names that name no product."""

    statements: tuple[Statement, ...]
    malformed: tuple[str, ...]


class _Named(Struct, frozen=True):
    match: CpeMatch
    cpe: CpeCriteria


_Group = list[_Named]


class _Stated(Struct):
    """What is collected of one product; dictionaries keep the order and drop what is repeated."""

    ranges: dict[str, None] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)


class _Subject(Struct, frozen=True):
    """What a statement is about; `devices` numbers a list of devices, which may hold thousands."""

    cpe_name: str
    devices: int
    condition: str


class _Reading:
    def __init__(self) -> None:
        self.stated: dict[_Subject, tuple[NamedProduct, _Stated]] = {}
        self.malformed: list[str] = []
        self._devices: dict[tuple[str, ...], int] = {}

    def group(self, matches: list[CpeMatch]) -> _Group:
        """Read the names of one group; a malformed one is noted and left out."""
        named = []
        for match in matches:
            cpe = read_criteria(match.criteria)
            if cpe is None:
                self.malformed.append(match.criteria)
            else:
                named.append(_Named(match, cpe))
        return named

    def add(self, groups: list[_Group], *, negated: bool) -> None:
        """Collect what a condition states: one name of each group must be there."""
        firmware, devices = _targets(groups)
        self._add(firmware, groups, groups, negated=negated)
        beside = [group for group in groups if not any(one.match.vulnerable for one in group)]
        self._add(devices, groups, beside, negated=negated)

    def _add(
        self, targets: list[_Named], groups: list[_Group], beside: list[_Group], *, negated: bool
    ) -> None:
        """Collect what is said of some names on the devices beside them."""
        # Without a name that can be read in every group, what limits the statement is not known.
        is_unread = negated or not all(groups)
        hardware = _hardware(beside)
        devices = self._devices.setdefault(hardware, len(self._devices))
        condition = _condition(beside, negated=negated)
        for target in targets:
            subject = _Subject(target.cpe.name, devices, condition)
            if subject not in self.stated:
                self.stated[subject] = (_about(target.cpe, hardware), _Stated())
            stated = self.stated[subject][1]
            stated_range = "" if is_unread else version_range(target.match, target.cpe)
            if stated_range:
                stated.ranges[stated_range] = None
            else:
                stated.unread[target.match.criteria] = None


def read_configurations(configurations: list[Configuration]) -> ReadConfigurations:
    """Read all configurations of a record; the same product on the same devices is one statement."""
    reading = _Reading()
    for configuration in configurations:
        for groups, negated in _conditions(configuration):
            reading.add([reading.group(matches) for matches in groups if matches], negated=negated)
    statements = tuple(
        statement
        for subject, (about, stated) in reading.stated.items()
        for statement in _statements(about, stated, subject.condition)
    )
    return ReadConfigurations(statements, tuple(reading.malformed))


def _conditions(configuration: Configuration) -> Iterator[tuple[list[list[CpeMatch]], bool]]:
    """Yield conditions as groups; of each group one name must be there."""
    parts = [(_groups(node), bool(node.negate)) for node in configuration.nodes]
    if configuration.operator == _AND:
        together = [group for groups, _ in parts for group in groups]
        yield together, bool(configuration.negate) or any(negated for _, negated in parts)
        return
    for groups, negated in parts:
        yield groups, negated or bool(configuration.negate)


def _groups(node: Node) -> list[list[CpeMatch]]:
    return [[match] for match in node.cpe_match] if node.operator == _AND else [node.cpe_match]


def _targets(groups: list[_Group]) -> tuple[list[_Named], list[_Named]]:
    """Give what a condition is about: the vulnerable firmware, and devices that are named in its place.

    A device counts beside firmware only where it is an alternative to it, not what the firmware runs on.
    """
    vulnerable = [[one for one in group if one.match.vulnerable] for group in groups]
    firmware = [one for group in vulnerable for one in group if not one.cpe.is_hardware]
    named = {one.cpe.product.removesuffix(_FIRMWARE) for one in firmware}
    devices = [
        one
        for group in vulnerable
        if not firmware or not all(one.cpe.is_hardware for one in group)
        for one in group
        if one.cpe.is_hardware and one.cpe.product not in named
    ]
    return firmware, devices


def _hardware(groups: list[_Group]) -> tuple[str, ...]:
    """Name the devices of which one must be there; a group with other things than devices binds to none."""
    devices = [group for group in groups if group and all(one.cpe.is_hardware for one in group)]
    return tuple(dict.fromkeys(one.cpe.product for group in devices for one in group))


def _about(cpe: CpeCriteria, hardware: tuple[str, ...]) -> NamedProduct:
    """Name a product; a firmware that bears the name of its device is of that device too."""
    device = cpe.product.removesuffix(_FIRMWARE)
    if hardware and device != cpe.product and len(hardware) <= _FEW and device not in hardware:
        hardware = (device, *hardware)
    return NamedProduct(cpe.vendor, cpe.product, hardware, cpe.is_hardware, cpe.name)


def _condition(groups: list[_Group], *, negated: bool) -> str:
    """Put into words what a statement can not hold: other software that must be there, a negation."""
    others = [
        one.cpe.name
        for group in groups
        if not any(one.match.vulnerable for one in group) and not all(one.cpe.is_hardware for one in group)
        for one in group
    ]
    words = " AND " + " / ".join(dict.fromkeys(others)) if others else ""
    return f"{words} (negate)" if negated else words


def _statements(about: NamedProduct, stated: _Stated, condition: str) -> Iterator[Statement]:
    if stated.ranges:
        ranges = tuple(stated.ranges)
        yield Statement(about, " / ".join(ranges) + condition, ranges)
    if stated.unread:
        yield Statement(about, " / ".join(stated.unread) + condition)


def version_range(match: CpeMatch, cpe: CpeCriteria) -> str:
    """Give a name's versions as a range; "" where it states none that can be read."""
    bounds = [
        (operator, version.strip())
        for operator, version in (
            (">=", match.version_start_including),
            (">", match.version_start_excluding),
            ("<=", match.version_end_including),
            ("<", match.version_end_excluding),
        )
        if version is not None and version.strip()
    ]
    if not bounds:
        if cpe.version == ANY:
            return "" if cpe.update else EVERY_VERSION
        if cpe.version == NOT_APPLICABLE:
            return ""
        bounds = [("=", cpe.full_version)]
    if any(_OPERATORS.intersection(version) for _, version in bounds):
        return ""
    return " ".join(f"{operator}{version}" for operator, version in bounds)
