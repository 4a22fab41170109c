"""Habits of writing quotations: options, dittos, two languages, hidden rows, exports of sales systems."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from jcssa_desktop.domain.errors import Place
from jcssa_desktop.domain.quotation import Quotation
from jcssa_desktop.feeds.quotation import read_quotation
from jcssa_desktop.feeds.sheet import one_line


def read(folder: Path, text: str) -> Quotation:
    path = folder / "見積.csv"
    path.write_text(text, encoding="utf-8")
    return read_quotation(path)


def told(quotation: Quotation) -> list[tuple[int | None, str]]:
    return [(one.place.row, one.problem) for one in quotation.skipped]


@pytest.mark.parametrize(
    "rows",
    [
        "合計,,100\n■オプション（上記合計に含みません）,,\nWLX222,1,50\n",
        "【オプション】WLX222,1,50\n",
        "WLX222（任意）,1,50\n",
    ],
)
def test_an_option_is_told_from_what_is_sold(tmp_path: Path, rows: str) -> None:
    found = read(tmp_path, f"品名,数量,金額\nRTX830,1,100\n{rows}")
    assert [row.is_optional for row in found.rows] == [False, True]


def test_a_column_may_say_what_is_optional(tmp_path: Path) -> None:
    found = read(tmp_path, "区分,品名,数量,金額\n必須,RTX830,1,100\nオプション,WLX222,1,50\n")
    assert [row.is_optional for row in found.rows] == [False, True]


def test_a_device_with_options_is_no_option(tmp_path: Path) -> None:
    found = read(tmp_path, "品名,数量,金額,備考\nRTX830（オプション付）,1,100,オプション込み\n")
    assert [row.is_optional for row in found.rows] == [False]


def test_what_follows_the_next_heading_is_sold_again(tmp_path: Path) -> None:
    text = "品名,数量,金額\n■オプション,,\nWLX222,1,50\n■ルーター,,\nRTX830,1,100\n"
    assert [row.is_optional for row in read(tmp_path, text).rows] == [True, False]


def test_a_ditto_mark_stands_for_the_name_above(tmp_path: Path) -> None:
    found = read(tmp_path, "品名,型番,数量\nギガルーター,RTX830,1\n〃,RTX1300,2\n")
    assert [(row.text, row.part_number) for row in found.rows] == [
        ("ギガルーター", "RTX830"),
        ("ギガルーター", "RTX1300"),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "Item 品名,Qty 数量,Amount 金額",
        "品名 / Item,数量 / Qty,金額 / Amount",
        "品名・規格※1,数量(台),金額*2",
    ],
)
def test_headings_in_two_languages_or_with_a_footnote_are_read(tmp_path: Path, headings: str) -> None:
    found = read(tmp_path, f"{headings}\nRTX830,2,100\nTotal 合計,,100\n")
    assert [(row.text, row.quantity, row.amount) for row in found.rows] == [("RTX830", 2, 100)]
    assert told(found) == [(3, "quotation_row_total")]


@pytest.mark.parametrize(
    ("label", "problem"),
    [
        ("初期費用 小計", "quotation_row_subtotal"),
        ("月額費用合計", "quotation_row_subtotal"),
        ("次頁へ繰越", "quotation_row_subtotal"),
        ("前ページより繰越", "quotation_row_subtotal"),
        ("Consumption tax (10%)", "quotation_row_tax"),
        ("VAT", "quotation_row_tax"),
        ("TOTAL (JPY)", "quotation_row_total"),
    ],
)
def test_sums_by_other_names_are_no_lines(tmp_path: Path, label: str, problem: str) -> None:
    found = read(tmp_path, f"品名,数量,金額\nRTX830,1,100\n{label},,100\n")
    assert told(found) == [(3, problem)]


def test_terms_below_the_total_are_no_lines(tmp_path: Path) -> None:
    text = "品名,数量,単価,金額\nRTX830,1,100,100\n合計,,,100\nお支払条件,月末締翌月末払,,\n有効期限,30日,,\n"
    found = read(tmp_path, text)
    assert [row.text for row in found.rows] == ["RTX830"]
    assert told(found)[1:] == [(4, "quotation_row_note"), (5, "quotation_row_note")]


@pytest.mark.parametrize(
    ("title", "customer"),
    [
        ("To:,Mihon Trading K.K.", "Mihon Trading K.K."),
        ("Quote to: Mihon Trading K.K.", "Mihon Trading K.K."),
        ("Messrs. 見本ジャパン株式会社", "見本ジャパン株式会社"),
        ("宛先：見本物産", "見本物産"),
        ("見本持株株式会社\n情報システム部\n部長　見本 花子　様", "見本持株株式会社"),
        ("見本病院\n見本 太郎 様", "見本病院"),
        ("見本販売店株式会社\n\n\n\n\n\n見本 太郎 様", "見本 太郎"),
    ],
)
def test_the_customer_is_found_without_an_honorific_of_a_company(
    tmp_path: Path, title: str, customer: str
) -> None:
    assert read(tmp_path, f"{title}\n品名,数量,金額\nRTX830,1,100\n").customer == customer


@pytest.mark.parametrize(
    ("title", "customer", "department"),
    [
        ("見本商事株式会社 見本太郎 様", "見本商事株式会社", ""),
        ("見本商事株式会社　総務部　見本　太郎　様", "見本商事株式会社", "総務部"),
        ("株式会社 見本 情報システム部 部長 見本様", "株式会社 見本", "情報システム部"),
        ("医療法人 見本会 見本病院 見本様", "医療法人 見本会 見本病院", ""),
        ("見本市教育委員会 学校教育課 御中", "見本市教育委員会", "学校教育課"),
        ("見本 太郎 様", "見本 太郎", ""),
        ("株式会社 見本倶楽部 御中", "株式会社 見本倶楽部", ""),
        ("見本 放送局 御中", "見本 放送局", ""),
    ],
)
def test_company_department_and_person_are_told_apart(
    tmp_path: Path, title: str, customer: str, department: str
) -> None:
    found = read(tmp_path, f"{title}\n品名,数量,金額\nRTX830,1,100\n")
    assert (found.customer, found.department) == (customer, department)


def test_an_export_names_customer_number_and_day_in_each_row(tmp_path: Path) -> None:
    found = read(
        tmp_path, "伝票番号,得意先名,伝票日付,商品名,数量,金額\n1007,見本産業(株),2026/08/01,RTX830,1,100\n"
    )
    assert (found.number, found.customer, found.quoted_on) == ("1007", "見本産業(株)", date(2026, 8, 1))


@pytest.mark.parametrize("day", ["Aug 22, 2026", "22 August 2026", "August 22nd 2026", "22-Aug-2026"])
def test_english_days_are_read(tmp_path: Path, day: str) -> None:
    found = read(tmp_path, f'Date,"{day}"\nItem,Qty,Amount\nRTX830,1,100\n')
    assert found.quoted_on == date(2026, 8, 22)


def test_a_number_that_looks_like_a_day_is_none(tmp_path: Path) -> None:
    found = read(tmp_path, "見積番号,2026-05-01\n発行日,2026年5月吉日\n品名,数量,金額\nRTX830,1,100\n")
    assert (found.number, found.quoted_on) == ("2026-05-01", None)


def test_rows_that_nobody_sees_are_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "原稿"
    sheet = book.create_sheet("御見積")
    for row in (
        ["品名", "数量", "金額"],
        ["RTX830", 1, 100],
        ["社内用の予備機 RTX1300", 1, 90],
        ["合計", None, 100],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "q.xlsx")
    found = read_quotation(tmp_path / "q.xlsx")
    assert [row.text for row in found.rows] == ["RTX830"]
    assert (Place(sheet="御見積", row=3), "quotation_row_hidden") in [
        (one.place, one.problem) for one in found.skipped
    ]


def test_a_control_character_in_a_cell_is_dropped() -> None:
    assert one_line("RTX\x07830\x00\n本体\x7f") == "RTX830 本体"
