"""Forms hold structure and words alone, and each has its module."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
FORMS = sorted((ROOT / "forms").glob("*.ui"))
LOOKS = {"styleSheet", "geometry", "minimumSize", "maximumSize", "font", "palette", "icon", "pixmap"}
KINDS = {
    "QPushButton": "button",
    "QLineEdit": "edit",
    "QPlainTextEdit": "edit",
    "QComboBox": "combo",
    "QScrollArea": "area",
    "QStackedWidget": "stack",
}


@pytest.fixture(params=FORMS, ids=lambda form: form.stem)
def form(request: pytest.FixtureRequest) -> ET.Element:
    root = ET.parse(request.param).getroot()  # noqa: S314 - our own file
    root.set("file", request.param.stem)
    return root


def test_a_form_has_a_class_named_like_its_file(form: ET.Element) -> None:
    words = form.get("file", "").split("_")
    assert form.findtext("class") == "".join(word.capitalize() for word in words)


def test_a_form_is_used_by_a_module(form: ET.Element) -> None:
    used = f"ui_{form.get('file')} import"
    modules = (ROOT / "jcssa_desktop" / "ui").rglob("*.py")
    assert any(
        used in module.read_text(encoding="utf-8") for module in modules if "generated" not in module.parts
    )


def test_a_form_holds_no_looks(form: ET.Element) -> None:
    named = {one.get("name") for one in form.iter("property")}
    assert named & LOOKS == set()
    assert form.find("connections") is None or len(form.find("connections") or ()) == 0


def test_objects_are_named_by_what_they_are(form: ET.Element) -> None:
    wrong = []
    for widget in form.iter("widget"):
        name, kind = widget.get("name", ""), KINDS.get(widget.get("class", ""))
        if name == form.findtext("class"):
            continue
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or (kind and not name.endswith(kind)):
            wrong.append(name)
    assert wrong == []


def test_every_button_without_a_word_has_a_spoken_name(form: ET.Element) -> None:
    silent = []
    for widget in form.iter("widget"):
        if widget.get("class") != "QPushButton":
            continue
        words = {one.get("name"): one.findtext("string") for one in widget.findall("property")}
        if not words.get("text") and not words.get("accessibleName"):
            silent.append(widget.get("name"))
    assert [name for name in silent if name not in {"others_button", "next_button"}] == []
