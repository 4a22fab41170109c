"""Every text can be read on every ground, and the style sheet has no hole left."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui.theme import TOKENS, colour, filled, font, scaled

GROUNDS = ("window", "sunken", "surface", "raised", "hover", "selected", "accent-weak")
TEXTS = ("text", "text2", "text3", "accent", "ok", "warn", "alert")
TONES = ("ok", "warn", "alert")
TEMPLATE = (resource_folder() / "style" / "base.qss").read_text(encoding="utf-8")


def luminance(code: str) -> float:
    channels = QColor(code).getRgbF()[:3]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_on_every_ground(theme: str) -> None:
    tokens = TOKENS[theme]
    weak = {
        (text, ground): contrast(tokens[text], tokens[ground])
        for text, ground in product(TEXTS, GROUNDS)
        if contrast(tokens[text], tokens[ground]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tones_can_be_read_on_their_own_weak_ground_and_buttons_on_accent(theme: str) -> None:
    tokens = TOKENS[theme]
    for tone in TONES:
        assert contrast(tokens[tone], tokens[f"{tone}-weak"]) >= 4.5
        assert contrast(tokens["text"], tokens[f"{tone}-weak"]) >= 4.5
    for ground in ("accent", "accent-hover"):
        assert contrast(tokens["on-accent"], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_borders_of_controls_can_be_seen_on_every_ground(theme: str) -> None:
    tokens = TOKENS[theme]
    for ground in ("window", "sunken", "surface", "raised"):
        assert contrast(tokens["line-control"], tokens[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_style_sheet_has_no_hole_left(theme: str) -> None:
    assert "@" not in filled(TEMPLATE, TOKENS[theme], 100)


def test_the_style_sheet_names_colours_by_token_alone() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{6}|rgb\(", TEMPLATE) == []


def test_the_text_size_multiplies_measures() -> None:
    assert filled("a { font-size: @14px@; }", TOKENS["light"], 150) == "a { font-size: 21px; }"


def test_a_theme_changes_what_is_already_shown(qtbot: QtBot, in_look: Callable[[str, int], None]) -> None:
    label = QLabel("見出し")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.show()
    in_look("dark", 150)
    assert colour("text").name().upper() == TOKENS["dark"]["text"]
    assert label.palette().windowText().color().name().upper() == TOKENS["dark"]["text"]
    assert scaled(36) == 54
    assert label.fontInfo().pixelSize() == 33


def test_japanese_is_set_in_the_font_that_comes_along(qapp: QApplication) -> None:
    assert font().family() == "Noto Sans JP"
    assert qapp.font().family() == "Noto Sans JP"
    assert font(bold=True).bold()
