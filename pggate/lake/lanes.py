"""
When waiting appends become a segment: one lane for each topic, and the rules by which it is cut.

No threads and no locks here: everything is called under the pipeline's lock (pipeline.py).

A lane that is idle is cut at once, so an append that is alone waits for nobody.  A lane whose previous
segment is still on its way gathers until that one is being committed, and then until just before that commit
ends.  After a commit of several appends their callers are likely to come back: the lane waits for as many,
at most LINGER.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.lake.s3 import CONNECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.lake.appends import Append
    from pggate.lake.gate import Request
    from pggate.lake.segments import Segment

LINGER: Final = 0.005  # seconds
FLUSH_BYTES: Final = 8 << 20  # of Arrow: larger segments compress no better and only come later
ENCODERS: Final = CONNECTIONS  # encoding and PUT are one job


@dataclass(eq=False, slots=True)
class Lane:
    """
    One topic's appends on their way: gathered → encoding → ready.
    """

    gathered: deque[Append] = field(default_factory=deque)
    gathered_bytes: int = 0
    encoding: int = 0  # segments that are being made durable
    ready: list[Segment] = field(default_factory=list)  # durable, still invisible
    request: Request | None = None  # the pass for `ready`, asked for or granted
    crowd: int = 0  # appends that are likely to be there soon after the last commit
    committed_at: float = float("-inf")


class Average:
    """
    A duration's moving average, in seconds.
    """

    def __init__(self, first: float) -> None:
        self.seconds = first

    def add(self, seconds: float) -> None:
        self.seconds += 0.2 * (seconds - self.seconds)


class Lanes:
    """
    All lanes of a writer, and when each of them is due.  Times are those of one monotonic clock.
    """

    def __init__(self, linger: float) -> None:
        self.linger = linger
        self.closing = False
        self.by_topic: dict[int, Lane] = {}
        self.due: dict[int, float] = {}
        self.commit_began: float | None = None
        self.commit_takes = Average(0.01)
        self.encoding_takes = Average(0.002)

    def gather(self, append: Append) -> int:
        table_id = append.topic.table_id
        lane = self.by_topic.setdefault(table_id, Lane())
        lane.gathered.append(append)
        lane.gathered_bytes += append.size
        return table_id

    def take(self, table_id: int) -> list[Append]:
        """
        Cut a lane: its oldest appends that have one shape and fit into one segment.
        """
        lane = self.by_topic[table_id]
        appends = [lane.gathered.popleft()]
        size = appends[0].size
        while lane.gathered and size < FLUSH_BYTES:
            if not lane.gathered[0].topic.is_same_shape(appends[0].topic):
                break
            appends.append(lane.gathered.popleft())
            size += appends[-1].size
        lane.gathered_bytes -= size
        return appends

    def withdraw(self, lane: Lane, append: Append) -> None:
        """
        Take an append out if it has not been cut yet.
        """
        if append in lane.gathered:
            lane.gathered.remove(append)
            lane.gathered_bytes -= append.size

    def spoiled(self, lane: Lane) -> list[Segment]:
        """
        Take the segments out of which an append was withdrawn, before their commit has begun.
        """
        spoiled = [s for s in lane.ready if any(append.future.done() for append in s.appends)]
        lane.ready = [segment for segment in lane.ready if segment not in spoiled]
        return spoiled

    def schedule(self, table_id: int, now: float) -> bool:
        """
        Say anew when a lane is due; is that earlier than was known?
        """
        due = self.due_time(self.by_topic[table_id], now)
        known = self.due.pop(table_id, None)
        if due is None:
            return False
        self.due[table_id] = due if known is None else min(known, due)
        return known is None or due < known

    def schedule_all(self, now: float) -> bool:
        return any(self.schedule(table_id, now) for table_id in self.by_topic)

    def due_time(self, lane: Lane, now: float) -> float | None:
        """
        When the lane's gathered appends become a segment; None: not before something else has happened.
        """
        if lane.gathered_bytes >= FLUSH_BYTES and lane.encoding < ENCODERS:
            return now
        if not lane.gathered or lane.encoding or lane.ready:
            return None  # asked again when what is on its way is being committed
        if self.commit_began is not None:
            return self.just_in_time(self.commit_began, now)
        if 1 < lane.crowd > len(lane.gathered) and not self.closing:
            return max(now, lane.committed_at + self.linger)
        return now

    def just_in_time(self, commit_began: float, now: float) -> float:
        """
        While a commit is running: so that the segment is durable when it ends, and the next can follow.
        """
        encoding, commit = self.encoding_takes.seconds, self.commit_takes.seconds
        return max(now, commit_began + commit - encoding)

    # -- what happens to the lanes

    def made_durable(self, lane: Lane, made: Iterable[Segment], seconds: float) -> None:
        lane.encoding -= 1
        lane.ready += made
        self.encoding_takes.add(seconds)

    def commit_begins(self, table_ids: Iterable[int], now: float) -> tuple[list[Segment], list[Request]]:
        """
        Take what is ready, with the passes for it.
        """
        lanes = [self.by_topic[table_id] for table_id in table_ids]
        requests = [lane.request for lane in lanes if lane.request is not None]
        segments = [segment for lane in lanes for segment in lane.ready]
        for lane in lanes:
            lane.ready, lane.request = [], None
        if segments:
            self.commit_began = now
        return segments, requests

    def commit_ends(self, appends: Mapping[int, int], now: float) -> None:
        """
        Args:
            appends: How many were in the commit, by topic.

        """
        if self.commit_began is not None:
            self.commit_takes.add(now - self.commit_began)
        self.commit_began = None
        for table_id, count in appends.items():
            lane = self.by_topic[table_id]
            lane.crowd = count + len(lane.gathered) if count > 1 else 0
            lane.committed_at = now
