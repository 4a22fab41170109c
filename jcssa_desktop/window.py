"""Open the window over the services; the one place where Qt and the wiring meet."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from jcssa_desktop.bootstrap import open_services, passphrases_of, paths_of, texts_of
from jcssa_desktop.cli.session import Options
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.crash_dialog import CrashDialog
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.passphrase_dialog import ask_passphrase
from jcssa_desktop.ui.start_failure import show_start_failure
from jcssa_desktop.ui.tasks import TaskRunner

logger = logging.getLogger(__name__)


def run_window(options: Options, when_ready: Callable[[], None] | None = None) -> int:
    """Run the window until it is closed; `when_ready` is called once it is painted."""
    app = Application(sys.argv[:1])
    texts = texts_of(options)
    language = None if options.language is None else texts.language
    passphrases = passphrases_of(options, ask_passphrase)
    try:
        with open_services(paths_of(options), language=language, passphrases=passphrases) as services:
            settings = services.settings.current
            app.use(language=settings.language, theme=settings.theme, text_size=settings.text_size)
            services.drafts.drafts()  # asks for the passphrase now, in this thread, where it is needed
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
