"""How far the cells of an .xlsx reach, found without laying the sheets out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.source_file import MEGABYTE
from jcssa_desktop.feeds.table_limits import table_too_large

_CHUNK = MEGABYTE
_UNPACKED_LIMIT = 200 * MEGABYTE
_TAG_LIMIT = 4096
_VALUED_CELL = re.compile(
    rb"<(?:[\w.-]+:)?c\s(?:[^<>]*?\s)?r\s*=\s*[\"']\$?([A-Za-z]{1,9})\$?([0-9]{1,12})[\"'][^<>]*(?<!/)>(?!</)"
)
_UNPLACED_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?![^<>]*\sr\s*=)(?:\s[^<>]*)?(?<!/)>(?!</)")
_COUNT = re.compile(rb"ount\s*=\s*[\"']([0-9]{8,})")
"""A stated number of texts or styles; memory is reserved for it before the first one is read."""
_ROW_START = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s>])")
_ROW_NUMBER = re.compile(rb"(?:[^<>]*\s)?r\s*=\s*[\"']([0-9]{1,12})[\"']")


def package_extent(data: bytes, file: str) -> tuple[int, int]:
    """Return how many rows and columns the used cells of the sheets span at most.

    Raises:
        InvalidImport: The package is damaged, encrypted, or unpacks to more than may be read.
    """
    rows = columns = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > _UNPACKED_LIMIT:
                raise table_too_large(file)
            for part in parts:
                with package.open(part) as stream:
                    part_rows, part_columns = _part_extent(iter(lambda: stream.read(_CHUNK), b""))
                rows, columns = max(rows, part_rows), max(columns, part_columns)
    except RuntimeError as error:
        raise InvalidImport("import_workbook_encrypted", file=file) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise InvalidImport("import_workbook_damaged", file=file) from error
    return rows, columns


def _part_extent(chunks: Iterator[bytes]) -> tuple[int, int]:
    rows = columns = 0
    unplaced = _UnplacedCells()
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        if _COUNT.search(text):
            raise ValueError("an impossible count")
        placed = _VALUED_CELL.findall(text)
        if placed:
            rows = max(rows, *(int(row) for _, row in placed))
            columns = max(columns, *(_column_number(letters) for letters in {one for one, _ in placed}))
        unplaced.count(text)
        tag = text.rfind(b"<")
        rest = text[tag:] if tag >= 0 and len(text) - tag <= _TAG_LIMIT else b""
    return max(rows, unplaced.rows), max(columns, unplaced.columns)


class _UnplacedCells:
    """Cells without a reference: some programs leave it out, and such cells follow one another."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._width = 0

    def count(self, text: bytes) -> None:
        for index, part in enumerate(_ROW_START.split(text)):
            if index:
                self._row += 1
                self._width = 0
                if numbered := _ROW_NUMBER.match(part):
                    self._row = max(self._row, int(numbered[1]))
            if cells := len(_UNPLACED_CELL.findall(part)):
                self._width += cells
                self.rows = max(self.rows, self._row, 1)
                self.columns = max(self.columns, self._width)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
