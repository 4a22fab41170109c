"""Take the pictures of docs/pictures: every main screen, and every page of the sample sheets.

    .venv/bin/python docs/make_pictures.py [folder]

The screens are real windows over real services in a throwaway folder; nothing of this person's data is read.
"""

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Correction, SheetEdition
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.services.exporting import SheetFiles
from jcssa_desktop.system.paths import AppPaths
from jcssa_desktop.system.secrets import PASSPHRASE_VARIABLE, PassphraseSources
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import InlineTaskRunner

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "resources" / "samples"
SIZES = {"": QSize(1366, 768), "-1920": QSize(1920, 1080)}
SCREENS = ("home", "drafts", "archive", "catalogue", "settings")
PAGE_WIDTH = 900
FAX_ACROSS, FAX_DOWN = 200, 98
LOSSLESS = 100
NOW = datetime.fromisoformat("2026-11-23T14:12:00+09:00")


def settle() -> None:
    """Let the window paint what is waiting."""
    loop = QEventLoop()
    QTimer.singleShot(350, loop.quit)
    loop.exec()


class Camera:
    """Takes a window at every size."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str) -> None:
        """Save the window under a name, once for each size."""
        for suffix, size in SIZES.items():
            window.resize(size)
            settle()
            self._save(window.grab().toImage(), f"{name}{suffix}")

    def take_pages(self, pdf: Path, name: str, most: int | None = None) -> None:
        """Save the pages of a PDF, at most so many."""
        document = QPdfDocument()
        document.load(str(pdf))
        for number in range(document.pageCount())[:most]:
            size = document.pagePointSize(number)
            height = round(PAGE_WIDTH * size.height() / size.width())
            image = document.render(number, QSize(PAGE_WIDTH, height))
            page = QImage(image.size(), QImage.Format.Format_RGB32)
            page.fill(Qt.GlobalColor.white)
            painter = QPainter(page)
            painter.drawImage(0, 0, image)
            painter.end()
            self._save(page, f"{name}-{number + 1}")
        document.close()

    def take_fax(self, pdf: Path, name: str) -> None:
        """Save the front page as a fax gives it: one bit a dot, 200 by 98 dots an inch, lines doubled."""
        document = QPdfDocument()
        document.load(str(pdf))
        points = document.pagePointSize(0)
        dots = QSize(round(points.width() / 72 * FAX_ACROSS), round(points.height() / 72 * FAX_DOWN))
        page = QImage(dots, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(0, dots))
        painter.end()
        document.close()
        one_bit = page.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        self._save(one_bit.scaled(dots.width(), dots.height() * FAX_ACROSS // FAX_DOWN), name)

    def _save(self, image: QImage, name: str) -> None:
        image.save(str(self._folder / f"{name}.webp"), "WEBP", LOSSLESS)


def fill(services: Services) -> None:
    """Put in what a week of work leaves: drafts, sealed records."""
    for name in ("handa", "single"):
        services.sealing.seal(read_disclosure(SAMPLES / f"disclosure_{name}.json"))
    started = services.drafts.start_from_quotation(SAMPLES / "quotation_town_office.xlsx")
    services.drafts.save(started.disclosure)
    started = services.drafts.start_from_quotation(SAMPLES / "quotation_clinic.csv")
    services.drafts.save(started.disclosure)


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    camera = Camera(folder)
    app = Application(sys.argv[:1])
    passphrases = PassphraseSources(environment={PASSPHRASE_VARIABLE: "only-for-pictures"})
    with (
        tempfile.TemporaryDirectory() as name,
        open_services(AppPaths(Path(name)), passphrases=passphrases, now=lambda: NOW) as services,
    ):
        settings = services.settings.current
        app.use(language=settings.language, theme="light", text_size=100)
        fill(services)
        window = MainWindow(services, InlineTaskRunner())
        window.show()
        take_screens(camera, window)
        take_wizard(camera, window, services)
        app.use(language=settings.language, theme="dark", text_size=100)
        window.show_screen("home")
        camera.take(window, "home-dark")
        take_sheets(camera, services, Path(name))
        window.close()


def take_sheets(camera: Camera, services: Services, folder: Path) -> None:
    """Take every page of the sample sheets, and the front of the other editions of the first."""
    for sample in ("sample", "handa", "single"):
        disclosure = read_disclosure(SAMPLES / f"disclosure_{sample}.json")
        disclosure = replace(disclosure, disclosure_id=f"picture-{sample}")
        files = SheetFiles(folder / sample)
        sealed = services.sealing.seal(disclosure, files)
        camera.take_pages(files.pdf(sealed), "sheet" if sample == "sample" else f"sheet-{sample}")
        if sample == "sample":
            camera.take_fax(files.pdf(sealed), "sheet-fax")
            take_letters(camera, services, sealed.document_number, folder)
    disclosure = read_disclosure(SAMPLES / "disclosure_sample.json")
    for name, language, edition in (
        ("sheet-large", "ja", SheetEdition.LARGE),
        ("sheet-en", "en", SheetEdition.STANDARD),
    ):
        files = SheetFiles(folder / name)
        changed = replace(disclosure, disclosure_id=name, language=language, edition=edition)
        camera.take_pages(files.pdf(services.sealing.seal(changed, files)), name, most=2)


def take_letters(camera: Camera, services: Services, document_number: str, folder: Path) -> None:
    """Take the letter on an advisory, the correction notice and the receipt of a record."""
    sold = services.archive.decoded(document_number).disclosure
    lines = (replace(sold.lines[0], version="7.4.9"), *sold.lines[1:])
    correction = Correction(document_number, "版の記録の誤りを直しました")
    services.sealing.seal(replace(sold, lines=lines, correction=correction))
    letters = services.letters
    advisory_id = letters.news(document_number)[0].finding.advisory_id
    for name, letter in (
        ("letter-advisory", letters.advisory(document_number, advisory_id)),
        ("letter-correction", letters.correction(document_number)),
        ("letter-receipt", letters.receipt(document_number)),
    ):
        letters.save(letter, folder / f"{name}.pdf")
        camera.take_pages(folder / f"{name}.pdf", name)


def take_screens(camera: Camera, window: MainWindow) -> None:
    """Take the screens that the navigation leads to."""
    for key in SCREENS:
        window.show_screen(key)
        camera.take(window, key)


def take_wizard(camera: Camera, window: MainWindow, services: Services) -> None:
    """Take the wizard's steps on the manufacturer's quotation and on the complete sample."""
    started = services.drafts.start_from_quotation(SAMPLES / "quotation_manufacturer.xlsx")
    services.drafts.save(started.disclosure)
    window.open_wizard(started.disclosure)
    for step, name in ((Step.CUSTOMER, "wizard-customer"), (Step.LINES, "wizard-lines")):
        window.wizard.open_step(step)
        camera.take(window, name)
    window.wizard.close_wizard()
    complete = replace(read_disclosure(SAMPLES / "disclosure_sample.json"), signature=None)
    services.drafts.save(complete)
    window.open_wizard(complete)
    for step in Step:
        if step not in {Step.CUSTOMER, Step.LINES, Step.HANDOVER}:
            window.wizard.open_step(step)
            camera.take(window, f"wizard-{step.value.replace('_', '-')}")
    window.wizard.close_wizard()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
    QApplication.quit()
