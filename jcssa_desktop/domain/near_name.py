"""Names in sources that look like those of our products: offered to a person, never taken by themselves."""

from datetime import date

from msgspec import Struct


class StatedName(Struct, frozen=True):
    """A name that no product of the catalogue goes by, as one record of a source writes it."""

    key: str
    maker: str
    name: str
    source: str
    record_id: str


class NearName(Struct, frozen=True):
    """A stated name beside a product that it may be; `likeness` is in per cent."""

    stated: StatedName
    product_id: str
    model: str
    likeness: float


class NameDecision(Struct, frozen=True):
    """Whether a name means a product, who decided so and when; `model` is the product's, for people."""

    product_id: str
    model: str
    maker: str
    name: str
    is_same: bool
    by: str
    on: date
