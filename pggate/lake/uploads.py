"""
Appends that are larger than a segment: their rows become segments while they come, so that memory is bounded,
and exist all at once or not at all.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.errors import PgError
from pggate.lake.evolving import Evolving
from pggate.lake.idempotency import Claim
from pggate.lake.marks import OutcomeUnknownError
from pggate.lake.segments import add_segments, discard_segments, write_segment
from pggate.lake.transactions import GATE_TIMEOUT, commit, rolled_back_on_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.lake.lake import Lake
    from pggate.lake.receipts import Receipt
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic

SEGMENT_BYTES: Final = 16 * 1024 * 1024
"""Arrow bytes that are written out as a segment, and no more of an append are in memory."""
LOOSE: Final = 1024
"""Batches that are made one: each takes some 2 KB of memory beside its rows."""


class Upload:
    """
    The rows of one append on their way.  Who makes one lets go of its segments, or discards it.
    """

    def __init__(self, lake: Lake, topic: Topic) -> None:
        self.lake = lake
        self.topic = topic
        self.gathered: list[pa.RecordBatch] = []
        """Conformed rows that are in no segment yet."""
        self.segments: list[Segment] = []
        self._size = 0
        self._loose = 0

    @property
    def is_empty(self) -> bool:
        return not (self.gathered or self.segments)

    @property
    def held(self) -> int:
        """Bytes of rows that are in no segment yet."""
        return self._size

    def take(self, batch: pa.RecordBatch) -> None:
        """
        Conformed rows.

        Raises:
            IoError, DiskFull: The storage refuses a segment.

        """
        self.gathered.append(batch)
        self._size += batch.nbytes
        self._loose += 1
        if self._size >= SEGMENT_BYTES:
            self._write()
        elif self._loose == LOOSE:
            self.gathered[-LOOSE:] = [pa.concat_batches(self.gathered[-LOOSE:])]
            self._loose = 0

    def finish(self) -> list[Segment]:
        """
        All rows as segments; none where the rows are too few for one, and change nothing about the topic.
        """
        changes = self.topic.evolved_from is not None and any(batch.num_rows for batch in self.gathered)
        if self.gathered and (self.segments or changes):
            self._write()
        return self.segments

    def let_go(self) -> None:
        """
        Whose they are now looks after the rows.
        """
        self.gathered, self.segments = [], []

    def discard(self) -> None:
        """
        Leave nothing of it.
        """
        segments = self.segments
        self.let_go()
        discard_segments(self.lake, segments)

    def _write(self) -> None:
        first = self.segments[0] if self.segments else None
        self.segments.append(write_segment(self.lake, self.topic, self.gathered, follows=first))
        self.gathered, self._size, self._loose = [], 0, 0


def append_segments(
    lake: Lake,
    segments: Sequence[Segment],
    key: str | None = None,
    timeout: float = GATE_TIMEOUT,
    is_interrupted: Callable[[], bool] = lambda: False,
) -> Receipt:
    """
    Make the rows of one append exist that lie in segments of its own.

    Args:
        segments: Of one topic; they are removed where their rows will not exist.
        key: An idempotency key: where the topic was given it before, the receipt is that append's.
        timeout, is_interrupted: Of the waiting for who changes the topic, or appends with the same key.

    Raises:
        PgError: As `append_blocking`.

    """
    claim = Claim(segments[0].topic, key)
    try:
        earlier = lake.keys.take(claim, timeout, is_interrupted)
    except BaseException:
        discard_segments(lake, segments)
        raise
    if earlier is not None:
        discard_segments(lake, segments)
        return earlier
    segments[0].claim = claim
    try:
        _commit(lake, segments, timeout, is_interrupted)
    except OutcomeUnknownError:
        raise  # they may have been committed
    except PgError:  # and after anything else they may have been, too
        discard_segments(lake, segments)
        raise
    return claim.future.result()


def _commit(
    lake: Lake, segments: Sequence[Segment], timeout: float, is_interrupted: Callable[[], bool]
) -> None:
    topic = segments[0].topic
    if topic.evolved_from is not None:
        Evolving(lake, topic, timeout, is_interrupted).commit(segments)
        return
    with closing(lake.engine.cursor(is_interrupted)) as cursor:
        cursor.begin()
        with rolled_back_on_error(cursor):
            add_segments(lake, cursor, segments)
        commit(
            lake,
            cursor,
            [topic.table_id],
            timeout=timeout,
            is_interrupted=is_interrupted,
            conformed=[topic],
            segments=segments,
        )
