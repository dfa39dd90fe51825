"""
Group commit: many appends at once become few segments and few snapshots of one lake.

Theory of operation.  Each topic has a lane, and an append goes through it in four steps:

    gathered    in memory, conformed; waits while the lane's previous segment is on its way
    encoding    one of the encoders makes the segment durable: Parquet, PUT or fsync
    ready       durable, still invisible; a pass through the topic's gate is asked for (gates.py)
    committed   the committer has put it, with everything else that is ready, into one DuckLake snapshot

Nothing lingers when it is alone: a lane that is idle is cut at once.  Under load batches form by themselves,
since a lane is cut only when its previous segment is being committed, and then just early enough that the
next one is durable when the committer is free.  After a commit of several appends their clients are likely
to come back, so the lane waits up to LINGER for as many.

An append's future is resolved after its COMMIT and after the snapshot was seen to have moved, because
duckdb 1.5.5 answers OK to the COMMIT of an aborted transaction.  A topic that fails does not take the others
with it (commits.py).  Segments that were not committed are deleted; what a crash leaves is an orphan that
nobody sees.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import threading
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    AdminShutdown,
    CannotConnectNow,
    ConfigurationLimitExceeded,
    InternalError,
    PgError,
)
from pggate.lake.commits import Append, Commit, Segment, commit_round
from pggate.lake.conform import conform
from pggate.lake.objects import segment_key
from pggate.lake.s3 import CONNECTIONS
from pggate.lake.segment import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pyarrow as pa

    from pggate.lake.commits import Failure, Round
    from pggate.lake.gates import Request
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

log = logging.getLogger(__name__)

LINGER: Final = 0.005  # seconds
FLUSH_BYTES: Final = 8 << 20  # of Arrow: larger segments compress no better and only come later
WAITING_BYTES: Final = 256 << 20
ENCODERS: Final = CONNECTIONS  # encoding and PUT are one job
CLOSE_TIMEOUT: Final = 30.0  # seconds


class Overloaded(ConfigurationLimitExceeded):
    """
    53400: too many bytes wait for their commit.

    Args:
        retry_after_ms: When it is worth trying again.

    """

    def __init__(self, message: str, retry_after_ms: int) -> None:
        super().__init__(message, hint=f"Retry in {retry_after_ms} ms.")
        self.retry_after_ms = retry_after_ms


@dataclass(eq=False, slots=True)
class Lane:
    """
    One topic's appends; guarded by the writer's lock.
    """

    gathered: deque[Append] = field(default_factory=deque)
    gathered_bytes: int = 0
    encoding: int = 0  # segments that are being made durable
    ready: list[Segment] = field(default_factory=list)
    request: Request | None = None  # the pass for `ready`, asked for or granted
    crowd: int = 0  # appends in the last commit
    committed_at: float = float("-inf")


class Average:
    """
    A duration's moving average, in seconds.
    """

    def __init__(self, first: float) -> None:
        self.seconds = first

    def add(self, seconds: float) -> None:
        self.seconds += 0.2 * (seconds - self.seconds)


class Writer:
    """
    The write path of one lake for rows that arrive from outside.  Safe from any thread.

    Args:
        waiting_bytes: Arrow bytes that may wait for their commit; one topic may have half of them, so that
            a topic whose gate is held does not stop the others.

    """

    def __init__(
        self,
        lake: Lake,
        *,
        waiting_bytes: int = WAITING_BYTES,
        linger: float = LINGER,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        randomness: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.lake = lake
        self.limit = waiting_bytes
        self.linger = linger
        self.clock = clock
        self.wall_clock = wall_clock
        self.randomness = randomness
        self.changed = threading.Condition()  # its lock guards everything below
        self.lanes: dict[int, Lane] = {}
        self.due: dict[int, float] = {}  # when a lane is to be cut
        self.waiting: dict[int, int] = {}  # bytes not yet settled, by topic
        self.unsettled = 0  # appends
        self.closing = False
        self.stopped = False
        self.commit_began: float | None = None
        self.commit_takes = Average(0.01)
        self.encoding_takes = Average(0.002)
        self.granted: deque[int] = deque()  # table ids; filled under the gates' lock, so not under ours
        self.encoders = ThreadPoolExecutor(ENCODERS, thread_name_prefix=f"encode-{lake.name}")
        self.committer = ThreadPoolExecutor(1, thread_name_prefix=f"commit-{lake.name}")
        self.gatherer = threading.Thread(target=self.gather, name=f"gather-{lake.name}", daemon=True)
        self.gatherer.start()

    # -- the callers' threads

    def submit(self, topic: Topic, batches: Sequence[pa.RecordBatch]) -> Future[Commit]:
        """
        Append rows; the future is done when they are durable and every new query sees them.

        Args:
            topic: As the caller read it; if it was altered meanwhile the rows are conformed again.

        Raises:
            PgError: What `conform` says; nothing was written then.
            Overloaded: Too many bytes wait.
            CannotConnectNow: The writer is closing.

        """
        append = self.conformed(topic, batches)
        append.future.set_running_or_notify_cancel()  # a commit cannot be called back
        if not append.rows:
            with contextlib.closing(self.lake.engine.cursor()) as cursor:
                append.future.set_result(Commit(self.lake.last_committed(cursor), 0))
            return append.future
        with self.changed:
            self.admit(append)
            lane = self.lanes.setdefault(topic.table_id, Lane())
            lane.gathered.append(append)
            lane.gathered_bytes += append.size
            self.schedule(topic.table_id, lane)
        return append.future

    def conformed(self, topic: Topic, batches: Sequence[pa.RecordBatch]) -> Append:
        default = functools.cache(self.lake.default)  # now() is one moment for the whole append
        fitting = [conform(topic, batch, default) for batch in batches]
        return Append(
            topic=topic,
            batches=batches,
            conformed=fitting,
            rows=sum(batch.num_rows for batch in fitting),
            size=sum(batch.nbytes for batch in fitting),
            future=Future(),
            began=self.clock(),
        )

    def admit(self, append: Append) -> None:
        if self.closing:
            raise CannotConnectNow("the server is shutting down")
        topic_id = append.topic.table_id
        total, of_topic = sum(self.waiting.values()), self.waiting.get(topic_id, 0)
        if (total and total + append.size > self.limit) or (
            of_topic and of_topic + append.size > self.limit // 2
        ):
            wait = max(0.05, 2 * (self.commit_takes.seconds + self.encoding_takes.seconds))
            raise Overloaded("too many rows wait for their commit", retry_after_ms=int(wait * 1000))
        self.waiting[topic_id] = of_topic + append.size
        self.unsettled += 1
        self.lake.metrics.waiting(append.size)

    def close(self, timeout: float = CLOSE_TIMEOUT) -> None:
        """
        Finish what is in flight, refuse what comes.  What a held gate keeps from being committed within
        `timeout` seconds fails with 57P01; it was not acknowledged.
        """
        with self.changed:
            self.closing = True
            for table_id, lane in self.lanes.items():
                self.schedule(table_id, lane)
            self.changed.wait_for(lambda: not self.unsettled, timeout)
            left = [lane for lane in self.lanes.values() if lane.gathered or lane.ready or lane.encoding]
            self.stopped = True
            self.changed.notify_all()
        self.gatherer.join()
        self.encoders.shutdown()
        for lane in left:
            self.abandon(lane)
        self.committer.shutdown()

    def abandon(self, lane: Lane) -> None:
        with self.changed:
            segments, lane.ready = lane.ready, []
            gathered, lane.gathered = tuple(lane.gathered), deque()
            request, lane.request = lane.request, None
        if request is not None:
            self.lake.gates.finish(request)
        error = AdminShutdown("terminating append due to administrator command")
        self.settle(gathered, error)
        for segment in segments:
            self.delete(segment)
            self.settle(segment.appends, error)

    # -- when a lane is cut (under the lock)

    def schedule(self, table_id: int, lane: Lane) -> None:
        due = self.due_time(lane, self.clock())
        if due is None:
            self.due.pop(table_id, None)
        elif due < self.due.get(table_id, float("inf")):
            self.due[table_id] = due
            self.changed.notify_all()

    def due_time(self, lane: Lane, now: float) -> float | None:
        """
        When the lane's gathered appends become a segment; None: not before something else has happened.
        """
        if lane.gathered_bytes >= FLUSH_BYTES and lane.encoding < ENCODERS:
            return now
        if not lane.gathered or lane.encoding or lane.ready:
            return None  # the next commit of this lane takes what is on its way, then it is asked again
        if self.commit_began is not None:
            return self.just_in_time(self.commit_began, now)
        if 1 < lane.crowd > len(lane.gathered) and not self.closing:
            return max(now, lane.committed_at + self.linger)
        return now

    def just_in_time(self, commit_began: float, now: float) -> float | None:
        """
        While a commit is running: so that the segment is durable when it ends.

        Not before its end where a segment takes little time beside a commit (a local disk): then the
        segments grow, and every append is in the next commit all the same.
        """
        encoding, commit = self.encoding_takes.seconds, self.commit_takes.seconds
        return max(now, commit_began + commit - encoding) if 2 * encoding >= commit else None

    def gather(self) -> None:
        """
        The gatherer's thread: cut each lane when it is due.
        """
        with self.changed:
            while not self.stopped:
                now = self.clock()
                for table_id in [table_id for table_id, due in self.due.items() if due <= now]:
                    self.cut(table_id)
                self.changed.wait(min(self.due.values()) - now if self.due else None)

    def cut(self, table_id: int) -> None:
        """
        Take the lane's oldest appends that fit into one segment.
        """
        lane = self.lanes[table_id]
        appends = [lane.gathered.popleft()]
        size = appends[0].size
        while lane.gathered and size < FLUSH_BYTES:
            if lane.gathered[0].topic.columns != appends[0].topic.columns:
                break
            appends.append(lane.gathered.popleft())
            size += appends[-1].size
        lane.gathered_bytes -= size
        del self.due[table_id]
        self.encode(table_id, lane, appends)
        self.schedule(table_id, lane)

    # -- the encoders' threads

    def encode(self, table_id: int, lane: Lane, appends: Sequence[Append]) -> None:
        """
        Under the lock: hand appends of one shape to an encoder.
        """
        lane.encoding += 1
        job = self.encoders.submit(self.make_durable, table_id, lane, appends)
        job.add_done_callback(functools.partial(self.job_ended, appends))

    def make_durable(self, table_id: int, lane: Lane, appends: Sequence[Append]) -> None:
        began = self.clock()
        made: list[Segment] = []
        try:
            made.append(self.segment_of(appends))
        except PgError as error:
            self.settle(appends, error)
        finally:
            with self.changed:
                lane.encoding -= 1
                lane.ready += made
                self.encoding_takes.add(self.clock() - began)
                self.schedule(table_id, lane)
        self.ask_for_pass(table_id, lane)

    def segment_of(self, appends: Sequence[Append]) -> Segment:
        topic = appends[-1].topic
        path = topic.path + segment_key(int(self.wall_clock() * 1000), self.randomness(10))
        data = encode(topic, [batch for append in appends for batch in append.conformed])
        stored = self.lake.storage.put(path, data)
        self.lake.metrics.segment(stored.size)
        return Segment(topic, path, stored.uri, appends)

    def conform_again(self, table_id: int, lane: Lane, appends: Sequence[Append], topic: Topic) -> None:
        """
        The topic was altered after these were encoded.
        """
        fitting = []
        for append in appends:
            try:
                append.conformed = self.conformed(topic, append.batches).conformed
            except PgError as error:
                self.settle([append], error)
            else:
                append.topic = topic
                fitting.append(append)
        with self.changed:
            lane.encoding -= 1
            if fitting:
                self.encode(table_id, lane, fitting)
            self.schedule(table_id, lane)

    def job_ended(self, appends: Sequence[Append], job: Future[None]) -> None:
        """
        A job that failed as none should: nobody may wait for ever for it.
        """
        if (error := job.exception()) is not None:
            log.error("append failed: %s", error, exc_info=error)
            self.settle(appends, InternalError(f"append failed: {error}"))

    # -- the committer's thread

    def ask_for_pass(self, table_id: int, lane: Lane) -> None:
        """
        Ask for the gate's pass, unless the lane has asked already or has nothing to commit.
        """

        def granted() -> None:
            self.granted.append(table_id)
            self.committer.submit(self.commit_granted).add_done_callback(
                functools.partial(self.job_ended, ())
            )

        with self.changed:
            if lane.ready and lane.request is None:
                lane.request = self.lake.gates.request_append(self, table_id, granted)

    def commit_granted(self) -> None:
        """
        Commit everything that is ready and has its pass, as one snapshot.
        """
        with self.changed:
            lanes = {table_id: self.lanes[table_id] for table_id in self.drained()}
            requests = [lane.request for lane in lanes.values() if lane.request is not None]
            segments = [segment for lane in lanes.values() for segment in lane.ready]
            for lane in lanes.values():
                lane.ready, lane.request = [], None
            if not segments:
                return
            self.commit_began = self.clock()
            self.schedule_all()
        outcome = None
        try:
            outcome = commit_round(self.lake, segments)
        finally:
            self.after_commit(lanes, segments, requests)
            if outcome is None:
                self.settle(of_segments(segments), InternalError("the committer failed"))
        self.apply(outcome)

    def drained(self) -> set[int]:
        table_ids = set()
        while self.granted:
            table_ids.add(self.granted.popleft())
        return table_ids

    def after_commit(
        self, lanes: Mapping[int, Lane], segments: Sequence[Segment], requests: Iterable[Request]
    ) -> None:
        for request in requests:
            self.lake.gates.finish(request)
        with self.changed:
            now = self.clock()
            if self.commit_began is not None:
                self.commit_takes.add(now - self.commit_began)
            self.commit_began = None
            for table_id, lane in lanes.items():
                returning = sum(len(s.appends) for s in segments if s.topic.table_id == table_id)
                lane.crowd = returning + len(lane.gathered) if returning > 1 else 0
                lane.committed_at = now
            self.schedule_all()

    def schedule_all(self) -> None:
        for table_id, lane in self.lanes.items():
            self.schedule(table_id, lane)

    def apply(self, outcome: Round) -> None:
        for segment, snapshot in outcome.committed:
            self.settle(segment.appends, snapshot)
        for segment, topic in outcome.altered:
            self.delete(segment)
            table_id = topic.table_id
            with self.changed:
                lane = self.lanes[table_id]
                lane.encoding += 1
                job = self.encoders.submit(self.conform_again, table_id, lane, segment.appends, topic)
                job.add_done_callback(functools.partial(self.job_ended, segment.appends))
        for failure in outcome.failed:
            self.fail(failure)

    def fail(self, failure: Failure) -> None:
        """
        Tell the callers; but one append's bad value must not fail the others that shared its segment.
        """
        segment = failure.segment
        if not failure.may_exist:
            self.delete(segment)
        if len(segment.appends) > 1 and failure.error.code.startswith("22"):
            table_id = segment.topic.table_id
            with self.changed:
                for append in segment.appends:
                    self.encode(table_id, self.lanes[table_id], [append])
            return
        self.settle(segment.appends, failure.error)

    def delete(self, segment: Segment) -> None:
        """
        Best effort: what stays is an orphan, seen by nobody and collected later.
        """
        with contextlib.suppress(PgError):
            self.lake.storage.delete(segment.path)

    # -- the end of an append

    def settle(self, appends: Iterable[Append], result: int | PgError) -> None:
        """
        Resolve the futures with the snapshot or the error.
        """
        settled = [append for append in appends if not append.future.done()]
        now = self.clock()
        for append in settled:
            if isinstance(result, PgError):
                append.future.set_exception(result)
            else:
                append.future.set_result(Commit(result, append.rows))
                self.lake.metrics.appended(now - append.began)
            self.lake.metrics.waiting(-append.size)
        with self.changed:
            for append in settled:
                self.waiting[append.topic.table_id] -= append.size
            self.unsettled -= len(settled)
            if not self.unsettled:
                self.changed.notify_all()


def of_segments(segments: Iterable[Segment]) -> list[Append]:
    return [append for segment in segments for append in segment.appends]
