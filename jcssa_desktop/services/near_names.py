"""Names in sources that look like a product's: offered to a person, who alone decides.

Only names of the same maker and with the same figures are held against each other: an RTX1220 looks like an
RTX1210 and is another device.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from rapidfuzz import fuzz

from jcssa_desktop.domain.catalogue_answers import MatchEntry
from jcssa_desktop.domain.near_name import NameDecision, NearName, StatedName
from jcssa_desktop.domain.product_names import maker_keys, name_key
from jcssa_desktop.store.catalogue import CatalogueStore

LIKENESS = 80
"""Least likeness in per cent at which a name is offered."""

_FIGURES = re.compile(r"\d+")

_Figures = tuple[str, ...]


class NearNamesService:
    """Offers near names, and keeps what a person decides of them."""

    def __init__(self, store: CatalogueStore, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def waiting(self) -> tuple[NearName, ...]:
        """Give the names that nobody has decided of, the likest first."""
        decided = {(one.product_id, one.maker, one.name) for one in self._store.name_decisions()}
        found = near_names(self._store.names_of_no_product(), self._store.match_entries())
        return tuple(
            one for one in found if (one.product_id, one.stated.maker, one.stated.name) not in decided
        )

    def decided(self) -> tuple[NameDecision, ...]:
        """Give what was decided, the latest first."""
        return self._store.name_decisions()

    def decide(self, near: NearName, *, is_same: bool, by: str) -> None:
        """Keep that a name means a product, so that what is stated of it counts; or that it does not."""
        stated = near.stated
        self._store.decide_name(
            NameDecision(near.product_id, near.model, stated.maker, stated.name, is_same, by, self._today())
        )

    def take_back(self, decision: NameDecision) -> None:
        """Undo a decision: the name is offered again."""
        self._store.take_name_back(decision)


def near_names(stated: Iterable[StatedName], entries: Iterable[MatchEntry]) -> tuple[NearName, ...]:
    """Hold names against products of the same maker and the same figures; the likest first."""
    by_figures: dict[_Figures, list[tuple[StatedName, frozenset[str]]]] = defaultdict(list)
    for one in stated:
        figures = _figures(one.key)
        if figures:
            by_figures[figures].append((one, maker_keys(one.maker)))
    best: dict[tuple[str, str, str], NearName] = {}
    for entry in entries:
        for near in _near(entry, by_figures):
            place = (near.product_id, near.stated.maker, near.stated.name)
            if place not in best or best[place].likeness < near.likeness:
                best[place] = near
    return tuple(sorted(best.values(), key=lambda one: (-one.likeness, one.model, one.stated.name)))


def _near(
    entry: MatchEntry, by_figures: dict[_Figures, list[tuple[StatedName, frozenset[str]]]]
) -> Iterator[NearName]:
    spellings = (entry.maker, *entry.maker_aliases)
    makers = frozenset(key for spelling in spellings for key in maker_keys(spelling))
    for key in {name_key(name) for name in (entry.model, entry.part_number) if name}:
        for stated, its_makers in by_figures.get(_figures(key), ()):
            if not makers & its_makers:
                continue
            likeness = fuzz.ratio(key, stated.key, score_cutoff=LIKENESS)
            if likeness:
                yield NearName(stated, entry.product_id, entry.model, likeness)


def _figures(key: str) -> _Figures:
    return tuple(_FIGURES.findall(key))
