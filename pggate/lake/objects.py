"""
Objects: what a storage keeps, and what every kind of storage promises (a directory: local.py, S3: s3.py).

The rule that holds here: when `put` returns the object is durable and complete, whatever happens to the
process or the machine afterwards.  Objects are written once under a name that nobody else has, never changed,
and only ever deleted.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Protocol

from pggate.errors import IoError, PgError


@dataclass(frozen=True, slots=True)
class Stored:
    """
    A durable object: its address as DuckLake takes it, its length in bytes, its SHA-256 in hexadecimal.
    """

    uri: str
    size: int
    sha256: str


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

    def is_empty(self) -> bool:
        """Is there nothing under this place?"""

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


def path_name(name: str) -> str:
    """
    A database's name as one file name: what is not a-z, 0-9, '_' or '-' becomes ~XX per UTF-8 byte.

    Capitals too, since some file systems fold them.  '~' passes unchanged through URLs and, unlike '=',
    means nothing to the engine's partition detection.
    """
    plain = b"abcdefghijklmnopqrstuvwxyz0123456789_-"
    return "".join(chr(byte) if byte in plain else f"~{byte:02X}" for byte in name.encode())
