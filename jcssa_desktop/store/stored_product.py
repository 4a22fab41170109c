"""A product of the catalogue while an import looks at it: what a list or the starter catalogue adds."""

import re

from msgspec import Struct, field

from jcssa_desktop.domain.catalogue import Product, Scope
from jcssa_desktop.domain.catalogue_batch import ListedProduct
from jcssa_desktop.domain.search_key import search_key

_WORD = re.compile(r"[^\W_]+")

COLUMNS = (
    "product_key, product_id, maker_id, model, model_key, part_number, part_key, family_id, category, jan,"
    ' datasheet_url, "use", scope, source, search_text, word_text'
)


def words(text: str) -> str:
    """Give the folded words of a model or part number, each after a blank: ` fortigate 60f`."""
    if text.isascii():
        return " ".join(["", *_WORD.findall(text.lower())])
    return " ".join(["", *[search_key(word) for word in _WORD.findall(text)]])


class StoredProduct(Struct):
    """One row of `product` with its aliases, folded to written; `is_new` and `is_touched` ask for a write.

    `is_listed`: a row of the list that is being imported has spoken of it.
    """

    product_key: int
    product_id: str
    maker_id: str
    model: str
    model_key: str
    part_number: str = ""
    part_key: str = ""
    family_id: str | None = None
    category: str = ""
    jan: str = ""
    datasheet_url: str = ""
    use: str = ""
    scope: str = Scope.IN.value
    source: str = ""
    search_text: str = ""
    word_text: str = ""
    aliases: dict[str, str] = field(default_factory=dict)
    added_aliases: dict[str, str] = field(default_factory=dict)
    is_new: bool = False
    is_touched: bool = False
    is_listed: bool = False

    def complete(self, row: ListedProduct, part_key: str, family_id: str | None) -> bool:
        """Take what a list says; nothing known is emptied, and a known family stays. Tell of any change.

        Of two rows of one list that name the same product the first counts, and the second only completes it:
        else the list, imported again, would change the product there and back.
        """
        changed = self.take_part_number(row.part_number, part_key)
        changed |= self._take("category", row.category)
        changed |= self._take("jan", row.jan)
        changed |= self._take_exact("datasheet_url", row.datasheet_url)
        if self.family_id is None and family_id is not None:
            self.family_id = family_id
            changed = True
        if row.source and not self.source:
            self.source = row.source
            self.is_touched = True
        self.is_touched |= changed
        self.is_listed = True
        return changed

    def follow(self, product: Product) -> bool:
        """Take what the starter catalogue or a pack says of its own product. Tell of any change."""
        changed = self.take_part_number(product.part_number, search_key(product.part_number))
        for name in ("category", "jan", "datasheet_url", "use"):
            changed |= self._take_exact(name, getattr(product, name))
        changed |= self._take_exact("scope", product.scope.value)
        if search_key(product.model) == self.model_key:
            changed |= self._take_exact("model", product.model)
        for alias in product.aliases:
            changed |= self.add_alias(alias)
        self.is_touched |= changed
        return changed

    def take_part_number(self, part_number: str, key: str) -> bool:
        """Make this the part number, folded `key`; the one before stays findable as an alias."""
        if not key or key == self.part_key or key in self.aliases:
            return False
        before = self.part_number
        self.part_number, self.part_key = part_number, key
        self.add_alias(before)
        self.is_touched = True
        return True

    def add_alias(self, name: str) -> bool:
        """Remember another name of the product; tell whether it was one."""
        key = search_key(name)
        if not key or key in {self.model_key, self.part_key} or key in self.aliases:
            return False
        self.aliases[key] = self.added_aliases[key] = name
        self.is_touched = True
        return True

    def compose_texts(self) -> None:
        """Bring `search_text` and `word_text` up to date; two line ends let the last sign begin a trigram."""
        names = [self.model_key, self.part_key, self.jan, *self.aliases]
        self.search_text = "\n".join([name for name in names if name]) + "\n\n"
        self.word_text = words(f"{self.model} {self.part_number}")

    def _take(self, name: str, value: str) -> bool:
        """Take a value that is there and not just written differently."""
        known = getattr(self, name)
        if known and (self.is_listed or search_key(value) == search_key(known)):
            return False
        if not value or value == known:
            return False
        setattr(self, name, value)
        return True

    def _take_exact(self, name: str, value: str) -> bool:
        known = getattr(self, name)
        if not value or value == known or (known and self.is_listed):
            return False
        setattr(self, name, value)
        return True
