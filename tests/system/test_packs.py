import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidPack
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.system.packs import load_guideline
from jcssa_desktop.system.texts import Language

FOLDER = Path(__file__).parents[2] / "resources" / "guideline"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "guideline"))


def changed(folder: Path, old: str, new: str) -> Path:
    file = folder / "standard.ja.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_shipped_pack_has_every_part_of_the_eight_items(language: Language) -> None:
    pack = load_guideline(FOLDER, language)
    assert [item.number for item in pack.items] == list(ItemNumber)
    for item in pack.items:
        assert item.title
        assert item.short
        assert item.lead
        assert item.clause
        assert item.script
        assert item.questions
        assert item.avoid
        assert any(paragraph.when == "always" for paragraph in item.paragraphs)
    assert len(pack.tasks) == 9
    assert len(pack.clauses) >= 4
    assert len(pack.terms) >= 10


def test_both_languages_say_the_same_things() -> None:
    japanese, english = load_guideline(FOLDER, "ja"), load_guideline(FOLDER, "en")
    assert japanese.version == english.version
    for one, other in zip(japanese.items, english.items, strict=True):
        assert [paragraph.when for paragraph in one.paragraphs] == [
            paragraph.when for paragraph in other.paragraphs
        ]
        assert one.clause.split()[0] == other.clause.split(",")[0]
    for task, twin in zip(japanese.tasks, english.tasks, strict=True):
        assert (task.task_id, task.with_contract.does, task.without_contract.helps) == (
            twin.task_id,
            twin.with_contract.does,
            twin.without_contract.helps,
        )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_pack_promises_no_safety_and_disclaims_nothing_without_exception(language: Language) -> None:
    pack = load_guideline(FOLDER, language)
    printed = "".join(paragraph.text for item in pack.items for paragraph in item.paragraphs)
    printed += "".join(clause.text for clause in pack.clauses)
    for forbidden in ("一切", "安全です", "保証します", "必ず安全", "JCSSA", "is safe", "guarantee"):
        assert forbidden not in printed
    exclusions = "".join(one.text for one in pack.item(ItemNumber.EXCLUSIONS).paragraphs)
    assert ("重大な過失" in exclusions) or ("gross negligence" in exclusions)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('when = "any_covered"', 'when = "any_moon"', "pack_condition_unknown"),
        ("{covered}", "{moon}", "pack_placeholder_unknown"),
        ("{covered}", "{covered", "pack_braces"),
        ("number = 8", "number = 7", "pack_item_count"),
        ('does = ["maker"]', 'does = ["nobody"]', "pack_value_wrong"),
        ('language = "ja"', 'language = "en"', "pack_language"),
        ("[[items]]", "[[items", "pack_malformed"),
        ("effective_on = 2026-11-01", "effective_on = 5", "pack_value_wrong"),
    ],
)
def test_a_malformed_pack_is_refused_with_file_and_reason(
    folder: Path, old: str, new: str, problem: str
) -> None:
    with pytest.raises(InvalidPack) as caught:
        load_guideline(changed(folder, old, new), "ja")
    assert caught.value.problem == problem
    assert caught.value.file == "standard.ja.toml"


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as caught:
        load_guideline(tmp_path, "ja")
    assert (caught.value.problem, caught.value.file) == ("pack_unreadable", "standard.ja.toml")


@given(position=st.integers(0, 8000), junk=st.binary(max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_damaged_pack_gives_the_pack_error_or_still_a_pack(
    tmp_path: Path, position: int, junk: bytes
) -> None:
    content = (FOLDER / "standard.ja.toml").read_bytes()
    (tmp_path / "standard.ja.toml").write_bytes(content[:position] + junk + content[position + 3 :])
    try:
        pack = load_guideline(tmp_path, "ja")
    except InvalidPack as error:
        assert error.file == "standard.ja.toml"  # noqa: PT017 - one of two right answers
    else:
        assert len(pack.items) == 8
