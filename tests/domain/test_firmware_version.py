"""What the order of versions says, and where it says that it does not know."""

import csv
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.firmware_version import (
    SCHEMES,
    Relation,
    Version,
    canonical,
    compare,
    is_readable,
    listing_key,
    train,
)

OLDER, SAME, NEWER = Relation.OLDER, Relation.SAME, Relation.NEWER
INCOMPARABLE, UNKNOWN = Relation.INCOMPARABLE, Relation.UNKNOWN
MIRROR = {OLDER: NEWER, NEWER: OLDER, SAME: SAME, INCOMPARABLE: INCOMPARABLE, UNKNOWN: UNKNOWN}


# --- orders that makers' own notes show


@pytest.mark.parametrize(
    ("scheme", "older", "newer"),
    [
        ("yamaha_rev", "Rev.9.01.13", "Rev.9.01.51"),
        ("yamaha_rev", "Rev.15.02.09", "RTX830 Rev.15.02.31 (Tue Jul  2 10:00:00 2024)"),
        ("nec_ix", "10.7.18", "10.11.6"),
        ("nec_ix", "8.9.17", "8.9.17B"),
        ("nec_ix", "8.9.17B", "8.9.18"),
        ("ver_2part", "Ver.1.09", "Ver.1.19"),
        ("ver_2part", "Ver.1.99", "Ver.2.00"),
        ("ver_3part", "Ver.1.4.2", "Ver.1.10.0"),
        ("ver", "Ver.1.4.2", "Ver.1.10.0"),
        ("ver", "Ver.1.05", "1.06"),
        ("dotted", "2.8.75", "2.8.123e"),
        ("dotted", "7.21rc2", "7.21"),
        ("dotted", "7.20.8", "7.21beta5"),
        ("dotted", "1.1.3 Build 20240415", "1.1.3 Build 20240501"),
        ("fortios", "6.0.4", "6.0.5"),
        ("fortios", "7.4.9", "7.4.10"),
        ("fortios", "7.2.12", "7.4.1"),
        ("cisco_ios", "15.2(7)E9", "15.2(7)E10"),
        ("cisco_ios", "15.1(4)M0b", "15.1(4)M1"),
        ("cisco_ios", "15.1(1)SY6", "15.1(2)SY"),
        ("cisco_iosxe", "16.6.5", "16.6.5a"),
        ("cisco_iosxe", "17.15.2", "17.15.2b"),
        ("cisco_iosxe", "3.16.4bS", "3.16.5S"),
        ("cisco_iosxe", "16.6.3", "16.6.4s"),
        ("sonicos", "7.1.2-7019", "7.1.3-7015"),
        ("sonicos", "6.5.4.14-109n", "6.5.4.15-117n"),
        ("watchguard", "12.10.4", "12.10.4 Update 1"),
        ("watchguard", "11.12.4_Update1", "12.5.3"),
        ("watchguard", "2025.1.3", "2026.2"),
        ("sophos", "v19 MR1", "SFOS 20.0.2 MR-2-Build378"),
        ("sophos", "19.5 GA", "19.5.1 MR-1"),
        ("synology", "7.1.1-42962-2", "7.1.1-42962-7"),
        ("synology", "DSM 7.1.1-42962 Update 7", "DSM 7.2-64570"),
        ("qnap", "QTS 5.0.1.2234 build 20221201", "QTS 5.1.5.2645 build 20240116"),
        ("qnap", "QTS 4.2.6 build 20230621", "QTS 4.2.6 build 20240131"),
        ("quts_hero", "h5.1.0.2424 build 20230609", "QuTS hero h5.1.5.2647 build 20240118"),
        ("awplus", "5.5.1-2.6", "x930-5.5.2-0.4.rel"),
        ("awplus", "2.9.1-19", "AlliedWare 2.9.1-20"),
        ("cisco_iosxe", "3.18s", "17.9.4"),
        ("cisco_ios", "15.2(7)E6", "15.6"),
        ("cisco_ios", "12.2", "15.0(1)M"),
        ("cisco_asa", "9.12(4)65", "9.12.4.67"),
        ("cisco_asa", "9.1.7(9)", "9.2.1"),
        ("cisco_nxos", "7.0(3)I7(9)", "7.0(3)I7(10)"),
        ("cisco_nxos", "9.3(9)", "9.3(10)"),
        ("coded", "2VG_S000.002.56", "2VG_S000.002.561"),
        ("coded", "t380sy0j302", "T380SY0J354"),
        ("coded", "3.20r01", "3.20R02"),
        ("coded", "22.7R2.4", "22.7R2.5"),
        ("coded", "11-30-04", "11-30-05"),
        ("fortios", "5.2.1.81", "5.2.1.82"),
        ("netgear", "1.0.9.92_1", "1.0.10.94"),
        ("dlink", "250126", "250416"),
        ("bios", "001.2602A", "001.2602B"),
        ("panos", "10.2.9", "10.2.9-h1"),
        ("panos", "10.2.9-h21", "10.2.10"),
        ("meraki", "MX 18.107.2", "MX 18.211.2"),
        ("ricoh", "System/Copy 1.99-00", "System/Copy 2.00-00"),
        ("zyxel", "V5.21(AAZF.15)C0", "V5.21(AAZF.17)C0"),
        ("zyxel", "5.17\\(abyo.7.1\\)c0", "5.17(ABYO.7.2)C0"),
        ("zyxel", "5.17(ABYO.7)C0", "5.17(ABYO.7.1)C0"),
        ("ver_2part", "Ver.1.99β", "1.99"),
        ("ver_2part", "1.98", "1.99 beta"),
        ("ver", "2.32 prebeta", "2.32 beta"),
        ("ver_2part", "1.78-0.03", "1.79-0.01"),
        ("common", "V4.0.17.0", "4.0.18.0"),
        ("common", "Ver.1.09", "1.10"),
        ("common", "3.7.9", "3.10.1"),
        ("common", "1.0", "9.3.0.7"),
        ("common", "1.9", "1.10.1"),
        ("fujitsu", "V20.54", "V20.55"),
        ("zyxel", "5.36 Patch 2", "V5.38(ABFV.1)"),
        ("zyxel", "ZLD V4.60", "5.37 Patch 1"),
        ("zyxel", "V1.00(ABCD.2)b3", "V1.00(ABCD.2)C0"),
        ("tplink", "1.1.3 Build 20221125", "Archer AX3000(JP)_V1_1.1.3 Build 20240415"),
        ("tplink", "3.16.9 build 200409", "3.16.9 Build 20210101 Rel.70591n"),
        ("tplink", "230601", "Archer C7(JP)_V2_230602"),
        ("netgear", "V1.0.4.98_10.0.71", "1.0.4.120_10.0.91"),
        ("dlink", "1.05B02", "v1.10.B01"),
        ("asus", "3.0.0.4.386_46061", "3.0.0.4_388_24328"),
        ("junos", "22.4R3", "22.4R3-S2"),
        ("junos", "22.4R3-S2", "22.4R3-S2.6"),
        ("junos", "22.4R3-S10", "23.2R1"),
        ("junos", "15.1X49-D70", "15.1X49-D240"),
        ("junos", "21.2R3-S2-EVO", "21.2R3-S8-EVO"),
        ("arubaos", "ArubaOS 8.10.0.9", "8.10.0.12"),
        ("aruba_switch", "FL.10.13.0005", "FL.10.13.1000"),
        ("aruba_switch", "WC.16.10.0025", "WC.16.11.0012"),
        ("sonicos", "6.5.4.4-44v-21-2079", "6.5.4.4-44v-21-2395"),
        ("sonicwall_sma", "10.2.1.9-57sv", "10.2.1.10-62sv"),
        ("netscaler", "13.1-51.15", "13.1-53.17"),
        ("netscaler", "13.1-53.17", "14.1-12.35"),
        ("bios", "1.9.0", "1.26.0"),
        ("bios", "F.9", "F.23"),
        ("bios", "S70 Ver. 01.05.04", "S70 Ver. 01.26.00"),
        ("fujitsu", "V01L06NF0401", "V01L20NF0001"),
        ("fujitsu", "V02L19C01", "V02L19C02"),
        ("vmware", "8.0", "8.0 Update 1"),
        ("vmware", "ESXi 8.0 U3", "8.0 Update 3b"),
        ("ontap", "9.13.1RC1", "9.13.1"),
        ("ontap", "9.13.1P5", "9.13.1P10"),
        ("lenovo_bios", "N2HET83W (1.66 )", "N2HET84W (1.67 )"),
        ("lenovo_bios", "L2CN33WW", "L2CN34WW"),
    ],
)
def test_the_later_release_is_newer(scheme: str, older: str, newer: str) -> None:
    assert compare(scheme, older, newer) is OLDER
    assert compare(scheme, newer, older) is NEWER


@pytest.mark.parametrize(
    ("scheme", "a", "b"),
    [
        ("yamaha_rev", "RTX1220 Rev.15.04.04 (Mon Jun 13 16:36:19 2022)", "15.04.04"),
        ("yamaha_rev", "ファームウェア Rev.15.02.09", "Rev.15.02.09"),
        ("nec_ix", "Version 10.7.18, RELEASE SOFTWARE", "Ver.10.7.18"),
        ("ver_2part", "Ver. 1.07", "1.07"),
        ("ver_3part", "Ver．２．１．９", "v2.1.9"),
        ("dotted", "1.0.01.05", "1.0.1.5"),
        ("dotted", "7.3", "7.3.0"),
        ("fortios", "FortiOS v7.4.8,build2795 (GA)", "7.4.8"),
        ("fortios", "７．４．８", "v7.4.8"),
        ("fortios", "7.2.11.M", "7.2.11"),
        ("cisco_ios", "15.2\\(7\\)e10", "15.2(7)E10"),
        ("cisco_iosxe", "17.12.04a", "17.12.4a"),
        ("cisco_iosxe", "03.16.04b.S", "3.16.4bS"),
        ("sonicos", "SonicOS 7.1.2-7018-R6177", "7.1.2-7018"),
        ("watchguard", "Fireware v12.5.12+687697", "12.5.12"),
        ("watchguard", "11.12.4_Update1", "11.12.4 Update 1"),
        ("sophos", "SFOS 20.0.2 MR-2-Build378", "v20 MR2"),
        ("sophos", "v19 MR1", "19.0.1"),
        ("sophos", "21.0 MR1 (21.0.1)", "SFOS 21.0.1"),
        ("raw", "V68RK50A", "Ver.v68rk50a"),
        ("synology", "DSM 7.2.2-72806 Update 1", "7.2.2-72806-1"),
        ("qnap", "QTS 5.2.0.2737 build 20240417", "5.2.0.2737"),
        ("quts_hero", "QuTS hero h5.1.5.2647", "h5.1.5.2647 build 20240118"),
        ("awplus", "AlliedWare Plus™ 5.5.2-0.4", "x930-5.5.2-0.4.rel"),
        ("cisco_asa", "9.12(4)65", "9.12.4.65"),
        ("cisco_iosxe", "3.10s.0", "3.10.0S"),
        ("cisco_iosxe", "3.4s.0a", "3.4.0aS"),
        ("cisco_iosxe", "3.13s_3.13.0as", "3.13.0aS"),
        ("cisco_iosxe", "3.2.3sg", "3.2.3SG"),
        ("cisco_nxos", "NX-OS 8.4(2F)", "8.4(2f)"),
        ("dlink", "110b03", "1.10B03"),
        ("junos", "12.1x44 d10", "12.1X44-D10"),
        ("tplink", "3.16.4 130205", "3.16.4 Build 130205"),
        ("tplink", "V3_1.1.4", "1.1.4"),
        ("zyxel", "3.40\\(ahq.3\\)", "3.40(AHQ.3)"),
        ("panos", "PAN-OS 10.2.9-h1", "10.2.9-h1"),
        ("meraki", "MR30.7", "MR 30.7"),
        ("ricoh", "System/Copy 2.00-00", "2.00-00"),
        ("lenovo_bios", "N2HET84W (1.67 )", "N2HET84W (1.67)"),
        ("zyxel", "ZLD V5.37", "5.37"),
        ("zyxel", "V5.37(ABFV.1)C0", "5.37(abfv.1)"),
        ("tplink", "1.3.0 build 20230322 Rel.70591", "1.3.0_build_20230322"),
        ("netgear", "V1.0.4.120_10.0.91", "1.0.4.120"),
        ("dlink", "v2.10.B01", "2.10B01"),
        ("arubaos", "ArubaOS 8.10.0.12", "8.10.0.12"),
        ("aruba_switch", "AOS-CX 10.13.1000", "FL.10.13.1000"),
        ("bios", "BIOS 1.26.0", "1.26"),
        ("netscaler", "NetScaler ADC 14.1-12.35", "14.1-12.35"),
        ("vmware", "ESXi80U3b-24280767", "8.0 Update 3b"),
        ("raw", "Ｘ１　 build 5", "X1 build 5"),
    ],
)
def test_two_spellings_of_one_version_are_the_same(scheme: str, a: str, b: str) -> None:
    assert compare(scheme, a, b) is SAME
    assert compare(scheme, canonical(scheme, a), b) is SAME


@pytest.mark.parametrize(
    ("scheme", "a", "b"),
    [
        ("yamaha_rev", "Rev.15.02.17", "Rev.14.01.38"),
        ("watchguard", "2025.1.3", "12.11.5"),
        ("ver", "Ver.1.09", "Ver.1.4.2"),
        ("common", "2405", "3.1.2"),
        ("common", "1.09", "1.4.2"),
        ("watchguard", "12.5.12", "12.10.4"),
        ("sonicos", "7.0.1-5161", "6.5.4.15-117n"),
        ("sonicos", "6.5.4.4-44v-21-2079", "6.5.4.4-44n"),
        ("zyxel", "V5.21(AAZF.15)C0", "V5.21(ABAG.12)C0"),
        ("tplink", "230602", "1.1.3 Build 20230602"),
        ("awplus", "2.9.1-20", "5.5.2-0.4"),
        ("cisco_nxos", "7.0(3)I7(9)", "7.0(3)F3(1)"),
        ("coded", "T380SY0J354", "T410SY0J354"),
        ("fujitsu", "V02L19C01", "4.30.4"),
        ("ricoh", "2.00-00", "3.5.1.201"),
        ("junos", "21.2R3-S8-EVO", "21.2R3-S8"),
        ("junos", "15.1X49-D240", "15.1R7"),
        ("aruba_switch", "FL.10.13.1000", "GL.10.13.1000"),
        ("netscaler", "13.1-FIPS 13.1-37.183", "13.1-53.17"),
        ("bios", "A12", "1.26.0"),
        ("bios", "S70 Ver. 01.05.04", "S71 Ver. 01.05.04"),
        ("qnap", "QuTS hero h5.1.5.2647", "QTS 5.1.5.2645"),
        ("quts_hero", "QTS 5.1.5.2645", "5.1.5.2647"),
        ("synology", "DSM 7.2.2-72806", "SRM 1.3.1-9346"),
        ("cisco_ios", "15.2(7)E10", "15.2(4)M11"),
        ("cisco_ios", "15.2(7a)E0b", "15.2(7)E1"),
        ("cisco_iosxe", "3.16.4bS", "3.6.5bE"),
        ("cisco_iosxe", "16.6.4s", "16.6.4a"),
        ("cisco_iosxe", "16.12.1s", "16.12.1t"),
        ("fortios", "FortiOS 7.4.8", "FortiWeb 7.4.8"),
        ("meraki", "MX 18.211.2", "MR 30.7"),
        ("lenovo_bios", "N2HET84W (1.67 )", "N24ET76W (1.51)"),
    ],
)
def test_another_line_or_product_is_incomparable(scheme: str, a: str, b: str) -> None:
    assert compare(scheme, a, b) is INCOMPARABLE
    assert compare(scheme, b, a) is INCOMPARABLE


@pytest.mark.parametrize(
    ("scheme", "a", "b"),
    [
        ("ver_2part", "Ver.1.9", "Ver.1.09"),
        ("ver_2part", "Ver.1.9", "Ver.1.10"),
        ("ver_2part", "1.1", "1.10"),
        ("ver", "Ver.1.9", "Ver.1.10"),
        ("ver_2part", "1.78-0.03", "1.78-0.04"),
        ("common", "1.9", "1.10"),
        ("common", "v6 R4", "v6 R5"),
        ("sophos", "21.0 MR1 (20.0.1)", "21.0.1"),
        ("fortios", "7.4", "7.4.8"),
        ("cisco_ios", "15.6", "15.6(3)M1"),
        ("fortios", "7.4.8 build 2795", "7.4.8 build 9999"),
        ("sonicos", "7.0.1", "7.0.1-5035"),
        ("synology", "DSM 7.2.2", "7.2.2-72806-1"),
        ("qnap", "5.1.7", "5.1.7.2770"),
        ("qnap", "5.1.7 build 20240520", "5.1.7.2770"),
        ("awplus", "AlliedWare Plus (TM) 5.5.2", "5.5.2-0.4"),
        ("dotted", "1.1.3", "1.1.3 Build 20240415"),
        ("sophos", "20.0.2 MR-3", "20.0.2"),
        ("zyxel", "5.38", "V5.38(ABFV.1)"),
        ("tplink", "1.1.3", "1.1.3 Build 20240415"),
        ("netgear", "1.0.4.120_10.0.91", "1.0.4.120_10.0.92"),
        ("dlink", "1.05", "1.05B02"),
        ("dlink", "1.05B02_hotfix", "1.05B03"),
        ("junos", "22.4", "22.4R3"),
        ("arubaos", "8.10", "8.10.0.12"),
        ("sonicos", "7.0.1-R1456", "7.0.1-5035"),
        ("fujitsu", "V01L20", "V01L20NF0001"),
        ("fujitsu", "V01L20NF0001", "V01L20NY0002"),
        ("vmware", "8.0 U3 build 24022510", "8.0 U3 build 24280767"),
        ("cisco_iosxe", "3.16.4", "3.16.5S"),
        ("lenovo_bios", "N2HET84W", "N2HET84W (1.67)"),
        ("lenovo_bios", "N2HET84W (1.67)", "N2HET85W (1.67)"),
        ("raw", "V68RK50A", "V68RK50B"),
        ("no such scheme", "1.0", "1.1"),
        ("fortios", "", "7.4.8"),
        ("fortios", "", ""),
        ("fortios", "不明", "7.4.8"),
        ("ricoh", "2.00", "2.00-00"),
    ],
)
def test_what_the_writing_leaves_open_is_unknown(scheme: str, a: str, b: str) -> None:
    assert compare(scheme, a, b) is UNKNOWN
    assert compare(scheme, b, a) is UNKNOWN


def test_two_parts_are_ordered_where_figures_and_fraction_agree() -> None:
    assert compare("ver_2part", "1.05", "1.9") is OLDER
    assert compare("ver_2part", "1.9", "2.01") is OLDER


def test_what_came_before_the_parting_of_lines_stays_comparable() -> None:
    assert compare("watchguard", "12.4.1", "12.5.12") is OLDER
    assert compare("watchguard", "12.4.1", "12.11.5") is OLDER
    assert compare("watchguard", "2025.1", "12.4.1") is INCOMPARABLE


def test_a_scheme_is_never_guessed() -> None:
    assert compare("raw", "1.0.0", "1.0") is UNKNOWN
    assert compare("raw", "1.0.0", "1.0.1") is UNKNOWN
    assert not is_readable("raw", "1.0.0")


@pytest.mark.parametrize(
    ("scheme", "version", "name"),
    [
        ("fortios", "v7.4.8,build2795", "7.4"),
        ("yamaha_rev", "Rev.9.01.13", "9.01"),
        ("yamaha_rev", "RTX1220 Rev.15.04.04 (Mon Jun 13 16:36:19 2022)", "15.04"),
        ("nec_ix", "10.10.21", "10.10"),
        ("cisco_ios", "15.2(7)E10", "15.2E"),
        ("cisco_iosxe", "17.12.04a", "17.12"),
        ("cisco_iosxe", "3.16.4bS", "3.16S"),
        ("sonicos", "7.1.2-7019", "7.1"),
        ("watchguard", "12.10.4 Update 1", "12.10"),
        ("watchguard", "2025.1.3", "2025.1"),
        ("sophos", "v19 MR1", "19.0"),
        ("synology", "DSM 7.2.2-72806 Update 3", "7.2.2"),
        ("qnap", "QTS 5.1.8.2823 build 20240712", "5.1"),
        ("quts_hero", "QuTS hero h5.1.5.2647", "h5.1"),
        ("awplus", "5.5.2-0.4", "5.5.2"),
        ("panos", "10.2.9-h1", "10.2"),
        ("meraki", "MX 18.211.2", "18"),
        ("ver_3part", "Ver.2.1.9", ""),
        ("raw", "7.4.8", ""),
        ("fortios", "not a version", ""),
    ],
)
def test_a_train_is_the_branch_that_fixes_are_issued_for(scheme: str, version: str, name: str) -> None:
    assert train(scheme, version) == name


def test_a_release_includes_its_builds_and_nothing_else() -> None:
    def includes(release: str, version: str) -> bool:
        return Version.read("sonicos", release).includes(Version.read("sonicos", version))

    assert includes("7.0.1", "7.0.1-5035")
    assert not includes("7.0.1-5035", "7.0.1-5035")
    assert not includes("7.0.1", "7.1.1-7040")
    assert not includes("7.0.1", "unknown")


def test_what_is_not_read_keeps_its_own_spelling() -> None:
    assert canonical("fortios", "　六代目　") == "六代目"


def test_a_list_is_sorted_by_version_not_by_spelling() -> None:
    versions = ["7.4.10", "7.4.9", "v7.2.11", "?", "7.4"]
    assert sorted(versions, key=lambda one: listing_key("fortios", one)) == [
        "?",
        "v7.2.11",
        "7.4",
        "7.4.9",
        "7.4.10",
    ]


# --- real pairs

SCHEME_OF_PAIRS = {
    "pan-os": "panos",
    "fortimanager": "fortios",
    "fortiweb": "fortios",
    "spelling_yamaha": "yamaha_rev",
    "gt_yamaha": "yamaha_rev",
    "spelling_nec": "ver_3part",
    "gt_nec": "ver_3part",
    "spelling_elecom": "ver_3part",
    "gt_elecom": "ver_3part",
    "spelling_buffalo": "ver_2part",
    "gt_buffalo": "ver_2part",
    "gt_sonicwall": "sonicos",
    "gt_watchguard": "watchguard",
    "gt_qnap": "qnap",
    "gt_synology": "synology",
    "gt_ricoh": "ricoh",
    "gt_palo": "panos",
    "gt_fortinet": "fortios",
}
SCHEME_OF_LINES = {
    "QuTS hero": "quts_hero",
    "QuTS hero / QTS": "qnap",
    "WatchGuard 20xx / 12.x": "watchguard",
    "SonicOS generations": "sonicos",
    "Catalyst 1000-24T-4G-L": "cisco_ios",
}
ANSWERS = {"<": {OLDER}, ">": {NEWER}, "=": {SAME}, "?": {INCOMPARABLE, UNKNOWN}}


def _scheme_of(row: dict[str, str]) -> str:
    if row["line"].startswith("Yamaha"):
        return "yamaha_rev"
    named = SCHEME_OF_LINES.get(row["line"]) or SCHEME_OF_PAIRS.get(row["scheme"], row["scheme"])
    return named if named in SCHEMES else "dotted"


def test_every_real_pair_is_judged_as_its_makers_do(shared_data: Path) -> None:
    with (shared_data / "version_pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [
        (row["line"], row["a"], row["expected"], row["b"])
        for row in rows
        if compare(_scheme_of(row), row["a"], row["b"]) not in ANSWERS[row["expected"]]
    ]
    assert wrong == []
    assert len(rows) >= 500


# --- what holds for all versions


def _written(form: str, *parts: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda values: form.format(*values))


few = st.integers(0, 3)
patch = st.integers(0, 12)
build = st.integers(5000, 5004)

FULL_VERSIONS: dict[str, st.SearchStrategy[str]] = {
    "fortios": _written("{}.{}.{}", few, few, patch),
    "cisco_ios": _written(
        "15.{}({}){}{}{}", few, few, st.sampled_from("EM"), patch, st.sampled_from(["", "a"])
    ),
    "cisco_iosxe": _written("{}.{}.{}{}", st.integers(16, 18), few, few, st.sampled_from(["", "a", "b"])),
    "yamaha_rev": _written("Rev.15.{:02d}.{:02d}", few, patch),
    "nec_ix": _written("10.{}.{}{}", few, patch, st.sampled_from(["", "A", "B"])),
    "ver_2part": _written("Ver.{}.{}", few, st.sampled_from(["0", "05", "09", "1", "10", "5", "9", "99"])),
    "ver": _written("Ver.{}.{:02d}{}", few, patch, st.sampled_from(["", ".0", ".1"])),
    "ver_3part": _written("Ver.{}.{}.{}", few, few, patch),
    "sonicos": _written("{}.{}.1-{}", st.integers(6, 7), few, build),
    "watchguard": _written(
        "{}.{}{}", st.integers(11, 13), st.integers(3, 7), st.sampled_from(["", " Update 1"])
    ),
    "sophos": _written("SFOS {}.{}.{}", few, few, few),
    "synology": _written("7.{}-{}-{}", few, build, few),
    "qnap": _written("5.{}.{}.{}", few, few, build),
    "quts_hero": _written("h5.{}.{}.{}", few, few, build),
    "awplus": _written("5.5.{}-{}.{}", few, few, patch),
    "panos": _written("10.{}.{}-h{}", few, few, few),
    "meraki": _written("MX {}.{}.{}", few, few, patch),
    "ricoh": _written("{}.{:02d}-{:02d}", few, patch, few),
    "lenovo_bios": _written("N2HET{0:02d}W (1.{0:02d} )", patch),
    "zyxel": _written("V5.{:02d}(ABFV.{}){}", patch, few, st.sampled_from(["", "C0", "b1"])),
    "cisco_asa": _written("9.{}({}){}", few, few, patch),
    "cisco_nxos": _written("7.0({})I{}({})", few, few, patch),
    "coded": _written("2VG_S{}.{}.{}", few, few, patch),
    "tplink": _written("1.{}.{} Build 2024{:04d}", few, patch, st.integers(101, 104)),
    "netgear": _written("V1.0.{}.{}", few, patch),
    "dlink": _written("{}.{:02d}B{:02d}", few, patch, few),
    "asus": _written("3.0.0.4.{}_{}", st.integers(386, 388), build),
    "junos": _written("2{}.4R{}{}", few, few, st.sampled_from(["", "-S1", "-S2", "-S2.1"])),
    "arubaos": _written("8.{}.0.{}", few, patch),
    "aruba_switch": _written("FL.10.{:02d}.{:04d}", few, build),
    "sonicwall_sma": _written("10.2.{}.{}-{}sv", few, patch, st.integers(50, 60)),
    "netscaler": _written("1{}.1-{}.{}", few, patch, few),
    "bios": _written("1.{}.{}", patch, few),
    "fujitsu": _written("V0{}L{:02d}NF{:04d}", few, patch, few),
    "vmware": _written("{}.0{}", st.integers(6, 8), st.sampled_from(["", " U1", " U1a", " Update 2"])),
    "ontap": _written("9.{}.1{}", patch, st.sampled_from(["", "RC1", "P1", "P10"])),
    "dotted": _written("{}.{}{}", few, patch, st.sampled_from(["", "a", "rc1", "beta2", ".0"])),
    "common": _written("V{}.{}.{:02d}", few, few, patch),
    "raw": st.sampled_from(["A1", "B2", "C3"]),
}
SEVERAL_TRAINS = sorted(
    name for name in FULL_VERSIONS if name not in ("ver", "ver_2part", "raw", "watchguard")
)


def test_every_scheme_is_tried() -> None:
    assert set(FULL_VERSIONS) == SCHEMES


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_an_order_has_no_contradiction(scheme: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(FULL_VERSIONS[scheme], min_size=3, max_size=3))
    def holds(versions: list[str]) -> None:
        for a, b, c in itertools.permutations(versions):
            assert compare(scheme, a, b) is MIRROR[compare(scheme, b, a)]
            if compare(scheme, a, b) in (OLDER, SAME) and compare(scheme, b, c) in (OLDER, SAME):
                strict = OLDER in (compare(scheme, a, b), compare(scheme, b, c))
                assert compare(scheme, a, c) is (OLDER if strict else SAME)

    holds()


@pytest.mark.parametrize("scheme", SEVERAL_TRAINS)
def test_within_a_train_every_version_has_its_place(scheme: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(FULL_VERSIONS[scheme], FULL_VERSIONS[scheme])
    def holds(a: str, b: str) -> None:
        if train(scheme, a) == train(scheme, b):
            assert compare(scheme, a, b) in (OLDER, SAME, NEWER)

    holds()


@pytest.mark.parametrize("scheme", sorted(SCHEMES - {"raw"}))
def test_one_spelling_stands_for_all(scheme: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(FULL_VERSIONS[scheme], FULL_VERSIONS[scheme])
    def holds(a: str, b: str) -> None:
        one, other = canonical(scheme, a), canonical(scheme, b)
        assert canonical(scheme, one) == one
        assert compare(scheme, one, a) is SAME
        assert train(scheme, one) == train(scheme, a)
        assert (one == other) == (compare(scheme, a, b) is SAME)

    holds()


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([*sorted(SCHEMES), "?"]),
    st.text(max_size=40) | st.text("0123456789.-()hvRerEMR ", max_size=30),
    st.text(max_size=40) | st.text("0123456789.-()hvRerEMR ", max_size=30),
)
def test_no_text_is_too_odd(scheme: str, a: str, b: str) -> None:
    assert compare(scheme, a, b) is MIRROR[compare(scheme, b, a)]
    assert compare(scheme, a, a) in (SAME, UNKNOWN)
    assert compare(scheme, canonical(scheme, a), a) in (SAME, UNKNOWN)
    assert isinstance(train(scheme, a), str)
    assert sorted([a, b], key=lambda one: listing_key(scheme, one))


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize("make", [lambda: "1." * 100_000, lambda: "v" * 100_000, lambda: "9" * 100_000])
def test_an_endless_text_is_no_version(scheme: str, make: Callable[[], str]) -> None:
    assert not is_readable(scheme, make())
    assert compare(scheme, make(), "1.0") is UNKNOWN
