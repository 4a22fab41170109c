"""Names that look like a product's are offered; a person alone says that they mean it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.catalogue.near_names_dialog import NearNamesDialog
from jcssa_desktop.ui.main_window import MainWindow

SEEN = date(2026, 11, 20)


@pytest.fixture
def dialog(window: MainWindow, services: Services) -> NearNamesDialog:
    """Two records: of a name that is like FortiGate 60E, and of one with other figures."""
    records = tuple(
        ListedAdvisory(
            "見本 台帳",
            number,
            SEEN,
            (Statement(NamedProduct("Fortinet", name), "*", ranges=("*",)),),
            ids=(number,),
        )
        for number, name in (("MH-1", "FortiGate 60E-JP"), ("MH-2", "FortiGate 61E-JP"))
    )
    services.catalogue.load_starter(CatalogueBatch(listed_advisories=records))
    window.show_screen("catalogue")
    return window.catalogue.open_near_names()


def rows(dialog: NearNamesDialog) -> list[str]:
    cells = dialog._ui.name_table.cells
    return [
        " ".join(str(cells.index(row, column).data()) for column in range(cells.columnCount()))
        for row in range(cells.rowCount())
    ]


def concerns(services: Services) -> bool:
    found = services.catalogue.findings("FortiGate 60E", "7.4.9").findings
    return "MH-1" in {one.advisory_id for one in found}


def test_only_names_with_the_same_figures_are_offered(dialog: NearNamesDialog) -> None:
    assert any("FortiGate 60E-JP" in row and "FortiGate 60E " in row for row in rows(dialog))
    assert not any("61E-JP" in row and "60E" in row for row in rows(dialog))
    assert dialog._ui.chips.button("waiting").text() == f"決めるもの {len(rows(dialog))}"


def test_nothing_is_taken_before_a_person_says_so(
    dialog: NearNamesDialog, services: Services, qtbot: QtBot
) -> None:
    assert not concerns(services)
    first = next(place for place, row in enumerate(rows(dialog)) if "FortiGate 60E " in row)
    dialog._ui.name_table.choose(dialog._ui.name_table.cells.key(first))
    with qtbot.waitSignal(dialog.decided):
        qtbot.mouseClick(dialog._ui.same_button, Qt.MouseButton.LeftButton)
    assert concerns(services)
    assert "「FortiGate 60E-JP」を FortiGate 60E として扱います" in dialog.message.text
    qtbot.mouseClick(dialog._ui.chips.button("decided"), Qt.MouseButton.LeftButton)
    (row,) = rows(dialog)
    assert "同じ製品" in row
    assert services.settings.current.company.explainer in row
    qtbot.mouseClick(dialog._ui.take_back_button, Qt.MouseButton.LeftButton)
    assert not concerns(services)


def test_another_product_is_not_offered_again(
    dialog: NearNamesDialog, services: Services, qtbot: QtBot
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    before = len(rows(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(rows(dialog)) == before - 1)
    assert not concerns(services)
    assert not services.near_names.decided()[0].is_same
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
