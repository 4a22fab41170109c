"""What a quotation says, as it was read from a file."""

from datetime import date

from msgspec import Struct

from jcssa_desktop.domain.errors import Place, Skipped


class QuotationRow(Struct, frozen=True):
    """One line of a quotation, the texts as written; prices are in yen as the quotation states them.

    `is_optional`: it is offered beside the sale, and its sum does not count.
    """

    place: Place
    text: str
    part_number: str = ""
    maker: str = ""
    quantity: int = 1
    unit_price: int | None = None
    amount: int | None = None
    remark: str = ""
    is_optional: bool = False


class Quotation(Struct, frozen=True):
    """A quotation; `amount` is its sum with tax, None where none says so. `skipped` names the other rows."""

    number: str
    quoted_on: date | None
    customer: str
    amount: int | None
    rows: tuple[QuotationRow, ...]
    skipped: tuple[Skipped, ...]
    department: str = ""
