"""Reading a file whole, but never without end: a device or a pipe has no size that could be asked."""

from pathlib import Path


def read_within(path: Path, limit: int) -> bytes | None:
    """Return a file's bytes, None where there are more than `limit`; raise OSError."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    return data if len(data) <= limit else None
