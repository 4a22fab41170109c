"""How far the cells of an old .xls reach, found without laying the sheets out.

An .xls is a compound file ([MS-CFB]): sectors chained by an allocation table. Its stream "Workbook" (before
Excel 97 "Book") is a run of records ([MS-XLS]), each a number, a length and that many bytes.
"""

import struct
from collections.abc import Iterator

from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.feeds.table_limits import table_too_large

_HEADER = 512
_DIFAT_AT = 76
_DIRECTORY_ENTRY = 128
_STREAM, _ROOT = 2, 5
_LAST_SECTOR = 0xFFFFFFFA
_MINI_SECTOR = 64
_WORKBOOK_NAMES = ("workbook", "book")
_ENCRYPTED_NAME = "encryptedpackage"

_RECORD_HEAD = 4
_END_OF_SHEET = 0x000A
_FILE_PASSWORD = 0x002F
_SHEET_POSITION = 0x0085
_SHARED_TEXTS = 0x00FC
_DIMENSIONS = 0x0200
_CELLS = frozenset({0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD, 0x0406})
_CELLS_IN_A_ROW = 0x00BD
_SHEET_LIMIT = 1000
_FORMAT_LIMIT = 65536 * 256
"""Rows x columns of the format; a sheet that states more is damaged on purpose."""


def worksheet_extent(data: bytes, file: str) -> tuple[int, int]:
    """Return how many rows and columns the used cells of the sheets span; (0, 0) without a workbook.

    Raises:
        InvalidImport: The file is damaged or encrypted, or a sheet states an impossible size.
    """
    try:
        compound = _CompoundFile(data)
        if _ENCRYPTED_NAME in compound.streams:
            raise _encrypted(file)
        return _extent(compound.workbook(), file)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise InvalidImport("import_workbook_damaged", file=file) from error


def _encrypted(file: str) -> InvalidImport:
    return InvalidImport("import_workbook_encrypted", file=file)


class _CompoundFile:
    """The streams of a compound file: name in lower case to first sector and size."""

    def __init__(self, data: bytes) -> None:
        sector_power, mini_power = struct.unpack_from("<HH", data, 30)
        if sector_power not in (9, 12) or 1 << mini_power != _MINI_SECTOR:
            raise ValueError(sector_power)
        self._data = data
        self._sector = 1 << sector_power
        self._directory_at, self._mini_cutoff, self._mini_table_at = struct.unpack_from("<I4xII", data, 48)
        self._table = self._allocation_table()
        self._container_at = _LAST_SECTOR
        self.streams = self._read_directory()

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        directory = self._chain(self._directory_at)
        if len(directory) % _DIRECTORY_ENTRY:
            raise ValueError(len(directory))
        streams: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
            name_bytes, kind = struct.unpack_from("<HB", directory, at + 64)
            first, size = struct.unpack_from("<II", directory, at + 116)
            name = directory[at : at + max(0, min(name_bytes, 64) - 2)].decode("utf-16-le", errors="replace")
            if kind == _ROOT:
                self._container_at = first
            if kind == _STREAM:
                streams.setdefault(name.lower(), (first, size))
        return streams

    def workbook(self) -> bytes:
        """Return the bytes of the workbook stream; b"" for a compound file that holds none."""
        found = next((self.streams[name] for name in _WORKBOOK_NAMES if name in self.streams), None)
        return self._stream(*found) if found else b""

    def _stream(self, first: int, size: int) -> bytes:
        if size >= self._mini_cutoff:
            return self._chain(first)[:size]
        container = self._chain(self._container_at)
        entries = self._numbers(self._chain(self._mini_table_at))
        sectors = self._sectors(first, entries)
        return b"".join(container[at * _MINI_SECTOR :][:_MINI_SECTOR] for at in sectors)[:size]

    def _allocation_table(self) -> tuple[int, ...]:
        table_sectors = list(struct.unpack_from("<109I", self._data, _DIFAT_AT))
        at, left = struct.unpack_from("<II", self._data, 68)
        while at < _LAST_SECTOR and 0 < left <= len(self._data) // self._sector:
            more = self._numbers(self._sector_bytes(at))
            table_sectors += more[:-1]
            at, left = more[-1], left - 1
        used = [sector for sector in table_sectors if sector < _LAST_SECTOR]
        if len(used) > len(self._data) // self._sector:
            raise ValueError(len(used))
        return self._numbers(b"".join(map(self._sector_bytes, used)))

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector_bytes, self._sectors(first, self._table)))

    @staticmethod
    def _sectors(first: int, table: tuple[int, ...]) -> Iterator[int]:
        at, left = first, len(table)
        while at < _LAST_SECTOR:
            if left == 0:
                raise ValueError(first)
            yield at
            at, left = table[at], left - 1

    def _sector_bytes(self, sector: int) -> bytes:
        start = _HEADER + sector * self._sector if self._sector == _HEADER else (sector + 1) * self._sector
        if start >= len(self._data):
            raise IndexError(sector)
        return self._data[start : start + self._sector]

    @staticmethod
    def _numbers(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _extent(stream: bytes, file: str) -> tuple[int, int]:
    """Walk the whole stream, then each sheet from where the workbook says that it begins."""
    extent = _Extent(file, len(stream))
    sheets = [at for at in _walk(stream, 0, extent) if at < len(stream)]
    if len(sheets) > _SHEET_LIMIT:
        raise table_too_large(file)
    for at in sheets:
        _walk(stream, at, extent, until=_END_OF_SHEET)
    return extent.rows, extent.columns


def _walk(stream: bytes, at: int, extent: "_Extent", until: int | None = None) -> list[int]:
    """Measure every record from a position on; return the positions of sheets that were stated."""
    sheets = []
    while at + _RECORD_HEAD <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + _RECORD_HEAD : at + _RECORD_HEAD + length]
        at += _RECORD_HEAD + length
        if record == until:
            break
        if record == _SHEET_POSITION:
            sheets.append(struct.unpack_from("<I", body)[0])
        extent.measure(record, body)
    return sheets


class _Extent:
    """How far cells reach; refuses what would make a reader reserve memory without end."""

    def __init__(self, file: str, size: int) -> None:
        self._file = file
        self._size = size
        self.rows = self.columns = 0

    def measure(self, record: int, body: bytes) -> None:
        if record == _FILE_PASSWORD:
            raise _encrypted(self._file)
        if record == _DIMENSIONS:
            self._check_dimensions(body)
        elif record == _SHARED_TEXTS:
            self._check_shared_texts(body)
        elif record in _CELLS:
            self._reach(body, 0, 2)
        elif record == _CELLS_IN_A_ROW:
            self._reach(body, 0, 2)
            self._reach(body, 0, len(body) - 2)

    def _reach(self, body: bytes, row_at: int, column_at: int) -> None:
        (row,), (column,) = struct.unpack_from("<H", body, row_at), struct.unpack_from("<H", body, column_at)
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)

    def _check_dimensions(self, body: bytes) -> None:
        layout = "<IIHH" if len(body) >= struct.calcsize("<IIHH") else "<HHHH"
        first_row, last_row, first_column, last_column = struct.unpack_from(layout, body)
        rows, columns = max(last_row, 1) - first_row, max(last_column, 1) - first_column
        if last_row and last_column and (rows < 0 or columns < 0 or rows * columns > _FORMAT_LIMIT):
            raise table_too_large(self._file)

    def _check_shared_texts(self, body: bytes) -> None:
        total, unique = struct.unpack_from("<II", body)
        if max(total, unique) > _FORMAT_LIMIT or unique > self._size:
            raise table_too_large(self._file)
