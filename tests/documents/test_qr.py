import shutil
import subprocess
from pathlib import Path

import pytest

from jcssa_desktop.documents.drawing import Modules
from jcssa_desktop.documents.qr import SMALLEST_MODULE, qr_code


def modules(content: str, side: float = 19.0) -> Modules:
    block = qr_code(content, side)
    assert block is not None
    mark = block.marks[0].mark
    assert isinstance(mark, Modules)
    return mark


def test_the_code_fills_its_square() -> None:
    mark = modules("https://www.ipa.go.jp/security/")
    last = max(column + count for _, column, count in mark.runs)
    assert last * mark.size == pytest.approx(19.0)
    assert mark.size >= SMALLEST_MODULE


def test_an_address_too_long_for_readable_modules_gets_no_code() -> None:
    assert qr_code("https://example.jp/" + "a" * 400, 19.0) is None


def test_the_same_content_gives_the_same_code() -> None:
    assert modules("KS-2026-000123-1:7F3A") == modules("KS-2026-000123-1:7F3A")


@pytest.mark.parametrize(
    "content",
    ["KS-2026-000123-1:7F3A91C20D4E55AA", "https://www.rtpro.yamaha.co.jp/RT/FAQ/", "日本語"],
)
def test_a_telephone_reads_what_was_written(content: str, tmp_path: Path) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg (zbar-tools) is not here")
    mark = modules(content)
    count = round(19.0 / mark.size)
    scale, quiet = 6, 4
    width = (count + 2 * quiet) * scale
    picture = [bytearray(b"\xff" * width) for _ in range(width)]
    for row, column, length in mark.runs:
        for y in range((row + quiet) * scale, (row + quiet + 1) * scale):
            picture[y][(column + quiet) * scale : (column + quiet + length) * scale] = bytes(length * scale)
    file = tmp_path / "code.pgm"
    file.write_bytes(f"P5 {width} {width} 255\n".encode() + b"".join(picture))
    run = subprocess.run(["zbarimg", "-q", "--raw", "--nodbus", str(file)], capture_output=True, check=True)
    assert run.stdout.decode().strip() == content
