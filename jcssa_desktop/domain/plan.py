"""Who we are and what we offer: company profile and service plans, as settings keep them."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict, replace

from jcssa_desktop.domain.label import ServiceRegistration


class CompanyWords(Struct, frozen=True):
    """What an English sheet says of the reseller; "" leaves it as it is in Japanese."""

    name: str = ""
    department: str = ""
    address: str = ""
    desk_name: str = ""
    hours: str = ""


class CompanyProfile(Struct, frozen=True):
    """The reseller as the sheet prints it. `document_prefix` begins every document number of this laptop.

    `logo` is a PNG, empty for none; the record carries it, so that the sheet can be drawn again anywhere.
    """

    name: str
    department: str = ""
    explainer: str = ""
    address: str = ""
    desk_name: str = ""
    telephone: str = ""
    hours: str = ""
    email: str = ""
    document_prefix: str = "KS"
    logo: bytes = b""
    english: CompanyWords = CompanyWords()

    def said(self, *, in_english: bool) -> "CompanyProfile":
        """Give the profile with the words of one language, as a sheet states it."""
        words = _written(self.english) if in_english else {}
        return replace(self, **words, english=CompanyWords())


class PlanKind(StrEnum):
    """A continuing maintenance contract, or spot maintenance work (guideline item 3)."""

    CONTRACT = "contract"
    SPOT = "spot"


class PlanWords(Struct, frozen=True):
    """What a plan is called and contains in English; "" leaves it in the words of the plan."""

    name: str = ""
    includes: str = ""
    excludes: str = ""


class ServicePlan(Struct, frozen=True):
    """A service that we sell.

    `price` is in yen without tax: for one device a month by contract, once for spot work.

    `price` None means that it is quoted case by case. `category` "" offers the plan for every product.
    `registration` is that of the service in the list of conforming services, where it is registered.
    """

    plan_id: str
    kind: PlanKind
    name: str
    price: int | None
    includes: str
    excludes: str
    category: str = ""
    registration: ServiceRegistration | None = None
    english: PlanWords = PlanWords()

    def said(self, *, in_english: bool) -> "ServicePlan":
        """Give the plan with the words of one language, as a sheet states it."""
        words = _written(self.english) if in_english else {}
        return replace(self, **words, english=PlanWords())


def _written(words: CompanyWords | PlanWords) -> dict[str, str]:
    """Give the words that are there, by the field that they stand for."""
    return {field: text for field, text in asdict(words).items() if text}
