"""Writing files so that a reader finds the old content or the new, never a half."""

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path

from jcssa_desktop.domain.errors import StorageFailure

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PROBLEMS = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_is_file",
    errno.EEXIST: "file_in_the_way",
    errno.EISDIR: "folder_in_the_way",
    errno.ENAMETOOLONG: "name_too_long",
}


def storage_failure(error: OSError, path: Path) -> StorageFailure:
    """Tell why nothing could be written at `path`, with the space that is free there."""
    folder = path.absolute().parent
    if error.errno in _FULL:
        return StorageFailure("disk_full", file=path.name, folder=folder, free=free_space(path))
    problem = _PROBLEMS.get(error.errno or 0, "write_failed")
    return StorageFailure(problem, file=path.name, folder=folder, reason=error.strerror or "")


def free_space(path: Path) -> str:
    """Say how much room is left where `path` is, as `12 MB`; "0 MB" where it cannot be asked."""
    existing = next((one for one in (path, *path.parents) if one.exists()), Path())
    try:
        return f"{shutil.disk_usage(existing).free // 1_000_000} MB"
    except OSError:
        return "0 MB"


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` whole: into a file beside it first, then in one step over it.

    Raises:
        StorageFailure: The disk is full, or the folder cannot be written; the old file is untouched.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
    except OSError as error:
        raise storage_failure(error, path) from error
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _settle_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise storage_failure(error, path) from error


def _settle_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows cannot open folders and does this itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
