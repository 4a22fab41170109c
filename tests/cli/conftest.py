import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

ROOT = Path(__file__).parents[2]


class Outcome(Struct, frozen=True, dict=True):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Program = Callable[..., Outcome]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def program(data: Path) -> Program:
    """Run the program as a person or a script does, in a process and a data folder of its own."""

    def run(*arguments: str | Path, **environment: str) -> Outcome:
        given = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in {"DISPLAY", "QT_QPA_PLATFORM"}
            },
            "JCSSA_DESKTOP_PASSPHRASE": "only-for-tests",
            **environment,
        }
        done = subprocess.run(
            [sys.executable, "-m", "jcssa_desktop", "--data-dir", str(data), *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=ROOT,
            env=given,
            stdin=subprocess.DEVNULL,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
