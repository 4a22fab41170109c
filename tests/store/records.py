"""Made-up disclosures and sealed records for the archive's tests."""

import hashlib
import json
from datetime import UTC, date, datetime
from typing import NamedTuple

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.disclosure import (
    Customer,
    Disclosure,
    Line,
    ProductReference,
    Sale,
    SignatureMethod,
)

NOON = datetime(2026, 8, 7, 12, 0, tzinfo=UTC)


class Key(NamedTuple):
    """A key as the store wants it."""

    kind: str
    value: str


RAW_KEY = Key("raw", "5e" * 32)
OTHER_KEY = Key("raw", "a7" * 32)


def a_disclosure(disclosure_id: str = "d-1", customer: str = "見本精密工業株式会社") -> Disclosure:
    line = Line(
        "line-1",
        text="FortiGate 60F 本体",
        scope=Scope.IN,
        product=ProductReference("fortinet:fortigate60f", "フォーティネット", "FortiGate 60F", "FG-60F"),
        serials=("FGT60F0000000001",),
    )
    return Disclosure(
        disclosure_id,
        NOON,
        customer=Customer(name=customer, person="見本 太郎"),
        sale=Sale(quotation_number="Q-2026-0418", visit_on=NOON),
        lines=(line, Line("line-2", text="設置作業")),
    )


def a_record(
    number: str,
    previous_sha256: str = "",
    *,
    disclosure_id: str | None = None,
    customer: str = "見本精密工業株式会社",
    amount: int | None = 1_284_000,
) -> SealedRecord:
    stated = {
        "document_number": number,
        "previous_sha256": previous_sha256,
        "disclosure": {
            "customer": {"name": customer, "person": "見本 花子"},
            "sale": {"quotation_number": "Q-2026-0418"},
            "explainer": "営業2課 見本 太郎",
            "lines": [
                {
                    "text": "RTX830 一式",
                    "serials": ["S4H000001"],
                    "product": {"maker": "ヤマハ", "model": "RTX830"},
                }
            ],
        },
    }
    record_json = json.dumps(stated, ensure_ascii=False).encode()
    pdf = f"%PDF-1.7 {number}".encode()
    return SealedRecord(
        document_number=number,
        disclosure_id=disclosure_id or f"d-{number}",
        revision=1,
        sealed_at=NOON,
        sealed_by="営業2課 見本 太郎",
        sha256=hashlib.sha256(record_json).hexdigest(),
        previous_sha256=previous_sha256,
        record_json=record_json,
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        customer=customer,
        sold_on=date(2026, 8, 7),
        amount=amount,
        devices=("FortiGate 60F", "RTX830"),
        signature=SignatureMethod.PAPER,
    )
