"""
Segments before their commit: made durable, added to a transaction of the engine's, or removed again.

Until a snapshot names a segment nobody sees it.  What a crash leaves of those is an orphan, in nobody's way.
"""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_literal
from pggate.errors import PgError, SerializationFailure
from pggate.lake.parquet import encode
from pggate.lake.partitions import divided
from pggate.lake.receipts import Lot
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from pggate.engine.cursor import Cursor
    from pggate.lake.appends import Append
    from pggate.lake.idempotency import Claim
    from pggate.lake.lake import Lake
    from pggate.lake.objects import Stored
    from pggate.lake.topics import Topic

    Rows = Sequence[pa.RecordBatch]

log = Log("lake")

AT_ONCE: Final = 8
"""Files of one segment that are made durable at the same time."""

UNDONE: Final = "another append with this idempotency key was rolled back"


@dataclass(eq=False, slots=True, weakref_slot=True)
class Segment:
    """
    A durable file that no snapshot names yet.

    Args:
        path: In the lake's storage.
        appends: Whose rows it holds, in their order; none where they are a statement's.
        follows: The first of the segments of one statement, where this one is another of them.
        claim: The statement's to an idempotency key.
        others: The files of its other partitions.

    """

    topic: Topic
    path: str
    stored: Stored
    rows: int
    appends: Sequence[Append] = ()
    follows: Segment | None = None
    claim: Claim | None = None
    others: tuple[tuple[str, Stored], ...] = ()

    @property
    def files(self) -> tuple[tuple[str, Stored], ...]:
        """All of them: where each lies in the lake's storage."""
        return (self.path, self.stored), *self.others

    @property
    def key(self) -> str | None:
        return None if self.claim is None else self.claim.key


class AddFailedError(Exception):
    """
    ducklake_add_data_files refused the files of one topic.
    """

    def __init__(self, table_id: int, error: PgError) -> None:
        super().__init__(str(error))
        self.table_id = table_id
        self.error = error


def write_segment(
    lake: Lake,
    topic: Topic,
    batches: Sequence[pa.RecordBatch],
    appends: Sequence[Append] = (),
    follows: Segment | None = None,
) -> Segment:
    """
    Conformed rows, durable and invisible.

    Raises:
        IoError, DiskFull: The storage refuses it; what S3 has taken and never answered is left as an orphan.
        TooManyPartitionsError: 54000.

    """
    began = datetime.now(UTC)
    divisions: list[tuple[str, Rows]] = [("", batches)]
    if topic.options.partition_by:
        with closing(lake.engine.cursor()) as cursor:
            divisions = list(divided(cursor, topic, batches))
    (path, stored), *others = _put_all(lake, topic, divisions)
    rows = sum(batch.num_rows for batch in batches)
    segment = Segment(topic, path, stored, rows, appends, follows, others=tuple(others))
    lake.unfinished.add(segment, began)
    return segment


def _put_all(lake: Lake, topic: Topic, divisions: Sequence[tuple[str, Rows]]) -> list[tuple[str, Stored]]:
    """One file each, at once; all of them or none."""
    if len(divisions) == 1:
        return [_put(lake, topic, *divisions[0])]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [pool.submit(_put, lake, topic, directory, rows) for directory, rows in divisions]
    made = [job.result() for job in jobs if job.exception() is None]
    for job in jobs:
        if (error := job.exception()) is not None:
            _remove(lake, (path for path, _ in made))
            raise error
    return made


def _put(lake: Lake, topic: Topic, directory: str, rows: Rows) -> tuple[str, Stored]:
    path = topic.path + directory + segment_key(int(time.time() * 1000), os.urandom(10))
    stored = lake.storage.put(path, encode(topic, rows))
    lake.metrics.segment(stored.size)
    return path, stored


def lots(lake: Lake, segments: Iterable[Segment]) -> list[Lot]:
    """
    What the segments of a transaction hold: those of one statement are one lot.
    """
    return [lot(lake, same) for same in _statements(segments)]


def firsts(segments: Iterable[Segment]) -> list[Segment]:
    """
    The first segment of each lot.
    """
    return [same[0] for same in _statements(segments)]


def _statements(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    for _, same in groupby(segments, lambda segment: id(segment.follows or segment)):
        yield list(same)


def lot(lake: Lake, segments: Sequence[Segment]) -> Lot:
    """
    Segments that belong together: one of appends, or all of a statement's.
    """
    first = segments[0]
    table_id = lake.declarations.declared.origin(first.topic.table_id)
    stored = tuple(stored for segment in segments for _, stored in segment.files)
    if not first.appends:
        return Lot(
            table_id,
            stored,
            (sum(segment.rows for segment in segments),),
            _keys([first.key]),
        )
    return Lot(
        table_id,
        stored,
        tuple(append.rows for append in first.appends),
        _keys(append.key for append in first.appends),
    )


def _keys(keys: Iterable[str | None]) -> Mapping[int, str]:
    return {place: key for place, key in enumerate(keys) if key is not None}


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

    They have all of its columns: of what `allow_missing` lets pass ducklake 1.5.5 does not note that it is
    NULL, and finds no row WHERE it IS NULL.
    """
    topic = segments[0].topic
    files = ", ".join(quote_literal(stored.uri) for segment in segments for _, stored in segment.files)
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
        if segment.claim is not None:
            segment.claim.give_up(SerializationFailure(UNDONE, hint="Send it again, with its key."))
        _remove(lake, (path for path, _ in segment.files))


def _remove(lake: Lake, paths: Iterable[str]) -> None:
    for path in paths:
        try:
            lake.storage.delete(path)
        except PgError as error:
            log.warning("orphan_left", path=path, error=error.message)
