"""Rows of the catalogue as the facts that they hold."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import (
    Entitlement,
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    InformationSource,
    Kev,
    Product,
    Scope,
    Series,
)
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement

OBSERVATION = (
    "family_id, product_id, version, state, observed_on, source, source_url, train, released_on, note"
)
LIFECYCLE_DATE = "kind, ends, source, seen_on, product_id, family_id, train, source_url"
PRODUCT = 'product_id, maker_id, model, part_number, family_id, category, jan, datasheet_url, "use", scope'
SOURCE = "kind, url, checked_on, telephone, note"
KEV = "cve, vendor, product, name, added, due, ransomware, description, catalogue_version"
SERIES = "series_id, maker_id, family_id, models, names"

_RECORD = msgspec.json.Decoder(ListedAdvisory)
_STATEMENT = msgspec.json.Decoder(Statement)


def product(row: Sequence[Any], aliases: tuple[str, ...]) -> Product:
    """Read the columns of `PRODUCT`."""
    product_id, maker_id, model, part_number, family_id, category, jan, datasheet_url, use, scope = row
    return Product(
        product_id=product_id,
        maker_id=maker_id,
        model=model,
        part_number=part_number,
        family_id=family_id or "",
        category=category,
        jan=jan,
        datasheet_url=datasheet_url,
        aliases=aliases,
        use=use,
        scope=Scope(scope),
    )


def family(row: Sequence[Any], aliases: tuple[str, ...]) -> FirmwareFamily:
    """Read family_id, maker_id, name, scheme and entitlement."""
    family_id, maker_id, name, scheme, entitlement = row
    return FirmwareFamily(family_id, maker_id, name, scheme, aliases, Entitlement(entitlement))


def information_source(row: Sequence[Any]) -> InformationSource:
    """Read the columns of `SOURCE`."""
    kind, url, checked_on, telephone, note = row
    return InformationSource(InformationKind(kind), url, date.fromisoformat(checked_on), telephone, note)


def observation(row: Sequence[Any]) -> FirmwareObservation:
    """Read the columns of `OBSERVATION`."""
    family_id, product_id, version, state, observed_on, source, source_url, train, released_on, note = row
    return FirmwareObservation(
        family_id=family_id or "",
        version=version,
        state=FirmwareState(state),
        observed_on=date.fromisoformat(observed_on),
        source=source,
        source_url=source_url,
        product_id=product_id or "",
        train=train,
        released_on=PartialDate.parse(released_on) if released_on else None,
        note=note,
    )


def lifecycle_date(row: Sequence[Any]) -> LifecycleDate:
    """Read the columns of `LIFECYCLE_DATE`."""
    kind, ends, source, seen_on, product_id, family_id, train, source_url = row
    return LifecycleDate(
        kind=LifecycleKind(kind),
        ends=PartialDate.parse(ends),
        source=source,
        seen_on=date.fromisoformat(seen_on),
        product_id=product_id or "",
        family_id=family_id or "",
        train=train,
        source_url=source_url,
    )


def kev(row: Sequence[Any]) -> Kev:
    """Read the columns of `KEV`."""
    cve, vendor, name_of_product, name, added, due, ransomware, description, version = row
    return Kev(
        cve=cve,
        vendor=vendor,
        product=name_of_product,
        name=name,
        added=date.fromisoformat(added),
        due=date.fromisoformat(due) if due else None,
        ransomware=bool(ransomware),
        description=description,
        catalogue_version=version,
    )


def series(row: Sequence[Any]) -> Series:
    """Read the columns of `SERIES`."""
    series_id, maker_id, family_id, models, names = row
    return Series(series_id, maker_id, lines(models), lines(names), family_id or "")


def listed_advisory(body: str, seen_on: str) -> ListedAdvisory:
    """Read a record as `statement_import` wrote it."""
    return replace(_RECORD.decode(body), seen_on=date.fromisoformat(seen_on))


@lru_cache(maxsize=16_384)
def statement(body: str) -> Statement:
    """Read a statement as `statement_import` wrote it."""
    return _STATEMENT.decode(body)


def lines(text: str) -> tuple[str, ...]:
    """Read a list that is kept one entry a line."""
    return tuple(text.splitlines())
