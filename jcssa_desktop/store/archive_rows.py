"""Records of the archive as rows."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec.structs import asdict

from jcssa_desktop.domain.archive import RecordSummary, SealedRecord, SealStage
from jcssa_desktop.domain.disclosure import SignatureMethod
from jcssa_desktop.domain.search_key import search_key

SUMMARY = (
    "document_number, disclosure_id, revision, sealed_at, sealed_by, sha256,"
    " customer, sold_on, amount, devices, signature"
)
SEALED = f"{SUMMARY}, previous_sha256, record_json, pdf, pdf_sha256"
_WITH_TIMESTAMP = (
    "FROM record LEFT JOIN timestamp USING (document_number)"
    " LEFT JOIN timestamp_wanted USING (document_number)"
)
_STAGE = (
    "CASE WHEN timestamp.given_at IS NOT NULL THEN 'timestamped'"
    " WHEN timestamp_wanted.rowid IS NOT NULL THEN 'timestamp_pending' ELSE 'sealed' END"
)
_SUPERSEDED_BY = (
    "coalesce((SELECT later.document_number FROM record AS later WHERE later.disclosure_id ="
    " record.disclosure_id AND later.revision = record.revision + 1), '')"
)
_SIGNED_LATER = (
    "coalesce((SELECT kind = 'signed' FROM event WHERE event.document_number = record.document_number"
    " AND kind IN ('signed', 'unsigned') ORDER BY event_key DESC LIMIT 1), 0)"
)
_STANDING = f"{_STAGE}, {_SUPERSEDED_BY}, {_SIGNED_LATER}"
"""What became of a record after its sealing."""
SELECT_SUMMARY = f"SELECT {SUMMARY}, {_STANDING} {_WITH_TIMESTAMP}"
SELECT_SEALED = (
    f"SELECT {SUMMARY}, {_STANDING}, previous_sha256, record_json, pdf, record.pdf_sha256,"
    f" coalesce(timestamp.appended, x'') {_WITH_TIMESTAMP}"
)


def summary(row: Sequence[Any]) -> RecordSummary:
    """Read a row of `SELECT_SUMMARY`."""
    (number, disclosure_id, revision, sealed_at, sealed_by, sha256) = row[:6]
    (customer, sold_on, amount, devices, signature, stage, superseded_by, signed_later) = row[6:14]
    return RecordSummary(
        document_number=number,
        disclosure_id=disclosure_id,
        revision=revision,
        sealed_at=datetime.fromisoformat(sealed_at),
        sealed_by=sealed_by,
        sha256=sha256,
        customer=customer,
        sold_on=date.fromisoformat(sold_on) if sold_on else None,
        amount=amount,
        devices=tuple(msgspec.json.decode(devices, type=list[str])),
        signature=SignatureMethod(signature),
        stage=SealStage(stage),
        superseded_by=superseded_by,
        signed_later=bool(signed_later),
    )


def sealed_record(row: Sequence[Any]) -> SealedRecord:
    """Read a row of `SELECT_SEALED`."""
    previous_sha256, record_json, pdf, pdf_sha256, appended = row[14:19]
    return SealedRecord(
        **asdict(summary(row)),
        previous_sha256=previous_sha256,
        record_json=record_json,
        pdf=pdf,
        pdf_sha256=pdf_sha256,
        appended=appended,
    )


def record_values(record: SealedRecord) -> tuple[Any, ...]:
    """Give the values of `SEALED` and, as the last, the folded text that a search looks into."""
    return (
        record.document_number,
        record.disclosure_id,
        record.revision,
        record.sealed_at.isoformat(),
        record.sealed_by,
        record.sha256,
        record.customer,
        record.sold_on.isoformat() if record.sold_on else "",
        record.amount,
        msgspec.json.encode(record.devices).decode(),
        record.signature.value,
        record.previous_sha256,
        record.record_json,
        record.pdf,
        record.pdf_sha256,
        "\n".join(search_key(text) for text in _searchable(record)),
    )


class _CustomerText(msgspec.Struct, frozen=True):
    name: str = ""
    department: str = ""
    person: str = ""


class _SaleText(msgspec.Struct, frozen=True):
    quotation_number: str = ""
    quotation_file: str = ""


class _ProductText(msgspec.Struct, frozen=True):
    maker: str = ""
    model: str = ""
    part_number: str = ""


class _LineText(msgspec.Struct, frozen=True):
    text: str = ""
    part_number: str = ""
    location: str = ""
    serials: tuple[str, ...] = ()
    product: _ProductText | None = None


class _DisclosureText(msgspec.Struct, frozen=True):
    customer: _CustomerText = _CustomerText()
    sale: _SaleText = _SaleText()
    explainer: str = ""
    lines: tuple[_LineText, ...] = ()


class _RecordText(msgspec.Struct, frozen=True):
    disclosure: _DisclosureText = _DisclosureText()


def _searchable(record: SealedRecord) -> list[str]:
    """Collect what people remember of a sale."""
    disclosure = msgspec.json.decode(record.record_json, type=_RecordText).disclosure
    customer, sale = disclosure.customer, disclosure.sale
    texts = [record.document_number, record.customer, customer.name, customer.department, customer.person]
    texts += [sale.quotation_number, sale.quotation_file, disclosure.explainer, *record.devices]
    for line in disclosure.lines:
        texts += [line.text, line.part_number, line.location, *line.serials]
        if line.product:
            texts += [line.product.maker, line.product.model, line.product.part_number]
    return [text for text in dict.fromkeys(texts) if text]
