"""Names in sources that look like those of our products: offered to a person, never taken by themselves."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StatedName:
    """A name that no product of the catalogue goes by, as one record of a source writes it."""

    key: str
    maker: str
    name: str
    source: str
    record_id: str


@dataclass(frozen=True, slots=True)
class NearName:
    """A stated name beside a product that it may be; `likeness` is in per cent."""

    stated: StatedName
    product_id: str
    model: str
    likeness: float


@dataclass(frozen=True, slots=True)
class NameDecision:
    """Whether a name means a product, who decided so and when; `model` is the product's, for people."""

    product_id: str
    model: str
    maker: str
    name: str
    is_same: bool
    by: str
    on: date
