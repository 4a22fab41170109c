from pathlib import Path

import pytest

from jcssa_desktop.documents.typography import (
    Faces,
    FontPair,
    check_fonts,
    missing_characters,
    printable,
    selected_variants,
)
from jcssa_desktop.domain.errors import InvalidPack


@pytest.mark.parametrize("name", ["髙﨑", "𠮷野", "彅", "邉 邊", "德", "神\ufa19", "①〜⑳ ㈱ ℡ №"])
def test_names_and_signs_of_japanese_business_can_be_printed(fonts: FontPair, name: str) -> None:
    assert missing_characters(name, fonts) == ()


def test_characters_without_a_glyph_are_named_once(fonts: FontPair) -> None:
    assert missing_characters(["見本😀", "≒😀", "株式会社"], fonts) == ("😀", "≒")


def test_a_decomposed_name_is_composed(fonts: FontPair) -> None:
    assert printable("か\u3099く") == "がく"
    assert missing_characters("か\u3099く", fonts) == ()


def test_a_compatibility_ideograph_of_a_name_keeps_its_shape() -> None:
    assert printable("\ufa19谷") == "\ufa19谷"


def test_a_variation_selector_is_dropped_and_told() -> None:
    assert printable("葛\U000e0100城") == "葛城"
    assert selected_variants("葛\U000e0100城") == ("葛",)
    assert selected_variants("葛城") == ()


def test_what_has_no_shape_is_not_printed() -> None:
    assert printable("見本\u202e\u200e\x07株式\tA\r\nB") == "見本株式 A\nB"


def test_figures_are_equally_wide(faces: Faces) -> None:
    assert len({faces.width(digit, 8.5) for digit in "0123456789"}) == 1
    assert len({faces.width(digit, 8.5, bold=True) for digit in "0123456789"}) == 1


def test_a_missing_font_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as told:
        check_fonts(FontPair(tmp_path / "none.ttf", tmp_path / "none.ttf"))
    assert (told.value.problem, told.value.file) == ("font_file_unusable", "none.ttf")


def test_a_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.ttf").write_text("<html>", encoding="utf-8")
    with pytest.raises(InvalidPack):
        check_fonts(FontPair(tmp_path / "page.ttf", tmp_path / "page.ttf"))


def test_the_fonts_of_the_program_are_in_order(fonts: FontPair) -> None:
    check_fonts(fonts)
