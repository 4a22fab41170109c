"""Products: matched by part number, then by model, completed, and written in bulk."""

from jcssa_desktop.domain.catalogue import Product
from jcssa_desktop.domain.catalogue_batch import ListedProduct
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue_families import Families
from jcssa_desktop.store.catalogue_index import index_products
from jcssa_desktop.store.catalogue_makers import Makers
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally
from jcssa_desktop.store.stored_product import COLUMNS, StoredProduct

_INSERT = f"INSERT INTO product ({COLUMNS}) VALUES ({', '.join('?' * 16)})"  # noqa: S608 - constants
_UPDATE = (
    "UPDATE product SET model = ?, part_number = ?, part_key = ?, family_id = ?, category = ?, jan = ?,"
    ' datasheet_url = ?, "use" = ?, scope = ?, source = ?, search_text = ?, word_text = ?'
    " WHERE product_key = ?"
)


class Products:
    """The products of the catalogue while a batch is applied; `write` puts down what became of them."""

    def __init__(self, connection: Connection, makers: Makers, families: Families) -> None:
        self._connection = connection
        self._makers = makers
        self._families = families
        self._rows: dict[str, StoredProduct] = {}
        self._by_part: dict[tuple[str, str], StoredProduct] = {}
        self._by_model: dict[tuple[str, str], StoredProduct] = {}
        self._by_alias: dict[tuple[str, str], StoredProduct] = {}
        self._loaded: set[str] = set()
        self._known_as: dict[str, str] = {}
        last = connection.execute("SELECT coalesce(max(product_key), 0) FROM product").fetchone()
        self._last_key = self._last_indexed = int(last[0])

    def put(self, product: Product, tally: Tally) -> None:
        """Add a product whose maker and family are known by identifier, or bring a known one up to date."""
        maker_id = self._makers.id_of(product.maker_id)
        family_id = self._families.id_of(product.family_id) if product.family_id else None
        if maker_id is None:
            tally.skip("maker_unknown", maker=product.maker_id)
            return
        if product.family_id and family_id is None:
            tally.skip("family_unknown", family=product.family_id)
            return
        self._load(maker_id)
        stored = self._rows.get(product.product_id) or self._match(
            maker_id, search_key(product.part_number), search_key(product.model)
        )
        is_new = stored is None
        if stored is None:
            stored = self._make(product.product_id, maker_id, product.model, search_key(product.model))
        self._known_as[product.product_id] = stored.product_id
        changed = stored.follow(product)
        if family_id is not None and (stored.family_id is None or self._families.is_unread(stored.family_id)):
            changed |= stored.family_id != family_id
            stored.is_touched |= stored.family_id != family_id
            stored.family_id = family_id
        self._index(stored)
        _count(tally, is_new=is_new, changed=changed)

    def put_listed(self, row: ListedProduct, tally: Tally) -> None:
        """Add a row of a list, or complete the product that it names."""
        maker_id = self._makers.listed(row.maker, row.maker_en)
        model_key, part_key = search_key(row.model), search_key(row.part_number)
        if maker_id is None:
            tally.skip("maker_missing", model=row.model)
            return
        if not model_key:
            tally.skip("model_missing", part_number=row.part_number)
            return
        self._load(maker_id)
        stored = self._match(maker_id, part_key, model_key)
        is_new = stored is None
        if stored is None:
            stored = self._make(f"{maker_id}:{model_key}", maker_id, row.model, model_key)
        family_id = None
        if stored.family_id is None:
            family_id = self._families.of_model(
                maker_id, row.model, row.part_number
            ) or self._families.listed(maker_id, row.family)
        changed = stored.complete(row, part_key, family_id)
        if model_key != stored.model_key and (maker_id, model_key) not in self._by_model:
            changed |= stored.add_alias(row.model)
        self._index(stored)
        _count(tally, is_new=is_new, changed=changed)

    def id_of(self, product_id: str) -> str | None:
        """Return the identifier under which the catalogue knows a product; None if it does not."""
        product_id = self._known_as.get(product_id, product_id)
        if product_id in self._rows:
            return product_id
        found = self._connection.execute("SELECT 1 FROM product WHERE product_id = ?", (product_id,))
        return product_id if found.fetchone() else None

    def write(self) -> None:
        """Put down the new and the changed products and keep the search in step."""
        new = [stored for stored in self._rows.values() if stored.is_new]
        changed = [stored for stored in self._rows.values() if stored.is_touched and not stored.is_new]
        before = [(stored.product_key, stored.search_text, stored.word_text) for stored in changed]
        for stored in (*new, *changed):
            stored.compose_texts()
        self._connection.executemany(_INSERT, [_inserted(stored) for stored in new])
        self._connection.executemany(_UPDATE, [_updated(stored) for stored in changed])
        self._connection.executemany(
            "INSERT INTO product_alias VALUES (?, ?, ?)",
            [
                (one.product_id, key, name)
                for one in (*new, *changed)
                for key, name in one.added_aliases.items()
            ],
        )
        index_products(self._connection, self._last_indexed, before)

    def _match(self, maker_id: str, part_key: str, model_key: str) -> StoredProduct | None:
        found = None
        if part_key:
            found = self._by_part.get((maker_id, part_key))
        if found is None and model_key:
            found = self._by_model.get((maker_id, model_key))
        if found is None and part_key:
            found = self._by_alias.get((maker_id, part_key))
        return found or self._by_alias.get((maker_id, model_key))

    def _make(self, product_id: str, maker_id: str, model: str, model_key: str) -> StoredProduct:
        self._last_key += 1
        stored = StoredProduct(self._last_key, product_id, maker_id, model, model_key)
        stored.is_new = stored.is_touched = True
        self._rows[product_id] = stored
        return stored

    def _index(self, stored: StoredProduct) -> None:
        if not stored.is_touched:
            return
        self._by_model.setdefault((stored.maker_id, stored.model_key), stored)
        if stored.part_key:
            self._by_part.setdefault((stored.maker_id, stored.part_key), stored)
        for key in stored.aliases:
            self._by_alias.setdefault((stored.maker_id, key), stored)

    def _load(self, maker_id: str) -> None:
        """Read the maker's products once, when the first row of this maker comes."""
        if maker_id in self._loaded:
            return
        self._loaded.add(maker_id)
        loaded = [
            StoredProduct(*row)
            for row in self._connection.execute(
                f"SELECT {COLUMNS} FROM product WHERE maker_id = ? ORDER BY product_key",  # noqa: S608 - constants
                (maker_id,),
            )
        ]
        self._rows.update({stored.product_id: stored for stored in loaded})
        for product_id, key, name in self._connection.execute(
            "SELECT product_id, alias_key, alias FROM product_alias"
            " WHERE product_id IN (SELECT product_id FROM product WHERE maker_id = ?) ORDER BY alias_key",
            (maker_id,),
        ):
            self._rows[product_id].aliases[key] = name
        for stored in loaded:
            self._by_model[maker_id, stored.model_key] = stored
            if stored.part_key:
                self._by_part.setdefault((maker_id, stored.part_key), stored)
            for key in stored.aliases:
                self._by_alias.setdefault((maker_id, key), stored)


def _count(tally: Tally, *, is_new: bool, changed: bool) -> None:
    if is_new:
        tally.new()
    elif changed:
        tally.changed()
    else:
        tally.unchanged()


def _inserted(stored: StoredProduct) -> tuple[object, ...]:
    return (
        stored.product_key,
        stored.product_id,
        stored.maker_id,
        stored.model,
        stored.model_key,
        stored.part_number,
        stored.part_key,
        stored.family_id,
        stored.category,
        stored.jan,
        stored.datasheet_url,
        stored.use,
        stored.scope,
        stored.source,
        stored.search_text,
        stored.word_text,
    )


def _updated(stored: StoredProduct) -> tuple[object, ...]:
    return (
        stored.model,
        stored.part_number,
        stored.part_key,
        stored.family_id,
        stored.category,
        stored.jan,
        stored.datasheet_url,
        stored.use,
        stored.scope,
        stored.source,
        stored.search_text,
        stored.word_text,
        stored.product_key,
    )
