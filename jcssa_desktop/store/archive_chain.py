"""Whether the chain of sealed records is whole."""

import hashlib
from collections.abc import Iterator

import msgspec

from jcssa_desktop.domain.archive import ChainProblem
from jcssa_desktop.store.driver import Connection


class _Stated(msgspec.Struct, frozen=True):
    """What a record says of itself inside its sealed text."""

    document_number: str
    previous_sha256: str


def chain_problems(connection: Connection) -> Iterator[ChainProblem]:
    """Name every record that was altered or does not follow the one before, and say if one is missing."""
    previous = ""
    count = 0
    rows = connection.execute(
        "SELECT document_number, sha256, previous_sha256, record_json, pdf, record.pdf_sha256, appended,"
        " timestamp.pdf_sha256 FROM record LEFT JOIN timestamp USING (document_number) ORDER BY record_key"
    )
    for number, sha256, previous_sha256, record_json, pdf, pdf_sha256, appended, whole_sha256 in rows:
        count += 1
        if hashlib.sha256(record_json).hexdigest() != sha256 or not _agrees(
            record_json, _Stated(number, previous_sha256)
        ):
            yield ChainProblem(number, "record_altered")
        if hashlib.sha256(pdf).hexdigest() != pdf_sha256:
            yield ChainProblem(number, "record_pdf_altered")
        if appended is not None and hashlib.sha256(pdf + appended).hexdigest() != whole_sha256:
            yield ChainProblem(number, "record_timestamp_altered")
        if previous_sha256 != previous:
            yield ChainProblem(number, "record_link_broken")
        previous = sha256
    given = connection.execute("SELECT coalesce(sum(last_number), 0) FROM document_number").fetchone()[0]
    if count < given:
        yield ChainProblem("", "record_missing")


def _agrees(record_json: bytes, stated: _Stated) -> bool:
    try:
        return msgspec.json.decode(record_json, type=_Stated) == stated
    except msgspec.DecodeError:
        return False
