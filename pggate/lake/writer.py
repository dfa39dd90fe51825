"""
Group commit: many appends at once become few segments and few snapshots of one lake.

Theory of operation.  Each topic has a lane (lanes.py), and an append goes through it in four steps:

    gathered    in memory, conformed or raw; waits while the lane's previous segment is on its way
    encoding    one of the encoders makes the segment durable: Parquet, PUT or fsync       (encoders.py);
                what came raw is decoded and conformed before, all of it together          (fitting.py)
    ready       durable, still invisible; a pass through the topic's gate is asked for     (gates.py)
    committed   the committer has put it, with everything else that is ready, into one
                DuckLake snapshot                                                          (committer.py)

Until the last step begins an append can be withdrawn; a segment that holds its rows is made anew without.

An append's future is resolved after its COMMIT and after the snapshot was seen to have moved, because
duckdb 1.5.5 answers OK to the COMMIT of an aborted transaction.  A topic that fails does not take the others
with it (commits.py).  Segments that were not committed are deleted; what a crash leaves is an orphan that
nobody sees.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Final

from pggate.errors import AdminShutdown, PgError
from pggate.lake.appends import Append
from pggate.lake.backlog import WAITING_BYTES
from pggate.lake.committer import Committer
from pggate.lake.encoders import Encoders
from pggate.lake.lanes import LINGER
from pggate.lake.pipeline import Pipeline
from pggate.lake.receipts import Receipt
from pggate.lake.segments import discard_segments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    import pyarrow as pa

    from pggate.lake.appends import Raw
    from pggate.lake.lake import Lake
    from pggate.lake.lanes import Lane
    from pggate.lake.topics import Topic

CLOSE_TIMEOUT: Final = 30.0  # seconds


class Writer:
    """
    The write path of one lake for rows that arrive from outside.  Safe from any thread.

    Args:
        waiting_bytes: Arrow bytes that may wait for their commit (backlog.py).
        linger: Seconds that a topic waits for the callers of its last commit to come back (lanes.py).

    """

    def __init__(
        self,
        lake: Lake,
        *,
        waiting_bytes: int = WAITING_BYTES,
        linger: float = LINGER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.lake = lake
        self.pipeline = Pipeline(lake.metrics, waiting_bytes, linger, clock)
        self.encoders = Encoders(lake, self.pipeline, self.ask_for_pass)
        self.committer = Committer(lake, self.pipeline, self.encoders)
        self.gatherer = threading.Thread(target=self.gather, name=f"gather-{lake.name}", daemon=True)
        self.gatherer.start()

    def ask_for_pass(self, table_id: int, lane: Lane) -> None:
        """
        What the encoders have made is the committer's.
        """
        self.committer.ask_for_pass(table_id, lane)

    # -- the callers' threads

    def submit(
        self, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None = None
    ) -> Future[Receipt]:
        """
        Append rows; the future is done when they are durable and every new query sees them.

        Args:
            topic: As the caller read it; if it was altered meanwhile the rows are conformed again.
            key: The append's idempotency key: where it was used before, that append's answer is this one's.

        Raises:
            PgError: What `conform` says; nothing was written then.
            Overloaded: Too many bytes wait.
            CannotConnectNow: The writer is closing.

        """
        self.lake.refuse_foreign(topic)
        conformed = self.lake.conformed(topic, batches)
        append = Append.of(topic, batches, conformed, self.pipeline.clock(), key)
        if append.rows:
            return self.enter(append)
        with contextlib.closing(self.lake.engine.cursor()) as cursor:
            append.future.set_result(Receipt(self.lake.last_committed(cursor), 0))
        return append.future

    def submit_raw(self, topic: Topic, raw: Raw, key: str | None = None) -> Future[Receipt]:
        """
        `submit` of rows that are decoded together with others', which takes no time here: what is wrong with
        them the future says.

        Raises:
            UndefinedTable: 42P01, the topic is an earlier lake's.
            Overloaded, CannotConnectNow: As `submit`.

        """
        self.lake.refuse_foreign(topic)
        return self.enter(Append.of_raw(topic, raw, self.pipeline.clock(), key))

    def enter(self, append: Append) -> Future[Receipt]:
        """
        Let an append in, unless its key was used before.
        """
        append.future.set_running_or_notify_cancel()  # `withdraw` is the way back, and not always open
        if (earlier := self.lake.keys.claim(append)) is not None:
            return earlier
        try:
            with self.pipeline.changed:
                self.pipeline.admit(append)
        except PgError as error:
            append.future.set_exception(error)  # which frees its key
            raise
        return append.future

    def withdraw(self, future: Future[Receipt], error: PgError, *, at_gate: bool = False) -> bool:
        """
        Call an append off: its future raises `error`, and its rows will never exist.

        Args:
            at_gate: Only where it is a gate that keeps the append's topic waiting.

        Returns:
            Whether it was; if not, its commit has begun or is over, and only the future can tell.

        """
        with self.pipeline.changed:
            append = self.pipeline.waiting.get(future)
            if append is None:
                return self.lake.keys.let_go(future, error)
            table_id = append.topic.table_id
            lane = self.pipeline.lanes.by_topic[table_id]
            if at_gate and lane.request is None:
                return False
            future.set_exception(error)
            self.pipeline.leave(append)
            self.pipeline.lanes.withdraw(lane, append)
            self.encoders.make_again(table_id, lane)
            self.pipeline.schedule(table_id)
        return True

    # -- the gatherer's thread

    def gather(self) -> None:
        """
        Cut each lane when it is due.
        """
        lanes = self.pipeline.lanes
        with self.pipeline.changed:
            while not self.pipeline.stopped:
                now = self.pipeline.clock()
                for table_id in [table_id for table_id, due in lanes.due.items() if due <= now]:
                    self.encoders.encode(table_id, lanes.take(table_id))
                    del lanes.due[table_id]
                    self.pipeline.schedule(table_id)
                self.pipeline.changed.wait(min(lanes.due.values()) - now if lanes.due else None)

    # -- the end

    def close(self, timeout: float = CLOSE_TIMEOUT) -> None:
        """
        Finish what is in flight, refuse what comes.  What a held gate keeps from being committed within
        `timeout` seconds fails with 57P01; it was not acknowledged.
        """
        with self.pipeline.changed:
            self.pipeline.lanes.closing = True
            self.pipeline.schedule_all()
            self.pipeline.changed.wait_for(lambda: not self.pipeline.backlog.appends, timeout)
            self.pipeline.stopped = True
            self.pipeline.changed.notify_all()
        self.gatherer.join()
        self.abandon_all()
        self.committer.close()  # before the encoders: a commit may send segments back to them
        self.encoders.close()
        self.abandon_all()

    def abandon_all(self) -> None:
        for lane in self.pipeline.lanes.by_topic.values():
            self.abandon(lane)

    def abandon(self, lane: Lane) -> None:
        with self.pipeline.changed:
            segments, lane.ready = lane.ready, []
            gathered, lane.gathered = tuple(lane.gathered), deque()
            request, lane.request = lane.request, None
        if request is not None:
            self.lake.gates.finish(request)
        error = AdminShutdown("terminating append due to administrator command")
        self.pipeline.fail(gathered, error)
        for segment in segments:
            discard_segments(self.lake, [segment])
            self.pipeline.fail(segment.appends, error)
