"""What is known of one product at a version among 100,000 advisories, beside one indexed SQLite query.

A number behind the side is another number of advisories.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from measured import report

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.held_findings import findings
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.store.catalogue import CatalogueStore

ADVISORIES = 100_000
OWN = 5
ROUNDS = 2_000
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


def filled(path: Path, count: int) -> CatalogueStore:
    """Make a catalogue with so many advisories."""
    store = CatalogueStore(path)
    store.apply(CATALOGUE)
    store.apply(CatalogueBatch(listed_advisories=advisories(count)))
    return store


def ask(store: CatalogueStore) -> None:
    """Ask about the product, each time at another version."""
    for number in range(ROUNDS):
        if len(findings(store.knowledge(PRODUCT), f"1.{number % 60}")) != OWN:
            raise RuntimeError("the product's own advisories are not found")


def point_query(path: Path) -> None:
    """Ask bare SQLite for one row by its indexed key as often."""
    with closing(sqlite3.connect(path)) as connection:
        for number in range(ROUNDS):
            key = f"CVE-2026-{number:06}"
            connection.execute(
                "SELECT body FROM source_record WHERE source = 'NVD' AND record_id = ?", (key,)
            ).fetchone()


def main(side: str, count: int) -> None:
    """Measure one side."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "catalogue.db"
        with closing(filled(path, count)) as store:
            report((lambda: ask(store)) if side == "ours" else (lambda: point_query(path)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else ADVISORIES)  # noqa: PLR2004 - side, number
