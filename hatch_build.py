"""Compile what is not committed: forms, translations and the Japanese fonts.

Called by hatchling (`pip install`, wheel), by the tests, by `build.spec` and by hand
(`python hatch_build.py`). A product newer than its source is left alone. `python hatch_build.py texts` brings
the words of the screens into the `.ts` file, where a translator fills in what is new.
"""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
FORMS = ROOT / "forms"
SCREENS = ROOT / "jcssa_desktop" / "ui"
GENERATED = SCREENS / "generated"
TRANSLATIONS = ROOT / "resources" / "i18n"
ENGLISH = TRANSLATIONS / "jcssa_desktop_en.ts"
FONTS = ROOT / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}


def compile_stale() -> list[Path]:
    """Compile every source that is newer than its product; return what was written."""
    written = [*_compile_forms(), *_compile_translations(), *_build_fonts()]
    for orphan in GENERATED.glob("ui_*.py"):
        if not (FORMS / f"{orphan.stem.removeprefix('ui_')}.ui").exists():
            orphan.unlink()
    return written


def collect_texts(target: Path = ENGLISH) -> None:
    """Bring the words of forms and screens into a `.ts` file: new ones unfinished, old ones dropped."""
    modules = [path for path in sorted(SCREENS.rglob("*.py")) if GENERATED not in path.parents]
    command = [_qt_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
    command += ["-source-language", "ja", "-target-language", "en", "-disable-heuristic", "similartext"]
    sources = [str(path) for path in (*sorted(FORMS.glob("*.ui")), *modules)]
    subprocess.run([*command, *sources, "-ts", str(target)], check=True)


def _is_stale(source: Path, product: Path) -> bool:
    return not product.exists() or product.stat().st_mtime < source.stat().st_mtime


def _qt_tool(name: str) -> str:
    """Find a tool of the PySide6 wheel: beside the package, on Linux and macOS also in Qt/libexec."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise RuntimeError("PySide6 is not installed; run: python3 dev.py setup")
    package = Path(spec.origin).parent
    for folder in (package, package / "Qt" / "libexec"):
        for candidate in (folder / name, folder / f"{name}.exe"):
            if candidate.is_file():
                return str(candidate)
    raise RuntimeError(f"{name} is not part of this PySide6")


def _compile_forms() -> list[Path]:
    written = []
    for form in sorted(FORMS.glob("*.ui")):
        product = GENERATED / f"ui_{form.stem}.py"
        if _is_stale(form, product):
            command = [_qt_tool("uic"), "-g", "python", "--absolute-imports", "--no-autoconnection"]
            subprocess.run([*command, str(form), "-o", str(product)], check=True)
            written.append(product)
    return written


def _compile_translations() -> list[Path]:
    written = []
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        product = source.with_suffix(".qm")
        if _is_stale(source, product):
            command = [_qt_tool("lrelease"), "-silent", str(source), "-qm", str(product)]
            subprocess.run(command, check=True)
            written.append(product)
    return written


def _build_fonts() -> list[Path]:
    """Make static Regular and Bold of Noto Sans JP: reportlab takes neither variable nor CFF fonts."""
    products = {FONTS / f"NotoSansJP-{name}.ttf": weight for name, weight in WEIGHTS.items()}
    missing = {product: weight for product, weight in products.items() if not product.exists()}
    if not missing:
        return []
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only this needs the package
    from fontTools.varLib import instancer  # noqa: PLC0415 - as above

    spec = importlib.util.find_spec("justmytype_intl_cjk")
    if spec is None or spec.origin is None:
        raise RuntimeError("justmytype-intl-cjk is not installed; run: python3 dev.py setup")
    source = next(Path(spec.origin).parent.rglob("NotoSansJP*.ttf"))
    for product, weight in missing.items():
        font = TTFont(source)
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
        partial = product.with_suffix(".partial")
        font.save(partial)
        partial.replace(product)
    licence = FONTS / "OFL.txt"
    shutil.copyfile(source.with_name("OFL.txt"), licence)
    return [*missing, licence]


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # called by tests, build.spec or by hand
    pass
else:

    class CompileHook(BuildHookInterface):  # type: ignore[misc]
        """Runs `compile_stale` before a build and carries `resources/` into wheels."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Compile, and put the resources inside the package of a real wheel."""
            compile_stale()
            if self.target_name == "wheel":
                build_data["artifacts"].append("/jcssa_desktop/ui/generated/ui_*.py")
                if version != "editable":
                    build_data["force_include"]["resources"] = "jcssa_desktop/_resources"


if __name__ == "__main__":
    if sys.argv[1:] == ["texts"]:
        collect_texts()
    for path in compile_stale():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
