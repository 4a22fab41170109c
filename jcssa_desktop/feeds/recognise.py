"""What kind of catalogue file a file is, told by its content, and its reading."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from jcssa_desktop.domain.catalogue import Kev
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory
from jcssa_desktop.feeds.advisory_table import is_advisory_table, read_advisory_table
from jcssa_desktop.feeds.catalogue_file import CatalogueFile, Kind
from jcssa_desktop.feeds.content import Content, content_of, decoded
from jcssa_desktop.feeds.csaf import read_csaf
from jcssa_desktop.feeds.cve_list import holds_cve_records, read_cve_folder, read_cve_record, read_cve_records
from jcssa_desktop.feeds.endoflife import (
    CYCLE_COLUMNS,
    Cycles,
    read_api_v1,
    read_cycle_list,
    read_cycle_table,
)
from jcssa_desktop.feeds.foreign import json_array_name, json_object_name, table_name, xml_name
from jcssa_desktop.feeds.json_file import json_bytes, read_json
from jcssa_desktop.feeds.json_folder import JsonFolder
from jcssa_desktop.feeds.jvn import JvnFile, is_jvn_xml, read_jvn_xml
from jcssa_desktop.feeds.jvn_json import (
    DETAIL_KEYS,
    NAMES_KEYS,
    is_jvn_feed,
    read_jvn_detail,
    read_jvn_names,
    read_jvn_overview,
)
from jcssa_desktop.feeds.kev import has_kev_columns, read_kev_json, read_kev_table
from jcssa_desktop.feeds.labels import is_label_table, is_service_table, read_labels, read_services
from jcssa_desktop.feeds.maker_list import Progress, read_maker_list
from jcssa_desktop.feeds.nvd import FORMAT, NvdRecords, read_nvd_page, read_nvd_record
from jcssa_desktop.feeds.sheet import Table
from jcssa_desktop.feeds.source_file import read_whole
from jcssa_desktop.feeds.table import table_of

__all__ = ["CatalogueFile", "Kind", "read_catalogue_file"]

_XML_HEAD = 8192


def read_catalogue_file(
    path: Path, *, kind: Kind | None = None, today: date, progress: Progress | None = None
) -> CatalogueFile:
    """Recognise a file by its content and read it whole.

    `kind` asks for one kind; a file of another kind is then refused. What a file does not date was seen
    on the day when the file was last written, and never after `today`.

    Raises:
        InvalidImport: The file cannot be read, or is not of a kind that can be imported.
    """
    data = read_whole(path)
    seen_on = min(today, _written_on(path, today))
    source = _Source(path.name, data, seen_on, kind, progress)
    content = content_of(data, path.name)
    if content is Content.JSON:
        return _read_json_feed(source)
    if content is Content.JSON_FILES:
        return _read_json_folder(source)
    if content is Content.XML:
        return _read_xml_feed(source)
    return _read_table(source, content)


def _written_on(path: Path, today: date) -> date:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
    except (OSError, OverflowError, ValueError):
        return today


class _Source(Struct, frozen=True):
    file: str
    data: bytes
    seen_on: date
    asked: Kind | None
    progress: Progress | None

    def expect(self, found: Kind) -> None:
        if self.asked is not None and self.asked is not found:
            raise InvalidImport("import_kind_differs", file=self.file, asked=self.asked.value)


_NOT_CSAF = {
    "CVRF": "csaf_is_cvrf",
    "CSAF ROLIE": "csaf_is_index",
    "CSAF aggregator": "csaf_is_index",
    "CSAF provider metadata": "csaf_is_index",
}
"""What stands beside CSAF documents on makers' pages, and the problem that tells it from them."""


def _refused(name: str, file: str) -> InvalidImport:
    if name in _NOT_CSAF:
        return InvalidImport(_NOT_CSAF[name], file=file, name=name)
    if name:
        return InvalidImport("import_kind_not_supported", file=file, name=name)
    return InvalidImport("import_kind_unknown", file=file)


def _read_json_folder(source: _Source) -> CatalogueFile:
    folder = JsonFolder(source.data, source.file)
    if not holds_cve_records(folder):
        raise InvalidImport("import_file_is_archive", file=source.file)
    source.expect(Kind.CVE_LIST)
    records = read_cve_folder(folder, source.file, source.seen_on)
    return _of_records(Kind.CVE_LIST, len(folder.names), records)


def _read_xml_feed(source: _Source) -> CatalogueFile:
    head = decoded(source.data, source.file)[:_XML_HEAD]
    if not is_jvn_xml(head):
        raise _refused(xml_name(head), source.file)
    source.expect(Kind.JVN)
    return _of_jvn(read_jvn_xml(source.data, source.file, source.seen_on))


def _read_table(source: _Source, content: Content) -> CatalogueFile:
    table = table_of(source.data, content, source.file)
    sheet = table.sheets[0] if table.sheets else None
    headings = sheet.rows[0].cells if sheet and sheet.rows else ()
    if sheet and has_kev_columns(headings):
        source.expect(Kind.KEV)
        return _of_kev(read_kev_table(sheet, source.file))
    if sheet and CYCLE_COLUMNS.issubset(cell.strip().lower() for cell in headings):
        source.expect(Kind.ENDOFLIFE)
        return _of_cycles(read_cycle_table(sheet, source.file, source.seen_on))
    if found_register := _read_register(table, source):
        return found_register
    if name := table_name(headings):
        raise _refused(name, source.file)
    source.expect(Kind.MAKER_LIST)
    found = read_maker_list(table, source.progress)
    batch = CatalogueBatch(listed_products=found.products)
    return CatalogueFile(Kind.MAKER_LIST, batch, found.read, found.skipped)


def _read_register(table: Table, source: _Source) -> CatalogueFile | None:
    """Read a table that the office keeps: advisories, labels or registered services; None for another."""
    if source.asked is Kind.ADVISORY_TABLE or is_advisory_table(table):
        source.expect(Kind.ADVISORY_TABLE)
        stated = read_advisory_table(table, source.seen_on)
        batch = CatalogueBatch(listed_advisories=stated.advisories)
        return CatalogueFile(Kind.ADVISORY_TABLE, batch, stated.read, stated.skipped)
    if source.asked is Kind.LABELS or is_label_table(table):
        source.expect(Kind.LABELS)
        register = read_labels(table, source.seen_on)
        batch = CatalogueBatch(listed_labels=tuple(register.labels))
        return CatalogueFile(Kind.LABELS, batch, register.read, tuple(register.skipped))
    if source.asked is Kind.REGISTERED_SERVICES or is_service_table(table):
        source.expect(Kind.REGISTERED_SERVICES)
        register = read_services(table, source.seen_on)
        batch = CatalogueBatch(service_registrations=tuple(register.services))
        return CatalogueFile(Kind.REGISTERED_SERVICES, batch, register.read, tuple(register.skipped))
    return None


def _read_json_feed(source: _Source) -> CatalogueFile:
    data, file = json_bytes(source.data, source.file), source.file
    if data.lstrip()[:1] == b"[":
        return _read_json_array(data, source)
    top = read_json(data, dict[str, msgspec.Raw], file)
    if top.keys() >= {"vulnerabilities", "catalogVersion"}:
        source.expect(Kind.KEV)
        return _of_kev(read_kev_json(data, file))
    if top.keys() >= {"result", "schema_version"}:
        many = bytes(top["result"]).lstrip()[:1] == b"["
        source.expect(Kind.ENDOFLIFE)
        return _of_cycles(read_api_v1(data, file, source.seen_on, many=many))
    if found := _jvn_json(top, data, source):
        source.expect(Kind.JVN)
        return _of_jvn(found)
    if records := _read_records(data, top, source):
        return records
    if json_object_name(top.keys()) == "CSAF":
        source.expect(Kind.CSAF)
        advisories = read_csaf(data, file, source.seen_on)
        return CatalogueFile(Kind.CSAF, CatalogueBatch(listed_advisories=advisories), 1, ())
    raise _refused(json_object_name(top.keys()), file)


def _jvn_json(top: dict[str, msgspec.Raw], data: bytes, source: _Source) -> JvnFile | None:
    if top.keys() >= DETAIL_KEYS:
        return read_jvn_detail(data, source.file, source.seen_on)
    if any(key in top for key in NAMES_KEYS):
        return read_jvn_names(data, source.file)
    return read_jvn_overview(data, source.file, source.seen_on) if is_jvn_feed(top) else None


def _read_records(data: bytes, top: dict[str, msgspec.Raw], source: _Source) -> CatalogueFile | None:
    """Read CVE records, of NVD or of the CVE List; None where they are none."""
    file, seen_on = source.file, source.seen_on
    if "vulnerabilities" in top and bytes(top.get("format", b"")) == f'"{FORMAT}"'.encode():
        source.expect(Kind.NVD)
        return _of_nvd(read_nvd_page(data, file, seen_on))
    if top.keys() >= {"id", "sourceIdentifier", "vulnStatus"} or top.keys() == {"cve"}:
        source.expect(Kind.NVD)
        return _of_nvd(read_nvd_record(data, file, seen_on, wrapped="cve" in top))
    if top.keys() >= {"cveMetadata", "containers"}:
        source.expect(Kind.CVE_LIST)
        return _of_records(Kind.CVE_LIST, 1, read_cve_record(data, file, seen_on))
    return None


def _read_json_array(data: bytes, source: _Source) -> CatalogueFile:
    items = read_json(data, list[msgspec.Raw], source.file)
    first = next(iter(items), None)
    is_object = first is not None and bytes(first).lstrip()[:1] == b"{"
    keys = read_json(bytes(first), dict[str, msgspec.Raw], source.file).keys() if first and is_object else ()
    if {"cycle", "eol"} <= set(keys):
        source.expect(Kind.ENDOFLIFE)
        return _of_cycles(read_cycle_list(data, source.file, source.seen_on))
    if {"cveMetadata", "containers"} <= set(keys):
        source.expect(Kind.CVE_LIST)
        records = read_cve_records(items, source.file, source.seen_on)
        return _of_records(Kind.CVE_LIST, len(items), records)
    raise _refused(json_array_name(keys), source.file)


def _of_nvd(records: NvdRecords) -> CatalogueFile:
    return _of_records(Kind.NVD, records.count, records.stream)


def _of_records(kind: Kind, count: int, records: Iterator[ListedAdvisory | Skipped]) -> CatalogueFile:
    return CatalogueFile(kind, CatalogueBatch(listed_advisories=records, listed_count=count), 0, ())


def _of_kev(entries: tuple[Kev, ...]) -> CatalogueFile:
    return CatalogueFile(Kind.KEV, CatalogueBatch(kev=entries), len(entries), ())


def _of_jvn(found: JvnFile) -> CatalogueFile:
    batch = CatalogueBatch(listed_makers=found.makers, listed_advisories=found.advisories)
    return CatalogueFile(Kind.JVN, batch, found.read, found.skipped)


def _of_cycles(cycles: Cycles) -> CatalogueFile:
    batch = CatalogueBatch(listed_lifecycles=cycles.lifecycles, listed_releases=cycles.releases)
    return CatalogueFile(Kind.ENDOFLIFE, batch, cycles.read, cycles.skipped)
