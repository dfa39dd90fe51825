"""
The data directory: whose it is, and the first password that lies in it.

One process at a time: `DIR/pggate.lock` is locked as long as the process lives, whatever ends it, and holds
its number and, once it serves, the addresses under which the command-line tools find it.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import stat
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOCK: Final = "pggate.lock"
PASSWORD: Final = "superuser.password"  # noqa: S105  a file's name
PASSWORD_BYTES: Final = 24
LOCK_SECONDS: Final = 1.0  # a tool that asks whether a server runs holds the lock for an instant
LOCK_PAUSE: Final = 0.02


class DirectoryInUseError(Exception):
    """
    Another process has the data directory.
    """


class DataDirectory:
    """
    A data directory that this process holds until `release`.
    """

    def __init__(self, path: Path) -> None:
        """
        Make the directory where there is none, and take it.

        It holds verifiers of passwords: from now on it, and whatever the process writes anywhere, is for
        its owner alone.

        Raises:
            DirectoryInUseError: Another process holds it.
            OSError: It cannot be made or written.

        """
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_ours(path):
            path.chmod(0o700)
        os.umask(0o077)
        self._descriptor = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not _locked(self._descriptor):
            holder = _said(self._descriptor).get("pid")
            os.close(self._descriptor)
            number = "" if holder is None else f", pid {holder}"
            raise DirectoryInUseError(f"{path} is in use by another process{number}")
        self._write({"pid": os.getpid()})

    def announce(self, listeners: Mapping[str, str]) -> None:
        """Tell the command-line tools where each listener is: `HOST:PORT`, or "off"."""
        self._write({"pid": os.getpid(), "listeners": dict(listeners)})

    def release(self) -> None:
        """Give the directory back."""
        self._write({})
        os.close(self._descriptor)

    def first_password(self) -> str:
        """
        A new random password, kept in a file that only its owner can read.
        """
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        descriptor = os.open(self.path / PASSWORD, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            os.fchmod(file.fileno(), 0o600)  # an older file keeps its own mode otherwise
            file.write(password)
            file.flush()
            os.fsync(file.fileno())
        return password

    def forget_password(self) -> None:
        """The password was changed: the file would only mislead."""
        (self.path / PASSWORD).unlink(missing_ok=True)

    def _write(self, said: dict[str, object]) -> None:
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, json.dumps(said).encode(), 0)


def is_ours(path: Path) -> bool:
    """
    Is this directory for nothing but a gateway's data?  One that is not, such as /tmp, keeps its mode.
    """
    about = path.stat()
    is_shared = bool(about.st_mode & stat.S_ISVTX) or about.st_uid != os.geteuid()
    return not is_shared and ((path / LOCK).exists() or not any(path.iterdir()))


def _locked(descriptor: int) -> bool:
    """Take the lock; False when somebody keeps it."""
    patience = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patience:
                return False
            time.sleep(LOCK_PAUSE)
        else:
            return True


def _said(descriptor: int) -> dict[str, Any]:
    """What the holder of the lock says of itself; nothing where it is just about to."""
    said: dict[str, Any] = json.loads(os.pread(descriptor, 4096, 0) or b"{}")
    return said


def running_server(path: Path) -> Mapping[str, str] | None:
    """
    Where each listener of the server is that holds this directory, if one does and has said so.
    """
    try:
        descriptor = os.open(path / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        listeners: Mapping[str, str] | None = _said(descriptor).get("listeners")
        return listeners
    finally:
        os.close(descriptor)
    return None


def kept_password(path: Path, environ: dict[str, str] | os._Environ[str]) -> str | None:
    """
    The superuser's password as the command-line tools find it: PGPASSWORD, else the file.
    """
    if "PGPASSWORD" in environ:
        return environ["PGPASSWORD"]
    try:
        return (path / PASSWORD).read_text().strip()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
