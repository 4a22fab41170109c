import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
from jcssa_desktop.ui.none_references import hold_none
hold_none()
hold_none()
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
print("alive")
"""


def test_any_number_of_calls_into_qt_leaves_python_alive() -> None:
    result = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert result.stdout == "alive\n", result.stderr
