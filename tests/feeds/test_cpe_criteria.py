import pytest

from jcssa_desktop.feeds.cpe_criteria import ANY, NOT_APPLICABLE, read_criteria


@pytest.mark.parametrize(
    ("text", "vendor", "product", "version"),
    [
        ("cpe:2.3:o:mihon:mr-1_firmware:1.07:*:*:*:*:*:*:*", "mihon", "mr-1_firmware", "1.07"),
        (r"cpe:2.3:h:mihon:mr-1\/e:-:*:*:*:*:*:*:*", "mihon", "mr-1/e", NOT_APPLICABLE),
        (r"cpe:2.3:o:mihon:os:15.2\(8\)e2:*:*:*:*:*:*:*", "mihon", "os", "15.2(8)e2"),
        (r"cpe:2.3:a:mihon\:denki:os:*:*:*:*:*:*:*:*", "mihon:denki", "os", ANY),
    ],
)
def test_escaped_signs_are_taken_back(text: str, vendor: str, product: str, version: str) -> None:
    cpe = read_criteria(text)
    assert cpe is not None
    assert (cpe.vendor, cpe.product, cpe.version) == (vendor, product, version)
    assert text.startswith(cpe.name + ":")


@pytest.mark.parametrize(
    ("version", "update", "full"),
    [
        ("1.07", "sp1", "1.07 sp1"),
        ("10.1.14", "h9", "10.1.14-h9"),
        ("5.1.0.2348", "build_20230325", "5.1.0.2348 build 20230325"),
        ("21.2", "r1-s1", "21.2r1-s1"),
        ("18.5", "maintenance_release_4", "18.5 mr4"),
        ("7.0.0", "-", "7.0.0"),
        ("7.0.0", "*", "7.0.0"),
    ],
)
def test_an_update_is_a_part_of_the_version(version: str, update: str, full: str) -> None:
    cpe = read_criteria(f"cpe:2.3:o:mihon:os:{version}:{update}:*:*:*:*:*:*")
    assert cpe is not None
    assert cpe.full_version == full


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cpe:/o:mihon:os:1.0",
        "cpe:2.3:o:mihon:os:1.0",
        "cpe:2.3:x:mihon:os:1.0:*:*:*:*:*:*:*",
        "cpe:2.3:o:*:os:1.0:*:*:*:*:*:*:*",
        "cpe:2.3:o:mihon:-:1.0:*:*:*:*:*:*:*",
        "cpe:2.3:o:mihon:os:1:0:*:*:*:*:*:*:*:*",
    ],
)
def test_what_names_no_product_is_none(text: str) -> None:
    assert read_criteria(text) is None
