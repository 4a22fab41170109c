"""A year of NVD into the catalogue, beside `json.load` and `executemany` of the rows that result.

The real year is read where ../shared/data is; else records of the same shape and number are made.
"""

import gzip
import json
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

REAL = Path(__file__).parents[2] / "shared" / "data" / "nvd" / "feeds_2.0" / "nvdcve-2.0-2026.json.gz"
COUNT = 7_346
TODAY = date(2026, 11, 23)
TEXT = "A made-up flaw lets a remote attacker do what a text of usual length tells of. " * 6


def record(number: int) -> dict[str, object]:
    """Make a record with two firmware ranges on ten devices each, scores and references."""
    cve = f"CVE-2026-{number:05d}"
    configurations = [
        {
            "operator": "AND",
            "nodes": [
                {
                    "operator": "OR",
                    "negate": False,
                    "cpeMatch": [
                        {
                            "vulnerable": True,
                            "criteria": f"cpe:2.3:o:mihon{number % 400}:mos:*:*:*:*:*:*:*:*",
                            "versionStartIncluding": f"{train}.0",
                            "versionEndExcluding": f"{train}.{number % 50}",
                        }
                    ],
                },
                {
                    "operator": "OR",
                    "negate": False,
                    "cpeMatch": [
                        {"vulnerable": False, "criteria": f"cpe:2.3:h:mihon:mr-{train}{n}:-:*:*:*:*:*:*:*"}
                        for n in range(10)
                    ],
                },
            ],
        }
        for train in (7, 8)
    ]
    score = {
        "version": "3.1",
        "baseScore": 9.8,
        "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    }
    return {
        "id": cve,
        "sourceIdentifier": "psirt@example.jp",
        "published": "2026-02-24T15:21:36.980",
        "lastModified": "2026-02-26T20:00:40.877",
        "vulnStatus": "Analyzed",
        "descriptions": [{"lang": "en", "value": TEXT}, {"lang": "es", "value": TEXT}],
        "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary", "cvssData": score}]},
        "configurations": configurations if number % 5 < 3 else [],  # noqa: PLR2004 - 40 % are without
        "references": [{"url": f"https://example.jp/{cve}/{n}", "source": "x"} for n in range(4)],
    }


def the_year(folder: Path) -> Path:
    """Return the real year, or write one of the same shape."""
    if REAL.is_file():
        return REAL
    path = folder / "nvd.json.gz"
    page = {"format": "NVD_CVE", "timestamp": "2026-03-14T03:00:00.000"}
    records = [{"cve": record(number)} for number in range(COUNT)]
    path.write_bytes(gzip.compress(json.dumps(page | {"vulnerabilities": records}).encode()))
    return path


def fill(year: Path, path: Path) -> None:
    """Import the year into a new catalogue."""
    with closing(CatalogueStore(path)) as store:
        store.apply(read_catalogue_file(year, today=TODAY).batch)


def main(side: str) -> None:
    """Measure one side; `parse` reads the records alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        year = the_year(folder)
        if side == "parse":
            report(lambda: sum(1 for _ in read_catalogue_file(year, today=TODAY).batch.listed_advisories))
        elif side == "ours":
            with closing(CatalogueStore(folder / "catalogue.db")) as store:
                report(lambda: store.apply(read_catalogue_file(year, today=TODAY).batch))
        else:
            floor(year, folder)


def floor(year: Path, folder: Path) -> None:
    """Load the JSON whole, and put in the rows that our import of it results in."""
    fill(year, folder / "source.db")
    with closing(sqlite3.connect(folder / "source.db")) as source:
        schema, rows = tables_of(source)
    with closing(sqlite3.connect(folder / "floor.db")) as target:
        for sql in schema:
            target.execute(sql)
        report(lambda: (load(year), insert(target, rows)))


def load(year: Path) -> object:
    """Read the file as plain Python does."""
    with gzip.open(year, "rb") as file:
        return json.load(file)


if __name__ == "__main__":
    main(sys.argv[1])
