"""Sheets on paper, seals and their stages on the command line."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.certificates import PASSPHRASE, office, timestamp_service

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "disclosure_single.json"


def test_a_sheet_on_paper_is_held_against_the_archive(program, tmp_path):
    issued = json.loads(program("issue", SAMPLE, "--out", tmp_path, "--json").out)
    number, code = issued["document_number"], issued["sha256"][:12]
    agrees = program("verify", "--paper", number, code)
    assert agrees.status == 0
    assert "台帳の控えと見比べてください" in agrees.out
    assert program("verify", "--paper", number, "0000-0000-0000").status == 1
    assert program("verify").status == 2
    listed = json.loads(program("archive", "list", "--json").out)
    assert listed["records"][0]["stage"] == "sealed"


def test_a_revision_is_issued_and_the_sheet_before_names_it(program, tmp_path):
    issued = json.loads(program("issue", SAMPLE, "--out", tmp_path, "--json").out)
    number = issued["document_number"]
    revision = json.loads(SAMPLE.read_text(encoding="utf-8"))
    revision["correction"] = {"supersedes": number, "reason": "版の誤り"}
    file = tmp_path / "revision.json"
    file.write_text(json.dumps(revision), encoding="utf-8")
    corrected = json.loads(program("issue", file, "--out", tmp_path, "--json").out)
    assert corrected["document_number"] == number.removesuffix("-1") + "-2"
    verified = program("verify", issued["pdf"])
    assert (verified.status, f"訂正版 {corrected['document_number']} があります" in verified.out) == (0, True)
    listed = json.loads(program("archive", "list", "--json").out)["records"]
    assert [one["superseded_by"] for one in listed] == [None, corrected["document_number"]]
    again = program("issue", file, "--out", tmp_path)
    assert again.status == 1
    assert f"{corrected['document_number']} に訂正済みです" in again.err


def test_a_silent_timestamp_service_leaves_the_seal_waiting(program, tmp_path):
    assert program("archive", "seal-with", "--timestamps", "http://127.0.0.1:9/").status == 0
    issued = program("issue", SAMPLE, "--out", tmp_path)
    assert issued.status == 0
    assert "時刻証明を受け取れませんでした" in issued.err
    assert "時刻証明待ち" in program("archive", "list").out
    assert program("archive", "timestamps").status == 1


def test_the_annex_of_a_draft_is_printed_or_written(program, tmp_path):
    printed = program("annex", SAMPLE)
    assert printed.status == 0
    assert "RTX830" in printed.out or "株式会社" in printed.out
    target = tmp_path / "annex.xlsx"
    written = program("annex", SAMPLE, "--out", target)
    assert written.status == 0
    assert "annex.xlsx" in written.err
    assert target.read_bytes().startswith(b"PK")
    assert json.loads(program("archive", "list", "--json").out)["records"] == []


def test_a_broken_draft_gets_one_sentence_and_no_annex(program, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    refused = program("annex", broken, "--out", tmp_path / "annex.docx")
    assert refused.status == 1
    assert "broken.json" in refused.err
    assert not (tmp_path / "annex.docx").exists()


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of Poppler is not installed")
def test_a_sheet_signed_and_stamped_by_issue_holds_before_an_outside_judge(program, tmp_path):
    company = office(tmp_path)
    with timestamp_service(company.stamper) as address:
        assert program("archive", "seal-with", "--timestamps", address).status == 0
        keep_certificate(tmp_path)
        issued = program(
            "issue", SAMPLE, "--out", tmp_path / "out", "--json", JCSSA_DESKTOP_SIGNING_PASSPHRASE=PASSPHRASE
        )
    assert issued.status == 0
    file = Path(issued.json["pdf"])
    judged = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=True)
    assert judged.stdout.count("Signature is Valid") >= 1
    assert "Total document signed" in judged.stdout
    verified = program("verify", file, "--json").json["files"][0]
    assert (verified["state"], verified["stage"]) == ("unchanged", "timestamped")
    assert [one["kind"] for one in verified["signatures"]] == ["signature", "timestamp"]


def keep_certificate(folder):
    """Name the certificate in the settings: its passphrase comes out of the environment, not a keyring."""
    file = folder / "data" / "settings.json"
    settings = json.loads(file.read_text(encoding="utf-8"))
    settings["seal"]["certificate"] = str(folder / "signer.p12")
    file.write_text(json.dumps(settings), encoding="utf-8")


def test_remarks_on_wording_come_on_stderr_beside_the_json(program, tmp_path):
    draft = json.loads(SAMPLE.read_text(encoding="utf-8"))
    draft["items"][3]["wording"] = "侵入の8割はVPN機器からです。"
    changed = tmp_path / "draft.json"
    changed.write_text(json.dumps(draft), encoding="utf-8")
    issued = program("issue", changed, "--out", tmp_path, "--json")
    assert issued.status == 0
    assert issued.json["document_number"]
    assert "侵入の8割はVPN機器からです" in issued.err
    assert "出典" in issued.err
