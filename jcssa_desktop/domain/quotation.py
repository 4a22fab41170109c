"""What a quotation says, as it was read from a file."""

from dataclasses import dataclass
from datetime import date

from jcssa_desktop.domain.errors import Place, Skipped


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One line of a quotation, the texts as written; prices are in yen as the quotation states them."""

    place: Place
    text: str
    part_number: str = ""
    maker: str = ""
    quantity: int = 1
    unit_price: int | None = None
    amount: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation; `amount` is its sum with tax, None where none says so. `skipped` names the other rows."""

    number: str
    quoted_on: date | None
    customer: str
    amount: int | None
    rows: tuple[QuotationRow, ...]
    skipped: tuple[Skipped, ...]
