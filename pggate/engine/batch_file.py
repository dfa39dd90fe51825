"""
Arrow batches in a temporary file: written one after another, read at any place.

A few bytes stay in memory instead: an application may hold a thousand cursors of a few rows each, and a
process has not many more descriptors.  The file is unlinked as soon as it is made: neither a forgotten close
nor a killed process leaves it behind.
Every batch is an IPC stream of its own, so that batches can be appended after reading has begun, and so that
dictionaries (ENUM) come with the batch that uses them.
"""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.engine import errors

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path

KEPT_BYTES: Final = 16 * 1024
"""What stays in memory; with more of them all are in the file."""


class BatchFile:
    """
    Used by one thread at a time.

    Args:
        directory: Where the file lives; it must exist.

    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._ends: list[int] = []
        self._kept = bytearray()
        self._file: FileIO | None = None

    def __len__(self) -> int:
        """How many batches there are."""
        return len(self._ends)

    @property
    def size(self) -> int:
        """
        Bytes of all batches.
        """
        return self._ends[-1] if self._ends else 0

    def write(self, batch: pa.RecordBatch) -> None:
        """
        Append a batch; a full disk is DiskFull, any other failure of the file an IoError.
        """
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_batch(batch)
        encoded = memoryview(sink.getvalue())
        end = self.size + len(encoded)
        try:
            self._write(encoded, end)
        except OSError as error:
            raise errors.from_exception(error) from error
        self._ends.append(end)

    def read(self, number: int) -> pa.RecordBatch:
        """
        The batch that was written as number 0, 1, ….
        """
        start = self._ends[number - 1] if number else 0
        try:
            encoded = self._read(start, self._ends[number])
        except OSError as error:
            raise errors.from_exception(error) from error
        with pa.ipc.open_stream(pa.py_buffer(encoded)) as reader:
            return reader.read_next_batch()

    def close(self) -> None:
        """
        Give the space back.
        """
        self._kept = bytearray()
        if self._file is not None:
            self._file.close()

    def _write(self, encoded: memoryview, end: int) -> None:
        if self._file is None and end <= KEPT_BYTES:
            self._kept += encoded
            return
        if self._file is None:
            self._file = self._opened()
        _write_all(self._file.fileno(), encoded, self.size)

    def _opened(self) -> FileIO:
        """The file, with what was kept in memory."""
        file = tempfile.TemporaryFile(dir=self._directory, buffering=0)  # noqa: SIM115 lives as long as we do
        try:
            _write_all(file.fileno(), memoryview(self._kept), 0)
        except OSError:
            file.close()
            raise
        self._kept = bytearray()
        return file

    def _read(self, start: int, end: int) -> bytes:
        if self._file is None:
            return bytes(self._kept[start:end])
        return _read_all(self._file.fileno(), end - start, start)


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
