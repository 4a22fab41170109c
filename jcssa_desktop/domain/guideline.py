"""The eight items that a reseller must disclose, and the pack that holds our wording of them."""

from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct


class ItemNumber(IntEnum):
    """The eight items by the guideline's numbers (JCSSA, ver 1.0a, December 2024)."""

    NO_CONTRACT = 1
    LATEST_VERSION = 2
    SERVICE_PLANS = 3
    RISK = 4
    PAID_SERVICES = 5
    EXCLUSIONS = 6
    INFORMATION_DUTY = 7
    MAINTENANCE_PROPOSAL = 8


EXPLAINING_ORDER = (
    ItemNumber.NO_CONTRACT,
    ItemNumber.RISK,
    ItemNumber.EXCLUSIONS,
    ItemNumber.INFORMATION_DUTY,
    ItemNumber.LATEST_VERSION,
    ItemNumber.SERVICE_PLANS,
    ItemNumber.PAID_SERVICES,
    ItemNumber.MAINTENANCE_PROPOSAL,
)
"""Unfavourable things first, then the state of the products, then what we propose."""


class Paragraph(Struct, frozen=True):
    """A sentence or more of an item; `when` names the condition of a sale under which it is printed.

    `text` holds `{placeholders}`; `wording.CONDITIONS` and `wording.PLACEHOLDERS` list both vocabularies.
    """

    text: str
    when: str = "always"


class Question(Struct, frozen=True):
    """A question that customers ask and the answer that a salesperson may give."""

    question: str
    answer: str


class ItemText(Struct, frozen=True):
    """Our wording of one item. Break hints in `title` and `short` are U+200B."""

    number: ItemNumber
    title: str
    short: str
    lead: str
    clause: str
    paragraphs: tuple[Paragraph, ...]
    script: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    avoid: tuple[str, ...] = ()


class Party(StrEnum):
    """The four columns of the responsibility matrix."""

    CUSTOMER = "customer"
    RESELLER = "reseller"
    MAKER = "maker"
    CARRIER = "carrier"


class TaskSide(Struct, frozen=True):
    """Who does and who helps with a task, and who bears the cost, in words."""

    does: tuple[Party, ...]
    helps: tuple[Party, ...] = ()
    cost: str = ""


class ResponsibilityTask(Struct, frozen=True):
    """One row of the responsibility matrix (責任分界点), with and without a maintenance contract."""

    task_id: str
    name: str
    with_contract: TaskSide
    without_contract: TaskSide


class Clause(Struct, frozen=True):
    """A general clause of the reseller that the sheet prints behind the eight items."""

    clause_id: str
    title: str
    text: str


class Term(Struct, frozen=True):
    """A hard word and what it means, for the customer."""

    word: str
    meaning: str


class GuidelinePack(Struct, frozen=True):
    """One version of our wording in one language. `review` says who read it and when, or that nobody has."""

    pack_id: str
    version: str
    language: str
    effective_on: date
    review: str
    items: tuple[ItemText, ...]
    tasks: tuple[ResponsibilityTask, ...]
    clauses: tuple[Clause, ...]
    terms: tuple[Term, ...]

    def item(self, number: ItemNumber) -> ItemText:
        """Return the text of one item."""
        return next(item for item in self.items if item.number == number)
