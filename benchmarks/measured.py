"""Time a piece of work inside its process and print the result for `run.py`."""

import json
import sys
import time
from collections.abc import Callable, Iterable

if sys.platform == "win32":

    def peak_mb() -> float:
        """Return 0: this system does not tell."""
        return 0.0
else:
    import resource

    def peak_mb() -> float:
        """Return the highest memory of this process in megabytes."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def report(work: Callable[[], object]) -> None:
    """Run `work` once and print its seconds and the process's peak memory in megabytes."""
    print_result(seconds_of(work), peak_mb())


def report_slowest(works: Iterable[Callable[[], object]], *, but: float) -> None:
    """Run each of `works` and print the seconds of the processor that all `but` a share of them stay below.

    By the clock on the wall the slowest would be those that another program interrupted.
    """
    seconds = sorted(seconds_of(work, time.thread_time) for work in works)
    print_result(seconds[int(len(seconds) * (1 - but))], peak_mb())


def seconds_of(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Run `work` once and give the seconds that it took."""
    start = clock()
    work()
    return clock() - start


def print_result(seconds: float, peak: float) -> None:
    """Print what was measured as the one line that `run.py` reads."""
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))
