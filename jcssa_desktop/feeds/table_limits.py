"""How large a table may be: enough for every catalogue, too little to exhaust a laptop."""

from jcssa_desktop.domain.errors import InvalidImport

CELL_LIMIT = 2_000_000
"""Cells of one file, blank ones between used ones included: 100,000 rows of 20 columns."""


class CellCount:
    """Counts the cells of one file as they are read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._left = CELL_LIMIT

    def add(self, cells: int) -> None:
        """Count more cells.

        Raises:
            InvalidImport: The file holds more than may be read.
        """
        self._left -= cells
        if self._left < 0:
            raise table_too_large(self._file)


def table_too_large(file: str) -> InvalidImport:
    """Make the refusal of a table that asks for more memory than one import may take."""
    return InvalidImport("table_too_large", file=file, limit=f"{CELL_LIMIT:,}")
