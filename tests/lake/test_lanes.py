"""
The rules by which a lane is cut, on a clock of our own: no threads, no lake.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest

from pggate.lake.appends import Append
from pggate.lake.lanes import ENCODERS, FLUSH_BYTES, Lanes
from pggate.lake.objects import Stored
from pggate.lake.segments import Segment
from pggate.lake.topics import Check, Topic, TopicColumn

LINGER = 5.0
T = Topic("sales", "public", "t", 7, (TopicColumn("a", 1, "INTEGER", True),), "public/t/", 1, lake_oid=1)
ALTERED = Topic(
    "sales", "public", "t", 7, (TopicColumn("b", 2, "INTEGER", True),), "public/t/", 2, lake_oid=1
)


def append(size: int = 1, topic: Topic = T) -> Append:
    return Append(topic, [], [], 1, size, Future(), 0.0)


def segment(*appends: Append) -> Segment:
    return Segment(T, "path", Stored("uri", 1, ""), len(appends), appends)


@pytest.fixture
def lanes() -> Lanes:
    lanes = Lanes(LINGER)
    lanes.commit_takes.seconds, lanes.encoding_takes.seconds = 10.0, 1.0
    return lanes


def due(lanes: Lanes, now: float) -> float | None:
    lanes.schedule(T.table_id, now)
    return lanes.due.get(T.table_id)


def on_its_way(lanes: Lanes, count: int = 1) -> list[Append]:
    """Appends that an encoder has taken."""
    for _ in range(count):
        lanes.gather(append())
    lanes.by_topic[T.table_id].encoding += 1
    return lanes.take(T.table_id)


def in_commit(lanes: Lanes, now: float, count: int = 1) -> None:
    """A lane of which `count` appends are being committed from `now` on."""
    taken = on_its_way(lanes, count)
    lanes.made_durable(lanes.by_topic[T.table_id], [segment(*taken)], 1.0)
    lanes.commit_begins([T.table_id], now)


def test_an_idle_lane_is_due_at_once(lanes: Lanes) -> None:
    lanes.gather(append())
    assert due(lanes, 100.0) == 100.0


def test_what_comes_meanwhile_waits_for_the_segment_on_its_way(lanes: Lanes) -> None:
    taken = on_its_way(lanes)
    lanes.gather(append())
    assert due(lanes, 100.0) is None
    lanes.made_durable(lanes.by_topic[T.table_id], [segment(*taken)], 1.0)
    assert due(lanes, 101.0) is None  # ready, but not yet being committed


def test_an_encoding_is_begun_so_that_it_ends_with_the_commit(lanes: Lanes) -> None:
    in_commit(lanes, 100.0)
    lanes.gather(append())
    assert due(lanes, 100.0) == pytest.approx(109.0)
    lanes.due.clear()
    lanes.encoding_takes.seconds = 7.0
    assert due(lanes, 100.0) == pytest.approx(103.0)
    lanes.due.clear()
    lanes.encoding_takes.seconds = 30.0
    assert due(lanes, 101.0) == 101.0


def test_after_a_crowd_the_lane_lingers_for_as_many(lanes: Lanes) -> None:
    in_commit(lanes, 100.0, count=3)
    lanes.gather(append())
    lanes.commit_ends({T.table_id: 3}, 110.0)  # three callers, and one who waits already
    assert due(lanes, 110.0) == 110.0 + LINGER
    for _ in range(3):
        lanes.gather(append())
    assert due(lanes, 111.0) == 111.0


def test_after_a_single_append_nobody_lingers(lanes: Lanes) -> None:
    in_commit(lanes, 100.0)
    lanes.commit_ends({T.table_id: 1}, 110.0)
    lanes.gather(append())
    assert due(lanes, 110.0) == 110.0


def test_a_closing_writer_does_not_linger(lanes: Lanes) -> None:
    in_commit(lanes, 100.0, count=3)
    lanes.commit_ends({T.table_id: 3}, 110.0)
    lanes.gather(append())
    lanes.closing = True
    assert due(lanes, 110.0) == 110.0


def test_a_full_segment_is_due_whatever_is_on_its_way(lanes: Lanes) -> None:
    on_its_way(lanes)
    lanes.gather(append(FLUSH_BYTES))
    assert due(lanes, 100.0) == 100.0
    lanes.due.clear()
    lanes.by_topic[T.table_id].encoding = ENCODERS
    assert due(lanes, 100.0) is None


def test_a_segment_takes_what_fits_in_order(lanes: Lanes) -> None:
    given = [append(FLUSH_BYTES // 2), append(FLUSH_BYTES // 2), append(1), append(2 * FLUSH_BYTES)]
    for one in given:
        lanes.gather(one)
    assert lanes.take(T.table_id) == given[:2]
    assert lanes.take(T.table_id) == given[2:]  # the last one is longer than a segment and taken whole
    assert lanes.by_topic[T.table_id].gathered_bytes == 0


@pytest.mark.parametrize("altered", [ALTERED, replace(T, checks=(Check("positive", "a > 0"),))])
def test_a_segment_has_one_shape(lanes: Lanes, altered: Topic) -> None:
    given = [append(), append(topic=altered), append(topic=altered)]
    for one in given:
        lanes.gather(one)
    assert lanes.take(T.table_id) == given[:1]
    assert lanes.take(T.table_id) == given[1:]


def test_only_an_earlier_time_wakes_the_gatherer(lanes: Lanes) -> None:
    lanes.gather(append())
    assert lanes.schedule(T.table_id, 100.0)
    lanes.gather(append())
    assert not lanes.schedule(T.table_id, 101.0)
    assert lanes.due == {T.table_id: 100.0}
