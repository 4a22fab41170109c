"""QR codes as modules to draw: error correction level M; the layout leaves the white around them."""

import re
from itertools import pairwise

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from jcssa_desktop.documents.drawing import Block, Modules, Placed

SMALLEST_MODULE = 0.35
"""Millimetres; below it a laser print or a fax cannot be read any more."""

_SAME = re.compile(r"(0{5,}|1{5,})")
_FINDERS = ("10111010000", "00001011101")


def qr_code(content: str, side: float) -> Block | None:
    """Draw `content` in a square of `side` millimetres; None if its modules would be too small."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.version = code.calculate_version()
    count = code.version * 4 + 17
    if side / count < SMALLEST_MODULE:
        return None
    code.makeImpl(False, _best_mask(code, count))
    runs = tuple(run for row in range(count) for run in _runs(code, row, count))
    return Block(side, (Placed(0, 0, Modules(runs, side / count, content)),))


def _best_mask(code: QRCode, count: int) -> int:
    """Choose the mask with the lowest penalty (ISO/IEC 18004, 7.8.3); reportlab's own search is slow."""
    penalties = []
    for mask in range(8):
        code.makeImpl(True, mask)
        rows = ["".join("1" if dark else "0" for dark in row) for row in code.modules]
        penalties.append((_penalty(rows, count), mask))
    return min(penalties)[1]


def _penalty(rows: list[str], count: int) -> int:
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    lines = [*rows, *columns]
    points = sum(len(run) - 2 for line in lines for run in _SAME.findall(line))
    points += 40 * sum(line.count(finder) for line in lines for finder in _FINDERS)
    numbers = [int(row, 2) for row in rows]
    inner = (1 << (count - 1)) - 1
    for upper, lower in pairwise(numbers):
        changes = (upper ^ lower) | ((upper ^ lower) >> 1) | (upper ^ (upper >> 1)) | (lower ^ (lower >> 1))
        points += 3 * (count - 1 - (changes & inner).bit_count())
    dark = sum(row.count("1") for row in rows)
    return points + 10 * (abs(dark * 100 // count**2 - 50) // 5)


def _runs(code: QRCode, row: int, count: int) -> list[tuple[int, int, int]]:
    """Join neighbouring dark modules, so that no hairline shows between them."""
    found: list[tuple[int, int, int]] = []
    column = 0
    while column < count:
        length = 0
        while column + length < count and code.isDark(row, column + length):
            length += 1
        if length:
            found.append((row, column, length))
        column += length or 1
    return found
