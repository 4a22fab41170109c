"""Seal a disclosure: fix its facts and words in a record, chain it, draw the sheet, archive both."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from jcssa_desktop.documents.sealing import canonical_json, sealed_pdf, sha256_of
from jcssa_desktop.documents.sheet.draw import draw_sheet
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typography import FontPair, check_fonts
from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.checklist import Missing, missing
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import (
    IncompleteDisclosure,
    InvalidDisclosure,
    InvalidPack,
    NotFound,
    Place,
)
from jcssa_desktop.domain.facts import used_sources
from jcssa_desktop.domain.record import PackReference, Record
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.domain.wording_check import WordingRemark
from jcssa_desktop.services.drafts import DisclosureView, DraftService
from jcssa_desktop.services.signatures import Signatures
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.archive_sealing import Sealing
from jcssa_desktop.store.catalogue import CatalogueStore


class Export(Protocol):
    """Copies of a sealed record elsewhere."""

    def write(self, sealed: SealedRecord) -> None:
        """Write the copies; when it raises, nothing is sealed."""

    def discard(self, sealed: SealedRecord) -> None:
        """Take back what was written, because nothing was sealed after all."""


class _Place(Struct, frozen=True):
    """Where a record stands in the archive."""

    document_number: str
    revision: int


class SheetSet(Struct, frozen=True):
    """What a sheet is drawn with: its labels by language, and the fonts."""

    texts: Mapping[str, SheetTexts]
    fonts: FontPair

    def load_fonts(self) -> None:
        """Read the fonts, which stay loaded; a font that cannot be used is told when a sheet is drawn."""
        with suppress(InvalidPack):
            check_fonts(self.fonts)

    def preview(self, record: Record) -> bytes:
        """Draw the sheet of a record that is not sealed, marked as such on every page."""
        texts = self.texts[record.disclosure.language]
        return draw_sheet(record, "", texts, self.fonts, preview=True)

    def sealed_pdf(self, record: Record, record_json: bytes) -> bytes:
        """Make the PDF with the record inside: the same record gives the same bytes."""
        texts = self.texts[record.disclosure.language]
        return sealed_pdf(record, record_json, texts, self.fonts)


def _check_plans(disclosure: Disclosure, view: DisclosureView) -> None:
    known = {plan.plan_id for plan in view.plans} | {""}
    for position, intent in enumerate(disclosure.intents):
        for field, plan_id in (
            ("contract_plan_id", intent.contract_plan_id),
            ("spot_plan_id", intent.spot_plan_id),
        ):
            if plan_id not in known:
                place = Place(path=f"$.intents[{position}].{field}")
                raise InvalidDisclosure("disclosure_plan_unknown", place=place, plan=plan_id)


class SealingService:
    """The last step of a disclosure, and a look at its sheet before it."""

    def __init__(
        self,
        drafts: DraftService,
        catalogue: CatalogueStore,
        archive: Callable[[], ArchiveStore],
        sheets: SheetSet,
        signatures: Signatures,
        now: Callable[[], datetime],
        program_version: str,
    ) -> None:
        self._drafts = drafts
        self._catalogue = catalogue
        self._archive = archive
        self._sheets = sheets
        self._signatures = signatures
        self._now = now
        self._program_version = program_version

    def missing(self, disclosure: Disclosure) -> tuple[Missing, ...]:
        """List what keeps a disclosure from being sealed."""
        view = self._drafts.view(disclosure)
        return missing(disclosure, ages=view.ages, remarks=view.remarks)

    def remarks(self, disclosure: Disclosure) -> tuple[WordingRemark, ...]:
        """List what the wording lacks, such as an exception or a source; it may be sealed all the same."""
        return tuple(one for one in self._drafts.view(disclosure).remarks if not one.fault.stops)

    def preview(self, disclosure: Disclosure) -> bytes:
        """Draw the sheet as it would be printed now; raise MissingGlyphs."""
        return self._sheets.preview(self.unsealed(disclosure))

    def unsealed(self, disclosure: Disclosure) -> Record:
        """Gather what would be sealed now, without number and chain."""
        return self._record(disclosure, self._drafts.view(disclosure), _Place("", 1), "")

    def seal(self, disclosure: Disclosure, export: Export | None = None) -> SealedRecord:
        """Seal a disclosure for good.

        All or nothing: number, record, PDF and what `export` writes. Raises IncompleteDisclosure with
        the list of what is missing, InvalidDisclosure for a product that the catalogue does not have or
        names otherwise, and for a plan that is not in the settings; MissingGlyphs, SealedAlready, NotFound
        for a revision of what the archive does not have, StorageFailure; SigningFailed or SecretUnavailable
        where a certificate is set that cannot be used.
        """
        self._check_products(disclosure)
        view = self._drafts.view(disclosure)
        _check_plans(disclosure, view)
        open_points = missing(disclosure, ages=view.ages, remarks=view.remarks)
        if open_points:
            raise IncompleteDisclosure(tuple((one.problem, one.values) for one in open_points))
        prefix, year = view.company.document_prefix, self._now().year
        sealed: SealedRecord | None = None
        with ThreadPoolExecutor(1) as reading:
            # The two longest waits go side by side: the archive's key, and the fonts.
            reading.submit(self._sheets.load_fonts)
            archive = self._archive()
        try:
            with archive.sealing() as sealing:
                place = _next_place(sealing, disclosure, prefix, year)
                record = self._record(disclosure, view, place, sealing.last_sha256())
                sealed = self._sealed(record)
                sealing.append(sealed)
                if self._signatures.wants_timestamps:
                    sealing.want_timestamp(record.document_number)
                if export is not None:
                    export.write(sealed)
        except BaseException:
            if export is not None and sealed is not None:
                export.discard(sealed)
            raise
        return sealed

    def _check_products(self, disclosure: Disclosure) -> None:
        for position, line in enumerate(disclosure.lines):
            if line.is_device and line.product is not None:
                path = f"$.lines[{position}].product"
                try:
                    known = self._catalogue.knowledge(line.product.product_id).product
                except NotFound as error:
                    place = Place(path=f"{path}.product_id")
                    raise InvalidDisclosure(
                        "disclosure_product_unknown", place=place, product=line.product.product_id
                    ) from error
                if search_key(line.product.model) != search_key(known.model):
                    place = Place(path=f"{path}.model")
                    raise InvalidDisclosure(
                        "disclosure_model_differs", place=place, given=line.product.model, model=known.model
                    )

    def _record(
        self, disclosure: Disclosure, view: DisclosureView, place: _Place, previous_sha256: str
    ) -> Record:
        now = self._now()
        sources = used_sources(view.facts)
        pack = view.pack
        return Record(
            document_number=place.document_number,
            revision=place.revision,
            sealed_at=now,
            sealed_by=" ".join(filter(None, (view.company.name, disclosure.explainer))),
            program_version=self._program_version,
            previous_sha256=previous_sha256,
            facts_as_of=max((source.seen_on for source in sources), default=now.date()),
            disclosure=disclosure,
            company=view.company,
            pack=PackReference(pack.pack_id, pack.version, pack.review, pack.effective_on),
            facts=view.facts,
            items=view.items,
            tasks=pack.tasks,
            clauses=pack.clauses,
            terms=pack.terms,
            plans=view.plans,
            maker_sources=view.maker_sources,
            used_sources=sources,
            supersedes=disclosure.supersedes,
        )

    def _sealed(self, record: Record) -> SealedRecord:
        signature = record.disclosure.signature
        assert signature is not None  # noqa: S101 - an unsigned disclosure is incomplete
        record_json = canonical_json(record)
        pdf = self._signatures.sign(self._sheets.sealed_pdf(record, record_json))
        return SealedRecord(
            document_number=record.document_number,
            disclosure_id=record.disclosure.disclosure_id,
            revision=record.revision,
            sealed_at=record.sealed_at,
            sealed_by=record.sealed_by,
            sha256=sha256_of(record_json),
            previous_sha256=record.previous_sha256,
            record_json=record_json,
            pdf=pdf,
            pdf_sha256=sha256_of(pdf),
            customer=record.disclosure.customer.name,
            sold_on=record.disclosure.sale.sold_on,
            amount=record.disclosure.sale.amount,
            devices=tuple(facts.model for facts in record.facts),
            signature=signature.method,
        )


def _next_place(sealing: Sealing, disclosure: Disclosure, prefix: str, year: int) -> _Place:
    """Number a new disclosure `KS-2026-0001-1`; its revisions keep the number and count on at its end."""
    if disclosure.correction is None:
        return _Place(f"{prefix}-{year}-{sealing.next_number(prefix, year):04d}-1", 1)
    supersedes = disclosure.correction.supersedes
    revision = sealing.next_revision(disclosure.disclosure_id, supersedes)
    return _Place(f"{supersedes.rpartition('-')[0]}-{revision}", revision)
