"""Finding products by any part of any of their names."""

from collections.abc import Sequence
from datetime import date

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product
from jcssa_desktop.domain.catalogue_answers import FoundProduct, SearchResult
from jcssa_desktop.domain.facts import latest_version
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_rows import OBSERVATION, observation
from jcssa_desktop.store.driver import Connection

_INDEXED_LENGTH = 3
"""The trigram index knows nothing of shorter words: it would find no product and say nothing."""

_MOST_WORDS = 20
_LONGEST_WORD = 200
_NOT_LITERAL = str.maketrans({"*": "[*]", "?": "[?]", "[": "[[]"})


def search(connection: Connection, text: str, limit: int) -> SearchResult:
    """Find the products that hold every word of `text`; all of them where it has none.

    First come those whose model, part number, JAN or other name is the text or one of its words, then those
    that begin with the text, then those in which more words begin so; shorter models before longer ones.
    """
    text = text.encode(errors="ignore").decode()
    words = list(dict.fromkeys(key for word in text.split() if (key := search_key(word))))[:_MOST_WORDS]
    if any(len(word) > _LONGEST_WORD for word in words):
        return SearchResult(0, ())
    condition, values = _condition(words)
    total = connection.execute(
        f"SELECT count(*) FROM product WHERE {condition}",  # noqa: S608 - constants and marks
        values,
    ).fetchone()[0]
    order, order_values = _order(words, search_key(text))
    rows = connection.execute(
        "SELECT product_id, maker.name_ja, model, part_number, coalesce(family.name, ''), category,"  # noqa: S608 - as above
        " product.family_id, family.scheme"
        " FROM product JOIN maker USING (maker_id) LEFT JOIN family USING (family_id)"
        f" WHERE {condition} ORDER BY {order} LIMIT ?",
        (*values, *order_values, limit),
    ).fetchall()
    latest = _latest(connection, [(row[0], row[6], row[7]) for row in rows])
    products = [
        FoundProduct(product_id, maker, model, part_number, family, latest[product_id], category)
        for product_id, maker, model, part_number, family, category, *_ in rows
    ]
    return SearchResult(int(total), tuple(products))


def _condition(words: Sequence[str]) -> tuple[str, list[str]]:
    """Ask that each word stands in a name of the product, of its maker, or of its family."""
    conditions = []
    values = []
    for word in words:
        if len(word) < _INDEXED_LENGTH:
            own, value = "instr(search_text, ?) > 0", word
        else:
            own = "product_key IN (SELECT rowid FROM product_search WHERE search_text GLOB ?)"
            value = f"*{word.translate(_NOT_LITERAL)}*"
        conditions.append(
            f"({own}"  # noqa: S608 - constants
            " OR product.maker_id IN (SELECT maker_id FROM maker_alias WHERE instr(alias_key, ?) > 0)"
            " OR product.family_id IN (SELECT family_id FROM family_alias WHERE instr(alias_key, ?) > 0))"
        )
        values += [value, word, word]
    return " AND ".join(conditions) or "TRUE", values


def _order(words: Sequence[str], whole: str) -> tuple[str, list[str]]:
    if not words:
        return "maker.name_ja, model_key, product_id", []
    asked = list(dict.fromkeys([whole, *words]))
    marks = ", ".join("?" * len(asked))
    begins = "substr(model_key, 1, length(?)) = ? OR substr(part_key, 1, length(?)) = ?"
    word_begins = " + ".join([f"(instr(word_text, ?) > 0 OR {begins})"] * len(words))
    order = (
        f"CASE WHEN model_key IN ({marks}) OR part_key IN ({marks}) OR jan IN ({marks})"  # noqa: S608 - marks
        f" OR product_id IN (SELECT product_id FROM product_alias WHERE alias_key IN ({marks})) THEN 0"
        f" WHEN {begins} THEN 1 ELSE 2 END,"
        f" {word_begins} DESC, length(model_key), model_key, product_id"
    )
    values = [*asked * 4, *[whole] * 4]
    for word in words:
        values += [f" {word}", *[word] * 4]
    return order, values


def _latest(connection: Connection, products: Sequence[tuple[str, str | None, str | None]]) -> dict[str, str]:
    """Give the newest version as seen of each product (product_id, family_id, scheme)."""
    product_ids = [product_id for product_id, _, _ in products]
    family_ids = sorted({family_id for _, family_id, _ in products if family_id})
    rows = connection.execute(
        f"SELECT {OBSERVATION} FROM observation"  # noqa: S608 - constants and marks
        f" WHERE product_id IN ({', '.join('?' * len(product_ids))})"
        f" OR (product_id IS NULL AND family_id IN ({', '.join('?' * len(family_ids))}))"
        " ORDER BY observed_on, observation_key",
        (*product_ids, *family_ids),
    )
    observed = [observation(row) for row in rows]
    found = {}
    for product_id, family_id, scheme in products:
        known = ProductKnowledge(
            product=Product(product_id, "", ""),
            maker=Maker("", "", ""),
            family=FirmwareFamily(family_id, "", "", scheme) if family_id and scheme else None,
            observations=tuple(
                one
                for one in observed
                if one.product_id == product_id or (not one.product_id and one.family_id == family_id)
            ),
        )
        newest, _ = latest_version(known, "", date.max)
        found[product_id] = newest.version if newest else ""
    return found
