"""Everything of the catalogue fits into the smallest window and the usual ones, light and dark."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, RecordState, Statement
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.main_window import MainWindow

SIZES = [QSize(1180, 680), QSize(1366, 768), QSize(1920, 1080)]
SEEN = date(2026, 11, 20)


@pytest.fixture
def stocked(window: MainWindow, services: Services) -> MainWindow:
    """A product with a contradicted finding, one that was taken back and one that waits."""
    words = "7.4.0 から 7.4.10 まで。ただし社内配布版を除く、詳しくはメーカーの告知の表を見ること"
    stated = Statement(NamedProduct("Fortinet", "FortiOS"), words, ranges=(">=7.4.0 <=7.4.10",))
    first = ListedAdvisory("見本 台帳", "VU-2026-000001", SEEN, (stated,), ids=("CVE-2026-90001",))
    shorter = replace(stated, ranges=(">=7.4.0 <=7.4.8",))
    second = replace(first, source="見本 PSIRT", record_id="PS-2026-000001", statements=(shorter,))
    unread = replace(first, record_id="VU-2026-000002", statements=(replace(stated, ranges=()),))
    withdrawn = replace(
        first, record_id="VU-2026-000003", ids=("CVE-2026-90003",), state=RecordState.WITHDRAWN
    )
    records = (first, second, unread, withdrawn)
    services.catalogue.load_starter(CatalogueBatch(listed_advisories=records))
    window.show_screen("catalogue")
    window.catalogue.search("fg-60e")
    return window


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize(("theme", "text_size"), [("light", 100), ("dark", 100), ("light", 150)])
def test_a_product_needs_no_scrolling_to_the_side(
    stocked: MainWindow,
    qtbot: QtBot,
    in_look: Callable[[str, int], None],
    size: QSize,
    theme: str,
    text_size: int,
) -> None:
    in_look(theme, text_size)
    stocked.resize(size)
    detail = stocked.catalogue._ui.product_detail
    detail.show_version("7.4.9")
    bar = detail._ui.scroll_area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    table = detail._ui.findings_box._ui.finding_table
    assert table.panel is not None
    assert table.panel.geometry().right() <= table.viewport().width()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_queue_needs_no_scrolling_to_the_side(
    stocked: MainWindow, qapp: Application, qtbot: QtBot, language: str
) -> None:
    qapp.use(language=language, theme="light", text_size=100)
    stocked.resize(SIZES[0])
    dialog = stocked.catalogue.open_unread()
    bar = dialog._ui.scroll_area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert dialog.width() <= stocked.width()
    assert dialog.height() <= stocked.height()
    QApplication.processEvents()
    assert dialog._ui.settle_button.isVisible()
