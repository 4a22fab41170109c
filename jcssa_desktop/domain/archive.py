"""What the archive (台帳) keeps: drafts, sealed records and what happened to them afterwards."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.checklist import Step, first_open_step, progress
from jcssa_desktop.domain.disclosure import Disclosure, SignatureMethod

DRAFT_KEPT = timedelta(days=30)
"""How long a discarded draft can be brought back."""


class DraftSummary(Struct, frozen=True):
    """A draft as the list shows it. `title` is its first device; `lines` counts all lines.

    `explained` and `questions` count the eight items; `next_step` is where the work goes on. `supersedes` is
    the document number that a revision (訂正版) will supersede.
    """

    disclosure_id: str
    customer: str
    title: str
    lines: int
    quotation_number: str
    visit_on: datetime | None
    explained: int
    questions: int
    next_step: Step
    saved_at: datetime
    supersedes: str = ""


def summarise(disclosure: Disclosure, saved_at: datetime) -> DraftSummary:
    """Tell of a draft what its list shows."""
    items = progress(disclosure)
    return DraftSummary(
        disclosure_id=disclosure.disclosure_id,
        customer=disclosure.customer.name,
        title=_title(disclosure),
        lines=len(disclosure.lines),
        quotation_number=disclosure.sale.quotation_number,
        visit_on=disclosure.sale.visit_on,
        explained=items.explained,
        questions=items.questions,
        next_step=first_open_step(disclosure),
        saved_at=saved_at,
        supersedes=disclosure.supersedes,
    )


def _title(disclosure: Disclosure) -> str:
    models = [line.product.model for line in disclosure.lines if line.product]
    texts = [line.text for line in disclosure.lines if line.text]
    return next(iter([*models, *texts]), "")


class SealStage(StrEnum):
    """How far the proof of a seal has come."""

    SEALED = "sealed"
    TIMESTAMP_PENDING = "timestamp_pending"
    TIMESTAMPED = "timestamped"


class RecordSummary(Struct, frozen=True):
    """A sealed record as the list shows it. `amount` is in yen, None where none was stated.

    `devices` are the models in the order of the lines; `superseded_by` is the document number of the next
    revision (訂正版), `signed_later` says that a signature came in after the sealing.
    """

    document_number: str
    disclosure_id: str
    revision: int
    sealed_at: datetime
    sealed_by: str
    sha256: str
    customer: str
    sold_on: date | None
    amount: int | None
    devices: tuple[str, ...]
    signature: SignatureMethod
    stage: SealStage = SealStage.SEALED
    superseded_by: str = ""
    signed_later: bool = False

    @property
    def awaits_signature(self) -> bool:
        """Whether it was to be signed later and was not, nor did a revision take its place."""
        return self.signature is SignatureMethod.LATER and not self.signed_later and not self.superseded_by


class SealedRecord(RecordSummary, frozen=True, kw_only=True):
    """A sealed record whole. `sha256` is taken over `record_json`, `pdf_sha256` over `pdf`.

    `pdf` is what was sealed; a timestamp that came later is `appended` to it.

    What stands outside `record_json` is an index of it; `previous_sha256` is "" for the first record.
    """

    previous_sha256: str
    record_json: bytes
    pdf: bytes
    pdf_sha256: str
    appended: bytes = b""

    @property
    def whole_pdf(self) -> bytes:
        """The PDF to hand out: what was sealed, and its timestamp."""
        return self.pdf + self.appended


class RecordEvent(Struct, frozen=True):
    """Something that happened to a sealed record: printed, saved, handed over."""

    kind: str
    at: datetime
    detail: str = ""


class ChainProblem(Struct, frozen=True):
    """What is wrong with a record of the archive; `document_number` is "" where a whole record is missing."""

    document_number: str
    problem: str
