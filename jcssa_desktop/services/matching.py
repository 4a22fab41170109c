"""Match the lines of a quotation to products of the catalogue.

Only a part number or a model that is the same but for width, case, hyphens and spaces is taken.
Near matches are offered to a person, never taken.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from rapidfuzz import fuzz, process

from jcssa_desktop.domain.catalogue_answers import MatchEntry
from jcssa_desktop.domain.search_key import search_key

NEAR_SCORE = 72
"""Least similarity in percent at which a product is offered as a near match."""

OFFERED = 5
SHORTEST_MODEL = 4
"""A model shorter than this is found only as a whole name, not inside a longer text."""


_BRACKETED = re.compile(r"[(（\[［【〔「][^()（）\[\]［］【】〔〕「」]*[)）\]］】〕」]")
_BETWEEN_WORDS = re.compile(r"[\s()（）\[\]［］【】〔〕「」、，,：:]+")


class Match(Struct, frozen=True):
    """The product of a line, or the products that come near, best first."""

    product_id: str = ""
    near: tuple[str, ...] = ()


class Matcher:
    """Matches against one state of the catalogue."""

    def __init__(self, entries: tuple[MatchEntry, ...]) -> None:
        self._makers = {entry.product_id: _keys(entry.maker, *entry.maker_aliases) for entry in entries}
        self._by_part_number = _index((entry.product_id, (entry.part_number,)) for entry in entries)
        self._by_model = _index((entry.product_id, (entry.model, *entry.aliases)) for entry in entries)
        self._spellings: list[tuple[str, str]] = [
            (key, product_id)
            for index in (self._by_part_number, self._by_model)
            for key, product_ids in index.items()
            for product_id in product_ids
        ]

    def match(self, text: str, part_number: str = "", maker: str = "") -> Match:
        """Match one line: by part number first, then by model."""
        for index, candidates in (
            (self._by_part_number, (part_number,)),
            (self._by_model, (part_number, text, *self._without_maker(text))),
            (self._by_part_number, (text,)),
        ):
            for candidate in candidates:
                found = self._of_maker(index.get(search_key(candidate), ()), maker) if candidate else ()
                if len(found) == 1:
                    return Match(found[0])
                if found:
                    return Match(near=tuple(found))
        outside = _BETWEEN_WORDS.split(_BRACKETED.sub(" ", text))
        named = self._of_maker(self._named_in(text.split(), outside), maker)
        if len(named) == 1:
            return Match(named[0])
        # What stands in brackets may be what the thing is for: it is offered, not taken.
        named = named or self._of_maker(self._named_in(_BETWEEN_WORDS.split(text)), maker)
        return Match(near=tuple(named[:OFFERED]) or self._near(text, part_number))

    def _without_maker(self, text: str) -> tuple[str, ...]:
        """Drop a maker's name that leads the text: ヤマハ RTX830 -> RTX830."""
        first, _, rest = text.replace("　", " ").strip().partition(" ")
        key = search_key(first)
        return (rest,) if rest and any(key in makers for makers in self._makers.values()) else ()

    def _of_maker(self, product_ids: tuple[str, ...], maker: str) -> tuple[str, ...]:
        key = search_key(maker)
        if not key:
            return product_ids
        of_maker = tuple(one for one in product_ids if key in self._makers[one])
        return of_maker or product_ids

    def _named_in(self, *readings: list[str]) -> tuple[str, ...]:
        """Products whose whole model or part number stands in one of the readings as words of its own.

        A reading is the words of a text, parted at spaces alone or at brackets too.

        The longest name wins: `FortiGate 60F-POE` is not a `FortiGate 60F`.
        """
        runs = {
            "".join(words[start:end])
            for words in ([search_key(word) for word in reading] for reading in readings)
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
        }
        found = [
            (len(run), product_id)
            for run in runs
            if len(run) >= SHORTEST_MODEL
            for index in (self._by_part_number, self._by_model)
            for product_id in index.get(run, ())
        ]
        longest = max((length for length, _ in found), default=0)
        return tuple(sorted({product_id for length, product_id in found if length == longest}))

    def _near(self, text: str, part_number: str) -> tuple[str, ...]:
        """Products like the part number or the text; what is like both comes first."""
        best: dict[str, float] = {}
        choices = [key for key, _ in self._spellings]
        queries = (search_key(part_number), search_key(text))
        for query in (one for one in queries if len(one) >= SHORTEST_MODEL):
            likeness: dict[str, float] = {}
            hits = process.extract(
                query, choices, scorer=fuzz.WRatio, limit=4 * OFFERED, score_cutoff=NEAR_SCORE
            )
            for _, score, position in hits:
                product_id = self._spellings[position][1]
                likeness[product_id] = max(likeness.get(product_id, 0), score)
            for product_id, score in likeness.items():
                best[product_id] = best.get(product_id, 0) + score
        ranked = sorted(best, key=lambda product_id: (-best[product_id], product_id))
        return tuple(ranked[:OFFERED])


def _keys(*names: str) -> frozenset[str]:
    return frozenset(search_key(name) for name in names if name)


def _index(named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for product_id, names in named:
        for key in {search_key(name) for name in names} - {""}:
            index[key] = (*index.get(key, ()), product_id)
    return index
