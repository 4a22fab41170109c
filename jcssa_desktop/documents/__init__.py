"""The sheet: reportlab, fonts, canonical JSON, the PDF with its record."""

import sys
from types import ModuleType

# reportlab runs such a module where it finds one in the home of a person, and ends where that is no folder.
sys.modules.setdefault("reportlab_mods", ModuleType("reportlab_mods"))
