"""The colours and sizes in force: tokens, the palette and the style sheet made from them.

The theme and the text size are kept as properties of the application, so that every widget paints with
what is in force and nothing has to be handed around.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from jcssa_desktop.system.resources import resource_folder
from jcssa_desktop.ui import measures

ThemeName = Literal["system", "light", "dark"]

FONT_FAMILY = "Noto Sans JP"

_LIGHT = {
    "window": "#F4F5F7",
    "sunken": "#EAECF0",
    "surface": "#FFFFFF",
    "raised": "#FBFBFC",
    "hover": "#E1E5EB",
    "selected": "#DCE7F6",
    "accent-weak": "#E7EEF8",
    "line": "#D9DDE3",
    "line-control": "#7B8391",
    "text": "#17191E",
    "text2": "#434955",
    "text3": "#5A616E",
    "accent": "#1B4A8C",
    "accent-hover": "#143A70",
    "on-accent": "#FFFFFF",
    "ok": "#0B6548",
    "ok-weak": "#E4F2EC",
    "warn": "#774800",
    "warn-weak": "#FBF1DC",
    "alert": "#A5211B",
    "alert-weak": "#FBEAE8",
    "focus": "#FFC933",
    "focus-ink": "#17191E",
}
_DARK = {
    "window": "#17191E",
    "sunken": "#111317",
    "surface": "#20232A",
    "raised": "#262A32",
    "hover": "#2A2F38",
    "selected": "#203A5E",
    "accent-weak": "#1F3150",
    "line": "#363B46",
    "line-control": "#7F8898",
    "text": "#F1F3F6",
    "text2": "#C6CBD4",
    "text3": "#9FA7B4",
    "accent": "#92BBF4",
    "accent-hover": "#B2CFF8",
    "on-accent": "#0D1B30",
    "ok": "#74D0A8",
    "ok-weak": "#17332A",
    "warn": "#F0C16B",
    "warn-weak": "#372C16",
    "alert": "#FF9F96",
    "alert-weak": "#40211F",
    "focus": "#FFC933",
    "focus-ink": "#17191E",
}
TOKENS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"light": MappingProxyType(_LIGHT), "dark": MappingProxyType(_DARK)}
)
"""Colours by theme and token."""

_TOKENS_PROPERTY = "jcssa_tokens"
_SCALE_PROPERTY = "jcssa_text_size"
_CONTRAST_PROPERTY = "jcssa_high_contrast"
_HOLE = re.compile(r"@([a-z][a-z0-9-]*|\d+px)@")


def apply_theme(app: QApplication, theme: str, text_size: int = 100) -> None:
    """Put colours and text size in force for the whole application.

    `theme` is "light", "dark" or "system"; "system" follows the desktop, also into high contrast, where
    the desktop's own colours are taken. `text_size` is in per cent, 90 to 150.
    """
    high_contrast = theme == "system" and _desktop_wants_contrast()
    tokens = _contrast_tokens(app.style().standardPalette()) if high_contrast else TOKENS[_resolved(theme)]
    app.setProperty(_TOKENS_PROPERTY, dict(tokens))
    app.setProperty(_SCALE_PROPERTY, text_size)
    app.setProperty(_CONTRAST_PROPERTY, high_contrast)
    app.setPalette(_palette(tokens))
    app.setFont(font())
    template = (resource_folder() / "style" / "base.qss").read_text(encoding="utf-8")
    app.setStyleSheet(filled(template, tokens, text_size))


def filled(template: str, tokens: Mapping[str, str], text_size: int) -> str:
    """Fill a style sheet's `@token@` with colours and its `@14px@` with scaled sizes."""

    def value(hole: re.Match[str]) -> str:
        name = hole[1]
        return f"{round(int(name[:-2]) * text_size / 100)}px" if name[0].isdigit() else tokens[name]

    return _HOLE.sub(value, template)


def colour(token: str) -> QColor:
    """Return the colour of a token in the theme in force."""
    app = QCoreApplication.instance()
    tokens = app.property(_TOKENS_PROPERTY) if app is not None else None
    return QColor(cast("dict[str, str]", tokens or _LIGHT)[token])


def scaled(pixels: float) -> int:
    """Multiply a measure with the text size in force."""
    app = QCoreApplication.instance()
    text_size = app.property(_SCALE_PROPERTY) if app is not None else None
    return round(pixels * int(text_size or 100) / 100)


def font(pixels: int = measures.TEXT_BODY, *, bold: bool = False) -> QFont:
    """Return the program's font; `pixels` at 100 % text size."""
    result = QFont(FONT_FAMILY)
    result.setPixelSize(scaled(pixels))
    result.setBold(bold)
    return result


def border_width() -> int:
    """Return how thick the border of a control is: 2 px in high contrast, else 1 px."""
    app = QCoreApplication.instance()
    return 2 if app is not None and app.property(_CONTRAST_PROPERTY) else 1


def _resolved(theme: str) -> str:
    if theme != "system":
        return theme
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def _desktop_wants_contrast() -> bool:
    preference = QGuiApplication.styleHints().accessibility().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


def _contrast_tokens(palette: QPalette) -> dict[str, str]:
    """Take the desktop's colours; weak grounds become surface, every border is text."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    ink = palette.color(QPalette.ColorRole.WindowText).name()
    chosen = palette.color(QPalette.ColorRole.Highlight).name()
    on_chosen = palette.color(QPalette.ColorRole.HighlightedText).name()
    tokens = {
        token: ink if token.startswith(("text", "line")) or token in {"ok", "warn", "alert"} else ground
        for token in _LIGHT
    }
    return tokens | {
        "accent": chosen,
        "accent-hover": chosen,
        "on-accent": on_chosen,
        "focus": _LIGHT["focus"],
        "focus-ink": _LIGHT["focus-ink"],
    }


def _palette(tokens: Mapping[str, str]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, token in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "alert",
        role.Highlight: "accent",
        role.HighlightedText: "on-accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "text3",
        role.Mid: "line",
        role.Dark: "line-control",
        role.Light: "surface",
        role.Accent: "accent",
    }.items():
        palette.setColor(name, QColor(tokens[token]))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens["text3"]))
    return palette
