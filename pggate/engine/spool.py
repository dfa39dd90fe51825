"""
The rest of a suspended result, written aside and read once, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.batch_file import BatchFile
from pggate.errors import ConfigurationLimitExceeded

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa


class Spool:
    """
    Batches in the order they were written; written and read by one thread at a time.

    Args:
        directory: Where the file lives; it must exist.
        limit: Bytes that stop `require_room`; the file may pass it by one batch.

    """

    def __init__(self, directory: Path, limit: int) -> None:
        self._limit = limit
        self._file = BatchFile(directory)
        self._next = 0

    @property
    def size(self) -> int:
        """
        Bytes set aside.
        """
        return self._file.size

    def require_room(self) -> None:
        """
        Raises ConfigurationLimitExceeded when the file has reached its limit.
        """
        if self.size >= self._limit:
            raise ConfigurationLimitExceeded(
                "the rest of an open portal is too large to be set aside",
                hint="Read the portal to its end or close it before running another statement.",
            )

    def write(self, batch: pa.RecordBatch) -> None:
        """
        Append a batch; a full disk is DiskFull, any other failure of the file an IoError.
        """
        self._file.write(batch)

    def read(self) -> pa.RecordBatch | None:
        """
        The next batch that was not read yet, None when there is none.
        """
        if self._next == len(self._file):
            return None
        self._next += 1
        return self._file.read(self._next - 1)

    def close(self) -> None:
        """
        Give the disk space back.
        """
        self._file.close()
