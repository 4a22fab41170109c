import pytest

from jcssa_desktop.domain.listed_advisory import NamedProduct
from tests.feeds.csaf_documents import (
    Shape,
    branch,
    firmware,
    leaf,
    spread,
    statement,
    statements,
    version,
    vulnerability,
)

AFFECTED = vulnerability(known_affected=["P1"])


def _about(tree: Shape) -> NamedProduct:
    return statement(tree, AFFECTED).about


def test_a_leaf_that_is_only_a_version_takes_its_name_from_the_branches_above() -> None:
    train = branch("product_version", "17.9", leaf("service_pack", "17.9.4", "P1"))
    tree = {"branches": [branch("vendor", "Mihon", branch("product_family", "MihonOS XE ", train))]}
    one = statement(tree, AFFECTED)
    assert (one.about, one.ranges) == (NamedProduct("Mihon", "MihonOS XE"), ("=17.9.4",))


def test_a_service_pack_that_is_no_version_is_added_to_it() -> None:
    train = branch("product_version", "5.1", leaf("service_pack", "SP2", "P1"))
    assert statement(firmware(train), AFFECTED).ranges == ("=5.1 SP2",)


@pytest.mark.parametrize("category", ["product_name", "product", "product_family"])
def test_each_kind_of_name_branch_names_the_product(category: str) -> None:
    tree = {"branches": [branch("vendor", "Mihon PSIRT", branch(category, "MihonOS", version("1.2", "P1")))]}
    assert _about(tree) == NamedProduct("Mihon", "MihonOS")


def test_a_family_above_a_product_is_left_out_and_one_below_is_kept() -> None:
    above = branch("product_family", "Routers", branch("product_name", "MR-1", version("1.2", "P1")))
    below = branch("product_name", "MihonOS", branch("product_family", "MR-1", version("1.2", "P1")))
    assert _about({"branches": [above]}).name == "MR-1"
    assert _about({"branches": [below]}).name == "MihonOS MR-1"


def test_what_narrows_a_product_becomes_part_of_its_name() -> None:
    narrow = branch("specification", "with module B", version("1.2", "P1"))
    assert _about(firmware(narrow)).name == "MihonOS with module B"


def test_without_a_vendor_branch_a_vendor_speaks_of_its_own() -> None:
    tree = {"branches": [branch("product_name", "MihonOS", version("1.2", "P1"))]}
    assert _about(tree).maker == "Mihon"


def test_a_full_product_name_alone_leaves_the_versions_open() -> None:
    one = statement({"full_product_names": [{"product_id": "P1", "name": "MihonOS 4.2"}]}, AFFECTED)
    assert (one.about.name, one.ranges, one.stated) == ("MihonOS 4.2", (), "MihonOS 4.2")


@pytest.mark.parametrize(
    ("cpe", "short", "ranges"),
    [
        ("cpe:2.3:o:mihon:os\\:x:1.2\\(3\\):*:*:*:*:*:*:*", "cpe:2.3:o:mihon:os\\:x", ("=1.2(3)",)),
        ("cpe:/o:mihon:os:1.2", "cpe:/o:mihon:os", ("=1.2",)),
        ("cpe:2.3:o:mihon:os:*:*:*:*:*:*:*:*", "cpe:2.3:o:mihon:os", ()),
    ],
)
def test_a_cpe_name_is_kept_up_to_the_product_and_tells_a_version_that_is_missing(
    cpe: str, short: str, ranges: tuple[str, ...]
) -> None:
    product = {"product_id": "P1", "name": "MihonOS", "product_identification_helper": {"cpe": cpe}}
    one = statement({"full_product_names": [product]}, AFFECTED)
    assert (one.about.cpe, one.about.is_hardware, one.ranges) == (short, False, ranges)


def test_a_device_is_told_from_firmware_by_its_cpe_name() -> None:
    assert _about(firmware(leaf("product_version", "1.0", "P1", cpe="cpe:/h:mihon:mr-1:1.0"))).is_hardware


@pytest.mark.parametrize(
    ("full_name", "ranges"),
    [
        ("MihonOS: All versions", ("*",)),
        ("Mihon MihonOS: vers:all/*", ("*",)),
        ("MihonOS", ("*",)),
        ("another name 3", ("*",)),
        ("MihonOS: with boot loader 05.65.00.BD and prior", ()),
    ],
)
def test_every_version_is_not_believed_where_the_full_name_is_narrower(
    full_name: str, ranges: tuple[str, ...]
) -> None:
    tree = firmware(leaf("product_version", "vers:all/*", "P1", full_name))
    assert statement(tree, AFFECTED).ranges == ranges


def _hardware(*names: str) -> Shape:
    leaves = [leaf("product_name", name, f"H{number}") for number, name in enumerate(names)]
    return branch("vendor", "Mihon", *leaves)


def _installed(product_id: str, software: str, hardware: str) -> Shape:
    return {
        "category": "installed_on",
        "product_reference": software,
        "relates_to_product_reference": hardware,
        "full_product_name": {"product_id": product_id, "name": f"{software} on {hardware}"},
    }


def test_firmware_installed_on_hardware_speaks_of_those_models_alone() -> None:
    tree = firmware(version("1.2", "S1"))
    branches = [*tree["branches"], _hardware("MR-1", "MR-2")]  # type: ignore[misc]
    relations = [_installed("P1", "S1", "H0"), _installed("P2", "S1", "H1")]
    one = statement(
        {"branches": branches, "relationships": relations}, vulnerability(known_affected=["P1", "P2"])
    )
    assert (one.about.name, one.about.hardware, one.ranges) == ("MihonOS", ("MR-1", "MR-2"), ("=1.2",))


def test_models_with_other_versions_stay_apart() -> None:
    tree = firmware(version("1.2", "S1"), version("1.3", "S2"))
    branches = [*tree["branches"], _hardware("MR-1", "MR-2")]  # type: ignore[misc]
    relations = [_installed("P1", "S1", "H0"), _installed("P2", "S2", "H1")]
    both = statements(
        {"branches": branches, "relationships": relations}, vulnerability(known_affected=["P1", "P2"])
    )
    assert {(one.about.hardware, one.ranges) for one in both} == {
        (("MR-1",), ("=1.2",)),
        (("MR-2",), ("=1.3",)),
    }


def test_a_product_path_of_2_1_says_what_relationships_say() -> None:
    tree = firmware(version("1.2", "S1"))
    path = {
        "beginning_product_reference": "S1",
        "full_product_name": {"product_id": "P1", "name": "MihonOS on MR-2 in MR-1"},
        "subpaths": [
            {"category": "installed_on", "next_product_reference": "H1"},
            {"category": "default_component_of", "next_product_reference": "H0"},
        ],
    }
    branches = [*tree["branches"], _hardware("MR-1", "MR-2")]  # type: ignore[misc]
    one = statement({"branches": branches, "product_paths": [path]}, AFFECTED)
    assert (one.about.hardware, one.ranges) == (("MR-2", "MR-1"), ("=1.2",))


def test_a_relation_may_stand_before_the_one_it_refers_to() -> None:
    tree = firmware(version("1.2", "S1"))
    branches = [*tree["branches"], _hardware("MR-1", "MR-2")]  # type: ignore[misc]
    relations = [_installed("P1", "P2", "H0"), _installed("P2", "S1", "H1")]
    assert statement({"branches": branches, "relationships": relations}, AFFECTED).about.hardware == (
        "MR-2",
        "MR-1",
    )


def test_one_id_for_what_is_below_and_above_a_fix_means_either_by_its_status() -> None:
    tree = firmware(
        spread("vers:generic/MihonOS<10.2.9-h1", "P1"), spread("vers:generic/MihonOS>=10.2.9-h1", "P1")
    )
    one = statement(tree, vulnerability(known_affected=["P1"], fixed=["P1"]))
    assert (one.ranges, one.unaffected, one.fixed_in) == (("<10.2.9-h1",), (">=10.2.9-h1",), ("10.2.9-h1",))
