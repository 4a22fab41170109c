import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts, sheet_texts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.domain.errors import InvalidPack
from tests.documents.builders import SHA256, one_device

FOLDER = Path(__file__).parents[2] / "resources" / "sheet"


def leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{index}]")


def entries(language: str) -> dict[str, str]:
    """The words of a language; readings are for Japanese alone, remarks on sources for English."""
    words = tomllib.loads((FOLDER / f"sheet_{language}.toml").read_text(encoding="utf-8"))
    words.pop("readings", None)
    words.pop("source_remarks", None)
    return dict(leaves(words))


def test_both_languages_have_the_same_entries() -> None:
    assert entries("ja").keys() == entries("en").keys()


def test_a_translation_asks_for_nothing_that_is_not_filled_in() -> None:
    japanese, english = entries("ja"), entries("en")
    dropped = {"formats.one_unit", "formats.one_kind", "requests.monthly"}
    for path, sentence in japanese.items():
        ours = set(re.findall(r"{(\w+)", sentence))
        theirs = set(re.findall(r"{(\w+)", english[path]))
        assert theirs <= ours, path
        assert theirs == ours or path.lstrip(".") in dropped, path


def test_bold_marks_are_paired() -> None:
    for language in ("ja", "en"):
        for path, sentence in entries(language).items():
            assert sentence.count("<b>") == sentence.count("</b>"), path


def test_nothing_is_called_safe(ja: SheetTexts) -> None:
    words = "".join(entries("ja").values())
    assert not any(word in words for word in ("安全です", "問題ありません", "一切責任を負いません", "JCSSA"))
    assert ja.states.words.keys()


def test_not_found_is_followed_by_what_it_does_not_mean(ja: SheetTexts) -> None:
    for sentence in (ja.finding_table.nothing, ja.finding_table.without_findings):
        assert "見つかっていません" in sentence
        assert "意味しません" in sentence
    assert "意味しません" in ja.risks.meaning


def test_a_missing_word_is_told_with_the_file(tmp_path: Path) -> None:
    whole = (FOLDER / "sheet_ja.toml").read_text(encoding="utf-8")
    (tmp_path / "sheet_ja.toml").write_text(
        whole.replace('footer = "{company} 作成"\n', ""), encoding="utf-8"
    )
    with pytest.raises(InvalidPack) as told:
        sheet_texts(tmp_path, "ja")
    assert (told.value.problem, told.value.file) == ("sheet_texts_malformed", "sheet_ja.toml")
    assert told.value.place.path == "page.footer"


def test_a_state_without_a_word_is_told_with_its_place(tmp_path: Path) -> None:
    whole = (FOLDER / "sheet_ja.toml").read_text(encoding="utf-8")
    (tmp_path / "sheet_ja.toml").write_text(whole.replace('withdrawn = "取り下げ"\n', ""), encoding="utf-8")
    with pytest.raises(InvalidPack) as told:
        sheet_texts(tmp_path, "ja")
    assert (told.value.problem, told.value.place.path) == ("sheet_text_missing", "states.words.withdrawn")


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xfe", b"language = "])
def test_a_file_that_is_no_list_of_words_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sheet_ja.toml").write_bytes(content)
    with pytest.raises(InvalidPack):
        sheet_texts(tmp_path, "ja")


def test_a_language_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as told:
        sheet_texts(tmp_path, "ja")
    assert told.value.problem == "sheet_texts_unreadable"


def test_an_english_sheet_names_every_source_of_the_starter_catalogue_in_english(
    typesetter: Typesetter, en: SheetTexts
) -> None:
    edition = Edition(one_device(), SHA256, en, typesetter, preview=False)
    stated = re.compile(r'^(?:latest_|checked_)?source = "(.*)"$', re.MULTILINE)
    files = (FOLDER.parent / "catalogue").glob("*.toml")
    sources = {name for file in files for name in stated.findall(file.read_text(encoding="utf-8"))}
    assert len(sources) > 30
    assert {source for source in sources if not edition.source(source).isascii()} == set()
