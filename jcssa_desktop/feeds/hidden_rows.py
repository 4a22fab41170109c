"""Which rows of an .xlsx nobody sees: calamine hands them out like any other."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.xml_file import xml_records

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_HIDDEN = re.compile(rb"<(?:[\w.-]+:)?row\s[^<>]*?\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*>")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]{1,7})[\"']")


def hidden_rows(data: bytes, file: str) -> dict[str, frozenset[int]]:
    """Return the numbers of the hidden rows by sheet; nothing where the package does not say it plainly."""
    found: dict[str, frozenset[int]] = {}
    with suppress(InvalidImport, KeyError), zipfile.ZipFile(io.BytesIO(data)) as package:
        for name, part in _sheets(package, file):
            rows = _HIDDEN.findall(package.read(part))
            numbers = frozenset(int(number[1]) for row in rows if (number := _NUMBER.search(row)))
            if numbers:
                found[name] = numbers
    return found


def _sheets(package: zipfile.ZipFile, file: str) -> Iterator[tuple[str, str]]:
    relations = xml_records(package.read(_RELATIONS), frozenset({"Relationship"}), file)
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    for sheet in xml_records(package.read(_WORKBOOK), frozenset({"sheet"}), file):
        name = sheet.get("name", "")
        relation = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        target = targets[str(relation)]
        yield str(name), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
