from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue_batch import ListedProduct
from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.maker_list import MakerList, read_maker_list
from jcssa_desktop.feeds.sheet import Row, Sheet, Table
from jcssa_desktop.feeds.table import read_table

SHARED_LISTS = Path(__file__).parents[2].parent / "shared" / "data" / "catalog"

HEADINGS = "メーカー,メーカー(英),製品名・型名,型番,区分,ファームウェア系列,JANコード,データシートURL,出典"
ROUTER = (
    "見本電機,Mihon Denki,MR-1 Pro,MR-1P-JP,ルーター,MR系,4912345678904,https://example.test/MR-1.pdf,見本"
)
PRODUCT = ListedProduct(
    maker="見本電機",
    model="MR-1 Pro",
    maker_en="Mihon Denki",
    part_number="MR-1P-JP",
    family="MR系",
    category="ルーター",
    jan="4912345678904",
    datasheet_url="https://example.test/MR-1.pdf",
    source="見本",
)


def _read(path: Path, text: str) -> MakerList:
    path.write_text(text, encoding="utf-8")
    return read_maker_list(read_table(path))


def _told(found: MakerList) -> list[tuple[int | None, str, str]]:
    return [(one.place.row, one.place.column, one.problem) for one in found.skipped]


def test_every_recognised_column_arrives(tmp_path: Path) -> None:
    found = _read(tmp_path / "list.csv", f"{HEADINGS}\n{ROUTER}\n")
    assert found == MakerList((PRODUCT,), 1, ())


def test_full_width_writing_gives_the_same_product(tmp_path: Path) -> None:
    wide = ROUTER.replace("MR-1 Pro", "ＭＲ－１　Ｐｒｏ").replace("MR-1P-JP", "ＭＲ‑１Ｐ−ＪＰ")
    assert _read(tmp_path / "list.csv", f"{HEADINGS}\n{wide}\n").products == (PRODUCT,)


@pytest.mark.parametrize(
    "headings",
    [
        "manufacturer,model,part_number",
        "Vendor,Product Name,P/N",
        "ベンダー名,機種名,品番",
        "メーカ,モデル,SKU",
        "※メーカー名,商品名,商品コード",
        "ﾒｰｶｰ,型 名,メーカー型番",
        "Maker,Device Model,Part No.",
    ],
)
def test_headings_are_recognised_in_both_languages(tmp_path: Path, headings: str) -> None:
    found = _read(tmp_path / "list.csv", f"{headings}\n見本電機,MR-1,X-1\n")
    assert found.products == (ListedProduct("見本電機", "MR-1", part_number="X-1"),)
    assert found.skipped == ()


def test_the_surer_of_two_name_columns_is_the_model(tmp_path: Path) -> None:
    found = _read(tmp_path / "list.csv", "メーカー,品名,機種名\n見本電機,ギガルーター,MR-1\n")
    assert found.products[0].model == "MR-1"
    assert _told(found) == [(1, "品名", "maker_list_column_unknown")]


def test_title_rows_totals_and_repeated_headings_are_no_products(tmp_path: Path) -> None:
    title = "取扱製品一覧\n作成日,2026/8/22\n\n"
    text = title + "メーカー,機種\n見本電機,MR-1\nメーカー,機種\n見本電機,MR-2\n合計,2件\n"
    found = _read(tmp_path / "list.csv", text)
    assert [product.model for product in found.products] == ["MR-1", "MR-2"]
    assert _told(found) == [(8, "", "maker_list_row_total")]


def test_what_was_not_understood_is_told_with_its_place(tmp_path: Path) -> None:
    text = "メーカー,機種,棚番\n見本電機,,A1\n,MR-2,A2\n見本電機,MR-1,A3\n見本電機,ＭＲ１,A4\n"
    found = _read(tmp_path / "list.csv", text)
    assert _told(found) == [
        (1, "棚番", "maker_list_column_unknown"),
        (2, "", "maker_list_row_without_model"),
        (3, "", "maker_list_row_without_maker"),
        (5, "", "maker_list_row_repeated"),
    ]
    assert found.read == 4


def test_merged_makers_and_several_sheets_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "表紙"
    cover["B2"] = "取扱製品一覧"
    for name, models in (("網", ("MR-1", "MR-2")), ("複合機", ("MP-1",))):
        sheet = book.create_sheet(name)
        sheet["B1"] = "一覧"
        sheet.merge_cells("B1:C1")
        sheet["B3"], sheet["C3"] = "メーカー", "機種"
        sheet["B4"] = "見本電機"
        for row, model in enumerate(models, 4):
            sheet.cell(row, 3, model)
        sheet.merge_cells(start_row=4, end_row=3 + len(models), start_column=2, end_column=2)
    book.save(tmp_path / "list.xlsx")
    found = read_maker_list(read_table(tmp_path / "list.xlsx"))
    assert [(product.maker, product.model) for product in found.products] == [
        ("見本電機", "MR-1"),
        ("見本電機", "MR-2"),
        ("見本電機", "MP-1"),
    ]
    assert [(one.place.sheet, one.problem) for one in found.skipped] == [
        ("表紙", "maker_list_sheet_without_table")
    ]


@pytest.mark.parametrize(
    ("text", "problem", "row"),
    [
        ("一覧\nメーカー,型番,区分\n見本電機,X-1,ルーター\n", "table_without_model_column", 2),
        ("機種,型番,区分\nMR-1,X-1,ルーター\n", "table_without_maker_column", 1),
        ("ただの文章です。\n", "table_without_model_column", None),
        ("メーカー,品名,数量,金額\n見本電機,MR-1,1,100\n", "maker_list_is_quotation", 1),
    ],
)
def test_a_table_that_is_no_maker_list_is_one_problem(
    tmp_path: Path, text: str, problem: str, row: int | None
) -> None:
    with pytest.raises(InvalidImport) as caught:
        _read(tmp_path / "list.csv", text)
    assert (caught.value.problem, caught.value.place.row) == (problem, row)


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("メーカー,機種\n" + "".join(f"見本電機,MR-{n}x\n" for n in range(1200)), encoding="utf-8")
    steps: list[tuple[int, int]] = []
    read_maker_list(read_table(path), lambda done, total: steps.append((done, total)))
    assert steps == [(500, 1201), (1000, 1201), (1201, 1201)]


_CELL = st.one_of(
    st.text(max_size=12), st.sampled_from(["メーカー", "機種", "合計", "型番", "数量", "金額", ""])
)


@given(st.lists(st.lists(_CELL, max_size=5), max_size=8))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_any_table_is_read_or_refused(cells: list[list[str]]) -> None:
    rows = tuple(Row(number, tuple(row)) for number, row in enumerate(cells, 1))
    shown = tuple(row for row in rows if not row.is_blank)
    with suppress(InvalidImport):
        found = read_maker_list(Table("any.csv", (Sheet("", shown),)))
        assert all(product.maker and product.model for product in found.products)


def test_eight_files_of_one_list_give_the_same_products() -> None:
    files = [one for one in SHARED_LISTS.glob("reseller_catalogue*") if "_more" not in one.name]
    if not files:
        pytest.skip("../shared/data is not here")
    lists = {file.name: read_maker_list(read_table(file)).products for file in files}
    first = next(iter(lists.values()))
    assert len(lists) == 8
    assert len(first) == 58
    assert {name for name, products in lists.items() if products != first} == set()


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("devicetype_library_all.csv", 4449),
        ("devicetype_library_reseller_makers.csv", 2752),
        ("devicetype_library_reseller_makers.xlsx", 2752),
    ],
)
def test_a_large_english_list_is_read(name: str, count: int) -> None:
    if not SHARED_LISTS.is_dir():
        pytest.skip("../shared/data is not here")
    found = read_maker_list(read_table(SHARED_LISTS / name))
    assert (len(found.products), found.read) == (count, count)
    assert {one.problem for one in found.skipped} == {"maker_list_column_unknown"}
