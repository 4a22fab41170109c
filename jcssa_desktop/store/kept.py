"""Answers that are kept until something is written to the file, by whatever connection or program."""

from collections.abc import Callable, Hashable
from threading import get_ident
from typing import Generic, TypeVar

from jcssa_desktop.store.driver import Connection

_Answer = TypeVar("_Answer")


class Kept(Generic[_Answer]):
    """Answers by their question, so many at most; each thread has its own, as it has its own connection."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: dict[tuple[int, Hashable], tuple[tuple[int, int], _Answer]] = {}

    def get(self, connection: Connection, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """Give the answer again if nothing was written since, else ask; inside a transaction."""
        # SQLite tells a connection of what others wrote, not of what it wrote itself.
        written = connection.execute("PRAGMA data_version").fetchone()[0]
        state = (written, connection.total_changes)
        kept = self._answers.get((get_ident(), question))
        if kept is not None and kept[0] == state:
            return kept[1]
        answer = ask()
        if len(self._answers) >= self._most:
            self._answers.clear()
        self._answers[get_ident(), question] = (state, answer)
        return answer
