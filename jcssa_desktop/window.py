"""Open the window over the services; the one place where Qt and the wiring meet."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from jcssa_desktop.bootstrap import open_services, passphrases_of, paths_of, texts_of
from jcssa_desktop.cli.session import Options
from jcssa_desktop.domain.errors import JcssaError, SecretUnavailable
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.crash_dialog import CrashDialog
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.passphrase_dialog import ask_passphrase
from jcssa_desktop.ui.start_failure import show_start_failure
from jcssa_desktop.ui.tasks import TaskRunner

logger = logging.getLogger(__name__)


class Asking:
    """Asks a person for the archive's passphrase, and knows whether it did."""

    def __init__(self, ask: Callable[[bool], str | None]) -> None:
        self._ask = ask
        self.has_asked = False

    def __call__(self, new: bool) -> str | None:  # noqa: FBT001 - the shape of PassphraseSources.ask
        """Ask; True for a passphrase that is to be chosen."""
        self.has_asked = True
        return self._ask(new)


def open_archive(services: Services, asking: Asking, tell: Callable[[JcssaError], None]) -> None:
    """Open the archive in this thread; who mistyped its passphrase is told and asked again.

    Raises SecretUnavailable when the person gives up, or when nobody typed what is wrong.
    """
    while True:
        try:
            services.drafts.drafts()
        except SecretUnavailable as error:
            if error.problem != "archive_wrong_passphrase" or not asking.has_asked:
                raise
            tell(error)
        else:
            return


def run_window(options: Options, when_ready: Callable[[], None] | None = None) -> int:
    """Run the window until it is closed; `when_ready` is called once it is painted."""
    app = Application(sys.argv[:1])
    texts = texts_of(options)
    language = None if options.language is None else texts.language
    asking = Asking(ask_passphrase)
    passphrases = passphrases_of(options, asking)
    try:
        with open_services(paths_of(options), language=language, passphrases=passphrases) as services:
            settings = services.settings.current
            app.use(language=settings.language, theme=settings.theme, text_size=settings.text_size)
            open_archive(services, asking, lambda error: show_start_failure(texts.error(error)))
            runner = TaskRunner()
            window = MainWindow(services, runner)
            sys.excepthook = _crash_hook(window)
            window.show()
            if when_ready is not None:
                window.painted.connect(when_ready)
            status = app.exec()
            runner.wait()
            return status
    except JcssaError as error:
        show_start_failure(texts.error(error))
        return 1


def _crash_hook(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def show(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        logger.error("unexpected", exc_info=(kind, error, traceback))
        CrashDialog(window, error).open()

    return show
