import json
from pathlib import Path

import pikepdf
import pytest

from jcssa_desktop.documents.sealing import extract_record

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SAMPLE = SAMPLES / "disclosure_sample.json"


def test_the_starter_catalogue_is_there_from_the_first_command(program):
    found = program("search", "fg60f", "--json").json
    assert ("FortiGate 60F", "FG-60F") in {(one["model"], one["part_number"]) for one in found["products"]}
    assert found["total"] >= len(found["products"])


def test_search_says_how_many_there_are_beyond_the_limit(program):
    found = program("search", "RTX", "--limit", "1", "--json").json
    assert len(found["products"]) == 1
    assert found["total"] > 1


def test_an_issued_sheet_is_written_with_its_record_and_listed(program, tmp_path):
    issued = program("issue", SAMPLE, "--out", tmp_path / "out", "--json").json
    pdf = Path(issued["pdf"]).read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert extract_record(pdf) == Path(issued["record"]).read_bytes()
    listed = program("archive", "list", "--json").json["records"]
    assert [one["document_number"] for one in listed] == [issued["document_number"]]
    assert listed[0]["sha256"] == issued["sha256"]


def test_an_issued_sheet_verifies_until_a_byte_of_it_changes(program, tmp_path):
    issued = program("issue", SAMPLE, "--out", tmp_path / "out", "--json").json
    pdf = Path(issued["pdf"])
    intact = program("verify", pdf, issued["record"], "--json")
    assert intact.status == 0
    assert {one["state"] for one in intact.json["files"]} == {"unchanged"}
    assert {one["document_number"] for one in intact.json["files"]} == {issued["document_number"]}
    changed = bytearray(pdf.read_bytes())
    changed[len(changed) // 2] ^= 1
    pdf.write_bytes(changed)
    outcome = program("verify", pdf, "--json")
    assert outcome.status == 1
    assert outcome.json["files"][0]["state"] == "altered"
    assert outcome.json["files"][0]["problems"]


def test_appended_bytes_are_found(program, tmp_path):
    issued = program("issue", SAMPLE, "--out", tmp_path / "out", "--json").json
    pdf = Path(issued["pdf"])
    pdf.write_bytes(pdf.read_bytes() + b"\n% more")
    assert program("verify", pdf, "--json").json["files"][0]["state"] == "altered"


def test_a_sheet_from_elsewhere_is_not_called_unchanged(program, tmp_path):
    issued = program("issue", SAMPLE, "--out", tmp_path / "out", "--json").json
    elsewhere = program("--data-dir", tmp_path / "other", "verify", issued["pdf"], "--json")
    assert elsewhere.status == 1
    assert elsewhere.json["files"][0]["state"] == "unknown"


def test_a_sheet_whose_pages_were_swapped_is_found_without_the_archive(program, tmp_path):
    issued = program("issue", SAMPLE, "--out", tmp_path / "out", "--json").json
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(issued["pdf"]) as document:
        document.pages.append(document.pages[0])
        document.save(forged)
    verified = program("--data-dir", tmp_path / "other", "verify", forged, "--json").json["files"][0]
    assert verified["state"] == "altered"


def test_one_disclosure_is_sealed_once(program, tmp_path):
    assert program("issue", SAMPLE, "--out", tmp_path / "out").status == 0
    again = program("issue", SAMPLE, "--out", tmp_path / "again", "--json")
    assert again.status == 1
    assert again.out == ""
    assert len(again.err.splitlines()) == 1
    assert not list((tmp_path / "again").glob("*"))


def test_an_open_item_is_named_and_nothing_is_written(program, tmp_path):
    disclosure = json.loads(SAMPLE.read_text())
    disclosure["items"][3]["state"] = "open"
    path = tmp_path / "open.json"
    path.write_text(json.dumps(disclosure))
    outcome = program("issue", path, "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "open.json" in outcome.err
    assert "④" in outcome.err
    assert not (tmp_path / "out").exists()
    assert program("archive", "list", "--json").json == {"records": []}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda one: one.pop("disclosure_id"), "$"),
        (lambda one: one["lines"][0].update(quantity="two"), "$.lines[0].quantity"),
        (lambda one: one["lines"][0].update(scope="perhaps"), "$.lines[0].scope"),
        (lambda one: one["items"].pop(), "$.items"),
        (lambda one: one["lines"][0]["product"].update(product_id="nobody:nothing"), "product_id"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(program, tmp_path, change, place):
    disclosure = json.loads(SAMPLE.read_text())
    change(disclosure)
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(disclosure))
    outcome = program("issue", path, "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "wrong.json" in outcome.err
    assert place in outcome.err
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "out").exists()


def test_the_schema_describes_the_sample(program):
    schema = program("issue", "--schema").json
    assert schema["$ref"].endswith("/Disclosure")
    fields = schema["$defs"]["Disclosure"]["properties"]
    assert set(json.loads(SAMPLE.read_text())) <= set(fields)


def test_a_quotation_becomes_lines_with_near_matches_and_reasons(program, tmp_path):
    quotation = next(SAMPLES.glob("*manufacturer*.xlsx"))
    draft = program("draft", quotation, "--out", tmp_path / "draft.json", "--json").json
    scopes = [line["scope"] for line in draft["lines"]]
    assert {"in", "out", "check"} == set(scopes)
    assert all(line["product"] for line in draft["lines"] if line["scope"] == "in")
    assert all(line["reason"] for line in draft["lines"] if line["scope"] == "out")
    assert any(line["candidates"] for line in draft["lines"] if line["scope"] == "check")
    assert all(line["place"] for line in draft["lines"])
    written = json.loads((tmp_path / "draft.json").read_text())
    assert [line["text"] for line in written["lines"]] == [line["text"] for line in draft["lines"]]


def test_a_web_page_named_csv_is_refused_in_one_sentence(program, tmp_path):
    page = tmp_path / "list.csv"
    page.write_text("<!DOCTYPE html><html><body>ログイン</body></html>")
    before = program("search", "a", "--json").json["total"]
    outcome = program("import", page, "--json")
    assert outcome.status == 1
    error = outcome.json["files"][0]["error"]
    assert "list.csv" in error["message"]
    assert program("search", "a", "--json").json["total"] == before


def test_an_import_reports_counts_and_twice_changes_nothing(program, tmp_path):
    listing = tmp_path / "一覧.csv"
    listing.write_text("メーカー,機種,型番\n見本電機,MD-1,MD1\n見本電機,,\n", encoding="cp932")
    first = program("import", listing, "--json").json["files"][0]
    assert (first["kind"], first["new"], first["error"]) == ("maker_list", 1, None)
    assert [one["place"] for one in first["skipped"]]
    second = program("import", listing, "--json").json["files"][0]
    assert (second["new"], second["changed"], second["unchanged"]) == (0, 0, 1)


def test_a_dry_run_changes_nothing(program, tmp_path):
    listing = tmp_path / "list.csv"
    listing.write_text("maker,model\n見本電機,MD-77\n")
    assert program("import", listing, "--dry-run", "--json").json["files"][0]["new"] == 1
    assert program("search", "MD-77", "--json").json["total"] == 0


def test_without_keyring_and_passphrase_the_command_says_so(program, tmp_path):
    outcome = program("issue", SAMPLE, "--out", tmp_path / "out", JCSSA_DESKTOP_PASSPHRASE="")
    assert outcome.status == 1
    assert "--passphrase-file" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_wrong_passphrase_opens_nothing(program, tmp_path):
    assert program("issue", SAMPLE, "--out", tmp_path / "out").status == 0
    outcome = program("archive", "list", JCSSA_DESKTOP_PASSPHRASE="another-one")
    assert outcome.status == 1
    assert len(outcome.err.splitlines()) == 1


def test_the_archive_on_disk_shows_no_customer(program, tmp_path, data):
    assert program("issue", SAMPLE, "--out", tmp_path / "out").status == 0
    customer = json.loads(SAMPLE.read_text())["customer"]["name"].encode()
    for file in data.rglob("*"):
        if file.is_file():
            assert customer not in file.read_bytes(), file.name


def test_doctor_names_every_part(program):
    parts = {one["part"]: one["health"] for one in program("doctor", "--json").json["parts"]}
    assert {"fonts", "printer", "keyring", "catalogue", "catalogue_age", "archive", "clock"} == set(parts)
    assert parts["fonts"] == "ok"
    assert parts["keyring"] == "attention"


def test_a_maker_is_named_in_the_language_asked_for(program):
    assert program("search", "fg60f", "--json").json["products"][0]["maker"] == "フォーティネット"
    assert program("--lang", "en", "search", "fg60f", "--json").json["products"][0]["maker"] == "Fortinet"


def test_messages_are_english_where_asked(program):
    outcome = program("--lang", "en", "doctor")
    assert "keyring" in outcome.out.lower()
    assert "パスワード" not in outcome.out


def test_without_a_display_the_window_says_so(program):
    outcome = program()
    assert outcome.status == 1
    assert "画面" in outcome.err


@pytest.mark.parametrize("command", ["import", "search", "draft", "issue", "verify", "archive", "doctor"])
def test_every_subcommand_has_help(program, command):
    outcome = program(command, "--help")
    assert outcome.status == 0
    assert "Usage" in outcome.out


def test_wrong_usage_is_status_two(program):
    assert program("search").status == 2
    assert program("nonsense").status == 2


def test_findings_tell_verdict_confidence_fix_and_source(program):
    found = program("findings", "--product", "FortiGate 60F", "--version", "7.4.8", "--json").json
    assert (found["product"], found["version"]) == ("FortiGate 60F", "7.4.8")
    (story,) = (one for one in found["findings"] if one["advisory"] == "CVE-2025-59718")
    assert (story["verdict"], story["confidence"]) == ("affected", "family")
    assert story["fixed_in"] == ["7.4.9"]
    assert story["kev"] == {"added": "2025-12-16", "ransomware": False}
    assert "FG-IR-25-647" in story["ids"]
    assert "7.4.8" in story["reason"]
    assert all(one["file"] and one["id"] and one["stated"] for one in story["sources"])
    assert found["lowest_unaffected"] == "7.4.11"


def test_findings_are_a_table_that_promises_nothing(program):
    told = program("--lang", "en", "findings", "--product", "UD-LT1", "--version", "2.1.9")
    assert told.status == 0
    assert "CVE-2024-45841" in told.out
    assert "does not mean that the device is safe" in told.err


def test_no_finding_is_a_neighbour_s(program):
    assert (
        program("findings", "--product", "RTX1220", "--version", "15.04.04", "--json").json["findings"] == []
    )


def test_a_product_that_nobody_knows_is_told_so_in_one_sentence(program):
    told = program("findings", "--product", "ZZ-0000", "--version", "1.0", "--json")
    assert (told.status, told.out, len(told.err.splitlines())) == (1, "", 1)
    assert "ZZ-0000" in told.err


def test_an_imported_source_answers_for_a_model_that_no_list_names(program, tmp_path):
    table = tmp_path / "advisories.csv"
    table.write_text(
        "CVE,メーカー,製品名,影響を受ける版,修正版,公表日\n"
        "CVE-2026-90001,見本電機,MX-900,1.4以前,1.5,2026-05-01\n",
        encoding="utf-8",
    )
    imported = program("import", table, "--json").json["files"][0]
    assert (imported["read"], imported["new"]) == (1, 1)
    found = program("findings", "--product", "MX-900", "--version", "1.4", "--json").json["findings"]
    assert [one["advisory"] for one in found] == ["CVE-2026-90001"]
    assert found[0]["sources"][0]["file"] == "advisories.csv"


@pytest.mark.parametrize(
    ("family", "a", "b", "relation"),
    [
        ("FortiOS", "7.4.8", "7.4.11", "older"),
        ("IOS XE", "17.9.4a", "17.9.4", "newer"),
        ("IOS", "15.2(7)E3", "15.2(7)E3", "same"),
        ("RTX", "Rev.15.02.31", "15.02.31", "same"),
        ("IX", "10.11.6", "10.7.18", "newer"),
        ("QTS", "5.1.0.2300", "h5.1.0.2300", "incomparable"),
        ("QuTS hero", "h5.1.0.2300", "h5.2.0.2737", "older"),
        ("DSM", "7.1-42661", "7.2-64570", "older"),
        ("SonicOS", "7.0.1-5151", "7.0.1-5161", "older"),
        ("PAN-OS", "10.2.3-h1", "10.2.3", "newer"),
        ("Fireware", "12.10.4 Update 1", "12.10.4", "newer"),
        ("SFOS", "19.5.0", "20.0.0", "older"),
        ("AlliedWare Plus", "5.5.1-0.1", "5.5.1-1.1", "older"),
        ("Meraki", "18.107", "18.211.2", "older"),
        ("Cisco IOS XE Software", "17.9.4", "17.12.1", "older"),
        ("FortiOS", "7.4.8", "最新", "unknown"),
    ],
)
def test_versions_are_compared_by_the_family_s_usual_name(program, family, a, b, relation):
    compared = program("compare", "--family", family, a, b, "--json").json
    assert compared["relation"] == relation, compared
    assert (compared["family"], compared["a"], compared["b"]) == (family, a, b)
    assert compared["reason"]


def test_an_unknown_family_is_told_in_one_sentence(program):
    told = program("compare", "--family", "別のOS", "1", "2")
    assert (told.status, told.out, len(told.err.splitlines())) == (1, "", 1)
