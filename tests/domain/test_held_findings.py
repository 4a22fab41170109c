"""What several sources together say of a version."""

from datetime import date

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Maker
from jcssa_desktop.domain.finding import Confidence, Finding, Verdict
from jcssa_desktop.domain.held_findings import findings, lowest_unaffected
from jcssa_desktop.domain.judging import Why
from jcssa_desktop.domain.listed_advisory import RecordState
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory
from tests.domain.builders import advisory, affects, knowledge

AFFECTED, NOT_AFFECTED, UNKNOWN = Verdict.AFFECTED, Verdict.NOT_AFFECTED, Verdict.UNKNOWN


def found(*advisories: ConcerningAdvisory, version: str = "7.4.1") -> Finding:
    (one,) = findings(knowledge(advisories=advisories), version)
    return one


def test_records_of_one_vulnerability_are_one_finding_with_all_its_numbers() -> None:
    told = found(
        advisory("CVE-2026-1", affects("<=7.4.0", fixed_in=("7.4.1",)), source="NVD"),
        advisory("JVNDB-2026-1", affects("<=7.4.0", own=True), ids=("CVE-2026-1",), source="JVN iPedia"),
        advisory("MH-1", affects("<=7.4.0"), ids=("CVE-2026-1", "JVN#1"), source="見本電機 PSIRT"),
    )
    assert told.advisory_id == "CVE-2026-1"
    assert set(told.ids) == {"CVE-2026-1", "JVNDB-2026-1", "MH-1", "JVN#1"}
    assert (told.verdict, told.confidence) == (NOT_AFFECTED, Confidence.EXACT)
    assert {one.record_id for one in told.sources} == {"CVE-2026-1", "JVNDB-2026-1", "MH-1"}


def test_a_statement_on_some_numbers_of_a_record_says_nothing_of_the_others() -> None:
    record = advisory("JVNDB-2026-2", affects("<8.0", cves=("CVE-2026-1",)), ids=("CVE-2026-1", "CVE-2026-2"))
    assert [one.advisory_id for one in findings(knowledge(advisories=(record,)), "7.4.1")] == ["CVE-2026-1"]


def test_a_record_without_a_cve_goes_by_its_own_number() -> None:
    assert found(advisory("MH-1", affects("<8.0"), ids=("JVN#1",))).advisory_id == "MH-1"


def test_sources_that_contradict_each_other_stand_side_by_side() -> None:
    told = found(
        advisory("CVE-2026-1", affects("<=7.4.0"), source="NVD"),
        advisory("CVE-2026-1", affects("<=7.4.3"), source="CVE"),
    )
    assert told.verdict is AFFECTED
    assert {(one.source, one.verdict) for one in told.sources} == {("NVD", NOT_AFFECTED), ("CVE", AFFECTED)}


@pytest.mark.parametrize(
    ("version", "verdict"),
    [("6.4.8", NOT_AFFECTED), ("6.4.7", AFFECTED), ("7.0.2", AFFECTED), ("6.2.1", AFFECTED)],
)
def test_a_train_that_one_source_knows_as_mended_is_not_affected_by_what_is_said_of_all_before_another(
    version: str, verdict: Verdict
) -> None:
    wide = advisory("CVE-2026-1", affects("<7.0.3"), source="CVE")
    exact = advisory("CVE-2026-1", affects(">=6.4.0 <6.4.8", ">=7.0.0 <7.0.3"), source="NVD")
    for advisories in ((wide, exact), (exact, wide)):
        (told,) = findings(knowledge(advisories=advisories), version)
        assert told.verdict is verdict
        assert len(told.sources) == 2


def test_a_version_that_a_source_names_is_affected_whatever_another_knows_as_mended() -> None:
    named = advisory("CVE-2026-1", affects("=6.4.9"), source="CVE")
    begun = advisory("CVE-2026-1", affects(">=6.4.9 <7.0.3"), source="CVE")
    exact = advisory("CVE-2026-1", affects(">=6.4.0 <6.4.8"), source="NVD")
    for stated in (named, begun):
        (told,) = findings(knowledge(advisories=(stated, exact)), "6.4.9")
        assert told.verdict is AFFECTED


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (affects("<8.0"), affects("<7.0", own=True), NOT_AFFECTED),
        (affects("<7.0"), affects("<8.0", own=True), AFFECTED),
        (affects("<8.0"), affects(own=True), AFFECTED),
        (affects("<7.0"), affects(), NOT_AFFECTED),
        (affects(), affects(own=True), UNKNOWN),
    ],
)
def test_the_surest_statement_that_is_decided_counts(first, second, verdict) -> None:
    told = found(advisory("CVE-2026-1", first, source="A"), advisory("CVE-2026-1", second, source="B"))
    assert told.verdict is verdict


def test_what_a_record_leaves_open_of_the_product_is_not_closed_by_what_it_says_of_the_family() -> None:
    assert found(advisory("CVE-2026-1", affects("<7.0"), affects(own=True))).verdict is UNKNOWN


def test_the_maker_s_own_exception_for_the_product_counts_against_others() -> None:
    others = advisory("CVE-2026-1", affects("<8.0", own=True), source="NVD")
    spared = affects("*", own=True, unaffected=("=7.4.1",))
    assert (
        found(others, advisory("MH-1", spared, ids=("CVE-2026-1",), source="見本電機 PSIRT")).verdict
        is NOT_AFFECTED
    )
    assert found(others, advisory("X-1", spared, ids=("CVE-2026-1",), source="CERT")).verdict is AFFECTED


def test_a_source_that_contradicts_itself_leaves_the_version_open() -> None:
    told = found(advisory("CVE-2026-1", affects("<=7.4.5", unaffected=(">=7.4.0",))))
    assert (told.verdict, told.why) == (UNKNOWN, Why.CONTRADICTS_ITSELF)


@pytest.mark.parametrize(
    ("stated", "version", "why"),
    [
        (affects("*"), "", Why.EVERY_VERSION),
        (affects("<=7.4.5"), "7.4.1", Why.INSIDE),
        (affects("<=7.4.0"), "7.4.1", Why.OUTSIDE),
        (affects("*", unaffected=("=7.4.1",)), "7.4.1", Why.EXCLUDED),
        (affects(), "7.4.1", Why.RANGE_UNREAD),
        (affects("<=7.4.5"), "", Why.VERSION_MISSING),
        (affects("<=7.4.5"), "最新", Why.VERSION_UNREAD),
        (affects("<=何か"), "7.4.1", Why.NOT_COMPARABLE),
    ],
)
def test_a_finding_says_why(stated, version: str, why: Why) -> None:
    assert found(advisory("CVE-2026-1", stated), version=version).why == why


def test_a_list_of_single_versions_leaves_out_every_other_one_be_it_of_another_train() -> None:
    listed = advisory("CVE-2026-1", affects("=15.2(7)E1", "=15.2(7)E2"))
    for version, verdict in (
        ("15.2(7)E2", AFFECTED),
        ("15.2(7)E3", NOT_AFFECTED),
        ("15.0(2)SE4", NOT_AFFECTED),
    ):
        (told,) = findings(knowledge(scheme="cisco_ios", advisories=(listed,)), version)
        assert told.verdict is verdict, version


def test_a_range_of_another_train_leaves_the_version_open() -> None:
    stated = advisory("CVE-2026-1", affects("<=15.2(7)E2"))
    (told,) = findings(knowledge(scheme="cisco_ios", advisories=(stated,)), "15.0(2)SE4")
    assert (told.verdict, told.why) == (UNKNOWN, Why.NOT_COMPARABLE)


@pytest.mark.parametrize(
    ("ranges", "version", "verdict"),
    [
        ((">=7.2.0 <7.2.4",), "7.2.3", AFFECTED),
        ((">=7.2.0 <7.2.4",), "7.2.4", NOT_AFFECTED),
        ((">=7.2.0 <7.2.4",), "6.0.1", UNKNOWN),
        (("*",), "6.0.1", UNKNOWN),
        (("*",), "7.2.4", AFFECTED),
    ],
)
def test_what_the_source_itself_does_not_know_is_unknown(
    ranges: tuple[str, ...], version: str, verdict: Verdict
) -> None:
    told = found(advisory("MH-1", affects(*ranges, in_doubt=("<6.2.0",))), version=version)
    assert told.verdict is verdict
    assert (told.why == Why.NOT_KNOWN.value) is (verdict is UNKNOWN)


def test_a_maker_of_which_nothing_is_known_counts_as_all_makers_do() -> None:
    nobody = Maker("", "Sample", "Sample")
    known = replace(knowledge(advisories=(advisory("MH-1", affects("<=4.2.2")),)), family=None, maker=nobody)
    told = {one: findings(known, one)[0].verdict for one in ("4.2.2", "v4.2.3", "4.2.2.1", "20240501")}
    assert told == {"4.2.2": AFFECTED, "v4.2.3": NOT_AFFECTED, "4.2.2.1": UNKNOWN, "20240501": UNKNOWN}


def test_what_a_source_took_back_affects_nothing() -> None:
    taken_back = advisory("CVE-2026-1", affects("*"), state=RecordState.WITHDRAWN)
    assert findings(knowledge(advisories=(taken_back,)), "7.4.1") == ()


def test_fixes_in_other_trains_alone_are_said_to_be_so() -> None:
    record = advisory("CVE-2026-1", affects(">=7.2.0 <=7.4.9", fixed_in=("7.4.10",)))
    assert not found(record, version="7.4.1").no_fix_in_train
    told = found(record, version="7.2.5")
    assert (told.no_fix_in_train, told.fixed_in) == (True, ("7.4.10",))


def test_the_lowest_version_that_nothing_known_affects_is_of_the_same_train() -> None:
    known = knowledge(
        advisories=(
            advisory(
                "CVE-2026-1", affects("<=7.4.2", fixed_in=("7.4.3", "7.6.0")), published=date(2026, 1, 1)
            ),
            advisory("CVE-2026-2", affects(">=7.4.0 <7.4.5"), published=date(2026, 2, 1)),
            advisory("CVE-2026-3", affects()),
        )
    )
    assert lowest_unaffected(known, "7.4.1") == "7.4.5"
    assert lowest_unaffected(known, "7.2.1") == ""


def test_a_train_without_an_unaffected_version_has_none() -> None:
    known = knowledge(advisories=(advisory("CVE-2026-1", affects(">=7.4.0 <7.6.0", fixed_in=("7.6.1",))),))
    assert lowest_unaffected(known, "7.4.1") == ""
