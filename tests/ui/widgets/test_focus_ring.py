"""The ring is around the control that the keyboard is in, whatever window that is in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.theme import colour
from jcssa_desktop.ui.widgets.focus_ring import FocusRing


@pytest.fixture
def page(qtbot: QtBot) -> Callable[..., QWidget]:
    def show(*controls: QWidget) -> QWidget:
        page = QWidget()
        qtbot.addWidget(page)
        box = QVBoxLayout(page)
        for control in controls:
            box.addWidget(control)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


def ringed(page: QWidget) -> QWidget | None:
    ring = page.findChild(FocusRing)
    return ring.widget() if ring is not None else None


def test_the_ring_follows_the_tab_key(page: Callable[..., QWidget], qtbot: QtBot) -> None:
    first, second = QPushButton("一"), QPushButton("二")
    shown = page(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ringed(shown) is first)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ringed(shown) is second)
    assert len(shown.findChildren(FocusRing)) == 1


def test_a_click_puts_no_ring_around_a_button_but_the_next_key_does(
    page: Callable[..., QWidget], qtbot: QtBot
) -> None:
    field, button = QLineEdit(), QPushButton("押す")
    shown = page(field, button)
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    qtbot.wait(20)
    assert ringed(shown) is not button
    qtbot.keyClick(button, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: ringed(shown) is button)


def test_a_field_has_the_ring_also_after_a_click(page: Callable[..., QWidget], qtbot: QtBot) -> None:
    button, field = QPushButton("押す"), QLineEdit()
    shown = page(button, field)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ringed(shown) is field)


def test_the_ring_has_both_strokes_outside_the_control(page: Callable[..., QWidget], qtbot: QtBot) -> None:
    button = QPushButton("押す")
    shown = page(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ringed(shown) is button)
    image = shown.grab().toImage()
    middle, top = button.geometry().center().x(), button.geometry().top()
    assert image.pixelColor(middle, top - 2) == colour("focus-ink")
    assert image.pixelColor(middle, top - 4) == colour("focus")


def test_the_ring_survives_its_window(page: Callable[..., QWidget], qtbot: QtBot) -> None:
    first = page(QPushButton("一"))
    first.findChild(QPushButton).setFocus(Qt.FocusReason.TabFocusReason)
    first.close()
    first.deleteLater()
    qtbot.wait(0)
    button = QPushButton("二")
    second = page(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ringed(second) is button)
