"""SQLCipher as the one SQLite of this program, for sqlite-utils too.

sqlite-utils takes the module named `pysqlite3` where there is one, once, when it is first imported; with
another driver than its own it would not know SQLCipher's errors. So the substitution stands here, where every
connection comes from, and sqlite-utils is imported behind it.
"""

import sys
from sqlite3 import Connection

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

__all__ = ["Connection", "DriverError", "connect"]

DriverError: type[Exception] = dbapi2.Error


def connect(path: str, *, timeout: float) -> Connection:
    """Open a connection without implicit transactions; `timeout` is in seconds.

    Any thread may close it: whoever closes the store closes every thread's connection. SQLCipher's
    connection has the shape of the standard library's, which serves as its type.
    """
    connection: Connection = dbapi2.connect(
        path, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    return connection
