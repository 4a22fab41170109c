"""How much of what sources really write is read, and that what is read is right."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from jcssa_desktop.domain.affected_range import comparators, contains
from jcssa_desktop.domain.stated_range import read_stated

PROSE = re.compile(
    r"earlier|prior|before|later|older|through|\bto\b|\ball\b|below|above|versions|series|[<>*]|\.x\b|以|未満|前",
    re.IGNORECASE,
)
DOWNWARDS = re.compile(r"(?:and|or) (?:earlier|prior|older|below|lower)|以前|以下")
SHORT_OF = re.compile(r"^(?:versions )?(?:prior to|before) |より前|未満$")

SCHEMES = {
    "Fortinet": "fortios",
    "ヤマハ": "yamaha_rev",
    "SonicWall": "sonicos",
    "日本電気": "nec_ix",
    "プラネックス": "ver_2part",
    "バッファロー": "ver_2part",
}


def _strings(node: object) -> Iterator[str]:
    """Every version field of a CVE record, once."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("version", "lessThan", "lessThanOrEqual") and isinstance(value, str):
                yield value
            else:
                yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _texts(folder: Path) -> list[str]:
    found: set[str] = set()
    for file in folder.rglob("CVE-*.json"):
        record = json.loads(file.read_text(encoding="utf-8"))
        for part in ("cna", "adp"):
            container = record.get("containers", {}).get(part, {})
            for one in container if isinstance(container, list) else [container]:
                found.update(_strings(one.get("affected", [])))
    return sorted(text for text in found if PROSE.search(text))


def test_most_prose_of_the_cve_list_is_read_and_none_the_wrong_way_round(shared_data: Path) -> None:
    texts = _texts(shared_data / "cve_v5")
    read = {text: read_stated(text) for text in texts}
    assert sum(map(bool, read.values())) >= 0.85 * len(texts)
    for text, statements in read.items():
        operators = {sign for one in statements for span in one.ranges for sign, _ in comparators(span) or ()}
        if DOWNWARDS.search(text):
            assert not operators or "<=" in operators, text
        if SHORT_OF.search(text):
            assert not operators or ("<" in operators and "<=" not in operators), text


def test_every_version_number_of_japanese_details_is_read(shared_data: Path) -> None:
    numbers: set[str] = set()
    for file in (shared_data / "jvn" / "detail_japanese_makers").rglob("*.xml"):
        numbers.update(re.findall(r"<VersionNumber[^>]*>([^<]+)<", file.read_text(encoding="utf-8")))
    assert numbers
    assert [text for text in numbers if text.strip() and not read_stated(text)] == []


def _stated_rows(shared_data: Path) -> Iterator[tuple[dict[str, str], str, tuple[str, ...]]]:
    """Rows of the ground truth whose range stands there in a source's words, with scheme and ranges."""
    with (shared_data / "ground_truth.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            plain = re.sub(r"\((?!CVE)[^)]*\)", "", row["affected_range_as_stated"])
            plain = re.split(r" / <=|; text:| ; <1\.2\.15", plain)[0]
            read = [one for part in plain.split(" ; ") for one in read_stated(part)]
            ranges = tuple(span for one in read for span in one.ranges)
            if row["check_version_affected"] and ranges:
                scheme = next(
                    (one for name, one in SCHEMES.items() if row["maker"].startswith(name)), "dotted"
                )
                yield row, scheme, ranges


def test_the_ground_truth_is_judged_as_its_sources_state(shared_data: Path) -> None:
    rows = list(_stated_rows(shared_data))
    assert len(rows) >= 45
    for row, scheme, ranges in rows:
        fixes = row["fixed_version_as_stated"]
        fixed_in = tuple(fixes.split(", ")) if re.fullmatch(r"[\d.h, -]+", fixes) else ()
        assert contains(scheme, ranges, row["check_version_affected"], fixed_in) is True, row["id"]
        if row["check_version_not_affected"]:
            assert contains(scheme, ranges, row["check_version_not_affected"], fixed_in) is False, row["id"]
