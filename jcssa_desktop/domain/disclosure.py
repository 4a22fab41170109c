"""One sale's explanation to one customer, as it is filled in before it is sealed."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber


class Customer(Struct, frozen=True):
    """The buyer. `person` is the one who was told."""

    name: str = ""
    department: str = ""
    person: str = ""
    position: str = ""


class Work(StrEnum):
    """What we did with the device: it decides which duties follow from our own work."""

    SALE_ONLY = "sale_only"
    INSTALLATION = "installation"
    INITIAL_SETUP = "initial_setup"
    CONSTRUCTION = "construction"


class Sale(Struct, frozen=True):
    """The deal. `amount` is in yen with tax; None: no amount is stated."""

    quotation_number: str = ""
    quotation_file: str = ""
    sold_on: date | None = None
    amount: int | None = None
    visit_on: datetime | None = None


class ContractState(StrEnum):
    """Whether a maintenance contract covers a line from today."""

    UNDECIDED = "undecided"
    CONTRACT = "contract"
    NONE = "none"


class ProductReference(Struct, frozen=True):
    """A product of the catalogue, by id and by the names that a person reads."""

    product_id: str
    maker: str
    model: str
    part_number: str = ""


class Line(Struct, frozen=True):
    """Product x quantity. `text` and `place` are what the quotation said and where.

    `version` is the version as delivered, raw; "" is not recorded, and `version_due` is then the day by
    which it will be. `candidate_ids` are near matches that were offered and not taken.
    """

    line_id: str
    text: str = ""
    place: str = ""
    quantity: int = 1
    part_number: str = ""
    scope: Scope = Scope.CHECK
    scope_reason: str = ""
    product: ProductReference | None = None
    candidate_ids: tuple[str, ...] = ()
    version: str = ""
    version_due: date | None = None
    serials: tuple[str, ...] = ()
    location: str = ""
    use: str = ""
    work: tuple[Work, ...] = (Work.SALE_ONLY,)
    contract: ContractState = ContractState.UNDECIDED
    contract_number: str = ""
    update_planned_on: date | None = None
    unit_price: int | None = None
    latest_confirmed_on: date | None = None

    @property
    def is_device(self) -> bool:
        """Tell whether the line takes part in the disclosure."""
        return self.scope is Scope.IN and self.product is not None


class Explained(StrEnum):
    """How the explaining of an item ended: 未説明, 説明済, 質問あり, 対象外."""

    OPEN = "open"
    EXPLAINED = "explained"
    QUESTION = "question"
    NOT_APPLICABLE = "not_applicable"


class ItemConfirmation(Struct, frozen=True):
    """One of the eight confirmations. `note` holds the question, or the reason of "not applicable".

    A question needs `answer_by`; `memo` stays inside the company and is never printed.
    `wording` replaces the pack's text for this sale ("" = the pack's).
    """

    number: ItemNumber
    state: Explained = Explained.OPEN
    confirmed_at: datetime | None = None
    note: str = ""
    answer_by: date | None = None
    memo: str = ""
    wording: str = ""


class Answer(StrEnum):
    """The customer's answer to a plan."""

    OPEN = "open"
    CONTRACT = "contract"
    SPOT = "spot"
    CONSIDERING = "considering"
    DECLINED = "declined"


class Intent(Struct, frozen=True):
    """What was offered for a line and what the customer answered (ご意向). `CONSIDERING` needs `due`."""

    line_id: str
    answer: Answer = Answer.OPEN
    contract_plan_id: str = ""
    spot_plan_id: str = ""
    due: date | None = None
    note: str = ""


class SignatureMethod(StrEnum):
    """How the customer signs; all four seal, the last two with a reason."""

    PAPER = "paper"
    DRAWN = "drawn"
    LATER = "later"
    REFUSED = "refused"


class Stroke(Struct, frozen=True):
    """One pen stroke: x and y from 0 to 1 of the pad, milliseconds from the first point."""

    points: tuple[tuple[float, float, int], ...]


class Signature(Struct, frozen=True):
    """The last act before sealing. `text_shown_at`: when the whole text had been shown to its end."""

    method: SignatureMethod
    signer: str = ""
    position: str = ""
    identity_checked: bool = False
    reason: str = ""
    strokes: tuple[Stroke, ...] = ()
    signed_at: datetime | None = None
    text_shown_at: datetime | None = None


class Correction(Struct, frozen=True):
    """What a revision (訂正版) supersedes, by its document number, and why. Both are printed."""

    supersedes: str
    reason: str = ""


class SheetEdition(StrEnum):
    """How large the sheet's type is."""

    STANDARD = "standard"
    LARGE = "large"


FORMAT = 1
"""Version of the disclosure's JSON form; raised when a field changes its meaning."""


def _eight_open_items() -> tuple[ItemConfirmation, ...]:
    return tuple(ItemConfirmation(number) for number in sorted(EXPLAINING_ORDER))


class Disclosure(Struct, frozen=True):
    """A draft of one sale's explanation (告知); immutable, a change makes a new one.

    `edition` and `readings` (small kana above hard words) say how its sheet is printed.
    """

    disclosure_id: str
    created_at: datetime
    language: str = "ja"
    customer: Customer = Customer()
    sale: Sale = Sale()
    explainer: str = ""
    explained_on: date | None = None
    lines: tuple[Line, ...] = ()
    items: tuple[ItemConfirmation, ...] = _eight_open_items()
    intents: tuple[Intent, ...] = ()
    signature: Signature | None = None
    edition: SheetEdition = SheetEdition.STANDARD
    readings: bool = False
    correction: Correction | None = None
    format: int = FORMAT

    @property
    def devices(self) -> tuple[Line, ...]:
        """The lines in scope with a product, in the order of the quotation."""
        return tuple(line for line in self.lines if line.is_device)

    @property
    def supersedes(self) -> str:
        """The document number that this revision supersedes, "" for what is no revision."""
        return self.correction.supersedes if self.correction else ""

    def item(self, number: ItemNumber) -> ItemConfirmation:
        """Return the confirmation of one item."""
        return next(item for item in self.items if item.number == number)

    def intent(self, line_id: str) -> Intent:
        """Return the intent for a line; an open one where none was recorded."""
        return next((one for one in self.intents if one.line_id == line_id), Intent(line_id))
