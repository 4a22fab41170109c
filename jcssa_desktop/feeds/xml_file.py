"""XML read record by record: its tree never grows with the file, and nothing outside it is looked at.

A document that declares anything (DTD, entities) is refused: no feed needs it. Names are compared without
their namespace, because one source writes the same document under several.
"""

import io
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from jcssa_desktop.domain.errors import InvalidImport, Place

_RECORD_LIMIT = 200_000
"""Elements of one record; the longest known has some thousands."""

_BETWEEN_LIMIT = 2_000_000
"""Elements that belong to no record, all together: a list of contents has one for each record."""


_ENDLESS_TAG = re.compile(rb"<[^<>]{1000000}")
"""A tag of a megabyte holds a hundred thousand attributes or more, and the parser keeps each of them."""


def local_name(element: etree._Element) -> str:
    """Give an element's name without namespace and prefix."""
    return element.tag.rpartition("}")[2]


def xml_records(data: bytes, names: frozenset[str], file: str) -> Iterator[etree._Element]:
    """Yield every outermost element of these names, whole; it is emptied when the next is asked for.

    Raises:
        InvalidImport: The XML is malformed or cut off, declares entities, or a record is too large.
    """
    endless = _ENDLESS_TAG.search(data)
    if endless:
        line = data.count(b"\n", 0, endless.start()) + 1
        raise InvalidImport("xml_record_too_large", file=file, place=Place(line=line))
    inside: etree._Element | None = None
    elements, between = 0, 0
    for event, element in _events(data, file):
        if event == "start":
            elements = elements + 1 if inside is not None else 0
            between += inside is None
            if elements > _RECORD_LIMIT or between > _BETWEEN_LIMIT:
                raise InvalidImport("xml_record_too_large", file=file, place=line_of(element))
            if inside is None and local_name(element) in names:
                inside = element
        elif inside is None or element is inside:
            if element is inside:
                yield element
                inside = None
            _release(element)


def line_of(element: etree._Element) -> Place:
    """Name the line where an element begins."""
    return Place(line=cast("int | None", element.sourceline))


def _events(data: bytes, file: str) -> Iterator[tuple[str, etree._Element]]:
    try:
        parser = etree.iterparse(
            io.BytesIO(data),
            events=("start", "end"),
            attribute_defaults=False,
            dtd_validation=False,
            load_dtd=False,
            no_network=True,
            resolve_entities=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        is_first = True
        for event, element in parser:
            if is_first and element.getroottree().docinfo.doctype:
                raise InvalidImport("xml_with_declarations", file=file)
            is_first = False
            yield event, element
    except etree.XMLSyntaxError as error:
        raise InvalidImport("xml_malformed", file=file, place=Place(line=error.lineno)) from error
    except (etree.LxmlError, LookupError, ValueError) as error:
        raise InvalidImport("xml_malformed", file=file) from error


def _release(element: etree._Element) -> None:
    """Empty an element that is done with, and drop those before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while parent[0] is not element:
            del parent[0]
