"""Grade what the catalogue says against what the sources of real data say, and write docs/accuracy.md.

    .venv/bin/python benchmarks/accuracy.py

Reads ../shared/data, which is not part of the project: every file there that is a catalogue file is
imported into an empty catalogue, then each row of `ground_truth.csv` is asked at its affected and its
unaffected version.
"""

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.services.catalogue import CatalogueService
from jcssa_desktop.system.paths import AppPaths

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
FEEDS = ("kev", "maker_advisories", "csaf", "nvd", "cve_v5", "jvn", "endoflife")
LISTS = ("reseller_catalogue_utf8_bom.csv", "reseller_catalogue_more.csv")
SUFFIXES = frozenset({".json", ".xml", ".rdf", ".gz", ".csv"})
NOT_STATED = "1.0"
"""A version to ask with where a row expects that nothing at all is found."""


class Mark(StrEnum):
    """How an answer stands to what was expected."""

    RIGHT = "right"
    UNDECIDED = "undecided"
    WRONG = "wrong"


class Point(Struct, frozen=True):
    """One question of the ground truth; `expected` None: no advisory at all is to be found."""

    row: str
    model: str
    cve: str
    version: str
    expected: Verdict | None


class Grade(Struct, frozen=True):
    """What was answered: a verdict, "none" or "missing", the words of the sources that led to it."""

    point: Point
    answer: str
    stated: tuple[str, ...]

    @property
    def mark(self) -> Mark:
        """Wrong is an answer that says the opposite, or anything where nothing is to be found."""
        expected = self.point.expected
        if expected is None:
            return Mark.RIGHT if self.answer == "none" else Mark.WRONG
        if self.answer == expected:
            return Mark.RIGHT
        return Mark.UNDECIDED if self.answer in {Verdict.UNKNOWN, "missing"} else Mark.WRONG


def files_of(shared: Path) -> list[Path]:
    """List the maker lists and every file of the feeds."""
    found = [shared / "catalog" / name for name in LISTS]
    for feed in FEEDS:
        found += sorted(one for one in (shared / feed).rglob("*") if one.suffix.lower() in SUFFIXES)
    return [one for one in found if one.is_file()]


def points_of(shared: Path) -> Iterator[Point]:
    """Read the questions; a row without usable data is to be unknown at any version."""
    with (shared / "ground_truth.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield from _points(row)


def _points(row: dict[str, str]) -> Iterator[Point]:
    inside, outside = row["check_version_affected"], row["check_version_not_affected"]
    asked: list[tuple[str, Verdict | None]] = {
        "none_found": [(NOT_STATED, None)],
        "needs_manual_review": [(NOT_STATED, Verdict.UNKNOWN)],
        "not_affected": [(outside or inside, Verdict.NOT_AFFECTED)],
    }.get(row["expected"], [(inside, Verdict.AFFECTED), (outside, Verdict.NOT_AFFECTED)])
    for version, expected in asked:
        if version:
            yield Point(row["id"], row["model"], row["cve"], version, expected)


def graded(catalogue: CatalogueService, point: Point) -> Grade:
    """Ask one question."""
    try:
        found = catalogue.findings(point.model, point.version).findings
    except NotFound:
        found = ()
    if point.expected is None:
        return Grade(point, "found" if found else "none", tuple(one.advisory_id for one in found))
    finding = next((one for one in found if point.cve in (one.advisory_id, *one.ids)), None)
    if finding is None:
        return Grade(point, "missing", ())
    return Grade(point, finding.verdict, tuple(one.stated for one in finding.sources))


def page_of(grades: list[Grade]) -> str:
    """Write the table of docs/accuracy.md."""
    words = {Mark.RIGHT: "right", Mark.UNDECIDED: "**undecided**", Mark.WRONG: "**WRONG**"}
    rows = [
        f"| {one.point.row} | {one.point.model} | {one.point.cve or '—'} | {one.point.version} "
        f"| {one.point.expected or 'none'} | {one.answer} | {words[one.mark]} |"
        for one in grades
    ]
    counts = Counter(one.mark for one in grades)
    total = f"{len(grades)} questions: {counts[Mark.RIGHT]} right, {counts[Mark.UNDECIDED]} undecided, "
    head = ("| row | model | advisory | version | expected | answered | |", f"|{' --- |' * 7}")
    return "\n".join([f"{total}{counts[Mark.WRONG]} wrong.", "", *head, *rows, ""])


def main() -> int:
    """Import, grade, and put the table below its mark in docs/accuracy.md."""
    if not SHARED.is_dir():
        print("../shared/data is not here")
        return 1
    with tempfile.TemporaryDirectory() as folder, open_services(AppPaths(Path(folder))) as services:
        services.catalogue.import_files(files_of(SHARED))
        grades = [graded(services.catalogue, point) for point in points_of(SHARED)]
    page = ROOT / "docs" / "accuracy.md"
    above = page.read_text(encoding="utf-8").partition("<!-- graded -->")[0]
    page.write_text(f"{above}<!-- graded -->\n\n{page_of(grades)}", encoding="utf-8")
    print(page_of(grades).splitlines()[0])
    return 1 if any(one.mark is Mark.WRONG for one in grades) else 0


if __name__ == "__main__":
    sys.exit(main())
