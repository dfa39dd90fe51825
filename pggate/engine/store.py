"""
Rows on disk that can be read at any place, forward and backward: what a cursor scrolls in, and what one that
is held keeps.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from pggate.engine.batch_file import BatchFile
from pggate.errors import ConfigurationLimitExceeded

if TYPE_CHECKING:
    from pathlib import Path


class Store:
    """
    Used by one thread at a time.  In memory are one batch, and where each begins.

    Args:
        directory: Where the file lives; it must exist.
        limit: Bytes on disk; the file may pass it by one batch.

    """

    def __init__(self, directory: Path, limit: int) -> None:
        self._limit = limit
        self._file = BatchFile(directory)
        self._starts: list[int] = []
        self._rows = 0
        self._last: tuple[int, pa.RecordBatch] | None = None

    @property
    def rows(self) -> int:
        """How many there are."""
        return self._rows

    def append(self, batch: pa.RecordBatch) -> None:
        """
        Raises:
            ConfigurationLimitExceeded: There are as many bytes of rows as there may be.
            DiskFull: The disk has no room for them.

        """
        if self._file.size >= self._limit:
            raise ConfigurationLimitExceeded(
                "the rows of a cursor are too many to be kept",
                hint="Declare it with NO SCROLL and WITHOUT HOLD, or with a LIMIT.",
            )
        self._file.write(batch)
        self._last = len(self._starts), batch
        self._starts.append(self._rows)
        self._rows += batch.num_rows

    def ascending(self, row: int, most: int) -> pa.RecordBatch:
        """
        Some rows from number `row` on, which exists: at least one and at most `most`.
        """
        number = bisect_right(self._starts, row) - 1
        return self._batch(number).slice(row - self._starts[number], most)

    def descending(self, row: int, most: int) -> pa.RecordBatch:
        """
        The same toward the beginning: the row, the one before it, ….
        """
        number = bisect_right(self._starts, row) - 1
        last = row - self._starts[number]
        first = max(0, last - most + 1)
        return self._batch(number).take(pa.array(np.arange(last, first - 1, -1)))

    def close(self) -> None:
        """
        Give the disk space back.
        """
        self._last = None
        self._file.close()

    def _batch(self, number: int) -> pa.RecordBatch:
        """The last one that was used stays in memory: most cursors go on where they are."""
        if self._last is None or self._last[0] != number:
            self._last = number, self._file.read(number)
        return self._last[1]
