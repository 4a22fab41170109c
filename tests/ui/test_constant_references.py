import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
from jcssa_desktop.ui.constant_references import hold_constants
hold_constants()
hold_constants()
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
    thing.blockSignals(thing.signalsBlocked())
print("alive")
"""


def test_any_number_of_calls_into_qt_leaves_python_alive() -> None:
    result = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (result.stdout, result.returncode) == ("alive\n", 0), result.stderr
