"""One sheet to be drawn: its record in the order and the words in which all boxes speak of it."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.documents.sheet.grid import grid_of
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.domain.disclosure import Answer, ContractState, Intent, Line, Work
from jcssa_desktop.domain.finding import Finding, Verdict, VersionState
from jcssa_desktop.domain.lifecycle import PartialDate
from jcssa_desktop.domain.plan import ServicePlan
from jcssa_desktop.domain.record import LineFacts, Record, check_code

SERIALS_IN_ROW = 4
"""A line with more serial numbers than these has them in the list of serial numbers."""

_URGENCY = {state: rank for rank, state in enumerate(VersionState)}


class Device(Struct, frozen=True):
    """A device line with what is known and was answered; `number` is its row in the table of devices."""

    number: int
    line: Line
    facts: LineFacts
    intent: Intent

    @property
    def covered(self) -> bool:
        """Tell whether a maintenance contract covers the line from today."""
        if self.line.contract is ContractState.UNDECIDED:
            return self.intent.answer is Answer.CONTRACT
        return self.line.contract is ContractState.CONTRACT

    @property
    def we_update(self) -> bool:
        """Tell whether a planned update is our work: it is unless we only sell and no contract exists."""
        return self.covered or any(work is not Work.SALE_ONLY for work in self.line.work)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings of one verdict, exploited ones first."""
        found = [finding for finding in self.facts.findings if finding.verdict is verdict]
        return tuple(sorted(found, key=lambda finding: finding.kev_added is None))


class Edition:
    """A record with the words and the typefaces to print it. `preview` prints a sample before sealing."""

    def __init__(
        self, record: Record, sha256: str, texts: SheetTexts, typesetter: Typesetter, *, preview: bool
    ) -> None:
        self.record = record
        self.sha256 = sha256
        self.texts = texts
        self.typesetter = typesetter
        self.preview = preview
        self.grid = grid_of(record.disclosure.edition)

    @cached_property
    def devices(self) -> tuple[Device, ...]:
        """The device lines in the order of the quotation."""
        disclosure = self.record.disclosure
        return tuple(
            Device(number, line, self.record.facts_of(line.line_id), disclosure.intent(line.line_id))
            for number, line in enumerate(disclosure.devices, start=1)
        )

    @cached_property
    def by_urgency(self) -> tuple[Device, ...]:
        """The device lines with the most urgent state first."""
        return tuple(sorted(self.devices, key=lambda device: (_URGENCY[device.facts.state], device.number)))

    @property
    def number(self) -> str:
        """The document number as printed."""
        return self.texts.page.sample if self.preview else self.record.document_number

    @property
    def code(self) -> str:
        """The check code as printed."""
        return self.texts.page.sample if self.preview else check_code(self.sha256)

    @property
    def explainer(self) -> str:
        """Who explained."""
        return self.record.disclosure.explainer or self.record.company.explainer

    @property
    def latest_seen_on(self) -> date | None:
        """The day on which every latest version was seen, if it is one day for all."""
        days = {device.facts.latest.observed_on for device in self.devices if device.facts.latest}
        return days.pop() if len(days) == 1 else None

    def plan(self, plan_id: str) -> ServicePlan | None:
        """Return one of the record's plans."""
        return next((plan for plan in self.record.plans if plan.plan_id == plan_id), None)

    def summary(self, finding: Finding) -> str:
        """What an advisory means in plain words, in the language of the sheet where it exists in it."""
        japanese = self.texts.language == "ja"
        return finding.summary_ja if japanese else finding.summary_en or finding.summary_ja

    def advice(self, finding: Finding) -> str:
        """What to do about an advisory, in plain words."""
        japanese = self.texts.language == "ja"
        return finding.advice_ja if japanese else finding.advice_en or finding.advice_ja

    def source(self, name: str) -> str:
        """Name a source; what the catalogue remarks of it, in Japanese, is said in the sheet's language."""
        for remark, words in self.texts.source_remarks.items():
            name = name.replace(remark, words)
        return name

    def long_day(self, day: date) -> str:
        """Write a day for a sentence: 2026年8月25日."""
        return self._day(self.texts.formats.long_day, day)

    def day(self, day: date) -> str:
        """Write a day of the sheet's own year without it: 8月25日."""
        formats = self.texts.formats
        return self._day(formats.day if day.year == self._year else formats.long_day, day)

    def short_day(self, day: date) -> str:
        """Write a day for a narrow cell: 8/25, with its year where that is not the sheet's: 2025/8/25."""
        formats = self.texts.formats
        return self._day(formats.short_day if day.year == self._year else formats.short_day_and_year, day)

    def day_time(self, moment: datetime) -> str:
        """Write a moment of the explanation, in the time zone in which it was recorded."""
        return self.texts.formats.day_time.format(day=self.day(moment.date()), time=f"{moment:%H:%M}")

    def partial(self, stated: PartialDate) -> str:
        """Write a date with the precision of its source: 2027年5月11日, 2027年5月, 2027年, 未公表."""
        formats = self.texts.formats
        if stated.year is None:
            return formats.unpublished
        month = formats.months[stated.month - 1] if stated.month else ""
        form = formats.year
        if stated.month:
            form = formats.long_day if stated.day else formats.month
        return form.format(year=stated.year, month=month, day=stated.day)

    def month(self, stated: PartialDate) -> str:
        """Write a date for a narrow cell, no finer than its month."""
        return self.partial(replace(stated, day=None))

    def aligned(self, stated: PartialDate) -> str:
        """Write a date for an aligned column: 2027-05-11, 2027-05, 2027, 未公表."""
        return self.texts.formats.unpublished if stated.year is None else str(stated)

    def money(self, amount: int | None) -> str:
        """Write an amount of yen; None is quoted separately."""
        formats = self.texts.formats
        return formats.quoted_separately if amount is None else formats.money.format(amount=amount)

    def quantity(self, device: Device) -> str:
        """Write how many units a line has, to stand behind its model."""
        return self.texts.formats.quantity.format(units=device.line.quantity)

    def serials(self, device: Device) -> str:
        """Write the serial numbers of a line; of many only the first, the list stands behind."""
        texts = self.texts.device_table
        serials = device.line.serials
        if len(serials) > SERIALS_IN_ROW:
            return texts.serials_listed.format(first=serials[0], count=len(serials) - 1)
        return texts.serial.format(serials=self.listed(serials)) if serials else ""

    def kinds_units(self, devices: Iterable[Device]) -> str:
        """Write how many products and units: 4機種16台."""
        formats = self.texts.formats
        chosen = tuple(devices)
        products, units = kinds(chosen), sum(device.line.quantity for device in chosen)
        return formats.kinds_units.format(
            kinds=(formats.one_kind if products == 1 else formats.kinds).format(kinds=products),
            units=(formats.one_unit if units == 1 else formats.units).format(units=units),
        )

    def listed(self, words: Iterable[str]) -> str:
        """Join words in the manner of the language."""
        return self.texts.formats.separator.join(words)

    def spaced(self, *words: str) -> str:
        """Join what is there with a wide space."""
        return self.texts.formats.space.join(word for word in words if word)

    @cached_property
    def _year(self) -> int:
        return (self.record.disclosure.explained_on or self.record.facts_as_of).year

    def _day(self, form: str, day: date) -> str:
        return form.format(year=day.year, month=self.texts.formats.months[day.month - 1], day=day.day)


def kinds(devices: Iterable[Device]) -> int:
    """Count different products."""
    return len({device.line.product.product_id for device in devices if device.line.product})
