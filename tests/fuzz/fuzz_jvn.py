"""Feed the readers of JVN iPedia with what atheris makes of real shapes, until it is stopped.

    .venv/bin/python tests/fuzz/fuzz_jvn.py -max_total_time=60

Nothing but the import error may come out; atheris prints and keeps the input that breaks this.
"""

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jcssa_desktop.feeds", "jcssa_desktop.domain"]):
    from jcssa_desktop.domain.errors import InvalidImport
    from jcssa_desktop.feeds.jvn import read_jvn_xml
    from jcssa_desktop.feeds.recognise import read_catalogue_file

from seeded import fuzz

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.feeds import jvn_documents as made

TODAY = date(2026, 11, 25)
ITEM = made.affected_item(
    "見本電機", "MR-1", "cpe:/h:mihon:MR-1", "Ver.1.4.2より前のバージョン（CVE-2026-0001）"
)
SOLUTION = "次のバージョンで修正されています。\nMR-1 Ver.1.4.2\n対策版のリリース予定はありません。"
DETAIL = made.vuldef(made.vulinfo(ITEM, solution=SOLUTION))
OVERVIEW = made.jvnrss(made.item())
VENDORS = made.vendor_list(("見本電機", "cpe:/:mihon_inc", 1))


def texts(source: atheris.FuzzedDataProvider) -> list[str]:
    """Give some texts that XML may hold."""
    return [
        "".join(sign for sign in source.ConsumeUnicodeNoSurrogates(60) if sign.isprintable())
        for _ in range(4)
    ]


def read(file: Path, data: bytes) -> None:
    """Read the bytes as they are, documents that they cut into, and a document of texts from them."""
    source = atheris.FuzzedDataProvider(data)
    maker, name, version, solution = texts(source)
    cut = source.ConsumeIntInRange(0, len(DETAIL))
    rest = source.ConsumeBytes(40)
    record = made.vulinfo(made.affected_item(maker, name, name, version), solution=f"{SOLUTION}{solution}")
    damaged = [whole[:cut] + rest + whole[cut:] for whole in (DETAIL, OVERVIEW, VENDORS)]
    for content in (*damaged, made.vuldef(record)):
        with suppress(InvalidImport):
            for _ in read_jvn_xml(content, "jvn.xml", TODAY).advisories:
                pass
    file.write_bytes(data)
    with suppress(InvalidImport):
        for _ in read_catalogue_file(file, today=TODAY).batch.listed_advisories:
            pass


if __name__ == "__main__":
    fuzz(read, (DETAIL, OVERVIEW, VENDORS), "input.xml")
