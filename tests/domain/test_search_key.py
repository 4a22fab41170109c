import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.search_key import search_key


@pytest.mark.parametrize(
    "written",
    [
        "FG-60F",
        "ＦＧ－６０Ｆ",
        "ＦＧー６０Ｆ",
        "fg 60f",
        "FG‐60F",
        "FG‑60F",
        "FG–60F",
        "FG—60F",
        "FG−60F",
        "FG_60F",
        "FG　60F",
        "FG\u00a060F",
        "FG\u200b60F",
        "FGｰ60F",
        "FG─60F",
    ],
)
def test_a_part_number_is_found_however_it_is_typed(written: str) -> None:
    assert search_key(written) == "fg60f"


@pytest.mark.parametrize(
    "written", ["バッファロー", "ﾊﾞｯﾌｧﾛｰ", "ばっふぁろー", "バッファロー　", "バ・ッファロー"]
)
def test_kana_widths_and_hiragana_are_one(written: str) -> None:
    assert search_key(written) == "バッファロー"


def test_the_long_vowel_of_a_word_is_kept() -> None:
    assert search_key("ルーター") != search_key("ルータ")
    assert search_key("サーバー-2") == "サーバー2"


def test_company_marks_are_written_out() -> None:
    assert search_key("㈱見本") == search_key("(株)見本")


def test_a_variant_selector_does_not_hide_a_name() -> None:
    assert search_key("葛\U000e0100城") == search_key("葛城")


def test_wave_dashes_are_one() -> None:
    assert search_key("1〜2") == search_key("1～2")


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


_MODEL = st.text(alphabet="ABCXYZabcxyz0123456789-/.() ", max_size=30)


@given(_MODEL)
@settings(max_examples=100)
def test_width_and_case_do_not_matter(model: str) -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in model)
    assert search_key(wide) == search_key(model)
    assert search_key(model.upper()) == search_key(model.lower())


@given(st.text(alphabet="AB01", min_size=1, max_size=8), st.sampled_from("-‐‑‒–—―−－ー_ 　・･·"))
@settings(max_examples=100)
def test_hyphens_spaces_and_dots_do_not_matter(model: str, between: str) -> None:
    assert search_key(between.join(model)) == search_key(model)


@given(st.text(alphabet=st.characters(min_codepoint=0x30A1, max_codepoint=0x30FA), max_size=20))
@settings(max_examples=100)
def test_hiragana_equals_katakana(word: str) -> None:
    hiragana = "".join(chr(ord(one) - 0x60) if one <= "ヶ" else one for one in word)
    assert search_key(hiragana) == search_key(word)


@given(st.text(max_size=20))
@settings(max_examples=100)
def test_a_decomposed_text_equals_a_composed_one(text: str) -> None:
    assert search_key(unicodedata.normalize("NFKD", text)) == search_key(unicodedata.normalize("NFKC", text))
