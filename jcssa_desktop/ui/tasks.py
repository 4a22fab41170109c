"""Work off the window's thread; its results come back to it.

This is the one place that catches every exception: one that a person can mend goes to the screen that
asked, any other to the crash dialog through `sys.excepthook`.
"""

import itertools
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from msgspec import Struct
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.progress import Cancelled, Progress

T = TypeVar("T")


class Task(Struct):
    """Work under way. `cancel` stops it at its next report of progress; nothing is told of it then."""

    number: int
    is_cancelled: bool = False
    is_done: bool = False

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.is_cancelled = True


class _Errand(Struct):
    """Who waits for a task, and what to tell them. Nobody is told once `owner` is gone."""

    task: Task
    owner: QObject
    on_done: Callable[[Any], None]
    on_error: Callable[[JcssaError], None]
    on_progress: Callable[[int, int], None] | None
    on_cancelled: Callable[[], None] | None


class TaskRunner(QObject):
    """Runs one piece of writing work at a time, and reading work beside it."""

    _done = Signal(int, object)
    _failed = Signal(int, object)
    _advanced = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(2)
        self._numbers = itertools.count(1)
        self._errands: dict[int, _Errand] = {}
        self._done.connect(self._finish)
        self._failed.connect(self._fail)
        self._advanced.connect(self._advance)

    def run(
        self,
        owner: QObject,
        call: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[JcssaError], None],
        *,
        on_progress: Callable[[int, int], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        is_reading: bool = False,
    ) -> Task:
        """Run `call` elsewhere and call back on the window's thread.

        `call` gets a function to report (done, total) with; it raises `Cancelled` after `Task.cancel`.
        Reading work runs beside other work, writing work in turn. When `owner` is deleted before the
        end, nobody is called.
        """
        task = Task(next(self._numbers))
        self._errands[task.number] = _Errand(task, owner, on_done, on_error, on_progress, on_cancelled)
        self._start(_Job(self, task, call), is_reading=is_reading)
        return task

    def wait(self) -> None:
        """Block until all work is done; its results are delivered when the event loop goes on."""
        self._writers.waitForDone()
        self._readers.waitForDone()

    def _start(self, job: "_Job", *, is_reading: bool) -> None:
        (self._readers if is_reading else self._writers).start(job)

    def report(self, number: int, done: int, total: int) -> None:
        """Tell of progress, from the working thread."""
        self._advanced.emit(number, done, total)

    def deliver(self, number: int, result: object) -> None:
        """Hand a result over, from the working thread."""
        self._done.emit(number, result)

    def deliver_failure(self, number: int, error: BaseException) -> None:
        """Hand an exception over, from the working thread."""
        self._failed.emit(number, error)

    @Slot(int, object)
    def _finish(self, number: int, result: object) -> None:
        errand = self._taken(number)
        if errand is not None and not errand.task.is_cancelled:
            errand.on_done(result)
        elif errand is not None and errand.on_cancelled is not None:
            errand.on_cancelled()

    @Slot(int, object)
    def _fail(self, number: int, error: BaseException) -> None:
        errand = self._taken(number)
        if isinstance(error, Cancelled):
            if errand is not None and errand.on_cancelled is not None:
                errand.on_cancelled()
        elif not isinstance(error, JcssaError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif errand is not None:
            errand.on_error(error)

    @Slot(int, int, int)
    def _advance(self, number: int, done: int, total: int) -> None:
        errand = self._errands.get(number)
        if errand is None or errand.on_progress is None or errand.task.is_cancelled:
            return
        if shiboken6.isValid(errand.owner):
            errand.on_progress(done, total)

    def _taken(self, number: int) -> _Errand | None:
        errand = self._errands.pop(number)
        errand.task.is_done = True
        return errand if shiboken6.isValid(errand.owner) else None


class InlineTaskRunner(TaskRunner):
    """Does the work at once, on the calling thread: for tests and for scripts without an event loop."""

    def _start(self, job: "_Job", *, is_reading: bool) -> None:
        del is_reading
        job.run()


class _Job(QRunnable):
    """Runs one call in a thread of the pool."""

    def __init__(self, runner: TaskRunner, task: Task, call: Callable[[Progress], object]) -> None:
        super().__init__()
        self._runner = runner
        self._task = task
        self._call = call

    def run(self) -> None:
        try:
            result = self._call(self._progress)
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which tells or crashes
            self._runner.deliver_failure(self._task.number, error)
        else:
            self._runner.deliver(self._task.number, result)

    def _progress(self, done: int, total: int) -> None:
        if self._task.is_cancelled:
            raise Cancelled
        self._runner.report(self._task.number, done, total)
