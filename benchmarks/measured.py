"""Time a piece of work inside its process and print the result for `run.py`."""

import json
import sys
import time
from collections.abc import Callable

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
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print_result(seconds, peak_mb())


def print_result(seconds: float, peak: float) -> None:
    """Print what was measured as the one line that `run.py` reads."""
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))
