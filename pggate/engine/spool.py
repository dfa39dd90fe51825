"""
The rest of a suspended result, written aside as Arrow IPC in a temporary file.

The file is unlinked as soon as it is made: neither a forgotten close nor a killed process leaves it behind.
Every batch is an IPC stream of its own, so that rows can be appended after reading has begun, and so that
dictionaries (ENUM) come with the batch that uses them.
"""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import pyarrow as pa

from pggate.engine import errors
from pggate.errors import ConfigurationLimitExceeded

if TYPE_CHECKING:
    from pathlib import Path


class Spool:
    """
    Batches in the order they were written; written and read by one thread at a time.

    Args:
        directory: Where the file lives; it must exist.
        limit: Bytes that stop `require_room`; the file may pass it by one batch.

    """

    def __init__(self, directory: Path, limit: int) -> None:
        self._limit = limit
        self._sizes: list[int] = []
        self._next = 0
        self._read_offset = 0
        self._written = 0
        try:
            self._file = tempfile.TemporaryFile(dir=directory, buffering=0)  # noqa: SIM115 lives as long as we do
        except OSError as error:
            raise errors.from_exception(error) from error

    @property
    def size(self) -> int:
        """
        Bytes on disk.
        """
        return self._written

    def require_room(self) -> None:
        """
        Raises ConfigurationLimitExceeded when the file has reached its limit.
        """
        if self._written >= self._limit:
            raise ConfigurationLimitExceeded(
                "the rest of an open portal is too large to be set aside",
                hint="Read the portal to its end or close it before running another statement.",
            )

    def write(self, batch: pa.RecordBatch) -> None:
        """
        Append a batch; a full disk is DiskFull, any other failure of the file an IoError.
        """
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_batch(batch)
        encoded = memoryview(sink.getvalue())
        try:
            _write_all(self._file.fileno(), encoded, self._written)
        except OSError as error:
            raise errors.from_exception(error) from error
        self._sizes.append(len(encoded))
        self._written += len(encoded)

    def read(self) -> pa.RecordBatch | None:
        """
        The next batch that was not read yet, None when there is none.
        """
        if self._next == len(self._sizes):
            return None
        size = self._sizes[self._next]
        try:
            encoded = _read_all(self._file.fileno(), size, self._read_offset)
        except OSError as error:
            raise errors.from_exception(error) from error
        self._next += 1
        self._read_offset += size
        with pa.ipc.open_stream(pa.py_buffer(encoded)) as reader:
            return reader.read_next_batch()

    def close(self) -> None:
        """
        Give the disk space back.
        """
        self._file.close()


def _write_all(descriptor: int, data: memoryview, offset: int) -> None:
    """
    pwrite may write less than it was given, most notably more than 2 GiB at once.
    """
    while data:
        written = os.pwrite(descriptor, data, offset)
        data, offset = data[written:], offset + written


def _read_all(descriptor: int, size: int, offset: int) -> bytes:
    parts = []
    while size:
        part = os.pread(descriptor, size, offset)
        if not part:
            raise OSError("a spool file is shorter than what was written to it")
        parts.append(part)
        size, offset = size - len(part), offset + len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
