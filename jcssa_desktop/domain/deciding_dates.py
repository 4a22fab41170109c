"""Which of several lifecycle dates is stated of a device: one of each kind."""

from collections.abc import Iterable
from datetime import date

from jcssa_desktop.domain.finding import StatedLifecycle
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind


def deciding_dates(
    dates: Iterable[LifecycleDate], own_train: str, today: date
) -> tuple[StatedLifecycle, ...]:
    """Return one date of each kind, in the order of the kinds; `own_train` is that of the device's version.

    What a source said last counts. A published date goes before "unpublished", one of the product or of its
    train before one of the whole family, and of several the first to come decides.
    """
    newest: dict[tuple[LifecycleKind, str, str, str], LifecycleDate] = {}
    for one in sorted(dates, key=lambda one: one.seen_on):
        if one.seen_on <= today and one.train in ("", own_train):
            newest[one.kind, one.product_id, one.train, one.source] = one
    deciding = {one.kind: one for one in sorted(newest.values(), key=_weight, reverse=True)}
    return tuple(
        StatedLifecycle(one.kind, one.ends, one.source, one.seen_on, one.train)
        for one in (deciding[kind] for kind in LifecycleKind if kind in deciding)
    )


def _weight(stated: LifecycleDate) -> tuple[bool, bool, date]:
    last_day = stated.ends.last_day
    return last_day is None, not (stated.product_id or stated.train), last_day or date.max
