"""QR codes as modules to draw; the layout leaves the white around them."""

from functools import lru_cache

from jcssa_desktop.documents.drawing import Block, Modules, Placed, Role
from jcssa_desktop.documents.qr_encoding import Matrix, encode

SMALLEST_MODULE = 0.35
"""Millimetres; below it a laser print or a fax cannot be read any more."""


def qr_code(content: str, side: float) -> Block | None:
    """Draw `content` in a square of `side` millimetres; None if its modules would be too small."""
    count, runs = _encoded(content)
    if not count or side / count < SMALLEST_MODULE:
        return None
    modules = Modules(runs, side / count, content)
    return Block(side, (Placed(0, 0, modules),)).as_one(Role.FIGURE, f"QR: {content}")


@lru_cache(maxsize=256)
def _encoded(content: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Encode once what is printed on many sheets; return the modules on a side, 0 for what is too long."""
    matrix = encode(content)
    return (len(matrix), _runs(matrix)) if matrix else (0, ())


def _runs(matrix: Matrix) -> tuple[tuple[int, int, int], ...]:
    """Join neighbouring dark modules, so that no hairline shows between them."""
    found: list[tuple[int, int, int]] = []
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            length = 0
            while column + length < len(modules) and modules[column + length]:
                length += 1
            if length:
                found.append((row, column, length))
            column += length or 1
    return tuple(found)
