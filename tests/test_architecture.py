"""The shape of the house, as far as a machine can see it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "jcssa_desktop"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "generated" not in path.parts]
FORMS = sorted((ROOT / "forms").glob("*.ui"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 330
    assert path.stem not in {"utils", "common", "helpers", "manager", "logic", "misc"}
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_holds_structure_and_no_style(form: Path) -> None:
    text = form.read_text(encoding="utf-8")
    assert "styleSheet" not in text
    assert "<connection>" not in text
    for name in re.findall(r'<widget class="\w+" name="(\w+)"', text)[1:]:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), name


def test_every_form_is_used_by_the_program() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    for form in FORMS:
        assert f"ui_{form.stem} import" in code, form.name


def test_nothing_generated_is_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8")
    for pattern in ("/jcssa_desktop/ui/generated/ui_*.py", "/resources/fonts/*.ttf", "/resources/i18n/*.qm"):
        assert pattern in ignored


def test_the_lock_names_no_host_and_every_package_has_hashes() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*--(?!hash=)", lock, re.MULTILINE)  # --index-url and its like
    for requirement in re.split(r"\n(?=\S)", lock.strip()):
        assert "--hash=sha256:" in requirement, requirement.splitlines()[0]
