"""What is known of one product at a version among 100,000 advisories, beside one indexed SQLite query.

`ours` asks again and again, as screens and sheets do; before each question of `cold` another connection has
written to the file, so that everything is gathered and judged anew. An argument is another number of
advisories.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from measured import peak_mb, print_result, report, seconds_of

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.held_findings import findings
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.store.catalogue import CatalogueStore

ADVISORIES = 100_000
OWN = 5
ROUNDS = 2_000
COLD_ROUNDS = 200
TODAY = date(2026, 11, 23)
PRODUCT = "mihon:mr1220"
CATALOGUE = CatalogueBatch(
    makers=(Maker("mihon", "見本電機", "Mihon", ("見本電機株式会社",)),),
    families=(FirmwareFamily("mihon:os", "mihon", "MihonOS", "dotted"),),
    products=(Product(PRODUCT, "mihon", "MR1220", family_id="mihon:os"),),
)


def advisories(count: int) -> Iterator[ListedAdvisory]:
    """Give advisories of other products of many makers, and a few of the product."""
    for number in range(count):
        is_own = number < OWN
        yield ListedAdvisory(
            "NVD",
            f"CVE-2026-{number:06}",
            TODAY,
            (
                Statement(
                    NamedProduct(
                        "mihon" if is_own else f"maker{number % 997}",
                        f"mr{1220 if is_own else number + 10_000}",
                    ),
                    f"1.{number % 50} and earlier",
                    (f">=1.0 <=1.{number % 50}",),
                ),
            ),
            ids=(f"CVE-2026-{number:06}",),
        )


def fill(path: Path, count: int) -> None:
    """Make a catalogue with so many advisories."""
    with closing(CatalogueStore(path)) as store:
        store.apply(CATALOGUE)
        store.apply(CatalogueBatch(listed_advisories=advisories(count)))


def ask(store: CatalogueStore, number: int) -> None:
    """Ask about the product, each time at another version."""
    if len(findings(store.knowledge(PRODUCT), f"1.{number % 60}")) != OWN:
        raise RuntimeError("the product's own advisories are not found")


def ask_often(store: CatalogueStore) -> None:
    """Ask when nothing was written in between."""
    for number in range(ROUNDS):
        ask(store, number)


def ask_cold(store: CatalogueStore, path: Path) -> float:
    """Ask after each of another's writes; give the seconds that as many questions as `ROUNDS` would take."""
    seconds = 0.0
    with closing(sqlite3.connect(path)) as other:
        for number in range(COLD_ROUNDS):
            other.execute(f"PRAGMA user_version = {number + 1}")
            seconds += seconds_of(partial(ask, store, number))
    return seconds * ROUNDS / COLD_ROUNDS


def point_query(path: Path) -> None:
    """Ask bare SQLite for one row by its indexed key as often."""
    with closing(sqlite3.connect(path)) as connection:
        for number in range(ROUNDS):
            key = f"CVE-2026-{number:06}"
            connection.execute(
                "SELECT body FROM source_record WHERE source = 'NVD' AND record_id = ?", (key,)
            ).fetchone()


def main(side: str, folder: Path, count: int) -> None:
    """Measure one side; the first to come fills the file in a process of its own."""
    path = folder / f"findings-{count}.db"
    if side == "fill":
        fill(path, count)
        return
    if not path.exists():
        subprocess.run([sys.executable, __file__, "fill", str(folder), str(count)], check=True)
    if side == "floor":
        report(lambda: point_query(path))
        return
    with closing(CatalogueStore(path)) as store:
        if side == "cold":
            print_result(ask_cold(store, path), peak_mb())
        else:
            report(lambda: ask_often(store))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3] or ADVISORIES))
