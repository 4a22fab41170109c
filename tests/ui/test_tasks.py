"""Work runs elsewhere; what becomes of it is told on the window's thread, or not at all."""

import sys
import threading
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.errors import InvalidImport, JcssaError
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.ui.tasks import InlineTaskRunner, TaskRunner


@pytest.fixture(params=[TaskRunner, InlineTaskRunner])
def any_runner(request: pytest.FixtureRequest, qapp: object) -> TaskRunner:
    del qapp
    return request.param()


def test_a_result_is_told_on_the_threads_that_asked(any_runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[str, threading.Thread]] = []
    owner = QObject()
    any_runner.run(
        owner,
        lambda _progress: "結果",
        lambda result: told.append((result, threading.current_thread())),
        pytest.fail,
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("結果", threading.main_thread())]


def test_work_does_not_run_on_the_window_s_thread(qtbot: QtBot) -> None:
    runner, owner, told = TaskRunner(), QObject(), []
    runner.run(owner, lambda _progress: threading.current_thread(), told.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(told))
    assert told != [threading.main_thread()]


def test_an_error_that_a_person_can_mend_goes_to_who_asked(any_runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[JcssaError] = []
    owner = QObject()

    def fail(_progress: Progress) -> None:
        raise InvalidImport("file_empty", file="空.csv")

    any_runner.run(owner, fail, pytest.fail, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].file == "空.csv"


def test_any_other_exception_goes_to_the_crash_dialog(
    any_runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace
        crashes.append(error)

    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", hook)
    owner = QObject()
    any_runner.run(owner, fail, pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: bool(crashes))
    assert isinstance(crashes[0], ZeroDivisionError)


def test_cancelled_work_stops_and_says_so(qtbot: QtBot) -> None:
    runner, owner = TaskRunner(), QObject()
    started, may_go_on, cancelled = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        may_go_on.wait(10)
        progress(1, 2)
        pytest.fail("went on after it was cancelled")

    task = runner.run(owner, work, pytest.fail, pytest.fail, on_cancelled=lambda: cancelled.append(1))
    assert started.wait(10)
    task.cancel()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(cancelled))


def test_progress_is_told(any_runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    done: list[None] = []
    owner = QObject()
    any_runner.run(
        owner,
        lambda progress: progress(3, 10),
        done.append,
        pytest.fail,
        on_progress=lambda *numbers: seen.append(numbers),
    )
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [(3, 10)]


def test_nobody_is_told_once_the_screen_is_gone(qtbot: QtBot) -> None:
    runner, owner, told = TaskRunner(), QObject(), []
    may_end = threading.Event()
    runner.run(owner, lambda _progress: may_end.wait(10), told.append, pytest.fail)
    owner.deleteLater()
    qtbot.wait(0)
    del owner
    may_end.set()
    runner.wait()
    qtbot.wait(0)
    assert told == []
