from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue_batch import ListedLabel
from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.domain.label import ProductLabel, ServiceCategory, ServiceRegistration
from jcssa_desktop.feeds.delimited import read_delimited
from jcssa_desktop.feeds.labels import LABEL_SOURCE, REGISTRATION_SOURCE, Register, read_labels, read_services
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file
from jcssa_desktop.feeds.stated_day import stated_day
from jcssa_desktop.system.resources import resource_folder

SEEN = date(2026, 11, 1)
LABELS = "メーカー,製品名,レベル,登録番号,発行日,有効期限,製品ページ"
SERVICES = "登録番号,サービス名,区分,登録有効期限,事業者名"


def _labels(*rows: str, headings: str = LABELS) -> Register:
    return read_labels(read_delimited("\n".join((headings, *rows)).encode(), "labels.csv"), SEEN)


def _services(*rows: str) -> Register:
    return read_services(read_delimited("\n".join((SERVICES, *rows)).encode(), "services.csv"), SEEN)


def test_a_label_is_read_for_each_model_of_its_row() -> None:
    found = _labels('見本電機,"MR-1、MR-2",★1,見本-1,2026-04-01,令和10年3月31日,https://mihon.example/1')
    label = ProductLabel(
        1,
        "見本-1",
        LABEL_SOURCE,
        SEEN,
        issued_on=date(2026, 4, 1),
        valid_until=date(2028, 3, 31),
        page_url="https://mihon.example/1",
    )
    assert found.labels == [ListedLabel("見本電機", "MR-1", label), ListedLabel("見本電機", "MR-2", label)]
    assert (found.read, found.skipped) == (1, [])


@pytest.mark.parametrize(
    ("text", "level"),
    [("★1", 1), ("★★", 2), ("3", 3), ("レベル4", 4), ("JC-STAR ★1", 1), ("STAR-2", 2), ("☆１", 1)],
)
def test_levels_are_read_as_people_write_them(text: str, level: int) -> None:
    (found,) = _labels(f"見本電機,MR-1,{text},見本-1,,,").labels
    assert found.label.level == level


def test_what_cannot_be_read_is_reported_with_its_row() -> None:
    found = _labels(
        ",MR-1,★1,見本-1,,,",
        "見本電機,MR-1,★5,見本-1,,,",
        "見本電機,MR-1,★1,見本-1,いつか,2028-03-31,",
    )
    assert [(one.place.row, one.problem) for one in found.skipped] == [
        (2, "label_row_incomplete"),
        (3, "label_level_unread"),
        (4, "label_day_unread"),
    ]
    (listed,) = found.labels
    assert (listed.label.issued_on, listed.label.valid_until) == (None, date(2028, 3, 31))


def test_a_registered_service_is_read_with_its_category_and_term() -> None:
    found = _services("見本-1,見本診断,脆弱性診断サービス,2027年9月30日,見本販売", "見本-2,見本,その他,,")
    assert found.services == [
        ServiceRegistration(
            "見本-1",
            ServiceCategory.VULNERABILITY_ASSESSMENT,
            date(2027, 9, 30),
            "見本診断",
            "見本販売",
            REGISTRATION_SOURCE,
            SEEN,
        )
    ]
    assert [(one.place.row, one.problem) for one in found.skipped] == [(3, "service_category_unread")]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("情報セキュリティ監査サービス", ServiceCategory.AUDIT),
        ("ペネトレーションテスト（脆弱性診断サービス）", ServiceCategory.PENETRATION_TEST),
        ("デジタルフォレンジックサービス", ServiceCategory.FORENSICS),
        ("ﾃﾞｼﾞﾀﾙﾌｫﾚﾝｼﾞｯｸ", ServiceCategory.FORENSICS),
        ("セキュリティ監視・運用サービス", ServiceCategory.MONITORING),
        ("機器検証サービス", ServiceCategory.DEVICE_VERIFICATION),
    ],
)
def test_the_categories_of_the_list_are_known(text: str, category: ServiceCategory) -> None:
    (found,) = _services(f"見本-1,見本,{text},,").services
    assert found.category is category


def test_kinds_are_told_by_their_headings(tmp_path: Path) -> None:
    samples = resource_folder() / "samples"
    labels = read_catalogue_file(samples / "jc_star_labels.csv", today=SEEN)
    services = read_catalogue_file(samples / "registered_services.csv", today=SEEN)
    assert (labels.kind, len(labels.batch.listed_labels), labels.skipped) == (Kind.LABELS, 3, ())
    assert (services.kind, len(services.batch.service_registrations)) == (Kind.REGISTERED_SERVICES, 2)
    products = tmp_path / "list.csv"
    products.write_text("メーカー,機種\n見本電機,MR-1\n", encoding="utf-8")
    assert read_catalogue_file(products, today=SEEN).kind is Kind.MAKER_LIST


@pytest.mark.parametrize("kind", [Kind.LABELS, Kind.REGISTERED_SERVICES])
def test_a_table_without_the_needed_columns_is_refused_in_one_sentence(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "table.csv"
    path.write_text("メーカー,機種\n見本電機,MR-1\n", encoding="utf-8")
    with pytest.raises(InvalidImport) as caught:
        read_catalogue_file(path, kind=kind, today=SEEN)
    assert caught.value.problem.endswith("_without_columns")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-08-22", date(2026, 8, 22)),
        ("2026/8/2", date(2026, 8, 2)),
        ("２０２６年８月２２日", date(2026, 8, 22)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R8.8.22", date(2026, 8, 22)),
        ("2026-08-22T10:00:00Z", date(2026, 8, 22)),
        ("2026-02-30", None),
        ("いつか", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert stated_day(text) == day


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=7, max_size=7))
def test_any_row_is_read_or_reported(cells: list[str]) -> None:
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    with suppress(InvalidImport):
        _labels(row)
    with suppress(InvalidImport):
        _services(row)
