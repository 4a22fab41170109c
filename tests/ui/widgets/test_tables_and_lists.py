"""Tables and lists keep their place, open by Enter, and say in words what they paint."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.widgets.cell_model import Cell, CellModel, Column
from jcssa_desktop.ui.widgets.cell_table import CellTable
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.widgets.row_list import RowList, RowModel

ROWS = [
    ("KS-1", (Cell("見本精密工業株式会社", "FortiGate 60F"), Cell(mark=Mark("sealed", "封緘")))),
    ("KS-2", (Cell("株式会社サンプル運輸"), Cell(mark=Mark("sealed", "封緘")))),
]


@pytest.fixture
def table(qtbot: QtBot) -> CellTable:
    table = CellTable()
    qtbot.addWidget(table)
    table.set_columns((Column("取引先"), Column("状態", 92, is_optional=True)))
    table.set_rows(ROWS)
    table.resize(600, 300)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester) -> None:
    cells = CellModel((Column("取引先"), Column("状態")))
    cells.set_rows(ROWS)
    qtmodeltester.check(cells)
    rows = RowModel()
    rows.set_rows([("a", "あ"), ("b", "い")])
    qtmodeltester.check(rows)


def test_a_cell_says_all_of_its_words(table: CellTable) -> None:
    assert table.cells.index(0, 0).data() == "見本精密工業株式会社 FortiGate 60F"
    assert table.cells.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "封緘"


def test_enter_opens_the_row_that_the_keyboard_is_in(table: CellTable, qtbot: QtBot) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["KS-2"]


def test_the_chosen_row_stays_chosen_when_rows_change(table: CellTable) -> None:
    table.choose("KS-2")
    table.set_rows(list(reversed(ROWS)))
    assert table.current_key() == "KS-2"
    assert not table.choose("KS-9")


def test_an_optional_column_gives_way_in_a_narrow_table(table: CellTable, qtbot: QtBot) -> None:
    assert not table.isColumnHidden(1)
    table.resize(200, 300)
    qtbot.wait(0)
    assert table.isColumnHidden(1)
    table.resize(600, 300)
    qtbot.wait(0)
    assert not table.isColumnHidden(1)


def test_only_the_chosen_row_opens(table: CellTable) -> None:
    table.set_panels(lambda key: QLabel(f"{key} の理由"))
    table.choose("KS-1")
    assert isinstance(table.panel, QLabel)
    assert table.panel.text() == "KS-1 の理由"
    assert table.rowHeight(0) > table.rowHeight(1)
    table.choose("KS-2")
    assert table.panel.text() == "KS-2 の理由"
    assert table.rowHeight(1) > table.rowHeight(0)


def test_a_growing_table_is_as_high_as_its_rows(table: CellTable) -> None:
    table.grow_with_rows()
    assert table.sizeHint().height() == 32 + 2 * 52


def test_a_list_opens_by_click_and_by_enter(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.set_rows([("a", "あ"), ("b", "い")])
    rows.resize(QSize(200, 100))
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    with qtbot.waitSignal(rows.opened) as clicked:
        place = rows.visualRect(rows.rows.index(1, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [1]
    with qtbot.waitSignal(rows.opened) as entered:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert entered.args == [1]
