"""Keeps Python 3.11 alive under PySide6 6.12, whose calls give up references to `None`, `True` and `False`.

Its wheels are built for a Python where these are immortal (3.12 and later, PEP 683) and return them without
taking a reference. On 3.11 a window runs out of references after some thousand calls and the interpreter
stops with "none_dealloc: deallocating None". Found with PySide6 6.12.0 on CPython 3.11.7:
`setObjectName` called 1000 times lowers `sys.getrefcount(None)` by 1000.
"""

import ctypes
import sys

_IMMORTAL_SINCE = (3, 12)
_ENOUGH = sys.maxsize // 4
"""More calls than a process can make in centuries, and far from overflowing the counter."""


def hold_constants() -> None:
    """Give the constants more references than can be given up; does nothing where they are immortal.

    The counter is the first field of an object in CPython's release builds, which is all that wheels run on.
    """
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
