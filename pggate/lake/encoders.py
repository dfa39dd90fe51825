"""
The threads that make gathered appends durable: Parquet, then PUT or fsync.

The rows of a segment whose topic was altered before its commit are conformed and encoded again; so are those
that are left when one of a segment's appends was withdrawn.
"""

from __future__ import annotations

import functools
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.lake.fitting import fit
from pggate.lake.lanes import ENCODERS
from pggate.lake.partitions import TooManyPartitionsError
from pggate.lake.segments import discard_segments, write_segment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.lake.appends import Append
    from pggate.lake.lake import Lake
    from pggate.lake.lanes import Lane
    from pggate.lake.pipeline import Pipeline
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic


class Encoders:
    """
    Args:
        done: Called, without the lock, with a topic's lane in which a segment may be ready now.

    """

    def __init__(self, lake: Lake, pipeline: Pipeline, done: Callable[[int, Lane], None]) -> None:
        self.lake = lake
        self.pipeline = pipeline
        self.done = done
        self.pool = ThreadPoolExecutor(ENCODERS, thread_name_prefix=f"encode-{lake.name}")

    def close(self) -> None:
        """
        Finish what was begun.
        """
        self.pool.shutdown()

    # -- under the lock

    def encode(self, table_id: int, appends: Sequence[Append]) -> None:
        """
        Make appends of one shape durable.
        """
        lane = self.pipeline.lanes.by_topic[table_id]
        self.start(lane, appends, functools.partial(self.make_durable, table_id, lane, appends))

    def encode_again(self, topic: Topic, appends: Sequence[Append]) -> None:
        """
        Make appends durable whose topic was altered after they were encoded.
        """
        lane = self.pipeline.lanes.by_topic[topic.table_id]
        self.start(lane, appends, functools.partial(self.conform_again, topic, lane, appends))

    def make_again(self, table_id: int, lane: Lane) -> None:
        """
        Of a segment with rows that were withdrawn the other rows go into a new one.
        """
        if self.pipeline.stopped:
            return  # and the writer gives all of them up
        for segment in self.pipeline.lanes.spoiled(lane):
            self.encode(table_id, segment.appends)
            self.pool.submit(discard_segments, self.lake, [segment])

    def start(self, lane: Lane, appends: Sequence[Append], job: Callable[[], None]) -> None:
        lane.encoding += 1
        self.pool.submit(job).add_done_callback(functools.partial(self.pipeline.job_ended, appends))

    # -- in a thread of the pool

    def make_durable(self, table_id: int, lane: Lane, appends: Sequence[Append]) -> None:
        began = self.pipeline.clock()
        made: list[Segment] = []
        waiting = [append for append in appends if not append.future.done()]  # the others were withdrawn
        try:
            waiting = self.fitting(self.without_repeats(waiting))
            if waiting:
                made.append(self.segment_of(waiting))
        except PgError as error:
            self.fail(table_id, waiting, error)
        finally:
            with self.pipeline.changed:
                self.pipeline.lanes.made_durable(lane, made, self.pipeline.clock() - began)
                self.make_again(table_id, lane)
                self.pipeline.schedule(table_id)
        self.done(table_id, lane)

    def fail(self, table_id: int, appends: Sequence[Append], error: PgError) -> None:
        """
        Tell their callers; but what is too much for one segment may not be too much for several.
        """
        if len(appends) > 1 and isinstance(error, TooManyPartitionsError):
            with self.pipeline.changed:
                for append in appends:
                    self.encode(table_id, [append])
        else:
            self.pipeline.fail(appends, error)

    def without_repeats(self, appends: list[Append]) -> list[Append]:
        """
        Answer those whose idempotency key was used before; the others are left.
        """
        keyed = [append for append in appends if append.key is not None]
        try:
            found = self.lake.keys.find(keyed)
        except PgError as error:
            self.pipeline.fail(keyed, error)
            return [append for append in appends if append.key is None]
        self.pipeline.settle((append, receipt) for append, receipt in found.items())
        return [append for append in appends if append not in found]

    def fitting(self, appends: list[Append]) -> list[Append]:
        """
        Decode those that came raw; those that do not fit are settled, the others are left.
        """
        refused = dict(fit(self.lake, appends))
        self.pipeline.settle(refused.items())
        return [append for append in appends if append not in refused]

    def segment_of(self, appends: Sequence[Append]) -> Segment:
        rows = [batch for append in appends for batch in append.conformed]
        segment = write_segment(self.lake, appends[-1].topic, rows, appends)
        self.lake.secret.renew()  # the engine is about to read the file
        return segment

    def conform_again(self, topic: Topic, lane: Lane, appends: Sequence[Append]) -> None:
        fitting: list[Append] = []
        try:
            fitting = [append for append in appends if self.fits(append, topic)]
        finally:
            with self.pipeline.changed:
                lane.encoding -= 1
                if fitting:
                    self.encode(topic.table_id, fitting)
                self.pipeline.schedule(topic.table_id)

    def fits(self, append: Append, topic: Topic) -> bool:
        """
        Conform an append to its topic as it is now; one that cannot be is settled.
        """
        try:
            append.conform_again(topic, self.lake.default)
            self.lake.check(topic, append.conformed)
        except PgError as error:
            self.pipeline.fail([append], error)
            return False
        return True
