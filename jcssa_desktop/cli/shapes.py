"""The JSON documents that scripts rely on; changing one breaks somebody's script."""

from typing import Any

from jcssa_desktop.domain.archive import RecordSummary, SealedRecord
from jcssa_desktop.domain.catalogue_answers import FoundProduct, SearchResult
from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.finding import Finding
from jcssa_desktop.domain.firmware_version import Relation
from jcssa_desktop.domain.signatures import SignatureFacts
from jcssa_desktop.services.catalogue import Answer, Comparison, FileReport
from jcssa_desktop.services.doctor import Examination
from jcssa_desktop.services.exporting import SheetFiles
from jcssa_desktop.services.reasons import finding_reason
from jcssa_desktop.services.started import Started
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


def search_shape(query: str, result: SearchResult, texts: Texts) -> Shape:
    """Shape of `search`."""
    return {
        "query": query,
        "total": result.total,
        "products": [product_shape(product, texts) for product in result.products],
    }


def product_shape(product: FoundProduct, texts: Texts) -> Shape:
    """Shape of one product in `search` and `draft`; its maker is named in the language asked for."""
    return {
        "maker": product.maker_in(texts.language),
        "model": product.model,
        "part_number": product.part_number,
        "family": product.family,
        "latest": product.latest,
    }


def findings_shape(product: str, answer: Answer, texts: Texts) -> Shape:
    """Shape of `findings`; `product` is as it was asked for."""
    return {
        "product": product,
        "version": answer.version,
        "as_of": answer.as_of.isoformat(),
        "lowest_unaffected": answer.lowest_unaffected or None,
        "findings": [_finding_shape(one, answer.version, texts) for one in answer.findings],
    }


def _finding_shape(finding: Finding, version: str, texts: Texts) -> Shape:
    return {
        "advisory": finding.advisory_id,
        "ids": list(finding.ids),
        "verdict": finding.verdict.value,
        "confidence": finding.confidence.value,
        "fixed_in": list(finding.fixed_in),
        "no_fix_in_train": finding.no_fix_in_train,
        "reason": finding_reason(finding, version, texts),
        "kev": None
        if finding.kev_added is None
        else {"added": finding.kev_added.isoformat(), "ransomware": finding.kev_ransomware},
        "cvss": [{"version": one.version, "score": one.score, "source": one.source} for one in finding.cvss],
        "sources": [
            {
                "file": one.file,
                "id": one.record_id,
                "source": one.source,
                "stated": one.stated,
                "verdict": one.verdict.value,
                "confidence": one.confidence.value,
                "seen_on": one.seen_on.isoformat(),
                "settled_by": one.settled_by or None,
            }
            for one in finding.sources
        ],
    }


def compare_shape(compared: Comparison, texts: Texts) -> Shape:
    """Shape of `compare`."""
    return {
        "family": compared.family,
        "a": compared.a,
        "b": compared.b,
        "relation": compared.relation.value,
        "reason": comparison_reason(compared, texts),
    }


def comparison_reason(compared: Comparison, texts: Texts) -> str:
    """Say in one sentence how two versions stand to each other."""
    kind = compared.relation.value
    if compared.relation is Relation.UNKNOWN:
        kind = "unread" if compared.unread else "unknown"
    elif compared.relation is Relation.INCOMPARABLE and compared.train_a != compared.train_b:
        kind = "other_train"
    return texts.sentence(
        f"comparison_{kind}",
        a=compared.a,
        b=compared.b,
        train_a=compared.train_a or "?",
        train_b=compared.train_b or "?",
        unread=texts.listed(compared.unread),
    )


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
                "candidates": [product_shape(one, texts) for one in candidates.get(line.line_id, ())],
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
                "problems": [texts.sentence(problem, file=one.file) for problem in one.problems],
                "stage": one.stage.value if one.stage else None,
                "superseded_by": one.superseded_by or None,
                "signatures": [_signature_shape(facts) for facts in one.signatures],
            }
            for path, one in verifications
        ]
    }


def _signature_shape(facts: SignatureFacts) -> Shape:
    return {
        "kind": facts.kind.value,
        "signer": facts.signer,
        "issuer": facts.issuer,
        "intact": facts.intact,
        "issuer_known": facts.known,
        "at": facts.at.isoformat() if facts.at else None,
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
                "stage": one.stage.value,
                "superseded_by": one.superseded_by or None,
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
