"""Which products hold the words of a search: keys in streams, each from an index, read no further than asked.

First come products that are named so, then those that begin so, then those with a word that begins so, then
those that hold it, then those whose maker or family holds it. A product may come more than once.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from jcssa_desktop.store.catalogue_names import Names
from jcssa_desktop.store.driver import Connection

Keys = Iterator[tuple[int]]
"""Keys of products as SQLite hands them out, one by one."""

_GRAM = 3
"""The trigram index knows no shorter word, but every shorter word begins some of its trigrams."""

_AFTER_ALL = "\U0010ffff"
# Two indexes leave out what is empty, and serve only where the query says so too.
_NAMES = (
    "SELECT product_key FROM product WHERE model_key {}",
    "SELECT product_key FROM product WHERE part_key <> '' AND part_key {}",
    "SELECT product_key FROM product WHERE jan <> '' AND jan {}",
    "SELECT product_key FROM product_alias JOIN product USING (product_id) WHERE alias_key {}",
)
# Of each kind those nearest to the text come first; with the text they hold each of its words.
_BEGINNING = " UNION ALL ".join(
    f"SELECT * FROM ({query.format('BETWEEN ? AND ?')} ORDER BY {column})"  # noqa: S608 - constants
    for query, column in zip(_NAMES, ("model_key", "part_key", "jan", "alias_key"), strict=True)
)
_EVERYTHING = (
    "SELECT product_key FROM maker CROSS JOIN product USING (maker_id)"
    " ORDER BY maker.name_ja, maker.maker_id, model_key"
)
_OF_SOME = "SELECT product_key FROM product WHERE {} IN (SELECT value FROM json_each(?))"
_AT_ONCE = 16
_WORD_BEGINS = "SELECT doc FROM product_word_beginning WHERE term BETWEEN ? AND ?"


class _Word(Struct, frozen=True):
    """A word with the makers and families that hold it in a name, as JSON lists of their identifiers."""

    text: str
    makers: str
    families: str

    @property
    def is_of_names(self) -> bool:
        """Tell whether a maker or a family holds the word."""
        return (self.makers, self.families) != ("[]", "[]")

    def condition(self) -> tuple[str, list[str]]:
        """Ask that the word stands in a name of the product, of its maker, or of its family."""
        if not self.is_of_names:
            return "instr(product.search_text, ?) > 0", [self.text]
        named = (
            "maker_id IN (SELECT value FROM json_each(?)) OR family_id IN (SELECT value FROM json_each(?))"
        )
        return f"(instr(product.search_text, ?) > 0 OR {named})", [self.text, self.makers, self.families]


def everything(connection: Connection) -> Iterator[Keys]:
    """Give the keys of all products, by maker and model."""
    yield _keys(connection, _EVERYTHING, [])


def candidates(connection: Connection, names: Names, words: Sequence[str], whole: str) -> Iterator[Keys]:
    """Give streams of keys of the products that hold all folded `words`; `whole` is the words in one."""
    if len(words) == 1:
        yield _keys(connection, *_named_exactly([whole], []))
        yield _keys(connection, _BEGINNING, [whole, whole + _AFTER_ALL] * len(_NAMES))
        yield _keys(connection, _WORD_BEGINS, [whole, whole + _AFTER_ALL])
        yield _keys(connection, *_holding(words, []))
        yield _of_maker_or_family(connection, names, whole)
        return
    known = [_looked_up(names, word) for word in words]
    yield _keys(connection, *_named_exactly([whole, *words], known))
    yield _keys(connection, _BEGINNING, [whole, whole + _AFTER_ALL] * len(_NAMES))
    own = [word.text for word in known if not word.is_of_names]
    if own:
        yield _keys(connection, *_holding(own, known))
        return
    longest = max(known, key=lambda word: len(word.text))
    yield _keys(connection, *_holding([longest.text], known))
    yield _keys(connection, *_of_makers_or_families(longest, known))


def _keys(connection: Connection, query: str, values: Sequence[str]) -> Keys:
    found: Keys = connection.execute(query, values)
    return found


def _looked_up(names: Names, text: str) -> _Word:
    return _Word(
        text, _listed(names.makers_folded.holding(text)), _listed(names.families_folded.holding(text))
    )


def _listed(identifiers: Iterable[str]) -> str:
    return json.dumps(sorted(set(identifiers)))


def _named_exactly(names: Sequence[str], words: Sequence[_Word]) -> tuple[str, list[str]]:
    equal = f"IN ({', '.join('?' * len(names))})"
    condition, more = _conditions(words)
    queries = " UNION ALL ".join(query.format(equal) + condition for query in _NAMES)
    return queries, [*names, *more] * len(_NAMES)


def _holding(texts: Sequence[str], words: Sequence[_Word]) -> tuple[str, list[str]]:
    """Ask for products whose own names hold all of `texts`, and that fulfil the conditions of `words`."""
    grams = [gram for text in texts for gram in _covering(text)]
    if grams:
        held = "SELECT rowid AS held FROM product_search WHERE product_search MATCH ?"
        values = [" AND ".join('"{}"'.format(gram.replace('"', '""')) for gram in dict.fromkeys(grams))]
    else:
        longest = max(texts, key=len)
        held = "SELECT doc AS held FROM product_gram WHERE term BETWEEN ? AND ?"
        values = [longest, longest + _AFTER_ALL]
    if not words and len(texts[0]) <= _GRAM:
        return held, values
    condition, more = _conditions(words or [_Word(text, "[]", "[]") for text in texts])
    joined = f"SELECT product_key FROM ({held}) CROSS JOIN product ON product_key = held"  # noqa: S608 - constants
    return joined + condition, [*values, *more]


def _covering(text: str) -> list[str]:
    """Give the fewest trigrams that cover a text; whether it stands there as one is asked of the product."""
    last = len(text) - _GRAM
    return [text[start : start + _GRAM] for start in (*range(0, last, _GRAM), last)] if last >= 0 else []


def _of_maker_or_family(connection: Connection, names: Names, text: str) -> Keys:
    """Give the keys of a few makers' or families' products after the other: mostly the first are enough."""
    for column, folded in (("maker_id", names.makers_folded), ("family_id", names.families_folded)):
        holding = folded.holding(text)
        while some := list(islice(holding, _AT_ONCE)):
            yield from _keys(connection, _OF_SOME.format(column), [_listed(some)])


def _of_makers_or_families(word: _Word, words: Sequence[_Word]) -> tuple[str, list[str]]:
    condition, more = _conditions(words)
    queries = " UNION ALL ".join(_OF_SOME.format(column) + condition for column in ("maker_id", "family_id"))
    return queries, [word.makers, *more, word.families, *more]


def _conditions(words: Sequence[_Word]) -> tuple[str, list[str]]:
    """Ask that every word stands somewhere in a product."""
    asked = [word.condition() for word in words]
    return "".join(f" AND {condition}" for condition, _ in asked), [
        value for _, values in asked for value in values
    ]
