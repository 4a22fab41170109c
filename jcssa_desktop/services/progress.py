"""Progress of long work, and cancelling it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total); raises `Cancelled` to stop the work, which then changes nothing."""


class Cancelled(Exception):
    """A person asked to stop."""
