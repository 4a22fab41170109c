"""QR codes as modules to draw: error correction level M; the layout leaves the white around them."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from jcssa_desktop.documents.drawing import Block, Modules, Placed

SMALLEST_MODULE = 0.35
"""Millimetres; below it a laser print or a fax cannot be read any more."""


def qr_code(content: str, side: float) -> Block | None:
    """Draw `content` in a square of `side` millimetres; None if its modules would be too small."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.version = code.calculate_version()
    count = code.version * 4 + 17
    if side / count < SMALLEST_MODULE:
        return None
    code.make()
    runs = tuple(run for row in range(count) for run in _runs(code, row, count))
    return Block(side, (Placed(0, 0, Modules(runs, side / count, content)),))


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
