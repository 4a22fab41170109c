"""How JVN iPedia names makers: the spellings that its lists of vendors and products bring.

Its products are what vulnerabilities were reported of, tens of thousands of programs among them, and nothing
that is for sale: they are counted and not taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from jcssa_desktop.domain.catalogue_batch import ListedMaker
from jcssa_desktop.domain.errors import Place, Skipped
from jcssa_desktop.feeds.sheet import one_line

_PLACEHOLDERS = frozenset({"", "misc", "*", "-"})


class Vendor(Struct, frozen=True):
    """One vendor of a list: its name, its name in CPE, and of how many products it is the vendor."""

    name: str
    cpe: str
    products: int = 0


class MakerNames(Struct, frozen=True):
    """The spellings that a list brings, how many vendors were read, and what was not taken."""

    makers: tuple[ListedMaker, ...]
    read: int
    skipped: tuple[Skipped, ...]


def maker_names(vendors: Iterable[Vendor]) -> MakerNames:
    """Pair each vendor's name with its name in CPE, where that is the name of no other vendor."""
    listed = [(one_line(vendor.name), _in_cpe(vendor.cpe), vendor.products) for vendor in vendors]
    bearers = Counter(cpe for _, cpe, _ in listed)
    makers = tuple(
        ListedMaker(name, (cpe,))
        for name, cpe, _ in listed
        if name and cpe not in _PLACEHOLDERS and bearers[cpe] == 1
    )
    return MakerNames(makers, len(listed), tuple(_not_taken(sum(count for *_, count in listed))))


def _in_cpe(cpe: str) -> str:
    """Take the vendor out of `cpe:/:buffalo_inc` or `cpe:2.3::buffalo_inc`; it may be percent-encoded."""
    return unquote(cpe.strip().rpartition(":")[2]).lower()


def _not_taken(products: int) -> Iterator[Skipped]:
    if products:
        yield Skipped(Place(), "jvn_products_not_taken", (("count", str(products)),))
