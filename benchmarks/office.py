"""The whole process `issue`, beside LibreOffice turning a Word file of the same pages into PDF.

LibreOffice is installed for measuring only; without `soffice` on the path there is nothing to measure.
"""

import itertools
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from issue import ROOT, SAMPLE, marks_of_the_sample
from measured import report

ANOTHER = SAMPLE.with_name("disclosure_sample.json")
FONT = "Noto Sans JP"
FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def give_fonts(folder: Path) -> None:
    """Let LibreOffice write with the sheet's own fonts: without a Japanese one it would draw empty boxes."""
    written = FONT_CONFIGURATION.format(fonts=ROOT / "resources" / "fonts", cache=folder / "fonts")
    (folder / "fonts.conf").write_text(written, encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")


def write_word_file(data: Path, target: Path) -> None:
    """Write the pages of the sample's sheet: lines of several texts are rows of a table."""
    document = Document()
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for page in marks_of_the_sample(data):
        texts = sorted((mark[2], mark[1], str(mark[3])) for mark in page if mark[0] == "text")
        lines = [
            [words for *_, words in line] for _, line in itertools.groupby(texts, key=lambda text: text[0])
        ]
        for is_table, group in itertools.groupby(lines, key=lambda line: len(line) > 1):
            rows = list(group)
            if is_table:
                table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
                for cells, row in zip(table.rows, rows, strict=True):
                    for cell, words in zip(cells.cells, row, strict=False):
                        cell.text = words
            else:
                for (words,) in rows:
                    document.add_paragraph(words)
        document.add_page_break()
    document.save(str(target))


def main(side: str) -> None:
    """Measure one side."""
    os.environ["JCSSA_DESKTOP_PASSPHRASE"] = "only-for-benchmarks"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    office = shutil.which("soffice")
    if office is None:
        sys.exit("soffice is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_word_file(folder / "data", folder / "sheet.docx")
        give_fonts(folder)
        commands = {
            "floor": (
                f"{office} -env:UserInstallation=file://{folder}/office --headless"
                f" --convert-to pdf --outdir {folder} {folder}/sheet.docx"
            ),
            "ours": (
                f"{sys.executable} -m jcssa_desktop --data-dir {folder}/data issue {SAMPLE} --out {folder}"
            ),
        }
        first = {
            "floor": commands["floor"],
            "ours": commands["ours"].replace(str(SAMPLE), str(ANOTHER)),
        }
        # The first start of either makes what it keeps: a profile; the archive and its key.
        subprocess.run(shlex.split(first[side]), check=True, capture_output=True, cwd=ROOT)
        command = shlex.split(commands[side])
        report(lambda: subprocess.run(command, check=True, capture_output=True, cwd=ROOT))


if __name__ == "__main__":
    main(sys.argv[1])
