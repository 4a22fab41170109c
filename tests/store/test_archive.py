from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.archive import ChainProblem, RecordEvent, SealedRecord
from jcssa_desktop.domain.disclosure import Disclosure, Signature, SignatureMethod, Stroke
from jcssa_desktop.domain.errors import (
    DatabaseUnusable,
    JcssaError,
    NotFound,
    SealedAlready,
    SecretUnavailable,
)
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.driver import Connection, DriverError, connect
from tests.store.records import NOON, OTHER_KEY, RAW_KEY, Key, a_disclosure, a_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def archive(path: Path) -> Iterator[ArchiveStore]:
    store = ArchiveStore(path, RAW_KEY)
    yield store
    store.close()


def seal(archive: ArchiveStore, disclosure_id: str, **values: str) -> SealedRecord:
    with archive.sealing() as sealing:
        number = f"KS-7QX-2026-{sealing.next_number('KS-7QX', 2026):04d}"
        record = a_record(number, sealing.last_sha256(), disclosure_id=disclosure_id, **values)  # type: ignore[arg-type]
        sealing.append(record)
    return record


def opened_by_hand(path: Path) -> Connection:
    connection = connect(str(path), timeout=1)
    connection.execute(f"PRAGMA key = \"x'{RAW_KEY.value}'\"")
    return connection


def test_a_draft_comes_back_as_it_was_saved(archive: ArchiveStore) -> None:
    stroke = Stroke(((0.25, 0.5, 0), (0.5, 0.75, 16)))
    drawn = Signature(SignatureMethod.DRAWN, signer="見本 花子", strokes=(stroke,), signed_at=NOON)
    disclosure = replace(a_disclosure(customer="髙橋𠮷野サンプル工務店"), signature=drawn)
    archive.save_draft(disclosure, NOON)
    assert archive.draft("d-1") == disclosure


def test_the_draft_last_saved_stands_first(archive: ArchiveStore) -> None:
    archive.save_draft(a_disclosure("d-1"), NOON)
    archive.save_draft(a_disclosure("d-2"), NOON + timedelta(minutes=1))
    archive.save_draft(a_disclosure("d-1"), NOON + timedelta(minutes=2))
    assert [draft.disclosure_id for draft in archive.drafts()] == ["d-1", "d-2"]
    assert archive.drafts()[0].saved_at == NOON + timedelta(minutes=2)


def test_drafts_survive_closing(path: Path) -> None:
    first = ArchiveStore(path, RAW_KEY)
    first.save_draft(a_disclosure(), NOON)
    first.close()
    second = ArchiveStore(path, RAW_KEY)
    assert second.draft("d-1") == a_disclosure()
    second.close()


def test_an_unknown_draft_is_not_found(archive: ArchiveStore) -> None:
    for ask in (archive.draft, archive.restore_draft, lambda number: archive.discard_draft(number, NOON)):
        with pytest.raises(NotFound):
            ask("d-9")


def test_a_discarded_draft_can_be_restored_for_thirty_days(archive: ArchiveStore) -> None:
    archive.save_draft(a_disclosure("d-1"), NOON)
    archive.discard_draft("d-1", NOON)
    assert archive.drafts() == ()
    assert [draft.disclosure_id for draft in archive.drafts(discarded=True)] == ["d-1"]
    with pytest.raises(NotFound):
        archive.draft("d-1")
    archive.save_draft(a_disclosure("d-2"), NOON + timedelta(days=30))
    archive.restore_draft("d-1")
    assert archive.draft("d-1") == a_disclosure("d-1")


def test_a_discarded_draft_is_forgotten_after_thirty_days(archive: ArchiveStore) -> None:
    archive.save_draft(a_disclosure("d-1"), NOON)
    archive.discard_draft("d-1", NOON)
    archive.save_draft(a_disclosure("d-2"), NOON + timedelta(days=30, seconds=1))
    with pytest.raises(NotFound) as failure:
        archive.restore_draft("d-1")
    assert failure.value.problem == "draft_not_restorable"


def test_a_late_save_does_not_bring_a_discarded_draft_back(archive: ArchiveStore) -> None:
    archive.save_draft(a_disclosure(), NOON)
    archive.discard_draft("d-1", NOON)
    archive.save_draft(a_disclosure(customer="見本食品株式会社"), NOON)
    assert archive.drafts() == ()
    archive.restore_draft("d-1")
    assert archive.draft("d-1").customer.name == "見本食品株式会社"


def test_numbers_run_on_for_each_prefix_and_year(archive: ArchiveStore) -> None:
    with archive.sealing() as sealing:
        given = [sealing.next_number(prefix, year) for prefix, year in (("KS", 2026), ("KS", 2026))]
        given += [sealing.next_number("KS", 2027), sealing.next_number("OS", 2026)]
    assert given == [1, 2, 1, 1]


def test_a_number_is_given_back_when_sealing_fails(archive: ArchiveStore) -> None:
    def fail_half_way() -> None:
        with archive.sealing() as sealing:
            sealing.next_number("KS", 2026)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with archive.sealing() as sealing:
        assert sealing.next_number("KS", 2026) == 1


def test_a_failure_of_the_caller_while_sealing_stays_its_own(archive: ArchiveStore, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), archive.sealing():
        (tmp_path / "font.ttf").read_bytes()


def test_a_sealed_record_comes_back_whole(archive: ArchiveStore) -> None:
    record = seal(archive, "d-1")
    assert archive.record(record.document_number) == record
    assert archive.find_by_sha256(record.sha256) == record
    assert archive.find_by_sha256(record.pdf_sha256) == record
    assert archive.find_by_sha256("0" * 64) is None


def test_each_record_names_the_one_before(archive: ArchiveStore) -> None:
    first, second = seal(archive, "d-1"), seal(archive, "d-2")
    assert (first.previous_sha256, second.previous_sha256) == ("", first.sha256)
    assert archive.check_chain() == ()


def test_an_unknown_record_is_not_found(archive: ArchiveStore) -> None:
    with pytest.raises(NotFound):
        archive.record("KS-2026-0001")
    with pytest.raises(NotFound):
        archive.add_event("KS-2026-0001", "printed", NOON)


def test_a_sealed_disclosure_is_no_longer_a_draft(archive: ArchiveStore) -> None:
    archive.save_draft(a_disclosure("d-1"), NOON)
    record = seal(archive, "d-1")
    assert archive.drafts() == ()
    with pytest.raises(SealedAlready) as failure:
        archive.save_draft(a_disclosure("d-1"), NOON)
    assert failure.value.values["number"] == record.document_number


def test_a_disclosure_is_sealed_once(archive: ArchiveStore) -> None:
    seal(archive, "d-1")
    with pytest.raises(SealedAlready):
        seal(archive, "d-1")
    assert len(archive.records()) == 1


def test_a_record_that_does_not_follow_the_last_is_refused(archive: ArchiveStore) -> None:
    seal(archive, "d-1")
    with pytest.raises(DatabaseUnusable) as failure, archive.sealing() as sealing:
        sealing.append(a_record("KS-2026-0002", previous_sha256=""))
    assert failure.value.problem == "archive_chain_broken"


def test_a_record_with_a_foreign_hash_is_a_defect(archive: ArchiveStore) -> None:
    with pytest.raises(ValueError, match="hash"), archive.sealing() as sealing:
        sealing.append(replace(a_record("KS-2026-0001"), sha256="0" * 64))


@pytest.mark.parametrize(
    "text",
    [
        "見本精密",
        "精密 RTX830",
        "ｒｔｘ 830",
        "s4h000001",
        "Q20260418",
        "ヤマハ",
        "やまは",
        "花子",
        "0001",
        "",
    ],
)
def test_records_are_found_by_what_people_remember(archive: ArchiveStore, text: str) -> None:
    record = seal(archive, "d-1")
    seal(archive, "d-2", customer="別の見本株式会社")
    assert record.document_number in [found.document_number for found in archive.records(text)]


@pytest.mark.parametrize("text", ["存在しない", "見本 存在しない", "%", "'", '"', "*", "?"])
def test_what_no_record_holds_finds_nothing(archive: ArchiveStore, text: str) -> None:
    seal(archive, "d-1")
    assert archive.records(text) == ()


def test_the_record_sealed_last_stands_first(archive: ArchiveStore) -> None:
    numbers = [seal(archive, f"d-{one}").document_number for one in range(3)]
    assert [record.document_number for record in archive.records()] == numbers[::-1]


def test_a_sale_without_amount_stays_without(archive: ArchiveStore) -> None:
    with archive.sealing() as sealing:
        sealing.append(a_record("KS-2026-0001", amount=None))
    assert archive.records()[0].amount is None


def test_events_are_kept_in_order(archive: ArchiveStore) -> None:
    number = seal(archive, "d-1").document_number
    archive.add_event(number, "printed", NOON, "2")
    archive.add_event(number, "saved", NOON)
    assert archive.events(number) == (RecordEvent("printed", NOON, "2"), RecordEvent("saved", NOON))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET customer = 'x'",
        "DELETE FROM record",
        "UPDATE event SET kind = 'x'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO record SELECT * FROM record",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_sealed(
    archive: ArchiveStore, path: Path, statement: str
) -> None:
    record = seal(archive, "d-1")
    archive.add_event(record.document_number, "printed", NOON)
    connection = opened_by_hand(path)
    connection.execute("PRAGMA recursive_triggers = ON")
    with pytest.raises(DriverError):
        connection.execute(statement)
    connection.close()
    assert archive.record(record.document_number) == record
    assert len(archive.events(record.document_number)) == 1


def tampered(archive: ArchiveStore, path: Path, *statements: str) -> tuple[ChainProblem, ...]:
    archive.close()
    connection = opened_by_hand(path)
    for trigger in ("record_is_not_changed", "record_is_not_deleted"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    store = ArchiveStore(path, RAW_KEY)
    try:
        return store.check_chain()
    finally:
        store.close()


def test_an_altered_record_is_named(archive: ArchiveStore, path: Path) -> None:
    number = [seal(archive, f"d-{one}").document_number for one in range(3)][1]
    found = tampered(
        archive,
        path,
        "UPDATE record SET record_json = CAST(replace(CAST(record_json AS TEXT), '見本', '偽物') AS BLOB)"
        " WHERE record_key = 2",
    )
    assert found == (ChainProblem(number, "record_altered"),)


def test_an_altered_index_is_named(archive: ArchiveStore, path: Path) -> None:
    seal(archive, "d-1")
    found = tampered(archive, path, "UPDATE record SET document_number = 'KS-2020-0001'")
    assert found == (ChainProblem("KS-2020-0001", "record_altered"),)


def test_an_altered_pdf_is_named(archive: ArchiveStore, path: Path) -> None:
    number = seal(archive, "d-1").document_number
    found = tampered(archive, path, "UPDATE record SET pdf = x'00'")
    assert found == (ChainProblem(number, "record_pdf_altered"),)


def test_a_record_taken_out_breaks_the_chain(archive: ArchiveStore, path: Path) -> None:
    numbers = [seal(archive, f"d-{one}").document_number for one in range(3)]
    found = tampered(archive, path, "DELETE FROM record WHERE record_key = 2")
    assert found == (ChainProblem(numbers[2], "record_link_broken"), ChainProblem("", "record_missing"))


def test_the_last_record_taken_out_is_missed(archive: ArchiveStore, path: Path) -> None:
    seal(archive, "d-1")
    seal(archive, "d-2")
    found = tampered(archive, path, "DELETE FROM record WHERE record_key = 2")
    assert found == (ChainProblem("", "record_missing"),)


def test_nothing_of_a_customer_can_be_read_from_the_file(archive: ArchiveStore, path: Path) -> None:
    archive.save_draft(a_disclosure(customer="見本精密工業株式会社"), NOON)
    seal(archive, "d-2")
    archive.close()
    content = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert "見本精密".encode() not in content
    assert b"RTX830" not in content
    assert not content.startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (RAW_KEY, OTHER_KEY, "archive_wrong_key"),
        (RAW_KEY, Key("passphrase", "合言葉はこちらです"), "archive_wrong_passphrase"),
        (
            Key("passphrase", "合言葉はこちらです"),
            Key("passphrase", "合言葉はこちらでした"),
            "archive_wrong_passphrase",
        ),
    ],
)
def test_another_key_does_not_open_the_archive(
    path: Path, capfd: pytest.CaptureFixture[str], right: Key, wrong: Key, problem: str
) -> None:
    ArchiveStore(path, right).close()
    with pytest.raises(SecretUnavailable) as failure:
        ArchiveStore(path, wrong)
    assert (failure.value.problem, failure.value.file) == (problem, "archive.db")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("passphrase", ['it\'s "quoted" -- ;', "空白 と　全角", "𠮷野家の髙い塀"])
def test_any_passphrase_opens_what_it_closed(path: Path, passphrase: str) -> None:
    key = Key("passphrase", passphrase)
    first = ArchiveStore(path, key)
    first.save_draft(a_disclosure(), NOON)
    first.close()
    second = ArchiveStore(path, key)
    assert second.draft("d-1") == a_disclosure()
    second.close()


def test_an_unencrypted_archive_is_refused(path: Path) -> None:
    connection = connect(str(path), timeout=1)
    connection.execute("CREATE TABLE record (number TEXT)")
    connection.close()
    with pytest.raises(DatabaseUnusable) as failure:
        ArchiveStore(path, RAW_KEY)
    assert failure.value.problem == "archive_not_encrypted"


def test_a_damaged_archive_tells_instead_of_crashing(path: Path) -> None:
    store = ArchiveStore(path, RAW_KEY)
    for one in range(20):
        store.save_draft(a_disclosure(f"d-{one}"), NOON)
        seal(store, f"s-{one}")
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x55" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(JcssaError):  # noqa: PT012 - the damage may show at either step
        damaged = ArchiveStore(path, RAW_KEY)
        try:
            damaged.check_chain()
            damaged.drafts()
        finally:
            damaged.close()


def test_times_keep_their_zone(archive: ArchiveStore) -> None:
    disclosure = Disclosure("d-1", datetime(2026, 8, 7, 21, 0, tzinfo=UTC).astimezone())
    archive.save_draft(disclosure, NOON)
    assert archive.draft("d-1").created_at == disclosure.created_at
    assert archive.draft("d-1").created_at.utcoffset() is not None
