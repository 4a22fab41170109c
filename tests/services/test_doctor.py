from datetime import UTC, datetime
from pathlib import Path

import pytest

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.errors import DatabaseUnusable
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.services.doctor import Health
from jcssa_desktop.system.paths import AppPaths

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def health(services):
    return {one.part: (one.health, one.finding) for one in services.doctor.examine()}


def test_a_new_laptop_is_told_what_it_lacks(services):
    found = health(services)
    assert found["fonts"] == (Health.OK, "doctor_fonts_ok")
    assert found["keyring"] == (Health.ATTENTION, "doctor_no_keyring")
    assert found["catalogue"][0] is Health.OK
    assert found["archive"] == (Health.OK, "doctor_no_archive_yet")


def test_facts_that_are_months_old_need_attention(services):
    assert health(services)["catalogue_age"] == (Health.ATTENTION, "doctor_catalogue_old")


def test_sealed_records_are_counted_and_their_chain_checked(services):
    services.sealing.seal(read_disclosure(SAMPLES / "disclosure_single.json"))
    found = next(one for one in services.doctor.examine() if one.part == "archive")
    assert (found.health, dict(found.values)["count"]) == (Health.OK, "1")


def test_an_archive_whose_passphrase_is_not_given_is_not_asked_for(services, tmp_path):
    services.sealing.seal(read_disclosure(SAMPLES / "disclosure_single.json"))
    with open_services(AppPaths(tmp_path / "data")) as locked:
        found = next(one for one in locked.doctor.examine() if one.part == "archive")
    assert found.health is Health.FAILED
    assert found.error is not None


def test_an_archive_that_was_lost_is_told_and_no_new_one_begun(open_at, tmp_path):
    folder = tmp_path / "moved"
    open_at(folder).sealing.seal(read_disclosure(SAMPLES / "disclosure_single.json"))
    (folder / "archive.db").rename(tmp_path / "archive.db")
    again = open_at(folder)
    with pytest.raises(DatabaseUnusable):
        again.archive.records()
    found = next(one for one in again.doctor.examine() if one.part == "archive")
    assert found.health is Health.FAILED
    assert not (folder / "archive.db").exists()


def test_a_clock_behind_the_catalogue_is_noticed(tmp_path):
    early = datetime(2025, 1, 1, tzinfo=UTC)
    with open_services(AppPaths(tmp_path / "early"), now=lambda: early) as services:
        assert health(services)["clock"] == (Health.ATTENTION, "doctor_clock_behind")
