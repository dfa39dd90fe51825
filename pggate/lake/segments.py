"""
Segments before their commit: made durable, added to a transaction of the engine's, or removed again.

Until a snapshot names a segment nobody sees it.  What a crash leaves of those is an orphan, in nobody's way.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.engine.names import quote_literal
from pggate.errors import PgError
from pggate.lake.parquet import encode
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from pggate.engine.cursor import Cursor
    from pggate.lake.appends import Append
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

log = Log("lake")


@dataclass(eq=False, slots=True)
class Segment:
    """
    A durable file that no snapshot names yet, and the appends whose rows it holds.
    """

    topic: Topic
    path: str  # in the lake's storage
    uri: str
    appends: Sequence[Append]


class AddFailedError(Exception):
    """
    ducklake_add_data_files refused the files of one topic.
    """

    def __init__(self, table_id: int, error: PgError) -> None:
        super().__init__(str(error))
        self.table_id = table_id
        self.error = error


def write_segment(
    lake: Lake, topic: Topic, batches: Sequence[pa.RecordBatch], appends: Sequence[Append] = ()
) -> Segment:
    """
    Conformed rows, durable and invisible.

    Raises:
        IoError, DiskFull: The storage refuses it; nothing of it is left there.

    """
    path = topic.path + segment_key(int(time.time() * 1000), os.urandom(10))
    stored = lake.storage.put(path, encode(topic, batches))
    lake.metrics.segment(stored.size)
    return Segment(topic, path, stored.uri, appends)


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


def add_segments(lake: Lake, cursor: Cursor, segments: Sequence[Segment]) -> None:
    """
    Segments of one topic into the cursor's transaction: their rows exist when it commits.

    Raises:
        SerializationFailure: 40001, what the transaction sees under the topic's name is not that topic, or of
            another shape.
        PgError: The engine refuses a file.

    """
    lake.refuse_redefined(cursor, segments[0].topic)
    try:
        add_files(lake, cursor, segments)
    except AddFailedError as failed:
        raise failed.error from failed


def add_files(lake: Lake, cursor: Cursor, segments: Sequence[Segment]) -> None:
    """
    Segments of one topic into the cursor's transaction, by the topic's name: the caller knows that it is the
    same topic still.  Raises AddFailedError.
    """
    topic = segments[0].topic
    files = ", ".join(quote_literal(segment.uri) for segment in segments)
    try:
        cursor.rows(
            f"call ducklake_add_data_files({quote_literal(lake.alias)}, {quote_literal(topic.name)},"
            f" [{files}], schema => {quote_literal(topic.schema)})"
        )
    except PgError as error:
        raise AddFailedError(topic.table_id, error) from error


def discard_segments(lake: Lake, segments: Iterable[Segment]) -> None:
    """
    Remove segments that no snapshot names and none will.  One that cannot be removed is an orphan: seen by
    nobody, named in the log.
    """
    for segment in segments:
        try:
            lake.storage.delete(segment.path)
        except PgError as error:
            log.warning("orphan_left", path=segment.path, error=error.message)
