"""A sheet goes through a real CUPS queue and comes out of the printer as it was seen."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

CUPSD = Path("/usr/sbin/cupsd")
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
QUEUE = "Mihon"
WAIT = 60_000
POLICY = """
Listen {folder}/cups.sock
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temporary
ErrorLog {folder}/error
AccessLog {folder}/access
PageLog {folder}/page
"""
PRINT = """
import sys
from pathlib import Path
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.printing.pages import prepare
from jcssa_desktop.ui.printing.preview import Preview

app = Application(sys.argv[:1])
app.use(language="ja", theme="light", text_size=100)
preview = Preview(Path(sys.argv[1]).read_bytes(), title="sheet", file_name="sheet.pdf")
printer = QPrinter(QPrinterInfo.printerInfo(sys.argv[2]), QPrinter.PrinterMode.HighResolution)
prepare(printer, "sheet", int(sys.argv[3]))
preview.print_on(printer)
print(preview.message.text)
"""


@pytest.fixture
def server(qtbot: QtBot) -> Iterator[dict[str, str]]:
    """A printing system of the test's own with one queue; it listens on a socket in its own folder."""
    if sys.platform != "linux" or os.geteuid() != 0 or not CUPSD.exists() or not DRIVER.exists():
        pytest.skip("CUPS with its PDF printer is not here, or may not be started")
    folder = Path(tempfile.mkdtemp(prefix="jcssa-cups-"))
    folder.chmod(0o755)  # its filters run as another user
    for name, mode in (("root/ppd", 0o755), ("spool", 0o755), ("cache", 0o755), ("state", 0o755)):
        (folder / name).mkdir(parents=True, mode=mode)
    (folder / "temporary").mkdir()
    (folder / "temporary").chmod(0o1777)
    (folder / "root" / "cupsd.conf").write_text(POLICY.format(folder=folder))
    (folder / "root" / "cups-files.conf").write_text(FILES.format(folder=folder))
    settings = ["-c", str(folder / "root" / "cupsd.conf"), "-s", str(folder / "root" / "cups-files.conf")]
    running = subprocess.Popen([str(CUPSD), "-f", *settings])
    environment = os.environ | {"CUPS_SERVER": str(folder / "cups.sock")}
    try:
        qtbot.waitUntil((folder / "cups.sock").exists, timeout=WAIT)
        queue = ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(DRIVER)]
        subprocess.run(queue, env=environment, check=True, capture_output=True)
        yield environment
    finally:
        running.terminate()
        running.wait()
        shutil.rmtree(folder)


@pytest.fixture
def printed() -> Iterator[Path]:
    """The folder that the PDF printer writes to; what a test printed is taken away again."""
    folder = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
    before = set(folder.glob("*")) if folder.exists() else None
    yield folder
    for file in set(folder.glob("*")) - (before or set()):
        file.unlink()
    if before is None and folder.exists():
        folder.rmdir()


def _pages(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    document.load(str(path))
    return document


def test_two_copies_come_out_of_a_real_queue_page_for_page(
    server: dict[str, str], printed: Path, pdf: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = tmp_path / "sheet.pdf"
    sheet.write_bytes(pdf)
    before = set(printed.glob("*.pdf"))
    command = [sys.executable, "-c", PRINT, str(sheet), QUEUE, "2"]
    environment = server | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "2部の印刷をプリンターに送りました。", done.stderr

    def is_done() -> bool:
        asked = subprocess.run(
            ["lpstat", "-W", "not-completed", "-o"], env=server, capture_output=True, text=True, check=False
        )
        return not asked.stdout.strip() and bool(set(printed.glob("*.pdf")) - before)

    qtbot.waitUntil(is_done, timeout=WAIT)
    result = _pages((set(printed.glob("*.pdf")) - before).pop())
    assert result.pageCount() == 6
    halves = []
    for page in range(6):
        image = result.render(page, QSize(60, 84))
        halves.append(image.pixelColor(30, 20).lightness() < 64)
    assert halves == [True, False, False, True, False, False]  # collated: a whole sheet, then the next
