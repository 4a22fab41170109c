"""What a terminal, a pipe or a shell may do to a command: it stays one sentence, and nothing is half done."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jcssa_desktop import bootstrap

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"


@pytest.fixture
def start(data):
    """Start the program without waiting for its end."""

    def begin(*arguments, **options):
        return subprocess.Popen(
            [sys.executable, "-m", "jcssa_desktop", "--data-dir", str(data), *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "JCSSA_DESKTOP_PASSPHRASE": "only-for-tests"},
            stdin=subprocess.DEVNULL,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )

    return begin


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes of this kind")
def test_ctrl_c_is_one_sentence_and_the_status_of_an_interruption(start, tmp_path):
    pipe = tmp_path / "passphrase"
    os.mkfifo(pipe)
    running = start("--passphrase-file", pipe, "issue", SAMPLES / "disclosure_single.json", "--out", tmp_path)
    with pipe.open("w"):  # opens when the program has come to reading it
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
    assert running.returncode == 130
    assert out == b""
    assert len(err.decode().splitlines()) == 1
    assert "中断" in err.decode()
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    "arguments",
    [("search", "a", "--json"), ("search", "a"), ("annex", SAMPLES / "disclosure_single.json"), ("--help",)],
)
def test_a_reader_that_has_enough_ends_the_command_without_a_word(start, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        running = start(*arguments, stdout=closed)
        _, err = running.communicate()
    assert err == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("arguments", [("search", "fg60f", "--json"), ("search", "fg60f")])
def test_an_output_without_room_is_told(start, arguments):
    with Path("/dev/full").open("wb") as full:
        running = start(*arguments, stdout=full)
        _, err = running.communicate()
    assert running.returncode == 1
    assert "結果を書き出せません" in err.decode()
    assert len(err.decode().splitlines()) == 1


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_a_terminal_without_a_character_shows_its_code(tmp_path, encoding):
    quotation = tmp_path / "見積.csv"
    quotation.write_text("品名,数量,金額\n𠮷野式スイッチ,1,100\n", encoding="utf-8")
    shown = subprocess.run(
        [
            sys.executable,
            "-m",
            "jcssa_desktop",
            "--data-dir",
            str(tmp_path / "data"),
            "draft",
            str(quotation),
        ],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert shown.returncode == 0
    assert b"\\U00020bb7" in shown.stdout
    assert b"Traceback" not in shown.stderr


def test_a_defect_is_a_sentence_and_its_traceback_is_in_the_log(data, monkeypatch, capsys):
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("a name of a customer")

    monkeypatch.setattr("jcssa_desktop.services.catalogue.CatalogueService.search", breaks)
    assert bootstrap.run_command_line(["--data-dir", str(data), "search", "a"], lambda _: 0) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    (log,) = (data / "logs").iterdir()
    assert "RuntimeError" in log.read_text(encoding="utf-8")


def test_errors_are_said_in_the_language_of_the_settings(program, data):
    program("search", "a")
    settings = data / "settings.json"
    content = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps({**content, "language": "en"}), encoding="utf-8")
    assert "cannot be found" in program("draft", "nothing.xlsx").err
    assert "見つかりません" in program("--lang", "ja", "draft", "nothing.xlsx").err


def test_one_file_that_cannot_be_read_does_not_hide_the_others(program, tmp_path):
    issued = program("issue", SAMPLES / "disclosure_single.json", "--out", tmp_path / "out", "--json").json
    verified = program("verify", tmp_path, tmp_path / "nothing.pdf", issued["pdf"], "--json")
    assert verified.status == 1
    assert [one["state"] for one in verified.json["files"]] == ["unknown", "unknown", "unchanged"]
    assert tmp_path.name in verified.json["files"][0]["problems"][0]
    assert "nothing.pdf" in verified.json["files"][1]["problems"][0]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Windows has no /dev/zero")
def test_a_device_without_end_is_refused(program, tmp_path):
    assert program("verify", "/dev/zero", "--json").json["files"][0]["state"] == "unknown"
    assert "zero" in program("issue", "/dev/zero", "--out", tmp_path / "out").err


def test_a_file_where_a_folder_is_to_be_is_named(program, tmp_path):
    taken = tmp_path / "控え"
    taken.write_text("")
    refused = program("issue", SAMPLES / "disclosure_single.json", "--out", taken)
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)
    assert "控え" in refused.err
    assert "同じ名前のファイル" in refused.err
    assert program("archive", "list", "--json").json == {"records": []}


def test_an_annex_of_another_ending_is_wrong_usage(program, tmp_path):
    outcome = program("annex", SAMPLES / "disclosure_single.json", "--out", tmp_path / "annex.pdf")
    assert outcome.status == 2
    assert not (tmp_path / "annex.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /dev/null")
def test_a_home_that_is_no_folder_is_no_matter(program):
    assert program("search", "fg60f", "--json", HOME="/dev/null").json["total"] == 1


@pytest.mark.parametrize("address", ["not a url", "ftp://stamp.example", "http://"])
def test_what_is_no_timestamp_service_is_refused(program, data, address):
    refused = program("archive", "seal-with", "--timestamps", address)
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)
    assert json.loads((data / "settings.json").read_text(encoding="utf-8"))["seal"]["timestamps"] == ""
    assert program("archive", "seal-with").status == 2


def test_what_is_sealed_is_told_even_where_an_annex_cannot_be_written(program, tmp_path):
    first = program("issue", SAMPLES / "disclosure_single.json", "--out", tmp_path, "--json").json
    second = first["document_number"].replace("-0001-", "-0002-")
    disclosure = json.loads((SAMPLES / "disclosure_single.json").read_text(encoding="utf-8"))
    again = tmp_path / "again.json"
    again.write_text(json.dumps({**disclosure, "disclosure_id": "another"}), encoding="utf-8")
    in_the_way = first["pdf"].replace(first["document_number"], second).replace(".pdf", ".txt")
    Path(in_the_way).mkdir()
    told = program("issue", again, "--out", tmp_path, "--annex", "txt", "--json")
    assert (told.status, told.json["document_number"]) == (1, second)
    assert "同じ名前のフォルダー" in told.err
