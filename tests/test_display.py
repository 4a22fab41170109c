"""The program on a real X display: what a person would see after typing its name."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PHOTOGRAPH = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

app = QApplication(sys.argv)
rounds = 0

def look():
    global rounds
    rounds += 1
    image = app.primaryScreen().grabWindow(0).toImage()
    width, height = image.width(), image.height()
    colours = {image.pixelColor(x, y).name() for x in range(0, width, 4) for y in range(0, height, 4)}
    if set(sys.argv[2:]) <= colours or rounds > 300:
        image.save(sys.argv[1])
        app.exit(0 if set(sys.argv[2:]) <= colours else 1)
    else:
        QTimer.singleShot(100, look)

QTimer.singleShot(0, look)
sys.exit(app.exec())
"""


@pytest.fixture
def display() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not here")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


def test_the_window_opens_on_a_real_display_with_its_colours(display: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": display, "JCSSA_DESKTOP_PASSPHRASE": "only-for-tests"}
    command = [sys.executable, "-m", "jcssa_desktop", "--data-dir", str(tmp_path / "data")]
    program = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    picture = tmp_path / "screen.png"
    try:
        primary_button, navigation = "#1b4a8c", "#eaecf0"
        looked = subprocess.run(
            [sys.executable, "-c", PHOTOGRAPH, str(picture), primary_button, navigation],
            env=environment,
            check=False,
            timeout=90,
        )
        assert looked.returncode == 0, "the window never showed its primary button and navigation"
        assert program.poll() is None
    finally:
        program.terminate()
        _, errors = program.communicate(timeout=20)
    assert b"Traceback" not in errors
