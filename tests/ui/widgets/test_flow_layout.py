"""Parts that find no room in a row go on in the next."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[list[QWidget]]:
    """Three parts of 100 x 30 in a flow."""
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowLayout(box)
    parts = [QWidget(box) for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 30)
        row.addWidget(part)
    yield parts
    box.close()


def flow(parts: list[QWidget]) -> FlowLayout:
    row = parts[0].parentWidget().layout()
    assert isinstance(row, FlowLayout)
    return row


@pytest.mark.parametrize(("width", "height"), [(316, 30), (315, 68), (208, 68), (207, 106), (50, 106)])
def test_the_height_follows_from_the_width(parts: list[QWidget], width: int, height: int) -> None:
    assert flow(parts).heightForWidth(width) == height


def test_each_part_stands_beside_or_below_the_one_before(parts: list[QWidget]) -> None:
    flow(parts).setGeometry(QRect(0, 0, 220, 100))
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (108, 0), (0, 38)]


def test_a_part_that_is_taken_out_leaves_no_gap(parts: list[QWidget]) -> None:
    row = flow(parts)
    row.removeWidget(parts[0])
    assert row.count() == 2
    assert row.sizeHint().width() == 208
