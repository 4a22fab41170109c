"""Small made-up CSAF documents."""

import json
from datetime import date

from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.feeds.csaf import read_csaf

SEEN = date(2026, 8, 24)
Shape = dict[str, object]


def leaf(category: str, name: str, product_id: str, full_name: str = "", **helper: str) -> Shape:
    product: Shape = {"product_id": product_id, "name": full_name or name}
    if helper:
        product["product_identification_helper"] = helper
    return {"category": category, "name": name, "product": product}


def branch(category: str, name: str, *branches: Shape) -> Shape:
    return {"category": category, "name": name, "branches": list(branches)}


def firmware(*leaves: Shape, name: str = "MihonOS", maker: str = "Mihon") -> Shape:
    return {"branches": [branch("vendor", maker, branch("product_name", name, *leaves))]}


def version(name: str, product_id: str) -> Shape:
    return leaf("product_version", name, product_id)


def spread(name: str, product_id: str) -> Shape:
    return leaf("product_version_range", name, product_id)


def vulnerability(cve: str | None = "CVE-2026-0001", **parts: object) -> Shape:
    statuses = ("known", "fixed", "first", "last", "recommended", "under", "unknown")
    status = {name: ids for name, ids in parts.items() if name.startswith(statuses)}
    others = {name: part for name, part in parts.items() if name not in status}
    return (
        {"cve": cve, "product_status": status, **others}
        if cve is not None
        else {"product_status": status, **others}
    )


def document(tree: Shape, *vulnerabilities: Shape, **header: object) -> Shape:
    tracking: Shape = {
        "id": "MIHON-2026-1",
        "status": "final",
        "current_release_date": "2026-08-01T09:00:00+09:00",
        "initial_release_date": "2026-07-30T00:00:00Z",
    }
    tracking |= {name: header.pop(name) for name in list(header) if name in tracking}
    return {
        "document": {
            "category": "csaf_security_advisory",
            "csaf_version": "2.0",
            "title": "Made-up  weakness",
            "publisher": {"category": "vendor", "name": "Mihon PSIRT"},
            "tracking": tracking,
            **header,
        },
        "product_tree": tree,
        "vulnerabilities": list(vulnerabilities),
    }


def read(shape: Shape) -> tuple[ListedAdvisory, list[Skipped]]:
    first, *rest = read_csaf(json.dumps(shape).encode(), "mihon.json", SEEN)
    assert isinstance(first, ListedAdvisory)
    return first, [one for one in rest if isinstance(one, Skipped)]


def statements(tree: Shape, *vulnerabilities: Shape) -> tuple[Statement, ...]:
    """Read what a document without a fault states."""
    advisory, skipped = read(document(tree, *vulnerabilities))
    assert skipped == []
    return advisory.statements


def statement(tree: Shape, *vulnerabilities: Shape) -> Statement:
    (only,) = statements(tree, *vulnerabilities)
    return only
