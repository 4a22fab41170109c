"""The JSON documents that scripts rely on; changing one breaks somebody's script."""

from typing import Any

from jcssa_desktop.domain.archive import RecordSummary, SealedRecord
from jcssa_desktop.domain.catalogue_answers import FoundProduct, SearchResult
from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.services.catalogue import FileReport
from jcssa_desktop.services.doctor import Examination
from jcssa_desktop.services.drafts import Started
from jcssa_desktop.services.exporting import SheetFiles
from jcssa_desktop.services.verifying import Verification
from jcssa_desktop.system.texts import Texts

Shape = dict[str, Any]


def import_shape(reports: tuple[FileReport, ...], texts: Texts) -> Shape:
    """Shape of `import`."""
    return {"files": [_file_shape(report, texts) for report in reports]}


def _file_shape(report: FileReport, texts: Texts) -> Shape:
    error = report.error
    return {
        "file": str(report.file),
        "kind": report.kind.value if report.kind else None,
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "skipped": [_skipped_shape(skipped, texts) for skipped in report.skipped],
        "error": None
        if error is None
        else {"place": texts.place(error.place), "message": texts.error(error)},
    }


def _skipped_shape(skipped: Skipped, texts: Texts) -> Shape:
    return {"place": texts.place(skipped.place), "reason": texts.skipped(skipped)}


def search_shape(query: str, result: SearchResult) -> Shape:
    """Shape of `search`."""
    return {
        "query": query,
        "total": result.total,
        "products": [product_shape(product) for product in result.products],
    }


def product_shape(product: FoundProduct) -> Shape:
    """Shape of one product in `search` and `draft`."""
    return {
        "maker": product.maker,
        "model": product.model,
        "part_number": product.part_number,
        "family": product.family,
        "latest": product.latest,
    }


def draft_shape(started: Started, candidates: dict[str, tuple[FoundProduct, ...]], texts: Texts) -> Shape:
    """Shape of `draft`; `candidates` are the near matches by line."""
    lines = []
    for line in started.disclosure.lines:
        product = line.product
        lines.append(
            {
                "place": line.place,
                "text": line.text,
                "quantity": line.quantity,
                "scope": line.scope.value,
                "reason": line.scope_reason,
                "product": None
                if product is None
                else {
                    "maker": product.maker,
                    "model": product.model,
                    "part_number": product.part_number,
                },
                "candidates": [product_shape(one) for one in candidates.get(line.line_id, ())],
            }
        )
    return {"lines": lines, "skipped": [_skipped_shape(one, texts) for one in started.skipped]}


def issue_shape(sealed: SealedRecord, files: SheetFiles) -> Shape:
    """Shape of `issue`."""
    return {
        "document_number": sealed.document_number,
        "pdf": str(files.pdf(sealed)),
        "record": str(files.record(sealed)),
        "sha256": sealed.sha256,
    }


def verify_shape(verifications: tuple[tuple[str, Verification], ...], texts: Texts) -> Shape:
    """Shape of `verify`; each verification comes with the path as it was given."""
    return {
        "files": [
            {
                "file": path,
                "state": one.state.value,
                "sealed_at": one.sealed_at.isoformat() if one.sealed_at else None,
                "sealed_by": one.sealed_by or None,
                "document_number": one.document_number or None,
                "problems": [texts.sentence(problem) for problem in one.problems],
            }
            for path, one in verifications
        ]
    }


def archive_shape(records: tuple[RecordSummary, ...]) -> Shape:
    """Shape of `archive list`."""
    return {
        "records": [
            {
                "document_number": one.document_number,
                "sealed_at": one.sealed_at.isoformat(),
                "customer": one.customer,
                "sold_on": one.sold_on.isoformat() if one.sold_on else None,
                "amount": one.amount,
                "devices": list(one.devices),
                "signature": one.signature.value if one.signature else None,
                "sha256": one.sha256,
            }
            for one in records
        ]
    }


def doctor_shape(examinations: tuple[Examination, ...], texts: Texts) -> Shape:
    """Shape of `doctor`."""
    return {
        "parts": [
            {
                "part": one.part,
                "health": one.health.value,
                "finding": examination_text(one, texts),
            }
            for one in examinations
        ]
    }


def examination_text(examination: Examination, texts: Texts) -> str:
    """Say in one sentence what was found."""
    if examination.error is not None:
        return texts.error(examination.error)
    return texts.sentence(examination.finding, **dict(examination.values))
