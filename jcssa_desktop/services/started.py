"""What a quotation gives: a new draft, and the rows that did not become lines."""

from msgspec import Struct

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import Skipped

_EXPECTED_ROWS = frozenset(
    f"quotation_row_{kind}"
    for kind in ("subtotal", "tax", "total", "discount", "negative", "carriage", "section", "note")
)
"""What every quotation has beside its lines; nobody has to look at it again."""


class Started(Struct, frozen=True):
    """A new draft and the rows of its quotation that did not become lines."""

    disclosure: Disclosure
    skipped: tuple[Skipped, ...] = ()

    @property
    def doubtful(self) -> tuple[Skipped, ...]:
        """The rows that a person has to look at: all but sums, discounts, carriage, headings and notes."""
        return tuple(one for one in self.skipped if one.problem not in _EXPECTED_ROWS)
