"""Finding products by any part of any of their names, as fast as one types.

Unless asked for more, only the first fifty of the products that hold the words are counted: so an answer
costs among half a million products what it costs among ten thousand.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import itemgetter

from jcssa_desktop.domain.catalogue_answers import FoundProduct, SearchResult
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_candidates import Keys, candidates, everything
from jcssa_desktop.store.catalogue_names import Names
from jcssa_desktop.store.driver import Connection

_RANKED = 50
_MOST_WORDS = 20
_LONGEST_WORD = 200

_FOUND = (
    "SELECT product_id, maker_id, model, part_number, family_id, latest, category, product_key,"
    " length(model_key), model_key{}"
    " FROM json_each(?) CROSS JOIN product ON product_key = value"
)
_KEY = 7
_SHORTEST_FIRST = itemgetter(8, 9, 0)
"""By the length of the model, the model, and the identifier; sorting by more keeps this order."""
_FOUND_BY_ONE = _FOUND.format("")
_FOUND_BY_MORE = _FOUND.format(", word_text")


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
    keys, has_more = _first(streams, sys.maxsize if counts_all else max(_RANKED, limit))
    best = dict(islice(keys.items(), max(_RANKED, limit) if words else limit))
    return SearchResult(len(keys), _found(connection, names, best, words, limit), has_more)


def _encodable(text: str) -> str:
    """Leave out halves of characters and the sign that ends a text for SQLite; no name holds either."""
    return text.encode(errors="ignore").decode().replace("\0", " ")


def _first(streams: Iterable[Keys], most: int) -> tuple[dict[int, int], bool]:
    """Give the first keys with the place of the stream that they came in, and tell whether there are more."""
    keys: dict[int, int] = {}
    for place, stream in enumerate(streams):
        for (key,) in stream:
            if key not in keys:
                if len(keys) == most:
                    return keys, True
                keys[key] = place
    return keys, False


def _found(
    connection: Connection, names: Names, places: dict[int, int], words: Sequence[str], limit: int
) -> tuple[FoundProduct, ...]:
    """Read the products, in the order of their places; of equal ones the best come first."""
    query = _FOUND_BY_MORE if len(words) > 1 else _FOUND_BY_ONE
    rows = connection.execute(query, (json.dumps(list(places)),)).fetchall()
    if words:
        rows.sort(key=_SHORTEST_FIRST)
        if len(words) > 1:
            begun = {row[_KEY]: -sum(f" {word}" in row[-1] for word in words) for row in rows}
            rows.sort(key=lambda row: (places[row[_KEY]], begun[row[_KEY]]))
        elif len(set(places.values())) > 1:
            rows.sort(key=lambda row: places[row[_KEY]])
    makers, families = names.makers, names.families
    return tuple(
        FoundProduct(
            product,
            makers[maker][0],
            model,
            part,
            families[family][0],
            latest or families[family][1],
            use,
            makers[maker][1],
        )
        for product, maker, model, part, family, latest, use, *_ in rows[:limit]
    )
