"""QR codes (ISO/IEC 18004) of error correction level M, versions 1 to 9: as large as the sheet can print.

reportlab has an encoder too, but loading it brings in half of that library. The tests compare the two.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Matrix = list[list[bool]]

_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
# For each version: error correction codewords in a block, then the data codewords of every block.
_BLOCKS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (10, (16,)),
    (16, (28,)),
    (26, (44,)),
    (18, (32, 32)),
    (24, (43, 43)),
    (16, (27, 27, 27, 27)),
    (18, (31, 31, 31, 31)),
    (22, (38, 38, 39, 39)),
    (22, (36, 36, 36, 37, 37)),
)
_ALIGNMENT: tuple[tuple[int, ...], ...] = (
    (),
    (6, 18),
    (6, 22),
    (6, 26),
    (6, 30),
    (6, 34),
    (6, 22, 38),
    (6, 24, 42),
    (6, 26, 46),
)
_FIRST_WITH_VERSION = 7
_FINDER_REACH = 8
_SAME = re.compile(r"0{5,}|1{5,}")
_FINDER_LIKE = ("10111010000", "00001011101")


def encode(content: str, mask: int | None = None) -> Matrix | None:
    """Return the modules, True for dark ones, row by row; None if the content is too long.

    `mask` takes one of the eight masks (0 to 7) instead of the one that is best to read.
    """
    alphanumeric = all(character in _ALPHANUMERIC for character in content)
    bits = _alphanumeric_bits(content) if alphanumeric else _byte_bits(content.encode())
    for version, (_, blocks) in enumerate(_BLOCKS, start=1):
        if len(bits) <= sum(blocks) * 8:
            codewords, frame = _codewords(bits, version), _Frame(version)
            masks = range(8) if mask is None else (mask,)
            return min((frame.filled(codewords, one) for one in masks), key=_penalty)
    return None


def _alphanumeric_bits(content: str) -> str:
    values = [_ALPHANUMERIC.index(character) for character in content]
    bits = f"0010{len(values):09b}"
    for start in range(0, len(values) - 1, 2):
        bits += f"{values[start] * 45 + values[start + 1]:011b}"
    return bits + (f"{values[-1]:06b}" if len(values) % 2 else "")


def _byte_bits(content: bytes) -> str:
    return f"0100{len(content):08b}" + "".join(f"{byte:08b}" for byte in content)


def _codewords(bits: str, version: int) -> bytes:
    """Pad the data, add error correction to each block, interleave."""
    correction, blocks = _BLOCKS[version - 1]
    room = sum(blocks) * 8
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    data = bytes(int(bits[start : start + 8], 2) for start in range(0, len(bits), 8))
    data += bytes(0xEC if index % 2 == 0 else 0x11 for index in range(sum(blocks) - len(data)))
    parts = []
    start = 0
    for length in blocks:
        parts.append(data[start : start + length])
        start += length
    corrections = [_correction(part, correction) for part in parts]
    return bytes(_interleaved(parts)) + bytes(_interleaved(corrections))


def _interleaved(parts: Sequence[bytes]) -> Iterator[int]:
    for index in range(max(len(part) for part in parts)):
        for part in parts:
            if index < len(part):
                yield part[index]


def _powers() -> tuple[list[int], list[int]]:
    exponents, logarithms = [0] * 512, [0] * 256
    value = 1
    for power in range(255):
        exponents[power] = exponents[power + 255] = value
        logarithms[value] = power
        value <<= 1
        if value > 0xFF:  # noqa: PLR2004 (the field has 256 elements)
            value ^= 0x11D
    return exponents, logarithms


_EXPONENTS, _LOGARITHMS = _powers()


def _generator(degree: int) -> list[int]:
    polynomial = [1]
    for power in range(degree):
        scaled = [_product(term, _EXPONENTS[power]) for term in polynomial]
        polynomial = [one ^ other for one, other in zip([*polynomial, 0], [0, *scaled], strict=True)]
    return polynomial


def _product(one: int, other: int) -> int:
    if not one or not other:
        return 0
    return _EXPONENTS[_LOGARITHMS[one] + _LOGARITHMS[other]]


def _correction(data: bytes, count: int) -> bytes:
    """Divide the data by the generator polynomial; the remainder corrects errors (Reed-Solomon)."""
    generator = _generator(count)
    remainder = bytearray(data) + bytearray(count)
    for index in range(len(data)):
        factor = remainder[index]
        for offset, term in enumerate(generator):
            remainder[index + offset] ^= _product(term, factor)
    return bytes(remainder[len(data) :])


class _Frame:
    """The fixed patterns of a version with the places that are left for data, in their order."""

    def __init__(self, version: int) -> None:
        size = version * 4 + 17
        self._modules: list[list[bool | None]] = [[None] * size for _ in range(size)]
        _draw_patterns(self._modules, version)
        _draw_format(self._modules, 0)
        if version >= _FIRST_WITH_VERSION:
            _draw_version(self._modules, version)
        self._places = _data_places(self._modules)

    def filled(self, codewords: bytes, mask: int) -> Matrix:
        """Draw the codewords under a mask; what they leave over is light before masking."""
        modules = [list(row) for row in self._modules]
        _draw_format(modules, mask)
        bits = "".join(f"{codeword:08b}" for codeword in codewords).ljust(len(self._places), "0")
        flips = _MASKS[mask]
        for (row, column), bit in zip(self._places, bits, strict=True):
            modules[row][column] = (bit == "1") ^ (flips(row, column) == 0)
        return [[bool(module) for module in row] for row in modules]


def _draw_patterns(matrix: list[list[bool | None]], version: int) -> None:
    size = len(matrix)
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        _draw_square(matrix, top + 3, left + 3, 4, (0, 1, 3))
    for row in _ALIGNMENT[version - 1]:
        for column in _ALIGNMENT[version - 1]:
            if matrix[row][column] is None:
                _draw_square(matrix, row, column, 2, (0, 2))
    for index in range(_FINDER_REACH, size - _FINDER_REACH):
        matrix[6][index] = matrix[index][6] = index % 2 == 0


def _draw_square(
    matrix: list[list[bool | None]], row: int, column: int, reach: int, dark: tuple[int, ...]
) -> None:
    """Draw rings around a middle; `dark` names the distances of the dark ones."""
    size = len(matrix)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if 0 <= row + down < size and 0 <= column + right < size:
                matrix[row + down][column + right] = max(abs(down), abs(right)) in dark


def _draw_format(matrix: list[list[bool | None]], mask: int) -> None:
    """Draw level M (00) and the mask twice, with their own error correction."""
    size = len(matrix)
    remainder = mask << 10
    for power in range(14, 9, -1):
        if remainder >> power & 1:
            remainder ^= 0x537 << (power - 10)
    bits = (mask << 10 | remainder) ^ 0x5412
    for index in range(15):
        dark = bool(bits >> index & 1)
        row = index if index < 6 else index + 1 if index < 8 else size - 15 + index  # noqa: PLR2004
        matrix[row][8] = dark
        column = size - 1 - index if index < 8 else 7 if index == 8 else 14 - index  # noqa: PLR2004
        matrix[8][column] = dark
    matrix[size - 8][8] = True


def _draw_version(matrix: list[list[bool | None]], version: int) -> None:
    size = len(matrix)
    remainder = version << 12
    for power in range(17, 11, -1):
        if remainder >> power & 1:
            remainder ^= 0x1F25 << (power - 12)
    bits = version << 12 | remainder
    for index in range(18):
        row, column = index // 3, index % 3 + size - 11
        matrix[row][column] = matrix[column][row] = bool(bits >> index & 1)


def _data_places(matrix: list[list[bool | None]]) -> list[tuple[int, int]]:
    """List the free modules in the order of the data: pairs of columns from the right, up, then down."""
    size = len(matrix)
    columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    places = []
    for turn, right in enumerate(columns):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        places += [
            (row, column) for row in rows for column in (right, right - 1) if matrix[row][column] is None
        ]
    return places


_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda row, column: (row + column) % 2,
    lambda row, _column: row % 2,
    lambda _row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)
"""A module is turned over where the mask's formula gives zero."""


def _penalty(matrix: Matrix) -> int:
    """Rate how hard a code is to read (7.8.3): long runs, squares, finder-like rows, one-sidedness."""
    size = len(matrix)
    rows = ["".join("1" if dark else "0" for dark in row) for row in matrix]
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    lines = [*rows, *columns]
    points = sum(len(run) - 2 for line in lines for run in _SAME.findall(line))
    points += 40 * sum(line.count(finder) for line in lines for finder in _FINDER_LIKE)
    inner = (1 << (size - 1)) - 1
    for upper, lower in pairwise(int(row, 2) for row in rows):
        changes = (upper ^ lower) | ((upper ^ lower) >> 1) | (upper ^ (upper >> 1)) | (lower ^ (lower >> 1))
        points += 3 * (size - 1 - (changes & inner).bit_count())
    dark = sum(row.count("1") for row in rows)
    return points + 10 * (abs(dark * 100 // size**2 - 50) // 5)
