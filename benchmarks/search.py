"""One search among 500,000 products and versions, beside a bare FTS5 trigram query of the same names.

The seconds are those that 99 of 100 searches stay below. Ours ranks and tells the latest versions; the floor
takes the first fifty in any order. FTS5 finds nothing for one or two characters: there the floor has three.
"""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from measured import report_slowest

from jcssa_desktop.domain.catalogue import FirmwareObservation, FirmwareState
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedProduct
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.driver import connect

COUNT = 500_000
MAKERS = 300
FAMILIES = 3_000
QUERIES = 2_000
LIMIT = 50
GRAM = 3
WARMING, MEASURED = 1, 2
DAY = date(2026, 11, 23)
SERIES = (
    "Mihon Gate",
    "見本スイッチ",
    "ルーター MR",
    "アクセスポイント",
    "MihonStation",
    "サンプル複合機",
    "X-Series ",
    "Sample Book",
)
ENDINGS = ("", "F", "G", "-POE", "DN", " Pro", "/EX", "-A")
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def products() -> Iterator[ListedProduct]:
    """Give makers, models, part numbers and JAN as lists have them, the same at every call."""
    chance = random.Random(1)  # noqa: S311 - sample data
    for number in range(COUNT):
        maker = number % MAKERS
        model = f"{chance.choice(SERIES)}{chance.randrange(10_000)}{chance.choice(ENDINGS)} {number:06d}"
        part = f"{''.join(chance.choices(LETTERS, k=3))}-{chance.randrange(100_000)}{chance.choice(ENDINGS)}"
        yield ListedProduct(
            f"見本メーカー{maker}",
            model,
            maker_en=f"Sample {maker}",
            part_number=part,
            category="ルーター",
            family=f"系列{number % FAMILIES}",
            jan=f"49{chance.randrange(10**11):011d}",
        )


def fill(folder: Path) -> None:
    """Write our catalogue and the floor's table."""
    listed = tuple(products())
    with closing(CatalogueStore(folder / "ours.db")) as store:
        store.apply(CatalogueBatch(listed_products=listed))
        store.apply(CatalogueBatch(observations=tuple(versions(store))))
    with closing(connect(str(folder / "floor.db"), timeout=5)) as floor:
        floor.execute("PRAGMA journal_mode = WAL").fetchone()
        floor.execute(
            "CREATE TABLE product (product_key INTEGER PRIMARY KEY, product_id, maker, model, part_number,"
            " family, latest, category, names)"
        )
        floor.execute(
            "CREATE VIRTUAL TABLE product_search USING fts5"
            " (names, content = 'product', content_rowid = 'product_key', tokenize = 'trigram')"
        )
        floor.execute("BEGIN")
        floor.executemany(
            "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    number,
                    f"{one.maker_en}:{one.model}",
                    one.maker,
                    one.model,
                    one.part_number,
                    one.family,
                    f"1.{number % 90}",
                    one.category,
                    "\n".join(names(one)),
                )
                for number, one in enumerate(listed)
            ),
        )
        floor.execute("INSERT INTO product_search (product_search) VALUES ('rebuild')")
        floor.execute("COMMIT")


def versions(store: CatalogueStore) -> Iterator[FirmwareObservation]:
    """Give each product a version of its own."""
    for number, entry in enumerate(store.match_entries()):
        seen_on = DAY - timedelta(days=number % 300)
        yield FirmwareObservation(
            "", f"1.{number % 90}", FirmwareState.LATEST, seen_on, "見本", product_id=entry.product_id
        )


def names(product: ListedProduct) -> tuple[str, ...]:
    """Give what a product can be found by, folded."""
    texts = (product.maker, product.maker_en, product.model, product.part_number, product.jan)
    return tuple(search_key(text) for text in texts)


def queries(length: int, seed: int) -> list[str]:
    """Take parts of that length out of the names of products."""
    chance = random.Random(seed)  # noqa: S311 - sample data
    chosen = chance.sample(range(COUNT), QUERIES)
    kept = set(chosen)
    wanted = {number: names(one) for number, one in enumerate(products()) if number in kept}
    found = []
    for number in chosen:
        name = chance.choice([name for name in wanted[number] if len(name) >= length])
        start = chance.randrange(len(name) - length + 1)
        found.append(name[start : start + length])
    return found


def main(side: str, folder: Path, length: int) -> None:
    """Measure one side; the first to come fills the files in a process of its own."""
    if side == "fill":
        fill(folder)
        return
    if not (folder / "floor.db").exists():
        subprocess.run([sys.executable, __file__, "fill", str(folder), "0"], check=True)
    if side == "ours":
        with closing(CatalogueStore(folder / "ours.db")) as store:
            report_warm(lambda text: store.search(text, LIMIT), partial(queries, length))
        return
    with closing(connect(str(folder / "floor.db"), timeout=5)) as floor:
        query = (
            "SELECT product_id, maker, model, part_number, family, latest, category"
            " FROM product_search JOIN product"
            " ON product_key = product_search.rowid WHERE product_search MATCH ? LIMIT ?"
        )
        report_warm(
            lambda text: floor.execute(query, ('"{}"'.format(text.replace('"', '""')), LIMIT)).fetchall(),
            partial(queries, max(length, GRAM)),
        )


def report_warm(ask: Callable[[str], object], texts: Callable[[int], list[str]]) -> None:
    """Ask other texts first, as somebody does who types: the file is in memory, the answers are not."""
    for text in texts(WARMING):
        ask(text)
    report_slowest([partial(ask, text) for text in texts(MEASURED)], but=0.01)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
