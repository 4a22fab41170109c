import pytest

from jcssa_desktop.domain.catalogue_answers import MatchEntry
from jcssa_desktop.services.matching import Matcher


def entry(product_id: str, maker: str, model: str, part_number: str = "") -> MatchEntry:
    return MatchEntry(product_id, maker, (), model, part_number, ())


@pytest.fixture
def matcher() -> Matcher:
    return Matcher(
        (
            entry("60f", "フォーティネット", "FortiGate 60F", "FG-60F"),
            entry("60f-poe", "フォーティネット", "FortiGate 60F-POE", "FG-60F-POE"),
            entry("100f", "フォーティネット", "FortiGate 100F", "FG-100F"),
            entry("rtx1210", "ヤマハ", "RTX1210"),
            entry("rtx1220", "ヤマハ", "RTX1220"),
            entry("ts5420", "バッファロー", "TeraStation TS5420DN", "TS5420DN1604"),
            entry("twin-a", "見本A", "AB100"),
            entry("twin-b", "見本B", "AB100"),
        )
    )


@pytest.mark.parametrize("spelling", ["FG-60F", "fg60f", "ＦＧ－６０Ｆ", " FG 60F ", "FG‐60F"])
def test_a_part_number_is_found_whatever_its_width_case_hyphens_and_spaces(
    matcher: Matcher, spelling: str
) -> None:
    assert matcher.match("何か", part_number=spelling).product_id == "60f"


def test_a_model_inside_a_longer_text_is_found(matcher: Matcher) -> None:
    assert matcher.match("ヤマハ VPNルーター RTX1220 本体").product_id == "rtx1220"


def test_the_longest_name_in_the_text_wins(matcher: Matcher) -> None:
    assert matcher.match("UTM FortiGate 60F-POE 1台").product_id == "60f-poe"


def test_a_neighbouring_model_is_offered_but_not_taken(matcher: Matcher) -> None:
    found = matcher.match("RTX1230")
    assert found.product_id == ""
    assert set(found.near) >= {"rtx1210", "rtx1220"}


def test_an_imprecise_part_number_is_offered_but_not_taken(matcher: Matcher) -> None:
    found = matcher.match("TeraStation 4ベイ 16TB", part_number="TS5420DN-16")
    assert found.product_id == ""
    assert found.near[0] == "ts5420"


def test_one_name_of_two_makers_is_a_question(matcher: Matcher) -> None:
    assert matcher.match("AB100").product_id == ""
    assert set(matcher.match("AB100").near) == {"twin-a", "twin-b"}
    assert matcher.match("AB100", maker="見本B").product_id == "twin-b"


def test_nothing_like_it_offers_nothing(matcher: Matcher) -> None:
    found = matcher.match("会議用テーブル 天板ホワイト")
    assert found.product_id == ""
    assert found.near == ()


@pytest.mark.parametrize(
    "text",
    [
        "【見本】FortiGate 60F（FG-60F）本体",
        "FortiGate 60F（予備機・レンタル）",
        "UTM\n品番：FG-60F",
        "UTM「FortiGate 60F」",
    ],
)
def test_brackets_and_labels_do_not_hide_a_name(matcher: Matcher, text: str) -> None:
    found = matcher.match(text)
    assert "60f" in (found.product_id, *found.near)


def test_what_only_stands_in_brackets_is_offered_and_not_taken(matcher: Matcher) -> None:
    found = matcher.match("SFPモジュール（FortiGate 60F）")
    assert (found.product_id, found.near) == ("", ("60f",))


def test_a_model_with_brackets_is_not_taken_for_the_one_without() -> None:
    matcher = Matcher((entry("old", "見本", "MX900"), entry("new", "見本", "MX900 (gen2)")))
    assert matcher.match("見本 スイッチ MX900 (gen2) 1台").product_id == "new"


def test_a_word_of_three_letters_is_near_to_nothing(matcher: Matcher) -> None:
    assert matcher.match("UPS").near == ()


def test_what_is_like_both_name_and_part_number_comes_first() -> None:
    matcher = Matcher(
        (entry("a", "見本", "TeraStation TS3420DN"), entry("b", "見本", "TeraStation TS5420DN"))
    )
    assert matcher.match("TeraStation", part_number="TS5420DN1604").near[0] == "b"
