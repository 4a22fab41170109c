import pytest

from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from tests.feeds.csaf_documents import Shape, branch, document, firmware, leaf, read, version, vulnerability

FAMILY = "Cisco Mihon Business Router Firmware"
TREE: Shape = {"branches": [branch("vendor", "Cisco", leaf("product_family", f"{FAMILY} ", "P1"))]}
LIST = "\r\n\r\nQV160 VPN Routers\r\nQV340 VPN Routers\r\n"
VULNERABLE = f"This vulnerability affects the following Cisco products:{LIST}"
FIXED = (
    "  Cisco Product  Vulnerable Releases  First Fixed Release          "
    "QV160 and QV170 Series Routers  9.0.01.05 and earlier  9.0.01.07      "
    "QV340 and QV345 Series Routers  9.0.03.24 and earlier  9.0.03.26\r\nEnd."
)


def _notes(vulnerable: str, fixed: str, spared: str = "") -> list[Shape]:
    texts = {
        "Vulnerable Products": vulnerable,
        "Fixed Software": fixed,
        "Products Confirmed Not Vulnerable": spared,
    }
    return [{"category": "general", "title": title, "text": text} for title, text in texts.items()]


def _statements(notes: list[Shape], tree: Shape = TREE, publisher: str = "Cisco") -> tuple[Statement, ...]:
    promised = [{"category": "vendor_fix", "details": "x", "product_ids": ["P1"]}]
    shape = document(
        tree,
        vulnerability(known_affected=["P1"], remediations=promised),
        publisher={"category": "vendor", "name": publisher},
        notes=notes,
    )
    return read(shape)[0].statements


def _on(model: str) -> NamedProduct:
    return NamedProduct("Cisco", FAMILY, hardware=(model,))


def test_models_and_releases_come_from_the_notes() -> None:
    first, second = _statements(_notes(VULNERABLE, FIXED))
    assert (first.about, first.ranges, first.fixed_in) == (_on("QV160"), ("<=9.0.01.05",), ("9.0.01.07",))
    assert (second.about, second.ranges, second.fixed_in) == (_on("QV340"), ("<=9.0.03.24",), ("9.0.03.26",))
    assert first.cves == ("CVE-2026-0001",)
    assert first.stated == "QV160 VPN Routers: <=9.0.01.05; first fixed release: 9.0.01.07"


def test_no_fix_is_believed_of_the_notes_although_the_tree_promises_one() -> None:
    made = _statements(_notes(VULNERABLE, "Cisco has not released and will not release firmware updates."))
    assert {(one.about.hardware, one.ranges, one.no_fix) for one in made} == {
        (("QV160",), ("*",), True),
        (("QV340",), ("*",), True),
    }


def test_what_is_confirmed_not_vulnerable_is_so_in_every_version() -> None:
    spared = (
        "Cisco has confirmed that this vulnerability does not affect the following Cisco products:"
        "\r\n\r\nIOS Software\r\n"
    )
    *_, last = _statements(_notes(VULNERABLE, FIXED, spared))
    assert (last.about, last.unaffected) == (NamedProduct("Cisco", "IOS Software"), ("*",))


@pytest.mark.parametrize(
    ("product", "model"),
    [
        ("QV160W Wireless-AC VPN Routers", "QV160W"),
        ("Business 250 Series Smart Switches", "Business 250 Series"),
        ("Business 140AC Access Points", "Business 140AC"),
        ("Meraki MX68", "MX68"),
    ],
)
def test_a_device_goes_by_its_code_or_its_series(product: str, model: str) -> None:
    vulnerable = f"This vulnerability affects the following Cisco products:\r\n\r\n{product}\r\n"
    (one,) = _statements(_notes(vulnerable, "Cisco will not release updates."))
    assert one.about == _on(model)


@pytest.mark.parametrize(
    ("notes", "publisher"),
    [
        (_notes("See the tool.", "See the tool."), "Cisco"),
        (_notes(VULNERABLE, FIXED), "Mihon"),
        ([], "Cisco"),
    ],
)
def test_without_notes_that_can_be_read_the_family_stays_unknown(notes: list[Shape], publisher: str) -> None:
    (one,) = _statements(notes, publisher=publisher)
    assert (one.about.name, one.ranges, one.unaffected) == (FAMILY, (), ())


def test_a_tree_that_names_versions_is_believed() -> None:
    tree = firmware(version("17.9.4", "P1"), name="MihonOS XE", maker="Cisco")
    (one,) = _statements(_notes(VULNERABLE, FIXED), tree)
    assert (one.about.name, one.ranges) == ("MihonOS XE", ("=17.9.4",))
