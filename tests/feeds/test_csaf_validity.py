import csv
from pathlib import Path

import pytest

from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.feeds.recognise import read_catalogue_file
from tests.feeds.csaf_documents import SEEN, Shape, document, firmware, read, spread, version, vulnerability

TREE = firmware(version("1.2.3", "P1"), version("1.2.4", "P2"))


def _relation(product_id: str, first: str, other: str) -> Shape:
    return {
        "category": "installed_on",
        "product_reference": first,
        "relates_to_product_reference": other,
        "full_product_name": {"product_id": product_id, "name": f"MihonOS on {other}"},
    }


def _faults(shape: Shape) -> list[tuple[str, str, dict[str, str]]]:
    return [(one.problem, one.place.path, dict(one.values)) for one in read(shape)[1]]


def test_an_undefined_product_is_reported_and_unknown() -> None:
    shape = document(TREE, vulnerability(known_affected=["P1", "P9"]))
    advisory, _ = read(shape)
    known, open_ = advisory.statements
    assert known.ranges == ("=1.2.3",)
    assert (open_.about, open_.stated, open_.ranges) == (
        NamedProduct("Mihon", "P9"),
        "known_affected: P9",
        (),
    )
    assert _faults(shape) == [
        (
            "csaf_product_undefined",
            "vulnerabilities[0].product_status.known_affected",
            {"ids": "P9", "count": "1"},
        )
    ]


def test_an_undefined_product_that_begins_with_a_known_name_leaves_that_product_open() -> None:
    advisory, _ = read(document(TREE, vulnerability(known_affected=["P1", "MihonOS-1.9"])))
    assert [(one.about.name, one.ranges) for one in advisory.statements] == [
        ("MihonOS", ("=1.2.3",)),
        ("MihonOS", ()),
    ]


def test_an_undefined_product_that_is_not_affected_leaves_the_known_one_as_it_is() -> None:
    advisory, _ = read(
        document(TREE, vulnerability(known_affected=["P1"], known_not_affected=["MihonOS-1.9"]))
    )
    assert [(one.about.name, one.ranges) for one in advisory.statements] == [
        ("MihonOS", ("=1.2.3",)),
        ("MihonOS-1.9", ()),
    ]


@pytest.mark.parametrize(
    "part",
    [
        {"remediations": [{"category": "vendor_fix", "product_ids": ["P9"]}]},
        {"scores": [{"products": ["P9"], "cvss_v3": {"baseScore": 5}}]},
        {"threats": [{"category": "impact", "details": "x", "product_ids": ["P9"]}]},
        {"ids": [{"system_name": "x", "text": "BUG-1", "product_ids": ["P9"]}]},
    ],
)
def test_undefined_products_beside_the_statuses_change_no_statement(part: Shape) -> None:
    advisory, (skipped,) = read(document(TREE, vulnerability(known_affected=["P1"], **part)))
    assert (advisory.statements[0].ranges, len(advisory.statements)) == (("=1.2.3",), 1)
    assert (skipped.problem, dict(skipped.values)["ids"]) == ("csaf_reference_undefined", "P9")


def test_a_product_defined_twice_is_unknown_as_either() -> None:
    tree = {"full_product_names": [{"product_id": "P1", "name": name} for name in ("A 1", "B 1")]}
    advisory, (skipped,) = read(document(tree, vulnerability(known_not_affected=["P1"])))
    assert [(one.about.name, one.unaffected) for one in advisory.statements] == [("A 1", ()), ("B 1", ())]
    assert (skipped.problem, skipped.place.path) == (
        "csaf_product_twice",
        "product_tree.full_product_names[1]",
    )


def test_two_ranges_of_one_id_that_do_not_part_at_one_version_are_a_second_definition() -> None:
    tree = firmware(spread("<1.2", "P1"), spread(">=1.3", "P1"))
    advisory, skipped = read(document(tree, vulnerability(known_affected=["P1"])))
    assert [one.problem for one in skipped] == ["csaf_product_twice"]
    assert not any(one.ranges for one in advisory.statements)


@pytest.mark.parametrize(
    "relations",
    [
        [_relation("R1", "R1", "P1")],
        [_relation("R1", "P1", "R1")],
        [_relation("R1", "P1", "R2"), _relation("R2", "P1", "R1")],
        [_relation("R1", "R2", "P1"), _relation("R2", "R3", "P1"), _relation("R3", "R1", "P1")],
    ],
)
def test_relations_in_a_circle_are_reported_and_unknown(relations: list[Shape]) -> None:
    tree = TREE | {"relationships": relations}
    advisory, skipped = read(document(tree, vulnerability(known_affected=["R1", "P1"])))
    assert {one.problem for one in skipped} == {"csaf_relation_circular"}
    assert len(skipped) == len(relations)
    assert [one.ranges for one in advisory.statements if one.ranges] == [("=1.2.3",)]


def test_a_relation_to_nothing_is_reported_and_unknown() -> None:
    tree = TREE | {"relationships": [_relation("R1", "P1", "H9")]}
    advisory, (skipped,) = read(document(tree, vulnerability(known_affected=["R1"])))
    assert (skipped.problem, skipped.place.path) == (
        "csaf_product_undefined",
        "product_tree.relationships[0]",
    )
    assert [one.ranges for one in advisory.statements] == [()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("known_affected", "known_not_affected"),
        ("last_affected", "fixed"),
        ("first_fixed", "known_not_affected"),
        ("fixed", "under_investigation"),
        ("known_affected", "unknown"),
    ],
)
def test_a_product_of_two_states_is_reported_and_unknown(one: str, other: str) -> None:
    shape = document(TREE, vulnerability(**{one: ["P1"], other: ["P1", "P2"]}))
    advisory, (skipped,) = read(shape)
    assert (skipped.problem, dict(skipped.values)) == ("csaf_status_contradicts", {"ids": "P1", "count": "1"})
    stated = [text for each in advisory.statements for text in (*each.ranges, *each.unaffected)]
    assert "=1.2.3" not in stated


def test_states_contradict_across_two_entries_of_one_cve_number() -> None:
    shape = document(TREE, vulnerability(known_affected=["P1"]), vulnerability(known_not_affected=["P1"]))
    assert [problem for problem, _, _ in _faults(shape)] == ["csaf_status_contradicts"]


def test_groups_undefined_or_defined_twice_are_reported() -> None:
    group = {"group_id": "G1", "product_ids": ["P1", "P2"]}
    remedy = {"category": "vendor_fix", "details": "x", "group_ids": ["G9"]}
    shape = document(TREE | {"product_groups": [group, group]}, vulnerability(remediations=[remedy]))
    assert [(problem, values["ids"]) for problem, _, values in _faults(shape)] == [
        ("csaf_group_twice", "G1"),
        ("csaf_group_undefined", "G9"),
    ]


def test_remediations_that_contradict_each_other_do_not_say_that_no_fix_comes() -> None:
    remedies = [
        {"category": category, "details": "x", "product_ids": ["P1"]}
        for category in ("no_fix_planned", "vendor_fix", "workaround")
    ]
    advisory, (skipped,) = read(document(TREE, vulnerability(known_affected=["P1"], remediations=remedies)))
    assert skipped.problem == "csaf_remediation_contradicts"
    assert not advisory.statements[0].no_fix


@pytest.mark.parametrize(
    "path",
    [
        ("vendor", "vendor", "product_name", "product_version"),
        ("vendor", "product_name", "product_version", "product_version_range"),
    ],
)
def test_a_definition_that_repeats_a_category_is_reported_and_unknown(path: tuple[str, ...]) -> None:
    branch: Shape = {
        "category": path[-1],
        "name": "1.2",
        "product": {"product_id": "P1", "name": "MihonOS 1.2"},
    }
    for category in reversed(path[:-1]):
        branch = {"category": category, "name": "MihonOS", "branches": [branch]}
    advisory, (skipped,) = read(document({"branches": [branch]}, vulnerability(known_affected=["P1"])))
    assert (skipped.problem, advisory.statements[0].ranges) == ("csaf_branches_stacked", ())


def test_a_product_thirty_branches_deep_is_read_and_one_below_is_not() -> None:
    def deep(branches: int) -> Shape:
        made = version("1.2.3", "P1")
        for _ in range(branches - 1):
            made = {"category": "product_family", "name": "MihonOS", "branches": [made]}
        return document({"branches": [made]}, vulnerability(known_affected=["P1"]))

    assert read(deep(30))[0].statements[0].ranges == ("=1.2.3",)
    advisory, (skipped,) = read(deep(31))
    assert (skipped.problem, advisory.statements[0].ranges) == ("csaf_branches_too_deep", ())


def test_relations_that_pile_up_without_end_are_reported_and_unknown() -> None:
    relations = [_relation("R0", "P1", "P2")]
    hardware = [{"product_id": f"H{n}", "name": f"MR-{n}"} for n in range(400)]
    relations += [_relation(f"R{n + 1}", f"R{n}", f"H{n}") for n in range(400)]
    tree = TREE | {"relationships": relations, "full_product_names": hardware}
    advisory, skipped = read(document(tree, vulnerability(known_affected=["R400"])))
    assert [one.problem for one in skipped] == ["csaf_relation_too_long"]
    assert [one.ranges for one in advisory.statements] == [()]


def test_references_to_nothing_are_told_once_with_their_first_place() -> None:
    scores = [{"products": [f"X{n}"], "cvss_v3": {"baseScore": 5}} for n in range(5)]
    assert _faults(document(TREE, vulnerability(scores=scores))) == [
        ("csaf_reference_undefined", "vulnerabilities[0].scores[0]", {"ids": "X0, X1, X2 …", "count": "5"})
    ]


def test_of_many_ids_with_one_fault_the_first_are_named_and_all_counted() -> None:
    shape = document(TREE, vulnerability(fixed=[f"X{n}" for n in range(9)]))
    assert _faults(shape)[0][2] == {"ids": "X0, X1, X2 …", "count": "9"}


ENFORCED = {
    "6.1.1": {"csaf_product_undefined", "csaf_reference_undefined"},
    "6.1.2": {"csaf_product_twice"},
    "6.1.3": {"csaf_relation_circular"},
    "6.1.4": {"csaf_group_undefined"},
    "6.1.5": {"csaf_group_twice"},
    "6.1.6": {"csaf_status_contradicts"},
    "6.1.34": {"csaf_branches_too_deep"},
    "6.1.35": {"csaf_remediation_contradicts"},
    "6.1.57": {"csaf_branches_stacked"},
    "6.1.58": {"csaf_branches_stacked"},
}
"""The mandatory tests whose breach is always reported, as `docs/csaf.md` says."""


def _complaints(path: Path) -> set[str]:
    try:
        taken = list(read_catalogue_file(path, today=SEEN).batch.listed_advisories)
    except InvalidImport as error:
        return {error.problem}
    return {one.problem for one in taken if isinstance(one, Skipped)}


def test_what_the_standard_expects_of_the_enforced_tests_is_so(shared_data: Path) -> None:
    folder = shared_data / "csaf_invalid"
    rows = csv.DictReader((folder / "expected_results.csv").read_text("utf-8-sig").splitlines())
    graded = [row for row in rows if row["test_id"] in ENFORCED and (folder / row["file"]).is_file()]
    wrong = [
        row["file"]
        for row in graded
        if bool(ENFORCED[row["test_id"]] & _complaints(folder / row["file"]))
        != (row["expected"] == "fails test")
    ]
    assert graded
    assert wrong == []


def test_every_invalid_document_is_read_or_refused(shared_data: Path) -> None:
    files = [path for path in (shared_data / "csaf_invalid").rglob("*.json") if path.is_file()]
    assert files
    for path in files:
        _complaints(path)


def test_every_real_document_is_read_and_every_other_file_refused(shared_data: Path) -> None:
    refused: dict[str, int] = {}
    read_whole = 0
    for path in sorted(path for path in (shared_data / "csaf").rglob("*") if path.is_file()):
        try:
            read_whole += len(list(read_catalogue_file(path, today=SEEN).batch.listed_advisories)) > 0
        except InvalidImport as error:
            refused[error.problem] = refused.get(error.problem, 0) + 1
    assert read_whole > 500
    assert set(refused) <= {
        "csaf_is_cvrf",
        "csaf_is_index",
        "import_file_is_html",
        "import_kind_not_supported",
        "json_value_wrong",
        "table_without_model_column",
    }
