"""JC-STAR labels of products and registrations of services, as their registers state them.

A label is stated with who declares it and until when, never as a guarantee: the register's owner forbids the
impression of complete security, of confirmed absence of vulnerabilities and of public endorsement. A
registration says that documents and samples were examined; both may change within their term.
"""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

LABEL_ENDING_WITHIN = timedelta(days=90)
"""A label or registration that ends this soon is shown as ending (期限間近)."""

_LAST_DECLARED_LEVEL = 2


class LabelState(StrEnum):
    """How a label or a registration stands on a day: 有効, 期限間近, 失効, or its last day is not stated."""

    VALID = "valid"
    ENDING = "ending"
    ENDED = "ended"
    UNKNOWN = "unknown"


def label_state(valid_until: date | None, today: date) -> LabelState:
    """Tell how a term stands on `today`; `valid_until` is its last valid day, None where none is stated."""
    if valid_until is None:
        return LabelState.UNKNOWN
    if valid_until < today:
        return LabelState.ENDED
    return LabelState.ENDING if valid_until - today <= LABEL_ENDING_WITHIN else LabelState.VALID


class ProductLabel(Struct, frozen=True):
    """A JC-STAR label of one product: its `level` from 1 to 4 (★1..★4), and its page at IPA."""

    level: int
    registration_number: str
    source: str
    seen_on: date
    issued_on: date | None = None
    valid_until: date | None = None
    page_url: str = ""

    @property
    def is_declared(self) -> bool:
        """Tell whether the maker declares conformity itself; from ★3 on a third party evaluates it."""
        return self.level <= _LAST_DECLARED_LEVEL

    def state(self, today: date) -> LabelState:
        """Tell how the label stands on a day."""
        return label_state(self.valid_until, today)


class ServiceCategory(StrEnum):
    """The categories of 情報セキュリティサービス基準適合サービスリスト."""

    AUDIT = "audit"
    VULNERABILITY_ASSESSMENT = "vulnerability_assessment"
    PENETRATION_TEST = "penetration_test"
    FORENSICS = "forensics"
    MONITORING = "monitoring"
    DEVICE_VERIFICATION = "device_verification"


class ServiceRegistration(Struct, frozen=True):
    """The registration of a service in 情報セキュリティサービス基準適合サービスリスト."""

    number: str
    category: ServiceCategory
    valid_until: date | None = None
    service: str = ""
    provider: str = ""
    source: str = ""
    seen_on: date | None = None

    def state(self, today: date) -> LabelState:
        """Tell how the registration stands on a day."""
        return label_state(self.valid_until, today)
