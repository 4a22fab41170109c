"""Feed the readers of tables, KEV, endoflife.date and quotations with what atheris makes of real shapes.

    .venv/bin/python tests/fuzz/fuzz_tables.py -max_total_time=60

Nothing but the import error may come out; atheris prints and keeps the input that breaks this.
"""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jcssa_desktop.feeds", "jcssa_desktop.domain"]):
    from jcssa_desktop.domain.errors import InvalidImport
    from jcssa_desktop.feeds.quotation import read_quotation
    from jcssa_desktop.feeds.recognise import read_catalogue_file

from seeded import fuzz

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
TODAY = date(2026, 11, 25)
KEV = {
    "catalogVersion": "2026.11.01",
    "count": 1,
    "vulnerabilities": [
        {
            "cveID": "CVE-2026-0001",
            "vendorProject": "Mihon",
            "product": "MR-1 and MR-2",
            "vulnerabilityName": "見本",
            "dateAdded": "2026-11-01",
            "knownRansomwareCampaignUse": "Known",
        }
    ],
}
CYCLES = [{"cycle": "7.4", "eol": "2028-11-11", "support": True, "latest": "7.4.11"}]
ANSWER = {
    "schema_version": "1.2.0",
    "result": {"name": "mihonos", "releases": [{"name": "7.4", "isEol": False, "eolFrom": "2028-11-11"}]},
}
SEEDS = (
    json.dumps(KEV).encode(),
    json.dumps(CYCLES).encode(),
    json.dumps(ANSWER).encode(),
    "メーカー,製品名,型番,JAN\n見本電機,MR-1,MR-1-JP,4900000000000\n".encode("cp932"),
    *(one.read_bytes() for one in sorted(SAMPLES.glob("*.csv"))),
)
"""The shapes that are read, our own samples among them."""


def read(file: Path, data: bytes) -> None:
    """Read the bytes as they are, and each shape with the bytes put in at some place."""
    source = atheris.FuzzedDataProvider(data)
    put_in = source.ConsumeBytes(40)
    place = source.ConsumeProbability()
    damaged = [seed[: (cut := int(place * len(seed)))] + put_in + seed[cut:] for seed in SEEDS]
    for content in (*damaged, data):
        file.write_bytes(content)
        with suppress(InvalidImport):
            for _ in read_catalogue_file(file, today=TODAY).batch.listed_advisories:
                pass
        with suppress(InvalidImport):
            read_quotation(file)


if __name__ == "__main__":
    fuzz(read, SEEDS, "fortios.csv")
