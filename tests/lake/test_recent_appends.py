"""
The rows of the last commits, while somebody fetches them.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.lake.appends import Append
from pggate.lake.objects import Stored
from pggate.lake.recent_appends import RecentAppends
from pggate.lake.segments import Segment
from pggate.lake.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.lake.recent_appends import Appended

T, U = (Topic("l", "public", name, table_id, (), f"{name}/", 1, 7) for name, table_id in (("t", 1), ("u", 2)))
BYTES = 8
"""Of one row."""


def segment(topic: Topic, *values: int) -> Segment:
    batch = pa.record_batch({"v": pa.array(values, pa.int64())})
    append = Append(topic, (), (batch,), len(values), 0, Future(), 0.0)
    return Segment(topic, "x", Stored("x", 0, ""), len(values), [append])


def values(found: Mapping[int, Appended]) -> dict[int, list[int]]:
    return {
        table_id: [value for batch in appended.batches for value in batch.column("v").to_pylist()]
        for table_id, appended in found.items()
    }


@pytest.fixture
def recent() -> RecentAppends:
    recent = RecentAppends(4 * BYTES)
    recent.follow(is_followed=True)
    return recent


def test_a_snapshot_has_all_that_it_got(recent: RecentAppends) -> None:
    recent.note([(segment(T, 1), 5), (segment(U, 2), 5), (segment(T, 3), 5)])
    ((snapshot, found),) = recent.after(4)
    assert (snapshot, values(found)) == (5, {1: [1, 3], 2: [2]})
    assert found[1].topic is T


def test_snapshots_follow_each_other(recent: RecentAppends) -> None:
    for snapshot in (5, 6, 8):
        recent.note([(segment(T, snapshot), snapshot)])
    assert [number for number, _ in recent.after(4)] == [5, 6]
    assert not recent.after(3)
    assert [number for number, _ in recent.after(5)] == [6]
    assert not recent.after(4)  # what somebody has is kept no longer
    assert [number for number, _ in recent.after(7)] == [8]


def test_there_is_room_for_so_much(recent: RecentAppends) -> None:
    recent.note([(segment(T, 1, 2, 3), 5)])
    recent.note([(segment(T, 4, 5), 6)])
    assert [number for number, _ in recent.after(5)] == [6]
    recent.note([(segment(T, 1, 2, 3, 4, 5), 7)])
    recent.note([(segment(T, 1), 8)])
    assert not recent.after(6)
    assert [number for number, _ in recent.after(7)] == [8]


def test_nothing_is_kept_for_nobody(recent: RecentAppends) -> None:
    recent.note([(segment(T, 1), 5)])
    recent.follow(is_followed=False)
    recent.note([(segment(T, 1), 6)])
    recent.follow(is_followed=True)
    assert not recent.after(4)
    assert not recent.after(5)
