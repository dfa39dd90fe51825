"""
Group commit: many appends at once become few segments and few snapshots of one lake.

Theory of operation.  Each topic has a lane, and an append goes through it in four steps:

    gathered    in memory, conformed; waits while the lane's previous segment is on its way
    encoding    one of the encoders makes the segment durable: Parquet, PUT or fsync
    ready       durable, still invisible; a pass through the topic's gate is asked for (gates.py)
    committed   the committer has put it, with everything else that is ready, into one DuckLake snapshot

Until the last step begins an append can be withdrawn; a segment that holds its rows is made anew without.

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
from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    AdminShutdown,
    CannotConnectNow,
    InternalError,
    PgError,
)
from pggate.lake.backlog import WAITING_BYTES, Backlog
from pggate.lake.commits import Append, Commit, Segment, commit_round
from pggate.lake.conform import conform
from pggate.lake.lanes import ENCODERS, LINGER, Lanes
from pggate.lake.objects import segment_key
from pggate.lake.segment import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pyarrow as pa

    from pggate.lake.commits import Failure, Round
    from pggate.lake.gates import Request
    from pggate.lake.lake import Lake
    from pggate.lake.lanes import Lane
    from pggate.lake.topics import Topic

log = logging.getLogger(__name__)

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
        wall_clock: Callable[[], float] = time.time,
        randomness: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.lake = lake
        self.clock = clock
        self.wall_clock = wall_clock
        self.randomness = randomness
        self.changed = threading.Condition()  # its lock guards everything below
        self.lanes = Lanes(linger)
        self.backlog = Backlog(waiting_bytes)
        self.waiting: dict[Future[Commit], Append] = {}  # which no commit has taken: they can be withdrawn
        self.stopped = False
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
        self.lake.refuse_foreign(topic)
        append = self.conformed(topic, batches)
        append.future.set_running_or_notify_cancel()  # `withdraw` is the way back, and not always open
        if not append.rows:
            with contextlib.closing(self.lake.engine.cursor()) as cursor:
                append.future.set_result(Commit(self.lake.last_committed(cursor), 0))
            return append.future
        with self.changed:
            self.admit(append)
            self.waiting[append.future] = append
            self.schedule(self.lanes.gather(append))
        return append.future

    def withdraw(self, future: Future[Commit], error: PgError, *, at_gate: bool = False) -> bool:
        """
        Call an append off: its future raises `error`, and its rows will never exist.

        Args:
            at_gate: Only where it is a gate that keeps the append's topic waiting.

        Returns:
            Whether it was; if not, its commit has begun or is over, and only the future can tell.

        """
        with self.changed:
            append = self.waiting.get(future)
            if append is None:
                return False
            table_id = append.topic.table_id
            lane = self.lanes.by_topic[table_id]
            if at_gate and lane.request is None:
                return False
            future.set_exception(error)
            self.leave(append)
            self.lanes.withdraw(lane, append)
            self.make_again(table_id, lane)
            self.schedule(table_id)
        return True

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
        if self.lanes.closing:
            raise CannotConnectNow("the server is shutting down")
        takes = self.lanes.commit_takes.seconds + self.lanes.encoding_takes.seconds
        self.backlog.admit(append.topic.table_id, append.size, takes)
        self.lake.metrics.waiting(append.size)

    def close(self, timeout: float = CLOSE_TIMEOUT) -> None:
        """
        Finish what is in flight, refuse what comes.  What a held gate keeps from being committed within
        `timeout` seconds fails with 57P01; it was not acknowledged.
        """
        with self.changed:
            self.lanes.closing = True
            self.schedule_all()
            self.changed.wait_for(lambda: not self.backlog.appends, timeout)
            self.stopped = True
            self.changed.notify_all()
        self.gatherer.join()
        self.abandon_all()
        self.committer.shutdown()  # before the encoders: a commit may send segments back to them
        self.encoders.shutdown()
        self.abandon_all()

    def abandon_all(self) -> None:
        for lane in self.lanes.by_topic.values():
            self.abandon(lane)

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

    # -- the gatherer's thread

    def gather(self) -> None:
        """
        Cut each lane when it is due.
        """
        with self.changed:
            while not self.stopped:
                now = self.clock()
                for table_id in [table_id for table_id, due in self.lanes.due.items() if due <= now]:
                    self.encode(table_id, self.lanes.take(table_id))
                    del self.lanes.due[table_id]
                    self.schedule(table_id)
                self.changed.wait(min(self.lanes.due.values()) - now if self.lanes.due else None)

    def schedule(self, table_id: int) -> None:
        if self.lanes.schedule(table_id, self.clock()):
            self.changed.notify_all()

    def schedule_all(self) -> None:
        if self.lanes.schedule_all(self.clock()):
            self.changed.notify_all()

    # -- the encoders' threads

    def encode(self, table_id: int, appends: Sequence[Append]) -> None:
        """
        Under the lock: hand appends of one shape to an encoder.
        """
        lane = self.lanes.by_topic[table_id]
        lane.encoding += 1
        job = self.encoders.submit(self.make_durable, table_id, lane, appends)
        job.add_done_callback(functools.partial(self.job_ended, appends))

    def make_durable(self, table_id: int, lane: Lane, appends: Sequence[Append]) -> None:
        began = self.clock()
        made: list[Segment] = []
        waiting = [append for append in appends if not append.future.done()]  # the others were withdrawn
        try:
            if waiting:
                made.append(self.segment_of(waiting))
        except PgError as error:
            self.settle(waiting, error)
        finally:
            with self.changed:
                self.lanes.made_durable(lane, made, self.clock() - began)
                self.make_again(table_id, lane)
                self.schedule(table_id)
        self.ask_for_pass(table_id, lane)

    def segment_of(self, appends: Sequence[Append]) -> Segment:
        topic = appends[-1].topic
        path = topic.path + segment_key(int(self.wall_clock() * 1000), self.randomness(10))
        data = encode(topic, [batch for append in appends for batch in append.conformed])
        stored = self.lake.storage.put(path, data)
        self.lake.renew_credentials()  # the engine is about to read the file
        self.lake.metrics.segment(stored.size)
        return Segment(topic, path, stored.uri, appends)

    def conform_again(self, table_id: int, lane: Lane, appends: Sequence[Append], topic: Topic) -> None:
        """
        The topic was altered after these were encoded.
        """
        fitting: list[Append] = []
        try:
            fitting = [append for append in appends if self.fits(append, topic)]
        finally:
            with self.changed:
                lane.encoding -= 1
                if fitting:
                    self.encode(table_id, fitting)
                self.schedule(table_id)

    def fits(self, append: Append, topic: Topic) -> bool:
        """
        Conform an append to its topic as it is now; one that cannot be is settled.
        """
        try:
            append.conformed = self.conformed(topic, append.batches).conformed
        except PgError as error:
            self.settle([append], error)
            return False
        append.topic = topic
        return True

    def make_again(self, table_id: int, lane: Lane) -> None:
        """
        Under the lock: of a segment with rows that were withdrawn the other rows go into a new one.
        """
        if self.stopped:
            return  # and `abandon` takes them all
        for segment in self.lanes.spoiled(lane):
            self.encode(table_id, segment.appends)
            self.encoders.submit(self.delete, segment)

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
            if lane.ready and lane.request is None and not self.stopped:
                lane.request = self.lake.gates.request_append(self, table_id, granted)

    def commit_granted(self) -> None:
        """
        Commit everything that is ready and has its pass, as one snapshot.
        """
        with self.changed:
            segments, requests = self.lanes.commit_begins(self.drained(), self.clock())
            for append in of_segments(segments):
                self.waiting.pop(append.future, None)
            self.schedule_all()
        if not segments:  # given up meanwhile, or withdrawn
            self.give_back(requests)
            return
        outcome = None
        try:
            outcome = commit_round(self.lake, segments)
        finally:
            self.after_commit(segments, requests)
            if outcome is None:
                self.settle(of_segments(segments), InternalError("the committer failed"))
        self.apply(outcome)

    def drained(self) -> set[int]:
        table_ids = set()
        while self.granted:
            table_ids.add(self.granted.popleft())
        return table_ids

    def after_commit(self, segments: Sequence[Segment], requests: Iterable[Request]) -> None:
        self.give_back(requests)
        with self.changed:
            appends = Counter(append.topic.table_id for append in of_segments(segments))
            self.lanes.commit_ends(appends, self.clock())
            self.schedule_all()

    def give_back(self, requests: Iterable[Request]) -> None:
        for request in requests:
            self.lake.gates.finish(request)

    def wait_again(self, appends: Iterable[Append]) -> None:
        """
        Under the lock: the commit of these has ended without them.
        """
        self.waiting.update((append.future, append) for append in appends)

    def apply(self, outcome: Round) -> None:
        for segment, snapshot in outcome.committed:
            self.settle(segment.appends, snapshot)
        for segment, topic in outcome.altered:
            self.delete(segment)
            table_id = topic.table_id
            with self.changed:
                self.wait_again(segment.appends)
                lane = self.lanes.by_topic[table_id]
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
                self.wait_again(segment.appends)
                for append in segment.appends:
                    self.encode(table_id, [append])
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
        with self.changed:
            settled = [append for append in appends if not append.future.done()]
            for append in settled:
                self.waiting.pop(append.future, None)  # from here on nobody else ends it
        now = self.clock()
        for append in settled:
            if isinstance(result, PgError):
                append.future.set_exception(result)
            else:
                append.future.set_result(Commit(result, append.rows))
                self.lake.metrics.appended(now - append.began)
        with self.changed:
            for append in settled:
                self.leave(append)

    def leave(self, append: Append) -> None:
        """
        Under the lock: its bytes wait no longer.
        """
        self.waiting.pop(append.future, None)
        self.lake.metrics.waiting(-append.size)
        self.backlog.leave(append.topic.table_id, append.size)
        if not self.backlog.appends:
            self.changed.notify_all()


def of_segments(segments: Iterable[Segment]) -> list[Append]:
    return [append for segment in segments for append in segment.appends]
