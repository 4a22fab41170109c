from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import (
    Cvss,
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    InformationSource,
    Kev,
    Maker,
    Product,
)
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch, ListedLifecycle, ListedProduct, ListedRelease
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ConcerningStatement, ProductKnowledge
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.store.driver import DriverError, connect
from jcssa_desktop.store.import_tally import ImportCounts

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)

PAGE = InformationSource(InformationKind.ADVISORIES, "https://mihon.example/security", MAY)
MIHON = Maker("mihon", "見本電機", "Mihon", ("見本電機株式会社",), (PAGE,))
FIRMOS = FirmwareFamily("mihon:firmos", "mihon", "FirmOS", "dotted", ("Mihon FirmOS",))
GATE = Product("mihon:gate60f", "mihon", "Gate 60F", "MG-60F", "mihon:firmos", "UTM")
SEEN = FirmwareObservation("mihon:firmos", "7.4.1", FirmwareState.LATEST, MAY, "見本電機", train="7.4")
ENDS = LifecycleDate(
    LifecycleKind.END_OF_SUPPORT, PartialDate.parse("2027-05"), "見本電機", MAY, family_id="mihon:firmos"
)
ADVISORY = ListedAdvisory(
    "見本電機",
    "CVE-2026-0001",
    MAY,
    (Statement(NamedProduct("Mihon", "FirmOS"), "7.4.0 以前", ("<=7.4.0",), fixed_in=("7.4.1",)),),
    ids=("MIHON-SA-1",),
    cvss=(Cvss("3.1", 9.8, "NVD"),),
)
KEV = Kev("CVE-2026-0001", "Mihon", "FirmOS", "認証の回避", MAY, catalogue_version="2026.05.01")
HELD = ConcerningAdvisory(
    replace(ADVISORY, statements=()),
    (ConcerningStatement(ADVISORY.statements[0], Confidence.FAMILY),),
)
STARTER = CatalogueBatch(
    makers=(MIHON,),
    families=(FIRMOS,),
    products=(GATE,),
    observations=(SEEN,),
    lifecycle_dates=(ENDS,),
    listed_advisories=(ADVISORY,),
    kev=(KEV,),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.db"


@pytest.fixture
def store(path: Path) -> Iterator[CatalogueStore]:
    catalogue = CatalogueStore(path)
    yield catalogue
    catalogue.close()


def listed(store: CatalogueStore, *rows: ListedProduct) -> tuple[int, int, int]:
    counts = store.apply(CatalogueBatch(listed_products=rows))
    assert counts.skipped == ()
    return counts.new, counts.changed, counts.unchanged


def row(model: str = "Gate 60F", **values: str) -> ListedProduct:
    return ListedProduct(values.pop("maker", "見本電機"), model, **values)


def only(store: CatalogueStore) -> ProductKnowledge:
    (entry,) = store.match_entries()
    return store.knowledge(entry.product_id)


def test_a_batch_comes_back_as_knowledge(store: CatalogueStore) -> None:
    assert store.apply(STARTER) == ImportCounts(new=7, read=1)
    known = store.knowledge("mihon:gate60f")
    attacked, held = known.advisories
    assert replace(known, advisories=(held,)) == ProductKnowledge(
        GATE, MIHON, FIRMOS, (SEEN,), (ENDS,), (HELD,), (KEV,)
    )
    assert (attacked.record.source, attacked.statements[0].confidence) == ("CISA KEV", Confidence.FAMILY)


def test_an_entry_of_kev_waits_for_nobody(store: CatalogueStore) -> None:
    store.apply(CatalogueBatch(kev=(KEV,)))
    assert store.unread_statements(10).total == 0
    assert store.counts().advisories == 0


def test_a_list_that_names_a_product_twice_changes_nothing_when_it_comes_again(store: CatalogueStore) -> None:
    rows = (
        ListedProduct(
            "見本電機", "Mihon", "Gate 60F", "MG-60F", category="UTM", datasheet_url="https://a.example"
        ),
        ListedProduct(
            "見本電機", "Mihon", "Gate 60G", "MG-60F", category="網", datasheet_url="https://b.example"
        ),
    )
    store.apply(CatalogueBatch(listed_products=rows))
    again = store.apply(CatalogueBatch(listed_products=rows))
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)


def test_the_same_batch_again_changes_nothing(store: CatalogueStore) -> None:
    store.apply(STARTER)
    assert store.apply(STARTER) == ImportCounts(unchanged=7, read=1)


def test_a_dry_run_counts_and_writes_nothing(store: CatalogueStore) -> None:
    assert store.apply(STARTER, dry_run=True) == ImportCounts(new=7, read=1)
    assert store.counts().products == 0
    assert store.search("").total == 0


def test_a_cancelled_import_leaves_nothing(store: CatalogueStore) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        assert total == 2_000
        if done >= 1_000:
            raise Cancelled

    rows = tuple(row(f"Gate {number}") for number in range(2_000))
    with pytest.raises(Cancelled):
        store.apply(CatalogueBatch(listed_products=rows), progress=cancel)
    assert store.counts().products == 0
    assert store.search("gate").total == 0


def test_progress_ends_at_the_total(store: CatalogueStore) -> None:
    told: list[tuple[int, int]] = []
    rows = tuple(row(f"Gate {number}") for number in range(1_200))
    store.apply(CatalogueBatch(listed_products=rows), progress=lambda *step: told.append(step))
    assert told[-1] == (1_200, 1_200)
    assert told == sorted(told)


def test_progress_knows_how_many_records_a_feed_has_counted(store: CatalogueStore) -> None:
    told: list[tuple[int, int]] = []
    records = (ListedAdvisory("CVE", f"CVE-2026-{number:04d}", MAY) for number in range(1_200))
    batch = CatalogueBatch(listed_advisories=records, listed_count=1_200)
    store.apply(batch, progress=lambda *step: told.append(step))
    assert {total for _, total in told} == {1_200}
    assert told[-1] == (1_200, 1_200)


def test_a_list_makes_makers_families_and_products(store: CatalogueStore) -> None:
    full = row(maker_en="Mihon", part_number="MG-60F", family="FirmOS", category="UTM", jan="4900000000001")
    assert listed(store, full) == (1, 0, 0)
    known = only(store)
    assert known.maker == Maker("mihon", "見本電機", "Mihon")
    assert known.family == FirmwareFamily("mihon:firmos", "mihon", "FirmOS", "common")
    assert known.product == replace(GATE, jan="4900000000001")


@pytest.mark.parametrize(
    "again",
    [
        row(),
        row("ＧＡＴＥ　６０Ｆ", part_number="ＭＧ－６０Ｆ", maker="見本電機 "),
        row("gate60f", maker="MIHON", maker_en="Mihon"),
        row("何か別の名前", part_number="MG60F"),
        row(category="utm", part_number="MG-60f"),
    ],
)
def test_other_spellings_name_the_same_product(store: CatalogueStore, again: ListedProduct) -> None:
    store.apply(STARTER)
    listed(store, again)
    assert listed(store, again) == (0, 0, 1)
    assert only(store).product.model == "Gate 60F"


def test_a_list_completes_what_is_not_known(store: CatalogueStore) -> None:
    listed(store, row())
    full = row(
        part_number="MG-60F", family="FirmOS", category="UTM", datasheet_url="https://mihon.example/60f"
    )
    assert listed(store, full) == (0, 1, 0)
    assert listed(store, row()) == (0, 0, 1)
    product = only(store).product
    assert (product.part_number, product.family_id, product.category, product.datasheet_url) == (
        "MG-60F",
        f"{product.maker_id}:firmos",
        "UTM",
        "https://mihon.example/60f",
    )


def test_a_known_family_is_not_replaced_by_another_name(store: CatalogueStore) -> None:
    store.apply(STARTER)
    assert listed(store, row(family="別の系列")) == (0, 0, 1)
    assert only(store).family == FIRMOS
    assert store.counts().families == 1


def test_a_new_part_number_keeps_the_old_one_findable(store: CatalogueStore) -> None:
    store.apply(STARTER)
    assert listed(store, row(part_number="MG-60F-JP")) == (0, 1, 0)
    assert only(store).product.part_number == "MG-60F-JP"
    assert only(store).product.aliases == ("MG-60F",)
    assert store.search("mg60f").total == 1
    assert listed(store, row(part_number="MG-60F")) == (0, 0, 1)


def test_two_rows_of_one_model_do_not_fight_over_the_part_number(store: CatalogueStore) -> None:
    rows = (row(part_number="MG-60F"), row(part_number="MG-60F-BDL"))
    assert listed(store, *rows) == (1, 1, 0)
    assert listed(store, *rows) == (0, 0, 2)


def test_another_name_for_a_part_number_becomes_an_alias(store: CatalogueStore) -> None:
    store.apply(STARTER)
    assert listed(store, row("ゲート60F 本体", part_number="MG-60F")) == (0, 1, 0)
    assert only(store).product.aliases == ("ゲート60F 本体",)
    assert store.search("げーと60f").total == 1


def test_models_that_differ_by_a_sign_stay_apart(store: CatalogueStore) -> None:
    assert listed(store, row("DS920"), row("DS920+"), row("UD-LT1"), row("UD-LT1/EX")) == (4, 0, 0)


def test_the_same_model_of_two_makers_is_two_products(store: CatalogueStore) -> None:
    assert listed(store, row(), row(maker="サンプル通信", maker_en="Sample")) == (2, 0, 0)


def test_makers_without_latin_letters_get_identifiers_of_their_own(store: CatalogueStore) -> None:
    listed(store, row(maker="見本電機"), row(maker="別見本電機"))
    assert store.counts().makers == 2


def test_a_maker_is_known_by_its_english_name_and_learns_the_other(store: CatalogueStore) -> None:
    store.apply(STARTER)
    listed(store, row(maker="見本電機 (法人営業)", maker_en="Mihon"))
    assert store.counts().makers == 1
    assert "見本電機 (法人営業)" in only(store).maker.aliases


@pytest.mark.parametrize(
    ("rows", "problem"),
    [(row(maker=""), "maker_missing"), (row("―"), "model_missing"), (row(" "), "model_missing")],
)
def test_a_row_without_maker_or_model_is_skipped(
    store: CatalogueStore, rows: ListedProduct, problem: str
) -> None:
    counts = store.apply(CatalogueBatch(listed_products=(rows, row("Gate 80F"))))
    assert (counts.new, [skipped.problem for skipped in counts.skipped]) == (1, [problem])


def test_the_starter_takes_over_what_a_list_made(store: CatalogueStore) -> None:
    listed(store, row(maker_en="Mihon", family="FirmOS", part_number="MG-60F"))
    counts = store.apply(STARTER)
    assert counts.skipped == ()
    known = only(store)
    assert known.family == FIRMOS
    assert known.observations == (SEEN,)
    assert store.apply(STARTER) == ImportCounts(unchanged=7, read=1)


def test_facts_follow_a_product_that_is_known_under_another_identifier(store: CatalogueStore) -> None:
    listed(store, row(maker_en="Mihon", part_number="MG-60F"))
    (entry,) = store.match_entries()
    renamed = replace(GATE, product_id="mihon:gate-60f-utm", model="Gate 60F UTM")
    narrowed = replace(SEEN, product_id="mihon:gate-60f-utm")
    store.apply(replace(STARTER, products=(renamed,), observations=(narrowed,)))
    assert [one.product_id for one in only(store).observations] == [entry.product_id]


def test_a_later_starter_brings_its_changes(store: CatalogueStore) -> None:
    store.apply(STARTER)
    later = replace(
        STARTER,
        makers=(replace(MIHON, name_ja="見本電機ジャパン", sources=(replace(PAGE, checked_on=JUNE),)),),
        families=(replace(FIRMOS, scheme="fortios"),),
        products=(replace(GATE, use="拠点のVPN装置", aliases=("GATE-60F-A",)),),
    )
    counts = store.apply(later)
    assert (counts.new, counts.changed, counts.unchanged) == (0, 3, 4)
    known = store.knowledge("mihon:gate60f")
    assert known.maker.name_ja == "見本電機ジャパン"
    assert known.maker.sources[0].checked_on == JUNE
    assert "見本電機" in known.maker.aliases
    assert known.family is not None
    assert known.family.scheme == "fortios"
    assert known.product.use == "拠点のVPN装置"


def test_an_earlier_check_of_a_page_is_not_noted(store: CatalogueStore) -> None:
    store.apply(STARTER)
    older = replace(MIHON, sources=(replace(PAGE, checked_on=date(2025, 1, 1), note="古い"),))
    assert store.apply(CatalogueBatch(makers=(older,))) == ImportCounts(unchanged=1)
    assert store.knowledge("mihon:gate60f").maker.sources == (PAGE,)


def test_observations_are_added_and_never_replaced(store: CatalogueStore) -> None:
    store.apply(STARTER)
    later = replace(SEEN, version="7.4.2", observed_on=JUNE)
    assert store.apply(CatalogueBatch(observations=(SEEN, later))) == ImportCounts(new=1, unchanged=1)
    assert store.knowledge("mihon:gate60f").observations == (SEEN, later)


@pytest.mark.parametrize("statement", ["UPDATE observation SET version = '9'", "DELETE FROM observation"])
def test_the_database_itself_refuses_to_change_an_observation(
    store: CatalogueStore, path: Path, statement: str
) -> None:
    store.apply(STARTER)
    connection = connect(str(path), timeout=1)
    with pytest.raises(DriverError, match="only added to"):
        connection.execute(statement)
    connection.close()


def test_a_fact_of_an_unknown_product_or_family_is_skipped_with_its_name(store: CatalogueStore) -> None:
    store.apply(STARTER)
    counts = store.apply(
        CatalogueBatch(
            products=(replace(GATE, maker_id="nobody"), replace(GATE, family_id="nothing")),
            families=(replace(FIRMOS, maker_id="nobody"),),
            observations=(replace(SEEN, family_id="nothing"), replace(SEEN, product_id="nothing")),
        )
    )
    assert [skipped.problem for skipped in counts.skipped] == [
        "maker_unknown",
        "maker_unknown",
        "family_unknown",
        "family_unknown",
        "product_unknown",
    ]
    assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 0)


def test_a_lifecycle_date_seen_later_replaces_the_earlier(store: CatalogueStore) -> None:
    store.apply(STARTER)
    moved = replace(ENDS, ends=PartialDate.parse("2028-05-31"), seen_on=JUNE)
    assert store.apply(CatalogueBatch(lifecycle_dates=(moved,))) == ImportCounts(changed=1)
    assert store.apply(CatalogueBatch(lifecycle_dates=(ENDS,))) == ImportCounts(unchanged=1)
    assert store.knowledge("mihon:gate60f").lifecycle_dates == (moved,)


def test_a_date_that_was_seen_again_gets_the_later_day(store: CatalogueStore) -> None:
    store.apply(STARTER)
    again = replace(ENDS, seen_on=JUNE)
    assert store.apply(CatalogueBatch(lifecycle_dates=(again,))) == ImportCounts(unchanged=1)
    assert store.knowledge("mihon:gate60f").lifecycle_dates == (again,)


def test_an_older_kev_does_not_overwrite_a_newer(store: CatalogueStore) -> None:
    newer = replace(KEV, ransomware=True, catalogue_version="2026.06.01")
    store.apply(replace(STARTER, kev=(newer,)))
    assert store.apply(CatalogueBatch(kev=(KEV, replace(KEV, catalogue_version="")))).unchanged == 2
    assert store.knowledge("mihon:gate60f").kev == (newer,)
    assert store.counts().newest == JUNE


@pytest.mark.parametrize("name", ["FirmOS", "firm-os", "mihon-firmos", "Ｍｉｈｏｎ ＦｉｒｍＯＳ"])
def test_a_cycle_finds_its_family_by_name(store: CatalogueStore, name: str) -> None:
    store.apply(STARTER)
    stated = LifecycleDate(LifecycleKind.END_OF_SUPPORT, PartialDate.parse("2029"), "endoflife.date", JUNE)
    release = FirmwareObservation("", "7.6.0", FirmwareState.LATEST, JUNE, "endoflife.date", train="7.6")
    counts = store.apply(
        CatalogueBatch(
            listed_lifecycles=(ListedLifecycle(name, "7.6", stated),),
            listed_releases=(ListedRelease(name, release),),
        )
    )
    assert counts == ImportCounts(new=2)
    known = store.knowledge("mihon:gate60f")
    assert replace(stated, family_id="mihon:firmos", train="7.6") in known.lifecycle_dates
    assert replace(release, family_id="mihon:firmos") in known.observations


def test_a_cycle_of_an_unknown_or_ambiguous_family_is_skipped(store: CatalogueStore) -> None:
    other = Maker("sample", "サンプル通信", "Sample")
    theirs = FirmwareFamily("sample:firmos", "sample", "FirmOS")
    store.apply(replace(STARTER, makers=(MIHON, other), families=(FIRMOS, theirs)))
    stated = LifecycleDate(LifecycleKind.END_OF_SUPPORT, PartialDate.parse("2029"), "endoflife.date", JUNE)
    cycles = tuple(ListedLifecycle(name, "1", stated) for name in ("FirmOS", "windows", "sample-firmos"))
    counts = store.apply(CatalogueBatch(listed_lifecycles=cycles))
    assert counts.new == 1
    assert [dict(skipped.values)["family"] for skipped in counts.skipped] == ["FirmOS", "windows"]


def test_every_fact_of_a_batch_is_counted_once(store: CatalogueStore) -> None:
    counts = store.apply(replace(STARTER, listed_products=(row(), row("Gate 80F"), row(maker=""))))
    assert counts.new + counts.changed + counts.unchanged + len(counts.skipped) == 10


NAMES = st.sampled_from(["Gate 60F", "GATE-60F", "ゲート", "げーと", "80F", "80 f", "90", ""])
PARTS = st.sampled_from(["", "MG-60F", "mg60f", "MG-80F", "80F", "ＭＧ－９０"])
ROWS = st.builds(
    ListedProduct,
    maker=st.sampled_from(["見本電機", "Mihon", "サンプル通信", ""]),
    maker_en=st.sampled_from(["", "Mihon", "Sample"]),
    model=NAMES,
    part_number=PARTS,
    family=st.sampled_from(["", "FirmOS", "別の系列"]),
    category=st.sampled_from(["", "UTM", "ルーター"]),
)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(ROWS, max_size=8))
def test_every_product_stays_findable_whatever_lists_say(
    tmp_path_factory: pytest.TempPathFactory, rows: list[ListedProduct]
) -> None:
    store = CatalogueStore(tmp_path_factory.mktemp("catalogue") / "catalogue.db")
    counts = store.apply(CatalogueBatch(listed_products=tuple(rows)))
    taken = [one for one in rows if (one.maker or one.maker_en) and one.model]
    assert counts.new + counts.changed + counts.unchanged == len(taken)
    assert counts.new == store.counts().products
    for one in taken:
        assert store.search(one.model).total >= 1
        assert not one.part_number or store.search(one.part_number).total >= 1
    store.close()
