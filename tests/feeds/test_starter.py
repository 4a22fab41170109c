import tomllib
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import (
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    Scope,
)
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.domain.lifecycle import LifecycleKind, Precision
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.domain.product_identity import is_of_series
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.starter import read_starter
from jcssa_desktop.system.texts import Texts

RESOURCES = Path(__file__).parents[2] / "resources"
READING_DAY = date(2026, 11, 23)
MAKER = '[maker]\nid = "mihon"\nname_ja = "見本電機"\nname_en = "Mihon"\n'
FAMILY = '[[families]]\nslug = "os"\nname = "MihonOS"\nscheme = "dotted"\n'
PRODUCT = '[[products]]\nmodel = "MR-100"\nfamily = "os"\ncategory = "ルーター"\nuse = "拠点との接続"\n'
OBSERVATION = (
    '[[observations]]\nfamily = "os"\nversion = "1.2"\nstate = "latest"\n'
    'observed_on = 2026-01-01\nsource = "見本電機"\n'
)
ADVISORY = (
    '[[advisories]]\nid = "CVE-2026-0001"\nsource = "見本電機"\nseen_on = 2026-01-01\n'
    'summary_ja = "止められます。"\nsummary_en = "Can be stopped."\n'
    'advice_ja = "更新します。"\nadvice_en = "Update."\n'
    'cvss = [{ version = "3.1", score = 7.5, source = "NVD" }]\n'
    '[[advisories.affected]]\nfamily = "os"\nstated = "1.1 以前"\nranges = ["<=1.1"]\n'
)
WHOLE = MAKER + FAMILY + PRODUCT + OBSERVATION + ADVISORY


@pytest.fixture(scope="module")
def starter() -> CatalogueBatch:
    return read_starter(RESOURCES / "catalogue")


def advisories(starter: CatalogueBatch) -> tuple[ListedAdvisory, ...]:
    return tuple(one for one in starter.listed_advisories if isinstance(one, ListedAdvisory))


def advisory(starter: CatalogueBatch, advisory_id: str) -> ListedAdvisory:
    return next(one for one in advisories(starter) if one.record_id == advisory_id)


def statement(starter: CatalogueBatch, advisory_id: str, product_id: str) -> Statement:
    product = next(one for one in starter.products if one.product_id == product_id)
    family = next(one for one in starter.families if one.family_id == product.family_id)
    return next(
        one
        for one in advisory(starter, advisory_id).statements
        if one.about.name in (product.model, family.name)
    )


def observed(starter: CatalogueBatch, family_id: str, state: FirmwareState) -> list[FirmwareObservation]:
    return [one for one in starter.observations if one.family_id == family_id and one.state is state]


def read(folder: Path, text: str) -> CatalogueBatch:
    (folder / "mihon.toml").write_text(text, encoding="utf-8")
    return read_starter(folder)


def refusal(folder: Path, text: str) -> InvalidImport:
    with pytest.raises(InvalidImport) as refused:
        read(folder, text)
    return refused.value


# --- what the starter catalogue holds


def test_it_has_fifteen_makers_and_forty_models_at_least(starter: CatalogueBatch) -> None:
    assert len(starter.makers) >= 15
    assert len(starter.products) >= 40


def test_every_maker_of_a_product_has_an_advisory_page_and_a_support_page(starter: CatalogueBatch) -> None:
    makers = {product.maker_id for product in starter.products}
    for maker in (one for one in starter.makers if one.maker_id in makers):
        kinds = {source.kind for source in maker.sources}
        assert {InformationKind.ADVISORIES, InformationKind.SUPPORT} <= kinds, maker.maker_id


def test_the_models_that_resellers_quote_are_there(starter: CatalogueBatch) -> None:
    models = {product.model for product in starter.products}
    assert models >= {
        "FortiGate 40F",
        "FortiGate 60F",
        "FortiGate 100F",
        "RTX830",
        "RTX1220",
        "RTX1300",
        "WLX222",
        "SWX2210-8G",
        "TeraStation TS5420DN",
        "Mate タイプMB",
        "Mate タイプML",
        "Aterm WG1200HS",
        "UD-LT1",
    }


def test_identifiers_are_the_maker_and_the_folded_model(starter: CatalogueBatch) -> None:
    for product in starter.products:
        assert product.product_id == f"{product.maker_id}:{search_key(product.model)}"


def test_every_reference_resolves(starter: CatalogueBatch) -> None:
    makers = {maker.maker_id for maker in starter.makers}
    families = {family.family_id for family in starter.families} | {""}
    products = {product.product_id for product in starter.products} | {""}
    references = {
        *((one.family_id, one.product_id) for one in starter.observations),
        *((one.family_id, one.product_id) for one in starter.lifecycle_dates),
        *((one.family_id, "") for one in starter.series),
    }
    assert {family.maker_id for family in starter.families} <= makers
    assert {product.maker_id for product in starter.products} <= makers
    assert {family_id for family_id, _ in references} <= families
    assert {product_id for _, product_id in references} <= products


def test_every_product_says_in_plain_words_what_it_does(starter: CatalogueBatch) -> None:
    for product in starter.products:
        assert product.use
        assert product.category
        assert product.family_id
        assert product.scope is Scope.IN


def test_every_fact_has_its_source_and_a_day_that_has_come(starter: CatalogueBatch) -> None:
    days = [
        *((one.source, one.observed_on) for one in starter.observations),
        *((one.source, one.seen_on) for one in starter.lifecycle_dates),
        *((one.source, one.seen_on) for one in advisories(starter)),
        *((one.url, one.checked_on) for maker in starter.makers for one in maker.sources),
        *((one.catalogue_version, one.added) for one in starter.kev),
    ]
    for source, day in days:
        assert source
        assert day <= READING_DAY, source


def test_an_advisory_was_not_seen_before_it_was_published(starter: CatalogueBatch) -> None:
    for one in advisories(starter):
        assert one.published_on is None or one.published_on <= one.seen_on, one.record_id


def test_each_known_exploited_entry_marks_an_advisory_that_is_here(starter: CatalogueBatch) -> None:
    identifiers = set(chain.from_iterable(one.ids for one in advisories(starter)))
    assert {entry.cve for entry in starter.kev} <= identifiers


def test_no_version_is_both_the_newest_and_withdrawn(starter: CatalogueBatch) -> None:
    withdrawn = {
        (one.family_id, one.version) for one in starter.observations if one.state is FirmwareState.WITHDRAWN
    }
    latest = {
        (one.family_id, one.version) for one in starter.observations if one.state is FirmwareState.LATEST
    }
    assert withdrawn
    assert not withdrawn & latest


def test_one_train_of_a_product_has_one_newest_version(starter: CatalogueBatch) -> None:
    latest = Counter(
        (one.family_id, one.product_id, one.train)
        for one in starter.observations
        if one.state is FirmwareState.LATEST
    )
    assert max(latest.values()) == 1


# --- the three stories


def test_fortios_6_0_4_is_told_as_it_was_at_the_hospital(starter: CatalogueBatch) -> None:
    story = advisory(starter, "CVE-2018-13379")
    part = statement(starter, "CVE-2018-13379", "fortinet:fortigate60e")
    assert set(part.ranges) == {">=6.0.0 <=6.0.4", ">=5.6.3 <=5.6.7", ">=5.4.6 <=5.4.12"}
    assert {"5.4.13", "5.6.8", "6.0.5"} <= set(part.fixed_in)
    assert "FG-IR-18-384" in story.ids
    assert "パスワード" in story.advice_ja
    assert "二要素" in story.advice_ja
    assert "更新だけでは足りません" in story.advice_ja


def test_the_hospital_s_flaw_is_known_to_be_used_by_ransomware(starter: CatalogueBatch) -> None:
    entry = next(one for one in starter.kev if one.cve == "CVE-2018-13379")
    assert entry.added == date(2021, 11, 3)
    assert entry.ransomware


def test_the_hospital_s_train_ended_before_today(starter: CatalogueBatch) -> None:
    end = next(
        one.ends
        for one in starter.lifecycle_dates
        if one.family_id == "fortinet:fortios"
        and one.train == "6.0"
        and one.kind is LifecycleKind.END_OF_SUPPORT
    )
    assert end.last_day == date(2022, 9, 29)


def test_the_aterm_of_the_story_gets_no_fix(starter: CatalogueBatch) -> None:
    part = statement(starter, "NV21-008", "nec:atermwg1200hs")
    assert part.no_fix
    assert part.ranges == ("*",)
    assert not part.fixed_in
    (no_fix,) = observed(starter, "nec:aterm", FirmwareState.NO_FIX_PLANNED)
    assert no_fix.product_id == "nec:atermwg1200hs"
    assert not no_fix.version
    assert "新しい機種" in advisory(starter, "NV21-008").advice_ja


def test_another_aterm_does_not_inherit_that(starter: CatalogueBatch) -> None:
    assert [one.about.name for one in advisory(starter, "NV21-008").statements] == ["Aterm WG1200HS"]


def test_the_newest_ud_lt1_version_mends_one_of_three_flaws(starter: CatalogueBatch) -> None:
    family = "iodata:ud-lt1"
    (latest,) = observed(starter, family, FirmwareState.LATEST)
    assert latest.version == "Ver.2.1.9"
    mended = statement(starter, "CVE-2024-52564", "iodata:udlt1")
    assert mended.ranges == ("<=2.1.8",)
    assert mended.fixed_in == ("Ver.2.1.9",)
    for still_open in ("CVE-2024-45841", "CVE-2024-47133"):
        part = statement(starter, still_open, "iodata:udlt1")
        assert part.ranges == ("<2.2.0",)
        assert not part.fixed_in


def test_the_full_ud_lt1_fix_is_planned_with_its_day(starter: CatalogueBatch) -> None:
    (planned,) = observed(starter, "iodata:ud-lt1", FirmwareState.FIX_PLANNED)
    assert planned.version == "Ver.2.1.9"
    assert str(planned.released_on) == "2024-12-18"
    assert "Ver.2.2.0" in planned.note


def test_ud_lt1_attacks_are_told_although_kev_has_none(starter: CatalogueBatch) -> None:
    assert "攻撃を、メーカーが確認" in advisory(starter, "CVE-2024-47133").summary_ja
    assert "CVE-2024-47133" not in {entry.cve for entry in starter.kev}


# --- other facts that must not slip


@pytest.mark.parametrize(
    ("cve", "fixed", "added"),
    [
        ("CVE-2025-59718", {"7.0.18", "7.2.12", "7.4.9", "7.6.4"}, date(2025, 12, 16)),
        ("CVE-2026-24858", {"7.0.19", "7.2.13", "7.4.11", "7.6.6"}, date(2026, 1, 27)),
    ],
)
def test_recent_fortios_flaws_have_a_fix_in_each_train(
    starter: CatalogueBatch, cve: str, fixed: set[str], added: date
) -> None:
    assert set(statement(starter, cve, "fortinet:fortigate60f").fixed_in) == fixed
    assert next(one.added for one in starter.kev if one.cve == cve) == added


def test_a_fortigate_60e_is_not_offered_trains_that_it_cannot_take(starter: CatalogueBatch) -> None:
    """What was seen of a product itself beats what was seen of its family."""
    trains = {one.train for one in starter.observations if one.product_id == "fortinet:fortigate60e"}
    assert trains == {"6.0", "6.2", "6.4", "7.0", "7.2", "7.4"}


def test_a_product_with_newest_versions_of_its_own_has_all_that_it_can_take(
    starter: CatalogueBatch,
) -> None:
    """Own observations hide those of the family, so they must not be told in part."""
    latest = [one for one in starter.observations if one.state is FirmwareState.LATEST]
    told = {one.family_id for one in latest if not one.product_id}
    own = {one.product_id for one in latest if one.product_id and one.family_id in told}
    assert own == {"fortinet:fortigate60e"}


def test_a_rtx1220_inherits_nothing_from_its_neighbours(starter: CatalogueBatch) -> None:
    (family,) = (one for one in starter.families if one.family_id == "yamaha:rt")
    yamaha = (
        one for record in advisories(starter) for one in record.statements if one.about.maker == "Yamaha"
    )
    assert {one.about.name for one in yamaha}.isdisjoint({"RTX1220", family.name, *family.aliases})


def test_the_withdrawn_qts_is_known_as_withdrawn(starter: CatalogueBatch) -> None:
    (withdrawn,) = observed(starter, "qnap:qts", FirmwareState.WITHDRAWN)
    assert withdrawn.version.startswith("5.2.2.2950")


def test_unpublished_ends_are_stated_with_the_day_of_looking(starter: CatalogueBatch) -> None:
    unpublished = [one for one in starter.lifecycle_dates if one.ends.precision is Precision.UNPUBLISHED]
    assert {"buffalo:terastation", "nec:aterm"} <= {one.family_id for one in unpublished}


def test_a_flaw_without_stated_versions_leaves_every_version_open(starter: CatalogueBatch) -> None:
    assert statement(starter, "CVE-2024-53704", "sonicwall:tz270").ranges == ()


def test_a_gateway_fixed_per_hardware_keeps_its_own_bound(starter: CatalogueBatch) -> None:
    assert statement(starter, "CVE-2026-0401", "sonicwall:tz270").ranges == ("<7.3.2-7010",)
    assert statement(starter, "CVE-2026-0401", "sonicwall:tz280").ranges == ("<8.2.0-8009",)


def test_every_series_has_models_and_says_which_family_or_name_they_share(starter: CatalogueBatch) -> None:
    for series in starter.series:
        assert series.models, series.series_id
        assert series.family_id or series.names, series.series_id


def test_a_product_is_of_the_family_that_its_series_is_of(starter: CatalogueBatch) -> None:
    for product in starter.products:
        families = {
            one.family_id
            for one in starter.series
            if one.maker_id == product.maker_id and one.family_id and is_of_series(one, product.model)
        }
        assert families <= {product.family_id}, product.product_id


# --- what a malformed file is told


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    batch = read(tmp_path, WHOLE)
    assert [one.product_id for one in batch.products] == ["mihon:mr100"]
    assert [one.family_id for one in batch.observations] == ["mihon:os"]
    assert [one.ids for one in advisories(batch)] == [("CVE-2026-0001",)]


def test_a_fact_on_several_products_becomes_one_for_each(tmp_path: Path) -> None:
    second = PRODUCT.replace("MR-100", "MR-200")
    narrowed = OBSERVATION + 'products = ["MR-100", "MR-200"]\n'
    batch = read(tmp_path, MAKER + FAMILY + PRODUCT + second + narrowed)
    assert [one.product_id for one in batch.observations] == ["mihon:mr100", "mihon:mr200"]


@pytest.mark.parametrize(
    ("text", "problem", "path"),
    [
        (MAKER + 'colour = "red"\n', "starter_key_unknown", "maker.colour"),
        (WHOLE + "[[rumours]]\n", "starter_key_unknown", "rumours"),
        (MAKER.replace('name_en = "Mihon"\n', ""), "starter_key_missing", "maker.name_en"),
        (MAKER.replace('"見本電機"', '" "'), "starter_not_a_text", "maker.name_ja"),
        (MAKER.replace('"見本電機"', "3"), "starter_not_a_text", "maker.name_ja"),
        (MAKER + "aliases = [1]\n", "starter_not_a_texts", "maker.aliases"),
        ("maker = 1\n", "starter_not_a_table", "maker"),
        (MAKER + "[families]\n", "starter_not_a_tables", "families"),
        (MAKER + FAMILY.replace("os", "x") + PRODUCT, "starter_family_unknown", "products[1].family"),
        (
            MAKER + FAMILY + OBSERVATION + 'products = ["MR-9"]\n',
            "starter_product_unknown",
            "observations[1].products",
        ),
        (
            MAKER + FAMILY + OBSERVATION.replace("latest", "fresh"),
            "starter_word_unknown",
            "observations[1].state",
        ),
        (
            MAKER + FAMILY + OBSERVATION.replace("2026-01-01", '"2026-01-01"'),
            "starter_not_a_day",
            "observations[1].observed_on",
        ),
        (
            MAKER + FAMILY + OBSERVATION.replace("2026-01-01", "2026-01-01T10:00:00"),
            "starter_not_a_day",
            "observations[1].observed_on",
        ),
        (
            MAKER + FAMILY + OBSERVATION + 'released_on = "2026-13"\n',
            "starter_not_a_partial_date",
            "observations[1].released_on",
        ),
        (WHOLE.replace("7.5", "17.5"), "starter_not_a_score", "advisories[1].cvss[1].score"),
        (WHOLE.replace("7.5", "nan"), "starter_not_a_score", "advisories[1].cvss[1].score"),
        (WHOLE + "no_fix = 1\n", "starter_not_a_flag", "advisories[1].affected[1].no_fix"),
        (MAKER + FAMILY + FAMILY, "starter_twice", "families[2].slug"),
        (
            MAKER
            + '[[lifecycle]]\nkind = "end_of_sale"\nends = "2027"\nsource = "x"\nseen_on = 2026-01-01\n',
            "starter_family_or_products",
            "lifecycle[1].products",
        ),
    ],
)
def test_a_slip_is_refused_with_its_place(tmp_path: Path, text: str, problem: str, path: str) -> None:
    refused = refusal(tmp_path, text)
    assert refused.problem == problem
    assert refused.file == "mihon.toml"
    assert refused.place.path == path


def test_a_product_of_another_family_is_refused(tmp_path: Path) -> None:
    other = FAMILY.replace("os", "switch")
    narrowed = OBSERVATION.replace('"os"', '"switch"') + 'products = ["MR-100"]\n'
    refused = refusal(tmp_path, MAKER + FAMILY + other + PRODUCT + narrowed)
    assert refused.problem == "starter_product_of_other_family"


def test_malformed_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    refused = refusal(tmp_path, MAKER + "[[families]\n")
    assert refused.problem == "starter_not_toml"
    assert refused.place.line == 5


def test_a_maker_of_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(WHOLE, encoding="utf-8")
    assert refusal(tmp_path, WHOLE).problem == "starter_twice"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidImport) as refused:
        read_starter(tmp_path)
    assert refused.value.problem == "starter_empty"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mihon.toml").write_bytes(WHOLE.encode("cp932"))
    with pytest.raises(InvalidImport) as refused:
        read_starter(tmp_path)
    assert refused.value.problem == "starter_not_utf8"


def test_bottomless_nesting_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a = " + "[" * 100_000).problem in {"starter_too_deep", "starter_not_toml"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_refusal_is_a_sentence_that_names_the_file(tmp_path: Path, language: str) -> None:
    texts = Texts("ja" if language == "ja" else "en", RESOURCES / "i18n" / "messages")
    sentence = texts.error(refusal(tmp_path, MAKER + 'colour = "red"\n'))
    assert "mihon.toml" in sentence
    assert "colour" in sentence
    assert "{" not in sentence


def test_both_languages_know_the_same_sentences() -> None:
    fragments = [
        tomllib.loads((RESOURCES / "i18n" / "messages" / f"starter_{language}.toml").read_text("utf-8"))
        for language in ("ja", "en")
    ]
    assert fragments[0].keys() == fragments[1].keys()


VALUES = st.sampled_from(
    [
        '"os"',
        '""',
        "1",
        "-1",
        "nan",
        "true",
        "[]",
        "[[]]",
        "{}",
        "2026-01-01",
        "1e999",
        '"\\u0000"',
        "9" * 5000,
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    line=st.integers(0, WHOLE.count("\n") - 1),
    value=VALUES | st.text(max_size=12),
    what=st.sampled_from(["value", "key", "drop", "cut", "twice"]),
)
def test_whatever_is_changed_in_a_file_nothing_but_invalid_import_comes_out(
    tmp_path: Path, line: int, value: str, what: str
) -> None:
    lines = WHOLE.splitlines()
    key, _, rest = lines[line].partition("=")
    changed = {
        "value": f"{key}= {value}",
        "key": f"{value} ={rest}",
        "drop": "",
        "cut": lines[line][: len(value)],
        "twice": f"{lines[line]}\n{lines[line]}",
    }[what]
    text = "\n".join([*lines[:line], changed, *lines[line + 1 :]])
    (tmp_path / "mihon.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read_starter(tmp_path)
    except InvalidImport as refused:
        assert refused.file == "mihon.toml"  # noqa: PT017 - most changes are refused, some are harmless


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_refused_with_the_file_s_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mihon.toml").write_bytes(content)
    with pytest.raises(InvalidImport) as refused:
        read_starter(tmp_path)
    assert refused.value.file == "mihon.toml"
