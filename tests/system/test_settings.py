import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jcssa_desktop.domain.errors import InvalidPack, JcssaError
from jcssa_desktop.domain.label import ServiceCategory, ServiceRegistration
from jcssa_desktop.domain.plan import CompanyProfile, PlanKind, ServicePlan
from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.system.settings import Settings, SettingsFile

DEFAULT = """
language = "ja"

[company]
name = "見本商事株式会社"
document_prefix = "KS"

[[plans]]
plan_id = "care"
kind = "contract"
name = "見本保守"
price = 3000
includes = "版の更新"
excludes = "障害の復旧"

[[plans]]
plan_id = "spot"
kind = "spot"
name = "見本スポット"
includes = "一度だけの更新"
excludes = "その後の更新"
"""


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    default = tmp_path / "default.toml"
    default.write_text(DEFAULT, encoding="utf-8")
    return SettingsFile(tmp_path / "settings.json", default)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_a_new_laptop_starts_from_the_defaults_and_keeps_them(file: SettingsFile, path: Path) -> None:
    first = file.load()
    assert first.company.name == "見本商事株式会社"
    assert [(plan.kind, plan.price) for plan in first.plans] == [
        (PlanKind.CONTRACT, 3000),
        (PlanKind.SPOT, None),
    ]
    assert path.is_file()
    assert file.load() == first


def test_two_laptops_never_share_a_document_prefix(tmp_path: Path) -> None:
    default = tmp_path / "default.toml"
    default.write_text(DEFAULT, encoding="utf-8")
    prefixes = set()
    for number in range(20):
        prefix = SettingsFile(tmp_path / f"{number}.json", default).load().company.document_prefix
        head, code = prefix.split("-")
        assert head == "KS"
        assert len(code) == 3
        assert not set(code) & set("IO01")
        prefixes.add(prefix)
    assert len(prefixes) > 15


def test_what_is_saved_comes_back(file: SettingsFile) -> None:
    registration = ServiceRegistration("見本-0001", ServiceCategory.MONITORING, date(2027, 3, 31))
    plan = ServicePlan("x", PlanKind.SPOT, "髙橋プラン", None, "𠮷", "なし", "UTM", registration)
    changed = Settings(
        CompanyProfile("株式会社サンプル", telephone="000-0000-0000"), (plan,), "en", 150, "dark", "2026-11"
    )
    file.save(changed)
    assert file.load() == changed


def test_a_plan_saved_before_there_were_registrations_has_none(file: SettingsFile, path: Path) -> None:
    settings = file.load()
    stored = json.loads(path.read_text(encoding="utf-8"))
    for plan in stored["plans"]:
        plan.pop("registration", None)
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert file.load() == settings
    assert all(plan.registration is None for plan in settings.plans)


def test_what_a_newer_program_wrote_beside_is_kept(file: SettingsFile, path: Path) -> None:
    settings = file.load()
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["printer"] = {"copies": 3}
    stored["company"]["invoice_number"] = "T0000000000000"
    stored["plans"][0]["colour"] = "blue"
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert file.load() == settings
    file.save(replace(settings, text_size=125, plans=settings.plans[:1]))
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["printer"] == {"copies": 3}
    assert kept["company"]["invoice_number"] == "T0000000000000"
    assert kept["plans"] == [{**stored["plans"][0]}]
    assert kept["text_size"] == 125


@pytest.mark.parametrize(
    ("content", "problem", "place"),
    [
        ('{"version": 1,\n "company": {', "settings_malformed", (2, "")),
        ("", "settings_malformed", (1, "")),
        ("[]", "settings_malformed", (None, "")),
        ("\udcff", "settings_malformed", (None, "")),
        ("[" * 100_000, "settings_malformed", (None, "")),
        ('{"version": 1, "company": {"name": "\\ud800"}}', "settings_malformed", (None, "")),
        ('{"company": {"name": "x"}}', "settings_value_wrong", (None, "$.version")),
        ('{"version": 2}', "settings_too_new", (None, "")),
        ('{"version": 1}', "settings_value_wrong", (None, "$")),
        ('{"version": 1, "company": {"name": 5}}', "settings_value_wrong", (None, "$.company.name")),
        (
            '{"version": 1, "company": {"name": "x"}, "text_size": 900}',
            "settings_value_wrong",
            (None, "$.text_size"),
        ),
        (
            '{"version": 1, "company": {"name": "x"}, "theme": "pink"}',
            "settings_value_wrong",
            (None, "$.theme"),
        ),
        (
            '{"version": 1, "company": {"name": "x"}, "plans": [{"plan_id": "a"}]}',
            "settings_value_wrong",
            (None, "$.plans[0]"),
        ),
    ],
)
def test_a_malformed_file_is_told_with_its_place_and_left_alone(
    file: SettingsFile, path: Path, content: str, problem: str, place: tuple[int | None, str]
) -> None:
    before = content.encode(errors="surrogateescape")
    path.write_bytes(before)
    with pytest.raises(InvalidPack) as failure:
        file.load()
    assert (failure.value.problem, failure.value.file) == (problem, "settings.json")
    assert (failure.value.place.line, failure.value.place.path) == place
    assert path.read_bytes() == before


def test_saving_over_a_malformed_file_is_refused(file: SettingsFile, path: Path) -> None:
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InvalidPack):
        file.save(Settings(CompanyProfile("x")))
    assert path.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize("content", ["company = ", "[company]\nname = 5", "\udcff"])
def test_malformed_defaults_are_told(tmp_path: Path, path: Path, content: str) -> None:
    default = tmp_path / "default.toml"
    default.write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(InvalidPack) as failure:
        SettingsFile(path, default).load()
    assert failure.value.file == "default.toml"
    assert not path.exists()


def test_missing_defaults_are_told(tmp_path: Path, path: Path) -> None:
    with pytest.raises(InvalidPack):
        SettingsFile(path, tmp_path / "nowhere.toml").load()


def test_the_shipped_defaults_can_be_read(path: Path) -> None:
    default = resource_folder() / "settings" / "default.toml"
    settings = SettingsFile(path, default).load()
    assert "見本" in settings.company.name
    assert {plan.kind for plan in settings.plans} == {PlanKind.CONTRACT, PlanKind.SPOT}
    assert len({plan.plan_id for plan in settings.plans}) == len(settings.plans)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PLANS = st.builds(
    ServicePlan,
    plan_id=TEXTS,
    kind=st.sampled_from(PlanKind),
    name=TEXTS,
    price=st.none() | st.integers(0, 10**9),
    includes=TEXTS,
    excludes=TEXTS,
)


@hypothesis_settings(max_examples=50, deadline=None)
@given(name=TEXTS, plans=st.lists(PLANS, max_size=4), size=st.integers(90, 150))
def test_any_settings_come_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, plans: list[ServicePlan], size: int
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    file = SettingsFile(folder / "settings.json", folder / "none.toml")
    settings = Settings(CompanyProfile(name), tuple(plans), text_size=size)
    file.save(settings)
    file.save(settings)
    assert file.load() == settings


@hypothesis_settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode(errors="replace")))
def test_any_content_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_bytes(content)
    with pytest.raises(JcssaError):
        SettingsFile(folder / "settings.json", folder / "none.toml").load()
