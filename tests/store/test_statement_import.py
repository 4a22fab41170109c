"""What sources state, kept as stated: once, in its newest state, whole or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Cvss, FirmwareFamily, Kev, Maker, Product, Series
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport, NotFound, Place, Skipped
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.held_findings import findings
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState, Statement
from jcssa_desktop.domain.settlement import Settlement
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.import_tally import ImportCounts

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
ROUTER, NEIGHBOUR = "mihon:mr1220", "mihon:mr1210"
CATALOGUE = CatalogueBatch(
    makers=(Maker("mihon", "見本電機", "Mihon", ("見本電機株式会社",)),),
    families=(FirmwareFamily("mihon:os", "mihon", "MihonOS", "dotted"),),
    products=(
        Product(ROUTER, "mihon", "MR1220", family_id="mihon:os"),
        Product(NEIGHBOUR, "mihon", "MR1210", family_id="mihon:os"),
    ),
)


def states(*ranges: str, name: str = "MR1220", maker: str = "Mihon", stated: str = "1.4 以前") -> Statement:
    return Statement(NamedProduct(maker, name), stated, ranges)


RECORD = ListedAdvisory(
    "JVN iPedia",
    "JVNDB-2026-000001",
    MAY,
    (states("<=1.4"),),
    ids=("CVE-2026-0001",),
    title="MR1220 における認証の欠如",
    published_on=MAY,
    modified="2026-05-01T00:00:00Z",
    cvss=(Cvss("3.1", 9.8, "JVN iPedia"),),
    source_url="https://example.com/jvndb",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    store = CatalogueStore(tmp_path / "catalogue.db")
    store.apply(CATALOGUE)
    yield store
    store.close()


def put(store: CatalogueStore, *records: ListedAdvisory | Skipped, file: str = "feed.rdf") -> ImportCounts:
    return store.apply(CatalogueBatch(listed_advisories=iter(records)), file=file)


def stated(store: CatalogueStore, product_id: str = ROUTER) -> list[str]:
    known = store.knowledge(product_id)
    return [one.statement.stated for advisory in known.advisories for one in advisory.statements]


def test_a_record_comes_back_as_its_source_stated_it(store: CatalogueStore) -> None:
    assert put(store, RECORD) == ImportCounts(new=1, read=1)
    (known,) = store.knowledge(ROUTER).advisories
    assert known.record == replace(RECORD, statements=())
    assert known.file == "feed.rdf"
    assert [(one.statement, one.confidence) for one in known.statements] == [
        (RECORD.statements[0], Confidence.EXACT)
    ]


def test_a_neighbour_is_told_nothing_of_it(store: CatalogueStore) -> None:
    put(store, RECORD)
    assert stated(store, NEIGHBOUR) == []


def test_what_is_said_of_the_family_reaches_each_of_its_products(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(states("<1.5", name="Mihon MihonOS Software"),)))
    for product_id in (ROUTER, NEIGHBOUR):
        (known,) = store.knowledge(product_id).advisories
        assert [one.confidence for one in known.statements] == [Confidence.FAMILY]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    store = CatalogueStore(tmp_path / "catalogue.db")
    put(store, RECORD)
    store.apply(CATALOGUE)
    assert stated(store) == ["1.4 以前"]
    store.close()


def test_the_same_file_again_changes_nothing_but_the_day(store: CatalogueStore) -> None:
    put(store, RECORD)
    assert put(store, replace(RECORD, seen_on=JUNE)) == ImportCounts(unchanged=1, read=1)
    assert put(store, RECORD) == ImportCounts(unchanged=1, read=1)
    (known,) = store.knowledge(ROUTER).advisories
    assert known.record.seen_on == JUNE


def test_of_two_states_of_a_record_the_newer_stays_in_whatever_order(store: CatalogueStore) -> None:
    newer = replace(RECORD, modified="2026-06-01T00:00:00Z", statements=(states("<=1.5", stated="1.5 以前"),))
    put(store, RECORD)
    assert put(store, newer) == ImportCounts(changed=1, read=1)
    assert put(store, replace(RECORD, seen_on=JUNE)) == ImportCounts(unchanged=1, read=1)
    assert stated(store) == ["1.5 以前"]


def test_without_a_time_of_the_source_the_day_of_the_file_orders(store: CatalogueStore) -> None:
    first = replace(RECORD, modified="")
    later = replace(first, seen_on=JUNE, statements=(states("<=1.5", stated="1.5 以前"),))
    put(store, later)
    assert put(store, first) == ImportCounts(unchanged=1, read=1)
    assert stated(store) == ["1.5 以前"]


def test_a_copy_without_a_time_of_the_source_never_takes_the_place_of_the_record(tmp_path: Path) -> None:
    copy = replace(RECORD, statements=(states("<=9.9", stated="9.9 以前"),), modified="", seen_on=JUNE)
    for name, order in (("a", (RECORD, copy)), ("b", (copy, RECORD))):
        store = CatalogueStore(tmp_path / f"{name}.db")
        store.apply(CATALOGUE)
        for one in order:
            put(store, one)
        assert stated(store) == [RECORD.statements[0].stated]
        store.close()


def test_an_overview_of_the_same_time_does_not_take_the_versions_away(store: CatalogueStore) -> None:
    put(store, RECORD)
    assert put(store, replace(RECORD, seen_on=JUNE, statements=(states(stated=""),))).unchanged == 1
    assert stated(store) == ["1.4 以前"]


def test_two_states_in_one_file_leave_the_newer(store: CatalogueStore) -> None:
    newer = replace(RECORD, modified="2026-06-01T00:00:00Z", statements=(states("<=1.5", stated="1.5 以前"),))
    assert put(store, RECORD, newer, RECORD) == ImportCounts(new=1, changed=1, unchanged=1, read=3)
    assert stated(store) == ["1.5 以前"]
    assert store.counts().advisories == 1


def test_records_of_two_sources_stand_beside_each_other(store: CatalogueStore) -> None:
    put(store, RECORD, replace(RECORD, source="NVD", record_id="CVE-2026-0001"))
    assert len(store.knowledge(ROUTER).advisories) == 2


def test_what_a_source_took_back_is_kept_and_decides_nothing(store: CatalogueStore) -> None:
    put(store, RECORD)
    taken_back = replace(RECORD, modified="2026-06-01T00:00:00Z", state=RecordState.WITHDRAWN)
    assert put(store, taken_back).changed == 1
    known = store.knowledge(ROUTER)
    assert [one.record.state for one in known.advisories] == [RecordState.WITHDRAWN]
    assert findings(known, "1.0") == ()
    assert store.counts().advisories == 1
    assert put(store, replace(RECORD, modified="2026-07-01T00:00:00Z")).changed == 1
    assert stated(store) == ["1.4 以前"]


def test_what_a_feed_did_not_take_is_reported(store: CatalogueStore) -> None:
    left_out = Skipped(Place(path="vulnerabilities[3]"), "model_missing")
    assert put(store, RECORD, left_out) == ImportCounts(new=1, skipped=(left_out,), read=2)


def test_a_dry_run_tells_and_changes_nothing(store: CatalogueStore) -> None:
    batch = CatalogueBatch(listed_advisories=iter((RECORD,)))
    assert store.apply(batch, dry_run=True) == ImportCounts(new=1, read=1)
    assert store.counts().advisories == 0


def many(count: int) -> Iterator[ListedAdvisory]:
    return (replace(RECORD, record_id=f"JVNDB-2026-{number:06}") for number in range(count))


def test_a_file_that_turns_out_damaged_leaves_nothing(store: CatalogueStore) -> None:
    def broken() -> Iterator[ListedAdvisory]:
        yield from many(1200)
        raise InvalidImport("json_malformed")

    with pytest.raises(InvalidImport):
        store.apply(CatalogueBatch(listed_advisories=broken()))
    assert store.counts().advisories == 0
    assert stated(store) == []


def test_an_import_can_be_cancelled_and_then_leaves_nothing(store: CatalogueStore) -> None:
    def stop(done: int, _: int) -> None:
        if done >= 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.apply(CatalogueBatch(listed_advisories=many(3000)), progress=stop)
    assert store.counts().advisories == 0


def test_records_are_taken_as_they_come(store: CatalogueStore) -> None:
    """A feed of any length is never held whole: the first portion is written before the last is read."""
    ahead = 0

    def counted() -> Iterator[ListedAdvisory]:
        nonlocal ahead
        for one in many(2000):
            ahead += 1
            yield one

    seen = []
    store.apply(
        CatalogueBatch(listed_advisories=counted()), progress=lambda done, _: seen.append(ahead - done)
    )
    assert max(seen) <= 500


def test_a_known_exploited_number_of_a_statement_is_found(store: CatalogueStore) -> None:
    entry = Kev("CVE-2026-0001", "Mihon", "MR1220", "認証の欠如", MAY, catalogue_version="2026.05.01")
    put(store, RECORD)
    store.apply(CatalogueBatch(kev=(entry,)))
    assert store.knowledge(ROUTER).kev == (entry,)
    assert store.knowledge(NEIGHBOUR).kev == ()


def test_what_another_window_imports_is_seen_at_once(store: CatalogueStore, tmp_path: Path) -> None:
    other = CatalogueStore(tmp_path / "catalogue.db")
    assert stated(store) == []
    put(other, RECORD)
    assert stated(store) == ["1.4 以前"]
    put(store, replace(RECORD, modified="2026-06-01T00:00:00Z", statements=(states("<2", stated="2 未満"),)))
    assert (stated(store), stated(other)) == (["2 未満"], ["2 未満"])
    other.close()


# --- a product named by text


@pytest.mark.parametrize(
    "text",
    ["MR1220", "mr-1220", "見本電機 MR1220", "Mihon MR1220", "ＭＲ１２２０", ROUTER, "MR1220 (全機種)"],
)
def test_a_product_of_the_catalogue_is_found_as_people_name_it(store: CatalogueStore, text: str) -> None:
    assert store.knowledge_of_named(text).product.product_id == ROUTER


@pytest.mark.parametrize("text", ["WX900", "Mihon WX900", "見本電機株式会社 WX900"])
def test_a_product_that_only_a_source_names_has_its_statements(store: CatalogueStore, text: str) -> None:
    put(store, replace(RECORD, statements=(states("<=2.0", name="WX900 firmware"),)))
    known = store.knowledge_of_named(text)
    assert known.maker.maker_id == "mihon"
    assert [one.confidence for advisory in known.advisories for one in advisory.statements] == [
        Confidence.EXACT
    ]


def bound(firmware: str, *devices: str) -> Statement:
    return Statement(NamedProduct("mihon", firmware, devices), "<2.0", ("<2.0",))


def test_a_device_is_of_the_family_that_a_source_binds_to_it(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(bound("mihonos", "wx900"), states("<3.0", name="MihonOS"))))
    known = store.knowledge_of_named("Mihon WX900")
    assert (known.product.family_id, known.family and known.family.scheme) == ("mihon:os", "dotted")
    assert [one.confidence for one in known.advisories[0].statements] == [Confidence.EXACT, Confidence.FAMILY]


def test_a_device_with_two_families_bound_to_it_is_of_neither(store: CatalogueStore) -> None:
    store.apply(CatalogueBatch(families=(FirmwareFamily("mihon:xe", "mihon", "MihonXE", "dotted"),)))
    put(store, replace(RECORD, statements=(bound("mihonos", "wx900"), bound("mihonxe", "wx900"))))
    known = store.knowledge_of_named("WX900")
    assert known.family is None
    assert len(known.advisories[0].statements) == 2


def test_a_maker_that_only_a_source_names_is_taken_from_it(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(states("<=2.0", name="ZZ-77", maker="Sample Works Inc."),)))
    for text in ("ZZ-77", "Sample Works ZZ-77"):
        known = store.knowledge_of_named(text)
        assert [one.confidence for advisory in known.advisories for one in advisory.statements] == [
            Confidence.EXACT
        ]


def test_a_brand_that_one_source_takes_for_the_maker_does_not_hide_what_others_say(
    store: CatalogueStore,
) -> None:
    both = (
        states("<=2.0", name="Client View", maker="KENSA"),
        states("<=3.0", name="KENSA Client View", maker="Sample Works Inc."),
    )
    put(store, replace(RECORD, statements=both))
    known = store.knowledge_of_named("KENSA Client View")
    assert [one.confidence for one in known.advisories[0].statements] == [Confidence.EXACT] * 2


def test_a_maker_whose_name_begins_with_a_known_one_is_another(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(states("<=2.0", name="ZZ-77", maker="Mihon Energy"),)))
    assert store.knowledge_of_named("Mihon Energy ZZ-77").maker.name_en == "Mihon Energy"
    with pytest.raises(NotFound):
        store.knowledge_of_named("Mihon ZZ-77")


def test_a_name_that_two_makers_have_is_known_by_name_only(store: CatalogueStore) -> None:
    both = (states("<=2.0", name="ZZ-77", maker="Sample"), states("<=3.0", name="ZZ-77", maker="Probe"))
    put(store, replace(RECORD, statements=both))
    known = store.knowledge_of_named("ZZ-77")
    assert {one.confidence for advisory in known.advisories for one in advisory.statements} == {
        Confidence.NAME
    }


def test_a_model_that_fits_the_series_of_another_maker_stays_its_own_makers(store: CatalogueStore) -> None:
    series = Series("mihon:wx", "mihon", ("WX*",), family_id="mihon:os")
    store.apply(CatalogueBatch(series=(series,)))
    both = (states("<=2.0", name="WX901", maker="Sample"), states("<=3.0", name="WX901", maker="Probe"))
    put(store, replace(RECORD, statements=both))
    known = store.knowledge_of_named("WX901")
    assert known.family is None
    assert len(known.advisories[0].statements) == 2


@pytest.mark.parametrize("text", ["", "  ", "ZZ-77", "Mihon MR122", "MR122"])
def test_a_product_that_nobody_names_is_told_to_be_unknown(store: CatalogueStore, text: str) -> None:
    put(store, RECORD)
    with pytest.raises(NotFound) as unknown:
        store.knowledge_of_named(text)
    assert unknown.value.problem == "product_named_nowhere"


def test_a_model_of_two_makers_must_be_named_with_its_maker(store: CatalogueStore) -> None:
    other = Maker("sample", "サンプル通信", "Sample")
    store.apply(CatalogueBatch(makers=(other,), products=(Product("sample:mr1220", "sample", "MR1220"),)))
    with pytest.raises(NotFound) as ambiguous:
        store.knowledge_of_named("MR1220")
    assert ambiguous.value.problem == "product_ambiguous"
    assert store.knowledge_of_named("Sample MR1220").product.product_id == "sample:mr1220"


@pytest.mark.parametrize("name", ["MihonOS", "mihon-os", "Mihon MihonOS", "dotted"])
def test_a_scheme_is_found_by_the_name_of_its_family(store: CatalogueStore, name: str) -> None:
    assert store.scheme_named(name) == "dotted"


def test_a_family_that_nobody_knows_is_told_to_be_unknown(store: CatalogueStore) -> None:
    with pytest.raises(NotFound):
        store.scheme_named("別のOS")


# --- statements that wait for a person

UNREAD = states(stated="メーカーの案内を参照")


def settled(store: CatalogueStore, **meaning: object) -> Settlement:
    (waiting,) = store.unread_statements(10).statements
    settlement = replace(Settlement(waiting.words, "見本 花子", JUNE, "電話で確認"), **meaning)  # type: ignore[arg-type]
    store.settle(settlement)
    return settlement


def test_unread_statements_wait_those_about_our_products_first(store: CatalogueStore) -> None:
    stranger = replace(RECORD, record_id="JVNDB-2026-000002", statements=(states(name="ZZ", stated="不明"),))
    put(store, stranger, replace(RECORD, statements=(UNREAD,)))
    waiting = store.unread_statements(10)
    assert waiting.total == 2
    assert [(one.statement.stated, one.is_ours) for one in waiting.statements] == [
        ("メーカーの案内を参照", True),
        ("不明", False),
    ]
    assert len(store.unread_statements(1).statements) == 1


def test_a_settlement_is_applied_and_survives_the_next_import(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(UNREAD,)))
    settled(store, ranges=("<=1.4",), fixed_in=("1.5",))
    for _ in range(2):
        ((held,),) = (one.statements for one in store.knowledge(ROUTER).advisories)
        assert (held.statement.ranges, held.statement.fixed_in) == (("<=1.4",), ("1.5",))
        assert (held.statement.stated, held.settled_by) == ("メーカーの案内を参照", "見本 花子")
        assert store.unread_statements(10).total == 0
        put(store, replace(RECORD, statements=(UNREAD,), modified="2026-07-01T00:00:00Z", title="改題"))


def test_other_words_are_another_statement(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(UNREAD,)))
    settled(store, ranges=("<=1.4",))
    changed = replace(RECORD, statements=(states(stated="別の案内を参照"),), modified="2026-07-01T00:00:00Z")
    put(store, changed)
    assert store.unread_statements(10).total == 1


def test_what_is_settled_as_not_ours_is_no_longer_held_against_products(store: CatalogueStore) -> None:
    put(store, replace(RECORD, statements=(UNREAD,)))
    settled(store, not_ours=True)
    assert store.knowledge(ROUTER).advisories == ()


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
STATES = st.builds(
    lambda modified, seen_on, last, withdrawn: replace(
        RECORD,
        modified=f"{modified.isoformat()}T00:00:00Z",
        seen_on=seen_on,
        statements=(states(f"<=1.{last}", stated=f"1.{last}"),),
        state=RecordState.WITHDRAWN if withdrawn else RecordState.PUBLISHED,
    ),
    st.sampled_from([date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]),
    DAYS,
    st.integers(0, 3),
    st.booleans(),
)


@settings(max_examples=25, deadline=None)
@given(records=st.lists(STATES, min_size=1, max_size=6))
def test_the_newest_state_stays_and_importing_it_all_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, records: list[ListedAdvisory]
) -> None:
    store = CatalogueStore(tmp_path_factory.mktemp("catalogue") / "catalogue.db")
    store.apply(CATALOGUE)
    put(store, *records)
    assert store.counts().advisories == 1
    newest = max(one.modified for one in records)
    of_newest = [one for one in records if one.modified == newest]
    if all(one.state is RecordState.PUBLISHED for one in of_newest):
        assert stated(store)[0] in {one.statements[0].stated for one in of_newest}
    if len(of_newest) == 1:
        assert put(store, *records).changed == 0
    store.close()
