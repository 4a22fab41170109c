import gzip
import os
import re
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.sheet import MergedCells, Row, Sheet, Table
from jcssa_desktop.feeds.table import read_table

SHARED_BAD = Path(__file__).parents[2].parent / "shared" / "data" / "bad_input"

LIST = "メーカー,機種\r\n見本電機,見本ルーター①\r\n㈱髙﨑,ＭＲ－１\r\n"


def _problem(path: Path) -> str:
    with pytest.raises(InvalidImport) as caught:
        read_table(path)
    assert caught.value.file == path.name
    return caught.value.problem


def _cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for sheet in table.sheets for row in sheet.rows]


def _saved(path: Path, fill: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)
    return path


def _rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, change(data) if name == part else data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-32"])
def test_a_text_table_is_read_in_every_encoding_that_people_have(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode(encoding))
    assert _cells(read_table(path)) == [
        ("メーカー", "機種"),
        ("見本電機", "見本ルーター①"),
        ("㈱髙﨑", "ＭＲ－１"),
    ]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.txt"
    lines = ["製品一覧, 2026; 春", delimiter.join(("a", "b", "c")), delimiter.join(("1", "2;x", "3,y"))]
    quoted = lines[:2] + [delimiter.join(('"1"', '"2;x"', '"3,y"'))] * 3
    path.write_text("\n".join(quoted), encoding="utf-8")
    rows = _cells(read_table(path))
    assert rows[1] == ("a", "b", "c")
    assert rows[2] == ("1", "2;x", "3,y")


def test_excels_own_hint_of_the_delimiter_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=;\na;b,c\n", encoding="utf-8")
    assert read_table(path).sheets[0].rows == (Row(2, ("a", "b,c")),)


def test_rows_count_as_excel_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n\n"two\nlines",x\nlast,y\n', encoding="utf-8")
    assert [row.number for row in read_table(path).sheets[0].rows] == [1, 3, 4]


def test_an_open_quotation_mark_is_refused_where_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n1,2\n"3,4\n5,6\n', encoding="utf-8")
    with pytest.raises(InvalidImport) as caught:
        read_table(path)
    assert (caught.value.problem, caught.value.place.row) == ("table_quotation_open", 3)


def test_an_inch_mark_is_no_open_quotation_mark(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('model,size\nM-1,24"\n', encoding="utf-8")
    assert _cells(read_table(path))[1] == ("M-1", '24"')


def test_an_endless_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n"' + "x" * 200_000 + '",1\n', encoding="utf-8")
    assert _problem(path) == "table_cell_too_long"


def test_a_workbook_keeps_sheet_names_and_row_numbers(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.title = "製品"
        sheet["C5"] = "機種"
        sheet["C7"] = "見本"
        book.create_sheet("空")

    table = read_table(_saved(tmp_path / "book.xlsx", fill))
    assert [sheet.name for sheet in table.sheets] == ["製品", "空"]
    assert table.sheets[0].rows == (Row(5, ("", "", "機種")), Row(7, ("", "", "見本")))


def test_a_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = "見える"
        hidden = book.create_sheet("原価")
        hidden["A1"] = "見えない"
        hidden.sheet_state = "hidden"

    table = read_table(_saved(tmp_path / "book.xlsx", fill))
    assert [sheet.name for sheet in table.sheets] == ["Sheet"]
    assert [(one.place.sheet, one.problem) for one in table.skipped] == [("原価", "table_sheet_hidden")]


def test_values_are_shown_as_people_read_them(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        morning = datetime(2026, 8, 22, 9, 30)  # noqa: DTZ001 - cells have no time zone
        book.active.append([1.0, 2.5, 4912345678904, True, date(2026, 8, 22), morning])

    table = read_table(_saved(tmp_path / "book.xlsx", fill))
    assert _cells(table) == [("1", "2.5", "4912345678904", "TRUE", "2026-08-22", "2026-08-22 09:30:00")]


def test_a_merged_block_is_repeated_downwards_and_not_sideways() -> None:
    rows = (Row(2, ("見本電機", "A")), Row(3, ("", "B")), Row(5, ("", "C")))
    sheet = Sheet("", rows, (MergedCells(2, 3, 0, 0), MergedCells(1, 1, 0, 1)))
    assert [row.cells for row in sheet.filled_down()] == [("見本電機", "A"), ("見本電機", "B"), ("", "C")]


def test_a_merged_block_without_end_costs_nothing() -> None:
    sheet = Sheet("", (Row(1, ("x", "y")), Row(2, ("", "z"))), (MergedCells(1, 10**9, 0, 10**9),))
    assert [row.cells for row in sheet.filled_down()] == [("x", "y"), ("x", "z")]


def test_a_far_cell_is_refused_before_it_takes_the_memory(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = "機種"
        book.active["XFD1048576"] = "x"

    assert _problem(_saved(tmp_path / "book.xlsx", fill)) == "table_too_large"


def test_far_formatted_cells_without_values_do_no_harm(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = "機種"
        book.active["XFD1048576"].font = openpyxl.styles.Font(bold=True)

    assert _cells(read_table(_saved(tmp_path / "book.xlsx", fill))) == [("機種",)]


def test_an_impossible_number_of_texts_is_refused(tmp_path: Path) -> None:
    path = _saved(tmp_path / "book.xlsx", lambda book: book.active.append(["機種"]))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/sharedStrings.xml", '<sst count="1" uniqueCount="19999999992"></sst>')
    assert _problem(path) == "import_workbook_damaged"


def test_cells_without_references_are_read(tmp_path: Path) -> None:
    path = _saved(tmp_path / "book.xlsx", lambda book: [book.active.append([1, 2]) for _ in range(3000)])
    _rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", xml))
    assert len(read_table(path).sheets[0].rows) == 3000


def test_a_table_of_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" * (17 << 20), compresslevel=1))
    with pytest.raises(InvalidImport) as caught:
        read_table(path)
    assert (caught.value.problem, caught.value.values["limit"]) == ("import_file_too_large", "64")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = _saved(tmp_path / "book.xlsx", lambda book: book.active.append(["機種"]))
    block = b"0" * (1 << 20)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/media/zero.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(201):
            part.write(block)
    assert _problem(path) == "table_too_large"


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"%PDF-1.7\n", "import_file_is_pdf"),
        (b"\x89PNG\r\n\x1a\n", "import_file_is_picture"),
        (b"<!DOCTYPE html><html><body>Not Found", "import_file_is_html"),
        (b"\xef\xbb\xbf  <html lang='ja'>", "import_file_is_html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html>", "import_file_is_html"),
        (b"version https://git-lfs.github.com/spec/v1\noid x", "import_file_is_lfs_pointer"),
        (b"SQLite format 3\x00", "import_file_is_database"),
        (b"PK\x03\x04 cut off", "import_workbook_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "import_workbook_damaged"),
        (b"\x00\x01\x02\x03" * 30, "import_file_is_binary"),
        (b"a,b\n1,\x07\n", "import_file_is_binary"),
        (b"\x81", "import_encoding_unknown"),
        (b"\xff\xfea", "import_text_damaged"),
        (b'{"a": 1}', "import_file_is_no_table"),
        (b"<a/>", "import_file_is_no_table"),
        (b"", "import_file_empty"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path: Path, head: bytes, problem: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(head)
    assert _problem(path) == problem


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        (("word/document.xml",), "import_file_is_document"),
        (("mimetype", "content.xml"), "import_workbook_opendocument"),
        (("xl/workbook.bin",), "import_workbook_binary"),
        (("list.csv",), "import_file_is_archive"),
    ],
)
def test_other_zipped_files_are_refused_by_name(tmp_path: Path, parts: tuple[str, ...], problem: str) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name in parts:
            package.writestr(name, "x")
    assert _problem(path) == problem


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert _problem(tmp_path / "none.csv") == "import_file_missing"
    assert _problem(tmp_path) == "import_file_is_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    assert _problem(path) == "import_file_is_device"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    path.chmod(0)
    assert _problem(path) == "import_file_locked"


def test_a_packed_table_is_read_and_a_cut_off_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv.gz"
    packed = gzip.compress(LIST.encode())
    path.write_bytes(packed)
    assert len(read_table(path).sheets[0].rows) == 3
    path.write_bytes(packed[:-12])
    assert _problem(path) == "import_gzip_truncated"
    path.write_bytes(packed[:10] + b"\xff" * 20)
    assert _problem(path) == "import_gzip_damaged"


def _old_workbook(records: list[tuple[int, bytes]]) -> bytes:
    """Make a compound file with one stream "Workbook" that holds the records."""
    stream = b"".join(struct.pack("<HH", number, len(body)) + body for number, body in records)
    stream = stream.ljust(4096, b"\x00")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))

    def entry(name: str, kind: int, first: int, size: int, child: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\x00\x00"
        links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return (
            raw.ljust(64, b"\x00")
            + struct.pack("<H", len(raw))
            + links
            + bytes(36)
            + struct.pack("<IQ", first, size)
        )

    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry("Workbook", 2, 2, len(stream), 0xFFFFFFFF)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + struct.pack("<128I", *table) + directory.ljust(512, b"\x00") + stream


_BEGIN_BOOK = (0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
_BEGIN_SHEET = (0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
_END = (0x000A, b"")


def _sheet_of(*records: tuple[int, bytes]) -> bytes:
    name = struct.pack("<BB", 5, 0) + b"Sheet"
    before = 4 + len(_BEGIN_BOOK[1]) + 4 + 6 + len(name) + 4
    bound = (0x0085, struct.pack("<IH", before, 0) + name)
    return _old_workbook([_BEGIN_BOOK, bound, _END, _BEGIN_SHEET, *records, _END])


def _number(row: int, column: int, value: float) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<HHHd", row, column, 0, value)


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(_sheet_of(_number(2, 1, 60.0)))
    assert read_table(path).sheets[0].rows == (Row(3, ("", "60")),)


@pytest.mark.parametrize(
    "record",
    [
        _number(65535, 65535, 1.0),
        (0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)),
        (0x0200, struct.pack("<IIHHH", 9, 1, 0, 1, 0)),
        (0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)),
    ],
)
def test_an_old_workbook_that_asks_for_gigabytes_is_refused(
    tmp_path: Path, record: tuple[int, bytes]
) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(_sheet_of(_number(0, 0, 1.0), record))
    assert _problem(path) == "table_too_large"


def test_an_old_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(_old_workbook([_BEGIN_BOOK, (0x002F, bytes(6)), _END]))
    assert _problem(path) == "import_workbook_encrypted"


def test_a_reader_that_panics_is_one_problem_and_no_noise(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(_sheet_of(_number(0, 0, 1.0), (0x00E5, b"")))
    assert _problem(path) == "import_workbook_damaged"
    assert capfd.readouterr().err == ""


_WORKBOOK = BytesIO()
_saved_book = openpyxl.Workbook()
_saved_book.active.append(["メーカー", "機種"])
_saved_book.save(_WORKBOOK)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_bring_out_anything_but_a_refusal(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(data)
    with suppress(InvalidImport):
        read_table(path)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_a_damaged_workbook_brings_out_nothing_but_a_refusal(
    tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    whole = _WORKBOOK.getvalue() if kind == "xlsx" else _sheet_of(_number(0, 0, 1.0))
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"book.{kind}"
    path.write_bytes(bytes(broken[: data.draw(st.integers(1, len(broken)))]))
    with suppress(InvalidImport):
        read_table(path)


def _bad_workbooks() -> list[Path]:
    return sorted([*SHARED_BAD.glob("xlsx_*/*.xls*")])


def test_every_bad_workbook_is_read_or_refused() -> None:
    if not SHARED_BAD.is_dir():
        pytest.skip("../shared/data is not here")
    problems = set()
    for path in _bad_workbooks():
        try:
            read_table(path)
        except InvalidImport as error:
            problems.add(error.problem)
    assert "import_workbook_encrypted" in problems
