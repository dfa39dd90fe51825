"""
Files and directories that outlast the process and the machine, and what the operating system refuses.

A file is durable when its data and the directory that names it are: both are fsynced, and so is the parent of
each directory that is new.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

from pggate.errors import DiskFull, IoError
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

log = Log("lake")


@contextlib.contextmanager
def os_errors(verb: str, path: Path) -> Iterator[None]:
    """
    What the operating system refuses, as PostgreSQL reports it.  Clients are told the file's name alone:
    where the gateway keeps its files is for the log.
    """
    try:
        yield
    except OSError as error:
        log.warning("file_failed", action=verb, path=path, error=error.strerror)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull if full else IoError)(
            f'could not {verb} file "{path.name}": {error.strerror}'
        ) from error


def is_there(path: Path) -> bool:
    """
    Is there anything under that name?  Not if it is longer than the file system's names.
    """
    try:
        path.lstat()
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
            return False
        raise
    return True


def make_directories(directory: Path) -> None:
    """
    Create what is missing, and fsync the parent of each new directory: without that a power failure takes
    the directory with everything in it.
    """
    missing = []
    while not directory.exists():
        missing.append(directory)
        directory = directory.parent
    for new in reversed(missing):
        new.mkdir(exist_ok=True)
        sync_directory(new.parent)


def write_durably(target: Path, data: bytes) -> None:
    try:
        with target.open("xb", buffering=0) as file:
            view = memoryview(data)
            while view:
                view = view[file.write(view) :]
            sync_descriptor(file.fileno())
    except FileExistsError:
        raise
    except OSError:
        target.unlink(missing_ok=True)
        raise
    sync_directory(target.parent)


def sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "darwin":
    import fcntl

    def sync_descriptor(descriptor: int) -> None:
        # fsync(2) of macOS stops at the drive's cache; F_FULLFSYNC is what PostgreSQL calls
        # fsync_writethrough.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)

    def sync_file_system(directory: Path) -> None:  # noqa: ARG001  syncfs(2) below needs it
        # No syncfs(2) on macOS: sync() schedules the writes of every file system.
        os.sync()

else:

    def sync_descriptor(descriptor: int) -> None:
        os.fsync(descriptor)

    LIBC: Final = ctypes.CDLL(None, use_errno=True)

    def sync_file_system(directory: Path) -> None:
        """
        syncfs(2): data, delete files and directories of this file system, in one call.
        """
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if LIBC.syncfs(descriptor) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number))
        finally:
            os.close(descriptor)
