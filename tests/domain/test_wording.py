from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Entitlement, Scope
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Disclosure,
    Intent,
    Line,
    ProductReference,
    Work,
)
from jcssa_desktop.domain.finding import Confidence, Finding, LatestVersion, Verdict, VersionState
from jcssa_desktop.domain.guideline import GuidelinePack, ItemNumber
from jcssa_desktop.domain.plan import CompanyProfile, PlanKind, ServicePlan
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.domain.wording import CONDITIONS, PLACEHOLDERS, SaleFacts, conditions, printed_items
from jcssa_desktop.system.packs import load_guideline

PACKS = Path(__file__).parents[2] / "resources" / "guideline"
TODAY = date(2026, 11, 23)
SEEN = date(2026, 8, 20)
COMPANY = CompanyProfile("見本商事株式会社", desk_name="サポート窓口", telephone="03-0000-0000")
PLANS = (
    ServicePlan("standard", PlanKind.CONTRACT, "標準", 6800, "月1回の確認。", "夜間の作業。"),
    ServicePlan("spot_update", PlanKind.SPOT, "スポット", 18000, "1回の作業", ""),
)


def a_finding(**changes: object) -> Finding:
    finding = Finding(
        advisory_id="CVE-2026-24858",
        ids=("CVE-2026-24858",),
        verdict=Verdict.AFFECTED,
        confidence=Confidence.EXACT,
        stated="7.4.0-7.4.10",
        source="Fortinet PSIRT",
        seen_on=SEEN,
    )
    return replace(finding, **changes)  # type: ignore[arg-type]


def a_sale(*devices: tuple[str, VersionState, tuple[Finding, ...]], **changes: object) -> SaleFacts:
    lines = []
    facts = []
    for number, (model, state, found) in enumerate(devices, start=1):
        line_id = f"line-{number}"
        lines.append(
            Line(
                line_id,
                scope=Scope.IN,
                product=ProductReference(model, "見本", model),
                contract=ContractState.NONE,
                work=(Work.SALE_ONLY,),
            )
        )
        facts.append(
            LineFacts(
                line_id,
                "sample",
                "見本",
                model,
                "",
                "",
                "",
                "",
                Entitlement.FREE,
                "1.0",
                state,
                latest=LatestVersion("2.0", SEEN, "メーカー"),
                findings=found,
            )
        )
    disclosure = Disclosure("one", datetime(2026, 11, 20, tzinfo=UTC), lines=tuple(lines), explained_on=TODAY)
    sale = SaleFacts(disclosure, tuple(facts), PLANS, COMPANY, TODAY)
    return replace(sale, disclosure=replace(disclosure, **changes)) if changes else sale  # type: ignore[arg-type]


def text_of(sale: SaleFacts, number: ItemNumber, pack: GuidelinePack | None = None) -> str:
    pack = pack or load_guideline(PACKS, "ja")
    items = printed_items(pack, sale.disclosure, sale.facts, sale.plans, sale.company, sale.today)
    return next(item.text for item in items if item.number == number)


def test_an_exploited_vulnerability_is_named_with_device_and_number() -> None:
    sale = a_sale(("FortiGate 60F", VersionState.UPDATE_NEEDED, (a_finding(kev_added=SEEN),)))
    text = text_of(sale, ItemNumber.RISK)
    assert "FortiGate 60F" in text
    assert "CVE-2026-24858" in text
    assert "見つかりませんでした" not in text


def test_only_what_is_known_to_be_exploited_is_named_so() -> None:
    found = (a_finding(kev_added=SEEN), a_finding(advisory_id="CVE-2025-53844", ids=("CVE-2025-53844",)))
    text = text_of(a_sale(("FortiGate 60F", VersionState.UPDATE_NEEDED, found)), ItemNumber.RISK)
    assert "脆弱性（CVE-2026-24858）があります" in text
    assert "CVE-2025-53844" not in text


def test_nothing_found_is_always_followed_by_what_it_does_not_mean() -> None:
    text = text_of(a_sale(("RTX830", VersionState.SAME_AS_LATEST, ())), ItemNumber.RISK)
    _, found, after = text.partition("見つかりませんでした")
    assert found
    assert after.startswith("。これは、問題がないことを意味しません")


def test_nothing_is_called_not_found_where_no_version_was_compared() -> None:
    text = text_of(a_sale(("RTX830", VersionState.NOT_RECORDED, ())), ItemNumber.RISK)
    assert "見つかりませんでした" not in text


def test_a_newer_version_is_claimed_only_where_one_is_known() -> None:
    sale = a_sale(("RTX830", VersionState.UPDATE_NEEDED, (a_finding(),)))
    unknown = replace(sale, facts=(replace(sale.facts[0], latest=None),))
    fixed = replace(sale, facts=(replace(unknown.facts[0], findings=(a_finding(fixed_in=("2.0",)),)),))
    assert "RTX830は、納品時の版より新しい版があります" in text_of(sale, ItemNumber.LATEST_VERSION)
    assert "RTX830は、納品時の版より新しい版があります" in text_of(fixed, ItemNumber.LATEST_VERSION)
    assert "新しい版があります" not in text_of(unknown, ItemNumber.LATEST_VERSION)


def test_of_a_withdrawn_version_no_newer_one_is_claimed() -> None:
    text = text_of(a_sale(("QNAP", VersionState.WITHDRAWN, ())), ItemNumber.LATEST_VERSION)
    assert "メーカーが取り下げています" in text
    assert "新しい版があります" not in text


def test_each_service_stands_on_a_line_of_its_own_with_what_it_leaves_out() -> None:
    lines = text_of(a_sale(("RTX830", VersionState.SAME_AS_LATEST, ())), ItemNumber.PAID_SERVICES).split("\n")
    assert lines[1:] == ["「標準」：月1回の確認。含まないもの：夜間の作業。", "「スポット」：1回の作業。"]


def test_the_latest_version_is_said_with_its_day() -> None:
    text = text_of(a_sale(("RTX830", VersionState.SAME_AS_LATEST, ())), ItemNumber.LATEST_VERSION)
    assert "2026年8月20日までに" in text


def test_beyond_three_models_the_others_are_counted() -> None:
    names = [f"機種{number}" for number in range(1, 8)]
    sale = a_sale(*((name, VersionState.NEWER_EXISTS, ()) for name in names))
    text = text_of(sale, ItemNumber.LATEST_VERSION)
    assert "機種1、機種2、機種3 ほか4機種" in text
    assert "機種4" not in text


def test_a_model_sold_in_two_lines_is_named_once() -> None:
    sale = a_sale(("RTX830", VersionState.NEWER_EXISTS, ()), ("RTX830", VersionState.NEWER_EXISTS, ()))
    assert "RTX830、RTX830" not in text_of(sale, ItemNumber.LATEST_VERSION)


def test_a_wording_changed_for_this_sale_stands_for_the_packs() -> None:
    sale = a_sale(("RTX830", VersionState.SAME_AS_LATEST, ()))
    items = tuple(
        replace(item, wording="この商談の文です。") if item.number == ItemNumber.RISK else item
        for item in sale.disclosure.items
    )
    sale = replace(sale, disclosure=replace(sale.disclosure, items=items))
    assert text_of(sale, ItemNumber.RISK) == "この商談の文です。"


def test_considering_names_the_earliest_day() -> None:
    sale = a_sale(("RTX830", VersionState.SAME_AS_LATEST, ()), ("WLX222", VersionState.SAME_AS_LATEST, ()))
    intents = (
        Intent("line-1", Answer.CONSIDERING, due=date(2026, 12, 24)),
        Intent("line-2", Answer.CONSIDERING, due=date(2026, 12, 4)),
    )
    sale = replace(sale, disclosure=replace(sale.disclosure, intents=intents))
    text = text_of(sale, ItemNumber.MAINTENANCE_PROPOSAL)
    assert "2026年12月4日までに" in text
    assert "RTX830、WLX222" in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_condition_leaves_a_placeholder_or_an_empty_bracket(language: str) -> None:
    pack = load_guideline(PACKS, "en" if language == "en" else "ja")
    findings = (a_finding(kev_added=SEEN, kev_ransomware=True),)
    sale = a_sale(
        *(
            (f"機種{number}", state, findings if number == 1 else ())
            for number, state in enumerate(VersionState, start=1)
        ),
        language=language,
    )
    for number in ItemNumber:
        text = text_of(sale, number, pack)
        assert "{" not in text
        assert "（）" not in text
        assert "()" not in text
        assert "。。" not in text


def test_every_condition_and_placeholder_of_the_packs_is_in_the_vocabulary() -> None:
    sale = a_sale(("RTX830", VersionState.SAME_AS_LATEST, ()))
    assert conditions(sale) <= CONDITIONS
    assert {"reseller", "devices", "exploited_cves", "due"} <= PLACEHOLDERS
    assert "none_covered" in conditions(sale)
    assert "all_covered" not in conditions(sale)
