"""Sheets on paper, seals and their stages on the command line."""

import json
from pathlib import Path

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
