import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState, Statement
from jcssa_desktop.feeds.cve_list import read_cve_record
from jcssa_desktop.feeds.recognise import Kind, read_catalogue_file

TODAY = date(2026, 11, 25)
UNAFFECTED = "unaffected"


def _version(version: str, status: str = "affected", **fields: object) -> dict[str, object]:
    return {"version": version, "status": status, **fields}


def _product(*versions: dict[str, object], **fields: object) -> dict[str, object]:
    return {"vendor": "見本電機", "product": "MR-1", "versions": list(versions), **fields}


def _record(
    *products: dict[str, object], adp: list[object] | None = None, **cna: object
) -> dict[str, object]:
    container = {"providerMetadata": {"shortName": "mihon"}, "affected": list(products), **cna}
    metadata = {
        "cveId": "CVE-2026-0001",
        "state": "PUBLISHED",
        "datePublished": "2026-02-24T08:25:44",
        "dateUpdated": "2026-02-25T08:25:44.123Z",
    }
    containers: dict[str, object] = {"cna": container}
    if adp is not None:
        containers["adp"] = adp
    return {"dataType": "CVE_RECORD", "cveMetadata": metadata, "containers": containers}


def _read(record: dict[str, object]) -> ListedAdvisory:
    (advisory,) = read_cve_record(json.dumps(record).encode(), "cve.json", TODAY)
    assert isinstance(advisory, ListedAdvisory)
    return advisory


def _statements(*versions: dict[str, object], **fields: object) -> tuple[Statement, ...]:
    return _read(_record(_product(*versions, **fields))).statements


def _ranges(*versions: dict[str, object], **fields: object) -> tuple[str, ...]:
    (statement,) = _statements(*versions, **fields)
    return statement.ranges


def _names(product: str, *versions: dict[str, object]) -> dict[str, tuple[str, ...]]:
    return {one.about.name: one.ranges for one in _statements(*versions, product=product)}


def test_a_record_arrives_with_its_texts_scores_and_numbers() -> None:
    score = {"cvssV3_1": {"version": "3.1", "baseScore": 9.8}}
    added = {
        "providerMetadata": {"shortName": "CISA-ADP"},
        "metrics": [{"cvssV3_1": {"version": "3.1", "baseScore": 7.2}}, {"other": {"type": "ssvc"}}],
    }
    advisory = _read(
        _record(
            title="A flaw",
            descriptions=[{"lang": "en", "value": "In\nshort."}, {"lang": "ja", "value": "要約"}],
            metrics=[score],
            source={"advisory": "MH-2026-01", "discovery": "EXTERNAL"},
            solutions=[{"lang": "en", "value": "Update."}],
            adp=[added],
        )
    )
    assert advisory == ListedAdvisory(
        source="CVE",
        record_id="CVE-2026-0001",
        seen_on=TODAY,
        ids=("CVE-2026-0001", "MH-2026-01"),
        title="A flaw",
        published_on=date(2026, 2, 24),
        modified="2026-02-25T08:25:44.123Z",
        cvss=(Cvss("3.1", 9.8, "mihon"), Cvss("3.1", 7.2, "CISA-ADP")),
        source_url="https://www.cve.org/CVERecord?id=CVE-2026-0001",
        summary_en="In short.",
        summary_ja="要約",
        advice_en="Update.",
    )


@pytest.mark.parametrize(
    ("version", "ranges"),
    [
        (_version("1.0"), ("=1.0",)),
        (_version("1.0", lessThan="1.2"), (">=1.0 <1.2",)),
        (_version("0", lessThanOrEqual="1.2"), ("<=1.2",)),
        (_version("firmware Ver. 2.37 and earlier"), ("<=2.37",)),
        (_version("OS 8.10.x: 8.10.0.12 and below", lessThanOrEqual="<=8.10.0.12"), (">=8.10 <=8.10.0.12",)),
    ],
)
def test_an_affected_version_is_a_range(version: dict[str, object], ranges: tuple[str, ...]) -> None:
    assert _ranges(version) == ranges


@pytest.mark.parametrize("text", ["n/a", "unspecified", "various", "see the vendor's page", "0"])
def test_what_names_no_version_waits_for_a_person_in_the_sources_words(text: str) -> None:
    (statement,) = _statements(_version(text))
    assert (statement.ranges, statement.unaffected, statement.stated) == ((), (), text)


def test_what_cannot_be_read_stands_beside_what_can() -> None:
    read, unread = _statements(_version("1.0", lessThan="1.2"), _version("1.2 with the patch not applied"))
    assert (read.ranges, unread.ranges) == ((">=1.0 <1.2",), ())
    assert unread.stated == "1.2 with the patch not applied"


def test_versions_of_one_product_of_a_list_say_nothing_of_the_others() -> None:
    stated = _names("Mihon AV Engine, MihonOS, MihonMail", _version("AV Engine version 6.2.168 and below"))
    assert stated == {"Mihon AV Engine": ("<=6.2.168",), "MihonOS": (), "MihonMail": ()}


def test_versions_named_by_the_system_hold_for_every_device_of_a_list() -> None:
    stated = _names(
        "MihonOS Controllers and Mihon Access Points", _version("MihonOS 8.10.x: 8.10.0.9 and below")
    )
    assert stated == {"MihonOS Controllers and Mihon Access Points": (">=8.10 <=8.10.0.9",)}


def test_a_range_that_ends_where_it_begins_names_what_is_mended() -> None:
    (statement,) = _statements(_version("6.4.3", lessThan="6.4.3"), _version("7.1R2.3", lessThan="7.1R2.3"))
    assert (statement.ranges, statement.stated) == (
        ("<6.4.3", "<7.1R2.3"),
        "6.4.3 < 6.4.3 / 7.1R2.3 < 7.1R2.3",
    )


def test_what_is_not_affected_from_a_version_to_itself_stays_unread() -> None:
    (statement,) = _statements(_version("6.4.3", UNAFFECTED, lessThan="6.4.3"), defaultStatus="affected")
    assert (statement.ranges, statement.unaffected) == ((), ())


def test_entries_of_one_product_that_differ_in_their_versions_alone_are_one_statement() -> None:
    apart = [_product(_version(text)) for text in ("prior to 6.6.182", "prior to 6.7.64")]
    (statement,) = _read(_record(*apart)).statements
    assert statement.ranges == ("<6.6.182", "<6.7.64")


def test_versions_of_which_the_source_does_not_know_are_kept_apart() -> None:
    (statement,) = _statements(
        _version("7.1", lessThan="7.1.4"), _version("0", "unknown", lessThan="6.2"), defaultStatus="affected"
    )
    assert (statement.ranges, statement.in_doubt) == ((">=7.1 <7.1.4",), ("<6.2",))
    assert statement.stated == "7.1 < 7.1.4 / 0 < 6.2: unknown"


def test_a_product_of_which_nothing_is_known_waits_for_a_person() -> None:
    (statement,) = _statements(_version("0", "unknown", lessThan="6.2"))
    assert (statement.ranges, statement.stated) == ((), "0 < 6.2: unknown")


def test_all_are_affected_but_those_that_are_listed_as_not() -> None:
    (statement,) = _statements(
        _version("1.0", UNAFFECTED, lessThan="1.2"), _version("2.1", UNAFFECTED), defaultStatus="affected"
    )
    assert (statement.ranges, statement.unaffected) == (("*",), (">=1.0 <1.2", "=2.1"))
    assert statement.fixed_in == ("2.1",)


def test_not_affected_from_a_version_on_has_no_end() -> None:
    (statement,) = _statements(
        _version("19.5.4", UNAFFECTED, lessThan="unspecified"), defaultStatus="affected"
    )
    assert (statement.ranges, statement.unaffected) == (("*",), (">=19.5.4",))


def test_an_unread_exception_leaves_all_versions_unknown() -> None:
    (statement,) = _statements(_version("some of them", UNAFFECTED), defaultStatus="affected")
    assert (statement.ranges, statement.unaffected) == ((), ())


@pytest.mark.parametrize(
    ("default", "ranges", "unaffected"),
    [("affected", ("*",), ()), ("unaffected", (), ("*",)), ("unknown", (), ()), ("", (), ())],
)
def test_without_versions_the_default_speaks(
    default: str, ranges: tuple[str, ...], unaffected: tuple[str, ...]
) -> None:
    (statement,) = _statements(defaultStatus=default)
    assert (statement.ranges, statement.unaffected) == (ranges, unaffected)
    assert statement.stated


def test_listed_ranges_count_although_the_default_says_affected() -> None:
    assert _ranges(_version("3.2.0", lessThanOrEqual="3.2.1"), defaultStatus="affected") == (
        ">=3.2.0 <=3.2.1",
    )


def test_changes_cut_a_range_to_and_fro() -> None:
    changes = [
        {"at": "2.3", "status": "unaffected"},
        {"at": "2.4", "status": "affected"},
        {"at": "2.12", "status": "unaffected"},
        {"at": "2.13", "status": "affected"},
    ]
    (statement,) = _statements(_version("2.0", lessThan="2.15", changes=changes))
    assert statement.ranges == (">=2.0 <2.3", ">=2.4 <2.12", ">=2.13 <2.15")
    assert statement.fixed_in == ("2.3", "2.12")


def test_hotfixes_mend_the_version_that_they_are_named_after() -> None:
    changes = [{"at": text, "status": UNAFFECTED} for text in ("10.2.9-h1", "10.2.7-h8")]
    (statement,) = _statements(_version("10.2.0", lessThan="10.2.9-h1", changes=changes))
    assert statement.ranges == (">=10.2.0 <10.2.9-h1",)
    assert statement.unaffected == (">=10.2.9-h1 <10.2.10", ">=10.2.7-h8 <10.2.8")


def test_changes_without_a_sense_are_left_to_a_person() -> None:
    changes = [{"at": "2.3", "status": "affected"}]
    assert _ranges(_version("2.0", lessThan="2.15", changes=changes)) == ()


def test_models_of_one_string_are_told_apart() -> None:
    text = "MR830 Rev.15.02.17 and earlier, MR510 Rev.15.01.18 and earlier"
    assert _names("MR830, MR510, MR700", _version(text)) == {
        "MR830": ("<=15.02.17",),
        "MR510": ("<=15.01.18",),
        "MR700": (),
    }
    assert _names("IM C3510/C3010", _version("1.0")) == {"IM C3510": ("=1.0",), "IM C3010": ("=1.0",)}
    assert _names("Mihon Suite, Standard/Pro", _version("1.0")) == {"Mihon Suite, Standard/Pro": ("=1.0",)}


def test_a_model_named_by_a_version_limits_it_to_that_model() -> None:
    (statement,) = _statements(_version("MR-10A Ver.1.9.1 and earlier"), product="Mihon Controller")
    assert (statement.about.name, statement.about.hardware, statement.ranges) == (
        "Mihon Controller",
        ("MR-10A",),
        ("<=1.9.1",),
    )


@pytest.mark.parametrize(
    ("platforms", "hardware"),
    [
        (["TZ270", "TZ370"], ("TZ270", "TZ370")),
        (["TZ270", "Gen7"], ()),
        (["Windows 10", "64 bit"], ()),
        (["Linux"], ()),
        ([], ()),
    ],
)
def test_platforms_limit_a_statement_where_all_are_models(
    platforms: list[str], hardware: tuple[str, ...]
) -> None:
    (statement,) = _statements(_version("1.0"), platforms=platforms)
    assert statement.about.hardware == hardware
    assert all(name in statement.stated for name in platforms)


@pytest.mark.parametrize(
    ("maker", "product", "about"),
    [
        ("n/a", "MR-1", NamedProduct("", "MR-1")),
        ("Mihon Limited ", "\u00a0MR-1", NamedProduct("Mihon Limited", "MR-1")),
        ("Mihon", "CVE-2026-0001|MR-1", NamedProduct("Mihon", "MR-1")),
        ("Mihon", "n/a", None),
        ("Mihon", "CVE-2026-0001", None),
    ],
)
def test_a_product_without_a_name_is_no_statement(
    maker: str, product: str, about: NamedProduct | None
) -> None:
    statements = _statements(_version("1.0"), vendor=maker, product=product)
    assert [one.about for one in statements] == ([about] if about else [])


_ADDED = {
    "providerMetadata": {"shortName": "CISA-ADP"},
    "affected": [
        {
            "vendor": "mihon",
            "product": "mr-1_firmware",
            "cpes": ["cpe:2.3:o:mihon:mr-1_firmware:*:*:*:*:*:*:*:*"],
            "versions": [_version("0", lessThan="1.2.15")],
        }
    ],
}


def test_what_the_assigner_states_counts_before_what_is_added() -> None:
    advisory = _read(_record(_product(_version("1.2.15 and earlier")), adp=[_ADDED]))
    assert [(one.about.name, one.ranges) for one in advisory.statements] == [("MR-1", ("<=1.2.15",))]


def test_what_is_added_helps_where_the_assigner_cannot_be_read() -> None:
    unread, added = _read(_record(_product(_version("various")), adp=[_ADDED])).statements
    assert (unread.about.name, unread.ranges) == ("MR-1", ())
    assert added == Statement(
        NamedProduct("mihon", "mr-1_firmware", cpe="cpe:2.3:o:mihon:mr-1_firmware"),
        "CISA-ADP: 0 < 1.2.15",
        ("<1.2.15",),
    )


@pytest.mark.parametrize(
    ("text", "version", "no_fix"),
    [
        ("The product is out of support; no fix will be provided.", _version("1.0"), True),
        ("This will not be fixed.", _version("0", lessThanOrEqual="1.2"), True),
        ("This will not be fixed.", _version("0", lessThan="1.2"), False),
        ("Update to 1.2. Older products will be fixed later.", _version("1.0"), False),
        ("There is no workaround.", _version("1.0"), False),
    ],
)
def test_no_fix_is_stated_only_where_it_is_plainly_said(
    text: str,
    version: dict[str, object],
    no_fix: bool,  # noqa: FBT001 - a column of the table
) -> None:
    record = _record(_product(version), solutions=[{"lang": "en", "value": text}])
    assert [one.no_fix for one in _read(record).statements] == [no_fix]


def test_a_rejected_record_is_marked_with_its_reason() -> None:
    record = _record(_product(_version("1.0")), rejectedReasons=[{"lang": "en", "value": "A duplicate."}])
    record["cveMetadata"] = {"cveId": "CVE-2026-0001", "state": "REJECTED"}
    advisory = _read(record)
    assert (advisory.state, advisory.statements) == (RecordState.WITHDRAWN, ())
    assert advisory.summary_en == "A duplicate."


def test_a_list_of_records_is_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "delta.json"
    path.write_text(json.dumps([_record(), _record(_product(_version(1)))]))  # type: ignore[arg-type]
    stream = iter(read_catalogue_file(path, today=TODAY).batch.listed_advisories)
    assert isinstance(next(stream), ListedAdvisory)
    with pytest.raises(InvalidImport) as caught:
        next(stream)
    place = Place(path="[1].containers.cna.affected[0].versions[0].version")
    assert (caught.value.problem, caught.value.place) == ("json_value_wrong", place)


def test_a_record_without_a_cve_number_is_told() -> None:
    record = _record()
    record["cveMetadata"] = {"cveId": "MH-1"}
    (skipped,) = read_cve_record(json.dumps(record).encode(), "cve.json", TODAY)
    assert isinstance(skipped, Skipped)
    assert skipped.problem == "cve_record_without_number"


_TEXT = st.one_of(
    st.text(max_size=12), st.sampled_from(["0", "*", "n/a", "5.1.x", "1.0 and earlier", "MR-1 1.0, MR-2 2.0"])
)
_STATUS = st.sampled_from(["affected", "unaffected", "unknown", "x"])
_CHANGE = st.fixed_dictionaries({"at": _TEXT, "status": _STATUS})
_VERSION = st.fixed_dictionaries(
    {"version": _TEXT, "status": _STATUS},
    optional={"lessThan": _TEXT, "lessThanOrEqual": _TEXT, "changes": st.lists(_CHANGE, max_size=3)},
)
_PRODUCT = st.fixed_dictionaries(
    {"vendor": _TEXT, "product": _TEXT, "versions": st.lists(_VERSION, max_size=3)},
    optional={
        "defaultStatus": _STATUS,
        "platforms": st.lists(_TEXT, max_size=2),
        "cpes": st.lists(_TEXT, max_size=2),
    },
)
_ANY = st.one_of(st.none(), st.integers(), st.text(max_size=5), st.just([]), st.just({}))


@given(
    st.lists(_PRODUCT, max_size=3),
    st.dictionaries(st.sampled_from(["title", "affected", "metrics", "source", "descriptions"]), _ANY),
)
@settings(max_examples=300, deadline=None)
def test_any_record_is_read_or_refused(products: list[dict[str, object]], changes: dict[str, object]) -> None:
    with suppress(InvalidImport):
        for statement in _read(_record(*products, **changes)).statements:
            assert statement.about.name
            assert statement.stated or not statement.ranges


def test_every_real_record_is_read(shared_data: Path) -> None:
    files = [*shared_data.glob("cve_v5/**/CVE-*.json")]
    assert files
    statements = 0
    for file in files:
        found = read_catalogue_file(file, today=TODAY)
        (advisory,) = found.batch.listed_advisories
        assert isinstance(advisory, ListedAdvisory)
        assert (found.kind, advisory.record_id) == (Kind.CVE_LIST, file.stem)
        assert (advisory.state is RecordState.WITHDRAWN) == (file.parent.name == "rejected")
        statements += len(advisory.statements)
    assert statements > len(files)


@pytest.mark.parametrize(
    ("file", "name", "ranges"),
    [
        ("transcribed_cvelistV5/CVE-2021-20843", "NVR700W", {"<=15.00.19"}),
        ("transcribed_cvelistV5/CVE-2024-11013", "UNIVERGE IX-R/IX-V", {"<=1.2.15"}),
        ("by_vendor/buffalo/CVE-2023-46711", "VR-S1000", {"<=2.37"}),
        (
            "by_vendor/sonicwall/CVE-2024-40766",
            "SonicOS",
            {"<=5.9.2.14-12o", "<=6.5.4.14-109n", "<=7.0.1-5035"},
        ),
    ],
)
def test_real_prose_is_read(shared_data: Path, file: str, name: str, ranges: set[str]) -> None:
    (advisory,) = read_catalogue_file(
        shared_data / "cve_v5" / f"{file}.json", today=TODAY
    ).batch.listed_advisories
    assert isinstance(advisory, ListedAdvisory)
    assert {text for one in advisory.statements if one.about.name == name for text in one.ranges} == ranges
