"""Every problem that the program can tell has a sentence, in both languages and with the same blanks."""

import ast
import string
from pathlib import Path

import pytest

import jcssa_desktop
from jcssa_desktop.domain import errors
from jcssa_desktop.domain.errors import InvalidImport, InvalidPack, JcssaError, Place, Skipped
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.texts import Language, Texts

LANGUAGES: tuple[Language, ...] = ("ja", "en")
MESSAGES = resource_folder() / "i18n" / "messages"
PACKAGE = Path(jcssa_desktop.__file__).parent
ERRORS = {
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, JcssaError)
}


def modules() -> list[ast.Module]:
    return [
        ast.parse(path.read_text(encoding="utf-8"), filename=path.name)
        for path in sorted(PACKAGE.rglob("*.py"))
        if "generated" not in path.parts
    ]


def tellers(parsed: list[ast.Module]) -> dict[str, int]:
    """Find whatever takes a `problem`, and at which place: errors, dataclasses and functions."""
    found = dict.fromkeys(ERRORS, 0)
    for module in parsed:
        for node in ast.walk(module):
            names: list[str] = []
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            elif isinstance(node, ast.ClassDef):
                fields = [one.target for one in node.body if isinstance(one, ast.AnnAssign)]
                names = [one.id for one in fields if isinstance(one, ast.Name)]
            if "problem" in names and isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                found[node.name] = names.index("problem")
    del found["__init__"]
    return found


def told_problems() -> dict[str, str]:
    """Find the problems that the program tells, each with its place in the code."""
    parsed = modules()
    places = tellers(parsed)
    told = {}
    for module in parsed:
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            named = [keyword.value for keyword in node.keywords if keyword.arg == "problem"]
            given = named or node.args[places[name] : places[name] + 1] if name in places else []
            for argument in given:
                choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
                for choice in choices:
                    if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                        told[choice.value] = ast.unparse(node)
    return told


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts(request.param, MESSAGES)


@pytest.fixture
def ja() -> Texts:
    return Texts("ja", MESSAGES)


@pytest.fixture
def en() -> Texts:
    return Texts("en", MESSAGES)


def test_every_problem_has_a_sentence(texts: Texts) -> None:
    told = told_problems()
    assert len(told) > 60
    missing = {problem: place for problem, place in told.items() if problem not in texts.sentences}
    assert missing == {}


def test_no_sentence_is_left_over(ja: Texts) -> None:
    """A key stands in the code whole, or the code composes it from a beginning that ends in `_`."""
    words = {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    beginnings = tuple(word for word in words if word.endswith("_") and len(word) > 1)
    assert [key for key in ja.sentences if key not in words and not key.startswith(beginnings)] == []


def test_both_languages_say_the_same_things(ja: Texts, en: Texts) -> None:
    assert sorted(ja.sentences) == sorted(en.sentences)


def test_both_languages_leave_the_same_blanks(ja: Texts, en: Texts) -> None:
    different = {
        key: (blanks(sentence), blanks(en.sentences[key]))
        for key, sentence in ja.sentences.items()
        if key in en.sentences and blanks(sentence) != blanks(en.sentences[key])
    }
    assert different == {}


def test_every_sentence_is_whole(texts: Texts) -> None:
    for key, sentence in texts.sentences.items():
        assert sentence == sentence.strip() or key.startswith(("place_", "list_")), key
        assert "\n" not in sentence, key
        for word in ("エラーが発生", "正しく", "！", "!"):
            assert word not in sentence, key


def test_an_error_is_one_sentence_with_file_place_and_remedy(ja: Texts, en: Texts) -> None:
    error = InvalidPack("settings_malformed", file="settings.json", place=Place(line=3))
    assert ja.error(error).startswith("設定ファイル「settings.json」の3行目は")
    assert en.error(error).startswith("The settings file “settings.json”, row 3 ")


def test_an_error_without_file_or_place_still_reads_well(ja: Texts) -> None:
    assert ja.error(InvalidPack("settings_malformed")).startswith("設定ファイル「このファイル」はJSONとして")


@pytest.mark.parametrize(
    ("place", "in_japanese", "in_english"),
    [
        (Place(), "", ""),
        (Place(sheet="製品", row=3), "シート『製品』の3行目", "sheet “製品”, row 3"),
        (
            Place(sheet="製品", row=3, column="型番"),
            "シート『製品』の3行目の「型番」の列",
            "sheet “製品”, row 3, column “型番”",
        ),
        (Place(path="$.lines[2].quantity"), "項目「$.lines[2].quantity」", "field “$.lines[2].quantity”"),
        (Place(line=12), "12行目", "row 12"),
        (Place(row=0), "0行目", "row 0"),
    ],
)
def test_a_place_is_named_as_a_person_would(
    ja: Texts, en: Texts, place: Place, in_japanese: str, in_english: str
) -> None:
    assert (ja.place(place), en.place(place)) == (in_japanese, in_english)


def test_a_skipped_part_says_why(ja: Texts) -> None:
    skipped = Skipped(Place(), "family_unknown", (("family", "FirmOS"),))
    assert "「FirmOS」" in ja.skipped(skipped)


def test_braces_in_a_value_stay_braces(ja: Texts) -> None:
    assert "「{0}{x}」" in ja.skipped(Skipped(Place(), "family_unknown", (("family", "{0}{x}"),)))
    assert "「{file}.csv」" in ja.error(InvalidPack("settings_malformed", file="{file}.csv"))


def test_a_problem_without_sentence_is_told_by_its_name(ja: Texts) -> None:
    assert "（no_such_problem）" in ja.error(InvalidImport("no_such_problem"))
    assert "（no_such_problem）" in ja.skipped(Skipped(Place(), "no_such_problem"))


def folder(tmp_path: Path, **files: str) -> Path:
    for name, content in files.items():
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"a_ja": 'x = "1"', "b_ja": 'x = "2"'}, "text_key_twice"),
        ({"a_ja": "x = 1"}, "text_not_a_sentence"),
        ({"a_ja": 'y = "1"\nx ='}, "text_file_malformed"),
        ({"a_en": 'x = "1"'}, "texts_missing"),
    ],
)
def test_malformed_texts_are_told(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    with pytest.raises(InvalidPack) as failure:
        Texts("ja", folder(tmp_path, **files))
    assert failure.value.problem == problem


def test_a_malformed_text_file_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack) as failure:
        Texts("ja", folder(tmp_path, a_ja='y = "1"\nx = ]'))
    assert (failure.value.file, failure.value.place.line) == ("a_ja.toml", 2)


@pytest.mark.parametrize(("language", "listed"), [("ja", "A、B"), ("en", "A, B")])
def test_names_are_listed_as_the_language_does(language: Language, listed: str) -> None:
    assert Texts(language, MESSAGES).listed(["A", "B"]) == listed
