"""The product tree of a CSAF document: what each product id stands for."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.affected_range import EVERY_VERSION, comparators
from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.feeds.csaf_shapes import Branch, FullName, ProductTree, Publisher
from jcssa_desktop.feeds.csaf_versions import read_versions
from jcssa_desktop.feeds.sheet import one_line

_NAMES = ("product_family", "product_name", "product")
"""`product` is Fortinet's own word for `product_name`."""

_VERSIONS = ("product_version", "service_pack", "patch_level", "legacy")
_RANGE = "product_version_range"
_VENDOR = "vendor"
_STACKABLE = "product_family"
_DESK = re.compile(r"\s+(?:PSIRT|ProductCERT|Product Security(?: Team)?|Security Response Center)$")
"""The desk of a maker that some write where the maker's name belongs."""

_CPE = re.compile(
    r"(?P<product>cpe:(?:2\.3:|/)(?P<part>[aoh])(?::(?:[^:\\]|\\.)+){2})(?::(?P<version>(?:[^:\\]|\\.)+))?"
)
_CPE_ESCAPE = re.compile(r"\\(.)")
_DEEPEST = 30
"""As many branches may stand above one another (6.1.34)."""

_HARDWARE = "h"
_BETWEEN = " :,-–()"

Path = tuple[tuple[str, str], ...]


class Definition(Struct, frozen=True):
    """What a product id stands for: a product and its versions.

    `ranges` is empty where none are stated (`stated_whole`) or where they cannot be read.
    """

    about: NamedProduct
    stated: str
    ranges: tuple[str, ...] = ()
    stated_whole: bool = False


class Defined(Struct, frozen=True):
    """A definition and where it stands in the document; `fault` is the problem that puts it in doubt."""

    path: str
    product_id: str
    definition: Definition
    fault: str = ""


def definitions(tree: ProductTree, publisher: Publisher) -> Iterator[Defined]:
    """Give every definition of the branches and the full product names.

    A tree of any depth is walked; of a path that is too deep the end is kept.
    """
    maker = _maker(publisher.name) if publisher.category == _VENDOR else ""
    waiting: list[tuple[Branch, str, Path]] = [
        (branch, f"product_tree.branches[{index}]", ()) for index, branch in enumerate(tree.branches)
    ]
    waiting.reverse()
    while waiting:
        branch, place, above = waiting.pop()
        path = (*above, (branch.category, one_line(branch.name)))[-_DEEPEST - 1 :]
        if branch.product:
            definition = _of_branch(path, branch.product, maker)
            yield Defined(place, branch.product.product_id, definition, _fault(path))
        waiting.extend(
            (inner, f"{place}.branches[{index}]", path)
            for index, inner in reversed(list(enumerate(branch.branches)))
        )
    for index, product in enumerate(tree.full_product_names):
        place = f"product_tree.full_product_names[{index}]"
        yield Defined(place, product.product_id, _of_full_name(product, maker))


def on_hardware(first: Definition, others: Iterable[Definition]) -> Definition:
    """Bind what a definition says to the products that it is installed on or a component of."""
    names = (_named_with_versions(other) for other in others)
    hardware = tuple(dict.fromkeys((*first.about.hardware, *names)))
    return replace(first, about=replace(first.about, hardware=hardware))


def _named_with_versions(definition: Definition) -> str:
    bare = definition.stated_whole or definition.ranges == (EVERY_VERSION,)
    return definition.about.name if bare else f"{definition.about.name} {definition.stated}"


def are_complements(one: Definition, other: Definition) -> bool:
    """Tell whether two ranges of one product part its versions at one point: `<10.2.3` and `>=10.2.3`.

    Palo Alto Networks gives both the same id and lists that id as affected and as fixed: the lower is meant
    by the one and the upper by the other.
    """
    ends, begins = _bound(one), _bound(other)
    parted = {("<", ">="), ("<=", ">")}
    return (
        one.about == other.about
        and ends is not None
        and begins is not None
        and (ends[0], begins[0]) in parted
        and ends[1] == begins[1]
    )


def _bound(definition: Definition) -> tuple[str, str] | None:
    stated = comparators(definition.ranges[0]) if len(definition.ranges) == 1 else None
    return stated[0] if stated and len(stated) == 1 else None


def _of_branch(path: Path, product: FullName, maker: str) -> Definition:
    named = [name for category, name in path if category in _NAMES]
    versions = [name for category, name in path if category in _VERSIONS]
    ranges = [name for category, name in path if category == _RANGE]
    makers = [name for category, name in path if category == _VENDOR]
    name = (_product_name(path) if named else "") or _full_name(product)
    stated = " ".join(ranges) or _version(versions)
    cpe = _cpe(product)
    about = NamedProduct(
        maker=_maker(makers[-1]) if makers else maker,
        name=name,
        is_hardware=cpe.get("part") == _HARDWARE,
        cpe=cpe.get("product", ""),
    )
    if not stated:
        return replace(_of_full_name(product, maker), about=about)
    read = read_versions(stated, name)
    if read == (EVERY_VERSION,) and (narrower := _narrower(product.name, name, stated)):
        stated = narrower
        read = read_versions(narrower, name)
    return Definition(about, stated, read)


def _product_name(path: Path) -> str:
    """Join what names the product; a family above a product's name is left out."""
    last = max((i for i, (category, _) in enumerate(path) if category in _NAMES[1:]), default=-1)
    dropped = (*_VERSIONS, _RANGE, _VENDOR)
    kept = [
        name
        for index, (category, name) in enumerate(path)
        if category not in dropped and not (category == _STACKABLE and index < last)
    ]
    return " ".join(name for name in kept if name)


def _version(names: list[str]) -> str:
    """Write a version of several branches: `17.9`, `17.9.4` are the latter, `5.1`, `SP2` are `5.1 SP2`."""
    whole = max((index for index, name in enumerate(names) if name[:1].isdecimal()), default=0)
    return " ".join(names[whole:])


def _narrower(full_name: str, product: str, stated: str) -> str:
    """Give what a full name adds to a branch that says every version: `…: Version 2.1 and prior`.

    Some write `vers:all/*` where they could not write the range.
    """
    _, found, rest = one_line(full_name).partition(product)
    rest = rest.replace(stated, "").strip(_BETWEEN)
    return rest if found and any(character.isdecimal() for character in rest) else ""


def _fault(path: Path) -> str:
    """Find what leaves open what a path means: its depth, a category twice, a version and a range."""
    if len(path) > _DEEPEST:
        return "csaf_branches_too_deep"
    categories = [category for category, _ in path if category != _STACKABLE]
    stacked = len(set(categories)) < len(categories) or {"product_version", _RANGE} <= set(categories)
    return "csaf_branches_stacked" if stacked else ""


def _of_full_name(product: FullName, maker: str) -> Definition:
    name = _full_name(product)
    cpe = _cpe(product)
    version = _CPE_ESCAPE.sub(r"\1", cpe.get("version", ""))
    is_version = any(character.isdecimal() for character in version)
    about = NamedProduct(maker, name, is_hardware=cpe.get("part") == _HARDWARE, cpe=cpe.get("product", ""))
    return Definition(about, name, (f"={version}",) if is_version else (), stated_whole=not is_version)


def _full_name(product: FullName) -> str:
    return one_line(product.name) or product.product_id


def _cpe(product: FullName) -> Mapping[str, str]:
    """Take a CPE name apart; {} where there is none."""
    helper = product.product_identification_helper
    found = _CPE.match(helper.cpe) if helper else None
    return found.groupdict("") if found else {}


def _maker(name: str) -> str:
    return _DESK.sub("", one_line(name))
