"""
The thread that commits what is ready: as one snapshot, behind the gates of its topics.

Whoever is let through a gate is noted by the thread that lets it through, with the gates' lock held; the
committer takes all of them at once.  What a round leaves out (commits.py) is encoded anew or told its error.
"""

from __future__ import annotations

import functools
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pggate.errors import InternalError
from pggate.lake.commits import commit_round
from pggate.lake.receipts import receipts_of
from pggate.lake.segments import discard_segments, lot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pggate.lake.appends import Append
    from pggate.lake.commits import Failure, Round
    from pggate.lake.encoders import Encoders
    from pggate.lake.gate import Request
    from pggate.lake.lake import Lake
    from pggate.lake.lanes import Lane
    from pggate.lake.pipeline import Pipeline
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic


class Committer:
    """
    Args:
        encoders: Where appends go that were not committed and can be.

    """

    def __init__(self, lake: Lake, pipeline: Pipeline, encoders: Encoders) -> None:
        self.lake = lake
        self.pipeline = pipeline
        self.encoders = encoders
        self.granted: deque[int] = deque()  # table ids; filled under the gates' lock, so not under ours
        self.pool = ThreadPoolExecutor(1, thread_name_prefix=f"commit-{lake.name}")

    def close(self) -> None:
        """
        Finish what was begun.
        """
        self.pool.shutdown()

    def ask_for_pass(self, table_id: int, lane: Lane) -> None:
        """
        Ask for the gate's pass, unless the lane has asked already or has nothing to commit.
        """

        def granted() -> None:
            self.granted.append(table_id)
            job = self.pool.submit(self.commit_granted)
            job.add_done_callback(functools.partial(self.pipeline.job_ended, ()))

        with self.pipeline.changed:
            if lane.ready and lane.request is None and not self.pipeline.stopped:
                lane.request = self.lake.gates.request_append(self, table_id, granted)

    def give_back(self, requests: Iterable[Request]) -> None:
        for request in requests:
            self.lake.gates.finish(request)

    # -- in the committer's thread

    def commit_granted(self) -> None:
        """
        Commit everything that is ready and has its pass, as one snapshot.
        """
        segments, requests = self.begin()
        if not segments:  # given up meanwhile, or withdrawn
            self.give_back(requests)
            return
        outcome = None
        try:
            outcome = commit_round(self.lake, segments)
        finally:
            self.end(segments, requests)
            if outcome is None:
                self.pipeline.fail(of_segments(segments), InternalError("the committer failed"))
        self.apply(outcome)

    def begin(self) -> tuple[list[Segment], list[Request]]:
        """
        Take what is ready; from here on none of its appends can be withdrawn.
        """
        with self.pipeline.changed:
            segments, requests = self.pipeline.lanes.commit_begins(self.drained(), self.pipeline.clock())
            for append in of_segments(segments):
                self.pipeline.waiting.pop(append.future, None)
            self.pipeline.schedule_all()
        return segments, requests

    def drained(self) -> set[int]:
        table_ids = set()
        while self.granted:
            table_ids.add(self.granted.popleft())
        return table_ids

    def end(self, segments: Sequence[Segment], requests: Iterable[Request]) -> None:
        self.give_back(requests)
        with self.pipeline.changed:
            appends = Counter(append.topic.table_id for append in of_segments(segments))
            self.pipeline.lanes.commit_ends(appends, self.pipeline.clock())
            self.pipeline.schedule_all()

    # -- what becomes of them

    def apply(self, outcome: Round) -> None:
        for segment, snapshot in outcome.committed:
            receipts = receipts_of(lot(self.lake, [segment]), snapshot, outcome.at)
            self.pipeline.settle(zip(segment.appends, receipts, strict=True))
        for segment, topic in outcome.altered:
            self.encode_again(segment, topic)
        for failure in outcome.failed:
            self.fail(failure)

    def encode_again(self, segment: Segment, topic: Topic) -> None:
        discard_segments(self.lake, [segment])
        with self.pipeline.changed:
            self.pipeline.wait_again(segment.appends)
            self.encoders.encode_again(topic, segment.appends)

    def fail(self, failure: Failure) -> None:
        """
        Tell the callers; but one append's bad value must not fail the others that shared its segment.
        """
        segment = failure.segment
        if not failure.may_exist:
            discard_segments(self.lake, [segment])
        if len(segment.appends) > 1 and failure.error.code.startswith("22"):
            self.encode_alone(segment)
        else:
            self.pipeline.fail(segment.appends, failure.error)

    def encode_alone(self, segment: Segment) -> None:
        with self.pipeline.changed:
            self.pipeline.wait_again(segment.appends)
            for append in segment.appends:
                self.encoders.encode(segment.topic.table_id, [append])


def of_segments(segments: Iterable[Segment]) -> list[Append]:
    return [append for segment in segments for append in segment.appends]
