"""A disclosure from a file is taken as it is or refused at the field: nothing of it is lost or guessed."""

import json
from pathlib import Path

import pytest

from jcssa_desktop.domain.errors import InvalidDisclosure
from jcssa_desktop.services.disclosure_files import decode_disclosure, schema
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.texts import Texts

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "disclosure_sample.json"


def refused(change):
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    change(content)
    return refusal(json.dumps(content))


def refusal(text):
    with pytest.raises(InvalidDisclosure) as caught:
        decode_disclosure(text.encode(), "wrong.json")
    return caught.value


def setting(path, value):
    def change(content):
        *way, last = path
        for key in way:
            content = content[key]
        content[last] = value

    return change


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["disclosure_id"], " ", "disclosure_id_length"),
        (["disclosure_id"], "x" * 201, "disclosure_id_length"),
        (["sale", "amount"], -1, "disclosure_number"),
        (["sale", "amount"], 2**63, "disclosure_number"),
        (["lines", 0, "quantity"], 0, "disclosure_number"),
        (["lines", 0, "quantity"], 10**400, "disclosure_number"),
        (["lines", 0, "unit_price"], 2**64, "disclosure_number"),
        (["lines", 0, "quantity"], 1.5, "disclosure_field_kind"),
        (["lines", 0, "quantity"], None, "disclosure_field_kind"),
        (["intents", 0, "answer"], "maybe", "disclosure_field_value"),
        (["sale", "sold_on"], "2026-02-30", "disclosure_field_date"),
        (["sale", "sold_on"], "令和8年11月20日", "disclosure_field_date"),
        (["sale", "sold_on"], "0026-11-20", "disclosure_year"),
        (["created_at"], "2026-11-20", "disclosure_field_moment"),
        (["customer", "name"], "見本\x07株式会社", "disclosure_control"),
        (["lines", 0, "version"], "7.4.\u202e8", "disclosure_control"),
        (["lines", 0, "versoin"], "7.4.8", "disclosure_field_unknown"),
        (["comment"], "", "disclosure_field_unknown"),
    ],
)
def test_a_wrong_value_is_refused_at_its_path(path, value, problem):
    error = refused(setting(path, value))
    written = "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    assert (error.problem, error.file, error.place.path) == (problem, "wrong.json", written)


def test_a_field_that_is_missing_is_named_itself():
    error = refused(lambda content: content["lines"][0]["product"].pop("model"))
    assert (error.problem, error.place.path) == ("disclosure_field_missing", "$.lines[0].product.model")


def test_two_answers_for_one_line_are_refused():
    error = refused(lambda content: content["intents"].append(content["intents"][0]))
    assert error.problem == "disclosure_intent_twice"


@pytest.mark.parametrize("points", [[], [[-0.1, 0.5, 0]], [[0.5, 1.5, 3]]])
def test_a_stroke_that_leaves_no_mark_on_the_pad_is_refused(points):
    error = refused(lambda content: content["signature"].update(method="drawn", strokes=[{"points": points}]))
    assert (error.problem, error.place.path) == ("disclosure_stroke", "$.signature.strokes[0].points")


def test_a_field_that_stands_twice_is_refused():
    text = SAMPLE.read_text(encoding="utf-8").replace('"language"', '"language": "en", "language"', 1)
    error = refusal(text)
    assert (error.problem, error.place.path) == ("disclosure_field_twice", "language")


@pytest.mark.parametrize("text", ["1" * 5000, '{"sale": {"amount": NaN}}'])
def test_a_number_that_is_none_is_no_json(text):
    assert refusal(text).problem == "disclosure_not_json"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sentence_has_no_word_of_the_programming_language(language):
    texts = Texts(language, resource_folder() / "i18n" / "messages")
    told = texts.error(refused(setting(["lines", 0, "text"], 5)))
    assert "string" in told
    assert "$.lines[0].text" in told
    assert "`" not in told


def test_the_schema_allows_no_other_field():
    assert schema()["$defs"]["Line"]["additionalProperties"] is False
