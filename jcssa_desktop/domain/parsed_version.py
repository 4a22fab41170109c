"""A version taken apart, as the readers of the version schemes give it, and its order.

Versions of one scheme are not all in one row: makers mend several branches side by side, number each hardware
generation anew, and leave parts of a version out. What follows from the writing is decided here; where it
does not, that is said.
"""

from enum import Enum

from msgspec import Struct

Part = int | str


class Order(Enum):
    """How one parsed version stands to another; `APART` is another row, `OPEN` cannot be told."""

    BEFORE = -1
    EQUAL = 0
    AFTER = 1
    APART = "apart"
    OPEN = "open"


class ParsedVersion(Struct, frozen=True):
    """A version taken apart: `key` orders first, then `tail`.

    Attributes:
        canonical: One spelling for all spellings of the version.
        key: Decides the order; within a scheme always of the same shape.
        tail: Decides between equal keys. None: the writing leaves it out, as in `7.0.1` for `7.0.1-5035`.
        other_tail: A second reading of the tail; where the two disagree there is no order.
        tail_kind: What the tail counts; tails of different kinds cannot be held against each other.
        parallel: Disagreeing readings are builds beside each other, not a doubt about the writing.
        line: The row that the version stands in, from its root. Rows that part from each other stay
            comparable with what came before the parting.
        train: The branch that the maker issues fixes for; "" where there is none.
        build: A build number that may be left out; two different ones cannot be ordered.
    """

    canonical: str
    key: tuple[int, ...]
    tail: tuple[Part, ...] | None = ()
    other_tail: tuple[Part, ...] | None = None
    tail_kind: str = ""
    parallel: bool = False
    line: tuple[str, ...] = ()
    train: str = ""
    build: int | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left out or in doubt: two such versions are the same or they are not."""
        one_reading = self.other_tail is None or self.parallel
        return self.tail is not None and not self.tail_kind and self.build is None and one_reading

    def order(self, other: "ParsedVersion") -> Order:
        """Tell how this version stands to another of the same scheme."""
        shared = min(len(self.line), len(other.line))
        if self.line[:shared] != other.line[:shared]:
            return Order.APART
        if self.key != other.key:
            return Order.AFTER if self.key > other.key else Order.BEFORE
        return self._order_of_tails(other)

    def includes(self, other: "ParsedVersion") -> bool:
        """Tell whether this version leaves out what `other` states: `7.0.1` includes `7.0.1-5035`."""
        shared = min(len(self.line), len(other.line))
        return (
            self.tail is None
            and other.tail is not None
            and self.key == other.key
            and self.line[:shared] == other.line[:shared]
        )

    def listing_key(self) -> tuple[object, ...]:
        """Give a key that sorts all versions of a scheme, comparable or not, for lists."""
        return (self.key, self.tail_kind, self.tail or (), self.line, self.build or 0)

    def _order_of_tails(self, other: "ParsedVersion") -> Order:
        if self.tail is None or other.tail is None:
            return Order.EQUAL if self.tail is other.tail else Order.OPEN
        if self.tail_kind != other.tail_kind:
            return Order.OPEN
        order = _sign(self.tail, other.tail)
        if self.other_tail is not None and other.other_tail is not None:
            doubt = Order.APART if self.parallel and other.parallel else Order.OPEN
            order = order if order is _sign(self.other_tail, other.other_tail) else doubt
        if order is Order.EQUAL and self.build != other.build and None not in (self.build, other.build):
            return Order.OPEN
        return order


def _sign(a: tuple[Part, ...], b: tuple[Part, ...]) -> Order:
    if a == b:
        return Order.EQUAL
    # Within a scheme and a kind of tail, each place holds either numbers or letters.
    return Order.AFTER if a > b else Order.BEFORE
