"""
Appends that are called off: they never exist, and those that shared their segment do.
"""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import pytest

from pggate.errors import QueryCanceled
from tests.lake.tools import ONE, batch, held, integers, lanes, rows, run
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

STOP = QueryCanceled("canceling statement due to user request")


def test_what_waits_can_be_withdrawn_whatever_it_waits_for(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    """The first two share a segment, which is made; the third is gathered behind it."""
    with held(lake, t):
        storage.open.clear()
        first = writer.submit(t, ONE)
        wait_until(lambda: len(storage.puts) == 1)
        shared = [writer.submit(t, [batch(k=integers(number))]) for number in (2, 3)]
        assert writer.withdraw(first, STOP)  # while it is being made durable
        storage.open.set()
        wait_until(lambda: any(len(s.appends) == 2 for lane in lanes(writer) for s in lane.ready))
        gathered = [writer.submit(t, [batch(k=integers(number))]) for number in (4, 5)]
        assert writer.withdraw(shared[0], STOP)
        assert writer.withdraw(gathered[0], STOP)
    for future in (shared[1], gathered[1]):
        assert future.result(LONG).rows == 1
        assert not writer.withdraw(future, STOP)
    for future in (first, shared[0], gathered[0]):
        with pytest.raises(QueryCanceled):
            future.result(0)
    assert rows(lake, "select k from t order by k") == [(3,), (5,)]
    writer.close()
    assert (writer.pipeline.backlog.appends, writer.pipeline.backlog.total, writer.pipeline.waiting) == (
        0,
        0,
        {},
    )
    listed = rows(lake, f"select count(*) from {lake.metadata}.ducklake_data_file")
    assert [(sum(storage.exists(path) for path in storage.puts),)] == listed


def test_a_topic_whose_appends_were_all_withdrawn_goes_on(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    with held(lake, t):
        future = writer.submit(t, ONE)
        wait_until(lambda: any(lane.ready for lane in lanes(writer)))
        assert writer.withdraw(future, STOP)
    with held(lake, t):  # its pass was given back
        pass
    writer.submit(t, [batch(k=integers(2))]).result(LONG)
    assert rows(lake, "select k from t") == [(2,)]


def test_only_a_gate_is_a_reason_to_give_up(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.open.clear()
    future = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    assert not writer.withdraw(future, STOP, at_gate=True)
    with held(lake, t):
        storage.open.set()
        wait_until(lambda: any(lane.request for lane in lanes(writer)))
        assert writer.withdraw(future, STOP, at_gate=True)
    assert rows(lake, "select count(*) from t") == [(0,)]


def test_what_is_withdrawn_at_any_moment_never_exists_and_the_rest_does_once(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    def post(number: int) -> list[int]:
        """The keys of ten appends that were acknowledged; another ten are called off, or it is tried."""
        chance = random.Random(number)
        acknowledged = []
        for key in range(20 * number, 20 * number + 20):
            future = writer.submit(t, [batch(k=integers(key))])
            if key % 2:
                wait([future], chance.random() / 50)
                if writer.withdraw(future, STOP):
                    continue
            future.result(LONG)
            acknowledged.append(key)
            if chance.random() < 0.02:
                with held(lake, t):
                    run(lake, f"alter table t add column c{key} integer")
        return acknowledged

    with ThreadPoolExecutor(16) as pool:
        acknowledged = sorted(key for keys in pool.map(post, range(50)) for key in keys)
    assert len(acknowledged) >= 500
    assert rows(lake, "select k from t order by k") == [(key,) for key in acknowledged]
    writer.close()
    assert (writer.pipeline.backlog.appends, writer.pipeline.backlog.total, writer.pipeline.waiting) == (
        0,
        0,
        {},
    )
    listed = rows(lake, f"select count(*) from {lake.metadata}.ducklake_data_file")
    assert [(sum(storage.exists(path) for path in storage.puts),)] == listed
