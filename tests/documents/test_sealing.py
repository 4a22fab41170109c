import hashlib
import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.documents.drawing import Page
from jcssa_desktop.documents.sealing import (
    archival_pdf,
    canonical_json,
    decode_record,
    extract_record,
    rebuilt,
    sha256_of,
)
from jcssa_desktop.documents.sheet.draw import DrawnSheet
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.domain.errors import InvalidDisclosure
from tests.documents.builders import DRAWN, four_devices, one_device

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def record_json() -> bytes:
    return canonical_json(one_device(signature=DRAWN))


@pytest.fixture(scope="module")
def sealed(record_json: bytes, ja: SheetTexts, fonts: FontPair) -> bytes:
    return rebuilt(record_json, ja, fonts)


def test_a_record_comes_back_from_its_json() -> None:
    for record in (four_devices(), one_device(signature=DRAWN)):
        assert decode_record(canonical_json(record)) == record


def test_canonical_json_is_sorted_compact_utf8(record_json: bytes) -> None:
    assert record_json.startswith(b'{"clauses":[')
    assert "見本会計事務所".encode() in record_json
    assert "𠮷野".encode() in record_json
    assert b'": ' not in record_json


def test_the_hash_is_that_of_the_bytes(record_json: bytes) -> None:
    assert sha256_of(record_json) == hashlib.sha256(record_json).hexdigest()


def test_the_sealed_sheet_carries_its_record(sealed: bytes, record_json: bytes) -> None:
    assert extract_record(sealed) == record_json


def test_the_same_record_gives_the_same_bytes_in_another_process(sealed: bytes) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path\n"
        "from jcssa_desktop.documents.sealing import canonical_json, rebuilt\n"
        "from jcssa_desktop.documents.sheet_texts import sheet_texts\n"
        "from jcssa_desktop.documents.typography import FontPair\n"
        "from tests.documents.builders import DRAWN, one_device\n"
        "resources = Path('resources')\n"
        "fonts = FontPair(*(resources / 'fonts' / f'NotoSansJP-{w}.ttf' for w in ('Regular', 'Bold')))\n"
        "texts = sheet_texts(resources / 'sheet', 'ja')\n"
        "pdf = rebuilt(canonical_json(one_device(signature=DRAWN)), texts, fonts)\n"
        "print(hashlib.sha256(pdf).hexdigest())\n"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == sha256_of(sealed)


def test_the_sealed_sheet_says_that_it_is_archival(sealed: bytes) -> None:
    with pikepdf.open(io.BytesIO(sealed)) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["dc:title"] == "告知シート KS-2026-000123-1"
        assert str(document.Root.Lang) == "ja-JP"
        assert document.Root.AF[0].AFRelationship == "/Data"
        assert document.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert not document.docinfo


def test_another_record_gives_another_sheet(sealed: bytes, ja: SheetTexts, fonts: FontPair) -> None:
    assert rebuilt(canonical_json(one_device()), ja, fonts) != sealed


def test_a_record_with_a_wrong_value_is_told_with_its_place(record_json: bytes) -> None:
    with pytest.raises(InvalidDisclosure) as told:
        decode_record(record_json.replace(b'"quantity":1', b'"quantity":"one"'))
    assert told.value.problem == "record_malformed"
    assert told.value.place.path == "disclosure.lines[0].quantity"


def test_a_record_without_a_field_is_told() -> None:
    with pytest.raises(InvalidDisclosure) as told:
        decode_record(b'{"document_number": "KS-1"}')
    assert told.value.problem == "record_malformed"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<html>", b'{"a":', b'"\\ud800"'])
def test_what_is_no_json_is_told(content: bytes) -> None:
    with pytest.raises(InvalidDisclosure):
        decode_record(content)


def test_a_record_of_a_newer_program_is_refused(record_json: bytes) -> None:
    head, _, tail = record_json.rpartition(b'"format":1')
    newer = head + b'"format":99' + tail
    with pytest.raises(InvalidDisclosure) as told:
        decode_record(newer)
    assert told.value.problem in {"record_of_newer_program", "record_malformed"}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_fail_otherwise(content: bytes) -> None:
    with pytest.raises(InvalidDisclosure):
        decode_record(content)


def test_what_is_no_sheet_has_no_record(sealed: bytes) -> None:
    for content in (b"", b"%PDF-1.7", b"<html></html>", sealed[: len(sealed) // 2][:2000], b"\x00" * 5000):
        assert extract_record(content) is None


def test_a_pdf_without_attachment_has_no_record() -> None:
    assert extract_record(blank_pdf()) is None


def test_an_encrypted_pdf_has_no_record(sealed: bytes) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed)) as document:
        document.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert extract_record(output.getvalue()) is None


def test_a_record_survives_a_viewer_that_saves_the_pdf_anew(sealed: bytes, record_json: bytes) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed)) as document:
        document.save(output)
    assert extract_record(output.getvalue()) == record_json


def test_a_record_that_unfolds_into_gigabytes_is_not_unfolded() -> None:
    bomb = zlib.compress(b"\x00" * (40 * 1024 * 1024), 9)
    sheet = DrawnSheet(blank_pdf(), (Page(),), "x", "ja-JP")
    content = archival_pdf(sheet, b"{}", one_device().sealed_at)
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.Root.AF[0].EF.F.write(bomb, filter=pikepdf.Name.FlateDecode)
        document.save(output)
    assert extract_record(output.getvalue()) is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_sheet_never_breaks_the_reader(sealed: bytes, data: st.DataObject) -> None:
    damaged = bytearray(sealed)
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)))
    found = extract_record(bytes(damaged[:end]))
    assert found is None or isinstance(found, bytes)


def blank_pdf() -> bytes:
    output = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(output)
    return output.getvalue()
