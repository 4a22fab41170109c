import csv
import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct
from jcssa_desktop.feeds.advisory_table import AdvisoryTable, read_advisory_table
from jcssa_desktop.feeds.delimited import read_delimited
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file
from jcssa_desktop.system.resources import resource_folder

SEEN = date(2026, 11, 1)
HEADINGS = "maker,advisory,cve,firmware_family,affected,fixed,title,published,url,cvss"


def _written(*rows: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _read(*rows: str, headings: str = HEADINGS) -> AdvisoryTable:
    return read_advisory_table(read_delimited("\n".join((headings, *rows)).encode(), "table.csv"), SEEN)


def _one(*rows: str, headings: str = HEADINGS) -> ListedAdvisory:
    (found,) = _read(*rows, headings=headings).advisories
    return found


def test_the_rows_of_one_advisory_are_one_record_with_the_ranges_of_each_family() -> None:
    found = _one(
        'Mihon,M-1,"CVE-2026-0001 CVE-2026-0002",MihonOS,>=7.2.0 <=7.2.4,7.2.5,Bypass,2026-08-22T0:00,u,9.8',
        'Mihon,M-1,"CVE-2026-0001, CVE-2026-0002",MihonOS,>=7.4.0 <7.4.2,7.4.2,Bypass,,u,9.8',
        'Mihon,M-1,"CVE-2026-0001, CVE-2026-0002",MihonProxy,すべてのバージョン,,Bypass,,u,',
    )
    assert (found.source, found.record_id, found.title) == ("Mihon（一覧表）", "M-1", "Bypass")
    assert found.ids == ("M-1", "CVE-2026-0001", "CVE-2026-0002")
    assert (found.published_on, found.source_url) == (date(2026, 8, 22), "u")
    assert found.cvss == (Cvss("", 9.8, "Mihon"),)
    gateway, proxy = found.statements
    assert gateway.about == NamedProduct("Mihon", "MihonOS")
    assert gateway.ranges == (">=7.2.0 <=7.2.4", ">=7.4.0 <7.4.2")
    assert gateway.fixed_in == ("7.2.5", "7.4.2")
    assert (proxy.about.name, proxy.ranges, proxy.cves) == ("MihonProxy", ("*",), ())


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("7.2.5 7.4.2", ("7.2.5", "7.4.2")),
        ("7.2.5、7.4.2", ("7.2.5", "7.4.2")),
        ("12.10.4 Update 1", ("12.10.4 Update 1",)),
        ("Ver. 1.4.2", ("Ver. 1.4.2",)),
        ("", ()),
    ],
)
def test_fixed_versions_are_taken_apart_and_never_through_the_middle(
    text: str, versions: tuple[str, ...]
) -> None:
    assert _one(f"Mihon,M-1,,MihonOS,<1.2,{text},,,,").statements[0].fixed_in == versions


def test_rows_on_different_cve_numbers_keep_them() -> None:
    found = _one("Mihon,M-1,CVE-2026-0001,MihonOS,<1.2,,,,,", "Mihon,M-1,CVE-2026-0002,MihonOS,<1.4,,,,,")
    assert [(one.cves, one.ranges) for one in found.statements] == [
        (("CVE-2026-0001",), ("<1.2",)),
        (("CVE-2026-0002",), ("<1.4",)),
    ]


def test_japanese_headings_and_prose_are_read() -> None:
    found = _one(
        "見本電機,MSA-2026-01,MR-1,Ver.1.4.2より前のバージョン,予定なし,2026年8月22日,3.1: 8.8",
        headings="メーカー,アドバイザリ番号,製品名,影響を受けるバージョン,修正バージョン,公表日,CVSS",
    )
    (statement,) = found.statements
    assert statement.about == NamedProduct("見本電機", "MR-1", is_hardware=True)
    assert (statement.ranges, statement.fixed_in, statement.no_fix) == (("<1.4.2",), (), True)
    assert (found.published_on, found.cvss) == (date(2026, 8, 22), (Cvss("3.1", 8.8, "見本電機"),))


def test_a_family_and_a_model_bind_the_row_to_that_model() -> None:
    found = _one(
        "Mihon,M-1,MihonOS,MR-1,<1.2", headings="maker,advisory,firmware family,model,affected versions"
    )
    assert found.statements[0].about == NamedProduct("Mihon", "MihonOS", ("MR-1",))


def test_what_is_not_read_is_unknown_in_the_tables_words() -> None:
    (statement,) = _one("Mihon,M-1,,MihonOS,= > >= < <=,,,,,").statements
    assert (statement.ranges, statement.stated) == ((), "= > >= < <=")


def test_a_row_that_cannot_be_read_is_reported_and_the_file_goes_on() -> None:
    found = _read(
        ",M-1,,MihonOS,<1,,,,,",
        "Mihon,,,MihonOS,<1,,,,,",
        "Mihon,M-2,,,<1,,,,,",
        "Mihon,M-3,,MihonOS,<1,,,someday,,",
        "Mihon,M-4,,MihonOS,<1,,,,,high",
    )
    assert [(one.place.row, one.problem) for one in found.skipped] == [
        (2, "advisory_row_without_maker"),
        (3, "advisory_row_without_number"),
        (4, "advisory_row_without_product"),
        (5, "advisory_day_unread"),
        (6, "advisory_score_unread"),
    ]
    assert [one.record_id for one in found.advisories] == ["M-3", "M-4"]
    assert found.read == 5


def test_a_table_without_ranges_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(_written(["maker", "advisory", "product"], ["Mihon", "M-1", "MR-1"]))
    with pytest.raises(InvalidImport) as caught:
        read_catalogue_file(path, today=SEEN)
    assert caught.value.problem == "advisory_table_without_columns"


def test_a_workbook_is_read_like_the_text(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["見本電機の脆弱性情報"])
    sheet.append(["メーカー", "CVE", "製品名", "影響を受ける版", "公表日"])
    sheet.append(["見本電機", "CVE-2026-0001", "MR-1", "1.4 以前", date(2026, 8, 22)])
    path = tmp_path / "table.xlsx"
    workbook.save(path)
    found = read_catalogue_file(path, today=SEEN)
    (advisory,) = found.batch.listed_advisories
    assert isinstance(advisory, ListedAdvisory)
    assert found.kind is Kind.ADVISORY_TABLE
    assert (advisory.record_id, advisory.published_on) == ("CVE-2026-0001", date(2026, 8, 22))
    assert advisory.statements[0].ranges == ("<=1.4",)


def test_the_sample_is_read_whole() -> None:
    found = read_catalogue_file(resource_folder() / "samples" / "advisories.csv", today=SEEN)
    assert (found.kind, found.skipped) == (Kind.ADVISORY_TABLE, ())
    for advisory in found.batch.listed_advisories:
        assert isinstance(advisory, ListedAdvisory)
        assert all(one.ranges for one in advisory.statements)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), min_size=10, max_size=10), max_size=4))
def test_any_rows_are_read_or_reported(rows: list[list[str]]) -> None:
    with suppress(InvalidImport):
        read_advisory_table(read_delimited(_written(HEADINGS.split(","), *rows), "table.csv"), SEEN)


def test_the_offices_table_of_fortinet_is_read(shared_data: Path) -> None:
    found = read_catalogue_file(shared_data / "maker_advisories" / "fortinet.csv", today=SEEN)
    advisories = [one for one in found.batch.listed_advisories if isinstance(one, ListedAdvisory)]
    assert (found.kind, found.read, len(advisories)) == (Kind.ADVISORY_TABLE, 8491, 1080)
    assert found.skipped == ()
