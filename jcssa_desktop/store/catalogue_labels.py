"""Labels of products and registrations of services: written as a register states them, found by its names."""

from collections.abc import Iterable, Sequence
from datetime import date

from jcssa_desktop.domain.catalogue_batch import ListedLabel
from jcssa_desktop.domain.label import ProductLabel, ServiceCategory, ServiceRegistration
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store.driver import Connection
from jcssa_desktop.store.import_tally import Tally

Row = tuple[str | int, ...]


def put_labels(connection: Connection, labels: Iterable[ListedLabel], tally: Tally) -> None:
    """Add labels; one of the same number and product is replaced if it was seen later."""
    for listed in labels:
        label = listed.label
        key: Row = (search_key(listed.maker), search_key(listed.model), label.registration_number)
        stated: Row = (
            listed.maker,
            listed.model,
            label.level,
            _day(label.issued_on),
            _day(label.valid_until),
            label.page_url,
            label.source,
        )
        before = connection.execute(
            "SELECT maker, model, level, issued_on, valid_until, page_url, source, seen_on FROM label"
            " WHERE maker_key = ? AND model_key = ? AND registration_number = ?",
            key,
        ).fetchone()
        if _is_newer(before, stated, label.seen_on, tally):
            connection.execute(
                "INSERT OR REPLACE INTO label VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*key, *stated, label.seen_on.isoformat()),
            )


def put_registrations(
    connection: Connection, registrations: Iterable[ServiceRegistration], tally: Tally
) -> None:
    """Add registrations; one of the same number and category is replaced if it was seen later."""
    for one in registrations:
        stated: Row = (_day(one.valid_until), one.service, one.provider, one.source)
        before = connection.execute(
            "SELECT valid_until, service, provider, source, seen_on FROM service_registration"
            " WHERE number = ? AND category = ?",
            (one.number, one.category.value),
        ).fetchone()
        if _is_newer(before, stated, one.seen_on, tally):
            connection.execute(
                "INSERT OR REPLACE INTO service_registration VALUES (?, ?, ?, ?, ?, ?, ?)",
                (one.number, one.category.value, *stated, _day(one.seen_on)),
            )


def labels_of(connection: Connection, product_id: str) -> tuple[ProductLabel, ...]:
    """Give the labels of a product, found by its maker's spellings and its own names, longest valid first."""
    rows = connection.execute(
        "SELECT DISTINCT level, registration_number, label.source, seen_on, issued_on, valid_until, page_url"
        " FROM product JOIN label"
        " ON label.maker_key IN (SELECT alias_key FROM maker_alias WHERE maker_id = product.maker_id)"
        " AND (label.model_key IN (product.model_key, product.part_key) OR label.model_key IN"
        " (SELECT alias_key FROM product_alias WHERE product_alias.product_id = product.product_id))"
        " WHERE product.product_id = ? ORDER BY valid_until DESC, registration_number",
        (product_id,),
    )
    return tuple(map(_label, rows.fetchall()))


def registrations(connection: Connection) -> tuple[ServiceRegistration, ...]:
    """Give every registered service, in the order of their numbers."""
    rows = connection.execute(
        "SELECT number, category, valid_until, service, provider, source, seen_on"
        " FROM service_registration ORDER BY number, category"
    )
    return tuple(map(_registration, rows.fetchall()))


def _is_newer(before: Sequence[str | int] | None, stated: Row, seen_on: date | None, tally: Tally) -> bool:
    """Count a fact against what is stored, whose last column is its day; tell whether to write it."""
    if before is None:
        tally.new()
        return True
    if str(before[-1]) > _day(seen_on):
        tally.unchanged()
        return False
    if tuple(before[:-1]) == stated:
        tally.unchanged()
    else:
        tally.changed()
    return True


def _label(row: Sequence[str]) -> ProductLabel:
    level, number, source, seen_on, issued_on, valid_until, page_url = row
    return ProductLabel(
        int(level),
        number,
        source,
        date.fromisoformat(seen_on),
        issued_on=_stored_day(issued_on),
        valid_until=_stored_day(valid_until),
        page_url=page_url,
    )


def _registration(row: Sequence[str]) -> ServiceRegistration:
    number, category, valid_until, service, provider, source, seen_on = row
    return ServiceRegistration(
        number,
        ServiceCategory(category),
        _stored_day(valid_until),
        service,
        provider,
        source,
        _stored_day(seen_on),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _stored_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
