"""Buttons look like what they are: one filled, the dangerous one never."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.theme import colour


def button(qtbot: QtBot, kind: str, **properties: str) -> QPushButton:
    made = QPushButton("捨てる")
    qtbot.addWidget(made)
    made.setProperty("kind", kind)
    for name, value in properties.items():
        made.setProperty(name, value)
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize(
    ("kind", "ground"),
    [("primary", "accent"), ("secondary", "surface"), ("danger", "surface"), ("compact", "surface")],
)
def test_only_the_primary_button_is_filled(qtbot: QtBot, kind: str, ground: str) -> None:
    image = button(qtbot, kind).grab().toImage()
    assert image.pixelColor(6, image.height() // 2) == colour(ground)


@pytest.mark.parametrize(("kind", "height"), [("primary", 36), ("secondary", 36), ("compact", 32)])
def test_buttons_are_as_high_as_the_grid_says(qtbot: QtBot, kind: str, height: int) -> None:
    assert button(qtbot, kind).sizeHint().height() == height


def test_a_shortcut_and_a_drawing_take_their_room(qtbot: QtBot) -> None:
    plain = button(qtbot, "secondary").sizeHint().width()
    assert button(qtbot, "secondary", shortcut_text="Ctrl+S").sizeHint().width() > plain
    assert button(qtbot, "secondary", icon_name="save").sizeHint().width() > plain


def test_a_disabled_primary_button_is_not_filled(qtbot: QtBot) -> None:
    made = button(qtbot, "primary")
    made.setEnabled(False)
    image = made.grab().toImage()
    assert image.pixelColor(6, image.height() // 2) == colour("window")
