"""Which of a quotation's sums is the one with tax."""

from collections.abc import Sequence

from msgspec import Struct

from jcssa_desktop.domain.errors import Place
from jcssa_desktop.feeds.quotation_rows import RowKind, excludes_tax, includes_tax
from jcssa_desktop.feeds.quotation_title import Title


class Sum(Struct, frozen=True):
    """A row that sums up, deducts or adds tax; `amount` is in yen."""

    kind: RowKind
    label: str
    amount: int
    place: Place


class Total(Struct, frozen=True):
    """The sum with tax; None with `unclear_at` where sums contradict each other."""

    amount: int | None = None
    unclear_at: Place | None = None


def total_with_tax(sums: Sequence[Sum], titles: Sequence[Title], *, says_without_tax: bool) -> Total:
    """Pick the grand total, and none rather than a doubtful one.

    A sum labelled as with tax comes first, then a plain total below a row of tax, then the sum stated above
    the lines. Without any row of tax a plain total counts only if nothing in the file says 税抜 or 税別.
    """
    totals = [one for one in sums if one.kind is RowKind.TOTAL and not excludes_tax(one.label)]
    labelled = _last_of_sheets([one for one in totals if includes_tax(one.label)])
    below_tax = _last_of_sheets([one for one in totals if _is_below_tax(one, sums)])
    for found in (labelled, below_tax):
        if found:
            return _single(found)
    taxed = any(one.kind is RowKind.TAX for one in sums)
    if says_without_tax and not taxed:
        return Total()
    before_tax = (
        {one.amount for one in sums if one.kind in (RowKind.SUBTOTAL, RowKind.TOTAL)} if taxed else set()
    )
    stated = next((one.amount for one in titles if one.amount is not None), None)
    if stated is not None and stated not in before_tax:
        return Total(stated)
    plain = _last_of_sheets(totals)
    return _single(plain) if plain and not taxed else Total()


def _is_below_tax(total: Sum, sums: Sequence[Sum]) -> bool:
    return any(
        one.kind is RowKind.TAX and one.place.sheet == total.place.sheet and _row(one) < _row(total)
        for one in sums
    )


def _row(one: Sum) -> int:
    return one.place.row or 0


def _last_of_sheets(sums: Sequence[Sum]) -> list[Sum]:
    return list({one.place.sheet: one for one in sums}.values())


def _single(sums: Sequence[Sum]) -> Total:
    if len({one.amount for one in sums}) > 1:
        return Total(unclear_at=sums[-1].place)
    return Total(sums[0].amount)
