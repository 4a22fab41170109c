"""Sealed sheets in a warm process: facts, record, layout, structure, seal and archive.

`floor` draws the same pages of ten lines by reportlab's bare canvas; `sixty` seals sixty lines; `thousand`
seals a thousand sheets in one run, for its memory.
"""

import os
import statistics
import sys
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from issue import draw, marks_of
from measured import peak_mb, print_result
from msgspec.structs import replace

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.system.paths import AppPaths

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "disclosure_sample.json"
TEN, SIXTY = 10, 60
WARM, COUNTED = 3, 9
THOUSAND = 1000


def disclosure_of(lines: int, number: int) -> Disclosure:
    """Repeat the devices of the sample until there are so many lines."""
    sample = read_disclosure(SAMPLE)
    devices = [sample.devices[one % len(sample.devices)] for one in range(lines)]
    return replace(
        sample,
        disclosure_id=f"{number:032x}",
        lines=tuple(replace(line, line_id=str(one)) for one, line in enumerate(devices)),
        intents=tuple(
            replace(sample.intent(line.line_id), line_id=str(one)) for one, line in enumerate(devices)
        ),
    )


def services_in(folder: Path) -> AbstractContextManager[Services]:
    """Open services of a laptop with a throwaway archive."""
    os.environ["JCSSA_DESKTOP_PASSPHRASE"] = "only-for-benchmarks"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    return open_services(AppPaths(folder))


def seconds_of_sealing(services: Services, lines: int, count: int, *, first: int = 0) -> list[float]:
    """Seal so many sheets and time each."""
    taken = []
    for number in range(first, first + count):
        disclosure = disclosure_of(lines, number)
        start = time.perf_counter()
        services.sealing.seal(disclosure)
        taken.append(time.perf_counter() - start)
    return taken


def main(side: str) -> None:
    """Measure one side; the seconds are the median of one sheet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with services_in(folder / "data") as services:
            if side == "floor":
                pages = marks_of(services, disclosure_of(TEN, 0))
                taken = []
                for _ in range(WARM + COUNTED):
                    start = time.perf_counter()
                    draw(pages, folder / "floor.pdf")
                    taken.append(time.perf_counter() - start)
            else:
                lines = SIXTY if side == "sixty" else TEN
                count = THOUSAND if side == "thousand" else WARM + COUNTED
                taken = seconds_of_sealing(services, lines, count)
        print_result(statistics.median(taken[WARM:]), peak_mb())


if __name__ == "__main__":
    main(sys.argv[1])
