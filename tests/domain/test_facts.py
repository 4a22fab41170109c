"""What may be said of a device at a version: the three stories first, then rule by rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Entitlement, FirmwareObservation, FirmwareState
from jcssa_desktop.domain.facts import (
    CONFIRM_AFTER_DAYS,
    OLD_AFTER_DAYS,
    delivered_state,
    findings,
    latest_age_days,
    latest_version,
    line_facts,
    maker_sources,
    used_sources,
    version_state,
)
from jcssa_desktop.domain.finding import Confidence, Verdict, VersionState
from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.lifecycle import LifecycleKind
from jcssa_desktop.domain.product_knowledge import ConcerningStatement, ProductKnowledge
from tests.domain.builders import (
    MODEL,
    SEEN,
    TODAY,
    advisory,
    affects,
    ends,
    exploited,
    knowledge,
    observed,
)

DAY = timedelta(days=1)
SUPERSEDED, WITHDRAWN = FirmwareState.SUPERSEDED, FirmwareState.WITHDRAWN
FIX_PLANNED, NO_FIX_PLANNED = FirmwareState.FIX_PLANNED, FirmwareState.NO_FIX_PLANNED


def state(known: ProductKnowledge, version: str) -> VersionState:
    return version_state(known, version, TODAY)


# --- the hospital: a gateway never updated, a flaw known for two years and exploited

HOSPITAL = knowledge(
    observations=(observed("6.0.18"), observed("6.2.16"), observed("7.4.9")),
    advisories=(
        advisory(
            "FG-IR-18-384",
            affects(
                ">=6.0.0 <=6.0.4",
                ">=5.6.3 <=5.6.7",
                ">=5.4.6 <=5.4.12",
                fixed_in=("5.4.13", "5.6.8", "6.0.5", "6.2.0"),
            ),
            ids=("CVE-2018-13379",),
        ),
    ),
    kev=(exploited("CVE-2018-13379", date(2021, 11, 3), ransomware=True),),
)


def test_the_hospital_s_gateway_needs_an_update_and_is_known_to_be_exploited() -> None:
    told = line_facts("line-1", HOSPITAL, "6.0.4", TODAY)
    assert told.state is VersionState.UPDATE_NEEDED
    (story,) = told.findings
    assert story.verdict is Verdict.AFFECTED
    assert story.kev_added == date(2021, 11, 3)
    assert story.kev_ransomware
    assert story.kev_catalogue == "2026.08.07"
    assert story.fixed_in == ("6.0.5",)
    assert told.latest is not None
    assert (told.latest.train, told.latest.version) == ("6.0", "6.0.18")
    assert [one.version for one in told.other_trains] == ["7.4.9", "6.2.16"]


def test_a_train_without_a_fix_of_its_own_is_shown_all_fixes() -> None:
    known = knowledge(
        advisories=(
            advisory("CVE-1", affects(">=6.4.0 <=6.4.16", ">=7.4.0 <=7.4.6", fixed_in=("7.4.7", "7.6.2"))),
        )
    )
    assert findings(known, "6.4.10")[0].fixed_in == ("7.4.7", "7.6.2")
    assert findings(known, "7.4.6")[0].fixed_in == ("7.4.7",)


# --- the home router for which no fix will come

ABANDONED = knowledge(
    scheme="ver_3part",
    observations=(observed("", NO_FIX_PLANNED, own=True),),
    advisories=(advisory("NV21-008", affects("*", own=True, no_fix=True, stated="すべての版")),),
)


@pytest.mark.parametrize("version", ["", "Ver.1.0.1", "unreadable"])
def test_the_router_without_a_fix_is_told_so_whether_its_version_is_recorded_or_not(version: str) -> None:
    assert state(ABANDONED, version) is VersionState.NO_FIX
    assert findings(ABANDONED, version)[0].verdict is Verdict.AFFECTED


def test_the_maker_s_word_is_enough_for_no_fix() -> None:
    known = knowledge(scheme="ver_3part", observations=(observed("", NO_FIX_PLANNED),))
    assert state(known, "Ver.1.0.1") is VersionState.NO_FIX
    assert state(known, "") is VersionState.NO_FIX


# --- the gateway whose newest version leaves two exploited flaws open

PARTLY_MENDED = knowledge(
    scheme="ver_3part",
    observations=(
        observed("Ver.2.1.8", SUPERSEDED),
        observed("Ver.2.1.9"),
        observed("Ver.2.1.9", FIX_PLANNED, planned="2026-12-18"),
    ),
    advisories=(
        advisory("CVE-2024-52564", affects("<=2.1.8", fixed_in=("Ver.2.1.9",))),
        advisory("CVE-2024-45841", affects("<2.2.0")),
        advisory("CVE-2024-47133", affects("<2.2.0")),
    ),
)


def test_the_latest_version_is_not_called_safe() -> None:
    told = line_facts("line-1", PARTLY_MENDED, "Ver.2.1.9", TODAY)
    affected = {one.advisory_id for one in told.findings if one.verdict is Verdict.AFFECTED}
    assert affected == {"CVE-2024-45841", "CVE-2024-47133"}
    assert told.latest is not None
    assert told.latest.version == "Ver.2.1.9"
    assert told.state is VersionState.UPDATE_NEEDED
    assert told.delivered is not None
    assert told.delivered.state is FIX_PLANNED
    assert str(told.delivered.planned_on) == "2026-12-18"


def test_a_plan_is_past_once_the_fix_is_out() -> None:
    known = replace(
        PARTLY_MENDED, observations=(*PARTLY_MENDED.observations, observed("Ver.2.2.0", on=SEEN + DAY))
    )
    assert delivered_state(known, "Ver.2.1.9", TODAY) is None
    assert state(known, "Ver.2.1.9") is VersionState.UPDATE_NEEDED
    assert state(known, "Ver.2.2.0") is VersionState.SAME_AS_LATEST


def test_a_version_that_awaits_its_fix_is_never_as_good_as_the_latest() -> None:
    known = knowledge(observations=(observed("7.4.9"), observed("7.4.9", FIX_PLANNED)))
    assert state(known, "7.4.9") is VersionState.UPDATE_NEEDED


# --- findings


def test_a_statement_on_the_product_beats_one_on_its_family() -> None:
    known = knowledge(
        advisories=(advisory("CVE-1", affects("<7.6.0"), affects(">=7.2.0 <=7.2.3", own=True)),)
    )
    (found,) = findings(known, "7.4.1")
    assert (found.verdict, found.confidence) == (Verdict.NOT_AFFECTED, Confidence.EXACT)


def test_a_statement_on_the_family_has_the_confidence_of_one() -> None:
    (found,) = findings(knowledge(advisories=(advisory("CVE-1", affects("<7.6.0")),)), "7.4.1")
    assert (found.verdict, found.confidence) == (Verdict.AFFECTED, Confidence.FAMILY)


def test_of_several_statements_the_gravest_counts() -> None:
    known = knowledge(
        advisories=(
            advisory("CVE-1", affects("<7.0.0"), affects(stated="読めない文"), affects("=7.4.1")),
            advisory("CVE-2", affects("<7.0.0"), affects(stated="読めない文")),
        )
    )
    assert [one.verdict for one in findings(known, "7.4.1")] == [Verdict.AFFECTED, Verdict.UNKNOWN]


def test_what_cannot_be_read_is_unknown_and_keeps_its_words() -> None:
    known = knowledge(advisories=(advisory("CVE-1", affects(stated="メーカーの案内を参照")),))
    (found,) = findings(known, "7.4.1")
    assert (found.verdict, found.stated) == (Verdict.UNKNOWN, "メーカーの案内を参照")


def test_findings_stand_with_the_most_urgent_first() -> None:
    inside, outside, unread = affects("<8.0.0"), affects("<7.0.0"), affects()
    known = knowledge(
        advisories=(
            advisory("OUT", outside, published=date(2026, 9, 1)),
            advisory("UNREAD", unread, published=date(2026, 9, 1)),
            advisory("OLD", inside, published=date(2020, 1, 1)),
            advisory("NEW", inside, published=date(2026, 8, 1)),
            advisory("USED", inside, ids=("CVE-2021-1",), published=date(2021, 1, 1)),
        ),
        kev=(exploited("CVE-2021-1"),),
    )
    assert [one.advisory_id for one in findings(known, "7.4.1")] == [
        "CVE-2021-1",
        "NEW",
        "OLD",
        "UNREAD",
        "OUT",
    ]


def test_each_number_of_an_advisory_is_a_finding_with_its_own_day_of_exploitation() -> None:
    known = knowledge(
        advisories=(advisory("NV-1", affects("*"), ids=("CVE-2024-1", " cve-2024-2 ")),),
        kev=(
            exploited("CVE-2024-1", date(2025, 3, 1)),
            exploited("CVE-2024-2", date(2024, 2, 1), ransomware=True),
            exploited("CVE-2024-3", date(2020, 1, 1)),
        ),
    )
    found = {one.advisory_id: one for one in findings(known, "7.4.1")}
    assert {number: one.kev_added for number, one in found.items()} == {
        "CVE-2024-1": date(2025, 3, 1),
        "CVE-2024-2": date(2024, 2, 1),
    }
    assert found["CVE-2024-2"].kev_ransomware
    assert found["CVE-2024-1"].ids == ("CVE-2024-1", "NV-1")


# --- the latest version, as seen


def latest(*observations: FirmwareObservation, version: str = "7.4.1", today: date = TODAY) -> str:
    newest, _ = latest_version(knowledge(observations=observations), version, today)
    return newest.version if newest else ""


def test_nothing_seen_is_nothing_said() -> None:
    assert latest_version(knowledge(), "7.4.1", TODAY) == (None, ())


def test_the_last_day_counts_then_the_higher_version() -> None:
    assert latest(observed("7.4.9", on=SEEN), observed("7.4.8", on=SEEN + DAY)) == "7.4.8"
    assert latest(observed("7.4.9"), observed("7.4.10")) == "7.4.10"


def test_what_is_seen_tomorrow_is_not_known_today() -> None:
    assert latest(observed("7.4.9", on=TODAY + DAY), observed("7.4.8")) == "7.4.8"


def test_a_withdrawn_version_gives_its_place_back() -> None:
    before = observed("7.4.8", on=SEEN - DAY)
    assert latest(before, observed("7.4.9"), observed("v7.4.9", WITHDRAWN)) == "7.4.8"
    assert latest(before, observed("7.4.9"), observed("7.4.9", WITHDRAWN, SEEN - DAY)) == "7.4.9"


def test_a_superseded_version_is_not_the_latest_nor_is_an_older_one() -> None:
    before = observed("7.4.8", on=SEEN - DAY)
    assert latest(before, observed("7.4.9"), observed("7.4.9", SUPERSEDED, SEEN + DAY)) == ""
    assert latest(before, observed("7.4.9"), observed("7.4.8", SUPERSEDED, SEEN)) == "7.4.9"


def test_what_was_seen_of_the_model_stands_for_it_alone() -> None:
    known = knowledge(
        observations=(observed("7.6.4"), observed("7.4.9"), observed("7.4.8", on=SEEN - DAY, own=True))
    )
    newest, others = latest_version(known, "7.4.1", TODAY)
    assert newest is not None
    assert (newest.version, others) == ("7.4.8", ())


def test_what_was_seen_of_another_model_does_not_count() -> None:
    other = replace(observed("7.4.11"), product_id="sample:x200")
    assert latest(other, observed("7.4.9")) == "7.4.9"


def test_without_a_train_of_its_own_the_last_seen_comes_first() -> None:
    trains = (observed("7.2.12"), observed("7.4.9", on=SEEN - DAY), observed("10.0.1"))
    newest, others = latest_version(knowledge(observations=trains), "", TODAY)
    assert newest is not None
    assert newest.version == "10.0.1"
    assert [one.version for one in others] == ["7.2.12", "7.4.9"]
    assert latest(*trains, version="6.0.4") == "10.0.1"


# --- the version as delivered


def test_the_last_word_on_the_delivered_version_counts() -> None:
    known = knowledge(
        observations=(
            observed("7.4.9", FIX_PLANNED, planned="2026-12"),
            observed("7.4.9", WITHDRAWN, SEEN + DAY),
            observed("7.4.8", NO_FIX_PLANNED, SEEN + 2 * DAY),
        )
    )
    told = delivered_state(known, "v7.4.9", TODAY)
    assert told is not None
    assert (told.state, told.observed_on, told.planned_on) == (WITHDRAWN, SEEN + DAY, None)
    assert delivered_state(known, "7.4.9", SEEN - DAY) is None
    assert delivered_state(known, "", TODAY) is None


def test_a_withdrawal_without_a_version_withdraws_nothing() -> None:
    known = knowledge(observations=(observed("", WITHDRAWN), observed("7.4.9")))
    assert delivered_state(known, "7.4.9", TODAY) is None
    assert state(known, "7.4.9") is VersionState.SAME_AS_LATEST


# --- the state mark

SEEN_LATEST = (observed("7.4.9"),)
FIXABLE = advisory("CVE-1", affects("<=7.4.8", fixed_in=("7.4.9",)))
HOPELESS = advisory("CVE-2", affects("*", no_fix=True))
UNREAD = advisory("CVE-3", affects())


@pytest.mark.parametrize(
    ("known", "version", "expected"),
    [
        (knowledge(observations=SEEN_LATEST), "7.4.9", VersionState.SAME_AS_LATEST),
        (knowledge(observations=SEEN_LATEST), "v7.4.9,build2829 (GA)", VersionState.SAME_AS_LATEST),
        (knowledge(observations=SEEN_LATEST), "7.4.8", VersionState.NEWER_EXISTS),
        (knowledge(observations=SEEN_LATEST), "7.2.12", VersionState.NEWER_EXISTS),
        (knowledge(observations=SEEN_LATEST), "7.4.10", VersionState.UNDECIDABLE),
        (knowledge(observations=SEEN_LATEST), "最新", VersionState.UNDECIDABLE),
        (knowledge(observations=SEEN_LATEST), "", VersionState.NOT_RECORDED),
        (knowledge(), "7.4.9", VersionState.UNDECIDABLE),
        (knowledge(), "", VersionState.NOT_RECORDED),
        (
            knowledge(observations=(observed("7.4.9", SUPERSEDED),)),
            "7.4.9",
            VersionState.NEWER_EXISTS,
        ),
        (
            knowledge(observations=(*SEEN_LATEST, observed("7.4.9", WITHDRAWN, SEEN + DAY))),
            "7.4.9",
            VersionState.WITHDRAWN,
        ),
        (knowledge(observations=SEEN_LATEST, advisories=(UNREAD,)), "7.4.9", VersionState.UNDECIDABLE),
        (knowledge(observations=SEEN_LATEST, advisories=(UNREAD,)), "7.4.8", VersionState.UNDECIDABLE),
        (knowledge(observations=SEEN_LATEST, advisories=(UNREAD,)), "", VersionState.NOT_RECORDED),
        (knowledge(observations=SEEN_LATEST, advisories=(FIXABLE,)), "7.4.8", VersionState.UPDATE_NEEDED),
        (knowledge(observations=SEEN_LATEST, advisories=(FIXABLE,)), "7.4.9", VersionState.SAME_AS_LATEST),
        (knowledge(observations=SEEN_LATEST, advisories=(HOPELESS,)), "7.4.9", VersionState.NO_FIX),
        (
            knowledge(observations=SEEN_LATEST, advisories=(HOPELESS, FIXABLE)),
            "7.4.8",
            VersionState.UPDATE_NEEDED,
        ),
        (
            knowledge(
                observations=(*SEEN_LATEST, observed("7.4.9", NO_FIX_PLANNED)),
                advisories=(advisory("CVE-4", affects("<=7.4.9")),),
            ),
            "7.4.9",
            VersionState.NO_FIX,
        ),
        (
            knowledge(advisories=(advisory("CVE-5", affects("<=7.4.9")),)),
            "7.4.9",
            VersionState.UPDATE_NEEDED,
        ),
        (
            knowledge(scheme="yamaha_rev", observations=(observed("Rev.15.02.31"),)),
            "Rev.14.01.42",
            VersionState.UNDECIDABLE,
        ),
    ],
)
def test_the_most_urgent_mark_wins(known: ProductKnowledge, version: str, expected: VersionState) -> None:
    assert state(known, version) is expected


ranges = st.sampled_from(["<=7.4.8", "<7.4.9", ">=7.2.0 <=7.2.5", "*", "=7.4.9", "unread", "<7.0.12"])
statements = st.builds(
    lambda texts, no_fix: affects(*texts, no_fix=no_fix), st.lists(ranges, max_size=2), st.booleans()
)
sightings = st.builds(
    observed,
    st.sampled_from(["7.4.8", "7.4.9", "7.2.5", ""]),
    st.sampled_from(FirmwareState),
    st.dates(SEEN, TODAY + DAY),
    own=st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(statements, max_size=3),
    st.lists(sightings, max_size=5),
    st.sampled_from(["7.4.9", "7.4.8", "7.2.5", "", "x"]),
)
def test_the_good_mark_is_never_given_to_what_is_not_known_to_be_good(
    stated: list[ConcerningStatement], seen: list[FirmwareObservation], version: str
) -> None:
    known = knowledge(
        observations=tuple(seen),
        advisories=tuple(advisory(f"CVE-{number}", one) for number, one in enumerate(stated)),
    )
    told = line_facts("line-1", known, version, TODAY)
    assert told.state is state(known, version)
    if told.state is VersionState.SAME_AS_LATEST:
        assert told.latest is not None
        assert told.latest.version == version
        assert told.delivered is None
        assert all(one.verdict is Verdict.NOT_AFFECTED for one in told.findings)
    if any(one.verdict is Verdict.AFFECTED for one in told.findings):
        assert told.state in (VersionState.UPDATE_NEEDED, VersionState.NO_FIX)


# --- a line's facts as a whole


def test_a_line_names_its_maker_in_the_language_of_the_sheet() -> None:
    told = line_facts("line-7", knowledge(), "7.4.9", TODAY)
    assert (told.line_id, told.maker_name, told.model, told.part_number) == (
        "line-7",
        "見本電機",
        "X100",
        "X100-JP",
    )
    assert (told.family, told.category, told.use) == ("見本OS", "ルーター", "社外との出入口")
    assert told.entitlement is Entitlement.UNKNOWN
    assert line_facts("l", knowledge(), "", TODAY, maker_name_language="en").maker_name == "Sample Electric"


def test_a_product_without_a_family_can_still_be_stated() -> None:
    known = replace(knowledge(observations=(observed("A1", own=True),)), family=None)
    assert line_facts("l", known, "A1", TODAY).state is VersionState.SAME_AS_LATEST
    assert line_facts("l", known, "A2", TODAY).state is VersionState.UNDECIDABLE


def test_the_dates_are_those_of_the_train_that_is_delivered() -> None:
    known = knowledge(lifecycle=(ends("2027-05-11", train="7.4"), ends("2025-03-31", train="7.2")))
    (stated,) = line_facts("l", known, "7.4.1", TODAY).lifecycle
    assert (str(stated.ends), stated.train) == ("2027-05-11", "7.4")
    assert line_facts("l", known, "6.0.4", TODAY).lifecycle == ()


def test_the_age_of_the_latest_is_counted_from_the_day_it_was_seen() -> None:
    told = line_facts("l", knowledge(observations=SEEN_LATEST), "7.4.9", TODAY)
    assert latest_age_days(told, TODAY) == 18
    assert latest_age_days(line_facts("l", knowledge(), "7.4.9", TODAY), TODAY) is None
    assert OLD_AFTER_DAYS < CONFIRM_AFTER_DAYS


def test_every_source_is_listed_once_with_what_it_was_asked_and_its_last_day() -> None:
    known = knowledge(
        observations=(observed("7.4.9"), observed("7.2.12", on=SEEN - DAY)),
        advisories=tuple(advisory(f"CVE-2026-{one}", affects("<7.4.9")) for one in range(6)),
        kev=(exploited("CVE-2026-3"),),
        lifecycle=(ends("2027", train="7.4", source="endoflife.date"),),
    )
    sources = used_sources((line_facts("a", known, "7.4.8", TODAY), line_facts("b", known, "7.4.8", TODAY)))
    told = {one.name: (one.extent, one.seen_on) for one in sources}
    assert told == {
        "CISA KEV": ("CVE-2026-3", date(2026, 8, 7)),
        "endoflife.date": ("見本OS 7.4", SEEN),
        "見本電機 PSIRT": ("CVE-2026-3 / CVE-2026-5 / CVE-2026-4 / CVE-2026-2 +2", SEEN),
        "見本電機 ダウンロード": ("見本OS 7.4.9 / 見本OS 7.2.12", SEEN),
    }


def test_a_catalogue_of_kev_without_a_day_is_dated_by_its_entry() -> None:
    known = knowledge(
        advisories=(advisory("CVE-1", affects("*")),),
        kev=(replace(exploited("CVE-1", date(2024, 5, 1)), catalogue_version=""),),
    )
    assert used_sources((line_facts("a", known, "7.4.8", TODAY),))[0].seen_on == date(2024, 5, 1)


def test_a_maker_s_pages_are_listed_once() -> None:
    known = knowledge()
    without = replace(known, maker=replace(known.maker, maker_id="none", sources=()))
    (told,) = maker_sources((known, known, without))
    assert (told.maker_name, told.sources) == ("見本電機", known.maker.sources)
    assert maker_sources((known,), "en")[0].maker_name == "Sample Electric"
    assert MODEL.startswith(told.maker_id)


def test_kinds_of_dates_stand_in_their_order() -> None:
    known = knowledge(
        lifecycle=(
            ends("2028", LifecycleKind.END_OF_SECURITY_FIXES),
            ends("2026-06", LifecycleKind.END_OF_SALE),
        )
    )
    assert [one.kind for one in line_facts("l", known, "7.4.9", TODAY).lifecycle] == [
        LifecycleKind.END_OF_SALE,
        LifecycleKind.END_OF_SECURITY_FIXES,
    ]


def test_the_labels_of_a_product_are_copied_with_their_last_day() -> None:
    label = ProductLabel(1, "見本-000001", "IPA JC-STAR", TODAY, valid_until=date(2028, 3, 31))
    assert line_facts("line-1", replace(HOSPITAL, labels=(label,)), "6.0.4", TODAY).labels == (label,)
