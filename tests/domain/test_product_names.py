"""Names of makers and devices: what is the same, and what only looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.product_names import is_code, maker_keys, name_key, name_keys, without_first_words


@pytest.mark.parametrize(
    "spellings",
    [
        ("見本電機", "見本電機株式会社", "株式会社 見本電機", "㈱見本電機"),
        (
            "Mihon",
            "MIHON INC.",
            "mihon_inc",
            "Mihon Co., Ltd.",
            "Mihon K.K.",
            "mihon_k.k.",
            "Mihon Corporation ",
            "MIHON COMPANY, LTD.",
        ),
        ("I-O Mihon Device", "i-o_mihon_device", "I-O MIHON DEVICE, INC."),
    ],
)
def test_the_form_of_a_company_does_not_matter(spellings: tuple[str, ...]) -> None:
    assert len({maker_keys(one) for one in spellings}) == 1


def test_a_name_in_brackets_is_another_name_of_the_maker() -> None:
    assert maker_keys("Mihon Hyakka Enterprise (MHE)") == {"mihonhyakkaenterprise", "mhe"}


@pytest.mark.parametrize("text", ["", "n/a", "N/A", "misc", "unknown", " "])
def test_no_maker_has_no_name(text: str) -> None:
    assert maker_keys(text) == frozenset()


@pytest.mark.parametrize(
    ("name", "maker", "key"),
    [
        ("mr-100_firmware", "", "mr100"),
        ("MR-100 ファームウェア", "見本電機", "mr100"),
        ("MR-100ファームウエア", "見本電機", "mr100"),
        ("Mihon OS XE Software ", "Mihon", "osxe"),
        ("Mihon MR-100", "Mihon Corporation", "mr100"),
        ("MRシリーズ", "", "mr"),
        ("LTEルーター MR-100", "", "mr100"),
        ("法人向け無線AP MR-100", "", "mr100"),
        ("MR-100 (全機種)", "", "mr100"),
        ("mr-100\\/ex_firmware", "", "mr100ex"),
        ("mr%2f100", "", "mr100"),
        ("ＭＲ－１００", "", "mr100"),
        ("MR-100+", "", "mr100+"),
        ("ファームウェア", "", ""),
        ("MR Book 14 (20Ax) BIOS", "", "mrbook14"),
        ("UEFI BIOS", "", "uefibios"),
    ],
)
def test_what_says_nothing_is_taken_away(name: str, maker: str, key: str) -> None:
    assert name_key(name, maker) == key


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("MR830, MV510、MV700W および MR1210", {"mr830", "mv510", "mv700w", "mr1210"}),
        ("IM C3510/C3010", {"imc3510", "imc3010"}),
        ("WM-1166DHP/DHP2", {"wm1166dhp", "wm1166dhp2"}),
        ("MX2105/2106", {"mx2105", "mx2106"}),
        ("FLEX 50(W)", {"flex50", "flex50w"}),
        ("MR-GM3 (-D/-K/-DKS)", {"mrgm3", "mrgm3d", "mrgm3k", "mrgm3dks"}),
        ("W1200EX(-MS)", {"w1200ex", "w1200exms"}),
    ],
)
def test_each_of_several_models_is_named(name: str, keys: set[str]) -> None:
    assert keys <= name_keys(name)


def test_a_stroke_without_a_figure_behind_it_is_part_of_the_name() -> None:
    assert name_keys("UD-M1/EX") == {"udm1ex"}


def test_only_a_number_stands_for_a_device_without_its_brand() -> None:
    assert [one for one in ("ts3420dn", "60f", "2100", "station") if is_code(one)] == ["ts3420dn"]


def test_a_brand_is_taken_away_as_whole_words() -> None:
    assert without_first_words("MihonStation TS3420", "mihonstation") == "TS3420"
    assert without_first_words("MihonStationTS3420", "MihonStation") == ""


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_can_be_a_name(name: str, maker: str) -> None:
    keys = name_keys(name, maker)
    assert "" not in keys
    assert name_key(name, maker) in keys | {""}
    assert "" not in maker_keys(maker)


@given(
    st.from_regex(r"[A-Z]{2,3}[0-9]{2,4}", fullmatch=True), st.from_regex(r"[A-Z0-9]{1,3}", fullmatch=True)
)
def test_a_longer_name_is_another_name(model: str, more: str) -> None:
    assert name_keys(model).isdisjoint(name_keys(model + more))
