"""What was seen of a family's versions: the newest of each train, and what a source says of one version.

An observation stands until the same version is seen otherwise on the same day or later: a withdrawn version
is no longer the newest, nor is a superseded one or anything older than it.
"""

from collections.abc import Iterable, Iterator

from jcssa_desktop.domain.catalogue import FirmwareObservation, FirmwareState
from jcssa_desktop.domain.firmware_version import Relation, compare, listing_key, train

_TELLING = (FirmwareState.FIX_PLANNED, FirmwareState.NO_FIX_PLANNED, FirmwareState.WITHDRAWN)
"""States that say something of the very version, the gravest last."""


def newest_by_train(
    scheme: str, observations: Iterable[FirmwareObservation]
) -> dict[str, FirmwareObservation]:
    """Give the newest version as seen of each train, the train seen last first.

    Where a newest version was seen of one product, those of its whole family do not count: a model may stay
    behind its family, or never be given some of its trains.
    """
    seen = tuple(observations)
    newest: dict[str, FirmwareObservation] = {}
    for one in _standing(scheme, seen):
        name = one.train or train(scheme, one.version)
        best = newest.get(name)
        if best is None or _rank(scheme, one) > _rank(scheme, best):
            newest[name] = one
    ordered = sorted(newest.items(), key=lambda item: listing_key(scheme, item[1].version), reverse=True)
    return dict(sorted(ordered, key=lambda item: item[1].observed_on, reverse=True))


def said_of(
    scheme: str, observations: Iterable[FirmwareObservation], version: str
) -> FirmwareObservation | None:
    """Give what a source last said of a version: withdrawn, no fix planned, a fix planned.

    An observation of no fix that names no version holds for all of them. A plan is past once a newer version
    of the same train was seen as the newest.
    """
    seen = tuple(observations)
    spoken = [one for one in seen if one.state in _TELLING and _speaks_of(scheme, one, version)]
    standing = [one for one in spoken if not _is_past(scheme, one, seen)]
    return max(standing, key=lambda one: (one.observed_on, _TELLING.index(one.state)), default=None)


def is_superseded(scheme: str, observations: Iterable[FirmwareObservation], version: str) -> bool:
    """Tell whether a source says that something newer than this version exists."""
    seen = tuple(observations)
    last = max(
        (one.observed_on for one in seen if one.state is FirmwareState.LATEST and _is(scheme, one, version)),
        default=None,
    )
    return any(
        one.state is FirmwareState.SUPERSEDED
        and _is(scheme, one, version)
        and (last is None or one.observed_on >= last)
        for one in seen
    )


def _is(scheme: str, one: FirmwareObservation, version: str) -> bool:
    return compare(scheme, one.version, version) is Relation.SAME


def _speaks_of(scheme: str, one: FirmwareObservation, version: str) -> bool:
    if not one.version:
        return one.state is FirmwareState.NO_FIX_PLANNED
    return _is(scheme, one, version)


def _is_past(scheme: str, plan: FirmwareObservation, seen: tuple[FirmwareObservation, ...]) -> bool:
    return plan.state is FirmwareState.FIX_PLANNED and any(
        one.observed_on >= plan.observed_on
        and train(scheme, one.version) == train(scheme, plan.version)
        and compare(scheme, one.version, plan.version) is Relation.NEWER
        for one in _standing(scheme, seen)
    )


def _rank(scheme: str, one: FirmwareObservation) -> tuple[object, ...]:
    return (one.observed_on, listing_key(scheme, one.version))


def _standing(scheme: str, seen: tuple[FirmwareObservation, ...]) -> Iterator[FirmwareObservation]:
    """Yield the observations of a latest version that no other one has overtaken."""
    against = [one for one in seen if one.state in (FirmwareState.WITHDRAWN, FirmwareState.SUPERSEDED)]
    latest = [one for one in seen if one.state is FirmwareState.LATEST]
    for one in [one for one in latest if one.product_id] or latest:
        if not any(_overtakes(scheme, other, one) for other in against):
            yield one


def _overtakes(scheme: str, other: FirmwareObservation, one: FirmwareObservation) -> bool:
    if other.observed_on < one.observed_on:
        return False
    relation = compare(scheme, one.version, other.version)
    if other.state is FirmwareState.WITHDRAWN or train(scheme, one.version) != train(scheme, other.version):
        return relation is Relation.SAME
    return relation in (Relation.SAME, Relation.OLDER)
