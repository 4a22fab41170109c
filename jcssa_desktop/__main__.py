"""Start the program: a subcommand without Qt, or the window."""

import gc
import sys

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""A start makes many objects that stay and little garbage; Python's own 700 costs it a tenth of its time."""

_INTERRUPTED = 130
"""The status that shells give to a program that Ctrl-C ended."""


def main() -> int:
    """Run with the arguments of the process and return the exit status."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        from jcssa_desktop.bootstrap import run_command_line

        return run_command_line(sys.argv[1:], _open_window)
    except KeyboardInterrupt:  # told already; while it loads nothing was begun that is worth a word
        return _INTERRUPTED


def _open_window(options: object) -> int:
    from jcssa_desktop.bootstrap import has_display, texts_of
    from jcssa_desktop.cli.session import Options

    assert isinstance(options, Options)  # noqa: S101 - what `run_command_line` hands over
    if not has_display():
        sys.stderr.write(texts_of(options).sentence("no_display") + "\n")
        return 1
    from jcssa_desktop.window import run_window

    return run_window(options)


if __name__ == "__main__":
    sys.exit(main())
