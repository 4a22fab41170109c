import gzip
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.catalogue_batch import ListedMaker
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState
from jcssa_desktop.feeds.jvn import read_jvn_xml
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file
from tests.feeds import jvn_documents as made

SEEN = date(2026, 11, 1)
MR1 = made.affected_item("見本電機", "MR-1", "cpe:/h:mihon:MR-1", ">=1.0 <=1.4")


def _read(data: bytes) -> list[ListedAdvisory | Skipped]:
    return list(read_jvn_xml(data, "jvn.xml", SEEN).advisories)


def _one(*items: str, **stated: str) -> ListedAdvisory:
    (found,) = _read(made.vuldef(made.vulinfo(*items, **stated)))
    assert isinstance(found, ListedAdvisory)
    return found


def _refusal(data: bytes) -> InvalidImport:
    with pytest.raises(InvalidImport) as caught:
        _read(data)
    return caught.value


# --- details


def test_a_detail_keeps_its_numbers_days_score_and_page() -> None:
    found = _one(MR1)
    assert (found.source, found.record_id, found.seen_on) == ("JVN iPedia", "JVNDB-2026-000001", SEEN)
    assert found.ids == ("JVNDB-2026-000001", "CVE-2026-0001", "JVN#12345678")
    assert found.published_on == date(2026, 3, 31)
    assert found.modified == "2026-03-31T23:20:54.000Z"
    assert found.cvss == (Cvss("3.0", 8.8, "JVN iPedia"),)
    assert found.source_url == "https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html"
    assert found.state is RecordState.PUBLISHED


def test_a_product_is_named_as_the_source_does_with_its_cpe_in_one_spelling() -> None:
    shown = _one(
        made.affected_item("見本電機", "MR-1", "cpe:/h:mihon:MR-1%2FEX"),
        made.affected_item("見本電機", "MR-2 ファームウェア", "cpe:/o:mihon:mr-2_firmware"),
        made.affected_item("見本電機", "MR-3", ""),
        made.affected_item("見本電機", "ツール", "cpe:/a:misc:mihon_tool"),
    )
    assert [one.about for one in shown.statements] == [
        NamedProduct("見本電機", "MR-1", is_hardware=True, cpe="cpe:/h:mihon:mr-1%2fex"),
        NamedProduct("見本電機", "MR-2 ファームウェア", cpe="cpe:/o:mihon:mr-2_firmware"),
        NamedProduct("見本電機", "MR-3"),
        NamedProduct("見本電機", "ツール"),
    ]


def test_a_product_without_versions_is_unknown_and_not_left_out() -> None:
    several = made.affected_item("見本電機", "(複数の製品)", "cpe:/h:misc:multiple", "")
    (statement,) = _one(several).statements
    assert (statement.about.name, statement.ranges, statement.stated) == ("(複数の製品)", (), "")


def test_a_range_holds_for_the_cve_numbers_in_its_brackets_alone() -> None:
    item = made.affected_item(
        "見本電機", "MR-1", "", "<=1.5(CVE-2026-0001)", "<=1.4（CVE-2026-0002、CVE-2026-0003）"
    )
    assert [(one.cves, one.ranges) for one in _one(item).statements] == [
        (("CVE-2026-0001",), ("<=1.5",)),
        (("CVE-2026-0002", "CVE-2026-0003"), ("<=1.4",)),
    ]


def test_ranges_of_several_trains_are_alternatives_and_what_is_unread_stays_beside_them() -> None:
    unread = "お使いの環境によります"
    item = made.affected_item("見本電機", "MR-1", "", ">=1.0 <1.4", ">=2.0 <2.1", unread)
    read, open_one = _one(item).statements
    assert read.ranges == (">=1.0 <1.4", ">=2.0 <2.1")
    assert (open_one.ranges, open_one.stated) == ((), unread)


@pytest.mark.parametrize("where", ["title", "overview"])
def test_a_deleted_record_is_withdrawn_and_one_in_dispute_is_not(where: str) -> None:
    assert _one(**{where: "** 削除 ** この候補番号は使われません。"}).state is RecordState.WITHDRAWN
    assert _one(**{where: "** 未確定 ** 本件は未確定です。"}).state is RecordState.PUBLISHED
    assert _one(**{where: "** サポート外 ** 古い製品です。"}).state is RecordState.PUBLISHED


def test_an_overview_is_text_without_markup_and_without_the_names_of_persons() -> None:
    overview = (
        "次の脆弱性が存在します。<ul><li>認証回避 - CVE-2026-0001</li><li>漏えい</li></ul>"
        " CVE-2026-0001 この脆弱性情報は、下記の方が報告しました。 報告者: 見本 太郎 氏"
    )
    assert _one(overview=overview).summary_ja == (
        "次の脆弱性が存在します。\n認証回避 - CVE-2026-0001\n漏えい"
    )


def test_a_record_without_number_is_reported_with_its_line_and_the_next_is_read() -> None:
    data = made.vuldef(made.vulinfo(number="見本"), made.vulinfo(MR1))
    first, second = _read(data)
    assert first == Skipped(Place(line=3), "jvn_record_without_number")
    assert isinstance(second, ListedAdvisory)


@pytest.mark.parametrize("score", ["", "11", "-1", "nan", "高い"])
def test_what_is_no_score_is_left_out(score: str) -> None:
    assert _one(MR1, score=score).cvss == ()


# --- overviews


@pytest.mark.parametrize("sec", ["http://jvn.jp/rss/mod_sec/", "http://jvn.jp/rss/mod_sec/3.0/"])
def test_an_overview_names_products_and_says_nothing_of_versions(sec: str) -> None:
    (found,) = _read(made.jvnrss(made.item(), sec=sec))
    assert isinstance(found, ListedAdvisory)
    assert found.ids == ("JVNDB-2026-000001", "CVE-2026-0001")
    assert (found.published_on, found.modified) == (date(2026, 3, 31), "2026-03-31T23:20:00.000Z")
    assert found.cvss == (Cvss("3.0", 9.8, "JVN iPedia"),)
    assert found.summary_ja == "MR-1 には、\n認証回避の脆弱性が存在します。"
    (statement,) = found.statements
    assert statement.about == NamedProduct("見本電機", "MR-1", is_hardware=True, cpe="cpe:/h:mihon:mr-1")
    assert (statement.ranges, statement.fixed_in) == ((), ())


def test_an_overview_never_takes_the_place_of_a_detail() -> None:
    (overview,), (detail,) = _read(made.jvnrss(made.item())), _read(made.vuldef(made.vulinfo(MR1)))
    assert isinstance(overview, ListedAdvisory)
    assert isinstance(detail, ListedAdvisory)
    assert overview.record_id == detail.record_id
    assert overview.source != detail.source


# --- names


def test_lists_bring_spellings_of_makers_and_no_product() -> None:
    data = made.vendor_list(
        ("見本電機", "cpe:/:mihon_inc", 3),
        ("見本商事", "cpe:/:shared", 0),
        ("見本工業", "cpe:/:shared", 0),
        ("見本無名", "cpe:/:misc", 2),
    )
    found = read_jvn_xml(data, "vendors.xml", SEEN)
    assert found.makers == (ListedMaker("見本電機", ("mihon_inc",)),)
    assert found.read == 4
    assert found.skipped == (Skipped(Place(), "jvn_products_not_taken", (("count", "5"),)),)


# --- what is refused


def test_an_answer_that_tells_of_an_error_is_told_in_its_words() -> None:
    status = '<status:Status method="getProductList" retCd="1" errCd="X1" errMsg="混み合っています"/>'
    refused = _refusal(made.vendor_list(status=status))
    assert (refused.problem, refused.values["message"]) == ("myjvn_error", "X1 混み合っています")


def test_alerts_and_statistics_are_refused_by_their_names() -> None:
    alert = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed>'
    statistics = b'<Result xmlns:m="http://jvndb.jvn.jp/myjvn/Statistics"><m:sumCvss/></Result>'
    assert _refusal(alert).values["name"] == "MyJVN getAlertList"
    assert _refusal(statistics).values["name"] == "MyJVN getStatistics"


def test_broken_xml_is_told_with_its_line_before_anything_is_taken() -> None:
    broken = made.vuldef(made.vulinfo(MR1)).replace(b"</Vulinfo>", b"<Vulinfo retCd= 0>")
    with pytest.raises(InvalidImport) as caught:
        read_jvn_xml(broken, "jvn.xml", SEEN)
    assert (caught.value.problem, caught.value.place.line is not None) == ("xml_malformed", True)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "secret">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;&a;&a;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]>',
    ],
)
def test_a_document_that_declares_anything_is_refused(declared: str) -> None:
    body = made.vuldef(made.vulinfo(MR1, title="&a;")).decode().replace("&amp;a;", "&a;")
    data = body.replace("?>\n", f"?>\n{declared}", 1).encode()
    assert _refusal(data).problem in {"xml_with_declarations", "xml_malformed"}


def test_a_record_of_endless_parts_is_refused() -> None:
    endless = made.vuldef("<Vulinfo>" + "<a/>" * 200_001 + "</Vulinfo>")
    assert _refusal(endless).problem == "xml_record_too_large"


def test_a_tag_of_endless_attributes_is_refused_with_its_line() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(120_000))
    with pytest.raises(InvalidImport) as caught:
        _read(made.vuldef(f"<Vulinfo>\n<a {attributes}/></Vulinfo>"))
    assert caught.value.problem == "xml_record_too_large"
    assert caught.value.place.line is not None


def test_nesting_without_end_is_refused() -> None:
    assert _refusal(made.vuldef("<Vulinfo>" + "<a>" * 100_000)).problem == "xml_malformed"


def test_an_empty_answer_is_told() -> None:
    assert _refusal(made.vuldef()).problem == "jvn_without_records"


# --- recognising


def test_the_kind_is_told_by_content_packed_or_not(tmp_path: Path) -> None:
    for name, data in (("x.bin", made.vuldef(made.vulinfo(MR1))), ("x.rdf", made.jvnrss(made.item()))):
        (tmp_path / name).write_bytes(data)
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data))
        for path in (tmp_path / name, tmp_path / f"{name}.gz"):
            found = read_catalogue_file(path, today=SEEN)
            assert (found.kind, len(list(found.batch.listed_advisories))) == (Kind.JVN, 1)


# --- any input

_TEXT = st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 2000), st.sampled_from(["vuldef", "rss", "vendors"]))
def test_any_damage_is_read_or_refused(damage: bytes, at: int, shape: str) -> None:
    whole = {
        "vuldef": made.vuldef(made.vulinfo(MR1)),
        "rss": made.jvnrss(made.item()),
        "vendors": made.vendor_list(("見本電機", "cpe:/:mihon", 1)),
    }[shape]
    with suppress(InvalidImport):
        _read(whole[:at] + damage + whole[at:])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT, st.lists(_TEXT, max_size=3)), max_size=3), _TEXT, _TEXT)
def test_any_texts_are_read_or_refused(
    items: list[tuple[str, str, str, list[str]]], overview: str, solution: str
) -> None:
    shown = [made.affected_item(maker, name, cpe, *versions) for maker, name, cpe, versions in items]
    with suppress(InvalidImport):
        _read(made.vuldef(made.vulinfo(*shown, overview=overview, solution=solution)))


# --- real files


def test_every_real_file_is_read_or_refused_in_one_sentence(shared_data: Path) -> None:
    read = {"advisories": 0, "statements": 0, "names": 0}
    folders = ("jvn", "bad_input/jvn_xml_bad", "bad_input/xml_defusedxml", "bad_input/real_world_unparseable")
    paths = [path for folder in folders for path in (shared_data / folder).rglob("*")]
    for path in paths:
        if path.suffix not in {".xml", ".rdf", ".json", ".gz"}:
            continue
        try:
            found = read_catalogue_file(path, today=SEEN)
        except InvalidImport:
            continue
        advisories = [one for one in found.batch.listed_advisories if isinstance(one, ListedAdvisory)]
        assert found.kind is Kind.JVN, path.name
        assert len(advisories) + len(found.batch.listed_makers) > 0, path.name
        read["advisories"] += len(advisories)
        read["statements"] += sum(len(one.statements) for one in advisories)
        read["names"] += len(found.batch.listed_makers)
    assert read["advisories"] >= 50
    assert read["statements"] >= 90
    assert read["names"] >= 58_000
