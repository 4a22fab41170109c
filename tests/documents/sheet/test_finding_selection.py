from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.documents.sheet.finding_selection import Compared, parted, ranked
from jcssa_desktop.documents.sheet.readable_range import readable_range
from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.finding import Confidence, Finding, Verdict

DAY = date(2026, 11, 20)
WORDS = {
    "from_to": "{a}〜{b}",
    "from_before": "{a}〜{b}未満",
    "after_to": "{a}より後〜{b}",
    "after_before": "{a}より後〜{b}未満",
    "up_to": "{b}以前",
    "before": "{b}未満",
    "since": "{a}以降",
    "after": "{a}より後",
    "single": "{a}",
    "every": "すべての版",
    "more": " ほか{count}件",
}


def a_finding(number: int, verdict: Verdict = Verdict.AFFECTED, **changes: object) -> Finding:
    advisory_id = f"CVE-2026-{number:05}"
    finding = Finding(advisory_id, (advisory_id,), verdict, Confidence.EXACT, "1.0", "見本PSIRT", DAY)
    return replace(finding, **changes)  # type: ignore[arg-type]


def test_few_findings_are_all_told() -> None:
    few = [Compared(1, a_finding(number, Verdict.NOT_AFFECTED), ("MR-1",)) for number in range(20)]
    assert parted(few) == (few, [])


def test_the_exploited_and_the_gravest_of_every_product_are_told() -> None:
    many = [Compared(1, a_finding(number), ("MR-1",)) for number in range(300)]
    many += [Compared(2, a_finding(number), ("MR-2",)) for number in (901, 902, 903)]
    many.append(Compared(1, a_finding(999, kev_added=DAY), ("MR-1",)))
    many.append(Compared(1, a_finding(998, cvss=(Cvss("3.1", 9.8, "NVD"),)), ("MR-1",)))
    told, counted = parted(ranked(many))
    ids = [one.finding.advisory_id for one in told]
    assert ids[:2] == ["CVE-2026-00999", "CVE-2026-00998"]
    assert {"CVE-2026-00901", "CVE-2026-00902"} <= set(ids)
    assert len(told) <= 16
    assert [(one.models, one.verdict) for one in counted] == [
        (("MR-1",), Verdict.AFFECTED),
        (("MR-2",), Verdict.AFFECTED),
    ]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Verdict), st.booleans()), max_size=120))
def test_nothing_is_lost_between_told_and_counted(drawn: list[tuple[int, Verdict, bool]]) -> None:
    compared = ranked(
        Compared(product, a_finding(index, verdict, kev_added=DAY if kev else None), (f"MR-{product}",))
        for index, (product, verdict, kev) in enumerate(drawn)
    )
    told, counted = parted(compared)
    named = [one.finding.advisory_id for one in told] + [name for one in counted for name in one.advisory_ids]
    assert sorted(named) == sorted(one.finding.advisory_id for one in compared)


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        (">=7.4.0 <=7.4.8, >=7.2.0 <7.2.12", "7.4.0〜7.4.8、7.2.0〜7.2.12未満"),
        ("<2.5 / =3.0", "2.5未満、3.0"),
        ("*", "すべての版"),
        ("=1, =2, =3, =4", "1、2、3 ほか1件"),
        ("7.6.0〜7.6.5、7.4.0～7.4.10", "7.6.0〜7.6.5、7.4.0〜7.4.10"),
        ("Rev.15.02.17 およびそれ以前", "Rev.15.02.17以前"),
        ("2024年以前の機種", "2024年以前の機種"),
        ("= > >= < <=", "= > >= < <="),
        ("", ""),
    ],
)
def test_signs_are_written_as_people_write_them_and_prose_stays(stated: str, written: str) -> None:
    assert readable_range(stated, WORDS, "、", 3) == written
