import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import InvalidDisclosure
from jcssa_desktop.services.disclosure_files import (
    decode_disclosure,
    encode_disclosure,
    read_disclosure,
    schema,
)

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "disclosure_sample.json"


def test_a_disclosure_comes_back_as_it_was_written():
    disclosure = read_disclosure(SAMPLE)
    assert decode_disclosure(encode_disclosure(disclosure), "again.json") == disclosure


def test_the_schema_names_every_field_of_a_disclosure():
    assert set(schema()["$defs"]["Disclosure"]["properties"]) == set(Disclosure.__struct_fields__)


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        (b"", "disclosure_empty", None),
        (b'{\n "a": 1,\n}', "disclosure_not_json", 3),
        ('{"a": "見'.encode(), "disclosure_not_json", 1),
        (b'{\n"a": "\xff"}', "disclosure_not_utf8", 2),
        (b"[" * 200_000, "disclosure_not_json", None),
    ],
)
def test_what_is_not_json_is_named_with_its_line(tmp_path, content, problem, line):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(InvalidDisclosure) as caught:
        read_disclosure(path)
    assert (caught.value.problem, caught.value.file) == (problem, "bad.json")
    assert caught.value.place.line == line


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InvalidDisclosure) as caught:
        read_disclosure(tmp_path / "nothing.json")
    assert caught.value.file == "nothing.json"


def test_two_lines_of_one_id_are_refused_at_the_second():
    content = json.loads(SAMPLE.read_text())
    content["lines"][1]["line_id"] = content["lines"][0]["line_id"]
    with pytest.raises(InvalidDisclosure) as caught:
        decode_disclosure(json.dumps(content).encode(), "twice.json")
    assert caught.value.place.path == "$.lines[1].line_id"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(field=st.sampled_from(sorted(Disclosure.__struct_fields__)), value=JSON)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_value_in_any_field_is_taken_or_refused_with_a_place(field, value):
    content = json.loads(SAMPLE.read_text())
    content[field] = value
    try:
        disclosure = decode_disclosure(json.dumps(content).encode(), "any.json")
    except InvalidDisclosure as error:
        assert error.place.path or error.place.line  # noqa: PT017 - an error is one of two right answers
    else:
        assert isinstance(disclosure, Disclosure)
