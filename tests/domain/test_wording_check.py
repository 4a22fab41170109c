"""Sentences that a sheet must not say are found, and those that it says are left in peace."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.wording_check import WordingFault, WordingRules, check_text
from jcssa_desktop.system.packs import load_guideline, load_wording_rules

FOLDER = Path(__file__).parents[2] / "resources" / "guideline"
JA = load_wording_rules(FOLDER, "ja")
EN = load_wording_rules(FOLDER, "en")
D, P, X, S, U = WordingFault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("当社は一切責任を負いません。", D),
        ("当社は、一切の責任を負わないものとします。", D),
        ("いかなる損害についても当社は責任を負いかねます。", D),
        ("何があっても当社に責任はありません", D),
        ("当社の責任は一切ありません。", D),
        ("この機種なら安全です", P),
        ("最新なので安全です。", P),
        ("安心してください。この構成は安全であることが確認されています。", P),
        ("この製品に脆弱性はありません。", P),
        ("この製品に脆弱性は一切存在しません。", P),
        ("本製品を使えば、必ず侵入を防げます。", P),
        ("JC-STARは、いわば国のお墨付きです。", P),
        ("政府により安全性が保証された製品です。", P),
        ("ずっと最新です。", P),
        ("事故が起きても、当社は責任を負いません。", X),
        ("当社には知らせる義務はありません", X),
        ("侵入の8割はVPN機器からです。", S),
        ("この版は最新です。", S),
        ("連絡先は○○です。", U),
        ("修正の時期は要確認。", U),
    ],
)
def test_a_japanese_sentence_at_fault_is_found_with_a_better_one(text: str, fault: WordingFault) -> None:
    remarks = check_text(text, JA)
    assert fault in [one.fault for one in remarks]
    for one in remarks:
        assert one.sentence in text
        assert one.better
        assert not [again for again in check_text(one.better, JA) if again.fault.stops]


@pytest.mark.parametrize(
    "text",
    [
        "情報が見つからないことは、問題がないことを意味しません。",
        "メーカーが★1適合を宣言しています。安全を保証するものではありません。",
        "最新版だから安全であるとは限りません。",
        "当社の責任による場合を除き、当社は一切の責任を負いません。",
        "当社が設置や設定を行った機器では、その作業について当社が責任を負います。",
        "脆弱性がないという意味ではありません。",
        "侵入経路の回答100件のうち、VPN機器が55件でした（警察庁「令和7年 警察白書」）。",
        "8月20日に確認した最新版です。",
    ],
)
def test_a_sentence_that_says_its_limit_is_left_in_peace(text: str) -> None:
    assert check_text(text, JA) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("We accept no liability whatsoever.", D),
        ("We do not accept any liability for incidents.", D),
        ("This device is completely safe.", P),
        ("The product has no vulnerabilities.", P),
        ("It is certified: the government certified this product.", P),
        ("We are not liable for incidents after delivery.", X),
        ("80 % of intrusions come through VPN devices.", S),
        ("This version is the latest.", S),
        ("The fixed version is TBD.", U),
    ],
)
def test_an_english_sentence_at_fault_is_found_with_a_better_one(text: str, fault: WordingFault) -> None:
    remarks = check_text(text, EN)
    assert fault in [one.fault for one in remarks]
    assert all(not again.fault.stops for one in remarks for again in check_text(one.better, EN))


def test_only_disclaimers_and_promises_stop() -> None:
    assert [fault for fault in WordingFault if fault.stops] == [D, P]


@pytest.mark.parametrize("rules", [JA, EN], ids=["ja", "en"])
def test_our_own_wording_passes(rules: WordingRules) -> None:
    pack = load_guideline(FOLDER, "ja" if rules is JA else "en")
    texts = [paragraph.text for item in pack.items for paragraph in item.paragraphs]
    texts += [clause.text for clause in pack.clauses]
    found = [one for text in texts for one in check_text(text.replace("{", "").replace("}", ""), rules)]
    assert found == []


SHEET_WORDS = FOLDER.parent / "sheet"


def strings(value: object) -> Iterator[str]:
    """All strings of a file of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@pytest.mark.parametrize("file", sorted(SHEET_WORDS.glob("*.toml")), ids=lambda file: file.stem)
def test_the_words_of_sheet_letters_and_annex_disclaim_and_promise_nothing(file: Path) -> None:
    rules = EN if file.stem.endswith("_en") else JA
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    found = [one.sentence for text in strings(words) for one in check_text(text, rules) if one.fault.stops]
    assert found == []


@pytest.mark.parametrize("rules", [JA, EN], ids=["ja", "en"])
def test_the_plans_of_a_new_laptop_pass(rules: WordingRules) -> None:
    words = tomllib.loads((FOLDER.parent / "settings" / "default.toml").read_text(encoding="utf-8"))
    texts = [plan[part] for plan in words["plans"] for part in ("name", "includes", "excludes")]
    assert [one for text in texts for one in check_text(text, rules)] == []


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    for rules in (JA, EN):
        for one in check_text(text, rules):
            assert one.sentence in text
