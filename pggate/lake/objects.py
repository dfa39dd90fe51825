"""
Where segments live: the protocol of a storage, and the storage that is a directory (S3: s3.py).

The rule that holds here: when `put` returns the object is durable and complete, whatever happens to the
process or the machine afterwards.  Objects are written once under a name that nobody else has
(`segment_key`), never changed, and only ever deleted.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import secrets
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from pggate.errors import DiskFull, IoError, PgError
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


log = Log("lake")


@dataclass(frozen=True, slots=True)
class Stored:
    """
    A durable object: its address as DuckLake takes it, its length in bytes, its MD5 in hexadecimal.
    """

    uri: str
    size: int
    md5: str


class Storage(Protocol):
    """
    A place for objects.  Paths are relative, separated by '/'; every method is safe from any thread.
    """

    @property
    def root(self) -> str:
        """What DuckLake takes as DATA_PATH: ends with '/'."""

    def under(self, prefix: str) -> Storage:
        """The same place one level deeper; `prefix` ends with '/'."""

    def put(self, path: str, data: bytes) -> Stored:
        """Make the object durable.  Raises IoError 58030, DiskFull 53100."""

    def get(self, path: str) -> bytes: ...

    def exists(self, path: str) -> bool: ...

    def delete(self, path: str) -> None:
        """Remove an object; one that is not there is fine."""

    def delete_all(self) -> None:
        """Remove everything under this place (DROP DATABASE)."""

    def sync(self) -> None:
        """
        Make durable what the engine wrote here by itself.

        duckdb 1.5.5 never fsyncs the Parquet files it writes, so a COMMIT that follows a SQL statement
        needs this before it.
        """

    def check(self) -> None:
        """Write, read and delete one real object; raises IoError with a line for the operator."""


def segment_key(milliseconds: int, randomness: bytes) -> str:
    """
    A file name that nobody else has and that sorts by time: a UUID of version 7 (RFC 9562, 5.7).

    Args:
        milliseconds: Since 1970.
        randomness: 10 bytes.

    """
    value = bytearray(milliseconds.to_bytes(6, "big") + randomness)
    value[6] = 0x70 | (value[6] & 0x0F)
    value[8] = 0x80 | (value[8] & 0x3F)
    text = value.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}.parquet"


def path_name(name: str) -> str:
    """
    A database's name as one file name: what is not a-z, 0-9, '_' or '-' becomes ~XX per UTF-8 byte.

    Capitals too, since some file systems fold them.  '~' passes unchanged through URLs and, unlike '=',
    means nothing to the engine's partition detection.
    """
    plain = b"abcdefghijklmnopqrstuvwxyz0123456789_-"
    return "".join(chr(byte) if byte in plain else f"~{byte:02X}" for byte in name.encode())


def check_object(storage: Storage) -> None:
    """
    The real PUT, GET and DELETE behind `Storage.check`.
    """
    path, data = f"pggate-check-{secrets.token_hex(8)}", secrets.token_bytes(32)
    try:
        storage.put(path, data)
        read = storage.get(path)
        storage.delete(path)
    except PgError as error:
        raise IoError(f"storage {storage.root} is not usable: {error.message}") from error
    if read != data:
        raise IoError(f"storage {storage.root} is not usable: it does not return what was written")


class LocalStorage:
    """
    Objects as files of a directory; files and directories are fsynced.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory.absolute()

    @property
    def root(self) -> str:
        return f"{self.directory}/"

    def under(self, prefix: str) -> LocalStorage:
        return LocalStorage(self.directory / prefix)

    def put(self, path: str, data: bytes) -> Stored:
        target = self.directory / path
        with os_errors("write", target):
            make_directories(target.parent)
            write_durably(target, data)
        return Stored(str(target), len(data), hashlib.md5(data, usedforsecurity=False).hexdigest())

    def get(self, path: str) -> bytes:
        with os_errors("read", self.directory / path):
            return (self.directory / path).read_bytes()

    def exists(self, path: str) -> bool:
        return (self.directory / path).exists()

    def delete(self, path: str) -> None:
        with os_errors("delete", self.directory / path):
            (self.directory / path).unlink(missing_ok=True)

    def delete_all(self) -> None:
        with os_errors("delete", self.directory):
            if is_there(self.directory):
                shutil.rmtree(self.directory)
                sync_directory(self.directory.parent)

    def sync(self) -> None:
        with os_errors("sync", self.directory):
            make_directories(self.directory)
            sync_file_system(self.directory)

    def check(self) -> None:
        check_object(self)


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

    def sync_file_system(directory: Path) -> None:  # noqa: ARG001
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
