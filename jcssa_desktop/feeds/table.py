"""Any table file as sheets of rows: Excel workbooks, and text with commas, tabs or semicolons."""

from pathlib import Path

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.content import Content, content_of
from jcssa_desktop.feeds.delimited import read_delimited
from jcssa_desktop.feeds.sheet import Table
from jcssa_desktop.feeds.source_file import MEGABYTE, read_whole, too_large
from jcssa_desktop.feeds.workbook import read_workbook

TABLE_LIMIT = 64 * MEGABYTE
"""The largest table: as text in Python it takes several times its size."""


def read_table(path: Path) -> Table:
    """Read a table file; what it is is told by its content, never by its name.

    Raises:
        InvalidImport: The file is no table, is damaged, encrypted or too large, or cannot be read.
    """
    data = read_whole(path)
    return table_of(data, content_of(data, path.name), path.name)


def table_of(data: bytes, content: Content, file: str) -> Table:
    """Read a table from bytes whose content is already known.

    Raises:
        InvalidImport: The content is no table, or the table cannot be read.
    """
    if len(data) > TABLE_LIMIT:
        raise too_large(file, TABLE_LIMIT)
    if content in (Content.WORKBOOK, Content.OLD_WORKBOOK):
        return read_workbook(data, file)
    if content is Content.TEXT:
        return read_delimited(data, file)
    raise InvalidImport("import_file_is_no_table", file=file, content=content.value.upper())
