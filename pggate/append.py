"""
THE write path for rows that arrive from outside: HTTP, Flight, INSERT and COPY all come through here.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import time
from typing import TYPE_CHECKING, Final

from pggate.errors import LockNotAvailable, QueryCanceled, SerializationFailure
from pggate.lake.conform import Conformed
from pggate.lake.evolution import evolved, without_untyped
from pggate.lake.transactions import GATE_TIMEOUT
from pggate.lake.uploads import Upload, append_segments
from pggate.wakeups import Wakeups

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    import pyarrow as pa

    from pggate.lake.appends import Raw
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

CANCELED: Final = "canceling statement due to user request"
EVOLVING_ATTEMPTS: Final = 10
"""Each that fails has found that another append changed the topic."""
AT_ONCE_BYTES: Final = 64 << 10
"""Of Arrow: conformed in some 0.1 ms."""
GLANCE: Final = 0.05
"""Seconds between two looks at whether a waiting append has been interrupted."""


def append_blocking(
    writer: Writer,
    topic: Topic,
    batches: Sequence[pa.RecordBatch],
    is_interrupted: Callable[[], bool] = lambda: False,
    lock_timeout: float = 0,
    key: str | None = None,
) -> Receipt:
    """
    Make rows exist.  When this returns they are durable (S3 or disk) and every new query sees them.

    All of the rows or, when it raises, none; except for 08007, after which nobody knows.

    Args:
        is_interrupted: Has the caller been told to stop?  Then the append is withdrawn; if its commit has
            begun already, what becomes of that counts.
        lock_timeout: Seconds after which it waits no longer for who changes the topic; 0 for GATE_TIMEOUT.
        key: An idempotency key: where the topic was given it before, the receipt is that append's and no rows
            are added.

    Raises:
        PgError: The rows do not fit the topic (42703, 42804, 23502, 22xxx), the topic is gone (42P01), the
            storage or the catalog failed (53100, 58030, 40001), the server stops (57P01, 57P03), the append
            was interrupted (57014), another transaction changes the topic for too long (55P03).
        Overloaded: 53400 with `retry_after_ms`: too many rows wait.

    """
    future = writer.submit(topic, batches, key)  # conformed here; then joined with others into one segment …
    began = time.monotonic()
    timeout = min(lock_timeout or GATE_TIMEOUT, GATE_TIMEOUT)
    while concurrent.futures.wait([future], GLANCE).not_done:
        if is_interrupted():
            writer.withdraw(future, QueryCanceled(CANCELED))
        elif time.monotonic() - began > timeout:
            give_up(writer, future, timeout)
    return future.result()  # … made durable, committed as one DuckLake snapshot, and verified


def append_upload(
    writer: Writer,
    upload: Upload,
    is_interrupted: Callable[[], bool] = lambda: False,
    lock_timeout: float = 0,
    key: str | None = None,
) -> Receipt:
    """
    `append_blocking` of rows that have come one after the other, more perhaps than fit into a segment.

    Args:
        upload: Which is empty afterwards; who is interrupted before the last of its rows are written has it
            still.

    """
    segments = upload.finish()
    if is_interrupted():
        raise QueryCanceled(CANCELED)
    if segments:
        upload.let_go()
        timeout = min(lock_timeout or GATE_TIMEOUT, GATE_TIMEOUT)
        return append_segments(writer.lake, segments, key, timeout, is_interrupted)
    topic = upload.topic.evolved_from or upload.topic  # rows that there are none of change nothing
    gathered = Conformed(topic, upload.gathered)
    upload.let_go()
    return append_blocking(writer, topic, gathered, is_interrupted, lock_timeout, key)


def append_evolving(
    writer: Writer, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None = None
) -> Receipt:
    """
    `append_blocking` of rows that may change their topic: with them come the columns that it lacks.

    Args:
        batches: Of one schema.

    Raises:
        PgError: As `append_blocking`, and what `evolved` says.

    """
    writer.lake.refuse_foreign(topic)
    for left in reversed(range(EVOLVING_ATTEMPTS)):
        needed = evolved(topic, batches[0].schema)
        fitting = [without_untyped(needed, batch) for batch in batches]
        if needed is topic:
            break
        try:
            return _append_evolved(writer, needed, fitting, key)
        except SerializationFailure:
            if not left:
                raise
            with contextlib.closing(writer.lake.engine.cursor()) as cursor:
                topic = writer.lake.topic(cursor, topic.table_id)
    return append_blocking(writer, topic, fitting, key=key)


def _append_evolved(
    writer: Writer, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None
) -> Receipt:
    upload = Upload(writer.lake, topic)
    try:
        for batch in writer.lake.conformed(topic, batches):
            upload.take(batch)
        return append_upload(writer, upload, key=key)
    finally:
        upload.discard()


class Appending:
    """
    `append_blocking` for one event loop.

    A caller that is cancelled stops waiting; its rows are committed all the same.
    """

    def __init__(self) -> None:
        self._wakeups: Wakeups[Receipt] = Wakeups()

    async def append(
        self, writer: Writer, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None = None
    ) -> Receipt:
        """
        What takes long to conform does so in a worker thread, and the waiting costs none.
        """
        if key is None and conforms_at_once(topic, batches):
            future = writer.submit(topic, batches)  # a thread would cost more than the work
        else:
            future = await asyncio.to_thread(writer.submit, topic, batches, key)
        return await self._answer(writer, future)

    async def append_raw(self, writer: Writer, topic: Topic, raw: Raw, key: str | None = None) -> Receipt:
        """
        The same of rows that are decoded together with others'.
        """
        return await self._answer(writer, writer.submit_raw(topic, raw, key))

    async def _answer(self, writer: Writer, future: Future[Receipt]) -> Receipt:
        patience = Patience(writer, future)
        try:
            return await self._wakeups.answer(future)
        finally:
            patience.end()


class Patience:
    """
    Lets go of an append that a gate keeps waiting, and looks again as long as it is not over.
    """

    def __init__(self, writer: Writer, future: Future[Receipt]) -> None:
        self._writer = writer
        self._future = future
        self._loop = asyncio.get_running_loop()
        self._timer = self._loop.call_later(GATE_TIMEOUT, self._look)

    def end(self) -> None:
        self._timer.cancel()

    def _look(self) -> None:
        give_up(self._writer, self._future, GATE_TIMEOUT)
        self._timer = self._loop.call_later(GATE_TIMEOUT, self._look)


def conforms_at_once(topic: Topic, batches: Sequence[pa.RecordBatch]) -> bool:
    """
    Are the rows few, and is nothing to be asked of the engine for them: no default, no constraint?
    """
    given = set(batches[0].schema.names) if batches else set()
    return (
        any(batch.num_rows for batch in batches)
        and sum(batch.nbytes for batch in batches) <= AT_ONCE_BYTES
        and not topic.checks
        and all(
            column.name in given or (column.default is None and column.sequence is None)
            for column in topic.columns
        )
    )


def give_up(writer: Writer, future: Future[Receipt], timeout: float) -> None:
    """
    Let go of an append that a gate has kept waiting for so many seconds: the future says so.
    """
    error = LockNotAvailable(
        "canceling statement due to lock timeout",
        detail=f"Another transaction has been changing the topic for {timeout:g} seconds.",
        hint="Nothing was written: append the rows again.",
    )
    writer.withdraw(future, error, at_gate=True)
