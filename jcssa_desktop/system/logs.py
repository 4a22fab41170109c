"""The daily log: what the program did and where it failed, without anything of a customer's."""

import contextlib
import copy
import logging
import traceback
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from types import TracebackType

from jcssa_desktop.domain.errors import JcssaError

_DAYS_KEPT = 30
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"

_ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _DiscreetFormatter(logging.Formatter):
    """Tells of an exception its type and its places in the code.

    Its message is left out: it may quote a cell of a quotation, and so the name of a customer.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Format a copy: another handler may have left the whole exception in the record."""
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 - named by logging
        error = ei[1]
        if error is None:
            return ""
        chain = [error]
        while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
            chain.append(cause)
        return "\n".join(_told(one) for one in reversed(chain))


def _told(error: BaseException) -> str:
    places = traceback.format_list(traceback.extract_tb(error.__traceback__))
    return "".join([*places, f"{type(error).__module__}.{type(error).__qualname__} {_code(error)}"]).rstrip()


def _code(error: BaseException) -> str:
    if isinstance(error, JcssaError):
        return error.problem
    if isinstance(error, OSError):
        return str(error.errno)
    return str(getattr(error, "sqlite_errorname", ""))


class _SilentFileHandler(TimedRotatingFileHandler):
    """A full disk or a folder that went away ends the log, never the work."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - named by logging
        del record


def open_log(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Start the daily log in `folder`, which need not be writable; the caller removes and closes it.

    Thirty days are kept. Everything under the program's own logger is written, and what other packages
    warn of.
    """
    handler: logging.Handler
    try:
        handler = _SilentFileHandler(
            folder / "jcssa-desktop.log", when="midnight", backupCount=_DAYS_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_DiscreetFormatter(_FORMAT))
    handler.addFilter(lambda record: record.name.startswith("jcssa_desktop") or record.levelno > logging.INFO)
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("jcssa_desktop").setLevel(level)
    return handler


def close_log(handler: logging.Handler) -> None:
    """End the log that `open_log` started."""
    logging.getLogger().removeHandler(handler)
    with contextlib.suppress(OSError):
        handler.close()
