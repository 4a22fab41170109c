"""Every valid file of ../shared/data into an empty catalogue: files, records and facts a second, peak memory.

    .venv/bin/python benchmarks/import_all.py

There is no floor beside it: no bare library reads all of these forms. What no catalogue takes, as schemas and
pages about pages, is counted apart; folders of damaged files are left out.
"""

import sys
import tempfile
import time
from pathlib import Path

from measured import peak_mb

from jcssa_desktop.bootstrap import open_services
from jcssa_desktop.system.paths import AppPaths

SHARED = Path(__file__).parents[2] / "shared" / "data"
DAMAGED = frozenset({"bad_input", "csaf_invalid"})


def paths_of(shared: Path) -> list[Path]:
    """List every file in the folders of the sources."""
    found = (path for path in shared.glob("*/**/*") if path.is_file())
    return sorted(path for path in found if path.relative_to(shared).parts[0] not in DAMAGED)


def main() -> int:
    """Import and print one line; 1 where the data is not here."""
    if not SHARED.is_dir():
        print("../shared/data is not here")
        return 1
    paths = paths_of(SHARED)
    with tempfile.TemporaryDirectory() as folder, open_services(AppPaths(Path(folder))) as services:
        start = time.perf_counter()
        reports = services.catalogue.import_files(paths)
        seconds = time.perf_counter() - start
    taken = [one for one in reports if one.error is None]
    records = sum(one.read for one in taken)
    facts = sum(one.new + one.changed + one.unchanged for one in taken)
    print(f"{len(taken)} files, {records} records, {facts} facts in {seconds:.1f} s")
    rates = [f"{count / seconds:.0f}" for count in (len(taken), records, facts)]
    print("{} files, {} records, {} facts a second".format(*rates))
    print(f"{len(reports) - len(taken)} other files are no catalogue files; peak {peak_mb():.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
