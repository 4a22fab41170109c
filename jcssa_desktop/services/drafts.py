"""Drafts of disclosures: from a quotation or from nothing, saved with every change."""

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.archive import DraftSummary
from jcssa_desktop.domain.catalogue import Maker, Product, Scope
from jcssa_desktop.domain.catalogue_answers import FoundProduct
from jcssa_desktop.domain.disclosure import (
    Correction,
    Customer,
    Disclosure,
    Explained,
    Line,
    ProductReference,
    Sale,
)
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.domain.facts import latest_age_days, line_facts, maker_sources
from jcssa_desktop.domain.guideline import GuidelinePack
from jcssa_desktop.domain.plan import CompanyProfile, ServicePlan
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.quotation import Quotation, QuotationRow
from jcssa_desktop.domain.record import LineFacts, MakerSources, PrintedItem, Record
from jcssa_desktop.domain.scope import scope_of
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.domain.wording import printed_items
from jcssa_desktop.domain.wording_check import WordingRemark, WordingRules, check_sale
from jcssa_desktop.services.matching import Matcher
from jcssa_desktop.services.settings import SettingsService
from jcssa_desktop.services.started import Started
from jcssa_desktop.store.archive import ArchiveStore
from jcssa_desktop.store.catalogue import CatalogueStore
from jcssa_desktop.system.texts import Language, Texts


class DisclosureView(Struct, frozen=True):
    """Everything that a screen or the sheet shows beside the disclosure itself, as of today."""

    facts: tuple[LineFacts, ...]
    items: tuple[PrintedItem, ...]
    pack: GuidelinePack
    plans: tuple[ServicePlan, ...]
    company: CompanyProfile
    maker_sources: tuple[MakerSources, ...]
    ages: Mapping[str, int | None]
    remarks: tuple[WordingRemark, ...]

    def facts_of(self, line_id: str) -> LineFacts | None:
        """Return the facts of a line; None for one that is no device."""
        return next((facts for facts in self.facts if facts.line_id == line_id), None)


class DraftService:
    """Start, fill and keep drafts. Nothing here seals."""

    def __init__(
        self,
        catalogue: CatalogueStore,
        archive: Callable[[], ArchiveStore],
        settings: SettingsService,
        packs: Mapping[Language, GuidelinePack],
        rules: Mapping[Language, WordingRules],
        texts: Texts,
        now: Callable[[], datetime],
        read_quotation: Callable[[Path], Quotation],
    ) -> None:
        self._read_quotation = read_quotation
        self._catalogue = catalogue
        self._archive = archive
        self._settings = settings
        self._packs = packs
        self._rules = rules
        self._texts = texts
        self._now = now

    def start_empty(self) -> Disclosure:
        """Start a draft without a quotation."""
        now = self._now()
        return Disclosure(
            disclosure_id=uuid.uuid4().hex,
            created_at=now,
            language=self._settings.current.language,
            explainer=self._settings.current.company.explainer,
            explained_on=now.date(),
            edition=self._settings.current.sheet_edition,
            readings=self._settings.current.sheet_readings,
        )

    def start_from_quotation(self, path: Path) -> Started:
        """Turn a quotation into a draft; raise InvalidImport when the file is none."""
        quotation = self._read_quotation(path)
        matcher = Matcher(self._catalogue.match_entries())
        lines = tuple(self._line(number, row, matcher) for number, row in enumerate(quotation.rows, start=1))
        disclosure = replace(
            self.start_empty(),
            customer=self._customer(quotation),
            sale=_sale(quotation, path),
            lines=lines,
        )
        return Started(disclosure, quotation.skipped)

    def start_correction(self, record: Record) -> Disclosure:
        """Start the revision (訂正版) of a sealed disclosure, or go on with the one that was started.

        What was sold and answered stands; the eight items and the signature are asked for again, since the
        sheet states the facts of today. Raises SealedAlready where a later revision was sealed.
        """
        found = self._started_correction(record.disclosure.disclosure_id)
        if found is not None:
            return found
        now = self._now()
        items = tuple(
            replace(item, state=Explained.OPEN, confirmed_at=None) for item in record.disclosure.items
        )
        disclosure = replace(
            record.disclosure,
            created_at=now,
            sale=replace(record.disclosure.sale, visit_on=None),
            explained_on=now.date(),
            items=items,
            signature=None,
            correction=Correction(record.document_number),
        )
        disclosure = self._with_known_plans(disclosure)
        self.save(disclosure)
        return disclosure

    def _with_known_plans(self, disclosure: Disclosure) -> Disclosure:
        known = {plan.plan_id for plan in self._settings.current.plans}
        intents = tuple(
            replace(
                intent,
                contract_plan_id=intent.contract_plan_id if intent.contract_plan_id in known else "",
                spot_plan_id=intent.spot_plan_id if intent.spot_plan_id in known else "",
            )
            for intent in disclosure.intents
        )
        return replace(disclosure, intents=intents)

    def _customer(self, quotation: Quotation) -> Customer:
        """Take the customer as addressed, unless it is ourselves: a letterhead stands above, too."""
        own = search_key(self._settings.current.company.name)
        if own and own in search_key(quotation.customer):
            return Customer()
        return Customer(name=quotation.customer, department=quotation.department)

    def drafts(self) -> tuple[DraftSummary, ...]:
        """List the drafts, the last saved first."""
        return self._archive().drafts()

    def open(self, disclosure_id: str) -> Disclosure:
        """Load a draft; raise NotFound or SealedAlready.

        A plan that the settings do not have any more is to be chosen again.
        """
        return self._with_known_plans(self._archive().draft(disclosure_id))

    def save(self, disclosure: Disclosure) -> datetime:
        """Save a draft and return when; raise SealedAlready or StorageFailure."""
        now = self._now()
        self._archive().save_draft(disclosure, now)
        return now

    def discard(self, disclosure_id: str) -> None:
        """Put a draft aside; `restore` brings it back for 30 days."""
        self._archive().discard_draft(disclosure_id, self._now())

    def restore(self, disclosure_id: str) -> None:
        """Bring a discarded draft back."""
        self._archive().restore_draft(disclosure_id)

    def view(self, disclosure: Disclosure) -> DisclosureView:
        """Put together this sale's facts and our wording for it, as of today."""
        today = self._now().date()
        language: Language = "en" if disclosure.language == "en" else "ja"
        known = [(line, self._knowledge(line)) for line in disclosure.devices]
        facts = tuple(
            line_facts(line.line_id, knowledge, line.version, today, maker_name_language=language)
            for line, knowledge in known
        )
        settings = self._settings.current
        pack = self._packs[language]
        in_english = language == "en"
        company = settings.company.said(in_english=in_english)
        plans = tuple(plan.said(in_english=in_english) for plan in settings.plans)
        items = printed_items(pack, disclosure, facts, plans, company, today)
        sources = maker_sources(tuple(knowledge for _, knowledge in known), language)
        ages = {one.line_id: latest_age_days(one, today) for one in facts}
        remarks = check_sale(items, plans, disclosure, self._rules[language])
        return DisclosureView(facts, items, pack, plans, company, sources, ages, remarks)

    def candidates(self, line: Line) -> tuple[FoundProduct, ...]:
        """Return the near matches that were offered for a line."""
        found = (self._found(product_id) for product_id in line.candidate_ids)
        return tuple(product for product in found if product is not None)

    def choose_product(self, disclosure: Disclosure, line_id: str, product_id: str) -> Disclosure:
        """Decide which product a line is; raise NotFound for a product that is not in the catalogue."""
        knowledge = self._catalogue.knowledge(product_id)
        lines = tuple(
            self._with_product(line, knowledge) if line.line_id == line_id else line
            for line in disclosure.lines
        )
        return replace(disclosure, lines=lines)

    def add_line(self, disclosure: Disclosure, product_id: str) -> Disclosure:
        """Add one piece of a product of the catalogue."""
        knowledge = self._catalogue.knowledge(product_id)
        taken = {line.line_id for line in disclosure.lines}
        number = next(n for n in range(1, len(taken) + 2) if f"line-{n}" not in taken)
        line = Line(line_id=f"line-{number}", text=knowledge.product.model)
        return replace(disclosure, lines=(*disclosure.lines, self._with_product(line, knowledge)))

    def _started_correction(self, disclosure_id: str) -> Disclosure | None:
        with suppress(NotFound):
            self.restore(disclosure_id)
        try:
            return self.open(disclosure_id)
        except NotFound:
            return None

    def _line(self, number: int, row: QuotationRow, matcher: Matcher) -> Line:
        line = Line(
            line_id=f"line-{number}",
            text=row.text,
            place=self._texts.place(row.place),
            quantity=row.quantity,
            part_number=row.part_number,
            unit_price=row.unit_price,
        )
        if row.is_optional:
            return self._optional(line, row, matcher)
        by_part_number = matcher.match(row.part_number, row.part_number, row.maker)
        if row.part_number and by_part_number.product_id:
            return self._with_product(line, self._catalogue.knowledge(by_part_number.product_id))
        scope, reason = scope_of(row.text, row.part_number, row.maker)
        if scope is Scope.OUT:
            return replace(line, scope=scope, scope_reason=self._texts.sentence(reason))
        match = matcher.match(row.text, row.part_number, row.maker)
        if match.product_id:
            return self._with_product(line, self._catalogue.knowledge(match.product_id))
        reason = "line_near_matches" if match.near else "line_not_in_catalogue"
        return replace(
            line,
            scope_reason=self._texts.sentence(reason, count=len(match.near)),
            candidate_ids=match.near,
        )

    def _optional(self, line: Line, row: QuotationRow, matcher: Matcher) -> Line:
        """Offer the product of an option: whether it is sold a person decides."""
        match = matcher.match(row.text, row.part_number, row.maker)
        offered = (match.product_id,) if match.product_id else match.near
        scope, reason = scope_of(row.text, row.part_number, row.maker)
        if scope is Scope.OUT and not match.product_id:
            return replace(line, scope=scope, scope_reason=self._texts.sentence(reason))
        return replace(line, scope_reason=self._texts.sentence("line_optional"), candidate_ids=offered)

    def _with_product(self, line: Line, knowledge: ProductKnowledge) -> Line:
        product = knowledge.product
        english = self._settings.current.language == "en"
        return replace(
            line,
            scope=product.scope,
            scope_reason="",
            use=line.use or product.use,
            product=ProductReference(
                product.product_id,
                knowledge.maker.name_en if english else knowledge.maker.name_ja,
                product.model,
                product.part_number,
            ),
        )

    def _knowledge(self, line: Line) -> ProductKnowledge:
        """Return what is known of a device; of a product that the catalogue has not, only its names."""
        reference = line.product
        assert reference is not None  # noqa: S101 - a device has a product
        try:
            return self._catalogue.knowledge(reference.product_id)
        except NotFound:
            maker = Maker("", reference.maker, reference.maker)
            product = Product(reference.product_id, "", reference.model, reference.part_number)
            return ProductKnowledge(product, maker)

    def _found(self, product_id: str) -> FoundProduct | None:
        try:
            known = self._catalogue.knowledge(product_id)
        except NotFound:
            return None
        product = known.product
        return FoundProduct(
            product_id=product.product_id,
            maker=known.maker.name_ja,
            model=product.model,
            part_number=product.part_number,
            family=known.family.name if known.family else "",
            latest="",
            category=product.category,
            maker_en=known.maker.name_en,
        )


def _sale(quotation: Quotation, path: Path) -> Sale:
    sold_on: date | None = quotation.quoted_on
    return Sale(
        quotation_number=quotation.number,
        quotation_file=path.name,
        sold_on=sold_on,
        amount=quotation.amount,
    )
