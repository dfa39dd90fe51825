"""
The rows of this process's last commits, as long as they are in memory: who follows a lake need not read from
its storage what was here a moment ago.

Only appends are kept, and whole snapshots: where one is missing, something else was committed, by whomever,
or there was no room.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic

MOST: Final = 64 << 20
"""Bytes of Arrow that are kept of one lake for who has not fetched them yet."""


@dataclass(frozen=True, slots=True)
class Appended:
    """
    What one topic got in one snapshot.

    Args:
        topic: As it was then.

    """

    topic: Topic
    batches: Sequence[pa.RecordBatch]


class RecentAppends:
    """
    Of one lake.  Safe from any thread.

    Args:
        most: Bytes.

    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._is_followed = False
        self._kept: deque[tuple[int, Mapping[int, Appended], int]] = deque()
        """Snapshots, ascending; by table id what was appended; bytes."""
        self._size = 0

    def follow(self, *, is_followed: bool) -> None:
        """Somebody fetches what is kept, or nobody any more."""
        with self._lock:
            self._is_followed = is_followed
            if not is_followed:
                self._forget_all()

    def note(self, committed: Iterable[tuple[Segment, int]]) -> None:
        """
        Segments of appends with their snapshots, all of each snapshot.  Under the commit lock.
        """
        if not self._is_followed:
            return
        by_snapshot: dict[int, dict[int, list[Segment]]] = {}
        for segment, snapshot in committed:
            by_snapshot.setdefault(snapshot, {}).setdefault(segment.topic.table_id, []).append(segment)
        with self._lock:
            for snapshot, topics in sorted(by_snapshot.items()):
                self._keep(snapshot, {table_id: _appended(made) for table_id, made in topics.items()})

    def after(self, snapshot: int) -> Sequence[tuple[int, Mapping[int, Appended]]]:
        """
        The snapshots that follow that one, as far as none is missing; those before them are kept no longer.
        """
        found: list[tuple[int, Mapping[int, Appended]]] = []
        with self._lock:
            while self._kept and self._kept[0][0] <= snapshot:
                self._size -= self._kept.popleft()[2]
            for number, topics, _ in self._kept:
                if number != snapshot + 1 + len(found):
                    break
                found.append((number, topics))
        return found

    def _keep(self, snapshot: int, topics: Mapping[int, Appended]) -> None:
        size = sum(batch.nbytes for appended in topics.values() for batch in appended.batches)
        if self._size + size > self._most:
            self._forget_all()
        if size <= self._most:
            self._kept.append((snapshot, topics, size))
            self._size += size

    def _forget_all(self) -> None:
        self._kept.clear()
        self._size = 0


def _appended(segments: Sequence[Segment]) -> Appended:
    batches = [batch for segment in segments for append in segment.appends for batch in append.conformed]
    return Appended(segments[0].topic, batches)
