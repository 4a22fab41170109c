from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.domain.quotation import Quotation, QuotationRow
from jcssa_desktop.feeds.quotation import read_quotation

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"

WHOLE = """\
,,,御　見　積　書,,,,
見本医院　御中,,,,,見積番号：,Ｑ－２０２６－０４１８,
"事務長　見本 太郎 様",,,,,見積日,2026年8月22日(土),
,,,,,有効期限,2026年9月21日,
件名：UTM更改一式,,,,,,,
御見積金額,"￥921,800-（税込）",,,,,,
,,,,,,,
No,メーカー,型　番,品名・仕様,数　量,単位,単 価,金　額,備考
【ハードウェア】,,,,,,,
1,フォーティネット,ＦＧ－６０Ｆ,FortiGate 60F UTPライセンス付き,２,台,"￥200,000","￥400,000",
,,,1年先出しセンドバック保守,,,,,
2,,,設置設定作業,一式,,"300,000","300,000",交通費込
3,,,Microsoft 365 Business Standard,15,ライセンス,"12,000","180,000",年額
4,,,出精値引き,1,式,"▲50,000","▲50,000",
5,,,送料,1,式,3000,3000,
6,,,LANケーブル 3m,10,本,500,"5,000",
,,,小計,,,,"838,000",
,,,消費税(10%),,,,"83,800",
,,,合計,,,,"921,800",
備考：納期は別途ご相談ください。,,,,,,,,
"""


def _read(path: Path, text: str) -> Quotation:
    path.write_text(text, encoding="cp932")
    return read_quotation(path)


def _told(quotation: Quotation) -> list[tuple[int | None, str]]:
    return [(one.place.row, one.problem) for one in quotation.skipped]


def test_the_title_is_read(tmp_path: Path) -> None:
    found = _read(tmp_path / "q.csv", WHOLE)
    assert (found.number, found.quoted_on) == ("Q-2026-0418", date(2026, 8, 22))
    assert (found.customer, found.amount) == ("見本医院", 921_800)


def test_the_lines_are_read_as_written(tmp_path: Path) -> None:
    found = _read(tmp_path / "q.csv", WHOLE)
    assert [(row.place.row, row.text, row.quantity) for row in found.rows] == [
        (10, "FortiGate 60F UTPライセンス付き", 2),
        (12, "設置設定作業", 1),
        (13, "Microsoft 365 Business Standard", 15),
        (16, "LANケーブル 3m", 10),
    ]
    assert found.rows[0] == QuotationRow(
        place=Place(row=10),
        text="FortiGate 60F UTPライセンス付き",
        part_number="ＦＧ－６０Ｆ",
        maker="フォーティネット",
        quantity=2,
        unit_price=200_000,
        amount=400_000,
        remark="1年先出しセンドバック保守",
    )


def test_every_other_row_is_named_with_its_reason(tmp_path: Path) -> None:
    assert _told(_read(tmp_path / "q.csv", WHOLE)) == [
        (9, "quotation_row_section"),
        (14, "quotation_row_discount"),
        (15, "quotation_row_carriage"),
        (17, "quotation_row_subtotal"),
        (18, "quotation_row_tax"),
        (19, "quotation_row_total"),
        (20, "quotation_row_note"),
    ]


def test_a_workbook_with_several_sheets_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "表紙"
    cover["B2"], cover["C2"] = "見本町役場", "御中"
    cover["B3"] = "見積No. M-7"
    cover["B4"], cover["C4"] = "発行日", date(2026, 11, 17)
    for name, product, price in (("網", "RTX830", 49_800), ("PC", "Mate", 138_000)):
        sheet = book.create_sheet(name)
        sheet["B3"], sheet["C3"], sheet["D3"] = "商品名", "数量", "金額"
        sheet["B4"], sheet["C4"], sheet["D4"] = product, 1, price
        sheet["B5"], sheet["D5"] = "小計", price
    book["PC"]["B6"], book["PC"]["D6"] = "消費税", 18_780
    book["PC"]["B7"], book["PC"]["D7"] = "税込合計", 206_580
    book.save(tmp_path / "q.xlsx")
    found = read_quotation(tmp_path / "q.xlsx")
    assert (found.number, found.quoted_on) == ("M-7", date(2026, 11, 17))
    assert (found.customer, found.amount) == ("見本町役場", 206_580)
    assert [(row.place, row.text) for row in found.rows] == [
        (Place(sheet="網", row=4), "RTX830"),
        (Place(sheet="PC", row=4), "Mate"),
    ]
    assert ("表紙", "quotation_sheet_without_lines") in [
        (one.place.sheet, one.problem) for one in found.skipped
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "品名,数量,金額",
        "商品名,数 量,単価（税抜）",
        "摘要,数量,金額",
        "Description,Qty,Unit Price",
        "型番,数量,金額",
    ],
)
def test_headings_are_recognised(tmp_path: Path, headings: str) -> None:
    (row,) = _read(tmp_path / "q.csv", f"{headings}\nRTX830,2,1000\n").rows
    assert (row.text, row.quantity) == ("RTX830", 2)


def test_a_heading_of_two_rows_is_read(tmp_path: Path) -> None:
    (row,) = _read(tmp_path / "q.csv", "品名,数量,金額,\n,,単価,金額\nRTX830,2,1000,2000\n").rows
    assert (row.quantity, row.unit_price, row.amount) == (2, 1000, 2000)


def test_a_repeated_heading_is_no_line(tmp_path: Path) -> None:
    text = "品名,数量,金額\nRTX830,2,2000\n品名,数量,金額\nWLX222,1,500\n"
    assert [row.text for row in _read(tmp_path / "q.csv", text).rows] == ["RTX830", "WLX222"]


def test_a_part_number_below_its_line_belongs_to_it(tmp_path: Path) -> None:
    text = "品名,型番,数量,金額\nギガルーター,,1,1000\n,RTX830,,\n"
    (row,) = _read(tmp_path / "q.csv", text).rows
    assert (row.text, row.part_number) == ("ギガルーター", "RTX830")


@pytest.mark.parametrize(
    ("cells", "quantity", "problem"),
    [
        ("ルーター,,台,1000,3000", 3, ""),
        ("ルーター,,式,1000,1000", 1, ""),
        ("ルーター,,,,3000", 1, "quotation_quantity_missing"),
        ("ルーター,適量,,1000,3000", 1, "quotation_quantity_unclear"),
        ("作業,0.5,人日,1000,500", 1, "quotation_quantity_unclear"),
    ],
)
def test_a_quantity_is_never_guessed_silently(
    tmp_path: Path, cells: str, quantity: int, problem: str
) -> None:
    found = _read(tmp_path / "q.csv", f"品名,数量,単位,単価,金額\n{cells}\n")
    assert found.rows[0].quantity == quantity
    assert [one.problem for one in found.skipped] == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("返品,-1,台,1000,-1000", "quotation_row_negative"),
        ("ルーター,0,台,1000,0", "quotation_row_zero"),
        (",1,,1000,1000", "quotation_row_without_name"),
        ("特別お値引き,1,式,-100,-100", "quotation_row_discount"),
        ("配送料,1,式,100,100", "quotation_row_carriage"),
        ("■ネットワーク,,,,", "quotation_row_section"),
        ("以下余白,,,,", "quotation_row_note"),
    ],
)
def test_rows_that_are_no_lines_are_named(tmp_path: Path, cells: str, problem: str) -> None:
    found = _read(tmp_path / "q.csv", f"品名,数量,単位,単価,金額\nRTX830,1,台,1,1\n{cells}\n")
    assert _told(found) == [(3, problem)]
    assert len(found.rows) == 1


@pytest.mark.parametrize(
    ("below", "amount"),
    [
        ("小計,,100\n消費税,,10\n合計,,110\n", 110),
        ("合計,,100\n消費税,,10\n税込合計,,110\n", 110),
        ("合計,,100\n消費税,,10\n", None),
        ("税抜合計,,100\n", None),
        ("合計,,100\n", 100),
        ("合計,,100\n※価格は税別です。,,\n", None),
        ("", None),
    ],
)
def test_the_amount_is_the_sum_with_tax_or_none(tmp_path: Path, below: str, amount: int | None) -> None:
    assert _read(tmp_path / "q.csv", f"品名,数量,金額\nRTX830,1,100\n{below}").amount == amount


def test_two_grand_totals_are_told_and_none_is_taken(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet, total in ((book.active, 110), (book.create_sheet("B"), 220)):
        for row in (
            ["品名", "数量", "金額"],
            ["RTX830", 1, 100],
            ["消費税", None, 10],
            ["合計", None, total],
        ):
            sheet.append(row)
    book.save(tmp_path / "q.xlsx")
    found = read_quotation(tmp_path / "q.xlsx")
    assert found.amount is None
    assert "quotation_amount_unclear" in [one.problem for one in found.skipped]


@pytest.mark.parametrize(
    ("title", "customer"),
    [
        ("見本株式会社 御中", "見本株式会社"),
        ("見本株式会社,御中", "見本株式会社"),
        ("宛先：見本株式会社　御中", "見本株式会社"),
        ("見本 太郎 様\n見本株式会社 御中", "見本株式会社"),
        ("見本 太郎 様", "見本 太郎"),
        ("担当者様", ""),
    ],
)
def test_the_customer_is_the_one_addressed(tmp_path: Path, title: str, customer: str) -> None:
    assert _read(tmp_path / "q.csv", f"{title}\n品名,数量,金額\nRTX830,1,100\n").customer == customer


def test_the_day_of_expiry_is_not_the_day_of_the_quotation(tmp_path: Path) -> None:
    text = "有効期限,2026/9/21\n,2026/8/22\n品名,数量,金額\nRTX830,1,100\n"
    assert _read(tmp_path / "q.csv", text).quoted_on == date(2026, 8, 22)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("メーカー,機種\n見本電機,MR-1\n", "quotation_without_headings"),
        ("品名,数量,金額\n合計,,100\n", "quotation_without_lines"),
    ],
)
def test_a_table_that_is_no_quotation_is_one_problem(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InvalidImport) as caught:
        _read(tmp_path / "q.csv", text)
    assert (caught.value.problem, caught.value.file) == (problem, "q.csv")


_CELL = st.one_of(
    st.text(max_size=10),
    st.sampled_from(
        ["品名", "数量", "金額", "合計", "小計", "消費税", "1", "-1", "一式", "御中", "見積日", "型番", ""]
    ),
)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=5), max_size=10))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_table_is_read_or_refused(tmp_path: Path, cells: list[list[str]]) -> None:
    path = tmp_path / "q.csv"
    rows = [["品名", "数量", "金額"], *cells]
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    with suppress(InvalidImport):
        assert all(row.text and row.quantity > 0 for row in read_quotation(path).rows)


def test_the_samples_are_read_whole() -> None:
    files = sorted(SAMPLES.glob("quotation_*"))
    assert files
    for path in files:
        found = read_quotation(path)
        assert all((found.number, found.quoted_on, found.customer, found.amount)), path.name
        assert not [one for one in found.skipped if "quantity" in one.problem]
