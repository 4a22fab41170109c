"""Every word of the screens has its English."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hatch_build import ENGLISH, collect_texts

REMEDY = "run `.venv/bin/python hatch_build.py texts`, then translate what is unfinished in " + ENGLISH.name
FOLDED_INTO_ANOTHER = {"era", "month"}
"""Parts of a Japanese date that an English one leaves out, or says by the month's name."""

Texts = dict[tuple[str, str], ET.Element]


def texts_of(file: Path) -> Texts:
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def english() -> Texts:
    return texts_of(ENGLISH)


def test_every_text_of_forms_and_screens_is_in_the_file(english: Texts, tmp_path: Path) -> None:
    collected = tmp_path / ENGLISH.name
    shutil.copyfile(ENGLISH, collected)
    collect_texts(collected)
    said = texts_of(collected)
    assert said.keys() - english.keys() == set(), f"new on the screens; {REMEDY}"
    assert english.keys() - said.keys() == set(), f"on no screen any more; {REMEDY}"


def test_every_text_is_translated(english: Texts) -> None:
    open_texts = [text for text, translation in english.items() if translation.get("type") == "unfinished"]
    assert open_texts == [], REMEDY
    assert [text for text, translation in english.items() if not (translation.text or "").strip()] == []


def test_no_japanese_is_left_in_the_english(english: Texts) -> None:
    japanese = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")
    assert [one.text for one in english.values() if japanese.search(one.text or "")] == []


def test_a_translation_fills_in_what_its_source_fills_in(english: Texts) -> None:
    wrong = []
    for (context, source), translation in english.items():
        stated = set(re.findall(r"{(\w*)}", source))
        filled = set(re.findall(r"{(\w*)}", translation.text or ""))
        may_add = {"month_name"} if "month" in stated else set()
        if filled - stated - may_add or stated - filled - FOLDED_INTO_ANOTHER:
            wrong.append((context, source, translation.text))
    assert wrong == [], "placeholders differ"
