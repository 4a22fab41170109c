import re
import tomllib
from pathlib import Path

import pytest

from jcssa_desktop.feeds.recognise import Kind

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "resources" / "i18n" / "messages"
SOURCES = [*(ROOT / "jcssa_desktop" / "feeds").glob("*.py"), ROOT / "jcssa_desktop" / "domain" / "scope.py"]

_KEY = re.compile(
    r'"((?:import|table|maker_list|quotation|kev|endoflife|json|nvd|cve_record|csaf|scope|xml|jvn|myjvn|advisory|label|service)_[a-z0-9_]+)"'
)
_OTHER_NAMES = {"advisory_table", "jvn_extension", "jvn_product_dictionary", "myjvn_feed", "service_pack"}
"""Names of kinds and of the files' own fields, which look like problems."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _sentences(language: str) -> dict[str, str]:
    return tomllib.loads((MESSAGES / f"feeds_{language}.toml").read_text(encoding="utf-8"))


def _raised() -> set[str]:
    found = {key for source in SOURCES for key in _KEY.findall(source.read_text(encoding="utf-8"))}
    return found - _OTHER_NAMES


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_problem_has_a_sentence_and_every_sentence_a_problem(language: str) -> None:
    assert _sentences(language).keys() == _raised()


def test_both_languages_say_the_same_things() -> None:
    japanese, english = _sentences("ja"), _sentences("en")
    for key, sentence in japanese.items():
        assert set(_PLACEHOLDER.findall(sentence)) == set(_PLACEHOLDER.findall(english[key])), key


def test_japanese_sentences_end_as_sentences_and_blame_nobody() -> None:
    for key, sentence in _sentences("ja").items():
        assert sentence.endswith("。"), key
        assert not re.search(r"正しく|エラーが発生|不正な", sentence), key


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_kind_of_file_has_a_name_for_people(language: str) -> None:
    sentences = tomllib.loads((MESSAGES / f"services_{language}.toml").read_text(encoding="utf-8"))
    assert {f"kind_{kind}" for kind in Kind} <= sentences.keys()
