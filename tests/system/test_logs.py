import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.system.logs import close_log, open_log

logger = logging.getLogger("jcssa_desktop.test")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = open_log(tmp_path)
    yield tmp_path / "jcssa-desktop.log"
    close_log(handler)


def test_what_the_program_does_is_written_and_what_others_chat_is_not(log: Path) -> None:
    logger.info("import %s", "kev")
    logging.getLogger("somebody.else").info("chat")
    logging.getLogger("somebody.else").warning("trouble")
    content = log.read_text(encoding="utf-8")
    assert "INFO jcssa_desktop.test import kev" in content
    assert "trouble" in content
    assert "chat" not in content


def test_an_exception_is_written_with_its_places_and_without_its_words(log: Path) -> None:
    customer = "見本精密工業株式会社"
    try:
        try:
            int(customer)
        except ValueError as error:
            raise InvalidImport("row_malformed", file=f"{customer}.xlsx", value=customer) from error
    except InvalidImport:
        logger.exception("import failed")
    content = log.read_text(encoding="utf-8")
    assert customer not in content
    assert "test_logs.py" in content
    assert "builtins.ValueError" in content
    assert "InvalidImport row_malformed" in content


def test_where_no_log_can_be_written_the_work_goes_on(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    handler = open_log(tmp_path / "missing")
    logger.error("nobody hears this")
    close_log(handler)
    assert capfd.readouterr() == ("", "")


def test_a_disk_that_fills_up_ends_the_log_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full is here")
    handler = open_log(tmp_path)
    assert isinstance(handler, logging.FileHandler)
    handler.setStream(Path("/dev/full").open("w", encoding="utf-8")).close()  # noqa: SIM115 - the log closes it
    logger.error("nobody hears this")
    close_log(handler)
    assert capfd.readouterr() == ("", "")


def test_a_closed_log_writes_nothing_more(tmp_path: Path) -> None:
    close_log(open_log(tmp_path))
    logger.error("too late")
    assert (tmp_path / "jcssa-desktop.log").read_text(encoding="utf-8") == ""
