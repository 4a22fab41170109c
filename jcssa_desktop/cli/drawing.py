"""Tables and progress bars on a terminal."""

import os
import sys
from collections.abc import Callable, Iterable

from rich.console import Console
from rich.progress import Progress
from rich.table import Table


def print_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a table without lines; a cell that is too long goes on in the next line."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(str(cell).replace("[", "\\[") for cell in row))
    width = None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "160"))
    Console(width=width, highlight=False).print(table)


class Bar:
    """A progress bar on stderr, silent where nobody watches."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Progress(console=console, transient=True, disable=not console.is_terminal)

    def __enter__(self) -> Callable[[int, int], None]:
        self._bar.start()
        task = self._bar.add_task("", total=None)
        return lambda done, total: self._bar.update(task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
