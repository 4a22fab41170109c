"""CISA's Known Exploited Vulnerabilities catalogue, as JSON or CSV."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

import msgspec

from jcssa_desktop.domain.catalogue import Kev
from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.sheet import Sheet, one_line

_CVE = re.compile(r"CVE-\d{4}-\d{4,}")
_KNOWN = "known"


class _Entry(msgspec.Struct, rename="camel"):
    cve_id: str = msgspec.field(name="cveID")
    vendor_project: str
    product: str
    vulnerability_name: str
    date_added: str
    short_description: str = ""
    due_date: str | None = None
    known_ransomware_campaign_use: str = ""


class _Catalogue(msgspec.Struct, rename="camel"):
    catalog_version: str
    vulnerabilities: list[_Entry]
    count: Annotated[int, msgspec.Meta(ge=0)] | None = None


def read_kev_json(data: bytes, file: str) -> tuple[Kev, ...]:
    """Read the catalogue's JSON.

    Raises:
        InvalidImport: An entry lacks a field or has a wrong value, or there are fewer entries than stated.
    """
    catalogue = read_json(data, _Catalogue, file)
    held = len(catalogue.vulnerabilities)
    if catalogue.count is not None and catalogue.count != held:
        raise InvalidImport("kev_count_differs", file=file, stated=catalogue.count, held=held)
    return tuple(
        _kev(entry, catalogue.catalog_version, Place(path=f"vulnerabilities[{index}]"), file)
        for index, entry in enumerate(catalogue.vulnerabilities)
    )


KEV_COLUMNS = ("cveID", "vendorProject", "product", "vulnerabilityName", "dateAdded")
"""The columns that tell the catalogue's CSV from any other table."""


def read_kev_table(sheet: Sheet, file: str) -> tuple[Kev, ...]:
    """Read the catalogue's CSV; it does not state its version.

    Raises:
        InvalidImport: A row lacks a value or has a wrong one.
    """
    headings = [cell.strip() for cell in sheet.rows[0].cells]
    entries = []
    for row in sheet.rows[1:]:
        place = sheet.place(row.number)
        if len(row.cells) != len(headings):
            raise InvalidImport("kev_row_wrong_width", file=file, place=place)
        entries.append(_kev(_entry(dict(zip(headings, row.cells, strict=True))), "", place, file))
    return tuple(entries)


def _entry(cells: Mapping[str, str]) -> _Entry:
    return _Entry(
        cve_id=cells["cveID"],
        vendor_project=cells["vendorProject"],
        product=cells["product"],
        vulnerability_name=cells["vulnerabilityName"],
        date_added=cells["dateAdded"],
        short_description=cells.get("shortDescription", ""),
        due_date=cells.get("dueDate"),
        known_ransomware_campaign_use=cells.get("knownRansomwareCampaignUse", ""),
    )


def _kev(entry: _Entry, version: str, place: Place, file: str) -> Kev:
    cve = entry.cve_id.strip().upper()
    if not _CVE.fullmatch(cve):
        raise InvalidImport("kev_cve_wrong", file=file, place=place, value=one_line(entry.cve_id)[:40])
    added = _day(entry.date_added, place, file)
    due = (entry.due_date or "").strip()
    return Kev(
        cve=cve,
        vendor=one_line(entry.vendor_project),
        product=one_line(entry.product),
        name=one_line(entry.vulnerability_name),
        added=added,
        due=_day(due, place, file) if due else None,
        ransomware=entry.known_ransomware_campaign_use.strip().lower() == _KNOWN,
        description=one_line(entry.short_description),
        catalogue_version=version.strip(),
    )


def _day(text: str, place: Place, file: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidImport("kev_day_wrong", file=file, place=place, value=one_line(text)[:40]) from error


def has_kev_columns(cells: Iterable[str]) -> bool:
    """Tell whether a heading row is that of the catalogue's CSV."""
    return set(KEV_COLUMNS) <= {cell.strip() for cell in cells}
