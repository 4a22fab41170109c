"""What the catalogue answers: products found, names to match with, and how much it holds."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct


class FoundProduct(NamedTuple):
    """A product as a result list shows it; `latest` is its newest version as seen, "" if none was seen.

    A search makes fifty of them, at each key that is typed: a tuple is made in half the time.
    """

    product_id: str
    maker: str
    model: str
    part_number: str
    family: str
    latest: str
    category: str
    maker_en: str = ""

    def maker_in(self, language: str) -> str:
        """Name the maker in a language of the window or the command line, ja or en."""
        return (language == "en" and self.maker_en) or self.maker


class SearchResult(Struct, frozen=True):
    """The first products of a search; `total` counts all of them, with `has_more` only the first of them."""

    total: int
    products: tuple[FoundProduct, ...]
    has_more: bool = False


class MatchEntry(Struct, frozen=True):
    """The names by which a line of a quotation may call a product."""

    product_id: str
    maker: str
    maker_aliases: tuple[str, ...]
    model: str
    part_number: str
    aliases: tuple[str, ...]


class CatalogueCounts(Struct, frozen=True):
    """How much the catalogue holds; `newest` is the last day of a version's observation or of KEV."""

    makers: int
    products: int
    families: int
    observations: int
    advisories: int
    kev: int
    newest: date | None
