"""10,000 products of a maker list into the catalogue, beside `executemany` of the rows that result."""

import csv
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from measured import report
from same_tables import insert, tables_of

from jcssa_desktop.feeds.recognise import read_catalogue_file
from jcssa_desktop.store.catalogue import CatalogueStore

COUNT = 10_000
TODAY = date(2026, 11, 23)


def write_list(path: Path) -> None:
    """Write a maker list as head office would keep it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["メーカー", "製品名・型名", "型番", "区分", "ファームウェア系列"])
        for number in range(COUNT):
            maker = number % 40
            writer.writerow(
                [
                    f"見本メーカー{maker}",
                    f"見本機 {number:05d}",
                    f"MH-{number:05d}",
                    "ルーター",
                    f"系列{maker}",
                ]
            )


def fill(folder: Path, name: str) -> Path:
    """Import the list into a new catalogue and return its file."""
    listing = folder / "list.csv"
    write_list(listing)
    path = folder / name
    with closing(CatalogueStore(path)) as store:
        store.apply(read_catalogue_file(listing, today=TODAY).batch)
    return path


def main(side: str) -> None:
    """Measure one side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if side == "ours":
            with closing(CatalogueStore(folder / "empty.db")) as store:
                write_list(folder / "list.csv")
                report(lambda: store.apply(read_catalogue_file(folder / "list.csv", today=TODAY).batch))
            return
        with closing(sqlite3.connect(fill(folder, "source.db"))) as source:
            schema, rows = tables_of(source)
        with closing(sqlite3.connect(folder / "floor.db")) as floor:
            for sql in schema:
                floor.execute(sql)
            report(lambda: insert(floor, rows))


if __name__ == "__main__":
    main(sys.argv[1])
