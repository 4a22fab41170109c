"""Start the program: a subcommand without Qt, or the window."""

import logging
import sys

from jcssa_desktop.bootstrap import (
    has_display,
    run_command_line,
    texts_of,
)
from jcssa_desktop.cli.session import Options

logger = logging.getLogger("jcssa_desktop")


def main() -> int:
    """Run with the arguments of the process and return the exit status."""
    try:
        return run_command_line(sys.argv[1:], _open_window)
    except Exception:  # a defect: the log has the traceback, the person gets a sentence
        logger.exception("unexpected")
        texts = texts_of(Options())
        sys.stderr.write(texts.sentence("unexpected_defect") + "\n")
        return 1


def _open_window(options: Options) -> int:
    if not has_display():
        sys.stderr.write(texts_of(options).sentence("no_display") + "\n")
        return 1
    from jcssa_desktop.window import run_window

    return run_window(options)


if __name__ == "__main__":
    sys.exit(main())
