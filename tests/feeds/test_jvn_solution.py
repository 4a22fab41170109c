import pytest
from hypothesis import given
from hypothesis import strategies as st

from jcssa_desktop.domain.listed_advisory import NamedProduct, Statement
from jcssa_desktop.feeds.jvn_solution import with_fixes


def _statements(*names: str) -> tuple[Statement, ...]:
    return tuple(Statement(NamedProduct("見本電機", name), "1.4 以前", ("<=1.4",)) for name in names)


def _fixes(solution: str, *names: str) -> list[tuple[str, ...]]:
    return [one.fixed_in for one in with_fixes(_statements(*names), solution)]


def _no_fix(solution: str, *names: str) -> list[bool]:
    return [one.no_fix for one in with_fixes(_statements(*names), solution)]


@pytest.mark.parametrize(
    "solution",
    [
        "この脆弱性は、次のバージョンで修正されています。\nMR-1 ファームウェア Ver.1.5.0",
        "本脆弱性は、以下のバージョンで修正されています。\n\nMR-1 バージョン Ver.1.5.0以降",
        "当該脆弱性は、MR-1 Ver.1.5.0 で修正されています。",
        "［アップデートする］\n当該脆弱性は、ＭＲ−１ Ver.1.5.0 にて修正されています。".replace("−", "-"),
    ],
)
def test_a_version_that_mends_counts_for_the_product_named_before_it(solution: str) -> None:
    assert _fixes(solution, "MR-1", "MR-2") == [("Ver.1.5.0",), ()]


def test_a_fix_of_one_model_is_not_that_of_its_neighbour() -> None:
    solution = "この脆弱性は、次のバージョンで修正されています。\nMR-1/EX Ver.1.5.0\nMR-12 Ver.2.0.1"
    assert _fixes(solution, "MR-1", "MR-1/EX", "MR-12") == [(), ("Ver.1.5.0",), ("Ver.2.0.1",)]


def test_versions_that_are_mentioned_for_another_reason_are_no_fix() -> None:
    solution = "MR-1 Ver.1.4.0 は影響を受けます。開発者は MR-1 Ver.1.2.0 向けに回避策を示しています。"
    assert _fixes(solution, "MR-1") == [()]


def test_a_list_of_fixes_ends_where_prose_goes_on() -> None:
    fixed = "次のバージョンで修正されています。\nMR-1 Ver.1.5.0\n"
    solution = f"{fixed}詳しくは開発者に確認してください。\nMR-2 Ver.9.9.9"
    assert _fixes(solution, "MR-1", "MR-2") == [("Ver.1.5.0",), ()]


def test_no_fix_counts_for_the_products_that_the_sentence_names() -> None:
    solution = "MR-2 のサポートは終了しているため、対策版ファームウェアのリリース予定はありません。"
    assert _no_fix(solution, "MR-1", "MR-2") == [False, True]


def test_no_fix_without_a_name_counts_only_where_there_is_one_product() -> None:
    solution = "対策版ファームウェアの提供予定はありません。"
    assert _no_fix(solution, "MR-1") == [True]
    assert _no_fix(solution, "MR-1", "MR-2") == [False, False]


def test_a_planned_fix_is_not_no_fix() -> None:
    solution = "対策版ファームウェアを 2026年12月にリリースする予定です。"
    assert _no_fix(solution, "MR-1") == [False]


@given(
    st.text(alphabet="次のバージョンで修正されています。MR-1 Ver.0\n予定はありません対策", max_size=300),
    st.text(max_size=8),
)
def test_any_solution_leaves_the_ranges_as_they_are(solution: str, name: str) -> None:
    for one in with_fixes(_statements(name, "MR-1"), solution):
        assert one.ranges == ("<=1.4",)
