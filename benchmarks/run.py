"""Run each benchmark and its floor in turn, as whole processes, and print medians and ratios."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
NAMES = (
    "window",
    "issue",
    "import_products",
    "import_nvd",
    "findings",
    "findings-10000",
    "findings-300000",
    "findings_cold",
    "sheet",
    "sheet_sixty",
    "sheet_thousand",
    "office",
    "search-1",
    "search-2",
    "search-3",
    "search-8",
)
ROUNDS = 7
SIDES = {
    "findings_cold": ("findings", "floor", "cold", ROUNDS),
    "sheet_sixty": ("sheet", "ours", "sixty", ROUNDS),
    "sheet_thousand": ("sheet", "ours", "thousand", 1),
}
"""Benchmarks that share a script: the script, the side that is the floor, the other side, how many rounds."""


def measure(name: str, side: str, folder: str) -> dict[str, float]:
    """Run one side of one benchmark in a process of its own; it prints its seconds and peak megabytes.

    What stands behind a hyphen is an argument of the benchmark; `folder` holds what its rounds share.
    """
    script, _, argument = name.partition("-")
    command = [sys.executable, str(HERE / f"{script}.py"), side, folder, argument]
    # An installed program has its bytecode kept; some workplaces turn that off for their own tools.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main(names: list[str]) -> None:
    """Measure the named benchmarks; once to warm up, then both sides in turn."""
    print(f"{'benchmark':<16}{'floor s':>9}{'ours s':>9}{'ratio':>7}{'floor MB':>10}{'ours MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in names or list(NAMES):
            stem, low, high, count = SIDES.get(name, (name, "floor", "ours", ROUNDS))
            if count > 1:
                measure(stem, high, folder)
            rounds = [(measure(stem, low, folder), measure(stem, high, folder)) for _ in range(count)]
            floor = statistics.median(one["seconds"] for one, _ in rounds)
            ours = statistics.median(one["seconds"] for _, one in rounds)
            floor_mb = max(one["peak_mb"] for one, _ in rounds)
            ours_mb = max(one["peak_mb"] for _, one in rounds)
            print(f"{name:<16}{floor:>9.4f}{ours:>9.4f}{ours / floor:>7.2f}{floor_mb:>10.0f}{ours_mb:>9.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
