"""
Segments in a directory.
"""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from pggate.lake.files import (
    is_there,
    make_directories,
    os_errors,
    sync_directory,
    sync_file_system,
    write_durably,
)
from pggate.lake.objects import Stored, check_object

if TYPE_CHECKING:
    from pathlib import Path


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
        return Stored(str(target), len(data), hashlib.sha256(data).hexdigest())

    def get(self, path: str) -> bytes:
        with os_errors("read", self.directory / path):
            return (self.directory / path).read_bytes()

    def exists(self, path: str) -> bool:
        return (self.directory / path).exists()

    def delete(self, path: str) -> None:
        with os_errors("delete", self.directory / path):
            (self.directory / path).unlink(missing_ok=True)

    def is_empty(self) -> bool:
        with os_errors("read", self.directory):
            return not any(found.is_file() for found in self.directory.rglob("*"))

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
