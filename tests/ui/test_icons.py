"""Each drawing is there, scalable, and takes the colour of its token."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui.icons import icon
from jcssa_desktop.ui.theme import colour
from jcssa_desktop.ui.widgets.mark import MARK_TONES

DRAWINGS = sorted((resource_folder() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", sorted(MARK_TONES))
def test_every_state_mark_has_a_drawing(name: str) -> None:
    assert (resource_folder() / "icons" / f"mark-{name}.svg").is_file()


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_every_drawing_is_tinted_and_never_a_bitmap(file: object) -> None:
    text = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.tag.endswith("svg")
    assert "currentColor" in text
    assert "<image" not in text


def test_a_drawing_takes_the_colour_of_its_token(qapp: object) -> None:
    del qapp
    image = icon("mark-done", "alert", size=16).pixmap(16, 16).toImage()
    assert image.pixelColor(8, 2).name() == colour("alert").name()


def test_what_a_filled_shape_leaves_out_shows_the_ground(qapp: object) -> None:
    del qapp
    image = icon("mark-done", "ok", ground="selected", size=64).pixmap(64, 64).toImage()
    assert image.pixelColor(27, 40) == QColor(colour("selected"))


def test_an_icon_before_a_word_keeps_its_gap(qapp: QApplication) -> None:
    del qapp
    size = QSize(20, 16)
    image = icon("mark-alert", "alert", size=16, after=4).pixmap(size).toImage()
    assert image.size() == size
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(17, 20) for y in range(16))
