"""Finding products by any part of any of their names, as fast as one types.

Unless asked for more, only the first hundred of the products that hold the words are counted: so an answer
costs among half a million products what it costs among ten thousand.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from jcssa_desktop.domain.catalogue_answers import FoundProduct, SearchResult
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_candidates import candidates, everything
from jcssa_desktop.store.catalogue_names import Names
from jcssa_desktop.store.driver import Connection

_COUNTED = 100
_RANKED = 50
_MOST_WORDS = 20
_LONGEST_WORD = 200

_FOUND = (
    "SELECT product_key, model_key, word_text, product_id, maker_id, model, part_number, family_id, latest,"
    " category FROM json_each(?) CROSS JOIN product ON product_key = value"
)


def search(connection: Connection, names: Names, text: str, limit: int, *, counts_all: bool) -> SearchResult:
    """Find the products that hold every word of `text`; all of them where it has none.

    First come those whose model, part number, JAN or other name is the text or one of its words, then those
    that begin with the text, then those with a word that begins so; shorter models before longer ones.
    """
    text = _encodable(text)
    words = list(dict.fromkeys(key for word in text.split() if (key := search_key(word))))[:_MOST_WORDS]
    if any(len(word) > _LONGEST_WORD for word in words):
        return SearchResult(0, ())
    streams = candidates(connection, names, words, search_key(text)) if words else everything(connection)
    keys, has_more = _first(streams, sys.maxsize if counts_all else max(_COUNTED, limit))
    best = dict(islice(keys.items(), max(_RANKED, limit) if words else limit))
    return SearchResult(len(keys), _found(connection, names, best, words, limit), has_more)


def _encodable(text: str) -> str:
    """Leave out halves of characters and the sign that ends a text for SQLite; no name holds either."""
    return text.encode(errors="ignore").decode().replace("\0", " ")


def _first(streams: Iterable[Iterator[int]], most: int) -> tuple[dict[int, int], bool]:
    """Give the first keys with the place of the stream that they came in, and tell whether there are more."""
    keys: dict[int, int] = {}
    for place, stream in enumerate(streams):
        for key in stream:
            if key not in keys:
                if len(keys) == most:
                    return keys, True
                keys[key] = place
    return keys, False


def _found(
    connection: Connection, names: Names, places: dict[int, int], words: Sequence[str], limit: int
) -> tuple[FoundProduct, ...]:
    """Read the products, in the order of their places; of equal ones the best come first."""
    rows = connection.execute(_FOUND, (json.dumps(list(places)),)).fetchall()
    if len(words) > 1:
        begun = {row[0]: sum(f" {word}" in row[2] for word in words) for row in rows}
        rows.sort(key=lambda row: (places[row[0]], -begun[row[0]], len(row[1]), row[1], row[3]))
    elif words:
        rows.sort(key=lambda row: (places[row[0]], len(row[1]), row[1], row[3]))
    return tuple([_shown(names, row) for row in rows[:limit]])


def _shown(names: Names, row: tuple[Any, ...]) -> FoundProduct:
    _, _, _, product_id, maker_id, model, part_number, family_id, latest, category = row
    family, latest_of_family = names.families[family_id]
    return FoundProduct(
        product_id, names.makers[maker_id], model, part_number, family, latest or latest_of_family, category
    )
