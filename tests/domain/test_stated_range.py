"""What a sentence about versions means, and where it means nothing certain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.affected_range import comparators, contains
from jcssa_desktop.domain.stated_models import model_names
from jcssa_desktop.domain.stated_range import ReadStatement, read_stated


def ranges(text: str) -> tuple[str, ...] | None:
    """What a text means that names no model and no CVE number; None for one that is not read."""
    read = read_stated(text)
    if not read:
        return None
    assert read == (ReadStatement(ranges=read[0].ranges),)
    return read[0].ranges


# --- one statement


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ver.3.1.4より前のバージョン", "<3.1.4"),
        ("バージョン 3.1.4未満", "<3.1.4"),
        ("３．１．４　未満", "<3.1.4"),
        ("ビルド番号 W12AB34Cより前", "<W12AB34C"),
        ("ファームウェア Rev.99.01.05 およびそれ以前", "<=99.01.05"),
        ("ファームウエア 3.14 およびそれ以前", "<=3.14"),
        ("v3.1.4およびそれ以前のバージョン", "<=3.1.4"),
        ("Ver.3.1.4以前", "<=3.1.4"),
        ("3.1.4 以下のバージョン", "<=3.1.4"),
        ("Ver.3.1.4までのすべてのバージョン", "<=3.1.4"),
        ("ver.3.1.xおよびそれ以前", "<=3.1.*"),
        ("Ver.3.1.4以降", ">=3.1.4"),
        ("3.1.4より後のバージョン", ">3.1.4"),
        ("3.0.0以上 3.1.4以下", ">=3.0.0 <=3.1.4"),
        ("Ver.3.0以上、Ver.3.1未満", ">=3.0 <3.1"),
        ("Ver.3.0 から Ver.3.1 まで", ">=3.0 <=3.1"),
        ("Ver.3.0 から Ver.3.1 より前のバージョン", ">=3.0 <3.1"),
        ("3.0.0〜3.1.4", ">=3.0.0 <=3.1.4"),
        ("３．０．０～３．１．４", ">=3.0.0 <=3.1.4"),
        ("すべてのバージョン", "*"),
        ("全バージョン", "*"),
        ("3.1系", "=3.1.*"),
        ("3.1系すべてのバージョン", "=3.1.*"),
        ("バージョン 3.1.4", "=3.1.4"),
        ("\u00a03.1.4\u00a0", "=3.1.4"),
        ("firmware Ver. 3.14 and earlier", "<=3.14"),
        ("Ver3.1.4 and prior", "<=3.1.4"),
        ("9.1.1-7051 and older versions", "<=9.1.1-7051"),
        ("3.1.4 or lower", "<=3.1.4"),
        ("through 3.1.4", "<=3.1.4"),
        ("up to and including 3.1.4", "<=3.1.4"),
        ("prior to 3.1.4", "<3.1.4"),
        ("before 3.1.4", "<3.1.4"),
        ("earlier than 3.1.4", "<3.1.4"),
        ("versions prior to System/Copy 3.00-00", "<System/Copy 3.00-00"),
        ("3.1.4 and later", ">=3.1.4"),
        ("versions newer than 3.1.4", ">3.1.4"),
        ("from Ver3.0 to Ver3.1.4", ">=3.0 <=3.1.4"),
        ("for Ver3.1 up to Ver3.1.4", ">=3.1 <=3.1.4"),
        ("3.0.0 through 3.1.4", ">=3.0.0 <=3.1.4"),
        ("3.0.0 - 3.1.4", ">=3.0.0 <=3.1.4"),
        ("3.1.0-3.1.14", ">=3.1.0 <=3.1.14"),
        ("3.1.14 to 3.1.0", ">=3.1.0 <=3.1.14"),
        ("between 3.0.0 and 3.1.4", ">=3.0.0 <=3.1.4"),
        ("versions from Ver.3.0 prior to Ver.3.1", ">=3.0 <3.1"),
        ("3.1 series prior to version3.1.4", ">=3.1 <3.1.4"),
        ("3.1.x.x: 3.1.4.2 and below", ">=3.1 <=3.1.4.2"),
        ("all versions", "*"),
        ("All versions of 3.1 series", "=3.1.*"),
        ("3.1 all versions", "=3.1.*"),
        ("3.1.x", "=3.1.*"),
        ("3.1.*", "=3.1.*"),
        ("All versions < V3.1", "<3.1"),
        ("<= 3.01.04", "<=3.01.04"),
        ("0 < 3.1.4", "<3.1.4"),
        ("3.1 <= 3.1.4", ">=3.1 <=3.1.4"),
        (">= 3.0 | < 3.1.4", ">=3.0 <3.1.4"),
        ("vers:generic/>=3.0|<=3.1", ">=3.0 <=3.1"),
        ("vers:all/*", "*"),
        ("15.9(7)E9", "=15.9(7)E9"),
        ("3.1.4以前のバージョン全て", "<=3.1.4"),
        ("3.1.4以前（3.1.4を含む）", "<=3.1.4"),
        ("less than or equal to 3.1.4", "<=3.1.4"),
        ("from (including) 3.1 up to (excluding) 3.1.4", ">=3.1 <3.1.4"),
        ("3.1.x before 3.1.4", ">=3.1 <3.1.4"),
        ("29.4 versions before 29.4R3-S2", ">=29.4 <29.4R3-S2"),
        ("3.1.0 <= version < 3.1.4", ">=3.1.0 <3.1.4"),
        (">= 3.1 and < 3.2", ">=3.1 <3.2"),
        ("prior to W9XYZ84W", "<W9XYZ84W"),
        ("W9XYZ83W (1.66) and earlier", "<=W9XYZ83W (1.66)"),
        ("earlier than F.23", "<F.23"),
        ("3.1 系の 3.1.4 およびそれ以前", ">=3.1 <=3.1.4"),
        ("9.1.7.2770 build 20240520", "=9.1.7.2770 build 20240520"),
        ("V9.38(ABCD.1)C0", "=9.38(ABCD.1)C0"),
        ("version 9.32 through 9.37 Patch 1", ">=9.32 <=9.37 Patch 1"),
        ("3.0.0 以降かつ 3.1.4 より前", ">=3.0.0 <3.1.4"),
        ("Ver3.1系は Ver3.1.4 まで", ">=3.1 <=3.1.4"),
        ("3.1-12.35 より前の 3.1 系", ">=3.1 <3.1-12.35"),
        ("3.1.4 より前の 3.1", ">=3.1 <3.1.4"),
        ("ファームウェア Ver.3.14β 以前", "<=3.14β"),
        ("Ver.3.14 以前 ※サポート終了", "<=3.14"),
        ("V20.54 およびそれ以前", "<=V20.54"),
        ("N9XYZ16W and earlier", "<=N9XYZ16W"),
        ("GC9-Y3 未満", "<GC9-Y3"),
    ],
)
def test_a_sentence_means_one_range(text: str, meant: str) -> None:
    assert ranges(text) == (meant,)


def test_a_list_means_each_of_its_ranges() -> None:
    assert ranges("3.0.2 以前、および 4.0.1 以前") == ("<=3.0.2", "<=4.0.1")
    assert ranges("7.9.0 through 7.9.5, 8.1.0 and 8.2.0 through 8.2.1") == (
        ">=7.9.0 <=7.9.5",
        "=8.1.0",
        ">=8.2.0 <=8.2.1",
    )
    assert ranges("<= 3.0.1 | <= 4.0.2") == ("<=3.0.1", "<=4.0.2")
    assert ranges(">= 3.0, < 3.1, >= 4.0, <= 4.2, = 5.0") == (">=3.0 <3.1", ">=4.0 <=4.2", "=5.0")


def test_what_is_taken_out_is_said() -> None:
    assert read_stated("vers:generic/>=3.0|<3.5|!=3.2") == (
        ReadStatement(ranges=(">=3.0 <3.5",), unaffected=("=3.2",)),
    )
    assert read_stated("MIHON-OS 3.1 None") == (ReadStatement(models=("MIHON-OS",), unaffected=("=3.1.*",)),)


# --- models and CVE numbers within the text


def test_each_model_keeps_its_own_version() -> None:
    assert read_stated("MX830 Rev.99.02.17 and earlier, MX1210 Rev.98.01.38 and earlier") == (
        ReadStatement(("MX830",), ("<=99.02.17",)),
        ReadStatement(("MX1210",), ("<=98.01.38",)),
    )
    assert read_stated("MihonOS 7.9.2 and below, 7.8.6 and below") == (
        ReadStatement(("MihonOS",), ("<=7.9.2", "<=7.8.6")),
    )
    assert read_stated("MihonOS/>=7.9.0|<=7.9.4") == (ReadStatement(("MihonOS",), (">=7.9.0 <=7.9.4",)),)
    assert read_stated("vers:generic/MIHON-OS<9.2.0-h3") == (ReadStatement(("MIHON-OS",), ("<9.2.0-h3",)),)
    assert read_stated('prior to "Mihon AX99(JP)_V1_1.1.3 Build 20240415"') == (
        ReadStatement(("Mihon AX99",), ("<1.1.3 Build 20240415",)),
    )


def test_models_joined_by_and_share_a_version() -> None:
    assert read_stated("MX830 および MX850 ファームウェア Ver.1.2 以前") == (
        ReadStatement(("MX830", "MX850"), ("<=1.2",)),
    )
    assert read_stated("MX830, MX850 Ver.1.2 and earlier") == ()


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("IM X3510/X3010", ("IM X3510", "IM X3010")),
        ("MX830/1210", ("MX830", "MX1210")),
        ("MD-LT1/EX", ("MD-LT1/EX",)),
        ("MD-LT1、MD-LT2", ("MD-LT1", "MD-LT2")),
        ("見本シリーズ", ("見本シリーズ",)),
        ("", ()),
    ],
)
def test_a_stroke_joins_models_only_where_both_have_figures(text: str, models: tuple[str, ...]) -> None:
    assert model_names(text) == models


def test_a_statement_keeps_to_the_cve_numbers_behind_it() -> None:
    assert read_stated("Ver.1.4.2より前のバージョン（CVE-2099-0001、CVE-2099-0002）") == (
        ReadStatement(ranges=("<1.4.2",), cves=("CVE-2099-0001", "CVE-2099-0002")),
    )
    assert read_stated("ver.1.1、ver.1.2(CVE-2099-0001)") == (
        ReadStatement(ranges=("=1.1", "=1.2"), cves=("CVE-2099-0001",)),
    )
    assert read_stated("* (only affected by CVE-2099-0001)") == (
        ReadStatement(ranges=("*",), cves=("CVE-2099-0001",)),
    )
    assert read_stated("見本シリーズ（CVE-2099-0001）") == (
        ReadStatement(models=("見本シリーズ",), cves=("CVE-2099-0001",)),
    )


# --- what is not certain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "0",
        "n/a",
        "unspecified",
        "See the vendor's page",
        "prior to 1.3.4 and 2.0.1",
        "1.3.4, 2.0.1 and earlier",
        "serial number 17X**** or later, and versions 1.280 and prior",
        'The first 5 digits of serial No. "26061" and prior',
        "versions before 2099 July 20 maintenance",
        "All versions with Mihon Guard < V3",
        "installed April 2099 or earlier",
        "3.1.4以前 (一部の構成を除く)",
        "1.2-1.4",
        "< 2.0, >= 1.0",
        "< 2.0 and >= 1.0",
        "2099年3月以前",
        "3.1.4 未満（国内版）",
        "Ver.3.1.4 以前 (Ver.3.0 以降)",
        "3.1.4 and earlier, 3.0 and later",
        "1,06",
        ">= 1.0 | >= 2.4",
        "9,2x",
        "3.1.4 (CVE-209-1)",
        "https://example.com/1.2",
        "4.00_Utilizes_Something_7.60c and earlier",
        "1.0 " * 5000,
    ],
)
def test_what_is_not_certain_is_not_read(text: str) -> None:
    assert read_stated(text) == ()


# --- what holds for all texts

versions = st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
prefixes = st.sampled_from(
    ["", "Ver.", "Ver. ", "v", "バージョン ", "ファームウェア Ver.", "firmware version "]
)
WORDINGS = {
    "{0}より前": "<",
    "{0} 未満": "<",
    "{0}より前のバージョン": "<",
    "prior to {0}": "<",
    "versions before {0}": "<",
    "{0}以前": "<=",
    "{0} およびそれ以前のバージョン": "<=",
    "{0}以下": "<=",
    "{0} and earlier versions": "<=",
    "{0} or older": "<=",
    "up to {0}": "<=",
    "{0}以降": ">=",
    "{0} and later": ">=",
    "{0}より後": ">",
    "later than {0}": ">",
}
SPANS = {
    "{0} から {1} まで": "<=",
    "{0}以上{1}以下": "<=",
    "from {0} to {1}": "<=",
    "{0} through {1}": "<=",
    "{0}～{1}": "<=",
    "{0} から {1} より前": "<",
    "{0}以上、{1}未満": "<",
    "from {0} prior to {1}": "<",
}


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(WORDINGS)), prefixes, versions)
def test_each_wording_is_read_back(wording: str, prefix: str, version: tuple[int, ...]) -> None:
    assert ranges(wording.format(prefix + _dotted(version))) == (WORDINGS[wording] + _dotted(version),)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(SPANS)), prefixes, versions, versions, versions)
def test_a_span_holds_what_lies_between(
    wording: str, prefix: str, one: tuple[int, ...], other: tuple[int, ...], at: tuple[int, ...]
) -> None:
    low, high = sorted((one, other))
    stated = ranges(wording.format(prefix + _dotted(low), prefix + _dotted(high)))
    assert stated is not None
    expected = low <= at < high if SPANS[wording] == "<" else low <= at <= high
    assert contains("dotted", stated, _dotted(at)) is expected


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                *"0123456789.-,、;|<>=()/*x ",
                "より前",
                "以前",
                "から",
                "and earlier",
                " to ",
                "Ver.",
                "all versions",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_no_text_is_too_odd(text: str) -> None:
    for one in read_stated(text):
        assert one.ranges or one.unaffected or one.cves
        for stated in one.ranges + one.unaffected:
            assert stated == "*" or comparators(stated)


@pytest.mark.parametrize(
    "piece", ["1.", "(", "1.0 build 1 ", "v", "CVE-2099-0001、", "以前、", "> ", "A/1", "1-", "*", "x.x"]
)
def test_a_long_text_is_read_without_delay(piece: str) -> None:
    read_stated(piece * (3_999 // len(piece)))
