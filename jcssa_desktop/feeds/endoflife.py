"""Release cycles of endoflife.date: its older files (a list of cycles) and those of its API v1.

`eol` becomes the end of support, `support`/`eoas` (active support) the end of firmware,
`extendedSupport`/`eoes` the end of security fixes, `discontinued` the end of sale. "Not yet, no day known"
is 未公表; "already, on an unknown day" is no date and is reported.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Struct, field

from jcssa_desktop.domain.catalogue import FirmwareObservation, FirmwareState
from jcssa_desktop.domain.catalogue_batch import ListedLifecycle, ListedRelease
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate, Precision
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.sheet import Sheet

SOURCE = "endoflife.date"
_SITE = "https://endoflife.date"

_Stated = str | bool | None
_PRODUCT = re.compile(r"[a-z0-9]+(?:[-.+][a-z0-9]+)*")
_COPY = re.compile(r"\s*\(\d+\)$")


class _OldCycle(msgspec.Struct, rename="camel"):
    cycle: Annotated[str, msgspec.Meta(min_length=1)] | int | float
    eol: _Stated = None
    support: _Stated = None
    extended_support: _Stated = None
    discontinued: _Stated = None
    latest: str | None = None
    latest_release_date: str | None = None


class _Latest(msgspec.Struct):
    name: str
    date: str | None = None


class _Release(msgspec.Struct, rename="camel"):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    is_eol: bool | None = None
    eol_from: str | None = None
    is_eoas: bool | None = None
    eoas_from: str | None = None
    is_eoes: bool | None = None
    eoes_from: str | None = None
    is_discontinued: bool | None = None
    discontinued_from: str | None = None
    latest: _Latest | None = None


class _Product(msgspec.Struct):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    releases: list[_Release]


class _OneProduct(msgspec.Struct):
    result: _Product
    generated_at: str = ""
    last_modified: str = ""


class _ManyProducts(msgspec.Struct):
    result: list[_Product]
    generated_at: str = ""


class Cycles(Struct, frozen=True):
    """What a file states of release cycles."""

    lifecycles: tuple[ListedLifecycle, ...]
    releases: tuple[ListedRelease, ...]
    read: int
    skipped: tuple[Skipped, ...]


class _Reading(Struct):
    file: str
    seen_on: date
    lifecycles: list[ListedLifecycle] = field(default_factory=list)
    releases: list[ListedRelease] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    read: int = 0

    def finished(self) -> Cycles:
        return Cycles(tuple(self.lifecycles), tuple(self.releases), self.read, tuple(self.skipped))


class _Cycle(Struct, frozen=True):
    """One release cycle; a day is a text, True (already), False (not yet) or None (nothing is said)."""

    product: str
    name: str
    place: Place
    eol: _Stated
    active: _Stated
    extended: _Stated
    discontinued: _Stated
    latest: str
    latest_on: str


def read_cycle_list(data: bytes, file: str, seen_on: date) -> Cycles:
    """Read the older shape, a list of cycles; the product is told by the file's name alone.

    Raises:
        InvalidImport: The name is no product's, or a cycle has a wrong value.
    """
    product = product_of_name(file)
    reading = _Reading(file, seen_on)
    for index, cycle in enumerate(read_json(data, list[_OldCycle], file)):
        place = Place(path=f"[{index}]")
        _add(_of_old(cycle, product, place), reading)
    return reading.finished()


def product_of_name(file: str) -> str:
    """Take endoflife.date's name of a product from a file name such as `fortios (1).json.gz`.

    Raises:
        InvalidImport: The file name holds no such name.
    """
    stem = file.lower().removesuffix(".gz").removesuffix(".json")
    stem = _COPY.sub("", stem).strip()
    if not _PRODUCT.fullmatch(stem):
        raise InvalidImport("endoflife_product_unnamed", file=file)
    return stem


def read_api_v1(data: bytes, file: str, seen_on: date, *, many: bool) -> Cycles:
    """Read an answer of API v1: one product, or (`many`) the full list of products.

    Raises:
        InvalidImport: A field is missing or has a wrong value.
    """
    if many:
        answer = read_json(data, _ManyProducts, file)
        products, stated = answer.result, answer.generated_at
    else:
        single = read_json(data, _OneProduct, file)
        products, stated = [single.result], single.generated_at or single.last_modified
    reading = _Reading(file, _stated_day(stated, seen_on))
    for cycle in _of_products(products, many=many):
        _add(cycle, reading)
    return reading.finished()


def _stated_day(stated: str, seen_on: date) -> date:
    try:
        return min(date.fromisoformat(stated[:10]), seen_on)
    except ValueError:
        return seen_on


def _of_products(products: list[_Product], *, many: bool) -> Iterator[_Cycle]:
    for product_index, product in enumerate(products):
        top = f"result[{product_index}]" if many else "result"
        for index, release in enumerate(product.releases):
            yield _Cycle(
                product.name,
                release.name,
                Place(path=f"{top}.releases[{index}]"),
                release.eol_from or release.is_eol,
                release.eoas_from or release.is_eoas or None,
                release.eoes_from or release.is_eoes or None,
                release.discontinued_from or release.is_discontinued or None,
                release.latest.name if release.latest else "",
                (release.latest.date or "") if release.latest else "",
            )


def _of_old(cycle: _OldCycle, product: str, place: Place) -> _Cycle:
    return _Cycle(
        product,
        str(cycle.cycle),
        place,
        cycle.eol,
        # Here False means "ended", and True "goes on": neither gives a day.
        None if cycle.support is True else cycle.support is False or cycle.support,
        cycle.extended_support if isinstance(cycle.extended_support, str) else None,
        cycle.discontinued or None,
        cycle.latest or "",
        cycle.latest_release_date or "",
    )


CYCLE_COLUMNS = frozenset({"product", "cycle", "eol"})
"""The columns that tell a table of cycles from any other table."""

_TRUTH = {"": None, "true": True, "false": False}


def read_cycle_table(sheet: Sheet, file: str, seen_on: date) -> Cycles:
    """Read cycles of many products from a table with the columns product, cycle and eol.

    Raises:
        InvalidImport: A row has no product or no cycle, or a day is wrong.
    """
    headings = {cell.strip().lower(): at for at, cell in enumerate(sheet.rows[0].cells)}
    reading = _Reading(file, seen_on)
    for row in sheet.rows[1:]:
        cells = {name: row.cell(at) for name, at in headings.items()}
        place = sheet.place(row.number)
        if not cells["product"] or not cells["cycle"]:
            raise InvalidImport("endoflife_row_incomplete", file=file, place=place)
        _add(_of_row(cells, place), reading)
    return reading.finished()


def _of_row(cells: dict[str, str], place: Place) -> _Cycle:
    def stated(*names: str) -> _Stated:
        text = next((cells[name] for name in names if cells.get(name)), "")
        return _TRUTH.get(text.lower(), text)

    return _Cycle(
        cells["product"],
        cells["cycle"],
        place,
        stated("eol_date", "eol", "is_eol"),
        stated("support_date", "support") or None,
        stated("extended_support_date", "extendedsupport", "extended_support") or None,
        stated("discontinued_date", "discontinued") or None,
        cells.get("latest", ""),
        cells.get("latest_release_date", ""),
    )


def _add(cycle: _Cycle, reading: _Reading) -> None:
    reading.read += 1
    for kind, stated in (
        (LifecycleKind.END_OF_SUPPORT, cycle.eol),
        (LifecycleKind.END_OF_FIRMWARE, cycle.active),
        (LifecycleKind.END_OF_SECURITY_FIXES, cycle.extended),
        (LifecycleKind.END_OF_SALE, cycle.discontinued),
    ):
        _add_date(kind, stated, cycle, reading)
    if cycle.latest.strip():
        reading.releases.append(_release(cycle, reading))


def _add_date(kind: LifecycleKind, stated: _Stated, cycle: _Cycle, reading: _Reading) -> None:
    if stated is None:
        return
    if stated is True:
        values = (("product", cycle.product), ("cycle", cycle.name), ("kind", kind.value))
        reading.skipped.append(Skipped(cycle.place, "endoflife_ended_without_day", values))
        return
    ends = _day(stated, cycle.place, reading.file) if stated else PartialDate(Precision.UNPUBLISHED)
    date_of_kind = LifecycleDate(
        kind, ends, SOURCE, reading.seen_on, train=cycle.name, source_url=f"{_SITE}/{cycle.product}"
    )
    reading.lifecycles.append(ListedLifecycle(_family(cycle.product), cycle.name, date_of_kind))


def _family(product: str) -> str:
    """Name the family that a product of endoflife.date is; its `ios` is a telephone's, ours is Cisco's."""
    return "Apple iOS" if product == "ios" else product


def _release(cycle: _Cycle, reading: _Reading) -> ListedRelease:
    released = cycle.latest_on.strip()
    observation = FirmwareObservation(
        family_id="",
        version=cycle.latest.strip(),
        state=FirmwareState.LATEST,
        observed_on=reading.seen_on,
        source=SOURCE,
        source_url=f"{_SITE}/{cycle.product}",
        train=cycle.name,
        released_on=_day(released, cycle.place, reading.file) if released else None,
    )
    return ListedRelease(_family(cycle.product), observation)


def _day(text: str, place: Place, file: str) -> PartialDate:
    try:
        return PartialDate.parse(text.strip())
    except ValueError as error:
        raise InvalidImport("endoflife_day_wrong", file=file, place=place, value=text[:40]) from error
