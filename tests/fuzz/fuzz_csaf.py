"""Fuzz the reader of CSAF: only the import error may come out.

    .venv/bin/python tests/fuzz/fuzz_csaf.py -max_total_time=60

The bytes choose a document near the schema; a part of them is then laid over its JSON.
"""

import json
import sys
from contextlib import suppress
from datetime import date

import atheris

with atheris.instrument_imports():
    from jcssa_desktop.domain.errors import InvalidImport
    from jcssa_desktop.feeds.csaf import read_csaf

_IDS = ["P1", "P2", "P3", "R1", "R2", "G1", ""]
_WORDS = ["1.2.3", "<=2.0", "vers:all/*", "vers:x/>1|<2", ">=1.0|<2.0", "all", "1.x", "見本", "MihonOS", ""]
_CATEGORIES = [
    "vendor",
    "product_name",
    "product_family",
    "product_version",
    "product_version_range",
    "legacy",
]
_STATUSES = ["known_affected", "known_not_affected", "fixed", "first_affected", "last_affected", "unknown"]
_REMEDIES = ["vendor_fix", "no_fix_planned", "none_available", "mitigation"]
_DEEPEST = 6


def _full_name(data: atheris.FuzzedDataProvider) -> dict[str, object]:
    return {
        "product_id": data.PickValueInList(_IDS),
        "name": data.PickValueInList(_WORDS),
        "product_identification_helper": {"cpe": "cpe:2.3:" + data.ConsumeUnicodeNoSurrogates(12)},
    }


def _branch(data: atheris.FuzzedDataProvider, depth: int) -> dict[str, object]:
    made: dict[str, object] = {
        "category": data.PickValueInList(_CATEGORIES),
        "name": data.PickValueInList(_WORDS) + data.ConsumeUnicodeNoSurrogates(4),
    }
    if depth < _DEEPEST and data.ConsumeBool():
        made["branches"] = [_branch(data, depth + 1) for _ in range(data.ConsumeIntInRange(0, 3))]
    else:
        made["product"] = _full_name(data)
    return made


def _ids(data: atheris.FuzzedDataProvider) -> list[str]:
    return [data.PickValueInList(_IDS) for _ in range(data.ConsumeIntInRange(0, 3))]


def _document(data: atheris.FuzzedDataProvider) -> dict[str, object]:
    relations = [
        {
            "product_reference": data.PickValueInList(_IDS),
            "relates_to_product_reference": data.PickValueInList(_IDS),
            "full_product_name": _full_name(data),
        }
        for _ in range(data.ConsumeIntInRange(0, 3))
    ]
    vulnerabilities = [
        {
            "cve": data.PickValueInList(["CVE-2026-0001", "CVE-2026-0002", ""]),
            "product_status": {data.PickValueInList(_STATUSES): _ids(data) for _ in range(3)},
            "remediations": [{"category": data.PickValueInList(_REMEDIES), "product_ids": _ids(data)}],
        }
        for _ in range(data.ConsumeIntInRange(0, 3))
    ]
    return {
        "document": {
            "csaf_version": data.PickValueInList(["2.0", "2.1"]),
            "publisher": {"name": "Mihon", "category": "vendor"},
            "tracking": {"id": "1", "current_release_date": data.ConsumeUnicodeNoSurrogates(24)},
        },
        "product_tree": {
            "branches": [_branch(data, 0) for _ in range(data.ConsumeIntInRange(0, 3))],
            "relationships": relations,
            "product_groups": [{"group_id": "G1", "product_ids": _ids(data)}],
        },
        "vulnerabilities": vulnerabilities,
    }


def read_any(data: bytes) -> None:
    """Read one document made of the bytes."""
    given = atheris.FuzzedDataProvider(data)
    made = bytearray(json.dumps(_document(given)).encode())
    if given.ConsumeBool():
        place = given.ConsumeIntInRange(0, len(made))
        laid = given.ConsumeBytes(8)
        made[place : place + len(laid)] = laid
    with suppress(InvalidImport):
        tuple(read_csaf(bytes(made), "fuzz.json", date(2026, 1, 1)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_any)
    atheris.Fuzz()
