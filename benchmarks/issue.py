"""A disclosure becomes a sealed, archived PDF, beside the same marks drawn by reportlab's bare canvas.

Imports count on both sides. The floor is given the finished marks with their places: no facts, no layout, no
record, no seal.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measured import report

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "resources" / "samples" / "disclosure_single.json"
FONTS = ROOT / "resources" / "fonts"
MILLIMETRE = 72 / 25.4
HEIGHT = 297.0


def draw(pages: list[list[list[object]]], target: Path) -> None:
    """Draw the marks with the bare canvas."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in {"Regular", "Bold"} - set(pdfmetrics.getRegisteredFontNames()):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"NotoSansJP-{name}.ttf"))
    canvas = Canvas(str(target), initialFontName="Regular")
    for page in pages:
        for kind, x, y, *rest in page:
            left, base = x * MILLIMETRE, (HEIGHT - y) * MILLIMETRE
            if kind == "text":
                text, size, bold = rest
                canvas.setFont("Bold" if bold else "Regular", size)
                canvas.drawString(left, base, text)
            elif kind == "rule":
                length, weight = rest
                canvas.setLineWidth(weight)
                canvas.line(left, base, left + length * MILLIMETRE, base)
            else:
                width, height = rest
                canvas.rect(left, base - height * MILLIMETRE, width * MILLIMETRE, height * MILLIMETRE)
        canvas.showPage()
    canvas.save()


def plain_marks(one: object) -> list[list[object]]:
    """Give a mark, with its kind first; shapes become boxes of their size."""
    from jcssa_desktop.documents.drawing import Blank, Box, Modules, Placed, Rule, Text

    assert isinstance(one, Placed)
    mark = one.mark
    match mark:
        case Blank():
            return []
        case Text():
            return [["text", one.x, one.y, mark.text, mark.size, mark.bold]]
        case Rule():
            return [["rule", one.x, one.y, mark.length, mark.weight]]
        case Modules(size=size):
            return [
                ["box", one.x + start * size, one.y + row * size, count * size, size]
                for row, start, count in mark.runs
            ]
        case Box():
            return [["box", one.x, one.y, mark.width, mark.height]]
        case _:
            return [["box", one.x, one.y, 3.0, 3.0]]


def marks_of(services: Any, disclosure: Any) -> list[list[list[object]]]:  # noqa: ANN401 - loaded later
    """Lay a disclosure's sheet out and give the marks of its pages in plain form."""
    from jcssa_desktop.documents.sheet import draw as sheet

    kept: list[list[list[object]]] = []
    laid_out = sheet.sheet_pages

    def keep(edition: Any) -> object:  # noqa: ANN401
        pages = laid_out(edition)
        kept.extend([plain for one in page.placed for plain in plain_marks(one)] for page in pages)
        return pages

    sheet.sheet_pages = keep
    try:
        services.sealing.preview(disclosure)
    finally:
        sheet.sheet_pages = laid_out
    return kept


def marks_of_the_sample(data: Path) -> list[list[list[object]]]:
    """Give the marks of the sample's sheet."""
    from jcssa_desktop.bootstrap import open_services
    from jcssa_desktop.services.disclosure_files import read_disclosure
    from jcssa_desktop.system.paths import AppPaths

    with open_services(AppPaths(data)) as services:
        return marks_of(services, read_disclosure(SAMPLE))


def issue(data: Path, target: Path) -> None:
    """Issue the sample by the command line's own way, in this process."""
    from jcssa_desktop.__main__ import main

    sys.argv = [
        "jcssa-desktop",
        "--data-dir",
        str(data),
        "issue",
        str(SAMPLE),
        "--out",
        str(target),
        "--json",
    ]
    status = main()
    assert status == 0


def main(side: str) -> None:
    """Measure one side."""
    os.environ["JCSSA_DESKTOP_PASSPHRASE"] = "only-for-benchmarks"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if side == "marks":
            print(json.dumps(marks_of_the_sample(folder / "data")))
        elif side == "floor":
            prepared = subprocess.run(
                [sys.executable, __file__, "marks"], check=True, capture_output=True, text=True
            )
            pages = json.loads(prepared.stdout)
            report(lambda: draw(pages, folder / "floor.pdf"))
        else:
            first = [
                sys.executable,
                "-m",
                "jcssa_desktop",
                "--data-dir",
                str(folder / "data"),
                "archive",
                "list",
            ]
            subprocess.run(first, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
            report(lambda: issue(folder / "data", folder))


if __name__ == "__main__":
    main(sys.argv[1])
