import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.errors import DatabaseUnusable, SecretUnavailable
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secret_store import NoSecretStore, SecretStoreLocked
from jcssa_desktop.system.secrets import (
    ArchiveKey,
    PassphraseSources,
    note_archive_made,
    obtain_archive_key,
    was_archive_made,
)

PASSPHRASE = "合言葉はこちらです"
VARIABLE = {"JCSSA_DESKTOP_PASSPHRASE": PASSPHRASE}


class Memory:
    """A keyring in memory that can be broken."""

    def __init__(self, error: type[Exception] | None = None, *, forgetful: bool = False) -> None:
        self.kept: dict[str, str] = {}
        self.error = error
        self.forgetful = forgetful

    def get(self, entry: str) -> str | None:
        self._complain()
        return self.kept.get(entry)

    def set(self, entry: str, secret: str) -> None:
        self._complain()
        if not self.forgetful:
            self.kept[entry] = secret

    def delete(self, entry: str) -> None:
        self._complain()
        self.kept.pop(entry, None)

    def _complain(self) -> None:
        if self.error:
            raise self.error


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path)


def asking(answer: str | None) -> tuple[Callable[[bool], str | None], list[bool]]:
    asked: list[bool] = []

    def ask(new: bool) -> str | None:  # noqa: FBT001 - the shape that the program asks with
        asked.append(new)
        return answer

    return ask, asked


def make_archive(paths: AppPaths) -> None:
    paths.archive.write_bytes(b"an archive")


def problem_of(paths: AppPaths, sources: PassphraseSources, store: Memory) -> str:
    before = {one.name: one.read_bytes() for one in paths.data.iterdir()}
    with pytest.raises(SecretUnavailable) as failure:
        obtain_archive_key(paths, sources, store)
    assert {one.name: one.read_bytes() for one in paths.data.iterdir()} == before
    return failure.value.problem


def test_a_new_archive_gets_a_random_key_in_the_keyring(paths: AppPaths) -> None:
    store = Memory()
    key = obtain_archive_key(paths, PassphraseSources(), store)
    assert key.kind == "raw"
    assert len(bytes.fromhex(key.value)) == 32
    note = json.loads(paths.archive_key.read_text(encoding="utf-8"))
    assert (note["format"], note["kind"], store.kept) == (1, "keyring", {note["entry"]: key.value})
    assert key.value not in paths.archive_key.read_text(encoding="utf-8")


def test_the_same_key_opens_the_archive_again(paths: AppPaths) -> None:
    store = Memory()
    key = obtain_archive_key(paths, PassphraseSources(), store)
    make_archive(paths)
    assert obtain_archive_key(paths, PassphraseSources(environment=VARIABLE), store) == key


def test_a_start_that_was_cut_short_takes_its_key_up_again(paths: AppPaths) -> None:
    store = Memory()
    key = obtain_archive_key(paths, PassphraseSources(), store)
    assert obtain_archive_key(paths, PassphraseSources(), store) == key
    assert len(store.kept) == 1


def test_two_data_folders_have_two_keys(tmp_path: Path) -> None:
    store = Memory()
    keys = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        keys.add(obtain_archive_key(AppPaths(tmp_path / name), PassphraseSources(), store).value)
    assert len(keys) == len(store.kept) == 2


def test_a_key_is_never_shown() -> None:
    assert "5e5e" not in repr(ArchiveKey("raw", "5e5e"))


def test_a_keyring_that_forgets_is_not_trusted(paths: AppPaths) -> None:
    assert problem_of(paths, PassphraseSources(), Memory(forgetful=True)) == "keyring_failed"


@pytest.mark.parametrize("sources", [PassphraseSources(), PassphraseSources(environment={})])
def test_without_keyring_and_passphrase_there_is_no_archive(
    paths: AppPaths, sources: PassphraseSources
) -> None:
    assert problem_of(paths, sources, Memory(NoSecretStore)) == "no_keyring_no_passphrase"


def test_without_keyring_the_passphrase_comes_from_file_then_environment_then_a_person(
    paths: AppPaths, tmp_path: Path
) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text("ファイルの合言葉\n", encoding="utf-8")
    ask, asked = asking("尋ねられた合言葉です")
    store = Memory(NoSecretStore)
    everything = PassphraseSources(file, VARIABLE, ask)
    assert obtain_archive_key(paths, everything, store).value == "ファイルの合言葉"
    assert obtain_archive_key(paths, PassphraseSources(None, VARIABLE, ask), store).value == PASSPHRASE
    assert asked == []
    assert obtain_archive_key(paths, PassphraseSources(ask=ask), store).value == "尋ねられた合言葉です"
    assert asked == [True]
    assert json.loads(paths.archive_key.read_text(encoding="utf-8")) == {"format": 1, "kind": "passphrase"}


def test_an_archive_with_a_passphrase_keeps_it_even_where_a_keyring_appears(paths: AppPaths) -> None:
    obtain_archive_key(paths, PassphraseSources(environment=VARIABLE), Memory(NoSecretStore))
    make_archive(paths)
    ask, asked = asking(PASSPHRASE)
    store = Memory()
    key = ArchiveKey("passphrase", PASSPHRASE)
    assert obtain_archive_key(paths, PassphraseSources(ask=ask), store) == key
    assert asked == [False]
    assert store.kept == {}
    assert problem_of(paths, PassphraseSources(), store) == "archive_passphrase_needed"


def test_a_person_who_gives_up_is_not_asked_again(paths: AppPaths) -> None:
    for answer in (None, ""):
        ask, _ = asking(answer)
        assert problem_of(paths, PassphraseSources(ask=ask), Memory(NoSecretStore)) == "passphrase_not_given"


def test_a_new_passphrase_needs_eight_characters_and_an_old_one_does_not(paths: AppPaths) -> None:
    short = PassphraseSources(environment={"JCSSA_DESKTOP_PASSPHRASE": "七文字しかない"})
    assert problem_of(paths, short, Memory(NoSecretStore)) == "passphrase_too_short"
    obtain_archive_key(paths, PassphraseSources(environment=VARIABLE), Memory(NoSecretStore))
    make_archive(paths)
    assert obtain_archive_key(paths, short, Memory(NoSecretStore)).value == "七文字しかない"


def test_a_locked_keyring_is_to_be_unlocked_and_not_passed_over(paths: AppPaths) -> None:
    ask, asked = asking(PASSPHRASE)
    assert problem_of(paths, PassphraseSources(ask=ask), Memory(SecretStoreLocked)) == "keyring_locked"
    assert asked == []
    given = PassphraseSources(environment=VARIABLE)
    assert obtain_archive_key(paths, given, Memory(SecretStoreLocked)).kind == "passphrase"


def test_a_new_key_is_never_put_over_an_existing_archive(paths: AppPaths) -> None:
    store = Memory()
    make_archive(paths)
    assert problem_of(paths, PassphraseSources(), store) == "archive_key_note_missing"
    assert store.kept == {}


@pytest.mark.parametrize(
    ("store", "problem"),
    [
        (Memory(), "archive_key_missing"),
        (Memory(NoSecretStore), "archive_keyring_unavailable"),
        (Memory(SecretStoreLocked), "keyring_locked"),
    ],
)
def test_an_archive_whose_key_is_out_of_reach_says_so(paths: AppPaths, store: Memory, problem: str) -> None:
    obtain_archive_key(paths, PassphraseSources(), Memory())
    make_archive(paths)
    assert problem_of(paths, PassphraseSources(environment=VARIABLE), store) == problem


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"format": 2, "kind": "keyring", "entry": "a"}',
        '{"format": 1, "kind": "keyring"}',
        "[" * 9999,
    ],
)
def test_a_damaged_note_is_told(paths: AppPaths, content: str) -> None:
    paths.archive_key.write_text(content, encoding="utf-8")
    make_archive(paths)
    assert problem_of(paths, PassphraseSources(), Memory()) == "archive_key_note_malformed"


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        ("合言葉はこちらです", "合言葉はこちらです"),
        ("合言葉はこちらです\n", "合言葉はこちらです"),
        ("合言葉はこちらです\r\n", "合言葉はこちらです"),
        ("\ufeff合言葉はこちらです\n", "合言葉はこちらです"),
        (" 前後に 空白 ", " 前後に 空白 "),
        ("か\u3099きく\u3051\u3099こさし", "がきくげこさし".ljust(7)),
    ],
)
def test_a_passphrase_file_holds_one_line(paths: AppPaths, content: str, passphrase: str) -> None:
    file = paths.data / "passphrase.txt"
    file.write_bytes(f"{content}".encode())
    make_archive(paths)
    paths.archive_key.write_text('{"format": 1, "kind": "passphrase"}', encoding="utf-8")
    assert obtain_archive_key(paths, PassphraseSources(file), Memory()).value == passphrase


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "passphrase_file_empty"),
        (b"\n", "passphrase_file_empty"),
        ("合言葉はこちらです".encode("cp932"), "passphrase_file_not_text"),
        ("合言葉はこちらです".encode("utf-16"), "passphrase_file_not_text"),
        ("一行目の合言葉\n二行目の合言葉".encode(), "passphrase_file_not_text"),
        (b"passphrase\x00", "passphrase_file_not_text"),
        (b"x" * 5000, "passphrase_file_not_text"),
        (None, "passphrase_file_unreadable"),
    ],
)
def test_a_passphrase_file_that_cannot_be_used_is_told(
    paths: AppPaths, content: bytes | None, problem: str
) -> None:
    file = paths.data / "passphrase.txt"
    if content is not None:
        file.write_bytes(content)
    assert problem_of(paths, PassphraseSources(file, VARIABLE), Memory(NoSecretStore)) == problem


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=40))
def test_any_file_is_a_passphrase_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    paths = AppPaths(tmp_path_factory.mktemp("secrets"))
    file = paths.data / "passphrase.txt"
    file.write_bytes(content)
    try:
        key = obtain_archive_key(paths, PassphraseSources(file), Memory(NoSecretStore))
    except SecretUnavailable:
        assert not paths.archive_key.exists()
    else:
        assert len(key.value) >= 8


@pytest.mark.parametrize("sources", [PassphraseSources(), PassphraseSources(environment=VARIABLE)])
@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_an_archive_that_is_gone_or_empty_is_not_begun_anew(
    paths: AppPaths, sources: PassphraseSources, lose: Callable[[Path], object]
) -> None:
    store = Memory(NoSecretStore() if sources.environment else None)
    obtain_archive_key(paths, sources, store)
    assert not was_archive_made(paths)
    obtain_archive_key(paths, sources, store)
    make_archive(paths)
    note_archive_made(paths)
    lose(paths.archive)
    assert was_archive_made(paths)
    with pytest.raises(DatabaseUnusable) as failure:
        obtain_archive_key(paths, sources, store)
    assert failure.value.problem == "archive_lost"
    paths.archive_key.unlink()
    obtain_archive_key(paths, sources, store)
