"""Time a piece of work inside its process and print the result for `run.py`."""

import json
import sys
import time
from collections.abc import Callable

if sys.platform == "win32":

    def _peak_mb() -> float:
        return 0.0
else:
    import resource

    def _peak_mb() -> float:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def report(work: Callable[[], object]) -> None:
    """Run `work` once and print its seconds and the process's peak memory in megabytes."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "peak_mb": _peak_mb()}))
