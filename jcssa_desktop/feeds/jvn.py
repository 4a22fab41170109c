"""JVN iPedia in XML: its feeds and the answers of MyJVN, told apart by what they hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree
from msgspec import Struct

from jcssa_desktop.domain.catalogue_batch import ListedMaker
from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory
from jcssa_desktop.feeds.jvn_detail import advisory_of_vulinfo
from jcssa_desktop.feeds.jvn_names import Vendor, maker_names
from jcssa_desktop.feeds.jvn_overview import advisory_of_item
from jcssa_desktop.feeds.sheet import one_line
from jcssa_desktop.feeds.xml_file import local_name, xml_records

_JVN = re.compile(r"<(?:\w+:)?VULDEF-Document\b|jvn\.jp/rss|jvnrss|jvn\.jp/myjvn")
_RECORDS = frozenset({"Vulinfo", "item"})
_NOT_TAKEN = {
    "entry": "MyJVN getAlertList",
    "sumJvnDb": "MyJVN getStatistics",
    "sumCvss": "MyJVN getStatistics",
    "sumCwe": "MyJVN getStatistics",
}
_NAMES = frozenset({*_RECORDS, "Vendor", "Status", *_NOT_TAKEN})
_LONGEST_MESSAGE = 200


class JvnFile(Struct, frozen=True):
    """What a file of JVN iPedia brings; `advisories` are read when they are asked for, once."""

    read: int
    advisories: Iterable[ListedAdvisory | Skipped] = ()
    makers: tuple[ListedMaker, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def is_jvn_xml(head: str) -> bool:
    """Tell whether XML is of JVN iPedia, by its beginning."""
    return bool(_JVN.search(head))


def read_jvn_xml(data: bytes, file: str, seen_on: date) -> JvnFile:
    """Look through a file once, so that what is broken anywhere in it is told before any of it is taken.

    Raises:
        InvalidImport: The XML is broken, or the server answered with an error or something else.
    """
    found: Counter[str] = Counter()
    vendors: list[Vendor] = []
    for record in xml_records(data, _NAMES, file):
        name = local_name(record)
        found[name] += 1
        if name == "Status":
            refuse_error(record.get("retCd", ""), record.get("errCd", ""), record.get("errMsg", ""), file)
        elif name == "Vendor":
            vendors.append(_vendor(record))
        elif name in _NOT_TAKEN and not found.keys() & _RECORDS:
            raise InvalidImport("import_kind_not_supported", file=file, name=_NOT_TAKEN[name])
    if vendors:
        names = maker_names(vendors)
        return JvnFile(names.read, makers=names.makers, skipped=names.skipped)
    read = sum(found[name] for name in _RECORDS)
    if not read:
        raise InvalidImport("jvn_without_records", file=file)
    return JvnFile(read, _advisories(data, file, seen_on))


def refuse_error(code: str, number: str, message: str, file: str) -> None:
    """Refuse an answer that tells of a failure in place of what was asked for.

    Raises:
        InvalidImport: `code` says so.
    """
    if code.strip() not in ("", "0"):
        said = one_line(f"{number} {message}")[:_LONGEST_MESSAGE]
        raise InvalidImport("myjvn_error", file=file, message=said)


def _vendor(record: etree._Element) -> Vendor:
    products = sum(local_name(child) == "Product" for child in record)
    return Vendor(record.get("vname", ""), record.get("cpe", ""), products)


def _advisories(data: bytes, file: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    for record in xml_records(data, _RECORDS, file):
        read = advisory_of_vulinfo if local_name(record) == "Vulinfo" else advisory_of_item
        yield read(record, seen_on)
