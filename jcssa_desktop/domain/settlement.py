"""What a person made of a statement that the program could not read."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from jcssa_desktop.domain.finding import Verdict
from jcssa_desktop.domain.judging import judge
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement


class StatedWords(Struct, frozen=True):
    """Which words of which source: what a settlement is bound to, whatever is imported later."""

    source: str
    record_id: str
    maker: str
    name: str
    stated: str

    @classmethod
    def of(cls, record: ListedAdvisory, statement: Statement) -> "StatedWords":
        """Give the words of a statement in its record."""
        about = statement.about
        return cls(record.source, record.record_id, about.maker, about.name, statement.stated)


class Settlement(Struct, frozen=True):
    """How a person reads those words, who, when and why; `not_ours`: they are not about our products."""

    words: StatedWords
    by: str
    on: date
    why: str
    ranges: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()
    fixed_in: tuple[str, ...] = ()
    not_ours: bool = False

    def applied_to(self, statement: Statement) -> Statement:
        """Give the statement as it was settled, in the source's words still."""
        return replace(
            statement,
            ranges=self.ranges,
            unaffected=self.unaffected,
            fixed_in=self.fixed_in or statement.fixed_in,
        )


class UnreadStatement(Struct, frozen=True):
    """A statement that waits for a person, and whether it names a product or a family of the catalogue."""

    record: ListedAdvisory
    statement: Statement
    file: str
    is_ours: bool

    @property
    def words(self) -> StatedWords:
        """Give what a settlement of it is bound to."""
        return StatedWords.of(self.record, self.statement)


class UnreadStatements(Struct, frozen=True):
    """The first of the statements that wait for a person; `total` counts all of them."""

    total: int
    statements: tuple[UnreadStatement, ...]


class Subject(Struct, frozen=True):
    """What a statement is about in the catalogue: products of one firmware family, or one without a family.

    `name` is the family's or the product's; `versions` are those that were observed, the oldest first.
    """

    name: str
    products: tuple[str, ...]
    scheme: str
    versions: tuple[str, ...]

    def judged(self, statement: Statement) -> tuple[tuple[str, Verdict], ...]:
        """Hold each version against a statement as it was settled."""
        return tuple((one, judge(self.scheme, statement, one).verdict) for one in self.versions)
